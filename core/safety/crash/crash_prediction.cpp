// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/crash_prediction.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kKmPerMile = 1.609344;
/// Up to a limit of 30 mph, tables 12-8 and 12-9.
constexpr double kSlowLimitKmh = 30.0 * kKmPerMile + 0.01;

struct SegmentModel
{
    double a;
    double b;
    double k;
};

struct SegmentRow
{
    double maximumAadt;
    SegmentModel total, injury, damage; // multiple-vehicle, table 12-3
    SegmentModel singleTotal, singleInjury, singleDamage; // table 12-5
    std::array<double, 7> driveways; // table 12-7, in the order of Driveways
    double drivewayExponent;
    double drivewayInjury;
    double pedestrianSlow, pedestrianFast; // table 12-8
    double bicycleSlow, bicycleFast; // table 12-9
};

constexpr std::array<SegmentRow, kArterialTypeCount> kSegments = {{
    {32600, {-15.22, 1.68, 0.84}, {-16.22, 1.66, 0.65}, {-15.62, 1.69, 0.87}, {-5.47, 0.56, 0.81},
        {-3.96, 0.23, 0.50}, {-6.51, 0.64, 0.87}, {0.158, 0.050, 0.172, 0.023, 0.083, 0.016, 0.025},
        1.000, 0.323, 0.036, 0.005, 0.018, 0.004},
    {32900, {-12.40, 1.41, 0.66}, {-16.45, 1.69, 0.59}, {-11.95, 1.33, 0.59}, {-5.74, 0.54, 1.37},
        {-6.37, 0.47, 1.06}, {-6.29, 0.56, 1.93}, {0.102, 0.032, 0.110, 0.015, 0.053, 0.010, 0.016},
        1.000, 0.243, 0.041, 0.013, 0.027, 0.007},
    {40100, {-11.63, 1.33, 1.01}, {-12.08, 1.25, 0.99}, {-12.53, 1.38, 1.08}, {-7.99, 0.81, 0.91},
        {-7.37, 0.61, 0.54}, {-8.50, 0.84, 0.97}, {0.182, 0.058, 0.198, 0.026, 0.096, 0.018, 0.029},
        1.172, 0.342, 0.022, 0.009, 0.011, 0.002},
    {66000, {-12.34, 1.36, 1.32}, {-12.76, 1.28, 1.31}, {-12.81, 1.38, 1.34}, {-5.05, 0.47, 0.86},
        {-8.71, 0.66, 0.28}, {-5.04, 0.45, 1.06}, {0.033, 0.011, 0.036, 0.005, 0.018, 0.003, 0.005},
        1.106, 0.284, 0.067, 0.019, 0.013, 0.005},
    {53800, {-9.70, 1.17, 0.81}, {-10.47, 1.12, 0.62}, {-9.97, 1.17, 0.88}, {-4.82, 0.54, 0.52},
        {-4.43, 0.35, 0.36}, {-5.83, 0.61, 0.55}, {0.165, 0.053, 0.181, 0.024, 0.087, 0.016, 0.027},
        1.172, 0.269, 0.030, 0.023, 0.050, 0.012},
}};

struct JunctionModel
{
    double a;
    double b;
    double c;
    double k;
};

struct PedestrianModel
{
    double a, b, c, d, e; // table 12-14
    double usualPerDay; // table 12-15, medium activity
};

struct JunctionRow
{
    int approaches;
    bool signal;
    double maximumMajor, maximumMinor;
    JunctionModel total, injury, damage; // multiple-vehicle, table 12-10
    JunctionModel singleTotal, singleInjury, singleDamage; // table 12-12
    double singleInjuryShare; // of singleInjury; stop signs have no model of their own
    double pedestrianShare; // table 12-16
    PedestrianModel pedestrian;
    double bicycleShare; // table 12-17
    double leftTurn, rightTurn; // tables 12-24, 12-26, for each approach
    double night; // table 12-27
};

