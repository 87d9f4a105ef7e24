// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/rejection_table.h"

#include "common/error_text.h"
#include "common/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace belvedere::ui {

QString RejectionColumns::header(int column)
{
    switch (column) {
    case File:
        return QCoreApplication::translate("RejectionTable", "File");
    case Line:
        return QCoreApplication::translate("RejectionTable", "Line");
    default:
        return QCoreApplication::translate("RejectionTable", "Reason");
    }
}

Qt::Alignment RejectionColumns::alignment(int column)
{
    return (column == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant RejectionColumns::data(const Rejection &row, int column, int role)
{
    if (role == kSortRole && column == Line)
        return row.line;
    if (role == Qt::ToolTipRole && column == File)
        return row.file;
    if (role != Qt::DisplayRole && role != kSortRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case File:
        return QFileInfo(row.file).fileName();
    case Line:
        // Line 0 means the file as a whole.
        return row.line > 0 ? formatCount(row.line) : QStringLiteral("–");
    default: {
        // The place stands in the columns beside it.
        Error reason = row.reason;
        reason.where.clear();
        return errorText(reason);
    }
    }
}

} // namespace belvedere::ui
