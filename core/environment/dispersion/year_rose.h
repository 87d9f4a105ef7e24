// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/plume_model.h"
#include "environment/dispersion/wind_climate.h"

#include <cmath>
#include <utility>
#include <vector>

namespace belvedere {

/// The mean of a year behind a point of road: plumes of all classes, turned and weighted. A table
/// by distance and bearing, and one by east and north for the middle distances, which needs no
/// logarithm and no angle.
class YearRose
{
public:
    YearRose() = default;
    YearRose(const WindClimate &climate, const PlumeModel &model);

    /// s/m³. @param east, north  from the source, m.
    [[nodiscard]] double at(double east, double north) const
    {
        const double r2 = east * east + north * north;
        if (r2 < kPolarM * kPolarM || std::abs(east) >= kPlaneM || std::abs(north) >= kPlaneM)
            return polar(std::sqrt(r2), east, north);
        const double u = (east + kPlaneM) / kPlaneStepM;
        const double v = (north + kPlaneM) / kPlaneStepM;
        const auto i = static_cast<std::size_t>(u);
        const auto j = static_cast<std::size_t>(v);
        const double fu = u - static_cast<double>(i);
        const double fv = v - static_cast<double>(j);
        const double *row = &m_plane[j * kPlaneSize + i];
        const double south = row[0] + fu * (row[1] - row[0]);
        const double above = row[kPlaneSize] + fu * (row[kPlaneSize + 1] - row[kPlaneSize]);
        return south + fv * (above - south);
    }
    [[nodiscard]] NearReach nearReach(double cellM) const;
    [[nodiscard]] std::pair<double, double> rowRange(double north, double reachM) const;
    /// The highest of all bearings.
    [[nodiscard]] double atDistance(double distanceM) const;

private:
    static constexpr int kBearings = 360;
    static constexpr double kFirstM = 2.0; // nearer, that of 2 m
    static constexpr double kLogStep = 0.04;
    static constexpr double kPolarM = 120.0; // nearer, the plane is too coarse
    static constexpr double kPlaneM = 1400.0;
    static constexpr double kPlaneStepM = 8.0;
    static constexpr std::size_t kPlaneSize = 352; // 2 · 1400 / 8 + 2

    [[nodiscard]] double polar(double distanceM, double east, double north) const;
    void fillPolar(const WindClimate &climate);
    void fillPlane();

    PlumeModel m_model;
    int m_rings = 0;
    std::vector<double> m_polar; // [rings][kBearings + 1]; the last bearing is the first
    std::vector<double> m_plane; // [kPlaneSize][kPlaneSize], from the south-west
};

} // namespace belvedere
