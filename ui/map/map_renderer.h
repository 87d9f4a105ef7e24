// SPDX-License-Identifier: GPL-3.0-or-later
// Layers in, pixels out; no widget, any thread.
#pragma once

#include "map/map_layer.h"
#include "map/viewport.h"

#include <QFont>
#include <QImage>

#include <functional>
#include <optional>

namespace belvedere::ui {

class LabelPlan;

struct RenderOptions
{
    ThemeMode theme = ThemeMode::Light;
    MapColor ground = MapColor::of(&Tokens::mapGround);
    QFont font; ///< of labels; the size comes from the style
    /// Where texts go, so that they are the same in all tiles; null: found for the picture alone.
    std::shared_ptr<const LabelPlan> plan;
};

using Cancelled = std::function<bool()>;

/// False if the part has no layer that is to be seen; its picture need not be painted then.
[[nodiscard]] bool hasPart(const std::vector<MapLayer> &layers, PicturePart part);

/// Those of a part that are to be seen, from the bottom to the top.
[[nodiscard]] std::vector<const MapLayer *> shownLayers(
    const std::vector<MapLayer> &layers, PicturePart part);
/// `options` with a plan for the texts of the picture, if there is none; nothing if cancelled.
[[nodiscard]] std::optional<RenderOptions> withPlan(const std::vector<MapLayer> &layers,
    const Viewport &viewport, PicturePart part, const RenderOptions &options,
    const Cancelled &cancelled);

/// The layers of one part, the base on the ground colour and the others on nothing.
/// @return a null picture if cancelled or if the picture would be larger than 2^28 bytes.
[[nodiscard]] QImage paintPart(const std::vector<MapLayer> &layers, const Viewport &viewport,
    PicturePart part, const RenderOptions &options, const Cancelled &cancelled);

/// The same laid over a picture of the viewport's size and device pixel ratio.
/// @return false if cancelled; the picture is of no use then.
[[nodiscard]] bool paintPartOver(QImage &picture, const std::vector<MapLayer> &layers,
    const Viewport &viewport, PicturePart part, const RenderOptions &options,
    const Cancelled &cancelled);

/// Features are left out at this view, because there are more than can be painted in time.
[[nodiscard]] bool isThinned(const std::vector<MapLayer> &layers, const Viewport &viewport);

/// `over` painted on `picture`; both of the same size.
void compose(QImage &picture, const QImage &over);

/// All parts at once, for exports and the command line; null as for paintPart().
[[nodiscard]] QImage renderMap(
    const std::vector<MapLayer> &layers, const Viewport &viewport, const RenderOptions &options,
    const Cancelled &cancelled = [] { return false; });

} // namespace belvedere::ui