constexpr std::array<JunctionRow, kJunctionTypeCount> kJunctions = {{
    {3, false, 45700, 9300, {-13.36, 1.11, 0.41, 0.80}, {-14.01, 1.16, 0.30, 0.69},
        {-15.38, 1.20, 0.51, 0.77}, {-6.81, 0.16, 0.51, 1.14}, {-6.81, 0.16, 0.51, 1.14},
        {-8.36, 0.25, 0.55, 1.29}, 0.31, 0.021, {}, 0.016, 0.67, 0.86, 0.238},
    {4, false, 46800, 5900, {-8.90, 0.82, 0.25, 0.40}, {-11.13, 0.93, 0.28, 0.48},
        {-8.74, 0.77, 0.23, 0.40}, {-5.33, 0.33, 0.12, 0.65}, {-5.33, 0.33, 0.12, 0.65},
        {-7.04, 0.36, 0.25, 0.54}, 0.28, 0.022, {}, 0.018, 0.73, 0.86, 0.229},
    {3, true, 58100, 16400, {-12.13, 1.11, 0.26, 0.33}, {-11.58, 1.02, 0.17, 0.30},
        {-13.24, 1.14, 0.30, 0.36}, {-9.02, 0.42, 0.40, 0.36}, {-9.75, 0.27, 0.51, 0.24},
        {-9.08, 0.45, 0.33, 0.53}, 1.0, 0.0, {-6.60, 0.05, 0.24, 0.41, 0.09, 400}, 0.011, 0.93,
        0.96, 0.235},
    {4, true, 67700, 33400, {-10.99, 1.07, 0.23, 0.39}, {-13.14, 1.18, 0.22, 0.33},
        {-11.02, 1.02, 0.24, 0.44}, {-10.21, 0.68, 0.27, 0.36}, {-9.25, 0.43, 0.29, 0.09},
        {-11.34, 0.78, 0.25, 0.44}, 1.0, 0.0, {-9.53, 0.40, 0.26, 0.45, 0.04, 700}, 0.015, 0.90,
        0.96, 0.235},
}};

const SegmentRow &row(ArterialType type)
{
    return kSegments[static_cast<std::size_t>(type)];
}

const JunctionRow &row(JunctionType type)
{
    return kJunctions[static_cast<std::size_t>(type)];
}

/// Injury and damage, each by its own model, are brought to the total (equations 12-11, 12-12).
CrashCounts balanced(double total, double injury, double damage)
{
    const double sum = injury + damage;
    if (sum <= 0.0)
        return {};
    return {total, total * injury / sum, total * damage / sum};
}

double segmentCrashes(const SegmentModel &model, double aadt, double miles)
{
    return aadt <= 0.0 ? 0.0 : std::exp(model.a + model.b * std::log(aadt)) * miles;
}

double junctionCrashes(const JunctionModel &model, double major, double minor)
{
    if (major <= 0.0 || minor <= 0.0)
        return 0.0;
    return std::exp(model.a + model.b * std::log(major) + model.c * std::log(minor));
}

CrashCounts drivewayCrashes(const SegmentRow &model, double aadt, const Driveways &driveways)
{
    const std::array<int, 7> counts = {driveways.majorCommercial, driveways.minorCommercial,
        driveways.majorIndustrial, driveways.minorIndustrial, driveways.majorResidential,
        driveways.minorResidential, driveways.other};
    double sum = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += counts[i] * model.driveways[i];
    const double total = sum * std::pow(aadt / 15000.0, model.drivewayExponent);
    return {total, total * model.drivewayInjury, total * (1.0 - model.drivewayInjury)};
}

tl::unexpected<Error> badAmount(const char *what, double value)
{
    return failure(Errc::Numeric,
        QT_TRANSLATE_NOOP("Error", "Crash prediction: %1 is %2; it must be a number from 0."),
        {QLatin1String(what), QString::number(value)});
}

