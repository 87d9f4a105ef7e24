// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/point_painter.h"

#include "map/label_plan.h"
#include "map/painters/arrow.h"
#include "map/painters/hatch.h"
#include "map/value_scale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;
constexpr double kHollowWidth = 2.0;
// More symbols than this in one picture hide each other, and take longer than anybody waits.
constexpr std::size_t kMostPoints = 400'000;
constexpr double kTextGap = 4.0;
constexpr double kHatchSpacing = 4.0;
constexpr double kScenarioEdge = 2.0;

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
    case Symbol::Arrow:
        path = arrowPath(3.0 * size, 0.5 * size, 45.0);
        break;
    case Symbol::Triangle: {
        const double h = 1.35 * r;
        path.addPolygon(QPolygonF({{0, -h}, {0.866 * h, 0.5 * h}, {-0.866 * h, 0.5 * h}}));
        path.closeSubpath();
        break;
    }
    }
    return path;
}

void paintHatch(QPainter &painter, const QPainterPath &path, const QColor &color, double spacing)
{
    painter.fillPath(path, hatchBrush(color, spacing, 1.0, painter.device()->devicePixelRatioF()));
}

double largestReach(const LayerAttributes &attributes)
{
    double largest = 0.0;
    bool arrows = false;
    for (const FeatureStyle &style : attributes.styles) {
        largest = std::max(largest, style.width + 2.0 * style.casingWidth);
        if (style.symbol == Symbol::Arrow) {
            largest = std::max(largest, 8.0 * style.width);
            arrows = true;
        }
    }
    for (const float length : attributes.lengths) {
        if (arrows && std::isfinite(length))
            largest = std::max(largest, double(length));
    }
    return largest + 4.0;
}

/// Keeps every so manieth, that at most `most` are left.
void thin(std::vector<std::int32_t> &features, std::size_t most)
{
    const std::size_t stride = 1 + (features.size() - 1) / most;
    if (features.empty() || stride == 1)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < features.size(); i += stride)
        features[kept++] = features[i];
    features.resize(kept);
}

/// Those to be seen, those of a higher rank later.
std::vector<std::int32_t> featuresIn(const PointGeometry &geometry,
    const LayerAttributes &attributes, const BoundingBox &box, double metersPerPixel)
{
    std::vector<std::int32_t> features = geometry.where.touching(box);
    std::erase_if(features, [&](std::int32_t feature) {
        const FeatureStyle *style = attributes.style(std::size_t(feature));
        return !style || metersPerPixel > style->maxMetersPerPixel;
    });
    thin(features, kMostPoints);
    std::stable_sort(features.begin(), features.end(), [&](std::int32_t a, std::int32_t b) {
        return attributes.style(std::size_t(a))->rank < attributes.style(std::size_t(b))->rank;
    });
    return features;
}

/// In steps of 1/256 device pixel from the picture's corner: the same in every tile.
QPointF devicePosition(PointM point, const Viewport &viewport)
{
    const QPointF at = viewport.toScreen(point) * viewport.devicePixelRatio;
    return {std::round(256.0 * at.x()) / 256.0, std::round(256.0 * at.y()) / 256.0};
}

} // namespace

std::vector<std::int32_t> symbolsIn(
    const PointGeometry &geometry, const LayerAttributes &attributes, const Viewport &viewport)
{
    const BoundingBox seen =
        viewport.box().grown(largestReach(attributes) * viewport.metersPerPixel);
    return featuresIn(geometry, attributes, seen, viewport.metersPerPixel);
}

QImage symbolSprite(const FeatureStyle &style, const RenderOptions &options, double ratio)
{
    const double extent = 1.4 * style.width + 2.0 * style.casingWidth + 6.0;
    const int pixels = 2 * int(std::ceil(0.5 * extent * ratio)) + 1;
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0.5 * pixels / ratio, 0.5 * pixels / ratio);
    paintSymbol(painter, style, options);
    painter.end();
    image.setDevicePixelRatio(1.0);
    return image;
}

QPoint spriteCorner(PointM point, const QImage &sprite, const Viewport &viewport)
{
    const QPointF at = devicePosition(point, viewport);
    const int half = sprite.width() / 2;
    return {int(std::floor(at.x())) - half, int(std::floor(at.y())) - half};
}

namespace {

class PointPainter
{
public:
    PointPainter(QPainter &painter, const PointGeometry &geometry,
        const LayerAttributes &attributes, const Viewport &viewport, const RenderOptions &options)
        : m_painter(painter)
        , m_geometry(geometry)
        , m_attributes(attributes)
        , m_viewport(viewport)
        , m_options(options)
        , m_sprites(attributes.styles.size())
    {
    }

