// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/flow/bottleneck_queue.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kMinPerHour = 60.0;

Result<> checkAmounts(std::initializer_list<double> amounts)
{
    for (const double amount : amounts) {
        if (!(std::isfinite(amount) && amount >= 0.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP(
                    "Error", "Flows, capacities, lengths and times start at 0; one is %1."),
                {QString::number(amount)});
    }
    return {};
}

Result<> checkSteps(const std::vector<CapacityStep> &capacities, double stepMin)
{
    if (capacities.empty() || capacities.front().fromMin != 0.0 || !(stepMin > 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "A queue needs a time step above 0 and capacities from minute 0."));
    for (std::size_t i = 0; i < capacities.size(); ++i) {
        BV_TRY_VOID(checkAmounts({capacities[i].capacityVehH}));
        if (i > 0 && !(capacities[i].fromMin > capacities[i - 1].fromMin))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Capacity %1 does not begin after the one before it."),
                {QString::number(i + 1)});
    }
    return {};
}

/// Vehicles that the exit lets through from one minute to another.
double allowed(const std::vector<CapacityStep> &capacities, double fromMin, double toMin)
{
    double vehicles = 0.0;
    for (std::size_t i = 0; i < capacities.size(); ++i) {
        const double end = i + 1 < capacities.size() ? capacities[i + 1].fromMin
                                                     : std::numeric_limits<double>::infinity();
        const double overlap = std::min(toMin, end) - std::max(fromMin, capacities[i].fromMin);
        if (overlap > 0.0)
            vehicles += capacities[i].capacityVehH * overlap / kMinPerHour;
    }
    return vehicles;
}

/// Cumulative count between the steps; 0 before the first.
double countAt(const std::vector<double> &counts, double timeMin, double stepMin)
{
    if (timeMin <= 0.0)
        return counts.front();
    const double position = timeMin / stepMin;
    const auto last = static_cast<double>(counts.size() - 1);
    if (position >= last)
        return counts.back();
    const auto i = static_cast<std::size_t>(position);
    const double part = position - static_cast<double>(i);
    return counts[i] + part * (counts[i + 1] - counts[i]);
}

std::vector<double> arrivals(double inflowVehH, double endMin, double stepMin, std::size_t steps)
{
    std::vector<double> counts(steps + 1);
    for (std::size_t i = 0; i <= steps; ++i)
        counts[i] = inflowVehH * std::min(static_cast<double>(i) * stepMin, endMin) / kMinPerHour;
    return counts;
}

} // namespace

Result<IncidentQueue> incidentQueue(const FundamentalDiagram &road, const Incident &incident)
{
    const auto [inflow, capacity, durationMin] = incident;
    BV_TRY_VOID(checkAmounts({inflow, capacity, durationMin}));
    const double discharge = road.capacityVehH();
    if (inflow >= discharge)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "An inflow of %1 vehicles/h is not below the road's capacity of %2: the queue "
                "never ends."),
            {QString::number(inflow), QString::number(discharge)});
    IncidentQueue queue;
    if (capacity >= inflow || durationMin <= 0.0)
        return queue;
    const double hours = durationMin / kMinPerHour;
    const double free = road.freeDensity(inflow);
    queue.growthKmh = shockSpeedKmh(road, free, road.queuedDensity(capacity));
    queue.mostQueuedVeh = (inflow - capacity) * hours;
    queue.lengthAtEndKm = -queue.growthKmh * hours;
    const double meet = queue.lengthAtEndKm / (road.waveSpeedKmh() + queue.growthKmh);
    queue.tailMetMin = meet * kMinPerHour;
    queue.tailMetKm = road.waveSpeedKmh() * meet;
    // From there the border between the road at capacity and the even inflow runs downstream.
    const double lastKmh = shockSpeedKmh(road, free, road.criticalDensityVehKm());
    queue.clearedMin = (meet + queue.tailMetKm / lastKmh) * kMinPerHour;
    const double clearing = queue.mostQueuedVeh / (discharge - inflow);
    queue.totalDelayVehH = queue.mostQueuedVeh * (hours + clearing) / 2.0;
    return queue;
}

double LinkCounts::totalDelayVehH(double freeMin) const
{
    double area = 0.0;
    double before = 0.0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const double now =
            countAt(arrived, static_cast<double>(i) * stepMin - freeMin, stepMin) - left[i];
        if (i > 0)
            area += (before + now) / 2.0 * stepMin / kMinPerHour;
        before = now;
    }
    return area;
}

double LinkCounts::mostQueuedVeh(double freeMin) const
{
    double most = 0.0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const double due = countAt(arrived, static_cast<double>(i) * stepMin - freeMin, stepMin);
        most = std::max(most, due - left[i]);
    }
    return most;
}

Result<LinkCounts> linkTransmission(const FundamentalDiagram &road, double lengthKm,
    double inflowVehH, double inflowEndMin, const std::vector<CapacityStep> &capacities,
    double durationMin, double stepMin)
{
    BV_TRY_VOID(checkAmounts({lengthKm, inflowVehH, inflowEndMin, durationMin}));
    BV_TRY_VOID(checkSteps(capacities, stepMin));
    const double freeMin = lengthKm / road.freeSpeedKmh() * kMinPerHour;
    const double waveMin = lengthKm / road.waveSpeedKmh() * kMinPerHour;
    if (stepMin > std::min(freeMin, waveMin) * (1.0 + 1e-12))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A time step of %1 min is longer than the %2 min that a vehicle or a wave needs "
                "for the link."),
            {QString::number(stepMin), QString::number(std::min(freeMin, waveMin))});
    const auto steps = static_cast<std::size_t>(std::llround(durationMin / stepMin));
    LinkCounts counts{stepMin, arrivals(inflowVehH, inflowEndMin, stepMin, steps),
        std::vector<double>(steps + 1, 0.0), std::vector<double>(steps + 1, 0.0)};
    const double most = road.capacityVehH() * stepMin / kMinPerHour;
    const double room = road.jamDensityVehKm() * lengthKm;
    for (std::size_t i = 0; i < steps; ++i) {
        const double next = static_cast<double>(i + 1) * stepMin;
        const double sending =
            std::min(countAt(counts.entered, next - freeMin, stepMin) - counts.left[i], most);
        const double receiving = std::min(
            countAt(counts.left, next - waveMin, stepMin) + room - counts.entered[i], most);
        const double exit = allowed(capacities, next - stepMin, next);
        counts.left[i + 1] = counts.left[i] + std::max(0.0, std::min(sending, exit));
        counts.entered[i + 1] = counts.entered[i]
            + std::max(0.0, std::min(counts.arrived[i + 1] - counts.entered[i], receiving));
    }
    return counts;
}

Result<LinkCounts> pointQueue(double inflowVehH, double inflowEndMin,
    const std::vector<CapacityStep> &capacities, double durationMin, double stepMin)
{
    BV_TRY_VOID(checkAmounts({inflowVehH, inflowEndMin, durationMin}));
    BV_TRY_VOID(checkSteps(capacities, stepMin));
    const auto steps = static_cast<std::size_t>(std::llround(durationMin / stepMin));
    LinkCounts counts{stepMin, arrivals(inflowVehH, inflowEndMin, stepMin, steps), {},
        std::vector<double>(steps + 1, 0.0)};
    counts.entered = counts.arrived;
    for (std::size_t i = 0; i < steps; ++i) {
        const double next = static_cast<double>(i + 1) * stepMin;
        counts.left[i + 1] = std::min(
            counts.arrived[i + 1], counts.left[i] + allowed(capacities, next - stepMin, next));
    }
    return counts;
}

} // namespace belvedere