Result<> checkAmounts(std::initializer_list<std::pair<const char *, double>> amounts)
{
    for (const auto &[what, value] : amounts) {
        if (!(std::isfinite(value) && value >= 0.0))
            return badAmount(what, value);
    }
    return {};
}

void addUnprotected(CrashCounts &all, double pedestrian, double bicycle)
{
    all.total += pedestrian + bicycle;
    all.injury += pedestrian + bicycle;
}

double signalPedestrians(const JunctionSite &site, const PedestrianModel &model)
{
    const double perDay = site.pedestriansPerDay.value_or(model.usualPerDay);
    if (perDay <= 0.0 || site.majorAadt <= 0.0 || site.minorAadt <= 0.0)
        return 0.0;
    return std::exp(model.a + model.b * std::log(site.majorAadt + site.minorAadt)
        + model.c * std::log(site.minorAadt / site.majorAadt) + model.d * std::log(perDay)
        + model.e * site.lanesCrossed);
}

double junctionFactor(const JunctionSite &site, const JunctionRow &model)
{
    // At stop signs only approaches without one count: two at most.
    const int leftMost = model.signal ? model.approaches : 2;
    const int rightMost = model.signal && model.approaches == 4 ? 4 : 2;
    double factor = std::pow(model.leftTurn, std::min(site.leftTurnLanes, leftMost))
        * std::pow(model.rightTurn, std::min(site.rightTurnLanes, rightMost));
    if (model.signal)
        factor *= std::pow(0.98, site.noRightOnRed);
    if (site.lit)
        factor *= 1.0 - 0.38 * model.night;
    return factor;
}

} // namespace

CrashCounts &CrashCounts::operator+=(const CrashCounts &other)
{
    total += other.total;
    injury += other.injury;
    damage += other.damage;
    return *this;
}

CrashCounts CrashCounts::scaled(double factor) const
{
    return {total * factor, injury * factor, damage * factor};
}

double maximumAadt(ArterialType type)
{
    return row(type).maximumAadt;
}

double maximumMajorAadt(JunctionType type)
{
    return row(type).maximumMajor;
}

double maximumMinorAadt(JunctionType type)
{
    return row(type).maximumMinor;
}

Result<SegmentCrashes> predictSegment(const SegmentSite &site)
{
    BV_TRY_VOID(checkAmounts({{"AADT", site.aadt}, {"the length in km", site.lengthKm},
        {"the speed limit", site.speedLimitKmh},
        {"the share of parking", site.roadside.parkingShare},
        {"the median's width", site.roadside.medianWidthM},
        {"the density of fixed objects", site.roadside.fixedObjectsPerKm},
        {"the offset of fixed objects", site.roadside.fixedObjectOffsetM},
        {"the calibration factor", site.calibration}}));
    if (site.roadside.parkingShare > 1.0)
        return badAmount("1 - the share of parking", 1.0 - site.roadside.parkingShare);
    const SegmentRow &model = row(site.type);
    const double miles = site.lengthKm / kKmPerMile;
    const double factor = roadsideFactor(site.type, site.roadside) * site.calibration;
    const auto predict = [&](const SegmentModel &part) {
        return segmentCrashes(part, site.aadt, miles);
    };
    SegmentCrashes crashes;
    crashes.multipleVehicle =
        balanced(predict(model.total), predict(model.injury), predict(model.damage)).scaled(factor);
    crashes.singleVehicle = balanced(
        predict(model.singleTotal), predict(model.singleInjury), predict(model.singleDamage))
                                .scaled(factor);
    crashes.driveway = drivewayCrashes(model, site.aadt, site.driveways).scaled(factor);
    for (const CrashCounts &part :
        {crashes.multipleVehicle, crashes.singleVehicle, crashes.driveway})
        crashes.all += part;
    const bool slow = site.speedLimitKmh <= kSlowLimitKmh;
    crashes.pedestrian = crashes.all.total * (slow ? model.pedestrianSlow : model.pedestrianFast);
    crashes.bicycle = crashes.all.total * (slow ? model.bicycleSlow : model.bicycleFast);
    addUnprotected(crashes.all, crashes.pedestrian, crashes.bicycle);
    crashes.overdispersion = model.total.k;
    const int flags = (site.aadt > model.maximumAadt ? VolumeAboveRange : CrashInRange)
        | (site.arterial ? CrashInRange : OtherRoadKind);
    crashes.flags = static_cast<std::uint8_t>(flags);
    return crashes;
}

