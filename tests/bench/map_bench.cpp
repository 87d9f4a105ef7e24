// SPDX-License-Identifier: GPL-3.0-or-later
// How long the map takes. Run on an idle machine:
//   QT_QPA_PLATFORM=offscreen bench_map [links ...]
// Prints medians in milliseconds at 1920 x 1080: "step" in wall time, from new values until they
// are shown, the others in CPU time. The city is a jittered grid with
// an arterial every 10th and a motorway every 40th line, as in other programs' comparisons.
#include "base/random.h"
#include "base/task_pools.h"
#include "map/map_view.h"
#include "map/value_scale.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kRuns = 9;

template <class F> double medianMs(F f, bool wall = false)
{
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t began = std::clock();
        f();
        const double cpuMs = 1e3 * double(std::clock() - began) / CLOCKS_PER_SEC;
        times.push_back(wall ? double(timer.nsecsElapsed()) * 1e-6 : cpuMs);
    }
    std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
    return times[kRuns / 2];
}

struct City
{
    std::shared_ptr<const LineGeometry> geometry;
    std::vector<FeatureStyle> styles; ///< 8 colours of 3 classes
    std::vector<std::uint8_t> classOf;
};

City makeCity(int links)
{
    constexpr double kStepM = 100.0;
    const int rows = int(std::sqrt(links / 2.0 * 9.0 / 16.0)) + 2;
    const int columns = int(std::ceil(links / 2.0 / rows)) + 2;
    Random random(20240601);
    std::vector<PointM> nodes;
    for (int i = 0; i < rows * columns; ++i)
        nodes.push_back({kStepM * (i % columns) + random.uniform(-25.0, 25.0),
            kStepM * (i / columns) + random.uniform(-25.0, 25.0)});
    PolylineSet lines;
    City city;
    const auto join = [&](int a, int b, int line) {
        if (int(lines.count()) >= links)
            return;
        lines.append(std::vector<PointM>{nodes[std::size_t(a)], nodes[std::size_t(b)]});
        city.classOf.push_back(line % 40 == 0 ? 2 : line % 10 == 0 ? 1 : 0);
    };
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            if (x + 1 < columns)
                join(y * columns + x, y * columns + x + 1, y);
            if (y + 1 < rows)
                join(y * columns + x, (y + 1) * columns + x, x);
        }
    }
    city.geometry = LineGeometry::make(std::move(lines));
    const double widths[] = {1.0, 2.0, 3.5};
    for (int i = 0; i < 24; ++i) {
        FeatureStyle style;
        style.color = QColor::fromHsv(15 * (i % 8), 200, 220);
        style.width = widths[i / 8];
        style.rank = i / 8;
        city.styles.push_back(style);
    }
    return city;
}

std::shared_ptr<const LayerAttributes> valuesAt(const City &city, std::uint64_t step)
{
    Random random(step);
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = city.styles;
    attributes->styleOf.reserve(city.classOf.size());
    for (const std::uint8_t roadClass : city.classOf)
        attributes->styleOf.push_back(std::uint8_t(8 * roadClass + random.below(8)));
    return attributes;
}

void untilSharp(const MapView &view)
{
    while (!view.isSharp())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void measure(int links, TaskPools &pools)
{
    QElapsedTimer making;
    making.start();
    const City city = makeCity(links);
    const double makeMs = double(making.nsecsElapsed()) * 1e-6;
    MapLayer values;
    values.id = QStringLiteral("values");
    values.order = LayerOrder::Values;
    values.geometry = city.geometry;
    values.attributes = valuesAt(city, 1);
    const std::vector<MapLayer> layers{values};

    Viewport whole;
    whole.size = QSize(1920, 1080);
    whole = whole.fitted(city.geometry->where.all, 0.0);
    const Viewport tenth = whole.zoomedAt({960.0, 540.0}, 10.0);
    const double fullMs = medianMs([&] { (void)renderMap(layers, whole, {}); });
    const double zoomMs = medianMs([&] { (void)renderMap(layers, tenth, {}); });

    MapView view(pools.render);
    view.resize(1920, 1080);
    view.show();
    view.setLayers(layers);
    untilSharp(view);
    std::vector<std::shared_ptr<const LayerAttributes>> steps;
    for (std::uint64_t i = 0; i < kRuns; ++i)
        steps.push_back(valuesAt(city, 2 + i));
    std::size_t next = 0;
    const auto step = [&] {
        view.setAttributes(QStringLiteral("values"), steps[next++ % steps.size()]);
        untilSharp(view);
    };
    const double stepMs = medianMs(step, true);
    const double stepCpuMs = medianMs(step);
    QImage screen(1920, 1080, QImage::Format_RGB32);
    const double stillMs = medianMs([&] { view.render(&screen); });
    const Viewport sharp = view.viewport();
    view.setViewport(sharp.zoomedAt({700.0, 300.0}, 1.1));
    const double scaledMs = medianMs([&] { view.render(&screen); });
    const double pickMs = medianMs([&] {
        (void)pick(view.layers(), view.viewport(), {812.0, 411.0}, 6.0);
    });
    std::printf("%8d %8.1f %8.1f %8.1f %8.1f %8.1f %8.2f %8.2f %8.3f\n", links, makeMs, fullMs,
        zoomMs, stepMs, stepCpuMs, stillMs, scaledMs, pickMs);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    TaskPools pools;
    std::printf("%8s %8s %8s %8s %8s %8s %8s %8s %8s\n", "links", "make", "full", "zoom10", "step",
        "stepcpu", "compose", "scaled", "pick");
    if (argc < 2) {
        for (const int links : {3000, 100000, 1000000})
            measure(links, pools);
    }
    for (int i = 1; i < argc; ++i)
        measure(std::max(1, std::atoi(argv[i])), pools);
    return 0;
}
