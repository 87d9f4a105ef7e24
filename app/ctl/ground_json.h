// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/backdrop.h"
#include "city/road_network.h"

#include <QJsonObject>

namespace belvedere::ctl {

/// What the ground holds: nodes, links, lengthKm, lengthKmByClass, turns, areas, buildings, lines,
/// places, attribution, source, dataTime.
[[nodiscard]] QJsonObject groundJson(const RoadNetwork &network, const Backdrop &backdrop);
/// The same as a line or two for people.
[[nodiscard]] QString groundText(const RoadNetwork &network, const Backdrop &backdrop);

} // namespace belvedere::ctl
