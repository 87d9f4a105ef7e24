// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "safety/cell_incidents.h"

#include <functional>

namespace belvedere {

/// Weeks that a ranking is scored on, each ranked from what is known before it.
struct ScoreSpec
{
    UtcMs end = 0; ///< of the last week
    int weeks = 13;
    std::vector<double> shares = {0.01, 0.05, 0.10, 0.20}; ///< of the area's cells
    int type = kAllTypes;
    std::uint64_t seed = 1; ///< of the bootstrap
    int resamples = 2000;

    [[nodiscard]] UtcMs weekStart(int week) const { return end - (weeks - week) * 7 * kMsPerDay; }
};

/// Cells that the share stands for: rounded to the nearest, at least one.
[[nodiscard]] int flaggedCells(double share, int cells);

/// What the flagged cells caught in a week, and what the best choice of as many had caught.
struct WeekScore
{
    UtcMs from = 0;
    int incidents = 0; ///< in the box, those in no cell of the area among them
    std::vector<int> caught; ///< [shares]
    std::vector<int> possible; ///< [shares]
};

struct Interval
{
    double value = 0.0;
    double lower = 0.0; ///< 95 %, by bootstrap over the weeks
    double upper = 0.0;
};

/// Of all weeks together. Source of PEI: NIJ Real-Time Crime Forecasting Challenge 2017, "PEI*".
struct ShareScore
{
    double share = 0.0;
    int cells = 0; ///< flagged each week
    Interval hitRate; ///< caught / incidents, 0 … 1
    Interval pai; ///< hit rate / (cells / area)
    Interval pei; ///< caught / possible, 0 … 1
};

struct RankingScore
{
    std::vector<WeekScore> weeks;
    std::vector<ShareScore> shares;
    int incidents = 0;
};

/// The risk of each cell at `now`, from incidents before it alone; only the order counts. [cells]
using Ranker = std::function<Result<std::vector<double>>(UtcMs now)>;

/// Of equal risks the cell with the higher number is flagged first: as good as any other rule, and
/// that of the published baselines.
/// @return Errc::Usage for shares or weeks that make no sense; Errc::Shape if the incidents do
/// not reach back before the first week, or none lies in the weeks; Errc::Numeric for a risk that
/// is no number; what the ranker says.
[[nodiscard]] Result<RankingScore> scoreRanking(const CellIncidents &incidents,
    const Ranker &ranker, const ScoreSpec &spec, const TaskContext &context = {});

/// One ranking minus another, on the same weeks: each drawn week counts for both.
struct ShareDifference
{
    double share = 0.0;
    Interval hitRate;
    Interval pai;
    Interval pei;
};

[[nodiscard]] Result<std::vector<ShareDifference>> pairedDifference(
    const RankingScore &score, const RankingScore &rival, int areaCells, const ScoreSpec &spec);

} // namespace belvedere
