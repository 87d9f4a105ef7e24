// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/time_grid.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere {

namespace {

constexpr UtcMs kToleranceParts = 10;
constexpr std::size_t kMostOffTheGrid = 5; // one in …
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

/// The nearest of the steps that clocks and calendars know.
UtcMs usualStep(UtcMs distance)
{
    constexpr std::array<UtcMs, 24> kUsual = {kMsPerSecond, 2 * kMsPerSecond, 5 * kMsPerSecond,
        10 * kMsPerSecond, 15 * kMsPerSecond, 20 * kMsPerSecond, 30 * kMsPerSecond, kMsPerMinute,
        2 * kMsPerMinute, 3 * kMsPerMinute, 5 * kMsPerMinute, 6 * kMsPerMinute, 10 * kMsPerMinute,
        15 * kMsPerMinute, 20 * kMsPerMinute, 30 * kMsPerMinute, kMsPerHour, 2 * kMsPerHour,
        3 * kMsPerHour, 4 * kMsPerHour, 6 * kMsPerHour, 8 * kMsPerHour, 12 * kMsPerHour, kMsPerDay};
    if (distance > kMsPerDay)
        return (distance + kMsPerDay / 2) / kMsPerDay * kMsPerDay;
    const auto ratio = [distance](UtcMs step) {
        return std::abs(std::log(double(step) / double(distance)));
    };
    return *std::min_element(
        kUsual.begin(), kUsual.end(), [&](UtcMs a, UtcMs b) { return ratio(a) < ratio(b); });
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

UtcMs TimeGrid::typicalStep() const
{
    std::vector<std::pair<UtcMs, qint64>> sorted(m_distances.begin(), m_distances.end());
    std::sort(sorted.begin(), sorted.end());
    qint64 all = 0;
    for (const auto &[distance, count] : sorted)
        all += count;
    qint64 below = 0;
    for (const auto &[distance, count] : sorted) {
        below += count;
        if (2 * below >= all)
            return usualStep(distance);
    }
    return 0;
}

std::optional<UtcMs> TimeGrid::snapped(UtcMs time) const
{
    const UtcMs step = m_axis.stepMs;
    const UtcMs offset = (((time - m_axis.start) % step) + step) % step;
    if (m_irregular)
        return time - offset;
    if (offset <= step / kToleranceParts)
        return time - offset;
    if (step - offset <= step / kToleranceParts)
        return time + step - offset;
    return std::nullopt;
}

Result<> TimeGrid::fit(const std::vector<UtcMs> &times, UtcMs stepHint, std::size_t valuesPerStep,
    const QTimeZone &zone)
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
    const auto off = [this](UtcMs time) { return !snapped(time); };
    const auto between = std::count_if(times.begin(), times.end(), off);
    if (static_cast<std::size_t>(between) * kMostOffTheGrid > times.size()) {
        m_irregular = true;
        m_axis.stepMs = typicalStep();
        const UtcMs earliest = *std::min_element(times.begin(), times.end());
        m_axis.start = -static_cast<UtcMs>(
                           zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(earliest, Qt::UTC)))
            * kMsPerSecond;
    }
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
        QT_TRANSLATE_NOOP(
            "Error", "The time %1 stands twice, with different values. The first row is kept."),
        {formatUtc(time)}, {}, {}};
}

} // namespace belvedere
