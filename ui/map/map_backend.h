// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_renderer.h"

namespace belvedere::ui {

/// What turns layers into pixels. Chosen at start; all make the same picture.
class MapBackend
{
public:
    MapBackend() = default;
    virtual ~MapBackend() = default;
    MapBackend(const MapBackend &) = delete;
    MapBackend &operator=(const MapBackend &) = delete;

    /// For a status line: "raster".
    [[nodiscard]] virtual QString name() const = 0;
    /// One part of the layers as paintPart() promises it: size * devicePixelRatio pixels, the base
    /// as RGB32 on the ground colour, the others premultiplied on nothing. Called from any thread,
    /// also from several at once.
    /// @return a null picture if cancelled or too large.
    [[nodiscard]] virtual QImage paint(const std::vector<MapLayer> &layers,
        const Viewport &viewport, PicturePart part, const RenderOptions &options,
        const Cancelled &cancelled) const = 0;
    /// The same laid over a picture of the same size and ratio, which saves the raster backend one picture.
    /// @return false if cancelled; the picture is of no use then.
    [[nodiscard]] virtual bool paintOver(QImage &picture, const std::vector<MapLayer> &layers,
        const Viewport &viewport, PicturePart part, const RenderOptions &options,
        const Cancelled &cancelled) const
    {
        const QImage over = paint(layers, viewport, part, options, cancelled);
        if (over.isNull())
            return false;
        compose(picture, over);
        return true;
    }
};

} // namespace belvedere::ui
