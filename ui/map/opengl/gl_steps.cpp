// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_steps.h"

#include "map/painters/area_painter.h"
#include "map/painters/hatch.h"
#include "map/painters/line_buckets.h"
#include "map/painters/point_painter.h"
#include "map/painters/surface_painter.h"
#include "map/value_scale.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;
constexpr double kSamePixel = 0.25; // as the raster painter tells points apart
constexpr int kAtlasWidth = 2048;

/// Cuts lines into segments, without points that would not be told apart.
class Segmenter
{
public:
    Segmenter(const PackedLines &lines, const GlPlacement &placement)
        : m_lines(lines)
        , m_same(kSamePixel / double(placement.step))
    {
    }

    void append(std::size_t line, std::vector<GlSegment> &out)
    {
        const std::size_t from = m_lines.first[line];
        const std::size_t to = m_lines.first[line + 1];
        if (to - from == 2) {
            out.emplace_back(from, 1, 0, 0);
            return;
        }
        m_kept.clear();
        for (std::size_t i = from; i < to; ++i) {
            const bool far = !m_kept.empty() && i - m_kept.back() >= GlSegment::kFarthest;
            if (m_kept.empty() || far || !same(m_kept.back(), i))
                m_kept.push_back(i);
            else if (i + 1 == to && m_kept.size() > 1)
                m_kept.back() = i;
        }
        const auto gap = [&](std::size_t i) {
            return std::min(m_kept[i + 1] - m_kept[i], GlSegment::kFarthest);
        };
        for (std::size_t i = 0; i + 1 < m_kept.size(); ++i)
            out.emplace_back(
                m_kept[i], gap(i), i > 0 ? gap(i - 1) : 0, i + 2 < m_kept.size() ? gap(i + 1) : 0);
    }

private:
    [[nodiscard]] bool same(std::size_t a, std::size_t b) const
    {
        const std::int32_t *p = m_lines.coordinates.data() + 2 * a;
        const std::int32_t *q = m_lines.coordinates.data() + 2 * b;
        return std::abs(double(q[0]) - p[0]) + std::abs(double(q[1]) - p[1]) < m_same;
    }

    const PackedLines &m_lines;
    double m_same;
    std::vector<std::size_t> m_kept;
};

/// A style of areas that is filled with one colour and edged with a whole line.
bool isPlain(const FeatureStyle &style)
{
    const bool plainFill =
        style.fill == Fill::Solid || style.fill == Fill::Scenario || style.fill == Fill::Hollow;
    return plainFill && hatchSpacing(style.uncertainty) <= 0.0;
}

LineStroke edgeStroke(const QPen &pen, double ratio)
{
    LineStroke stroke;
    stroke.pen.color = pen.color();
    stroke.pen.width = float(pen.widthF() * ratio);
    stroke.pen.round = true;
    return stroke;
}

void appendEdges(const AreaMesh &mesh, std::size_t ring, std::vector<GlSegment> &out)
{
    const std::size_t from = mesh.firstPoint[ring];
    const std::size_t to = mesh.firstPoint[ring + 1];
    for (std::size_t i = from + 1; i + 2 < to; ++i)
        out.emplace_back(i, 1, 1, 1);
}

/// The sprites of all styles in one picture.
class Atlas
{
public:
    Atlas(const LayerAttributes &attributes, const RenderOptions &options, double ratio)
        : m_attributes(attributes)
        , m_options(options)
        , m_ratio(ratio)
        , m_places(attributes.styles.size())
        , m_images(attributes.styles.size())
    {
    }

