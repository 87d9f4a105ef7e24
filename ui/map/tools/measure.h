// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"

#include <optional>
#include <span>
#include <vector>

namespace belvedere::ui {

/// Metres along the line; over great circles where the plane's place on the globe is known.
[[nodiscard]] double pathLengthM(
    std::span<const PointM> line, const std::optional<LocalProjection> &projection);

/// Square metres in the ring, closed implicitly. On the sphere, edges are straight in longitude
/// and the sine of latitude; at a city's size they differ from great circles by less than 1e-6.
/// Source: Chamberlain and Duquette 2007, "Some algorithms for polygons on a sphere", JPL 07-03.
[[nodiscard]] double ringAreaM2(
    std::span<const PointM> ring, const std::optional<LocalProjection> &projection);

} // namespace belvedere::ui
