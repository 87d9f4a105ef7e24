// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat_box.h"
#include "city/readers/osm_data.h"

#include <vector>

namespace belvedere {

/// A piece of sea: an outer ring, anticlockwise, and the islands in it.
struct SeaPolygon
{
    std::vector<FixedLonLat> outer;
    std::vector<std::vector<FixedLonLat>> islands;
};

/// The sea beside the coastlines of resolved data. Land is on the left of a coastline.
/// OpenStreetMap has no polygon of the sea, so it ends at a rectangle: `box`, grown by `margin`
/// times its size. Coastlines that end in the data are led straight out over the nearest side.
[[nodiscard]] std::vector<SeaPolygon> seaOf(
    const OsmData &data, const LonLatBox &box, double margin);

} // namespace belvedere
