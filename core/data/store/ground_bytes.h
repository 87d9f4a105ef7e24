// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "city/backdrop.h"
#include "city/road_network.h"

#include <QByteArray>

namespace belvedere {

// The ground as the store keeps it: one value each for the network and for the base map, because
// both are only ever read and written as a whole. Both begin with a byte for their layout.

[[nodiscard]] QByteArray networkToBytes(const RoadNetwork &network);
/// @return Errc::Schema if it is from a newer program; Errc::Io if it is damaged.
[[nodiscard]] Result<RoadNetwork> networkFromBytes(const QByteArray &bytes);

[[nodiscard]] QByteArray backdropToBytes(const Backdrop &backdrop);
/// @return as networkFromBytes()
[[nodiscard]] Result<Backdrop> backdropFromBytes(const QByteArray &bytes);

} // namespace belvedere
