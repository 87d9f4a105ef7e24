// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/surface_values.h"

namespace belvedere::ui {

std::shared_ptr<const LayerAttributes> surfaceAttributes(SurfaceValues values)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->surface = std::make_shared<const SurfaceValues>(std::move(values));
    return attributes;
}

} // namespace belvedere::ui
