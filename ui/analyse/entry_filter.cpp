// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/entry_filter.h"

#include "analyse/entry_model.h"
#include "search/fuzzy_match.h"

namespace belvedere::ui {

EntryFilter::EntryFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_query(std::make_unique<FuzzyQuery>(QString()))
{
}

EntryFilter::~EntryFilter() = default;

void EntryFilter::setText(const QString &text)
{
    m_query = std::make_unique<FuzzyQuery>(text);
    invalidateFilter();
}

int EntryFilter::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (index(row, 0).data(EntryModel::IdRole).toString() == id)
            return row;
    }
    return -1;
}

bool EntryFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_query->isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const QStringList words =
        QStringList{index.data().toString()} + index.data(EntryModel::LinesRole).toStringList();
    const FuzzyText text(words.join(QLatin1Char(' ')));
    return m_query->score(text.view(), false).has_value();
}

} // namespace belvedere::ui
