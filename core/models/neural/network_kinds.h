// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/forecaster.h"
#include "models/neural/network.h"

namespace belvedere::neural {

/// A kind of network: one line of the table.
struct NetworkKind
{
    ForecasterFactory::Kind kind;
    std::shared_ptr<Network> (*make)(const NetworkShape &shape, const QJsonObject &options);
    /// Whether a batch holds whole windows: all sites of a window in their order, window by
    /// window. Otherwise its rows are drawn from all windows and sites.
    bool wholeWindows = false;
    /// Whether it can learn from several data sets at once.
    bool jointly = false;
    /// Whether forecasts start from the last and the usual value (see quantileHead()).
    bool anchored = false;
};

[[nodiscard]] const std::vector<NetworkKind> &networkKinds();
/// Null if there is none of that name.
[[nodiscard]] const NetworkKind *networkKind(const QString &name);

} // namespace belvedere::neural
