// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <memory>

namespace belvedere::ui {

class FuzzyQuery;

/// Shows the entries whose title or lines fit what was typed, in their order.
class EntryFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit EntryFilter(QObject *parent = nullptr);
    ~EntryFilter() override;

    /// Empty = everything.
    void setText(const QString &text);
    /// Row of the entry among those that are shown, or -1.
    [[nodiscard]] int rowOf(const QString &id) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::unique_ptr<FuzzyQuery> m_query;
};

} // namespace belvedere::ui
