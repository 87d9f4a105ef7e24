// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/area_painter.h"

#include "map/painters/hatch.h"
#include "map/painters/line_painter.h"
#include "map/value_scale.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kHatchSpacing = 6.0;
constexpr double kForecastPaler = 0.45;
constexpr double kSmallestPx = 0.35; // of a side; nothing is to be seen of what is smaller

/// The brushes with which an area is filled, one over the other.
std::vector<QBrush> brushesOf(
    const FeatureStyle &style, const RenderOptions &options, double devicePixelRatio)
{
    const QColor color = paler(style.color.in(options.theme), style.uncertainty);
    std::vector<QBrush> brushes;
    switch (style.fill) {
    case Fill::Solid:
    case Fill::Scenario:
    case Fill::Dashed:
        brushes.emplace_back(color);
        break;
    case Fill::Hollow:
        break;
    case Fill::Hatched:
        brushes.push_back(hatchBrush(color, kHatchSpacing, 1.0, devicePixelRatio));
        break;
    case Fill::Forecast:
        brushes.emplace_back(withOpacity(color, kForecastPaler * color.alphaF()));
        brushes.push_back(hatchBrush(color, kHatchSpacing, 1.0, devicePixelRatio));
        break;
    }
    if (const double spacing = hatchSpacing(style.uncertainty); spacing > 0.0) {
        const QColor ink = withOpacity(tokensOf(options.theme).textSecondary, 0.5);
        brushes.push_back(hatchBrush(ink, spacing, 1.0, devicePixelRatio));
    }
    return brushes;
}

} // namespace

QPen areaOutline(const FeatureStyle &style, ThemeMode theme)
{
    if (style.fill == Fill::Scenario)
        return {tokensOf(theme).scenario, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    const MapColor &edge = style.casing.isValid() ? style.casing : style.color;
    if (!style.casing.isValid() && style.fill == Fill::Solid)
        return Qt::NoPen;
    return {edge.in(theme), style.casingWidth,
        style.fill == Fill::Dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

std::vector<std::int32_t> areasIn(
    const AreaGeometry &geometry, const LayerAttributes &attributes, const Viewport &viewport)
{
    const BoundingBox seen = viewport.box().grown(4.0 * viewport.metersPerPixel);
    std::vector<std::int32_t> features = geometry.where.touching(seen);
    const double smallest = kSmallestPx * viewport.metersPerPixel;
    std::erase_if(features, [&](std::int32_t feature) {
        const FeatureStyle *style = attributes.style(std::size_t(feature));
        const BoundingBox &box = geometry.where.boxes[std::size_t(feature)];
        return !style || std::max(box.width(), box.height()) < smallest
            || viewport.metersPerPixel > style->maxMetersPerPixel;
    });
    std::stable_sort(features.begin(), features.end(), [&](std::int32_t a, std::int32_t b) {
        return attributes.style(std::size_t(a))->rank < attributes.style(std::size_t(b))->rank;
    });
    return features;
}

QPainterPath areaPath(const AreaGeometry &geometry, std::size_t feature, const Viewport &viewport)
{
    const PolylineSet &rings = geometry.rings.forScale(viewport.metersPerPixel);
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    std::vector<QPointF> line;
    for (std::size_t k = geometry.firstRing[feature]; k < geometry.firstRing[feature + 1]; ++k) {
        projectLine(rings.line(k), viewport, 0.0, line);
        if (line.size() < 3)
            continue;
        path.moveTo(line.front());
        for (std::size_t i = 1; i < line.size(); ++i)
            path.lineTo(line[i]);
        path.closeSubpath();
    }
    return path;
}

bool paintAreas(QPainter &painter, const MapLayer &layer, const AreaGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const LayerAttributes &attributes = *layer.attributes;
    painter.setBrushOrigin(hatchOrigin(viewport));
    std::vector<std::vector<QBrush>> brushes;
    for (const FeatureStyle &style : attributes.styles) {
        brushes.push_back(style.color.isValid()
                ? brushesOf(style, options, viewport.devicePixelRatio)
                : std::vector<QBrush>());
    }
    for (const std::int32_t feature : areasIn(geometry, attributes, viewport)) {
        if (cancelled())
            return false;
        const FeatureStyle &style = *attributes.style(std::size_t(feature));
        const QPainterPath path = areaPath(geometry, std::size_t(feature), viewport);
        for (const QBrush &brush : brushes[std::size_t(&style - attributes.styles.data())])
            painter.fillPath(path, brush);
        const QPen pen = areaOutline(style, options.theme);
        if (pen.style() != Qt::NoPen)
            painter.strokePath(path, pen);
    }
    return true;
}

} // namespace belvedere::ui
