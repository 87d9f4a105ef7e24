// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plain_table.h"

#include "common/chip_delegate.h"
#include "theme/theme.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace belvedere::ui {

namespace {

// Both sides: padding of the style sheet and margins of the style.
constexpr int kCellPadding = 28;
constexpr int kHeaderPadding = 36;
constexpr int kMeasuredRows = 300; // more would take too long

} // namespace

QTableView *makePlainTable(QAbstractItemModel *model, const QString &name, int rowPx)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setObjectName(name);
    table->setItemDelegate(new ChipDelegate(table));
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowPx);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setMinimumSectionSize(metric::kTarget);
    return table;
}

void fitColumns(QTableView &table, int stretched)
{
    const QAbstractItemModel &model = *table.model();
    const QFontMetrics head(themeFont(type::kBody, QFont::DemiBold));
    const QFontMetrics cell(themeFont(type::kBody));
    QHeaderView *header = table.horizontalHeader();
    for (int column = 0; column < model.columnCount(); ++column) {
        if (column == stretched) {
            header->setSectionResizeMode(column, QHeaderView::Stretch);
            continue;
        }
        int width = kHeaderPadding
            + head.horizontalAdvance(model.headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < std::min(model.rowCount(), kMeasuredRows); ++row)
            width = std::max(width,
                kCellPadding + cell.horizontalAdvance(model.index(row, column).data().toString()));
        header->setSectionResizeMode(column, QHeaderView::Fixed);
        header->resizeSection(column, width);
    }
}

} // namespace belvedere::ui
