// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/readers/osm_reader.h"
#include "data/store/store.h"

namespace belvedere {

/// What storing a ground changed beside it.
struct GroundStored
{
    qint64 matchedSites = 0; ///< of data sets about traffic, that now stand on a link
    qint64 lostSites = 0; ///< with a position, but on no road of the network
    bool placed = false; ///< the city has got this ground's centre
};

/// Replaces the ground of a city, and nothing else: its data sets stay. Sites of traffic data get
/// the links they stand on. A city whose centre is unknown or outside of the ground gets that of
/// the ground, one without a name that of the ground's city, else of the file.
[[nodiscard]] Result<GroundStored> storeGround(
    Store &store, const OsmImport &ground, const TaskContext &context = {});

/// Finds the links of a traffic data set's sites that have none; does nothing for other domains or
/// without a network.
[[nodiscard]] Result<GroundStored> matchSites(Store &store, const QString &dataset);

} // namespace belvedere
