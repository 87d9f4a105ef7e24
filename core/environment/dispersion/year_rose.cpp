// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/year_rose.h"

#include "environment/dispersion/hour_plume.h"

#include <algorithm>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kRadPerDeg = std::numbers::pi / 180.0;
constexpr int kDegrees = 360;
/// Emission spread on cells follows the rose from so many cells on (tst_city_dispersion).
constexpr double kFromCells = 4.0;
constexpr double kToCells = 7.0;

/// By degree of where the wind blows to, twice around, so that a turn needs no remainder.
std::vector<double> weightsByDegree(const WindClimate &climate, Stability stability)
{
    const std::vector<double> from = climate.inverseSpeedByDegree(stability);
    std::vector<double> weights(2 * kDegrees);
    for (std::size_t degree = 0; degree < weights.size(); ++degree)
        weights[degree] = from[(degree + kDegrees / 2) % kDegrees];
    return weights;
}

} // namespace

YearRose::YearRose(const WindClimate &climate, const PlumeModel &model)
    : m_model(model)
{
    m_rings = static_cast<int>(std::ceil(std::log(model.cutOffM / kFirstM) / kLogStep)) + 2;
    fillPolar(climate);
    m_close = plane(kFineM + 30.0, 1.0);
    m_middle = plane(std::min(1200.0, model.cutOffM), 8.0);
}

void YearRose::fillPolar(const WindClimate &climate)
{
    m_polar.assign(static_cast<std::size_t>(m_rings) * (kBearings + 1), 0.0);
    PlumeModel reach = m_model;
    reach.cutOffM = 2.0 * m_model.cutOffM; // rings go a little beyond
    for (int s = 0; s < kStabilityCount; ++s) {
        const auto stability = static_cast<Stability>(s);
        const std::vector<double> weights = weightsByDegree(climate, stability);
        if (std::all_of(weights.begin(), weights.end(), [](double w) { return w <= 0.0; }))
            continue;
        // To the north, in a wind of 1 m/s: other speeds are in the weights.
        const HourPlume plume({180.0, 1.0, stability}, reach);
        for (int ring = 0; ring < m_rings; ++ring) {
            const double r = kFirstM * std::exp(ring * kLogStep);
            double *row = &m_polar[static_cast<std::size_t>(ring) * (kBearings + 1)];
            for (int turn = -89; turn <= 89; ++turn) {
                const double value =
                    plume.at(r * std::sin(turn * kRadPerDeg), r * std::cos(turn * kRadPerDeg));
                if (value <= 0.0)
                    continue;
                // Bearing b gets the winds that blow to b - turn.
                const double *turned =
                    &weights[static_cast<std::size_t>((kDegrees - turn) % kDegrees)];
                for (int b = 0; b < kBearings; ++b)
                    row[b] += value * turned[b];
            }
        }
    }
    for (int ring = 0; ring < m_rings; ++ring) {
        double *row = &m_polar[static_cast<std::size_t>(ring) * (kBearings + 1)];
        row[kBearings] = row[0];
    }
}

YearRose::Plane YearRose::plane(double reachM, double stepM) const
{
    Plane plane{reachM, stepM, static_cast<std::size_t>(std::lround(2.0 * reachM / stepM)) + 2, {}};
    plane.values.resize(plane.size * plane.size);
    for (std::size_t j = 0; j < plane.size; ++j) {
        for (std::size_t i = 0; i < plane.size; ++i) {
            const double east = static_cast<double>(i) * stepM - reachM;
            const double north = static_cast<double>(j) * stepM - reachM;
            plane.values[j * plane.size + i] = polar(std::hypot(east, north), east, north);
        }
    }
    return plane;
}

double YearRose::polar(double distanceM, double east, double north) const
{
    if (distanceM >= m_model.cutOffM)
        return 0.0;
    const double ring = std::max(0.0, std::log(std::max(distanceM, 1e-3) / kFirstM) / kLogStep);
    double bearing = std::atan2(east, north) / kRadPerDeg;
    if (bearing < 0.0)
        bearing += kBearings;
    const auto i = static_cast<std::size_t>(ring);
    const std::size_t b = std::min<std::size_t>(static_cast<std::size_t>(bearing), kBearings - 1);
    const double fi = ring - static_cast<double>(i);
    const double fb = bearing - static_cast<double>(b);
    const double *near = &m_polar[i * (kBearings + 1) + b];
    const double *far = near + kBearings + 1;
    const double inner = near[0] + fb * (near[1] - near[0]);
    const double outer = far[0] + fb * (far[1] - far[0]);
    return inner + fi * (outer - inner);
}

NearReach YearRose::nearReach(double cellM) const
{
    return {kFineM, std::min(kFromCells * cellM, m_model.cutOffM),
        std::min(kToCells * cellM, m_model.cutOffM)};
}

std::pair<double, double> YearRose::rowRange(double north, double reachM) const
{
    const double rest = reachM * reachM - north * north;
    if (rest <= 0.0)
        return {1.0, 0.0};
    return {-std::sqrt(rest), std::sqrt(rest)};
}

double YearRose::atDistance(double distanceM) const
{
    double highest = 0.0;
    for (int b = 0; b < kBearings; ++b)
        highest = std::max(highest,
            polar(std::min(distanceM, m_model.cutOffM * (1.0 - 1e-9)), std::sin(b * kRadPerDeg),
                std::cos(b * kRadPerDeg)));
    return highest;
}

} // namespace belvedere
