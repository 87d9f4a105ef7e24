// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "data/readers/import_report.h"

namespace belvedere::ui {

/// Columns of the rows that an import cannot take: file, line, reason.
struct RejectionColumns
{
    enum Column { File, Line, Reason };
    static constexpr int count = 3;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const Rejection &row, int column, int role);
};

using RejectionTableModel = TableModel<Rejection, RejectionColumns>;

} // namespace belvedere::ui
