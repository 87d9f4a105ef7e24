// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_renderer.h"

#include "map/painters/area_painter.h"
#include "map/painters/label_painter.h"
#include "map/painters/line_painter.h"
#include "map/painters/point_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr qint64 kMaxPictureBytes = qint64(1) << 28;

struct LayerPainter
{
    QPainter &painter;
    const MapLayer &layer;
    const Viewport &viewport;
    const RenderOptions &options;
    LabelSpace &space;
    const Cancelled &cancelled;

    bool operator()(const std::shared_ptr<const LineGeometry> &geometry) const
    {
        return !geometry || paintLines(painter, layer, *geometry, viewport, options, cancelled);
    }
    bool operator()(const std::shared_ptr<const PointGeometry> &geometry) const
    {
        return !geometry || paintPoints(painter, layer, *geometry, viewport, options, cancelled);
    }
    bool operator()(const std::shared_ptr<const AreaGeometry> &geometry) const
    {
        return !geometry || paintAreas(painter, layer, *geometry, viewport, options, cancelled);
    }
    bool operator()(const std::shared_ptr<const SurfaceGeometry> &) const { return true; }
    bool operator()(const std::shared_ptr<const TileGeometry> &) const { return true; }
    bool operator()(const std::shared_ptr<const LabelGeometry> &geometry) const
    {
        return !geometry
            || paintLabels(painter, layer, *geometry, viewport, options, space, cancelled);
    }
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

} // namespace

bool hasPart(const std::vector<MapLayer> &layers, PicturePart part)
{
    return std::any_of(layers.begin(), layers.end(),
        [part](const MapLayer &layer) { return isSeen(layer, part); });
}

QImage paintPart(const std::vector<MapLayer> &layers, const Viewport &viewport, PicturePart part,
    const RenderOptions &options, const Cancelled &cancelled)
{
    std::vector<const MapLayer *> shown;
    for (const MapLayer &layer : layers) {
        if (isSeen(layer, part))
            shown.push_back(&layer);
    }
    std::stable_sort(shown.begin(), shown.end(),
        [](const MapLayer *a, const MapLayer *b) { return a->order < b->order; });

    QImage image = emptyPicture(viewport, part, options);
    if (image.isNull() || shown.empty())
        return image;
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    LabelSpace space;
    for (const MapLayer *layer : shown) {
        const LayerPainter paint{painter, *layer, viewport, options, space, cancelled};
        if (cancelled() || !std::visit(paint, layer->geometry))
            return {};
    }
    return image;
}

void compose(QImage &picture, const QImage &over)
{
    QPainter painter(&picture);
    painter.drawImage(0, 0, over);
}

QImage renderMap(const std::vector<MapLayer> &layers, const Viewport &viewport,
    const RenderOptions &options, const Cancelled &cancelled)
{
    QImage picture = paintPart(layers, viewport, PicturePart::Base, options, cancelled);
    for (const PicturePart part : {PicturePart::Values, PicturePart::Labels}) {
        if (picture.isNull() || !hasPart(layers, part))
            continue;
        const QImage over = paintPart(layers, viewport, part, options, cancelled);
        if (over.isNull())
            return {};
        compose(picture, over);
    }
    return picture;
}

} // namespace belvedere::ui
