// SPDX-License-Identifier: GPL-3.0-or-later
// Processor seconds of the assignment engine on the networks of the TNTP collection that are given,
// and on a made one of a large city's size; Frank-Wolfe runs beside it as a yardstick.
// usage: bench_assignment [--threads N] [--large] [FOLDER of TNTP data]
#include "support/made_network.h"
#include "traffic/readers/tntp_reader.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

namespace {

using namespace belvedere;

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

struct Case
{
    QString name;
    AssignmentNetwork network;
    OdMatrix trips;
    double bestObjective = 0.0; // 0 = not known
};

Result<Case> readCase(const QString &folder, const QString &stem, double best)
{
    Case result;
    result.name = stem.section(QLatin1Char('/'), -1);
    const QString net = folder + stem + QStringLiteral("_net.tntp");
    BV_TRY(result.network, readTntpNetwork(net, publishedTntpFactors(net)));
    BV_TRY(result.trips,
        readTntpTrips(
            folder + stem + QStringLiteral("_trips.tntp"), result.network.zones().size()));
    result.bestObjective = best;
    return result;
}

double secondsTo(const AssignmentResult &result, double gap)
{
    for (const AssignmentStep &step : result.history)
        if (step.relativeGap <= gap)
            return step.seconds;
    return std::nan("");
}

/// Best of some runs, since the machine is shared.
void runBushes(const Case &city, int threads, int repeats)
{
    AssignmentOptions options;
    options.relativeGap = 1e-12;
    options.maxIterations = 300;
    TaskContext context;
    context.threads = threads;
    double best[4] = {1e300, 1e300, 1e300, 1e300};
    const double gaps[4] = {1e-4, 1e-6, 1e-10, 1e-12};
    double whole = 1e300;
    AssignmentResult last;
    for (int run = 0; run < repeats; ++run) {
        const double begin = processorSeconds();
        last = *assign(city.network, {city.trips}, options, context);
        const double used = processorSeconds() - begin;
        whole = std::min(whole, used);
        // Wall time of the history, by the share of it that was processor time.
        const double share = last.seconds > 0.0 ? std::min(used / last.seconds, 1.0) : 1.0;
        for (int k = 0; k < 4; ++k)
            best[k] = std::fmin(best[k], secondsTo(last, gaps[k]) * share);
    }
    std::printf("%-22s %7zu %5zu  %8.4f %8.4f %8.4f %8.4f  %8.4f %4d %9.1e", qPrintable(city.name),
        city.network.links().size(), city.network.zones().size(), best[0], best[1], best[2],
        best[3], whole, last.iterations, last.relativeGap);
    if (city.bestObjective > 0.0)
        std::printf(" %9.1e", last.objective / city.bestObjective - 1.0);
    std::printf("  %.0f MB\n", peakMegabytes());
}

void runFrankWolfe(const Case &city)
{
    AssignmentOptions options;
    options.algorithm = AssignmentAlgorithm::FrankWolfe;
    options.relativeGap = 1e-4;
    options.maxIterations = 1000;
    const double begin = processorSeconds();
    const AssignmentResult result = *assign(city.network, {city.trips}, options);
    std::printf("%-22s bi-conjugate Frank-Wolfe to 1e-4: %.3f s, %d iterations\n",
        qPrintable(city.name), processorSeconds() - begin, result.iterations);
}

/// One link after another, the busiest first: half its capacity, closed.
void runEdits(const Case &city)
{
    AssignmentOptions options;
    options.relativeGap = 1e-6;
    const AssignmentResult base = *assign(city.network, {city.trips}, options);
    std::vector<std::size_t> busiest;
    for (std::size_t link = 0; link < base.flow.size(); ++link)
        if (!city.network.links()[link].delay.constant())
            busiest.push_back(link);
    std::sort(busiest.begin(), busiest.end(),
        [&](std::size_t a, std::size_t b) { return base.flow[a] > base.flow[b]; });
    double sum[2] = {};
    double worst[2] = {};
    constexpr int kEdits = 20;
    for (int k = 0; k < kEdits; ++k) {
        for (int closed = 0; closed < 2; ++closed) {
            AssignmentNetworkData data = city.network.data();
            AssignmentLink &link = data.links[busiest[static_cast<std::size_t>(k) * 17]];
            link.delay.capacity *= 0.5;
            link.open = closed == 0;
            const AssignmentNetwork edited = *AssignmentNetwork::make(std::move(data));
            const double begin = processorSeconds();
            const AssignmentResult result = *assign(edited, {city.trips}, options, {}, base.state);
            const double used = processorSeconds() - begin;
            sum[closed] += used / kEdits;
            worst[closed] = std::max(worst[closed], used);
        }
    }
    std::printf("%-22s restart to 1e-6: half capacity %.4f s (worst %.4f), closed %.4f s (worst "
                "%.4f)\n",
        qPrintable(city.name), sum[0], worst[0], sum[1], worst[1]);
}

Case largeCity()
{
    MadeNetworkSpec spec;
    spec.rows = 80;
    spec.columns = 83;
    spec.zones = 865;
    spec.destinationsPerZone = 57.0;
    spec.tripsPerPair = 3.2;
    spec.kindsOfDelay = false;
    const MadeNetwork made = madeNetwork(spec, 11);
    return {QStringLiteral("made large city"), made.network(), made.trips, 0.0};
}

} // namespace

int main(int argc, char *argv[])
{
    QString folder = QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/tntp/");
    int threads = 1;
    bool large = false;
    for (int k = 1; k < argc; ++k) {
        const QString word = QString::fromLocal8Bit(argv[k]);
        if (word == QLatin1String("--threads") && k + 1 < argc)
            threads = QString::fromLocal8Bit(argv[++k]).toInt();
        else if (word == QLatin1String("--large"))
            large = true;
        else
            folder = word + QLatin1Char('/');
    }
    std::printf("%-22s %7s %5s  %8s %8s %8s %8s  %8s %4s %9s %9s\n", "network", "links", "zones",
        "1e-4", "1e-6", "1e-10", "1e-12", "whole", "it.", "gap", "objective");
    if (large) {
        const Case city = largeCity();
        runBushes(city, threads, 1);
        return 0;
    }
    for (const auto &[stem, best] : {std::pair("SiouxFalls/SiouxFalls", 4231335.2871074406),
             std::pair("Anaheim/Anaheim", 1286032.1710960327),
             std::pair("Chicago-Sketch/ChicagoSketch", 17313018.7387477607)}) {
        const auto city = readCase(folder, QString::fromLatin1(stem), best);
        if (!city) {
            std::fprintf(stderr, "%s\n", qPrintable(city.error().message()));
            continue;
        }
        runBushes(*city, threads, 5);
        if (city->name == QLatin1String("ChicagoSketch")) {
            Case twice = *city;
            twice.name += QStringLiteral(" x2");
            twice.trips = city->trips.scaled([](std::size_t, std::size_t) { return 2.0; });
            twice.bestObjective = 42113311.518545;
            runBushes(twice, threads, 3);
            runEdits(*city);
        }
        runFrankWolfe(*city);
    }
    return 0;
}
