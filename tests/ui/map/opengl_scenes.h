// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "map/map_layer.h"
#include "map/surface_values.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace belvedere::ui::scenes {

inline MapLayer layerOf(const char *id, LayerOrder order, MapGeometry geometry,
    std::vector<FeatureStyle> styles, std::vector<std::uint8_t> styleOf = {})
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = std::move(styles);
    attributes->styleOf = std::move(styleOf);
    MapLayer layer;
    layer.id = QLatin1String(id);
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes = std::move(attributes);
    return layer;
}

inline FeatureStyle styleOf(QColor color, double width, Fill fill = Fill::Solid)
{
    FeatureStyle style;
    style.color = color;
    style.width = width;
    style.fill = fill;
    return style;
}

inline std::vector<std::uint8_t> inTurn(std::size_t count, std::size_t styles)
{
    std::vector<std::uint8_t> of(count);
    for (std::size_t i = 0; i < count; ++i)
        of[i] = std::uint8_t(i % styles);
    return of;
}

/// `count` lines of `points` points within 1000 m of the origin, each turning by up to `turn`.
inline std::shared_ptr<const LineGeometry> wanderers(
    int count, int points, double step, double turn, std::uint64_t seed = 1)
{
    Random random(seed);
    PolylineSet set;
    for (int i = 0; i < count; ++i) {
        PointM at{random.uniform(-1000.0, 1000.0), random.uniform(-1000.0, 1000.0)};
        double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        std::vector<PointM> line{at};
        for (int k = 1; k < points; ++k) {
            at = {at.x + step * std::cos(angle), at.y + step * std::sin(angle)};
            line.push_back(at);
            angle += random.uniform(-turn, turn);
        }
        set.append(line);
    }
    return LineGeometry::make(std::move(set));
}

/// Stars with a hole that lap over each other.
inline std::shared_ptr<const AreaGeometry> stars(int count, double radius)
{
    Random random(2);
    PolylineSet rings;
    for (int i = 0; i < count; ++i) {
        const PointM middle{random.uniform(-1000.0, 1000.0), random.uniform(-1000.0, 1000.0)};
        for (const double share : {1.0, 0.4}) {
            std::vector<PointM> ring;
            for (int k = 0; k < 24; ++k) {
                const double angle = 2.0 * std::numbers::pi * k / 24;
                const double r = share * radius * (k % 2 == 0 ? 1.0 : 0.75);
                ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
            }
            rings.append(ring);
        }
    }
    return AreaGeometry::make(std::move(rings), std::vector<std::uint32_t>(std::size_t(count), 2));
}

inline std::shared_ptr<const PointGeometry> sites(int count)
{
    Random random(3);
    std::vector<PointM> points;
    for (int i = 0; i < count; ++i)
        points.push_back({random.uniform(-1000.0, 1000.0), random.uniform(-1000.0, 1000.0)});
    return PointGeometry::make(std::move(points));
}

inline MapLayer labels(LayerOrder order)
{
    return layerOf("names", order,
        LabelGeometry::make({{QStringLiteral("Harbour"), {{-300, 200}}, 0},
            {QStringLiteral("Mill Lane"), {{-400, -300}, {300, -200}}, 1}}),
        {styleOf(QColor(0x20, 0x28, 0x30), 1.0)});
}

/// `unknown` cells have no value, some are in doubt.
inline MapLayer surface(
    bool smooth, bool gradual, ValueState state = ValueState::Good, bool unknown = false)
{
    auto values = std::make_shared<SurfaceValues>();
    values->scale.breaks = {0.3, 0.6};
    values->scale.bands = {
        {QColor(0x40, 0x90, 0xC0), 1.0}, {QColor(0xE0, 0xC0, 0x60), 1.0}, {QColor(Qt::red), 1.0}};
    Random random(4);
    for (int i = 0; i < 100; ++i)
        values->values.push_back(float(random.uniform(0.0, 1.0)));
    values->opacity = 0.6;
    values->smooth = smooth;
    values->gradual = gradual;
    values->state = state;
    for (std::size_t i = 0; unknown && i < values->values.size(); ++i) {
        values->uncertainty.push_back(float(i % 11) / 10.0F);
        if (i % 7 == 0)
            values->values[i] = std::numeric_limits<float>::quiet_NaN();
        if (i % 13 == 0)
            values->uncertainty[i] = std::numeric_limits<float>::quiet_NaN();
    }
    MapLayer layer = layerOf(
        "surface", LayerOrder::Surface, SurfaceGeometry::make({-800, -800, 800, 800}, 10, 10), {});
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->surface = values;
    layer.attributes = attributes;
    return layer;
}

} // namespace belvedere::ui::scenes
