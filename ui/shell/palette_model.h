// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/palette_row.h"

#include <QAbstractListModel>

namespace belvedere::ui {

/// The lines of the command bar; a screen reader hears title, detail, category and shortcut.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<PaletteRow> rows);
    [[nodiscard]] const PaletteRow &row(int index) const
    {
        return m_rows[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteRow> m_rows;
};

} // namespace belvedere::ui
