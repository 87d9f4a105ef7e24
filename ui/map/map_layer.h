// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/feature_style.h"
#include "map/map_geometry.h"

namespace belvedere::ui {

struct SurfaceValues;

/// From the bottom to the top. Roads paint the casings of all before the first fill.
enum class LayerOrder { Tiles, Areas, Roads, Surface, Values, Points, Labels, Overlay };

/// Opposite directions of a road share their geometry: beside it both can be seen.
enum class LineSide { Centre, Right, Left };

/// What a time step replaces: which style each feature has. Immutable once handed over.
struct LayerAttributes
{
    static constexpr std::uint8_t kHidden = 255;

    std::vector<FeatureStyle> styles; ///< at most 255
    std::vector<std::uint8_t> styleOf; ///< [features], index into styles or kHidden; empty: all 0
    std::vector<QString> texts; ///< [features] or empty: a value written beside a point
    // Of points whose style is Symbol::Arrow; empty or [features].
    std::vector<float> directions; ///< degrees clockwise from north, whereto
    std::vector<float> lengths; ///< pixels; empty: three times the style's width
    std::shared_ptr<const SurfaceValues> surface; ///< of a SurfaceGeometry

    /// Null if the feature is not to be seen.
    [[nodiscard]] const FeatureStyle *style(std::size_t feature) const
    {
        const std::size_t i =
            styleOf.empty() ? 0 : (feature < styleOf.size() ? styleOf[feature] : kHidden);
        return i < styles.size() ? &styles[i] : nullptr;
    }
};

struct MapLayer
{
    QString id; ///< unique in a view
    LayerOrder order = LayerOrder::Overlay;
    MapGeometry geometry;
    std::shared_ptr<const LayerAttributes> attributes;
    LineSide side = LineSide::Centre;
    bool visible = true;
    bool pickable = false;
};

/// Painted apart, so that a time step repaints only the values.
enum class PicturePart { Base, Values, Labels };

[[nodiscard]] constexpr PicturePart partOf(LayerOrder order)
{
    switch (order) {
    case LayerOrder::Tiles:
    case LayerOrder::Areas:
    case LayerOrder::Roads:
        return PicturePart::Base;
    case LayerOrder::Labels:
        return PicturePart::Labels;
    case LayerOrder::Surface:
    case LayerOrder::Values:
    case LayerOrder::Points:
    case LayerOrder::Overlay:
        return PicturePart::Values;
    }
    return PicturePart::Values;
}

} // namespace belvedere::ui
