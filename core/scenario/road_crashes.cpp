// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/road_crashes.h"

#include "safety/crash/crash_prediction.h"
#include "safety/crash/speed_models.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kWeekFactor = 0.93; // mean day of a week / working day
constexpr double kLaneCapacity = 1800.0; // vehicles an hour, where lanes are not known

bool ruralKind(RoadClass roadClass)
{
    return roadClass == RoadClass::Motorway || roadClass == RoadClass::Trunk;
}

int lanesOf(const AppliedCase &applied, std::size_t link)
{
    const AppliedPeriod &period = applied.periods.front();
    if (period.lanes[link] > 0)
        return period.lanes[link];
    const double capacity = period.network->links()[link].delay.capacity;
    return std::clamp(static_cast<int>(std::lround(capacity / kLaneCapacity)), 1, 4);
}

ArterialType typeOf(int lanes, RoadClass roadClass)
{
    if (lanes <= 2)
        return ArterialType::TwoLane;
    if (lanes == 3)
        return ArterialType::ThreeLane;
    if (ruralKind(roadClass) || lanes > 5)
        return ArterialType::FourLaneDivided;
    return lanes == 4 ? ArterialType::FourLane : ArterialType::FiveLane;
}

/// Ratios of crashes by the change of mean speed.
struct SpeedRatios
{
    double fatal = 1.0;
    double serious = 1.0;
    double slight = 1.0;
    double damage = 1.0;
    bool outside = false;
};

SpeedRatios speedRatios(RoadClass roadClass, double before, double after)
{
    SpeedRatios ratios;
    if (!(before > 0.0) || !(after > 0.0) || before == after)
        return ratios;
    const SpeedModel model = ruralKind(roadClass) ? SpeedModel::ElvikRural : SpeedModel::ElvikUrban;
    const auto effect = [&](CrashSeverity severity) {
        const SpeedEffect found = speedEffect(model, severity, before, after);
        ratios.outside = ratios.outside || found.outsideRange;
        return found.ratio;
    };
    ratios.fatal = effect(CrashSeverity::Fatal);
    ratios.serious = effect(CrashSeverity::Serious);
    ratios.slight = effect(CrashSeverity::Slight);
    ratios.damage = effect(CrashSeverity::Damage);
    return ratios;
}

/// The crashes of one direction of a road, `share` of those of the site.
void addDirection(const AppliedCase &applied, const LinkValues &day,
    const std::vector<double> &baseSpeedKmh, std::size_t link, const SegmentCrashes &site,
    double share, RoadCrashes &crashes)
{
    const std::vector<double> &speed = day[static_cast<std::size_t>(LinkQuantity::Speed)];
    SpeedRatios ratios;
    if (link < baseSpeedKmh.size())
        ratios = speedRatios(applied.roads[link].roadClass, baseSpeedKmh[link], speed[link]);
    const double all = applied.crashFactor.empty() ? 1.0 : applied.crashFactor[link];
    const double hurt = applied.injuryFactor.empty() ? 1.0 : applied.injuryFactor[link];
    const InjurySplit split;
    const double injury = share * hurt * site.all.injury;
    const double fatal = injury * split.fatal * ratios.fatal;
    const double serious = injury * split.serious * ratios.serious;
    const double slight = injury * split.slight * ratios.slight;
    crashes.fatal += fatal;
    crashes.serious += serious;
    crashes.slight += slight;
    crashes.damage += share * all * site.all.damage * ratios.damage;
    crashes.injury[link] = fatal + serious + slight;
    crashes.speedOutside = crashes.speedOutside || ratios.outside;
}

} // namespace

Result<RoadCrashes> roadCrashes(
    const AppliedCase &applied, const LinkValues &day, const std::vector<double> &baseSpeedKmh)
{
    const std::vector<double> &flow = day[static_cast<std::size_t>(LinkQuantity::Flow)];
    RoadCrashes crashes;
    crashes.injury.assign(applied.roads.size(), 0.0);
    for (std::size_t link = 0; link < applied.roads.size(); ++link) {
        const RoadFacts &road = applied.roads[link];
        const LinkKey key = applied.links.keyOf(link);
        const auto reverse = applied.links.find({key.to, key.from, key.nth});
        // The first of both directions stands for the road.
        if (road.connector || road.lengthM <= 0.0 || (reverse && *reverse < link))
            continue;
        const bool twoWay = reverse && !applied.roads[*reverse].connector;
        const double back = twoWay ? flow[*reverse] : 0.0;
        const double vehicles = flow[link] + back;
        if (vehicles <= 0.0)
            continue;
        SegmentSite site;
        site.type = typeOf(
            lanesOf(applied, link) + (back > 0.0 ? lanesOf(applied, *reverse) : 0), road.roadClass);
        site.aadt = vehicles * kWeekFactor;
        site.lengthKm = road.lengthM / 1000.0;
        site.speedLimitKmh = applied.periods.front().limitKmh[link];
        site.calibration = applied.base->data().crashCalibration;
        BV_TRY(const SegmentCrashes predicted, predictSegment(site));
        crashes.flags |= predicted.flags;
        if (ruralKind(road.roadClass))
            crashes.flags |= OtherRoadKind;
        addDirection(applied, day, baseSpeedKmh, link, predicted, flow[link] / vehicles, crashes);
        if (back > 0.0)
            addDirection(applied, day, baseSpeedKmh, *reverse, predicted, back / vehicles, crashes);
    }
    return crashes;
}

} // namespace belvedere
