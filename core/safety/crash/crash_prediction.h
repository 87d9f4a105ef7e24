// SPDX-License-Identifier: GPL-3.0-or-later
// core/safety/crash owns how many crashes are to be expected on a road and what a measure or a
// speed changes: the Highway Safety Manual's predictive method for urban and suburban arterials
// (1st edition, 2010, chapter 12), crash modification factors, empirical Bayes, speed models. It
// knows nothing of incidents that were recorded (core/safety).
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace belvedere {

/// Per year. A crash with at least one injured or killed person, or with damage alone.
struct CrashCounts
{
    double total = 0.0;
    double injury = 0.0; ///< fatal and injury together
    double damage = 0.0; ///< property damage only; total = injury + damage

    CrashCounts &operator+=(const CrashCounts &other);
    [[nodiscard]] CrashCounts scaled(double factor) const;
};

enum class ArterialType {
    TwoLane, ///< 2U: two lanes, undivided
    ThreeLane, ///< 3T: with a centre lane for left turns
    FourLane, ///< 4U: undivided
    FourLaneDivided, ///< 4D
    FiveLane ///< 5T: four lanes and a centre lane for left turns
};
inline constexpr int kArterialTypeCount = 5;

enum class JunctionType { ThreeLegStop, FourLegStop, ThreeLegSignal, FourLegSignal };
inline constexpr int kJunctionTypeCount = 4;

/// Why a prediction is less sure than the manual's. A set of bits.
enum CrashFlag : std::uint8_t {
    CrashInRange = 0,
    VolumeAboveRange = 1, ///< AADT above what the model was fitted to; extrapolated
    MinorAboveRange = 2, ///< of the minor road
    OtherRoadKind = 4 ///< not an urban arterial: the nearest type was taken
};

/// Largest AADT that the model was fitted to.
[[nodiscard]] double maximumAadt(ArterialType type);
[[nodiscard]] double maximumMajorAadt(JunctionType type);
[[nodiscard]] double maximumMinorAadt(JunctionType type);

/// Driveways on both sides of the segment (table 12-7).
struct Driveways
{
    int majorCommercial = 0; ///< 50 and more parking places
    int minorCommercial = 0;
    int majorIndustrial = 0;
    int minorIndustrial = 0;
    int majorResidential = 0;
    int minorResidential = 0;
    int other = 0;
};

enum class ParkingKind {
    None,
    ParallelResidential,
    ParallelCommercial,
    AngleResidential,
    AngleCommercial
};

/// What stands beside the road. The manual's base conditions are the values set here.
struct RoadsideConditions
{
    ParkingKind parking = ParkingKind::None;
    double parkingShare = 0.0; ///< of both kerbs, 0 … 1
    bool lit = false;
    double medianWidthM = 4.572; ///< 15 ft; counts for FourLaneDivided alone
    double fixedObjectsPerKm = 0.0; ///< poles, trees, on both sides
    double fixedObjectOffsetM = 9.0; ///< from the edge of the road
    bool speedCameras = false;
};

/// Crash modification factors of chapter 12. 1 = base condition.
[[nodiscard]] double parkingFactor(ArterialType type, ParkingKind kind, double share);
/// 1 - p_night (1 - 0.72 p_injury - 0.83 p_damage), equation 12-34; four lanes 0.91719.
[[nodiscard]] double lightingFactor(ArterialType type);
/// Table 12-22, 1.01 at 10 ft to 0.92 at 100 ft, linear between its rows; 1 if not divided.
[[nodiscard]] double medianFactor(ArterialType type, double widthM);
/// Equation 12-33: offset factor · density · share + (1 - share), at least 1; offset factor
/// 0.3566 · max(2 ft, offset)^-0.614, density per mile.
[[nodiscard]] double fixedObjectFactor(ArterialType type, double perKm, double offsetM);
inline constexpr double kSpeedCameraFactor = 0.95; ///< all crashes, chapter 17
inline constexpr double kSpeedCameraInjuryFactor = 0.83;
/// Product of all for the given conditions.
[[nodiscard]] double roadsideFactor(ArterialType type, const RoadsideConditions &conditions);

/// A stretch of road between junctions.
struct SegmentSite
{
    ArterialType type = ArterialType::TwoLane;
    bool arterial = true; ///< false: a local street or motorway, of which `type` is the nearest
    double aadt = 0.0; ///< vehicles a day, both directions, yearly mean
    double lengthKm = 0.0;
    double speedLimitKmh = 50.0; ///< up to 48.3 (30 mph) pedestrians and cyclists are hit oftener
    Driveways driveways;
    RoadsideConditions roadside;
    double calibration = 1.0; ///< observed / predicted crashes of the own region
};

struct SegmentCrashes
{
    CrashCounts multipleVehicle; ///< not at driveways
    CrashCounts singleVehicle;
    CrashCounts driveway;
    double pedestrian = 0.0; ///< all count as injuries
    double bicycle = 0.0;
    CrashCounts all;
    double overdispersion = 0.0; ///< k of multipleVehicle, for empiricalBayes()
    std::uint8_t flags = 0;
};

/// Multiple-vehicle N = exp(a + b ln AADT + ln L) (table 12-3), single-vehicle (12-5), driveways
/// n · N_j · (AADT / 15000)^t (12-7), pedestrians and cyclists as shares (12-8, 12-9). Injury and
/// damage are rescaled to the total. Fitted to North American arterials: without a calibration
/// factor from the own region it ranks and compares, it does not forecast a number.
/// @return Errc::Numeric for an AADT, length, share or factor that is negative or no number.
[[nodiscard]] Result<SegmentCrashes> predictSegment(const SegmentSite &site);

struct JunctionSite
{
    JunctionType type = JunctionType::FourLegSignal;
    double majorAadt = 0.0;
    double minorAadt = 0.0;
    int leftTurnLanes = 0; ///< approaches that have one
    int rightTurnLanes = 0;
    int noRightOnRed = 0; ///< approaches; signals alone
    bool lit = false;
    /// Signals alone: people crossing a day, all legs; absent = the manual's medium activity
    /// (table 12-15: 700 at four legs, 400 at three).
    std::optional<double> pedestriansPerDay;
    int lanesCrossed = 4; ///< by a pedestrian in one go, at most
    double calibration = 1.0;
};

struct JunctionCrashes
{
    CrashCounts multipleVehicle;
    CrashCounts singleVehicle;
    double pedestrian = 0.0;
    double bicycle = 0.0;
    CrashCounts all;
    double overdispersion = 0.0; ///< k of multipleVehicle
    std::uint8_t flags = 0;
};

/// N = exp(a + b ln AADT_major + c ln AADT_minor): tables 12-10, 12-12, pedestrians 12-14 to
/// 12-16, cyclists 12-17; factors 12-24 (left), 12-26 (right), 12-35 (right on red), 12-36 (light).
/// @return Errc::Numeric as predictSegment(); Errc::Usage for more turn lanes than approaches.
[[nodiscard]] Result<JunctionCrashes> predictJunction(const JunctionSite &site);

/// Shares of injury crashes, 0 … 1, by the worst injury. No part of chapter 12: round figures,
/// assumed, to be replaced by those of the own region.
struct InjurySplit
{
    double fatal = 0.013;
    double serious = 0.17;
    double slight = 0.817;
};

/// AADT from the flow of an hour: flow / K, K the share of the day in that hour (0.05 … 0.15).
/// @return Errc::Usage for a K outside 0.01 … 0.5 or a negative flow.
[[nodiscard]] Result<double> aadtFromHour(double flowVehH, double shareOfDay);
/// AADT from periods of a day, Σ flow · hours, times the share of working days and weekends.
struct VolumePeriod
{
    double flowVehH = 0.0;
    double hours = 0.0;
};
/// @param weekFactor  mean day of the week / working day, 0.9 … 1 for most cities.
/// @return Errc::Usage if the periods last more than 24 h.
[[nodiscard]] Result<double> aadtFromPeriods(
    const std::vector<VolumePeriod> &periods, double weekFactor = 0.93);

} // namespace belvedere
