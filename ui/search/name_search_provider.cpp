// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/name_search_provider.h"

namespace belvedere::ui {

NameSearchProvider::NameSearchProvider(QThreadPool &pool, std::function<QString()> title,
    QString iconName, Activate activate, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_title(std::move(title))
    , m_iconName(std::move(iconName))
    , m_activate(std::move(activate))
    , m_building(this)
{
}

void NameSearchProvider::setNames(std::vector<NamedThing> names)
{
    using Index = std::shared_ptr<const NameIndex>;
    const auto task =
        runTask(m_pool, [names = std::move(names)](TaskContext &) mutable -> Result<Index> {
            return std::make_shared<const NameIndex>(std::move(names));
        });
    m_building.start(task, [this](Result<Index> index) {
        if (index)
            m_index = *index;
    });
}

Task<std::vector<SearchHit>> NameSearchProvider::search(const QString &query, int limit)
{
    using Hits = std::vector<SearchHit>;
    return runTask(m_pool,
        [index = m_index, icon = m_iconName, query, limit](TaskContext &context) -> Result<Hits> {
            if (!index)
                return Hits();
            Hits hits = index->search(query, limit, context.cancelled);
            if (context.cancelled())
                return cancelledFailure();
            for (SearchHit &hit : hits)
                hit.iconName = icon;
            return hits;
        });
}

} // namespace belvedere::ui
