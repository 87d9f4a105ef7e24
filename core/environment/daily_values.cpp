// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/daily_values.h"

#include "environment/air_quality_index.h"
#include "environment/noise_levels.h"

#include <QDate>

#include <cmath>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kNeededShare = 0.75;

/// Of the values of one day that are there.
double statisticOf(std::span<const float> day, DailyStatistic statistic, bool level)
{
    if (statistic == DailyStatistic::Mean && level)
        return energyAverage(day);
    double sum = 0.0;
    double highest = kNan;
    int count = 0;
    for (const float value : day) {
        if (std::isnan(value))
            continue;
        const auto exact = static_cast<double>(value);
        sum += exact;
        highest = std::isnan(highest) ? exact : std::max(highest, exact);
        ++count;
    }
    return statistic == DailyStatistic::Mean ? sum / count : highest;
}

} // namespace

std::vector<DailyValue> dailyValues(const PlaceValues &values, DailyStatistic statistic)
{
    std::vector<float> running;
    const std::vector<float> *source = &values.values;
    if (statistic == DailyStatistic::MaximumOf8h) {
        const int window = static_cast<int>(8 * kMsPerHour / values.axis.stepMs);
        running = runningMeans(
            values.values, std::max(1, window), static_cast<int>(std::ceil(kNeededShare * window)));
        source = &running;
    }
    const bool level = isLevel(values.channel);
    const std::vector<LocalTime> times = localTimes(values.axis, values.zone);
    std::vector<DailyValue> days;
    for (std::size_t begin = 0; begin < times.size();) {
        std::size_t end = begin;
        DailyValue day{times[begin].day, kNan, 0, 0};
        for (; end < times.size() && times[end].day == day.day; ++end)
            day.observed += std::isnan((*source)[end]) ? 0 : 1;
        day.steps = static_cast<int>(end - begin);
        // A day that the axis only touches is not a whole one.
        const double whole =
            static_cast<double>(kMsPerDay) / static_cast<double>(values.axis.stepMs);
        if (day.observed > 0 && day.observed >= kNeededShare * std::max(1.0, whole) - 1e-9)
            day.value =
                statisticOf(std::span(*source).subspan(begin, end - begin), statistic, level);
        days.push_back(day);
        begin = end;
    }
    return days;
}

std::vector<ExceedanceYear> exceedanceDays(const std::vector<DailyValue> &days, double limit)
{
    std::vector<ExceedanceYear> years;
    for (const DailyValue &day : days) {
        const int year = QDate(1970, 1, 1).addDays(day.day).year();
        if (years.empty() || years.back().year != year)
            years.push_back({year, 0, 0, QDate(year, 1, 1).daysInYear()});
        if (std::isnan(day.value))
            continue;
        ++years.back().observedDays;
        years.back().days += day.value > limit ? 1 : 0;
    }
    return years;
}

} // namespace belvedere
