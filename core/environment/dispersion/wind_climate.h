// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/stability.h"

#include <array>

namespace belvedere {

inline constexpr int kClimateDirections = 36; ///< of 10°, the first centred on north
/// Upper bounds in m/s; the last class is open.
inline constexpr std::array<double, 7> kClimateSpeedEdges = {1.0, 1.5, 2.5, 4.0, 6.0, 8.0, 11.0};
inline constexpr int kClimateSpeeds = static_cast<int>(kClimateSpeedEdges.size()) + 1;

/// Slower winds are taken as this: a steady plume knows no calm (CALINE3 has the same limit).
inline constexpr double kSlowestWindMs = 1.0;

/// Hours by direction, speed and stability: all that a mean over the year depends on. A class
/// keeps the mean of 1/u of its hours, so that binning by speed costs nothing in the mean.
/// Directions are kept by degree as well: each hour spread evenly over the step in which it was
/// reported, at least 10°, so that a rose of 16 points leaves no gaps.
class WindClimate
{
public:
    struct Cell
    {
        int hours = 0;
        double inverseSpeed = 0.0; ///< mean of 1 / max(u, kSlowestWindMs), s/m
    };

    /// @return Errc::Numeric for no hours, a negative speed or a direction that is no number.
    [[nodiscard]] static Result<WindClimate> make(const std::vector<WeatherHour> &hours);

    [[nodiscard]] const Cell &cell(int direction, int speed, Stability stability) const
    {
        return m_cells[static_cast<std::size_t>(
            (direction * kClimateSpeeds + speed) * kStabilityCount + static_cast<int>(stability))];
    }
    [[nodiscard]] int hours() const { return m_hours; }
    /// Below kSlowestWindMs, 0 … 1: above a third the annual mean is a guess.
    [[nodiscard]] double calmShare() const;
    /// In which the directions were reported: 10, 22.5 or 45°; 10 for finer ones.
    [[nodiscard]] double directionStepDeg() const { return m_stepDeg; }
    /// [360] by where the wind comes from: Σ 1/u over the hours / all hours, s/m.
    [[nodiscard]] std::vector<double> inverseSpeedByDegree(Stability stability) const;

private:
    std::vector<Cell> m_cells;
    std::vector<double> m_byDegree; // [stability][360]
    int m_hours = 0;
    int m_calms = 0;
    double m_stepDeg = 10.0;
};

} // namespace belvedere
