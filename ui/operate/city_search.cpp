// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/city_search.h"

#include "common/quantity_names.h"
#include "operate/map_panel.h"
#include "search/name_search_provider.h"
#include "search/search_hub.h"

#include <QHash>

#include <algorithm>

namespace belvedere::ui {

namespace {

/// A rectangle in degrees as a payload: west, south, east, north.
QVariant boxPayload(const LonLatBox &box)
{
    return QVariantList{box.west, box.south, box.east, box.north};
}

} // namespace

/// Names of what stands still, with where it is.
struct CityNames
{
    std::vector<NamedThing> streets;
    std::vector<NamedThing> places;
};

namespace {

std::shared_ptr<const CityNames> namesOf(const CityView &city)
{
    auto names = std::make_shared<CityNames>();
    QHash<QString, LonLatBox> streets;
    for (const Link &link : city.network->links()) {
        if (link.name.isEmpty())
            continue;
        LonLatBox &box = streets[link.name];
        for (const LonLat p : link.shape)
            box.add(p);
    }
    for (auto it = streets.constBegin(); it != streets.constEnd(); ++it)
        names->streets.push_back({it.key(), {}, boxPayload(it.value())});
    for (const Place &place : city.backdrop->places) {
        LonLatBox box;
        box.add(place.position);
        names->places.push_back({place.name, {}, boxPayload(box)});
    }
    const AreaSet &areas = city.backdrop->areas;
    for (std::size_t a = 0; a < areas.count(); ++a) {
        if (areas.name(a) < 0)
            continue;
        LonLatBox box;
        for (const FixedLonLat p : areas.outer(a))
            box.add(p.toLonLat());
        names->places.push_back({city.backdrop->name(areas.name(a)), {}, boxPayload(box)});
    }
    return names;
}

} // namespace

CitySearch::CitySearch(
    OperateController &controller, MapPanel &map, const OperateContext &context, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_map(map)
    , m_pools(*context.pools)
    , m_namesTask(this)
{
    const auto flyToBox = [this](const SearchHit &hit) {
        const QVariantList sides = hit.payload.toList();
        m_map.flyTo(LonLatBox{
            sides[0].toDouble(), sides[1].toDouble(), sides[2].toDouble(), sides[3].toDouble()});
        return Result<QString>(QString());
    };
    const auto add = [&](std::function<QString()> title, const QString &iconName,
                         NameSearchProvider::Activate activate) {
        auto provider = std::make_shared<NameSearchProvider>(
            m_pools.search, std::move(title), iconName, std::move(activate));
        context.search->add(provider, this);
        return provider;
    };
    m_sites = add([] { return tr("Sites"); }, QStringLiteral("sensor"),
        [this](const SearchHit &hit) {
            Q_EMIT siteFound(SiteId(hit.payload.toInt()));
            return Result<QString>(QString());
        });
    m_streets = add([] { return tr("Streets"); }, QStringLiteral("road"), flyToBox);
    m_places = add([] { return tr("Places"); }, QStringLiteral("city"), flyToBox);
    m_quantities = add([] { return tr("Quantities"); }, QStringLiteral("data"),
        [this](const SearchHit &hit) {
            const QStringList parts = hit.payload.toStringList();
            m_controller.selectQuantity(parts[0], parts[1]);
            return Result<QString>(QString());
        });
    connect(&m_controller, &OperateController::cityChanged, this, &CitySearch::takeCity);
    connect(&m_controller, &OperateController::quantityChanged, this, &CitySearch::takeQuantity);
}

void CitySearch::takeCity()
{
    const auto city = m_controller.city();
    std::vector<NamedThing> quantities;
    if (city) {
        for (const Dataset &dataset : city->datasets) {
            for (const Channel &channel : dataset.channels)
                quantities.push_back({channelTitle(channel.key), dataset.name,
                    QStringList{dataset.name, channel.key}});
        }
    }
    m_quantities->setNames(std::move(quantities));
    m_streets->setNames({});
    m_places->setNames({});
    if (!city)
        return;
    m_namesTask.start(runTask(m_pools.io,
                          [city](TaskContext &) -> Result<std::shared_ptr<const CityNames>> {
                              return namesOf(*city);
                          }),
        [this](Result<std::shared_ptr<const CityNames>> names) {
            if (!names)
                return;
            m_streets->setNames((*names)->streets);
            m_places->setNames((*names)->places);
        });
}

void CitySearch::takeQuantity()
{
    std::vector<NamedThing> sites;
    if (const QuantityView *view = m_controller.quantity()) {
        int index = 0;
        for (const Site &site : view->dataset.sites)
            sites.push_back(
                {site.title(), site.name.isEmpty() ? QString() : site.code, QVariant(index++)});
    }
    m_sites->setNames(std::move(sites));
}

} // namespace belvedere::ui
