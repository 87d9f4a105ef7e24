// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/domain_view.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kLeastOpacity = 0.2;

} // namespace

DomainView::DomainView(
    const QString &id, const QString &iconName, std::vector<DomainGroup> groups, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_iconName(iconName)
    , m_groups(std::move(groups))
{
}

void DomainView::setMetersPerPixel(double)
{
}

void DomainView::pick(const QString &, std::int32_t)
{
}

QString DomainView::layerId(const QString &group, const QString &part) const
{
    const QString id = m_id + QLatin1Char('/') + group;
    return part.isEmpty() ? id : id + QLatin1Char('/') + part;
}

QString DomainView::groupOf(const QString &layerId) const
{
    const QStringList parts = layerId.split(QLatin1Char('/'));
    return parts.size() >= 2 && parts[0] == m_id ? parts[1] : QString();
}

DomainGroup *DomainView::find(const QString &group)
{
    const auto it = std::find_if(m_groups.begin(), m_groups.end(),
        [&group](const DomainGroup &each) { return each.id == group; });
    return it == m_groups.end() ? nullptr : &*it;
}

bool DomainView::isGroupShown(const QString &group) const
{
    return m_shown
        && std::any_of(m_groups.begin(), m_groups.end(),
            [&group](const DomainGroup &each) { return each.id == group && each.shown; });
}

QString DomainView::surface() const
{
    for (const DomainGroup &group : m_groups) {
        if (group.surface && group.shown)
            return group.id;
    }
    return {};
}

void DomainView::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    Q_EMIT shownChanged();
}

void DomainView::setGroupShown(const QString &group, bool shown)
{
    DomainGroup *found = find(group);
    if (found == nullptr || isGroupShown(group) == shown)
        return;
    if (shown && found->surface) {
        for (DomainGroup &other : m_groups)
            other.shown = other.shown && !other.surface;
    }
    found->shown = shown;
    m_shown = m_shown || shown;
    Q_EMIT shownChanged();
}

void DomainView::setOpacity(double opacity)
{
    const double sane = std::clamp(opacity, kLeastOpacity, 1.0);
    if (sane == m_opacity)
        return;
    m_opacity = sane;
    Q_EMIT shownChanged();
}

} // namespace belvedere::ui
