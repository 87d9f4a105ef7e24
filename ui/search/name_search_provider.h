// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "search/name_index.h"

#include <QObject>

namespace belvedere::ui {

/// A provider over names that are given to it; indexes and searches in a pool.
///
///     auto streets = std::make_shared<NameSearchProvider>(pools.search,
///         [] { return tr("Streets"); }, QStringLiteral("road"),
///         [this](const SearchHit &hit) { zoomTo(hit.payload); return Result<QString>(QString());
///         });
///     hub.add(streets, this);
///     streets->setNames(std::move(names));
class NameSearchProvider : public QObject, public SearchProvider
{
    Q_OBJECT

public:
    using Activate = std::function<Result<QString>(const SearchHit &hit)>;

    NameSearchProvider(QThreadPool &pool, std::function<QString()> title, QString iconName,
        Activate activate, QObject *parent = nullptr);

    /// Replaces all names; until the new index is ready the old one answers.
    void setNames(std::vector<NamedThing> names);
    [[nodiscard]] bool indexing() const { return m_building.running(); }

    [[nodiscard]] QString title() const override { return m_title(); }
    [[nodiscard]] Task<std::vector<SearchHit>> search(const QString &query, int limit) override;
    Result<QString> activate(const SearchHit &hit) override { return m_activate(hit); }

private:
    QThreadPool &m_pool;
    std::function<QString()> m_title;
    QString m_iconName;
    Activate m_activate;
    std::shared_ptr<const NameIndex> m_index;
    TaskSlot<std::shared_ptr<const NameIndex>> m_building;
};

} // namespace belvedere::ui
