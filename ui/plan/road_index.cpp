// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/road_index.h"

#include <QCoreApplication>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr qsizetype kNamed = 4; // of roads that could be meant

} // namespace

RoadIndex::RoadIndex(const BaseCase &base)
{
    const std::size_t count = base.network().links().size();
    for (std::size_t link = 0; link < count; ++link) {
        if (base.data().roads[link].connector)
            continue;
        const QString title = base.linkTitle(link);
        std::vector<std::size_t> &links = m_links[title.toLower()];
        if (links.empty())
            m_titles += title;
        links.push_back(link);
        // A road with a name is also known by its ends.
        if (!base.data().roads[link].name.isEmpty())
            m_links[linkKeyText(base.links().keyOf(link))].push_back(link);
    }
    std::sort(m_titles.begin(), m_titles.end());
}

std::vector<std::size_t> RoadIndex::linksOf(const QString &title) const
{
    return m_links.value(title.toLower());
}

Result<std::vector<std::size_t>> RoadIndex::find(const QString &text) const
{
    const QString wanted = text.trimmed();
    if (const auto exact = m_links.constFind(wanted.toLower()); exact != m_links.constEnd())
        return *exact;
    QStringList found;
    for (const QString &title : m_titles) {
        if (title.startsWith(wanted, Qt::CaseInsensitive))
            found += title;
    }
    if (found.isEmpty())
        found = m_titles.filter(wanted, Qt::CaseInsensitive);
    if (wanted.isEmpty() || found.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "There is no road \"%1\". Type its name, or the numbers of its ends such as "
                "\"10-16\"."),
            {wanted});
    if (found.size() > 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "\"%1\" could be several roads: %2. Type more of its name."),
            {wanted, found.mid(0, kNamed).join(QStringLiteral(", "))});
    return linksOf(found.front());
}

} // namespace belvedere::ui
