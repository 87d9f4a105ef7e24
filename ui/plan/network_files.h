// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/base_case_sources.h"

namespace belvedere::ui {

/// The trips and the places of nodes that lie beside a network, by the names that collections give
/// them: "X_net.tntp", "X_trips.tntp", "X_node.tntp", or link.csv and demand.csv of GMNS. What is
/// not there stays empty.
[[nodiscard]] BaseCaseFiles filesBeside(const QString &network);

} // namespace belvedere::ui