    void paint(std::size_t feature)
    {
        const FeatureStyle &style = *m_attributes.style(feature);
        const double ratio = m_viewport.devicePixelRatio;
        if (style.symbol == Symbol::Arrow) {
            const QPointF at = devicePosition(m_geometry.points[feature], m_viewport);
            const double length = arrowLength(m_attributes, feature);
            const double degrees = feature < m_attributes.directions.size()
                ? double(m_attributes.directions[feature])
                : 0.0;
            if (length <= 0.0 || !std::isfinite(degrees))
                return;
            m_painter.save();
            m_painter.translate(at / ratio);
            paintArrow(m_painter, arrowPath(length, style.width, degrees), style, m_options);
            m_painter.restore();
            return;
        }
        QImage &image = m_sprites[std::size_t(&style - m_attributes.styles.data())];
        if (image.isNull())
            image = symbolSprite(style, m_options, ratio);
        m_painter.save();
        m_painter.scale(1.0 / ratio, 1.0 / ratio); // sprites fall on whole device pixels
        m_painter.drawImage(spriteCorner(m_geometry.points[feature], image, m_viewport), image);
        m_painter.restore();
    }

private:
    QPainter &m_painter;
    const PointGeometry &m_geometry;
    const LayerAttributes &m_attributes;
    const Viewport &m_viewport;
    const RenderOptions &m_options;
    std::vector<QImage> m_sprites;
};

} // namespace

void paintSymbol(QPainter &painter, const FeatureStyle &style, const RenderOptions &options)
{
    const QPainterPath path = symbolPath(style.symbol, style.width);
    const QColor color = paler(style.color.in(options.theme), style.uncertainty);
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
    case Fill::Scenario:
        painter.strokePath(path,
            QPen(tokensOf(options.theme).scenario, 2.0 * kScenarioEdge, Qt::SolidLine,
                Qt::SquareCap, Qt::RoundJoin));
        painter.fillPath(path, color);
        break;
    case Fill::Solid:
        painter.fillPath(path, color);
        break;
    case Fill::Hollow:
    case Fill::Dashed:
        painter.fillPath(path, ground);
        painter.strokePath(path, edge);
        break;
    case Fill::Hatched:
        painter.fillPath(path, ground);
        paintHatch(painter, path, color, kHatchSpacing);
        painter.strokePath(path, QPen(color, 1.2));
        break;
    case Fill::Forecast:
        painter.fillPath(path, ground);
        painter.fillPath(path, withOpacity(color, 0.45));
        paintHatch(painter, path, color, kHatchSpacing);
        painter.strokePath(path, QPen(color, 1.2));
        break;
    }
    if (const double spacing = hatchSpacing(style.uncertainty); spacing > 0.0)
        paintHatch(painter, path, ground, 0.5 * spacing + 1.0);
}

std::vector<PlacedLabel> placeTexts(const PointGeometry &geometry,
    const LayerAttributes &attributes, const LabelArea &area, const RenderOptions &options,
    LabelSpace &space, const Cancelled &cancelled)
{
    std::vector<PlacedLabel> placed;
    const std::vector<std::int32_t> features =
        featuresIn(geometry, attributes, area.box, area.viewport.metersPerPixel);
    for (auto it = features.rbegin(); it != features.rend(); ++it) {
        const auto feature = std::size_t(*it);
        if (feature >= attributes.texts.size() || attributes.texts[feature].isEmpty())
            continue;
        if (cancelled())
            return placed;
        const QPointF at = area.viewport.toScreen(geometry.points[feature]);
        if (area.holds && !area.holds(at))
            continue;
        const FeatureStyle &style = *attributes.style(feature);
        const QFontMetricsF metrics(fontOf(style, options));
        PlacedLabel label;
        label.feature = *it;
        label.size = QSizeF(metrics.horizontalAdvance(attributes.texts[feature]), metrics.height());
        label.centre = at + QPointF(0.5 * style.width + kTextGap + 0.5 * label.size.width(), 0.0);
        if (space.take(label))
            placed.push_back(label);
    }
    return placed;
}

namespace {

void paintTexts(QPainter &painter, const MapLayer &layer, const Viewport &viewport,
    const RenderOptions &options)
{
    const QPointF corner = planeCorner(viewport);
    const QRectF seen(corner, QSizeF(viewport.size));
    for (const PlacedLabel &label : options.plan->of(layer.id)) {
        const auto feature = std::size_t(label.feature);
        const FeatureStyle *style = layer.attributes->style(feature);
        if (!style || feature >= layer.attributes->texts.size()
            || !label.bounds().adjusted(-4, -4, 4, 4).intersects(seen))
            continue;
        FeatureStyle textStyle = *style;
        textStyle.casing = options.ground;
        textStyle.color = MapColor::of(&Tokens::textPrimary);
        painter.save();
        painter.translate(label.centre - corner);
        paintHaloText(painter, layer.attributes->texts[feature], textStyle, options);
        painter.restore();
    }
}

} // namespace

std::size_t leftOut(const PointGeometry &geometry, const Viewport &viewport)
{
    if (geometry.count() <= kMostPoints)
        return 0;
    const std::size_t count = geometry.where.touching(viewport.box()).size();
    return count > kMostPoints ? count - kMostPoints : 0;
}

bool paintPoints(QPainter &painter, const MapLayer &layer, const PointGeometry &geometry,
    const Viewport &viewport, const RenderOptions &options, const Cancelled &cancelled)
{
    const LayerAttributes &attributes = *layer.attributes;
    PointPainter points(painter, geometry, attributes, viewport, options);
    std::size_t looked = 0;
    for (const std::int32_t feature : symbolsIn(geometry, attributes, viewport)) {
        if (++looked % kFeaturesBetweenLooks == 0 && cancelled())
            return false;
        points.paint(std::size_t(feature));
    }
    if (!attributes.texts.empty())
        paintTexts(painter, layer, viewport, options);
    return true;
}

} // namespace belvedere::ui
