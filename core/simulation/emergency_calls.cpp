// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/emergency_calls.h"

#include "simulation/plane_geometry.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace belvedere::simulation {

namespace {

/// One service and what people call it for; shares add up to 1.
struct Service
{
    const char *category;
    double share;
    double peakHour;
    double swing; // how much more at the peak hour than on average
    double weekendNight; // factor in the nights after Friday and Saturday
    const char *reasons[5];
};

constexpr Service kServices[] = {
    {"EMS", 0.60, 14.0, 0.45, 1.25,
        {QT_TRANSLATE_NOOP("Demo", "Chest pain"), QT_TRANSLATE_NOOP("Demo", "Fall"),
            QT_TRANSLATE_NOOP("Demo", "Breathing difficulty"),
            QT_TRANSLATE_NOOP("Demo", "Unconscious person"),
            QT_TRANSLATE_NOOP("Demo", "Traffic injury")}},
    {"Fire", 0.14, 18.0, 0.40, 1.10,
        {QT_TRANSLATE_NOOP("Demo", "Automatic fire alarm"),
            QT_TRANSLATE_NOOP("Demo", "Kitchen fire"), QT_TRANSLATE_NOOP("Demo", "Smell of gas"),
            QT_TRANSLATE_NOOP("Demo", "Vehicle fire"), QT_TRANSLATE_NOOP("Demo", "Rescue")}},
    {"Police", 0.26, 20.0, 0.50, 2.20,
        {QT_TRANSLATE_NOOP("Demo", "Disturbance"), QT_TRANSLATE_NOOP("Demo", "Burglary"),
            QT_TRANSLATE_NOOP("Demo", "Traffic accident"), QT_TRANSLATE_NOOP("Demo", "Theft"),
            QT_TRANSLATE_NOOP("Demo", "Missing person")}},
};
constexpr double kHighestRate = 3.4; // above every value of rate()

double rate(const Service &service, int weekday, double hour)
{
    const double daily =
        1.0 + service.swing * std::cos(2.0 * std::numbers::pi * (hour - service.peakHour) / 24.0);
    const bool night = (hour >= 21.0 && (weekday == 4 || weekday == 5))
        || (hour < 4.0 && (weekday == 5 || weekday == 6));
    return daily * (night ? service.weekendNight : 1.0);
}

/// Sums of the links' weights: length times nearness to the centre.
std::vector<double> linkSums(const RoadNetwork &network, const LocalProjection &projection)
{
    std::vector<double> sums;
    double sum = 0.0;
    for (const Link &link : network.links()) {
        const double far = norm(projection.toPlane(network.nodes()[link.to.index()]));
        const bool lived = link.roadClass >= RoadClass::Primary;
        sum += (lived ? 1.0 : 0.3) * link.lengthM * (0.12 + std::exp(-far / 2200.0));
        sums.push_back(sum);
    }
    return sums;
}

} // namespace

IncidentTable emergencyCalls(const RoadNetwork &network, const LocalProjection &projection,
    const LocalCalendar &calendar, double perDay, Random random)
{
    IncidentTable table;
    const std::vector<double> sums = linkSums(network, projection);
    const double days = static_cast<double>(calendar.axis.count * calendar.axis.stepMs) / kMsPerDay;
    for (const Service &service : kServices) {
        const int count = random.poisson(perDay * service.share * days);
        for (int i = 0; i < count; ++i) {
            int step = 0;
            do {
                step =
                    static_cast<int>(random.below(static_cast<std::uint64_t>(calendar.axis.count)));
            } while (random.uniform() * kHighestRate
                > rate(service, calendar.weekday(step), calendar.hour(step)));
            const auto hit =
                std::upper_bound(sums.begin(), sums.end(), random.uniform() * sums.back());
            const auto link = std::min<std::ptrdiff_t>(
                hit - sums.begin(), static_cast<std::ptrdiff_t>(sums.size()) - 1);
            Incident call;
            call.link = LinkId(static_cast<std::int32_t>(link));
            call.position = network.nodes()[network.link(call.link).to.index()];
            call.from = calendar.axis.at(step)
                + static_cast<UtcMs>(
                    random.below(static_cast<std::uint64_t>(calendar.axis.stepMs)));
            call.category = QLatin1String(service.category);
            call.description = QLatin1String(service.reasons[random.below(5)]);
            const double grave = random.uniform();
            call.severity = grave < 0.45 ? 1 : grave < 0.80 ? 2 : grave < 0.96 ? 3 : 4;
            table.incidents.push_back(std::move(call));
        }
    }
    std::stable_sort(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
    return table;
}

} // namespace belvedere::simulation
