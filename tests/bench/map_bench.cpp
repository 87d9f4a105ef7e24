// SPDX-License-Identifier: GPL-3.0-or-later
// How long the map takes, on the raster backend at 1920 x 1080. Run on an idle machine:
//   QT_QPA_PLATFORM=offscreen bench_map [--roads FOLDER] [--picture FILE] [links ...]
// Prints JSON: medians and, of frames and time steps, the 95th percentile, in milliseconds. Full
// and zoomed pictures are CPU time of a first paint with the geometry made; frames and steps are
// wall time. With --roads the lines come from FOLDER/roads_<links>.bin, as other programs draw
// them; else from the same kind of city, a jittered grid with an arterial every 10th and a motorway
// every 40th line.
#include "base/random.h"
#include "base/task_pools.h"
#include "map/map_view.h"
#include "map/value_scale.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kRuns = 9;
constexpr int kFrames = 120;
constexpr int kSteps = 60;
constexpr int kStepLinks = 50000;
constexpr std::array kBreaks{0.3, 0.5, 0.65, 0.8, 0.95, 1.1, 1.25};
constexpr std::array kColors{
    0x1a9850, 0x66bd63, 0xa6d96a, 0xd9ef8b, 0xfee08b, 0xfdae61, 0xf46d43, 0xd73027};
constexpr std::array kWidths{1.0, 2.0, 3.5};

double quantile(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, std::size_t(share * double(times.size())))];
}

template <class F> std::vector<double> cpuMs(int runs, F f)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const std::clock_t began = std::clock();
        f();
        times.push_back(1e3 * double(std::clock() - began) / CLOCKS_PER_SEC);
    }
    return times;
}

template <class F> std::vector<double> wallMs(int runs, F f)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        f(i);
        times.push_back(double(timer.nsecsElapsed()) * 1e-6);
    }
    return times;
}

struct City
{
    PolylineSet lines;
    std::vector<std::uint8_t> classOf;
    std::vector<float> values;
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
    City city;
    const auto join = [&](int a, int b, int line) {
        if (int(city.lines.count()) >= links)
            return;
        city.lines.append(std::vector<PointM>{nodes[std::size_t(a)], nodes[std::size_t(b)]});
        city.classOf.push_back(line % 40 == 0 ? 2 : line % 10 == 0 ? 1 : 0);
        city.values.push_back(float(random.uniform(0.0, 1.5)));
    };
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            if (x + 1 < columns)
                join(y * columns + x, y * columns + x + 1, y);
            if (y + 1 < rows)
                join(y * columns + x, (y + 1) * columns + x, x);
        }
    }
    return city;
}

/// Records of 24 bytes: four float32 of metres, float32 value, uint8 class, 3 bytes of nothing.
City readCity(const QString &folder, int links)
{
    QFile file(QStringLiteral("%1/roads_%2.bin").arg(folder).arg(links));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(
            stderr, "%s: %s\n", qPrintable(file.fileName()), qPrintable(file.errorString()));
        return makeCity(links);
    }
    const QByteArray bytes = file.readAll();
    City city;
    for (qsizetype at = 0; at + 24 <= bytes.size(); at += 24) {
        float record[5];
        std::memcpy(record, bytes.constData() + at, sizeof record);
        city.lines.append(std::vector<PointM>{
            {double(record[0]), double(record[1])}, {double(record[2]), double(record[3])}});
        city.values.push_back(record[4]);
        city.classOf.push_back(std::uint8_t(bytes[at + 20]));
    }
    return city;
}

std::shared_ptr<const LayerAttributes> attributesOf(
    const City &city, std::uint64_t step, bool ranked)
{
    auto attributes = std::make_shared<LayerAttributes>();
    for (std::size_t i = 0; i < kColors.size() * kWidths.size(); ++i) {
        FeatureStyle style;
        style.color = QColor::fromRgb(QRgb(kColors[i % kColors.size()]));
        style.width = kWidths[i / kColors.size()];
        style.rank = ranked ? int(i / kColors.size()) : 0;
        attributes->styles.push_back(style);
    }
    Random random(step);
    const double shift = step == 0 ? 0.0 : random.uniform(-0.5, 0.5);
    attributes->styleOf.reserve(city.classOf.size());
    for (std::size_t i = 0; i < city.classOf.size(); ++i) {
        const double value = double(city.values[i]) + shift;
        const auto band = std::upper_bound(kBreaks.begin(), kBreaks.end(), value) - kBreaks.begin();
        attributes->styleOf.push_back(
            std::uint8_t(kColors.size() * city.classOf[i] + std::size_t(band)));
    }
    return attributes;
}

MapLayer layerOf(
    const std::shared_ptr<const LineGeometry> &geometry, const City &city, bool ranked = true)
{
    MapLayer layer;
    layer.id = QStringLiteral("values");
    layer.order = LayerOrder::Values;
    layer.geometry = geometry;
    layer.attributes = attributesOf(city, 0, ranked);
    return layer;
}

