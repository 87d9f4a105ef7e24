// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette_model.h"

namespace belvedere::ui {

void PaletteModel::setRows(std::vector<PaletteRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteRow &line = row(index.row());
    if (role == Qt::DisplayRole)
        return line.title;
    if (role == Qt::AccessibleTextRole) {
        QStringList parts = {line.title, line.detail, line.category, line.shortcut};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    if (role == Qt::ToolTipRole && line.isError)
        return line.detail;
    return {};
}

} // namespace belvedere::ui
