// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;

namespace belvedere::ui {

inline constexpr int kTableRowPx = 28;
inline constexpr int kTwoLineRowPx = 44;

/// A table of a panel: no grid, no numbers of rows, whole rows, chips painted. Its delegate belongs
/// to it.
[[nodiscard]] QTableView *makePlainTable(
    QAbstractItemModel *model, const QString &name, int rowPx = kTableRowPx);

/// Gives each column the width of its header and its widest cell among the first; `stretched`
/// takes the rest.
/// After other rows or another language.
void fitColumns(QTableView &table, int stretched);

} // namespace belvedere::ui
