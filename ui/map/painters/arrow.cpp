// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/arrow.h"

#include "map/value_scale.h"

#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kHeadWidths = 3.2; // times the shaft's width
constexpr double kLongestHead = 0.6; // of the arrow

QColor lighter(const QColor &color, const QColor &ground, double share)
{
    QColor over = color;
    over.setAlphaF(float(share) * color.alphaF());
    return blended(over, ground);
}

} // namespace

QPainterPath arrowPath(double length, double width, double degrees)
{
    const double half = 0.5 * length;
    const double wing = 0.5 * kHeadWidths * width;
    const double head = std::min(kLongestHead * length, 1.6 * kHeadWidths * width * 0.62);
    const double shaft = 0.5 * width;
    QPainterPath path;
    path.addPolygon(QPolygonF({{0.0, -half}, {wing, -half + head}, {shaft, -half + 0.82 * head},
        {shaft, half}, {-shaft, half}, {-shaft, -half + 0.82 * head}, {-wing, -half + head}}));
    path.closeSubpath();
    return QTransform().rotate(degrees).map(path);
}

double arrowLength(const LayerAttributes &attributes, std::size_t feature)
{
    if (feature < attributes.lengths.size())
        return std::isfinite(attributes.lengths[feature])
            ? std::max(0.0, double(attributes.lengths[feature]))
            : 0.0;
    const FeatureStyle *style = attributes.style(feature);
    return style ? 6.0 * style->width : 0.0;
}

void paintArrow(QPainter &painter, const QPainterPath &path, const FeatureStyle &style,
    const RenderOptions &options)
{
    const QColor ground = options.ground.in(options.theme);
    const QColor color = paler(style.color.in(options.theme), style.uncertainty);
    const QPen edge(color, 1.0, style.fill == Fill::Dashed ? Qt::DotLine : Qt::SolidLine,
        Qt::FlatCap, Qt::MiterJoin);
    if (style.casing.isValid() && style.casingWidth > 0.0)
        painter.strokePath(path,
            QPen(style.casing.in(options.theme), 2.0 * style.casingWidth, Qt::SolidLine,
                Qt::FlatCap, Qt::RoundJoin));
    switch (style.fill) {
    case Fill::Scenario:
        painter.strokePath(path,
            QPen(tokensOf(options.theme).scenario, 3.0, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.fillPath(path, color);
        break;
    case Fill::Solid:
        painter.fillPath(path, color);
        break;
    case Fill::Forecast:
        painter.fillPath(path, lighter(color, ground, 0.5));
        painter.strokePath(path, edge);
        break;
    case Fill::Hollow:
    case Fill::Dashed:
    case Fill::Hatched:
        painter.fillPath(path, ground);
        painter.strokePath(path, edge);
        break;
    }
}

} // namespace belvedere::ui
