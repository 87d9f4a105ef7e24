// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/plume_model.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace belvedere {

/// The plume of one hour behind a point of road, tabulated along the wind.
class HourPlume
{
public:
    HourPlume() = default;
    HourPlume(const WeatherHour &hour, const PlumeModel &model);

    /// s/m³. @param east, north  from the source, m.
    [[nodiscard]] double at(double east, double north) const
    {
        const double x = east * m_east + north * m_north;
        if (x <= 0.0 || x >= m_cutOffM)
            return 0.0;
        const double y = east * m_north - north * m_east;
        const bool close = x < kCloseM;
        const double position = close ? x / kCloseStepM : x / kFarStepM;
        const auto i = static_cast<std::size_t>(position);
        const double part = position - static_cast<double>(i);
        const std::vector<Row> &rows = close ? m_close : m_far;
        const Row &a = rows[i];
        const Row &b = rows[i + 1];
        const double exponent = (a.exponent + part * (b.exponent - a.exponent)) * y * y;
        if (exponent < kNothing)
            return 0.0;
        return (a.axis + part * (b.axis - a.axis)) * std::exp(exponent);
    }
    [[nodiscard]] NearReach nearReach(double cellM) const;
    /// East of the source, on a line `north` of it: from where to where there can be a plume.
    [[nodiscard]] std::pair<double, double> rowRange(double north, double reachM) const;
    [[nodiscard]] double atDistance(double distanceM) const;

private:
    static constexpr double kCloseM = 512.0;
    static constexpr double kCloseStepM = 1.0;
    static constexpr double kFarStepM = 16.0;
    static constexpr double kNothing = -12.0; // e^-12 is 6e-6 of the axis

    struct Row
    {
        double axis = 0.0; // s/m³ on the axis
        double exponent = 0.0; // of y², -1 / (2 σy²)
    };
    [[nodiscard]] Row rowAt(double downwindM) const;

    WeatherHour m_hour;
    PlumeModel m_model;
    double m_east = 0.0; // where the wind blows to
    double m_north = 0.0;
    double m_cutOffM = 0.0;
    std::vector<Row> m_close;
    std::vector<Row> m_far;
};

} // namespace belvedere
