// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/tool_paint.h"

#include <QPainter>
#include <QPainterPath>

namespace belvedere::ui {

namespace {

constexpr double kLinePx = 2.0;
constexpr double kHaloPx = 5.0;
constexpr double kPointRadius = 4.5;
constexpr double kFillOpacity = 0.14;
constexpr double kCardOpacity = 0.95;

QPolygonF onScreen(const MapToolCanvas &canvas, std::span<const PointM> line)
{
    QPolygonF result;
    result.reserve(qsizetype(line.size()));
    for (const PointM &p : line)
        result.push_back(canvas.viewport.toScreen(p));
    return result;
}

QPen penOf(const QColor &color, double width, bool dashed)
{
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (dashed)
        pen.setDashPattern({3.0, 3.0});
    return pen;
}

} // namespace

void paintToolLine(const MapToolCanvas &canvas, std::span<const PointM> line, bool dashed)
{
    const QPolygonF polygon = onScreen(canvas, line);
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(penOf(canvas.colors.mapLabelHalo, kHaloPx, false));
    canvas.painter.drawPolyline(polygon);
    canvas.painter.setPen(penOf(canvas.colors.accent, kLinePx, dashed));
    canvas.painter.drawPolyline(polygon);
}

void paintToolArea(const MapToolCanvas &canvas, std::span<const PointM> ring)
{
    const QPolygonF polygon = onScreen(canvas, ring);
    canvas.painter.setPen(
        penOf(withOpacity(canvas.colors.mapLabelHalo, 0.7), kHaloPx - 1.0, false));
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawPolygon(polygon);
    canvas.painter.setPen(penOf(canvas.colors.accent, kLinePx, false));
    canvas.painter.setBrush(withOpacity(canvas.colors.accent, kFillOpacity));
    canvas.painter.drawPolygon(polygon, Qt::OddEvenFill);
}

void paintToolPoint(const MapToolCanvas &canvas, PointM point)
{
    canvas.painter.setPen(QPen(canvas.colors.accent, kLinePx));
    canvas.painter.setBrush(canvas.colors.panel);
    canvas.painter.drawEllipse(canvas.viewport.toScreen(point), kPointRadius, kPointRadius);
}

void paintToolText(const MapToolCanvas &canvas, QPointF centre, const QString &text, bool strong)
{
    QFont font = canvas.font;
    font.setPixelSize(strong ? type::kDense : type::kCaption);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    const QFontMetricsF metrics(font);
    QRectF card(0.0, 0.0, metrics.horizontalAdvance(text) + 2.0 * space::kSmall,
        metrics.height() + space::kTiny);
    card.moveCenter(centre);
    // Half pixels keep the frame one pixel thin.
    card.moveTopLeft(QPointF(card.topLeft().toPoint()) + QPointF(0.5, 0.5));
    canvas.painter.setPen(QPen(strong ? canvas.colors.controlBorder : canvas.colors.border, 1.0));
    canvas.painter.setBrush(withOpacity(canvas.colors.panel, kCardOpacity));
    canvas.painter.drawRoundedRect(card, 4.0, 4.0);
    canvas.painter.setFont(font);
    canvas.painter.setPen(strong ? canvas.colors.textPrimary : canvas.colors.textSecondary);
    canvas.painter.drawText(card, Qt::AlignCenter, text);
}

} // namespace belvedere::ui
