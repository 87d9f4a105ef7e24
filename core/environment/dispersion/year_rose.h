// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/plume_model.h"
#include "environment/dispersion/wind_climate.h"

#include <cmath>
#include <utility>
#include <vector>

namespace belvedere {

/// The mean of a year behind a point of road: plumes of all classes, turned and weighted. A table
/// by distance and bearing, and two by east and north for the distances that are looked up most:
/// those need no logarithm and no angle.
class YearRose
{
public:
    YearRose() = default;
    YearRose(const WindClimate &climate, const PlumeModel &model);

    /// s/m³. @param east, north  from the source, m.
    [[nodiscard]] double at(double east, double north) const
    {
        const double r2 = east * east + north * north;
        if (r2 >= kFineM * kFineM && m_middle.holds(east, north))
            return m_middle.at(east, north);
        if (r2 >= kPolarM * kPolarM && m_close.holds(east, north))
            return m_close.at(east, north);
        return polar(std::sqrt(r2), east, north);
    }
    [[nodiscard]] NearReach nearReach(double cellM) const;
    [[nodiscard]] std::pair<double, double> rowRange(double north, double reachM) const;
    /// The highest of all bearings.
    [[nodiscard]] double atDistance(double distanceM) const;

private:
    static constexpr int kBearings = 360;
    static constexpr double kFirstM = 2.0; // nearer, that of 2 m
    static constexpr double kLogStep = 0.04;
    static constexpr double kPolarM = 16.0; // nearer, a step of 1 m is too coarse
    static constexpr double kFineM = 120.0; // nearer, a step of 8 m is too coarse

    /// Values on a square around the source, bilinear between them.
    struct Plane
    {
        double reachM = 0.0;
        double stepM = 1.0;
        std::size_t size = 0;
        std::vector<double> values; // [size][size], from the south-west

        [[nodiscard]] bool holds(double east, double north) const
        {
            return std::abs(east) < reachM && std::abs(north) < reachM;
        }
        [[nodiscard]] double at(double east, double north) const
        {
            const double u = (east + reachM) / stepM;
            const double v = (north + reachM) / stepM;
            const auto i = static_cast<std::size_t>(u);
            const auto j = static_cast<std::size_t>(v);
            const double fu = u - static_cast<double>(i);
            const double fv = v - static_cast<double>(j);
            const double *row = &values[j * size + i];
            const double south = row[0] + fu * (row[1] - row[0]);
            const double above = row[size] + fu * (row[size + 1] - row[size]);
            return south + fv * (above - south);
        }
    };

    [[nodiscard]] double polar(double distanceM, double east, double north) const;
    void fillPolar(const WindClimate &climate);
    [[nodiscard]] Plane plane(double reachM, double stepM) const;

    PlumeModel m_model;
    int m_rings = 0;
    std::vector<double> m_polar; // [rings][kBearings + 1]; the last bearing is the first
    Plane m_close;
    Plane m_middle;
};

} // namespace belvedere
