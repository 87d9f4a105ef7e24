// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/raster_backend.h"

namespace belvedere::ui {

QString RasterBackend::name() const
{
    return QStringLiteral("raster");
}

QImage RasterBackend::paint(const std::vector<MapLayer> &layers, const Viewport &viewport,
    PicturePart part, const RenderOptions &options, const Cancelled &cancelled) const
{
    return paintPart(layers, viewport, part, options, cancelled);
}

bool RasterBackend::paintOver(QImage &picture, const std::vector<MapLayer> &layers,
    const Viewport &viewport, PicturePart part, const RenderOptions &options,
    const Cancelled &cancelled) const
{
    return paintPartOver(picture, layers, viewport, part, options, cancelled);
}

} // namespace belvedere::ui
