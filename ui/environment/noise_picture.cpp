// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/noise_picture.h"

#include <algorithm>
#include <limits>

namespace belvedere::ui {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr NoiseLevels kSilence = {kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, kNaN, 0.0};

NoiseLevels levelsOf(const PlaceValues &values)
{
    if (values.values.empty())
        return kSilence;
    const auto levels = noiseLevels(values);
    return levels ? *levels : kSilence;
}

} // namespace

const std::vector<double> &noiseBands()
{
    static const std::vector<double> kBands = {55.0, 60.0, 65.0, 70.0, 75.0};
    return kBands;
}

Result<std::shared_ptr<const NoisePicture>> makeNoisePicture(
    std::shared_ptr<const EnvironmentSet> set, UtcMs time, UtcMs now, const TaskContext &context)
{
    auto picture = std::make_shared<NoisePicture>();
    const TimeAxis &axis = set->series->axis;
    const QTimeZone &zone = set->dataset.zone;
    picture->set = set;
    picture->time = axis.at(axis.indexOf(time));
    // From the morning to the next one: the night belongs to the evening before it.
    constexpr UtcMs kMorningMs = 7 * kMsPerHour;
    picture->day = localDay(time - kMorningMs, zone);
    const std::vector<float> shown = set->valuesAt(set->level, axis.indexOf(time));
    const UtcMs known = now + 1;
    const UtcMs dayFrom = beginOfDay(picture->day, zone) + kMorningMs;
    const UtcMs dayTo = beginOfDay(picture->day + 1, zone) + kMorningMs;
    for (int site = 0; site < set->siteCount(); ++site) {
        if (context.cancelled())
            return cancelledFailure();
        BV_TRY(const PlaceValues values,
            placeValues(set->dataset, *set->series, set->level, SiteId(site)));
        StationNoise station;
        station.level = double(shown[std::size_t(site)]);
        station.day = levelsOf(within(values, dayFrom, std::min(dayTo, known)));
        station.year =
            levelsOf(within(values, time - kNoiseYearDays * kMsPerDay, std::min(time + 1, known)));
        picture->stations.push_back(station);
    }
    return picture;
}

} // namespace belvedere::ui