    /// Made when first asked for.
    const QImage &of(std::size_t style)
    {
        QImage &image = m_images[style];
        if (image.isNull()) {
            image = symbolSprite(m_attributes.styles[style], m_options, m_ratio);
            if (m_right + image.width() > kAtlasWidth) {
                m_right = 0;
                m_top = m_bottom;
            }
            m_places[style] = {m_right, m_top};
            m_right += image.width();
            m_bottom = std::max(m_bottom, m_top + image.height());
            m_width = std::max(m_width, m_right);
        }
        return image;
    }
    [[nodiscard]] QPoint place(std::size_t style) const { return m_places[style]; }
    [[nodiscard]] QSize size() const { return {m_width, m_bottom}; }
    [[nodiscard]] QImage together() const
    {
        QImage atlas(size(), QImage::Format_ARGB32_Premultiplied);
        atlas.fill(Qt::transparent);
        for (std::size_t i = 0; i < m_images.size(); ++i) {
            const QImage &image = m_images[i];
            for (int y = 0; y < image.height(); ++y)
                std::copy_n(image.constScanLine(y), 4 * image.width(),
                    atlas.scanLine(m_places[i].y() + y) + 4 * m_places[i].x());
        }
        return atlas;
    }

private:
    const LayerAttributes &m_attributes;
    const RenderOptions &m_options;
    double m_ratio;
    std::vector<QPoint> m_places;
    std::vector<QImage> m_images;
    int m_right = 0;
    int m_top = 0;
    int m_bottom = 0;
    int m_width = 0;
};

} // namespace

std::optional<GlStep> GlSteps::of(const MapLayer &layer) const
{
    return std::visit(
        [&](const auto &geometry) -> Step {
            using G = std::remove_cvref_t<decltype(*geometry)>;
            constexpr bool known =
                std::is_same_v<G,
                    LineGeometry> || std::is_same_v<G, AreaGeometry> || std::is_same_v<G, PointGeometry> || std::is_same_v<G, SurfaceGeometry>;
            if constexpr (known)
                return make(layer, geometry);
            else
                return {};
        },
        layer.geometry);
}

std::optional<GlStep> GlSteps::make(
    const MapLayer &layer, const std::shared_ptr<const LineGeometry> &geometry) const
{
    const std::vector<FeatureStyle> &styles = layer.attributes->styles;
    GlLines step;
    step.geometry = geometry;
    step.lines = &geometry->packedFor(m_viewport.metersPerPixel);
    if (step.lines->coordinates.size() / 2 > m_limits.texels)
        return {};
    step.placement = GlPlacement(step.lines->origin, step.lines->unit, m_viewport);
    std::vector<LineBucket> buckets = lineBuckets(layer, m_viewport);
    const BoundingBox seen = m_viewport.box().grown(lineReach(buckets, styles, m_viewport));
    if (!fillBuckets(buckets, *layer.attributes, *step.lines, seen, lineStride(*step.lines, seen),
            m_cancelled))
        return {};
    Segmenter segmenter(*step.lines, step.placement);
    std::vector<std::pair<std::size_t, std::size_t>> ranges(styles.size());
    for (std::size_t i = 0; i < styles.size(); ++i) {
        ranges[i].first = step.segments.size();
        for (std::size_t k = 0; k < buckets[i].lines.size(); ++k) {
            if (k % kFeaturesBetweenLooks == 0 && m_cancelled())
                return {};
            segmenter.append(buckets[i].lines[k], step.segments);
        }
        ranges[i].second = step.segments.size();
    }
    const double ratio = m_viewport.devicePixelRatio;
    const auto append = [&](std::size_t i, const std::vector<LineStroke> &strokes) {
        for (const LineStroke &stroke : strokes) {
            const bool seenAtAll = stroke.pen.width > 0.0F && stroke.pen.color.alpha() > 0;
            if (seenAtAll && ranges[i].first < ranges[i].second)
                step.strokes.push_back(
                    {stroke, buckets[i].offset, false, ranges[i].first, ranges[i].second});
        }
    };
    const std::vector<std::size_t> order = stylesByRank(styles);
    for (const std::size_t i : order)
        append(i, casingOf(styles[i], buckets[i].width, ratio, m_options));
    for (const std::size_t i : order)
        append(i, strokesOf(styles[i], buckets[i].width, ratio, m_options));
    return step;
}

