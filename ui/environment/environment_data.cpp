// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_data.h"

#include <QDateTime>

#include <algorithm>

namespace belvedere::ui {

namespace {

const QDate kEpoch(1970, 1, 1);

Result<std::shared_ptr<const EnvironmentSet>> makeSet(const Store &store, Dataset dataset)
{
    auto set = std::make_shared<EnvironmentSet>();
    for (const QString &pollutant : pollutantKeys()) {
        if (std::any_of(dataset.channels.begin(), dataset.channels.end(),
                [&](const Channel &channel) { return channel.key == pollutant; }))
            set->pollutants.append(pollutant);
    }
    for (const Channel &channel : dataset.channels) {
        if (set->level.isEmpty() && isLevel(channel))
            set->level = channel.key;
    }
    if (set->pollutants.isEmpty() && set->level.isEmpty())
        return std::shared_ptr<const EnvironmentSet>();
    BV_TRY(set->series, store.series(dataset.name));
    for (int site = 0; !set->pollutants.isEmpty() && site < int(dataset.sites.size()); ++site) {
        auto air = airSeries(dataset, *set->series, SiteId(site));
        // Pollutants in units that no index knows, or of days: shown, but without an index.
        if (!air) {
            set->air.clear();
            break;
        }
        set->air.push_back(std::move(*air));
    }
    set->dataset = std::move(dataset);
    return std::shared_ptr<const EnvironmentSet>(std::move(set));
}

} // namespace

QString EnvironmentSet::unitOf(const QString &channel) const
{
    const int index = series->channelIndex(channel);
    return index < 0 ? QString() : series->channels[std::size_t(index)].unit;
}

std::vector<float> EnvironmentSet::valuesAt(const QString &channel, int step) const
{
    std::vector<float> values(std::size_t(siteCount()), kMissing);
    const int index = series->channelIndex(channel);
    if (index < 0 || !series->axis.has(step))
        return values;
    for (int site = 0; site < siteCount(); ++site) {
        const std::size_t at = series->offset(step, SiteId(site), index);
        if (series->quality[at] != Quality::Suspect)
            values[std::size_t(site)] = series->values[at];
    }
    return values;
}

std::shared_ptr<const EnvironmentSet> EnvironmentData::set(const QString &name) const
{
    for (const auto &each : sets) {
        if (each->dataset.name == name)
            return each;
    }
    return nullptr;
}

QStringList EnvironmentData::names(bool noise) const
{
    QStringList found;
    for (const auto &each : sets) {
        if (noise ? !each->level.isEmpty() : !each->pollutants.isEmpty())
            found.append(each->dataset.name);
    }
    return found;
}

Result<std::shared_ptr<const EnvironmentData>> loadEnvironment(
    const Store &store, const TaskContext &context)
{
    auto data = std::make_shared<EnvironmentData>();
    BV_TRY(std::vector<Dataset> datasets, store.datasets());
    for (Dataset &dataset : datasets) {
        if (context.cancelled())
            return cancelledFailure();
        if (dataset.axis.count == 0)
            continue;
        BV_TRY(auto set, makeSet(store, std::move(dataset)));
        if (set)
            data->sets.push_back(std::move(set));
    }
    return data;
}

AirSeries trimmed(const AirSeries &series, int from, int to)
{
    AirSeries part;
    part.zone = series.zone;
    part.state = series.state;
    const int first = std::clamp(from, 0, series.axis.count);
    const int end = std::clamp(to + 1, first, series.axis.count);
    part.axis = {series.axis.at(first), series.axis.stepMs, end - first};
    for (const AirSeries::Part &whole : series.parts)
        part.parts.push_back({whole.pollutant, whole.unit,
            {whole.values.begin() + first, whole.values.begin() + end}});
    return part;
}

PlaceValues within(const PlaceValues &whole, UtcMs from, UtcMs to)
{
    PlaceValues part = {whole.channel, whole.axis, whole.zone, {}};
    const int first = std::clamp(whole.axis.indexOf(from), 0, whole.axis.count);
    const int end = std::clamp(whole.axis.indexOf(to - 1) + 1, first, whole.axis.count);
    part.axis = {whole.axis.at(first), whole.axis.stepMs, end - first};
    part.values.assign(whole.values.begin() + first, whole.values.begin() + end);
    return part;
}

int localDay(UtcMs time, const QTimeZone &zone)
{
    return int(kEpoch.daysTo(QDateTime::fromMSecsSinceEpoch(time, zone).date()));
}

UtcMs beginOfDay(int day, const QTimeZone &zone)
{
    return dateOf(day).startOfDay(zone).toMSecsSinceEpoch();
}

QDate dateOf(int day)
{
    return kEpoch.addDays(day);
}

} // namespace belvedere::ui
