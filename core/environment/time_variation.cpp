// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/time_variation.h"

#include "base/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr int kHours = 24;
constexpr int kWeekdays = 7;
constexpr int kMonths = 12;
constexpr std::size_t kGroups = kHours + kWeekdays + kHours * kWeekdays + kMonths;

struct Sum
{
    double sum = 0.0;
    int count = 0;

    [[nodiscard]] double mean() const { return count > 0 ? sum / count : kNan; }
};

/// Sums of one day: by hour; weekday and month are those of the day.
struct DaySums
{
    int weekday = 0;
    int month = 0;
    std::array<Sum, kHours> hours;
};

/// Hours, weekdays, hours of the week, months, one after the other.
using Groups = std::vector<Sum>;

void add(Groups &groups, const DaySums &day)
{
    const auto addTo = [&groups](std::size_t group, const Sum &part) {
        groups[group].sum += part.sum;
        groups[group].count += part.count;
    };
    for (int hour = 0; hour < kHours; ++hour) {
        const Sum &part = day.hours[static_cast<std::size_t>(hour)];
        if (part.count == 0)
            continue;
        addTo(static_cast<std::size_t>(hour), part);
        addTo(static_cast<std::size_t>(kHours + day.weekday), part);
        addTo(static_cast<std::size_t>(kHours + kWeekdays + day.weekday * kHours + hour), part);
        addTo(kGroups - kMonths + static_cast<std::size_t>(day.month - 1), part);
    }
}

std::vector<DaySums> daySums(const PlaceValues &values, bool level)
{
    const std::vector<LocalTime> times = localTimes(values.axis, values.zone);
    std::vector<DaySums> days;
    int day = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (days.empty() || times[i].day != day) {
            day = times[i].day;
            days.push_back({times[i].weekday, times[i].month, {}});
        }
        if (std::isnan(values.values[i]))
            continue;
        const auto value = static_cast<double>(values.values[i]);
        Sum &sum = days.back().hours[static_cast<std::size_t>(times[i].hour)];
        sum.sum += level ? std::pow(10.0, value / 10.0) : value;
        ++sum.count;
    }
    return days;
}

/// Bounds of the middle 95 % of drawn means.
std::pair<double, double> middle(std::vector<double> draws)
{
    std::erase_if(draws, [](double value) { return std::isnan(value); });
    if (draws.empty())
        return {kNan, kNan};
    std::sort(draws.begin(), draws.end());
    const auto at = [&draws](double share) {
        const double position = share * static_cast<double>(draws.size() - 1);
        const auto below = static_cast<std::size_t>(position);
        const double above = draws[std::min(below + 1, draws.size() - 1)];
        return draws[below] + (position - static_cast<double>(below)) * (above - draws[below]);
    };
    return {at(0.025), at(0.975)};
}

} // namespace

Result<TimeVariation> timeVariation(
    const PlaceValues &values, std::uint64_t seed, int draws, const TaskContext &context)
{
    const bool level = isLevel(values.channel);
    const std::vector<DaySums> days = daySums(values, level);
    Groups all(kGroups);
    for (const DaySums &day : days)
        add(all, day);

    Random random(seed);
    std::vector<std::vector<double>> drawn(kGroups);
    Groups groups;
    for (int draw = 0; draw < draws && !days.empty(); ++draw) {
        if (context.cancelled())
            return cancelledFailure();
        context.progress(draw, draws, {});
        groups.assign(kGroups, {});
        for (std::size_t i = 0; i < days.size(); ++i)
            add(groups, days[random.below(days.size())]);
        for (std::size_t group = 0; group < kGroups; ++group)
            drawn[group].push_back(groups[group].mean());
    }

    const auto shown = [level](double mean) { return level ? 10.0 * std::log10(mean) : mean; };
    std::vector<MeanWithInterval> means;
    for (std::size_t group = 0; group < kGroups; ++group) {
        const auto [low, high] = middle(std::move(drawn[group]));
        means.push_back({shown(all[group].mean()), shown(low), shown(high), all[group].count});
    }
    TimeVariation variation;
    auto next = means.begin();
    const auto take = [&next](std::vector<MeanWithInterval> &into, int count) {
        into.assign(next, next + count);
        next += count;
    };
    take(variation.hours, kHours);
    take(variation.weekdays, kWeekdays);
    take(variation.hoursOfWeek, kHours * kWeekdays);
    take(variation.months, kMonths);
    return variation;
}

} // namespace belvedere
