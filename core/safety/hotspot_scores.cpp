// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/hotspot_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kTail = 0.025;
constexpr int kMostWeeks = 520;

/// Sums over weeks at one share of the area.
struct Sums
{
    double incidents = 0.0;
    double caught = 0.0;
    double possible = 0.0;

    void add(const WeekScore &week, std::size_t share)
    {
        incidents += week.incidents;
        caught += week.caught[share];
        possible += week.possible[share];
    }
};

/// Hit rate, PAI and PEI of one draw of weeks.
struct Figures
{
    double hitRate = 0.0;
    double pai = 0.0;
    double pei = 0.0;

    static Figures of(const Sums &sums, double areaShare)
    {
        const double hitRate = sums.incidents > 0.0 ? sums.caught / sums.incidents : 0.0;
        // Where nothing could be caught, nothing was missed.
        return {
            hitRate, hitRate / areaShare, sums.possible > 0.0 ? sums.caught / sums.possible : 1.0};
    }
    friend Figures operator-(const Figures &a, const Figures &b)
    {
        return {a.hitRate - b.hitRate, a.pai - b.pai, a.pei - b.pei};
    }
};

Interval intervalOf(double value, std::vector<double> drawn)
{
    std::sort(drawn.begin(), drawn.end());
    const double last = static_cast<double>(drawn.size()) - 1.0;
    const auto at = [&](double level) {
        return drawn[static_cast<std::size_t>(std::lround(level * last))];
    };
    return drawn.empty() ? Interval{value, value, value}
                         : Interval{value, at(kTail), at(1.0 - kTail)};
}

struct FigureIntervals
{
    Interval hitRate;
    Interval pai;
    Interval pei;
};

/// @param figuresOf  std::vector<std::size_t> of weeks -> Figures
template <class F> FigureIntervals bootstrap(std::size_t weeks, const ScoreSpec &spec, F figuresOf)
{
    std::vector<std::size_t> drawn(weeks);
    std::iota(drawn.begin(), drawn.end(), std::size_t(0));
    const Figures all = figuresOf(drawn);
    std::vector<double> hitRates;
    std::vector<double> pais;
    std::vector<double> peis;
    Random random(spec.seed);
    for (int i = 0; i < spec.resamples; ++i) {
        for (std::size_t &week : drawn)
            week = static_cast<std::size_t>(random.below(weeks));
        const Figures figures = figuresOf(drawn);
        hitRates.push_back(figures.hitRate);
        pais.push_back(figures.pai);
        peis.push_back(figures.pei);
    }
    return {intervalOf(all.hitRate, std::move(hitRates)), intervalOf(all.pai, std::move(pais)),
        intervalOf(all.pei, std::move(peis))};
}

Sums sumOf(const RankingScore &score, const std::vector<std::size_t> &weeks, std::size_t share)
{
    Sums sums;
    for (const std::size_t week : weeks)
        sums.add(score.weeks[week], share);
    return sums;
}

Result<> checkSpec(const CellIncidents &incidents, const ScoreSpec &spec)
{
    if (spec.weeks < 1 || spec.weeks > kMostWeeks || spec.resamples < 0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "%1 weeks cannot be scored. Choose from 1 to 520."),
            {QString::number(spec.weeks)});
    for (const double share : spec.shares) {
        if (!(share > 0.0 && share <= 1.0))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "A share of %1 of the area is not between 0 and 1."),
                {QString::number(share)});
    }
    if (incidents.placed.empty() || incidents.placed.front().at >= spec.weekStart(0))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "There are no incidents before the first of the %1 test weeks (%2). Choose fewer "
                "weeks."),
            {QString::number(spec.weeks), formatUtc(spec.weekStart(0))});
    return {};
}

/// The `cells` highest, in any order; of equal ones those farther north-east.
std::vector<int> highest(const std::vector<double> &risk, int cells)
{
    std::vector<int> order(risk.size());
    std::iota(order.begin(), order.end(), 0);
    const auto above = [&](int a, int b) {
        const double riskA = risk[static_cast<std::size_t>(a)];
        const double riskB = risk[static_cast<std::size_t>(b)];
        return riskA != riskB ? riskA > riskB : a > b;
    };
    std::partial_sort(order.begin(), order.begin() + cells, order.end(), above);
    order.resize(static_cast<std::size_t>(cells));
    return order;
}

int caughtBy(const std::vector<int> &cells, std::size_t flagged, const std::vector<double> &counts)
{
    double caught = 0.0;
    for (std::size_t i = 0; i < flagged; ++i)
        caught += counts[static_cast<std::size_t>(cells[i])];
    return static_cast<int>(caught);
}

