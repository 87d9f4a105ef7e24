// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/city_view.h"

#include <algorithm>
#include <iterator>

namespace belvedere::ui {

namespace {

Result<std::shared_ptr<const QuantityView>> loadOne(
    const Store &store, const Dataset &dataset, const QString &channel)
{
    TimeRange shown;
    shown.from = dataset.axis.last() - kShownDays * kMsPerDay;
    BV_TRY(const auto series, store.series(dataset.name, shown));
    return prepareQuantity(dataset, series, channel);
}

bool overlap(const TimeAxis &a, const TimeAxis &b)
{
    return a.count > 0 && b.count > 0 && a.start <= b.last() && b.start <= a.last();
}

} // namespace

Result<std::shared_ptr<const CityView>> loadCity(const Store &store)
{
    auto city = std::make_shared<CityView>();
    BV_TRY(city->info, store.cityInfo());
    BV_TRY(city->network, store.roadNetwork());
    BV_TRY(city->backdrop, store.backdrop());
    BV_TRY(city->datasets, store.datasets());
    return city;
}

Result<std::shared_ptr<const QuantityBundle>> loadQuantity(
    const Store &store, const QString &dataset, const QString &channel, const TaskContext &context)
{
    BV_TRY(const std::vector<Dataset> datasets, store.datasets());
    BV_TRY(const Dataset chosen, store.dataset(dataset));
    auto bundle = std::make_shared<QuantityBundle>();
    BV_TRY(bundle->main, loadOne(store, chosen, channel));
    for (const Dataset &other : datasets) {
        if (context.cancelled())
            return cancelledFailure();
        if (other.name == chosen.name || other.domain == chosen.domain
            || !overlap(other.axis, chosen.axis))
            continue;
        BV_TRY(auto companion, loadOne(store, other, {}));
        bundle->companions.push_back(std::move(companion));
    }
    const UtcMs end = bundle->main->series->axis.last();
    BV_TRY(std::vector<IncidentTable> tables,
        store.incidents({end - kIncidentDays * kMsPerDay, end + 1}));
    for (IncidentTable &table : tables)
        std::move(
            table.incidents.begin(), table.incidents.end(), std::back_inserter(bundle->incidents));
    return bundle;
}

} // namespace belvedere::ui
