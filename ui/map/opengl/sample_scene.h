// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_layer.h"

namespace belvedere::ui {

/// A small city that shows each kind of paint, by which backends are compared at start.
struct SampleScene
{
    static constexpr double kExtentM = 4096.0; ///< of a side, about the origin

    std::vector<MapLayer> layers; ///< all of the base part

    SampleScene();

private:
    void add(MapGeometry geometry, LayerOrder order, std::vector<FeatureStyle> styles,
        std::vector<std::uint8_t> styleOf);
    void addAreas();
    void addRoads();
};

} // namespace belvedere::ui
