// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/coupled_run.h"
#include "traffic/assignment/route_analysis.h"

#include <QString>

#include <vector>

namespace belvedere {

enum class Verdict {
    Same, ///< no difference, or less than the solver's gap could make
    Better,
    Worse,
    Changed, ///< the quantity has no good direction
    /// The range of the difference has both signs, or it looks better only because trips lost their
    /// routes.
    Unclear
};

struct KpiComparison
{
    KpiDefinition definition;
    double before = 0.0;
    double after = 0.0;
    double change = 0.0;
    double relative = 0.0; ///< of `before`; 0 where that is 0
    std::optional<KpiRange> changeRange; ///< member by member
    Verdict verdict = Verdict::Same;
    bool flagged = false; ///< a formula of one of them is outside its range
};

/// In the order of the scoreboard; what only one of them has is left out.
[[nodiscard]] std::vector<KpiComparison> compareKpis(
    const CoupledRun &before, const CoupledRun &after);

/// after - before for each link of `after`; links that `before` lacks, or that are closed, count
/// as 0 there. Where one of them has no value (the time of a closed link) it is NaN.
/// @param period  -1 = the whole day.
[[nodiscard]] std::vector<double> linkDifference(
    const CoupledRun &before, const CoupledRun &after, LinkQuantity quantity, int period = -1);

/// A street, both directions and all its links together, or one link without a name.
struct AffectedStreet
{
    QString title;
    std::vector<std::size_t> links; ///< of `after`
    double before = 0.0; ///< mean over its length, or the sum for emissions and crashes
    double after = 0.0;
    double change = 0.0;
    double weight = 0.0; ///< what it is ranked by: |change| · length, or |change|
    Verdict verdict = Verdict::Same;
};

/// The most affected first.
[[nodiscard]] std::vector<AffectedStreet> affectedStreets(const CoupledRun &before,
    const CoupledRun &after, LinkQuantity quantity, std::size_t most = 20, int period = -1);

/// Trips of a pair through a link.
struct PairShift
{
    std::int64_t originZone = 0; ///< ids
    std::int64_t destinationZone = 0;
    std::int32_t origin = -1; ///< positions
    std::int32_t destination = -1;
    double before = 0.0; ///< vehicles per hour
    double after = 0.0;
    double change = 0.0;
};

/// How the routes of a pair changed.
struct RouteShift
{
    PairShift pair;
    std::vector<Route> before;
    std::vector<Route> after;
};

/// Why a street gets more or less traffic.
struct TrafficReason
{
    double before = 0.0; ///< vehicles per hour between zones on the link
    double after = 0.0;
    double fromReroutedTrips = 0.0; ///< change by trips that there are in both: other routes
    double fromDemand = 0.0; ///< change by more or fewer trips
    std::vector<PairShift> pairs; ///< largest |change| first
    std::vector<RouteShift> routes; ///< of the first few
    std::vector<double> bundleBefore; ///< [links of after] flow of the trips through the link
    std::vector<double> bundleAfter;
};

/// @param link  of `after`; one that is new had nothing before.
/// @return Errc::Usage for an unknown link or runs without routes.
[[nodiscard]] Result<TrafficReason> explainTraffic(const CoupledRun &before,
    const CoupledRun &after, std::size_t link, int period, std::size_t mostPairs = 20,
    std::size_t mostRoutes = 5);

} // namespace belvedere
