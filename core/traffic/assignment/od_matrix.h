// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere {

/// Trips from one zone to another, by positions of zones.
struct OdPair
{
    std::int32_t origin = -1;
    std::int32_t destination = -1;
    double trips = 0.0;
};

/// Trips between zones in vehicles, sparse: only what is not zero is kept. Immutable once made.
class OdMatrix
{
public:
    struct Cell
    {
        std::int32_t destination = -1;
        double trips = 0.0;
    };

    OdMatrix() = default;

    /// @param pairs  in any order; the same pair twice adds up, zeros are left out.
    /// @return Errc::Shape naming the zone that there is not, Errc::Numeric for negative or not
    /// finite trips.
    [[nodiscard]] static Result<OdMatrix> make(std::size_t zones, std::vector<OdPair> pairs);
    /// @param trips  [zones · zones], origin by origin.
    [[nodiscard]] static Result<OdMatrix> fromDense(
        std::size_t zones, const std::vector<double> &trips);

    [[nodiscard]] std::size_t zoneCount() const { return m_first.size() - 1; }
    /// Destinations of an origin, ascending.
    [[nodiscard]] std::span<const Cell> row(std::size_t origin) const;
    [[nodiscard]] double at(std::size_t origin, std::size_t destination) const;
    [[nodiscard]] std::size_t pairCount() const { return m_cells.size(); }
    [[nodiscard]] std::vector<OdPair> pairs() const;
    [[nodiscard]] double total() const;
    /// Trips that stay in their zone: no assignment moves them.
    [[nodiscard]] double intrazonal() const;
    /// A copy with each cell times `factor(origin, destination)`; factors are not negative.
    template <class F> [[nodiscard]] OdMatrix scaled(F factor) const
    {
        OdMatrix result = *this;
        for (std::size_t o = 0; o < zoneCount(); ++o)
            for (std::size_t k = m_first[o]; k < m_first[o + 1]; ++k)
                result.m_cells[k].trips *=
                    factor(o, static_cast<std::size_t>(m_cells[k].destination));
        return result;
    }

private:
    std::vector<std::size_t> m_first = {0}; // [zones + 1]
    std::vector<Cell> m_cells;
};

} // namespace belvedere
