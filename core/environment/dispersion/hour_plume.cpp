// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/hour_plume.h"

#include "environment/dispersion/wind_climate.h"

#include <numbers>

namespace belvedere {

namespace {

constexpr double kRadPerDeg = std::numbers::pi / 180.0;
/// σy from which pieces of 50 m, by two points each, are smooth.
constexpr double kSmoothSpreadM = 30.0;
/// σy, in cells, from which emission spread on cells is smooth.
constexpr double kCellSpread = 1.2;
constexpr double kBlend = 1.4; // toM / fromM
/// Half the width of what is looked at: e^-12 lies at 4.9 σ.
constexpr double kWidthInSpreads = 4.9;
constexpr double kLongestPieceM = 50.0;

/// Smallest distance at which σy reaches `spreadM`, at most `mostM`.
double distanceOfSpread(
    const WeatherHour &hour, const PlumeModel &model, double spreadM, double mostM)
{
    double low = 0.0;
    double high = mostM;
    if (briggsSpread(model.terrain, hour.stability, high).lateralM < spreadM)
        return mostM;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2.0;
        const bool reached =
            briggsSpread(model.terrain, hour.stability, middle).lateralM >= spreadM;
        (reached ? high : low) = middle;
    }
    return high;
}

} // namespace

HourPlume::HourPlume(const WeatherHour &hour, const PlumeModel &model)
    : m_hour(hour)
    , m_model(model)
    , m_east(-std::sin(hour.windFromDeg * kRadPerDeg))
    , m_north(-std::cos(hour.windFromDeg * kRadPerDeg))
    , m_cutOffM(model.cutOffM)
{
    const auto fill = [this](std::vector<Row> &rows, double step, double end) {
        for (double x = 0.0; x <= end + 2.0 * step; x += step)
            rows.push_back(rowAt(x));
    };
    fill(m_close, kCloseStepM, kCloseM);
    fill(m_far, kFarStepM, m_cutOffM);
}

HourPlume::Row HourPlume::rowAt(double downwindM) const
{
    const PlumeSpread grown = briggsSpread(m_model.terrain, m_hour.stability, downwindM);
    const double sy = std::hypot(grown.lateralM, m_model.initial.lateralM);
    const double sz = std::hypot(grown.verticalM, m_model.initial.verticalM);
    const double wind = std::max(m_hour.windSpeedMs, kSlowestWindMs);
    const double below = (m_model.receptorHeightM - m_model.sourceHeightM) / sz;
    const double above = (m_model.receptorHeightM + m_model.sourceHeightM) / sz;
    const double height = std::exp(-0.5 * below * below) + std::exp(-0.5 * above * above);
    return {height / (2.0 * std::numbers::pi * wind * sy * sz), -0.5 / (sy * sy)};
}

NearReach HourPlume::nearReach(double cellM) const
{
    NearReach reach;
    reach.fineM = distanceOfSpread(m_hour, m_model, kSmoothSpreadM, m_cutOffM);
    reach.fromM = distanceOfSpread(m_hour, m_model, kCellSpread * cellM, m_cutOffM);
    reach.toM = std::min(m_cutOffM, kBlend * reach.fromM);
    return reach;
}

std::pair<double, double> HourPlume::rowRange(double north, double reachM) const
{
    // The plume lies in a wedge around the wind: |y| <= y0 + slope x, 0 <= x <= reach, widened by
    // a piece's length. Each side bounds east; a side along the row bounds nothing or all.
    const double slope =
        kWidthInSpreads * briggsSpread(m_model.terrain, m_hour.stability, 1.0).lateralM;
    const double wide = kWidthInSpreads * m_model.initial.lateralM + kLongestPieceM;
    double from = -reachM - kLongestPieceM;
    double to = -from;
    const auto bound = [&](double factor, double limit) { // factor · east <= limit
        if (factor > 1e-12)
            to = std::min(to, limit / factor);
        else if (factor < -1e-12)
            from = std::max(from, limit / factor);
        else if (limit < 0.0)
            to = from - 1.0;
    };
    bound(-m_east, kLongestPieceM + m_north * north);
    bound(m_north - slope * m_east, wide + (m_east + slope * m_north) * north);
    bound(-m_north - slope * m_east, wide + (slope * m_north - m_east) * north);
    return {from, to};
}

double HourPlume::atDistance(double distanceM) const
{
    return rowAt(distanceM).axis;
}

} // namespace belvedere
