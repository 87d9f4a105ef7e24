// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "traffic/assignment/assignment.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

/// A network and its trips.
struct MadeNetwork
{
    AssignmentNetworkData data;
    OdMatrix trips;

    [[nodiscard]] AssignmentNetwork network() const { return *AssignmentNetwork::make(data); }
};

/// What a made network is like.
struct MadeNetworkSpec
{
    int rows = 6;
    int columns = 7;
    int zones = 8;
    double destinationsPerZone = 5.0;
    double tripsPerPair = 120.0;
    bool kindsOfDelay = true; ///< all powers and the conical function, else quartic alone
};

/// A grid of two-way streets, some of them faster, with zones hung on random nodes; always the
/// same for a seed. Every zone reaches every other one.
inline MadeNetwork madeNetwork(const MadeNetworkSpec &spec, std::uint64_t seed)
{
    Random random(seed);
    MadeNetwork made;
    AssignmentNetworkData &data = made.data;
    const std::int32_t streets = spec.rows * spec.columns;
    for (std::int32_t node = 0; node < spec.zones + streets; ++node) {
        data.nodeIds.push_back(node + 1);
        data.noThrough.push_back(node < spec.zones ? 1 : 0);
        if (node < spec.zones)
            data.zones.push_back({node + 1, node});
    }
    const auto join = [&](std::int32_t a, std::int32_t b, double minutes, double capacity) {
        for (const auto &[from, to] : {std::pair(a, b), std::pair(b, a)}) {
            AssignmentLink link;
            link.from = from;
            link.to = to;
            link.delay.freeTime = minutes * random.uniform(0.8, 1.3);
            link.delay.capacity = capacity * random.uniform(0.7, 1.4);
            link.length = link.delay.freeTime;
            link.toll = random.uniform() < 0.1 ? random.uniform(1.0, 5.0) : 0.0;
            if (spec.kindsOfDelay) {
                constexpr double kPowers[] = {1.0, 2.0, 4.0, 4.0, 4.0, 5.5};
                link.delay.power = kPowers[random.below(6)];
                if (random.uniform() < 0.15) {
                    link.delay.function = DelayFunction::Conical;
                    link.delay.power = 6.0;
                }
            }
            data.links.push_back(link);
        }
    };
    const auto at = [&](int row, int column) {
        return static_cast<std::int32_t>(spec.zones + row * spec.columns + column);
    };
    for (int row = 0; row < spec.rows; ++row) {
        for (int column = 0; column < spec.columns; ++column) {
            const auto capacity = [](int line) { return line % 4 == 0 ? 2400.0 : 800.0; };
            const auto minutes = [](int line) { return line % 4 == 0 ? 0.6 : 1.0; };
            if (column + 1 < spec.columns)
                join(at(row, column), at(row, column + 1), minutes(row), capacity(row));
            if (row + 1 < spec.rows)
                join(at(row, column), at(row + 1, column), minutes(column), capacity(column));
        }
    }
    for (std::int32_t zone = 0; zone < spec.zones; ++zone) {
        const auto node = static_cast<std::int32_t>(spec.zones)
            + static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(streets)));
        join(zone, node, 0.3, 50000.0);
    }
    std::vector<OdPair> pairs;
    const double share = spec.destinationsPerZone / std::max(spec.zones - 1, 1);
    for (std::int32_t from = 0; from < spec.zones; ++from)
        for (std::int32_t to = 0; to < spec.zones; ++to)
            if (from != to && random.uniform() < share)
                pairs.push_back({from, to, random.exponential(spec.tripsPerPair)});
    made.trips = *OdMatrix::make(static_cast<std::size_t>(spec.zones), std::move(pairs));
    return made;
}

} // namespace belvedere
