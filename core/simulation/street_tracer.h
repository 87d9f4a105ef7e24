// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/street.h"
#include "simulation/street_field.h"

#include <functional>

namespace belvedere::simulation {

/// Lays streets along a StreetField, evenly spaced, after Jobard, Lefer 1997, "Creating
/// evenly-spaced streamlines of arbitrary density". Streets that exist already keep their room,
/// and shore streets end what meets them.
class StreetTracer
{
public:
    StreetTracer(const Terrain &terrain, const StreetField &field, Polyline motorway);

    /// How a class of streets is laid.
    struct Rule
    {
        RoadClass roadClass = RoadClass::Residential;
        double spacingM = 200.0; ///< in the old town; more outside
        double longestM = 2000.0;
        bool mayCrossMotorway = false;
        double endsAtCrossing = 0.2; ///< chance to end at an equal or larger street
    };

    void add(const Street &street);
    /// Adds streets until there is no room left, or until `cancelled` says true.
    void fill(const Rule &rule, Random random, const std::function<bool()> &cancelled);

    [[nodiscard]] const std::vector<Street> &streets() const { return m_streets; }

private:
    struct Piece
    {
        PointM from;
        PointM to;
        std::int32_t street;
    };
    enum class Meeting { None, TooClose, Crosses, Barrier };

    [[nodiscard]] double spacingAt(PointM p, const Rule &rule) const;
    [[nodiscard]] bool free(PointM p, const Rule &rule) const;
    [[nodiscard]] bool hasRoom(PointM p, PointM direction, double clearanceM) const;
    [[nodiscard]] Meeting meet(PointM from, PointM to, double clearanceM) const;
    [[nodiscard]] Polyline trace(
        PointM seed, PointM heading, const Rule &rule, Random &random) const;
    bool tryStreet(PointM seed, PointM heading, const Rule &rule, Random &random);
    template <class F> void nearby(PointM p, double reachM, F &&use) const;
    [[nodiscard]] std::size_t cellOf(double coordinate) const;

    const Terrain &m_terrain;
    const StreetField &m_field;
    std::vector<Street> m_streets;
    double m_halfM; // the square that the cells cover is [-half, half] on both axes
    std::size_t m_side;
    std::vector<std::vector<Piece>> m_cells;
    std::vector<std::vector<PointM>> m_motorwayCells; // in cells of kMotorwayCellM
};

} // namespace belvedere::simulation
