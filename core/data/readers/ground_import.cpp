// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/ground_import.h"

#include "city/map_match.h"

#include <algorithm>

namespace belvedere {

namespace {

bool standsOnRoads(const Dataset &dataset)
{
    return dataset.domain == QLatin1String("traffic");
}

Result<GroundStored> matchDataset(Store &store, const Dataset &dataset, const MapMatcher &matcher)
{
    GroundStored stored;
    std::vector<LinkId> links;
    for (const Site &site : dataset.sites) {
        LinkId link = site.link;
        if (!link.valid()) {
            const auto found = matcher.match(site);
            link = found ? found->link : LinkId();
            if (found)
                ++stored.matchedSites;
            else if (site.position || !site.path.empty())
                ++stored.lostSites;
        }
        links.push_back(link);
    }
    if (stored.matchedSites > 0)
        BV_TRY_VOID(store.setSiteLinks(dataset.name, links));
    return stored;
}

LonLatBox boxOf(const OsmImport &ground)
{
    LonLatBox box;
    for (const LonLat node : ground.network->nodes())
        box.add(node);
    return box.empty() ? ground.backdrop->box : box;
}

QString nameOf(const Backdrop &backdrop)
{
    for (const Place &place : backdrop.places) {
        if (place.rank == 0)
            return place.name;
    }
    QString name = backdrop.sourceFile.section(QLatin1Char('.'), 0, 0);
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

Result<GroundStored> storeGround(Store &store, const OsmImport &ground, const TaskContext &context)
{
    if (context.cancelled())
        return cancelledFailure();
    BV_TRY_VOID(store.setGround(*ground.network, *ground.backdrop));
    GroundStored stored;
    BV_TRY(CityInfo info, store.cityInfo());
    const LonLatBox box = boxOf(ground);
    if (!box.empty() && (!info.centre || !box.contains(*info.centre))) {
        info.centre = box.centre();
        stored.placed = true;
    }
    const bool unnamed = info.name.isEmpty();
    if (unnamed)
        info.name = nameOf(*ground.backdrop);
    if (stored.placed || unnamed)
        BV_TRY_VOID(store.setCityInfo(info));
    if (ground.network->empty())
        return stored;
    const MapMatcher matcher(ground.network);
    BV_TRY(const std::vector<Dataset> datasets, store.datasets());
    for (const Dataset &dataset : datasets) {
        if (!standsOnRoads(dataset))
            continue;
        BV_TRY(const GroundStored part, matchDataset(store, dataset, matcher));
        stored.matchedSites += part.matchedSites;
        stored.lostSites += part.lostSites;
    }
    return stored;
}

Result<GroundStored> matchSites(Store &store, const QString &name)
{
    BV_TRY(const Dataset dataset, store.dataset(name));
    const bool open = std::any_of(dataset.sites.begin(), dataset.sites.end(), [](const Site &site) {
        return !site.link.valid() && (site.position || !site.path.empty());
    });
    if (!open || !standsOnRoads(dataset))
        return GroundStored();
    BV_TRY(const auto network, store.roadNetwork());
    if (network->empty())
        return GroundStored();
    return matchDataset(store, dataset, MapMatcher(network));
}

} // namespace belvedere
