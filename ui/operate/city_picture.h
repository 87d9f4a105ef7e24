// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "data/store/store.h"
#include "map/map_legend.h"

#include <optional>

namespace belvedere::ui {

struct CityPictureRequest
{
    QString dataset; ///< empty = the first one that has something to show
    QString channel; ///< empty = its first
    std::optional<UtcMs> at; ///< absent = the last step of the recording
    bool values = true; ///< false: the ground alone
};

/// The map of a city at one instant, without a window.
struct CityPicture
{
    std::vector<MapLayer> layers;
    LocalProjection projection;
    BoundingBox focus; ///< what to look at
    LegendContent legend; ///< empty without values
    QString attribution;
    std::optional<UtcMs> at; ///< of the values
    bool simulated = false;
};

/// Loads and prepares; for a worker or a program without a window.
/// @return Errc::NotFound for a data set or channel that is not there; Errc::Usage if the city has
/// neither ground nor values.
[[nodiscard]] Result<CityPicture> cityPicture(
    const Store &store, const CityPictureRequest &request, const TaskContext &context = {});

} // namespace belvedere::ui
