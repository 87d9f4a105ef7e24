// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"

#include <cmath>

namespace belvedere {

inline AssignmentOptions exact(double gap)
{
    AssignmentOptions options;
    options.relativeGap = gap;
    return options;
}

inline bool near(double value, double expected, double relative)
{
    const bool close = std::abs(value - expected) <= relative * std::abs(expected);
    if (!close)
        qWarning("%.17g instead of %.17g", value, expected);
    return close;
}

/// Braess's network: with the bridge 3-4, link number 4.
inline AssignmentNetworkData braess()
{
    AssignmentNetworkData data;
    data.nodeIds = {1, 2, 3, 4};
    data.zones = {{1, 0}, {2, 1}};
    const auto add = [&data](int from, int to, double free, double slope) {
        AssignmentLink link;
        link.from = from;
        link.to = to;
        link.delay = {DelayFunction::Bpr, free, 1.0, slope / free, 1.0};
        data.links.push_back(link);
    };
    add(0, 2, 1e-12, 10.0);
    add(0, 3, 50.0, 1.0);
    add(2, 1, 50.0, 1.0);
    add(3, 1, 1e-12, 10.0);
    add(2, 3, 10.0, 1.0);
    return data;
}

inline const std::vector<OdMatrix> &braessTrips()
{
    static const std::vector<OdMatrix> trips = {*OdMatrix::make(2, {{0, 1, 6.0}})};
    return trips;
}

} // namespace belvedere
