// SPDX-License-Identifier: GPL-3.0-or-later
// core/traffic/flow owns how traffic moves in time on one road: density, flow, shock waves,
// queues, and what weather does to a road.
#pragma once

#include "base/result.h"

namespace belvedere {

/// Flow and density in a straight line up to capacity and another one down to the jam (Newell,
/// Daganzo): critical density k_c = w k_j / (v_f + w), capacity Q = v_f k_c.
class FundamentalDiagram
{
public:
    /// @return Errc::Numeric unless all three are above 0.
    [[nodiscard]] static Result<FundamentalDiagram> make(
        double freeSpeedKmh, double waveSpeedKmh, double jamDensityVehKm);

    [[nodiscard]] double freeSpeedKmh() const { return m_freeSpeed; }
    [[nodiscard]] double waveSpeedKmh() const { return m_waveSpeed; } ///< of queues, upstream
    [[nodiscard]] double jamDensityVehKm() const { return m_jamDensity; }
    [[nodiscard]] double criticalDensityVehKm() const;
    [[nodiscard]] double capacityVehH() const;
    /// @param densityVehKm  0 … jam; outside it the flow is 0.
    [[nodiscard]] double flowVehH(double densityVehKm) const;
    /// Of free traffic, or of a queue. @param flowVehH  0 … capacity, cut off there.
    [[nodiscard]] double freeDensity(double flowVehH) const;
    [[nodiscard]] double queuedDensity(double flowVehH) const;

private:
    double m_freeSpeed = 0.0;
    double m_waveSpeed = 0.0;
    double m_jamDensity = 0.0;
};

/// Speed of the border between two states, (q₂ - q₁) / (k₂ - k₁), km/h, negative upstream
/// (Rankine and Hugoniot). The same state on both sides: 0.
[[nodiscard]] double shockSpeedKmh(
    const FundamentalDiagram &diagram, double densityBefore, double densityAfter);

} // namespace belvedere
