// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/crash_prediction.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace belvedere {

namespace {

constexpr double kFtPerM = 1.0 / 0.3048;
constexpr double kKmPerMile = 1.609344;

using ByArterial = std::array<double, kArterialTypeCount>;

std::size_t index(ArterialType type)
{
    return static_cast<std::size_t>(type);
}

bool hasTwoThroughLanes(ArterialType type)
{
    return type == ArterialType::TwoLane || type == ArterialType::ThreeLane;
}

/// Table 12-19.
double parkingBase(ArterialType type, ParkingKind kind)
{
    const bool narrow = hasTwoThroughLanes(type);
    switch (kind) {
    case ParkingKind::None:
        return 1.0;
    case ParkingKind::ParallelResidential:
        return narrow ? 1.465 : 1.100;
    case ParkingKind::ParallelCommercial:
        return narrow ? 2.074 : 1.709;
    case ParkingKind::AngleResidential:
        return narrow ? 3.428 : 2.574;
    case ParkingKind::AngleCommercial:
        return narrow ? 4.853 : 3.999;
    }
    return 1.0;
}

} // namespace

double parkingFactor(ArterialType type, ParkingKind kind, double share)
{
    return 1.0 + share * (parkingBase(type, kind) - 1.0);
}

double lightingFactor(ArterialType type)
{
    // Table 12-23: crashes in the dark on unlit roads.
    constexpr ByArterial kInjury = {0.424, 0.429, 0.517, 0.364, 0.432};
    constexpr ByArterial kDamage = {0.576, 0.571, 0.483, 0.636, 0.568};
    constexpr ByArterial kNight = {0.316, 0.304, 0.365, 0.410, 0.274};
    const std::size_t i = index(type);
    return 1.0 - kNight[i] * (1.0 - 0.72 * kInjury[i] - 0.83 * kDamage[i]);
}

double medianFactor(ArterialType type, double widthM)
{
    if (type != ArterialType::FourLaneDivided)
        return 1.0;
    constexpr double kWidthFt[] = {10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    constexpr double kFactor[] = {1.01, 1.00, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.93, 0.92};
    const double width = std::clamp(widthM * kFtPerM, kWidthFt[0], *(std::end(kWidthFt) - 1));
    const auto above = std::upper_bound(std::begin(kWidthFt) + 1, std::end(kWidthFt) - 1, width);
    const auto i = above - std::begin(kWidthFt);
    const double part = (width - kWidthFt[i - 1]) / (kWidthFt[i] - kWidthFt[i - 1]);
    return kFactor[i - 1] + part * (kFactor[i] - kFactor[i - 1]);
}

double fixedObjectFactor(ArterialType type, double perKm, double offsetM)
{
    // Table 12-21: share of fixed-object crashes.
    constexpr ByArterial kShare = {0.059, 0.034, 0.037, 0.036, 0.016};
    constexpr double kNearestFt = 2.0;
    const double offset = std::max(kNearestFt, offsetM * kFtPerM);
    const double offsetFactor = 0.3566 * std::pow(offset, -0.614);
    const double share = kShare[index(type)];
    return std::max(1.0, offsetFactor * perKm * kKmPerMile * share + 1.0 - share);
}

double roadsideFactor(ArterialType type, const RoadsideConditions &conditions)
{
    double factor = parkingFactor(type, conditions.parking, conditions.parkingShare)
        * medianFactor(type, conditions.medianWidthM);
    if (conditions.fixedObjectsPerKm > 0.0)
        factor *=
            fixedObjectFactor(type, conditions.fixedObjectsPerKm, conditions.fixedObjectOffsetM);
    if (conditions.lit)
        factor *= lightingFactor(type);
    if (conditions.speedCameras)
        factor *= kSpeedCameraFactor;
    return factor;
}

} // namespace belvedere
