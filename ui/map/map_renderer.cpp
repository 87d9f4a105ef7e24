// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_renderer.h"

#include "map/label_plan.h"
#include "map/painters/area_painter.h"
#include "map/painters/label_painter.h"
#include "map/painters/line_painter.h"
#include "map/painters/line_rasterizer.h"
#include "map/painters/point_painter.h"
#include "map/painters/surface_painter.h"
#include "map/painters/tile_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr qint64 kMaxPictureBytes = qint64(1) << 28;

class LayerPainter
{
public:
    LayerPainter(QImage &picture, const Viewport &viewport, const RenderOptions &options,
        const Cancelled &cancelled)
        : m_picture(picture)
        , m_viewport(viewport)
        , m_options(options)
        , m_cancelled(cancelled)
    {
    }

    bool paint(const MapLayer &layer)
    {
        return std::visit(
            [&](const auto &geometry) { return !geometry || paint(layer, *geometry); },
            layer.geometry);
    }

private:
    bool paint(const MapLayer &layer, const LineGeometry &geometry)
    {
        return paintLines(m_picture, layer, geometry, m_viewport, m_options, m_cancelled);
    }
    bool paint(const MapLayer &layer, const PointGeometry &geometry)
    {
        QPainter painter(&m_picture);
        return paintPoints(prepared(painter), layer, geometry, m_viewport, m_options, m_cancelled);
    }
    bool paint(const MapLayer &layer, const AreaGeometry &geometry)
    {
        QPainter painter(&m_picture);
        return paintAreas(prepared(painter), layer, geometry, m_viewport, m_options, m_cancelled);
    }
    bool paint(const MapLayer &layer, const LabelGeometry &geometry)
    {
        QPainter painter(&m_picture);
        return paintLabels(prepared(painter), layer, geometry, m_viewport, m_options, m_cancelled);
    }
    bool paint(const MapLayer &layer, const SurfaceGeometry &geometry)
    {
        return paintSurface(m_picture, layer, geometry, m_viewport, m_options, m_cancelled);
    }
    bool paint(const MapLayer &, const TileGeometry &geometry)
    {
        QPainter painter(&m_picture);
        return paintTiles(prepared(painter), geometry, m_viewport, m_cancelled);
    }

    static QPainter &prepared(QPainter &painter)
    {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        return painter;
    }

    QImage &m_picture;
    const Viewport &m_viewport;
    const RenderOptions &m_options;
    const Cancelled &m_cancelled;
};

bool isSeen(const MapLayer &layer, PicturePart part)
{
    return layer.visible && layer.attributes && partOf(layer.order) == part
        && featureCount(layer.geometry) > 0;
}

QImage emptyPicture(const Viewport &viewport, PicturePart part, const RenderOptions &options)
{
    const QSize pixels(int(std::ceil(viewport.size.width() * viewport.devicePixelRatio)),
        int(std::ceil(viewport.size.height() * viewport.devicePixelRatio)));
    if (qint64(pixels.width()) * pixels.height() * 4 > kMaxPictureBytes)
        return {};
    // Without an alpha channel a picture is copied and scaled to the screen several times faster.
    const bool base = part == PicturePart::Base;
    QImage image(pixels, base ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(viewport.devicePixelRatio);
    image.fill(base ? options.ground.in(options.theme) : QColor(Qt::transparent));
    return image;
}

/// The cells of the picture and those around it, whose labels may reach into it.
std::vector<TileId> cellsAround(const Viewport &viewport)
{
    const TileGrid grid(viewport);
    return grid.covering(viewport.grown(grid.side()));
}

/// Calls `paint` for a viewport wide enough for LineRasterizer and cuts the picture to `viewport`.
template <class F> QImage wideEnough(const Viewport &viewport, F paint)
{
    const double ratio = viewport.devicePixelRatio;
    if (viewport.size.width() * ratio >= LineRasterizer::kMinWidth)
        return paint(viewport);
    const int margin = int(std::ceil(LineRasterizer::kMinWidth / ratio));
    const QImage wider = paint(viewport.grown(margin));
    const int pixels = int(std::lround(margin * ratio));
    return wider.copy(QRect(QPoint(pixels, pixels), wider.size() - 2 * QSize(pixels, pixels)));
}

} // namespace

bool hasPart(const std::vector<MapLayer> &layers, PicturePart part)
{
    return std::any_of(layers.begin(), layers.end(),
        [part](const MapLayer &layer) { return isSeen(layer, part); });
}

std::vector<const MapLayer *> shownLayers(const std::vector<MapLayer> &layers, PicturePart part)
{
    std::vector<const MapLayer *> shown;
    for (const MapLayer &layer : layers) {
        if (isSeen(layer, part))
            shown.push_back(&layer);
    }
    std::stable_sort(shown.begin(), shown.end(),
        [](const MapLayer *a, const MapLayer *b) { return a->order < b->order; });
    return shown;
}

std::optional<RenderOptions> withPlan(const std::vector<MapLayer> &layers, const Viewport &viewport,
    PicturePart part, const RenderOptions &options, const Cancelled &cancelled)
{
    RenderOptions planned = options;
    if (!planned.plan) {
        auto plan = std::make_shared<LabelPlan>(TileGrid(viewport));
        if (!plan->extend(layers, part, options, cellsAround(viewport), cancelled))
            return {};
        planned.plan = std::move(plan);
    }
    return planned;
}

bool isThinned(const std::vector<MapLayer> &layers, const Viewport &viewport)
{
    return std::any_of(layers.begin(), layers.end(), [&](const MapLayer &layer) {
        if (!layer.visible || !layer.attributes)
            return false;
        const auto *lines = std::get_if<std::shared_ptr<const LineGeometry>>(&layer.geometry);
        const auto *points = std::get_if<std::shared_ptr<const PointGeometry>>(&layer.geometry);
        return (lines && *lines && leftOut(**lines, viewport) > 0)
            || (points && *points && leftOut(**points, viewport) > 0);
    });
}

QImage paintPart(const std::vector<MapLayer> &layers, const Viewport &viewport, PicturePart part,
    const RenderOptions &options, const Cancelled &cancelled)
{
    return wideEnough(viewport, [&](const Viewport &view) {
        QImage image = emptyPicture(view, part, options);
        if (!image.isNull() && !paintPartOver(image, layers, view, part, options, cancelled))
            return QImage();
        return image;
    });
}

bool paintPartOver(QImage &picture, const std::vector<MapLayer> &layers, const Viewport &viewport,
    PicturePart part, const RenderOptions &options, const Cancelled &cancelled)
{
    const std::optional<RenderOptions> planned =
        withPlan(layers, viewport, part, options, cancelled);
    if (!planned)
        return false;
    LayerPainter painter(picture, viewport, *planned, cancelled);
    for (const MapLayer *layer : shownLayers(layers, part)) {
        if (cancelled() || !painter.paint(*layer))
            return false;
    }
    return true;
}

void compose(QImage &picture, const QImage &over)
{
    QPainter painter(&picture);
    painter.drawImage(0, 0, over);
}

QImage renderMap(const std::vector<MapLayer> &layers, const Viewport &viewport,
    const RenderOptions &options, const Cancelled &cancelled)
{
    return wideEnough(viewport, [&](const Viewport &view) {
        QImage picture = paintPart(layers, view, PicturePart::Base, options, cancelled);
        for (const PicturePart part : {PicturePart::Values, PicturePart::Labels}) {
            if (!picture.isNull() && hasPart(layers, part)
                && !paintPartOver(picture, layers, view, part, options, cancelled))
                return QImage();
        }
        return picture;
    });
}

} // namespace belvedere::ui