Result<JunctionCrashes> predictJunction(const JunctionSite &site)
{
    BV_TRY_VOID(checkAmounts(
        {{"the major road's AADT", site.majorAadt}, {"the minor road's AADT", site.minorAadt},
            {"the number of pedestrians", site.pedestriansPerDay.value_or(0.0)},
            {"the calibration factor", site.calibration}}));
    const JunctionRow &model = row(site.type);
    for (const int approaches : {site.leftTurnLanes, site.rightTurnLanes, site.noRightOnRed}) {
        if (approaches < 0 || approaches > model.approaches)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "Crash prediction: turn lanes or bans on %1 approaches of a junction that has "
                    "%2."),
                {QString::number(approaches), QString::number(model.approaches)});
    }
    const double factor = junctionFactor(site, model) * site.calibration;
    const auto predict = [&](const JunctionModel &part) {
        return junctionCrashes(part, site.majorAadt, site.minorAadt);
    };
    JunctionCrashes crashes;
    crashes.multipleVehicle =
        balanced(predict(model.total), predict(model.injury), predict(model.damage)).scaled(factor);
    crashes.singleVehicle = balanced(predict(model.singleTotal),
        model.singleInjuryShare * predict(model.singleInjury), predict(model.singleDamage))
                                .scaled(factor);
    crashes.all += crashes.multipleVehicle;
    crashes.all += crashes.singleVehicle;
    crashes.pedestrian = model.signal ? signalPedestrians(site, model.pedestrian) * site.calibration
                                      : crashes.all.total * model.pedestrianShare;
    crashes.bicycle = crashes.all.total * model.bicycleShare;
    addUnprotected(crashes.all, crashes.pedestrian, crashes.bicycle);
    crashes.overdispersion = model.total.k;
    const int flags = (site.majorAadt > model.maximumMajor ? VolumeAboveRange : 0)
        | (site.minorAadt > model.maximumMinor ? MinorAboveRange : 0);
    crashes.flags = static_cast<std::uint8_t>(flags);
    return crashes;
}

Result<double> aadtFromHour(double flowVehH, double shareOfDay)
{
    if (!(std::isfinite(flowVehH) && flowVehH >= 0.0 && shareOfDay >= 0.01 && shareOfDay <= 0.5))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A day's traffic needs a flow from 0 and the hour's share of the day between 0.01 "
                "and 0.5; these are %1 and %2."),
            {QString::number(flowVehH), QString::number(shareOfDay)});
    return flowVehH / shareOfDay;
}

Result<double> aadtFromPeriods(const std::vector<VolumePeriod> &periods, double weekFactor)
{
    double vehicles = 0.0;
    double hours = 0.0;
    for (const VolumePeriod &period : periods) {
        BV_TRY_VOID(checkAmounts(
            {{"a period's flow", period.flowVehH}, {"a period's length", period.hours}}));
        vehicles += period.flowVehH * period.hours;
        hours += period.hours;
    }
    if (hours > 24.0 + 1e-9 || !(weekFactor > 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A day's traffic needs periods of 24 hours at most and a week factor above 0; "
                "these are %1 and %2."),
            {QString::number(hours), QString::number(weekFactor)});
    return vehicles * weekFactor;
}

} // namespace belvedere
