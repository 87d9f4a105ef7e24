// SPDX-License-Identifier: GPL-3.0-or-later
// Hot spots: how well each method foresees the last weeks of real calls and crimes, and how long a
// million incidents take. Usage: bench_hotspots [timings|montgomery|chicago [without=WEEKS]]: the
// last weeks are then left out, to compare procedures on others than those that they are told by.
#include "base/random.h"
#include "data/readers/import_files.h"
#include "safety/change_map.h"
#include "safety/getis_ord.h"
#include "safety/hotspot_study.h"
#include "safety/kernel_density.h"

#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

using namespace belvedere;

namespace {

/// Wall and processor seconds since its making.
class Stopwatch
{
public:
    Stopwatch()
        : m_cpu(std::clock())
    {
        m_wall.start();
    }
    void report(const char *what) const
    {
        std::printf("%-58s %7.3f s (processor %.3f s)\n", what,
            double(m_wall.nsecsElapsed()) * 1e-9, double(std::clock() - m_cpu) / CLOCKS_PER_SEC);
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_cpu;
};

/// Two years of incidents about 40 centres in a city of some 40 km.
IncidentTable million()
{
    Random random(1);
    std::vector<LonLat> centres;
    for (int i = 0; i < 40; ++i)
        centres.push_back({-87.7 + random.normal(0.0, 0.08), 41.85 + random.normal(0.0, 0.08)});
    IncidentTable table;
    table.name = QStringLiteral("million");
    table.incidents.resize(1'000'000);
    for (std::size_t i = 0; i < table.incidents.size(); ++i) {
        const LonLat centre = centres[std::size_t(random.below(centres.size()))];
        Incident &incident = table.incidents[i];
        incident.from = 1451606400000 + UtcMs(i) * 63072;
        incident.position =
            LonLat{centre.lon + random.normal(0.0, 0.03), centre.lat + random.normal(0.0, 0.03)};
        incident.category = i % 3 == 0 ? QStringLiteral("THEFT") : QStringLiteral("BATTERY");
    }
    return table;
}

int timings()
{
    const IncidentTable table = million();
    AreaSpec spec;
    spec.cellM = 250.0;
    const Stopwatch bin;
    const auto placed = placeIncidents(table, spec);
    if (!placed)
        return 1;
    bin.report("1e6 incidents into cells of 250 m");
    std::printf("  %d cells in a grid of %d by %d\n", placed->area.size(), placed->area.columns(),
        placed->area.rows());
    const Stopwatch count;
    const std::vector<double> counts = countMap(*placed);
    count.report("count map");
    const Stopwatch kde;
    if (!kernelDensity(*placed, {500.0, KernelEdge::Corrected, 0.0}))
        return 1;
    kde.report("KDE, 500 m, edges corrected");
    const Stopwatch wide;
    if (!kernelDensity(*placed, {2000.0, KernelEdge::Corrected, 90.0}))
        return 1;
    wide.report("ST-KDE, 2 km, half-life 90 days");
    const Stopwatch gi;
    if (!getisOrd(placed->area, counts))
        return 1;
    gi.report("Gi*");
    const UtcMs end = placed->span().to;
    const Stopwatch change;
    if (!changeMap(
            *placed, {{end - 56 * kMsPerDay, end - 28 * kMsPerDay}, {end - 28 * kMsPerDay, end}}))
        return 1;
    change.report("change of 28 days");
    const Stopwatch tune;
    const auto risk = RiskModel::tuned(*placed, end, QTimeZone::utc());
    if (!risk)
        return 1;
    tune.report("risk model tuned on 26 weeks");
    const Stopwatch fit;
    if (!RiskModel::fit(*placed, end, *risk))
        return 1;
    fit.report("risk model fitted");
    return 0;
}

void print(const HotspotStudy &study, const char *title)
{
    std::printf("\n%s: %d cells, %d weeks, %d incidents, %zu left out\n", title,
        study.incidents.area.size(), study.scoring.weeks, study.methods.front().score.incidents,
        study.incidents.leftOut.size());
    for (const MethodScore &method : study.methods) {
        std::printf("  %-10s", qPrintable(hotspotMethodName(method.method)));
        for (const ShareScore &share : method.score.shares)
            std::printf("  %4.1f/%5.2f/%.3f", 100.0 * share.hitRate.value, share.pai.value,
                share.pei.value);
        std::printf("\n");
        if (method.method != HotspotMethod::Risk)
            continue;
        std::printf("  PEI - count");
        for (const ShareDifference &difference : method.againstCount)
            std::printf("  %+.4f (%+.4f to %+.4f)", difference.pei.value, difference.pei.lower,
                difference.pei.upper);
        std::printf("\n");
    }
    if (study.risk) {
        std::printf("  weight of the model");
        for (const OrderBand &band : study.risk->order)
            std::printf("  %.0f %%: %.2f", 100.0 * band.share, band.modelWeight);
        std::printf("\n");
    }
    if (study.calibration)
        std::printf("  deviance %.4f (mean so far %.4f), 80 %% interval holds %.1f %%, promised "
                    "%.1f %%, expected %.0f of %.0f, dispersion %.3f\n",
            study.calibration->deviance, study.calibration->countDeviance,
            100.0 * study.calibration->coverage80, 100.0 * study.calibration->promised80,
            study.calibration->forecastSum, study.calibration->observedSum, study.risk->dispersion);
    std::fflush(stdout);
}

/// Without what happened in the last weeks.
IncidentTable cutOff(IncidentTable table, int weeks, const QTimeZone &zone)
{
    const UtcMs end = endOfIncidents(table, zone) - weeks * 7 * kMsPerDay;
    std::erase_if(table.incidents, [&](const Incident &incident) { return incident.from >= end; });
    return table;
}

int figures(const char *path, const char *zone, double cellM, int weeks, int without)
{
    const QString file =
        QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/") + QString::fromLatin1(path);
    ImportOptions options;
    options.zone = QTimeZone(zone);
    const auto data = readFiles({file}, options);
    if (!data) {
        std::printf("%s\n", qPrintable(data.error().message()));
        return 1;
    }
    HotspotSpec spec;
    spec.area.cellM = cellM;
    spec.weeks = weeks;
    spec.zone = options.zone;
    const IncidentTable table = cutOff(data->incidents, without, spec.zone);
    const Stopwatch clock;
    const auto all = studyHotspots(table, spec);
    if (!all) {
        std::printf("%s\n", qPrintable(all.error().message()));
        return 1;
    }
    print(*all, "all types");
    clock.report("  six methods");
    for (const QString &type : all->incidents.types) {
        spec.type = type;
        const auto study = studyHotspots(table, spec);
        if (study)
            print(*study, qPrintable(type));
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto wanted = [&](const char *what) { return argc < 2 || !std::strcmp(argv[1], what); };
    const auto isWithout = [](const char *argument) {
        return !std::strncmp(argument, "without=", 8);
    };
    const int without = argc > 2 && isWithout(argv[2]) ? std::atoi(argv[2] + 8) : 0;
    int failed = 0;
    if (wanted("timings"))
        failed += timings();
    if (wanted("montgomery"))
        failed += figures("safety/montgomery_911/911.csv", "America/New_York", 1000.0, 8, without);
    if (wanted("chicago")) {
        const char *path = "safety/chicago_2016_2017/CHI_Crime_2016-01-01_2017-09-30.csv";
        failed += figures(path, "America/Chicago", 500.0, 13, without);
        failed += figures(path, "America/Chicago", 250.0, 13, without);
    }
    return failed;
}
