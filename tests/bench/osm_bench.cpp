// SPDX-License-Identifier: GPL-3.0-or-later
// An OpenStreetMap extract to a stored, reloaded city, ready for drawing and routing: each phase,
// wall and processor time, median of several runs. Usage: bench_osm FILE… [--runs N]
#include "city/map_match.h"
#include "city/projection.h"
#include "data/readers/ground_import.h"
#include "data/store/sqlite_store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <vector>

using namespace belvedere;

namespace {

struct Times
{
    std::vector<double> wallMs;
    std::vector<double> cpuMs;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// By phase, in the order in which they were first met.
class Phases
{
public:
    template <class F> auto time(const char *name, F work)
    {
        QElapsedTimer wall;
        wall.start();
        const std::clock_t cpu = std::clock(); // of all threads
        auto result = work();
        Times &times = m_times[name];
        times.wallMs.push_back(double(wall.nsecsElapsed()) * 1e-6);
        times.cpuMs.push_back(double(std::clock() - cpu) / CLOCKS_PER_SEC * 1e3);
        if (std::find(m_order.begin(), m_order.end(), name) == m_order.end())
            m_order.emplace_back(name);
        return result;
    }
    void report() const
    {
        double wall = 0.0;
        double cpu = 0.0;
        for (const std::string &name : m_order) {
            const Times &times = m_times.at(name);
            std::printf("  %-28s %8.1f ms wall %8.1f ms processor\n", name.c_str(),
                median(times.wallMs), median(times.cpuMs));
            wall += median(times.wallMs);
            cpu += median(times.cpuMs);
        }
        std::printf("  %-28s %8.1f ms wall %8.1f ms processor\n", "all", wall, cpu);
    }

private:
    std::map<std::string, Times> m_times;
    std::vector<std::string> m_order;
};

/// Every corner on the plane of the screen, as a drawing needs it.
std::size_t project(const RoadNetwork &network, const Backdrop &backdrop)
{
    const LocalProjection projection(backdrop.box.centre());
    std::vector<PointM> plane;
    for (const Link &link : network.links()) {
        for (const LonLat p : link.shape)
            plane.push_back(projection.toPlane(p));
    }
    for (const PointChains *chains : {&backdrop.areas.rings(), &backdrop.lines.lines()}) {
        for (const FixedLonLat p : chains->points)
            plane.push_back(projection.toPlane(p.toLonLat()));
    }
    return plane.size();
}

bool measure(const QString &file, int runs)
{
    Phases phases;
    std::size_t points = 0;
    std::size_t links = 0;
    qint64 bytes = 0;
    for (int run = 0; run < runs; ++run) {
        const QTemporaryDir dir;
        const auto store = SqliteStore::openOrCreate(dir.filePath(QStringLiteral("a.city")), {});
        const auto import = phases.time("read the file", [&] { return readOsm(file); });
        if (!store || !import) {
            const Error &error = store ? import.error() : store.error();
            std::printf("%s\n", qUtf8Printable(error.message()));
            return false;
        }
        const auto stored = phases.time("store it", [&] { return storeGround(**store, *import); });
        const auto network =
            phases.time("load the network", [&] { return (*store)->roadNetwork(); });
        const auto backdrop =
            phases.time("load the base map", [&] { return (*store)->backdrop(); });
        if (!stored || !network || !backdrop)
            return false;
        points = phases.time("project", [&] { return project(**network, **backdrop); });
        const MapMatcher matcher =
            phases.time("index for matching", [&] { return MapMatcher(*network); });
        links = (*network)->links().size();
        bytes = QFileInfo(dir.filePath(QStringLiteral("a.city/city.sqlite"))).size()
            + QFileInfo(dir.filePath(QStringLiteral("a.city/city.sqlite-wal"))).size();
    }
    std::printf("%s: %zu links, %zu points, %.1f MB in the store\n", qUtf8Printable(file), links,
        points, double(bytes) * 1e-6);
    phases.report();
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QStringList files = QCoreApplication::arguments().mid(1);
    int runs = 5;
    if (const qsizetype at = files.indexOf(QStringLiteral("--runs")); at >= 0) {
        runs = std::max(1, files.value(at + 1).toInt());
        files.remove(at, std::min<qsizetype>(2, files.size() - at));
    }
    if (files.isEmpty()) {
        std::printf("Usage: bench_osm FILE… [--runs N]\n");
        return 2;
    }
    const bool good = std::all_of(
        files.begin(), files.end(), [runs](const QString &file) { return measure(file, runs); });
    return good ? 0 : 1;
}
