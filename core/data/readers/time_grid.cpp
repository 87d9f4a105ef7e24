// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/time_grid.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr UtcMs kToleranceParts = 10;
/// A file whose grid is this many times longer than its rows has a wrong date somewhere …
constexpr UtcMs kMaxStretch = 100;
/// … which only matters when the empty grid would take much memory.
constexpr double kHarmlessValues = 2e7;

/// Steps are whole minutes; clocks of devices are a few seconds off.
UtcMs wholeMinutes(UtcMs distance)
{
    constexpr UtcMs kPartsOff = 50;
    const UtcMs rounded = (distance + kMsPerMinute / 2) / kMsPerMinute * kMsPerMinute;
    return std::abs(distance - rounded) * kPartsOff <= distance ? rounded : distance;
}

qint64 mostFrequent(const std::unordered_map<UtcMs, qint64> &counts)
{
    UtcMs best = 0;
    qint64 most = 0;
    for (const auto &[value, count] : counts) {
        if (count > most || (count == most && value < best)) {
            best = value;
            most = count;
        }
    }
    return best;
}

} // namespace

void TimeGrid::addDistance(UtcMs distance)
{
    if (distance != 0)
        ++m_distances[wholeMinutes(std::abs(distance))];
}

std::optional<UtcMs> TimeGrid::snapped(UtcMs time) const
{
    const UtcMs step = m_axis.stepMs;
    const UtcMs offset = (((time - m_axis.start) % step) + step) % step;
    if (offset <= step / kToleranceParts)
        return time - offset;
    if (step - offset <= step / kToleranceParts)
        return time + step - offset;
    return std::nullopt;
}

Result<> TimeGrid::fit(const std::vector<UtcMs> &times, UtcMs stepHint, std::size_t valuesPerStep)
{
    m_axis.stepMs = m_distances.empty() ? stepHint : mostFrequent(m_distances);
    if (times.empty() || m_axis.stepMs <= 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "The time step cannot be told: the file needs rows of at least two different "
                "times."));
    std::unordered_map<UtcMs, qint64> phases;
    for (const UtcMs time : times)
        ++phases[time % m_axis.stepMs];
    m_axis.start = mostFrequent(phases);
    UtcMs first = std::numeric_limits<UtcMs>::max();
    UtcMs last = std::numeric_limits<UtcMs>::min();
    for (const UtcMs time : times) {
        if (const auto onGrid = snapped(time)) {
            first = std::min(first, *onGrid);
            last = std::max(last, *onGrid);
        }
    }
    const UtcMs count = (last - first) / m_axis.stepMs + 1;
    if (count > std::numeric_limits<int>::max() / 2
        || (count > kMaxStretch * static_cast<UtcMs>(times.size())
            && double(count) * double(valuesPerStep) > kHarmlessValues))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The times reach from %1 to %2, but only %3 rows stand there in steps of %4 s. "
                "Check the dates at both ends."),
            {formatUtc(first), formatUtc(last), QString::number(times.size()),
                QString::number(double(m_axis.stepMs) / double(kMsPerSecond))});
    m_axis.start = first;
    m_axis.count = static_cast<int>(count);
    return {};
}

std::optional<int> TimeGrid::stepOf(UtcMs time) const
{
    if (const auto onGrid = snapped(time))
        return static_cast<int>((*onGrid - m_axis.start) / m_axis.stepMs);
    return std::nullopt;
}

Error offTheGrid(UtcMs time, const TimeAxis &axis)
{
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP(
            "Error", "The time %1 lies between two steps: the file has one every %2 s."),
        {formatUtc(time), QString::number(double(axis.stepMs) / double(kMsPerSecond))}, {}, {}};
}

Error duplicateTime(UtcMs time)
{
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "The time %1 stands twice. The first row is kept."),
        {formatUtc(time)}, {}, {}};
}

} // namespace belvedere
