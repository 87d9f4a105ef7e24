// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/area_painter.h"

#include "map/painters/line_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace belvedere::ui {

namespace {

QBrush brushOf(const FeatureStyle &style, ThemeMode theme)
{
    const QColor color = style.color.in(theme);
    switch (style.fill) {
    case Fill::Solid:
    case Fill::Scenario:
    case Fill::Dashed:
        return color;
    case Fill::Hollow:
        return Qt::NoBrush;
    case Fill::Hatched:
        return {color, Qt::BDiagPattern};
    case Fill::Forecast:
        return {color, Qt::Dense4Pattern};
    }
    return color;
}

QPen penOf(const FeatureStyle &style, ThemeMode theme)
{
    const MapColor &edge = style.casing.isValid() ? style.casing : style.color;
    if (!style.casing.isValid() && style.fill == Fill::Solid)
        return Qt::NoPen;
    return {edge.in(theme), style.casingWidth,
        style.fill == Fill::Dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

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
    const BoundingBox seen = viewport.box().grown(4.0 * viewport.metersPerPixel);
    std::vector<std::int32_t> features = geometry.where.touching(seen);
    std::erase_if(features, [&](std::int32_t feature) {
        const FeatureStyle *style = attributes.style(std::size_t(feature));
        return !style || viewport.metersPerPixel > style->maxMetersPerPixel;
    });
    std::stable_sort(features.begin(), features.end(), [&](std::int32_t a, std::int32_t b) {
        return attributes.style(std::size_t(a))->rank < attributes.style(std::size_t(b))->rank;
    });
    for (const std::int32_t feature : features) {
        if (cancelled())
            return false;
        const FeatureStyle &style = *attributes.style(std::size_t(feature));
        painter.setPen(penOf(style, options.theme));
        painter.setBrush(
            style.color.isValid() ? brushOf(style, options.theme) : QBrush(Qt::NoBrush));
        painter.drawPath(areaPath(geometry, std::size_t(feature), viewport));
    }
    return true;
}

} // namespace belvedere::ui
