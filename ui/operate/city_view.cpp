// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/city_view.h"

#include "geo/overlay_store.h"
#include "operate/map_tiles.h"

#include <algorithm>
#include <iterator>

namespace belvedere::ui {

namespace {

Result<std::shared_ptr<const QuantityView>> loadOne(const Store &store, const Dataset &dataset,
    const QString &channel, std::optional<UnitSystem> units)
{
    TimeRange shown;
    shown.from = dataset.axis.last() - kShownDays * kMsPerDay;
    BV_TRY(const auto series, store.series(dataset.name, shown));
    return prepareQuantity(dataset, series, channel, units);
}

bool overlap(const TimeAxis &a, const TimeAxis &b)
{
    return a.count > 0 && b.count > 0 && a.start <= b.last() && b.start <= a.last();
}

/// When the last incident of all tables began; 0 if there is none.
Result<UtcMs> lastIncident(const Store &store)
{
    BV_TRY(const std::vector<IncidentTable> tables, store.incidents());
    UtcMs last = 0;
    for (const IncidentTable &table : tables) {
        if (!table.incidents.empty())
            last = std::max(last, table.incidents.back().from);
    }
    return last;
}

} // namespace

Result<std::shared_ptr<const CityView>> loadCity(const Store &store)
{
    auto city = std::make_shared<CityView>();
    BV_TRY(city->info, store.cityInfo());
    BV_TRY(city->network, store.roadNetwork());
    BV_TRY(city->backdrop, store.backdrop());
    BV_TRY(city->datasets, store.datasets());
    BV_TRY(const std::vector<OverlayEntry> kept, overlays(store.directory()));
    // What others drew may be damaged or gone: the city opens all the same, and says so.
    for (const OverlayEntry &entry : kept) {
        Result<Overlay> overlay = loadOverlay(store.directory(), entry.name);
        if (overlay)
            city->overlays.push_back(std::move(*overlay));
        else
            city->remarks.push_back(overlay.error());
    }
    BV_TRY(const TilePreferences preferences, tilePreferences(store));
    if (const auto tiles = openTiles(preferences))
        city->tiles = *tiles;
    else
        city->remarks.push_back(tiles.error());
    return city;
}

std::pair<QString, QString> firstQuantity(const CityView &city)
{
    std::pair<QString, QString> best;
    int bestRank = -1;
    for (const Dataset &dataset : city.datasets) {
        if (dataset.channels.empty() || dataset.axis.count == 0)
            continue;
        const int rank = (dataset.simulated == city.info.simulated ? 4 : 0)
            + (dataset.domain == QLatin1String("traffic") ? 2 : 0)
            + (isSpeed(dataset.channels[0]) ? 1 : 0);
        if (rank > bestRank) {
            bestRank = rank;
            best = {dataset.name, dataset.channels[0].key};
        }
    }
    return best;
}

Result<std::shared_ptr<const QuantityBundle>> loadQuantity(const Store &store,
    const QString &dataset, const QString &channel, std::optional<UnitSystem> units,
    const TaskContext &context)
{
    auto bundle = std::make_shared<QuantityBundle>();
    UtcMs end = 0;
    if (!dataset.isEmpty()) {
        BV_TRY(const std::vector<Dataset> datasets, store.datasets());
        BV_TRY(const Dataset chosen, store.dataset(dataset));
        BV_TRY(bundle->main, loadOne(store, chosen, channel, units));
        for (const Dataset &other : datasets) {
            if (context.cancelled())
                return cancelledFailure();
            if (other.name == chosen.name || other.domain == chosen.domain
                || !overlap(other.axis, chosen.axis))
                continue;
            BV_TRY(auto companion, loadOne(store, other, {}, units));
            bundle->companions.push_back(std::move(companion));
        }
        end = bundle->main->series->axis.last();
    } else {
        BV_TRY(end, lastIncident(store));
    }
    BV_TRY(std::vector<IncidentTable> tables,
        store.incidents({end - kIncidentDays * kMsPerDay, end + 1}));
    for (IncidentTable &table : tables)
        std::move(
            table.incidents.begin(), table.incidents.end(), std::back_inserter(bundle->incidents));
    return bundle;
}

} // namespace belvedere::ui