WeekScore scoreWeek(const CellIncidents &incidents, const std::vector<double> &risk,
    TimeRange range, const ScoreSpec &spec)
{
    WeekScore week;
    week.from = range.from;
    const auto begin = std::lower_bound(incidents.placed.begin(), incidents.placed.end(),
        range.from, [](const PlacedIncident &incident, UtcMs at) { return incident.at < at; });
    std::vector<double> counts(risk.size(), 0.0);
    for (auto incident = begin; incident != incidents.placed.end() && incident->at < range.to;
         ++incident) {
        if (spec.type != kAllTypes && incident->type != spec.type)
            continue;
        ++week.incidents;
        if (incident->cell != kOutsideArea)
            counts[static_cast<std::size_t>(incident->cell)] += 1.0;
    }
    std::vector<int> flagged;
    for (const double share : spec.shares)
        flagged.push_back(flaggedCells(share, incidents.area.size()));
    const int most = flagged.empty() ? 0 : *std::max_element(flagged.begin(), flagged.end());
    const std::vector<int> ranked = highest(risk, most);
    const std::vector<int> best = highest(counts, most);
    for (const int cells : flagged) {
        week.caught.push_back(caughtBy(ranked, static_cast<std::size_t>(cells), counts));
        week.possible.push_back(caughtBy(best, static_cast<std::size_t>(cells), counts));
    }
    return week;
}

} // namespace

int flaggedCells(double share, int cells)
{
    return std::clamp(static_cast<int>(std::lround(share * cells)), std::min(1, cells), cells);
}

Result<RankingScore> scoreRanking(const CellIncidents &incidents, const Ranker &ranker,
    const ScoreSpec &spec, const TaskContext &context)
{
    BV_TRY_VOID(checkSpec(incidents, spec));
    RankingScore score;
    for (int week = 0; week < spec.weeks; ++week) {
        if (context.cancelled())
            return cancelledFailure();
        const UtcMs from = spec.weekStart(week);
        BV_TRY(const std::vector<double> risk, ranker(from));
        if (risk.size() != static_cast<std::size_t>(incidents.area.size()))
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error", "%1 values do not fit an area of %2 cells."),
                {QString::number(risk.size()), QString::number(incidents.area.size())});
        if (std::any_of(risk.begin(), risk.end(), [](double value) { return std::isnan(value); }))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "A risk of the week from %1 is no number."),
                {formatUtc(from)});
        score.weeks.push_back(scoreWeek(incidents, risk, {from, from + 7 * kMsPerDay}, spec));
        score.incidents += score.weeks.back().incidents;
        context.progress(week + 1, spec.weeks, {});
    }
    if (score.incidents == 0)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "No incident lies in the %1 test weeks up to %2."),
            {QString::number(spec.weeks), formatUtc(spec.end)});
    for (std::size_t i = 0; i < spec.shares.size(); ++i) {
        const int cells = flaggedCells(spec.shares[i], incidents.area.size());
        const double areaShare = static_cast<double>(cells) / incidents.area.size();
        const FigureIntervals figures =
            bootstrap(score.weeks.size(), spec, [&](const std::vector<std::size_t> &weeks) {
                return Figures::of(sumOf(score, weeks, i), areaShare);
            });
        score.shares.push_back({spec.shares[i], cells, figures.hitRate, figures.pai, figures.pei});
    }
    return score;
}

Result<std::vector<ShareDifference>> pairedDifference(
    const RankingScore &score, const RankingScore &rival, int areaCells, const ScoreSpec &spec)
{
    const bool same = score.weeks.size() == rival.weeks.size()
        && score.shares.size() == rival.shares.size()
        && std::equal(score.weeks.begin(), score.weeks.end(), rival.weeks.begin(),
            [](const WeekScore &a, const WeekScore &b) {
                return a.from == b.from && a.incidents == b.incidents && a.possible == b.possible;
            });
    if (!same || score.weeks.empty() || areaCells < 1)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The two rankings were scored on different weeks or cells: they cannot be "
                "compared."));
    std::vector<ShareDifference> differences;
    for (std::size_t i = 0; i < score.shares.size(); ++i) {
        const double areaShare = static_cast<double>(score.shares[i].cells) / areaCells;
        const FigureIntervals figures =
            bootstrap(score.weeks.size(), spec, [&](const std::vector<std::size_t> &weeks) {
                return Figures::of(sumOf(score, weeks, i), areaShare)
                    - Figures::of(sumOf(rival, weeks, i), areaShare);
            });
        differences.push_back({score.shares[i].share, figures.hitRate, figures.pai, figures.pei});
    }
    return differences;
}

} // namespace belvedere
