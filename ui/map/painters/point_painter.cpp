// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/point_painter.h"

#include "map/painters/label_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;
constexpr double kHollowWidth = 2.0;

// All symbols cover about the area of the circle of diameter `size`.
QPainterPath symbolPath(Symbol symbol, double size)
{
    const double r = 0.5 * size;
    QPainterPath path;
    switch (symbol) {
    case Symbol::Circle:
        path.addEllipse(QPointF(), r, r);
        break;
    case Symbol::Square: {
        const double h = 0.886 * r;
        path.addRect(-h, -h, 2 * h, 2 * h);
        break;
    }
    case Symbol::Diamond: {
        const double h = 1.25 * r;
        path.addPolygon(QPolygonF({{0, -h}, {h, 0}, {0, h}, {-h, 0}}));
        path.closeSubpath();
        break;
    }
    case Symbol::Hexagon: {
        const double h = 1.1 * r;
        path.addPolygon(QPolygonF({{0, -h}, {0.866 * h, -0.5 * h}, {0.866 * h, 0.5 * h}, {0, h},
            {-0.866 * h, 0.5 * h}, {-0.866 * h, -0.5 * h}}));
        path.closeSubpath();
        break;
    }
    case Symbol::Arrow: {
        path.addPolygon(
            QPolygonF({{0, -1.5 * size}, {0.9 * size, 0}, {0, -0.4 * size}, {-0.9 * size, 0}}));
        path.closeSubpath();
        break;
    }
    case Symbol::Triangle: {
        const double h = 1.35 * r;
        path.addPolygon(QPolygonF({{0, -h}, {0.866 * h, 0.5 * h}, {-0.866 * h, 0.5 * h}}));
        path.closeSubpath();
        break;
    }
    }
    return path;
}

void paintHatch(QPainter &painter, const QPainterPath &path, const QColor &color)
{
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen(color, 1.0));
    const QRectF box = path.boundingRect();
    for (double x = box.left() - box.height(); x < box.right(); x += 3.0)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    painter.restore();
}

/// A symbol painted once and copied to where it is needed.
QImage sprite(const FeatureStyle &style, const RenderOptions &options, double ratio)
{
    const double extent = 1.4 * style.width + 2.0 * style.casingWidth + 4.0;
    const int pixels = 2 * int(std::ceil(0.5 * extent * ratio)) + 1;
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0.5 * pixels, 0.5 * pixels);
    painter.scale(ratio, ratio);
    paintSymbol(painter, style, options);
    return image;
}

void paintText(QPainter &painter, const QString &text, QPointF at, const FeatureStyle &style,
    const RenderOptions &options, LabelSpace &space)
{
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(fontOf(style, options));
    PlacedLabel label;
    label.size = QSizeF(metrics.horizontalAdvance(text), metrics.height());
    label.centre = at + QPointF(0.5 * style.width + 4.0 + 0.5 * label.size.width(), 0.0);
    if (!space.take(label))
        return;
    FeatureStyle textStyle = style;
    textStyle.casing = options.ground;
    textStyle.color = MapColor::of(&Tokens::textPrimary);
    painter.save();
    painter.translate(label.centre);
    paintHaloText(painter, text, textStyle, options);
    painter.restore();
}

} // namespace

void paintSymbol(QPainter &painter, const FeatureStyle &style, const RenderOptions &options)
{
    const QPainterPath path = symbolPath(style.symbol, style.width);
    QColor color = style.color.in(options.theme);
    const QColor ground = options.ground.in(options.theme);
    if (style.casing.isValid() && style.casingWidth > 0.0) {
        painter.strokePath(path,
            QPen(style.casing.in(options.theme),
                2.0 * style.casingWidth + (style.fill == Fill::Solid ? 0.0 : kHollowWidth),
                Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
    }
    const QPen edge(color, kHollowWidth, style.fill == Fill::Dashed ? Qt::DotLine : Qt::SolidLine,
        Qt::FlatCap, Qt::MiterJoin);
    switch (style.fill) {
    case Fill::Solid:
    case Fill::Scenario:
        painter.fillPath(path, color);
        break;
    case Fill::Hollow:
    case Fill::Dashed:
        painter.fillPath(path, ground);
        painter.strokePath(path, edge);
        break;
    case Fill::Hatched:
        painter.fillPath(path, ground);
        paintHatch(painter, path, color);
        painter.strokePath(path, QPen(color, 1.2));
        break;
    case Fill::Forecast:
        painter.fillPath(path, ground);
        color.setAlphaF(0.45F);
        painter.fillPath(path, color);
        color.setAlphaF(1.0F);
        paintHatch(painter, path, color);
        painter.strokePath(path, QPen(color, 1.2));
        break;
    }
}

bool paintPoints(QPainter &painter, const MapLayer &layer, const PointGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const LayerAttributes &attributes = *layer.attributes;
    double largest = 0.0;
    for (const FeatureStyle &style : attributes.styles)
        largest = std::max(largest, style.width + 2.0 * style.casingWidth);
    const BoundingBox seen = viewport.box().grown((largest + 4.0) * viewport.metersPerPixel);
    std::vector<std::int32_t> features = geometry.where.touching(seen);
    std::erase_if(features, [&](std::int32_t feature) {
        const FeatureStyle *style = attributes.style(std::size_t(feature));
        return !style || viewport.metersPerPixel > style->maxMetersPerPixel;
    });
    std::stable_sort(features.begin(), features.end(), [&](std::int32_t a, std::int32_t b) {
        return attributes.style(std::size_t(a))->rank < attributes.style(std::size_t(b))->rank;
    });

    const double ratio = viewport.devicePixelRatio;
    std::vector<QImage> sprites(attributes.styles.size());
    painter.save();
    painter.scale(1.0 / ratio, 1.0 / ratio); // sprites fall on whole device pixels
    std::size_t looked = 0;
    for (const std::int32_t feature : features) {
        if (++looked % kFeaturesBetweenLooks == 0 && cancelled()) {
            painter.restore();
            return false;
        }
        const FeatureStyle &style = *attributes.style(std::size_t(feature));
        QImage &image = sprites[std::size_t(&style - attributes.styles.data())];
        if (image.isNull())
            image = sprite(style, options, ratio);
        const QPointF at = viewport.toScreen(geometry.points[std::size_t(feature)]) * ratio;
        const int half = image.width() / 2;
        painter.drawImage(
            QPoint(int(std::floor(at.x())) - half, int(std::floor(at.y())) - half), image);
    }
    painter.restore();

    LabelSpace space;
    for (auto it = features.rbegin(); it != features.rend() && !attributes.texts.empty(); ++it) {
        const auto feature = std::size_t(*it);
        if (feature < attributes.texts.size()) {
            paintText(painter, attributes.texts[feature],
                viewport.toScreen(geometry.points[feature]), *attributes.style(feature), options,
                space);
        }
    }
    return true;
}

} // namespace belvedere::ui
