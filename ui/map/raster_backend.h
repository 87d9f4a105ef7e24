// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_backend.h"

namespace belvedere::ui {

/// Painted by the processor: works everywhere, also on a remote desktop and without a window.
class RasterBackend : public MapBackend
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QImage paint(const std::vector<MapLayer> &layers, const Viewport &viewport,
        PicturePart part, const RenderOptions &options, const Cancelled &cancelled) const override;
    [[nodiscard]] bool paintOver(QImage &picture, const std::vector<MapLayer> &layers,
        const Viewport &viewport, PicturePart part, const RenderOptions &options,
        const Cancelled &cancelled) const override;
};

} // namespace belvedere::ui