std::optional<GlStep> GlSteps::make(
    const MapLayer &layer, const std::shared_ptr<const AreaGeometry> &geometry) const
{
    const LayerAttributes &attributes = *layer.attributes;
    if (!std::all_of(attributes.styles.begin(), attributes.styles.end(), isPlain))
        return {};
    const std::vector<std::int32_t> features = areasIn(*geometry, attributes, m_viewport);
    GlAreas step;
    step.mesh = m_meshes.of(geometry, geometry->rings.forScale(m_viewport.metersPerPixel));
    const AreaMesh &mesh = *step.mesh;
    if (std::max(mesh.coordinates.size() / 2, 3 * mesh.trapezoids.size()) > m_limits.texels)
        return {};
    step.placement = GlPlacement(mesh.origin, mesh.unit, m_viewport);
    for (std::size_t k = 0; k < features.size(); ++k) {
        if (k % kFeaturesBetweenLooks == 0 && m_cancelled())
            return {};
        const auto feature = std::size_t(features[k]);
        const FeatureStyle &style = *attributes.style(feature);
        if (style.color.isValid() && style.fill != Fill::Hollow) {
            const QColor color = paler(style.color.in(m_options.theme), style.uncertainty);
            const QRgb ink = qPremultiply(color.rgba());
            for (std::uint32_t i = mesh.firstTrapezoid[feature];
                 i < mesh.firstTrapezoid[feature + 1]; ++i)
                step.patches.push_back({i, ink});
        }
        const QPen pen = areaOutline(style, m_options.theme);
        if (pen.style() == Qt::NoPen || pen.color().alpha() == 0)
            continue;
        GlStroke edge;
        edge.stroke = edgeStroke(pen, m_viewport.devicePixelRatio);
        edge.hairline = edge.stroke.pen.width <= 1.0F;
        edge.begin = step.segments.size();
        for (std::size_t r = geometry->firstRing[feature]; r < geometry->firstRing[feature + 1];
             ++r)
            appendEdges(mesh, r, step.segments);
        edge.end = step.segments.size();
        step.draws.push_back({step.patches.size(), edge});
    }
    step.draws.push_back({step.patches.size(), {}});
    return step;
}

std::optional<GlStep> GlSteps::make(
    const MapLayer &layer, const std::shared_ptr<const PointGeometry> &geometry) const
{
    const LayerAttributes &attributes = *layer.attributes;
    const bool arrows = std::any_of(attributes.styles.begin(), attributes.styles.end(),
        [](const FeatureStyle &style) { return style.symbol == Symbol::Arrow; });
    if (arrows || !attributes.texts.empty())
        return {};
    Atlas atlas(attributes, m_options, m_viewport.devicePixelRatio);
    GlSprites step;
    const QRect picture(QPoint(), (QSizeF(m_viewport.size) * m_viewport.devicePixelRatio).toSize());
    for (const std::int32_t feature : symbolsIn(*geometry, attributes, m_viewport)) {
        const FeatureStyle *style = attributes.style(std::size_t(feature));
        const auto i = std::size_t(style - attributes.styles.data());
        const QImage &image = atlas.of(i);
        const QPoint corner =
            spriteCorner(geometry->points[std::size_t(feature)], image, m_viewport);
        if (!QRect(corner, image.size()).intersects(picture.adjusted(-1, -1, 1, 1)))
            continue;
        const QPoint place = atlas.place(i);
        step.sprites.push_back({std::int16_t(corner.x()), std::int16_t(corner.y()),
            std::int16_t(place.x()), std::int16_t(place.y()), std::int16_t(image.width()),
            std::int16_t(image.height())});
    }
    if (atlas.size().width() > m_limits.side || atlas.size().height() > m_limits.side)
        return {};
    step.atlas = atlas.together();
    return step;
}

std::optional<GlStep> GlSteps::make(
    const MapLayer &layer, const std::shared_ptr<const SurfaceGeometry> &geometry) const
{
    const std::shared_ptr<const SurfaceValues> &surface = layer.attributes->surface;
    if (!isDrawable(*geometry, surface.get()) || geometry->count() > m_limits.texels)
        return {};
    return GlSurface(*geometry, surface, m_viewport, m_options);
}

} // namespace belvedere::ui
