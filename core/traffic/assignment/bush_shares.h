// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/bush.h"

#include <vector>

namespace belvedere {

/// How a commodity's traffic splits on its bush: what any question about routes is answered from.
class BushShares
{
public:
    BushShares(const Commodity &commodity, const Bush &bush);

    /// Share of a node's flow that an arc into it brings, by position in Bush::in.
    [[nodiscard]] double share(std::size_t arc) const { return m_share[arc]; }
    /// Position of a destination, by its place in Commodity::destinations, in the bush.
    [[nodiscard]] std::size_t position(std::size_t destination) const
    {
        return m_position[destination];
    }

    /// What a trip to each destination meets on average, by `perArc` of the graph.
    [[nodiscard]] std::vector<double> averages(const std::vector<double> &perArc) const;

    /// Adds what these trips to each destination bring to the arcs of the graph.
    void load(const std::vector<double> &perDestination, std::vector<double> &perArc) const;

private:
    const Bush &m_bush;
    std::vector<double> m_share;
    std::vector<std::size_t> m_position;
};

} // namespace belvedere
