// SPDX-License-Identifier: GPL-3.0-or-later
// The two backends of the map side by side at 1920 x 1080, wall time of a picture of the values.
//   DISPLAY=:0 QT_QPA_PLATFORM=xcb bench_opengl [links ...]
// Prints JSON: medians in milliseconds; "first" is the picture with which the geometry goes to the
// graphics card, "step" one with new values; then by how much the pictures differ.
#include "base/random.h"
#include "map/opengl/opengl_backend.h"
#include "map/opengl/picture_difference.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <thread>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kRuns = 9;
constexpr int kStyles = 24;

/// A jittered grid, an arterial every 10th line.
std::shared_ptr<const LineGeometry> makeGeometry(int links)
{
    const int rows = int(std::sqrt(links / 2.0 * 9.0 / 16.0)) + 2;
    const int columns = int(std::ceil(links / 2.0 / rows)) + 2;
    Random random(20240601);
    std::vector<PointM> nodes;
    for (int i = 0; i < rows * columns; ++i)
        nodes.push_back({100.0 * (i % columns) + random.uniform(-25.0, 25.0),
            100.0 * (i / columns) + random.uniform(-25.0, 25.0)});
    PolylineSet lines;
    const auto join = [&](int a, int b) {
        if (int(lines.count()) < links)
            lines.append(std::vector<PointM>{nodes[std::size_t(a)], nodes[std::size_t(b)]});
    };
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            if (x + 1 < columns)
                join(y * columns + x, y * columns + x + 1);
            if (y + 1 < rows)
                join(y * columns + x, (y + 1) * columns + x);
        }
    }
    return LineGeometry::make(std::move(lines));
}

MapLayer layerOf(const std::shared_ptr<const LineGeometry> &geometry, std::uint64_t seed)
{
    auto attributes = std::make_shared<LayerAttributes>();
    for (int i = 0; i < kStyles; ++i) {
        FeatureStyle style;
        style.color = QColor::fromHsv(15 * i, 200, 190);
        style.width = 1.0 + 1.25 * (i / 8);
        style.rank = i / 8;
        attributes->styles.push_back(style);
    }
    Random random(seed);
    for (std::size_t i = 0; i < geometry->count(); ++i) {
        const double v = random.uniform(0.0, 1.0);
        attributes->styleOf.push_back(std::uint8_t(8.0 * v
            + (i % 40 == 0        ? 16
                    : i % 10 == 0 ? 8
                                  : 0)));
    }
    MapLayer layer;
    layer.id = QStringLiteral("values");
    layer.order = LayerOrder::Values;
    layer.geometry = geometry;
    layer.attributes = attributes;
    return layer;
}

struct Timed
{
    QImage picture;
    double ms = 0.0;
};

Timed paint(const MapBackend &backend, const MapLayer &layer, const Viewport &view)
{
    QElapsedTimer timer;
    timer.start();
    const QImage picture =
        backend.paint({layer}, view, PicturePart::Values, {}, [] { return false; });
    return {picture, 1e-6 * double(timer.nsecsElapsed())};
}

double median(const MapBackend &backend, const std::vector<MapLayer> &layers, const Viewport &view)
{
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i)
        times.push_back(paint(backend, layers[std::size_t(i) % layers.size()], view).ms);
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

QJsonObject measure(const OpenGlBackend &openGl, int links)
{
    const RasterBackend raster;
    const auto geometry = makeGeometry(links);
    const std::vector<MapLayer> values{layerOf(geometry, 1), layerOf(geometry, 2)};
    Viewport whole;
    whole.size = QSize(1920, 1080);
    whole = whole.fitted(geometry->where.all, 0.0);
    const Viewport tenth = whole.zoomedAt({960.0, 540.0}, 10.0);
    const double first = paint(openGl, values[0], whole).ms;
    const PictureDifference difference = differenceOf(
        paint(raster, values[0], whole).picture, paint(openGl, values[0], whole).picture);
    return {{QStringLiteral("links"), links}, {QStringLiteral("opengl_first"), first},
        {QStringLiteral("opengl_full"), median(openGl, {values[0]}, whole)},
        {QStringLiteral("opengl_step"), median(openGl, values, whole)},
        {QStringLiteral("opengl_zoom10"), median(openGl, {values[0]}, tenth)},
        {QStringLiteral("raster_full"), median(raster, {values[0]}, whole)},
        {QStringLiteral("raster_step"), median(raster, values, whole)},
        {QStringLiteral("raster_zoom10"), median(raster, {values[0]}, tenth)},
        {QStringLiteral("difference_mean"), difference.mean},
        {QStringLiteral("difference_far_share"), difference.farShare}};
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QStringList counts = QGuiApplication::arguments().mid(1);
    if (counts.isEmpty())
        counts = {QStringLiteral("100000"), QStringLiteral("1000000")};
    auto gl = std::make_shared<GlThread>();
    int failed = 0;
    std::thread([&] {
        const Result<GlInfo> info = gl->ready();
        if (!info) {
            std::fprintf(stderr, "%s\n", qPrintable(info.error().message()));
            failed = 1;
            return;
        }
        std::fprintf(stderr, "%s\n", qPrintable(info->renderer));
        const OpenGlBackend backend(gl, *info, {});
        for (const QString &count : counts)
            std::printf("%s\n",
                QJsonDocument(measure(backend, count.toInt()))
                    .toJson(QJsonDocument::Compact)
                    .constData());
    }).join();
    return failed;
}
