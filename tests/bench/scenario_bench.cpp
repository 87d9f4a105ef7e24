// SPDX-License-Identifier: GPL-3.0-or-later
// How long a what-if takes on a made city of about 10 000 links: the base case, then scenarios by
// warm restart, with emissions, a year of weather on a 100 m grid, exposure and crashes.
#include "scenario/coupled_run.h"
#include "support/made_base_case.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

using namespace belvedere;

namespace {

/// A year of hours with a prevailing wind from the south-west.
std::vector<WeatherHour> weatherYear()
{
    Random random(8760);
    std::vector<WeatherHour> hours;
    for (int hour = 0; hour < 8760; ++hour) {
        const double from = std::fmod(225.0 + 70.0 * random.normal() + 720.0, 360.0);
        hours.push_back({from, 0.5 + random.exponential(3.0),
            static_cast<Stability>(random.below(kStabilityCount))});
    }
    return hours;
}

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Timed
{
    double wall = 0.0;
    double processor = 0.0;
};

Edit edit(EditBody body)
{
    return {QStringLiteral("e1"), {}, {}, std::move(body)};
}

} // namespace

int main(int argc, char *argv[])
{
    int threads = 1;
    for (int k = 1; k + 1 < argc; ++k)
        if (std::string_view(argv[k]) == "--threads")
            threads = std::atoi(argv[k + 1]);
    MadeNetworkSpec spec;
    spec.rows = 50;
    spec.columns = 50;
    spec.zones = 150;
    spec.destinationsPerZone = 120.0;
    spec.tripsPerPair = 8.0;
    spec.kindsOfDelay = false;
    BaseCaseData data = madeBaseData(spec, 1);
    data.weather = weatherYear();
    const auto base = BaseCase::make(std::move(data));
    if (!base) {
        std::fprintf(stderr, "%s\n", qPrintable(base.error().message()));
        return 1;
    }
    TaskContext context;
    context.threads = threads;
    ScenarioSettings settings;
    const auto before = runBase(*base, settings, context);
    if (!before) {
        std::fprintf(stderr, "%s\n", qPrintable(before.error().message()));
        return 1;
    }
    const std::vector<LinkKey> roads = roadKeys(**base);
    std::printf("%zu links, %zu zones, %.0f trips, %d x %d cells, %d threads\n",
        (*base)->network().links().size(), (*base)->network().zones().size(),
        (*base)->data().periods[0].demand[0].total(), (*before)->run->air->grid.columns,
        (*before)->run->air->grid.rows, threads);
    std::printf("delay %.0f veh h, mean speed %.1f km/h\n",
        findKpi((*before)->run->kpis, QStringLiteral("delay"))->value,
        findKpi((*before)->run->kpis, QStringLiteral("meanSpeed"))->value);
    std::printf("%-34s %8.3f s\n", "base case, from scratch", (*before)->run->seconds);
    // A main road in the middle of the city.
    const LinkKey middle = roads[roads.size() / 2];
    const std::pair<const char *, Edit> cases[] = {{"close a road", edit(CloseLinks{{middle}})},
        {"speed limit on 100 roads",
            edit(ChangeSpeed{{roads.begin(), roads.begin() + 100}, {0.6, true}, 1.0})},
        {"all trips + 5 %", edit(DemandFactor{1.05, {}, {}, {}})},
        {"rain", edit(ChangeWeather{0.9, 0.95})}};
    for (const auto &[name, change] : cases) {
        std::vector<Timed> times;
        for (int round = 0; round < 3; ++round) {
            const double start = processorSeconds();
            const auto after = runScenario(**before, {change}, context);
            if (!after) {
                std::fprintf(stderr, "%s\n", qPrintable(after.error().message()));
                return 1;
            }
            times.push_back({(*after)->seconds, processorSeconds() - start});
        }
        std::sort(times.begin(), times.end(),
            [](const Timed &a, const Timed &b) { return a.wall < b.wall; });
        std::printf("%-34s %8.3f s, %6.3f s processor (median of 3)\n", name, times[1].wall,
            times[1].processor);
    }
    return 0;
}