Viewport wholeOf(const LineGeometry &geometry)
{
    Viewport whole;
    whole.size = QSize(1920, 1080);
    return whole.fitted(geometry.where.all, 0.0);
}

void untilIdle(const MapView &view)
{
    while (!view.isSharp() || !view.tiles().isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
}

QJsonObject frames(MapView &view)
{
    QImage screen(1920, 1080, QImage::Format_RGB32);
    const Viewport whole = view.viewport();
    untilIdle(view);
    const std::vector<double> still = wallMs(kFrames, [&](int) { view.render(&screen); });
    const std::vector<double> pan = wallMs(kFrames, [&](int i) {
        view.setViewport(whole.panned({double(i % 30), double(i % 17)}));
        view.render(&screen);
    });
    const std::vector<double> zoom = wallMs(kFrames, [&](int i) {
        view.setViewport(whole.zoomedAt({700.0, 300.0}, 1.0 + 0.01 * (1 + i % 60)));
        view.render(&screen);
    });
    view.setViewport(whole);
    untilIdle(view);
    return {{QStringLiteral("still_p95"), quantile(still, 0.95)},
        {QStringLiteral("pan_p95"), quantile(pan, 0.95)},
        {QStringLiteral("zoom_p95"), quantile(zoom, 0.95)}};
}

/// From new values until they are shown, with so many links in view.
QJsonObject steps(MapView &view, const City &city)
{
    const double share = std::sqrt(double(kStepLinks) / double(city.classOf.size()));
    if (share < 1.0)
        view.setViewport(view.viewport().zoomedAt({960.0, 540.0}, 1.0 / share));
    untilIdle(view);
    std::vector<std::shared_ptr<const LayerAttributes>> values;
    for (std::uint64_t i = 0; i < 8; ++i)
        values.push_back(attributesOf(city, i + 1, true));
    int next = 0;
    const auto step = [&] {
        view.setAttributes(QStringLiteral("values"), values[std::size_t(next++) % values.size()]);
        while (!view.isSharp())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        view.repaint();
    };
    const std::vector<double> times = wallMs(kSteps, [&](int) { step(); });
    return {{QStringLiteral("median"), quantile(times, 0.5)},
        {QStringLiteral("p95"), quantile(times, 0.95)},
        {QStringLiteral("cpu_median"), quantile(cpuMs(kSteps, step), 0.5)}};
}

QJsonObject measure(City city, TaskPools &pools, const QString &picture)
{
    QElapsedTimer making;
    making.start();
    const auto geometry = LineGeometry::make(std::move(city.lines));
    const double makeMs = double(making.nsecsElapsed()) * 1e-6;
    const std::vector<MapLayer> layers{layerOf(geometry, city)};
    const Viewport whole = wholeOf(*geometry);
    const Viewport tenth = whole.zoomedAt({960.0, 540.0}, 10.0);
    if (!picture.isEmpty()) {
        RenderOptions options;
        options.ground = QColor(0x20, 0x20, 0x20);
        renderMap({layerOf(geometry, city, false)}, whole, options).save(picture);
    }
    const auto full = cpuMs(kRuns, [&] { (void)renderMap(layers, whole, {}); });
    const auto zoomed = cpuMs(kRuns, [&] { (void)renderMap(layers, tenth, {}); });

    MapView view(pools.render);
    view.resize(1920, 1080);
    view.show();
    view.setLayers(layers);
    const QJsonObject frame = frames(view);
    const auto picking = cpuMs(kRuns, [&] {
        (void)pick(view.layers(), view.viewport(), {812.0, 411.0}, 6.0);
    });
    return {{QStringLiteral("links"), int(city.classOf.size())},
        {QStringLiteral("make_wall_ms"), makeMs},
        {QStringLiteral("full_cpu_ms"), quantile(full, 0.5)},
        {QStringLiteral("zoom10_cpu_ms"), quantile(zoomed, 0.5)},
        {QStringLiteral("frame_wall_ms"), frame},
        {QStringLiteral("pick_cpu_ms"), quantile(picking, 0.5)},
        {QStringLiteral("step_50000_ms"), steps(view, city)}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QString folder;
    QString picture;
    std::vector<int> counts;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--roads") && i + 1 < arguments.size())
            folder = arguments[++i];
        else if (arguments[i] == QLatin1String("--picture") && i + 1 < arguments.size())
            picture = arguments[++i];
        else
            counts.push_back(std::max(1, arguments[i].toInt()));
    }
    if (counts.empty())
        counts = {3000, 100000, 1000000};
    TaskPools pools;
    for (const int count : counts) {
        City city = folder.isEmpty() ? makeCity(count) : readCity(folder, count);
        const QJsonObject result = measure(std::move(city), pools, picture);
        std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        picture.clear();
    }
    return 0;
}
