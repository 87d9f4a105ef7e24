// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "environment/dispersion/city_dispersion.h"
#include "environment/exposure/exposure.h"
#include "scenario/applied_case.h"
#include "scenario/kpi.h"
#include "traffic/assignment/assignment.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace belvedere {

/// How a run is made; the same for a base case and all its scenarios.
struct ScenarioSettings
{
    double relativeGap = 1e-6;
    AssignmentObjective objective = AssignmentObjective::UserEquilibrium;
    double maxSeconds = 0.0; ///< for each assignment; 0 = as long as it takes
    bool air = true; ///< dispersion and exposure, where places are known
    double cellM = 100.0; ///< of the grid of concentrations; made coarser for a large city
    /// One hour of weather; absent = the mean over the base case's year.
    std::optional<WeatherHour> hour;
    double reachMin = 30.0; ///< accessibility: what can be reached within
    double responseGoalMin = 8.0; ///< emergency: the share of people reached within
    int ensembleMembers = 0; ///< 0 = no ranges; 8 give a first idea
    std::uint64_t seed = 1;

    friend bool operator==(const ScenarioSettings &, const ScenarioSettings &);
};

/// What is known of each link after a run.
enum class LinkQuantity {
    Flow, ///< vehicles per hour of a period; per day of all periods
    Time, ///< minutes
    Speed, ///< km/h
    Saturation, ///< flow / capacity
    Delay, ///< vehicle-hours per hour, or per day, over free flow
    Nox, ///< g per hour, or per day
    Pm25,
    Co2,
    InjuryCrashes, ///< per year; of all periods alone
};
inline constexpr int kLinkQuantityCount = 9;

/// "flow", "time", … : the column of a file.
[[nodiscard]] QString linkQuantityKey(LinkQuantity quantity);
/// Title for translation in "LinkQuantity".
[[nodiscard]] const char *linkQuantityTitle(LinkQuantity quantity);
/// "veh/h", or "veh/d" of all periods together.
[[nodiscard]] QString linkQuantityUnit(LinkQuantity quantity, bool wholeDay);
/// Whether less of it is better for people on and beside the road.
[[nodiscard]] BetterDirection linkQuantityBetter(LinkQuantity quantity);

/// [LinkQuantity][links]
using LinkValues = std::array<std::vector<double>, kLinkQuantityCount>;

struct PeriodRun
{
    std::shared_ptr<const AssignmentResult> assignment;
    LinkValues values;
};

/// Concentrations by traffic above the background, µg/m³.
struct AirRun
{
    ReceptorGrid grid; ///< on BaseCase::plane()
    std::vector<float> nox; ///< [cells]
    std::vector<float> pm25;
    std::optional<Exposure> no2Exposure; ///< with the background; absent = nobody is known to live
    std::optional<Exposure> pm25Exposure;
    bool assumedWeather = false;
    double calmShare = 0.0; ///< of the year's hours, slower than the plume knows
    double no2Extrapolated = 0.0; ///< share of people where NOx is outside the range of its formula
};

/// What became of a case: all that is shown, compared and exported.
struct CoupledRun
{
    std::shared_ptr<const AppliedCase> applied;
    ScenarioSettings settings;
    std::vector<PeriodRun> periods;
    LinkValues day; ///< of all periods, expanded to a day
    std::shared_ptr<const AirRun> air; ///< null = no places known, or not computed yet
    KpiValues kpis;
    std::vector<StrandedZone> stranded; ///< trips that no route serves, over all periods
    bool tentative = false; ///< some parts are still being computed
    double seconds = 0.0;

    [[nodiscard]] const LinkValues &values(int period) const ///< -1 = the whole day
    {
        return period < 0 ? day : periods[static_cast<std::size_t>(period)].values;
    }
};

/// Called in the worker's thread with what is there so far, flagged tentative.
using PartialRun = std::function<void(std::shared_ptr<const CoupledRun>)>;

class AirModel;

/// A base case that was run, with what every scenario uses again: routes, grid, plume.
struct BaseRun
{
    std::shared_ptr<const BaseCase> base;
    std::shared_ptr<const CoupledRun> run;
    std::shared_ptr<const AirModel> air; ///< null = no air
    std::vector<std::vector<double>> memberSpeeds; ///< [ensemble][links] km/h
};

[[nodiscard]] Result<std::shared_ptr<const BaseRun>> runBase(
    const std::shared_ptr<const BaseCase> &base, const ScenarioSettings &settings,
    const TaskContext &context = {}, const PartialRun &partial = {});

/// With the settings of the base; assignments start from its routes. Where the edits change
/// nothing, the result is that of the base bit by bit.
[[nodiscard]] Result<std::shared_ptr<const CoupledRun>> runScenario(const BaseRun &base,
    const std::vector<Edit> &edits, const TaskContext &context = {},
    const PartialRun &partial = {});

} // namespace belvedere
