// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/risk_rates.h"

#include "safety/kernel_density.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kNearCells = 0.7;
constexpr double kWideCells = 2.0;
constexpr double kWeeksPerYear = 365.2425 / 7.0;
constexpr double kSeasonWeeks = 3.0; // standard deviation of what counts as the same season
constexpr int kLevelWeeks = 4;
constexpr double kLeastRate = 1e-9; // incidents a week; keeps a prior proper

/// Counts and the weeks that they were gathered in, both weighted.
struct Gathered
{
    std::vector<double> counts; ///< [cells]
    double weeks = 0.0;
};

double sumOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// @param weightOf  age in weeks, 1 = last week -> weight
template <class F> Gathered gather(const WeeklyCounts &counts, int week, F weightOf)
{
    Gathered gathered{std::vector<double>(static_cast<std::size_t>(counts.cells()), 0.0), 0.0};
    for (int i = 0; i < week; ++i) {
        const double weight = weightOf(week - i);
        gathered.weeks += weight * counts.exposure(i);
        for (const WeeklyCounts::Entry &entry : counts.week(i))
            gathered.counts[static_cast<std::size_t>(entry.cell)] += weight * entry.count;
    }
    return gathered;
}

double memoryWeight(const RiskMemory &memory, int age)
{
    double weight = std::exp2(-(age - 1) / memory.halfLifeWeeks);
    if (memory.season > 0.0 && age > kWeeksPerYear / 2.0) {
        const double off = std::remainder(age, kWeeksPerYear) / kSeasonWeeks;
        weight += memory.season * std::exp(-0.5 * off * off);
    }
    return weight;
}

/// Gamma posterior of each cell's rate, given its mean before and the incidents that this counts
/// as.
CellRates posterior(
    const Gathered &gathered, const std::vector<double> &prior, double level, double priorWeight)
{
    CellRates rates;
    rates.mean.reserve(prior.size());
    rates.shape.reserve(prior.size());
    for (std::size_t i = 0; i < prior.size(); ++i) {
        const double mean = std::max(prior[i] * level, kLeastRate);
        const double shape = priorWeight + gathered.counts[i];
        rates.mean.push_back(shape / (priorWeight / mean + gathered.weeks));
        rates.shape.push_back(shape);
    }
    return rates;
}

} // namespace

RiskRates::RiskRates(const StudyArea &area, const WeeklyCounts &own, const WeeklyCounts &all)
    : m_area(area)
    , m_own(own)
    , m_all(all)
{
}

Result<std::vector<std::vector<double>>> RiskRates::surroundings(int week) const
{
    const auto alike = [](int) { return 1.0; };
    const Gathered own = gather(m_own, week, alike);
    const double cellM = m_area.grid().cellM();
    std::vector<std::vector<double>> parts;
    const auto add = [&parts](std::vector<double> counts, double factor) {
        for (double &count : counts)
            count *= factor;
        parts.push_back(std::move(counts));
    };
    const double perWeek = 1.0 / own.weeks;
    for (const double cells : {kNearCells, kWideCells}) {
        BV_TRY(std::vector<double> rate,
            smoothed(m_area, own.counts, cells * cellM, KernelEdge::Corrected));
        add(std::move(rate), perWeek);
    }
    const double total = sumOf(own.counts);
    add(std::vector<double>(own.counts.size(), total / static_cast<double>(own.counts.size())),
        perWeek);
    if (&m_own != &m_all) {
        const Gathered all = gather(m_all, week, alike);
        const double ownShare = total / std::max(1.0, sumOf(all.counts));
        BV_TRY(std::vector<double> rate,
            smoothed(m_area, all.counts, kNearCells * cellM, KernelEdge::Corrected));
        add(all.counts, ownShare * perWeek);
        add(std::move(rate), ownShare * perWeek);
    }
    return parts;
}

Result<std::vector<double>> RiskRates::prior(int week, const std::vector<double> &shares) const
{
    BV_TRY(const std::vector<std::vector<double>> parts, surroundings(week));
    std::vector<double> mixed(static_cast<std::size_t>(m_own.cells()), 0.0);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::size_t i = 0; i < mixed.size(); ++i)
            mixed[i] += shares[part] * parts[part][i];
    }
    return mixed;
}

CellRates RiskRates::longRun(int week, const std::vector<double> &prior, double priorWeight) const
{
    return posterior(gather(m_own, week, [](int) { return 1.0; }), prior, 1.0, priorWeight);
}

CellRates RiskRates::remembered(int week, const CellRates &longRun, const RiskMemory &memory) const
{
    const Gathered gathered =
        gather(m_own, week, [&](int age) { return memoryWeight(memory, age); });
    const double level =
        sumOf(gathered.counts) / gathered.weeks / std::max(sumOf(longRun.mean), kLeastRate);
    return posterior(gathered, longRun.mean, level, memory.priorWeight);
}

Result<CellRates> RiskRates::forecast(int week, const RiskSpec &spec) const
{
    BV_TRY(const std::vector<double> before, prior(week, spec.surroundings));
    const CellRates longRun = this->longRun(week, before, spec.priorWeight);
    CellRates mixed{std::vector<double>(longRun.mean.size(), 0.0),
        std::vector<double>(longRun.mean.size(), 0.0)}; // of the shape: mean squares at first
    const auto add = [&mixed](const CellRates &rates, double share) {
        for (std::size_t i = 0; i < mixed.mean.size(); ++i) {
            mixed.mean[i] += share * rates.mean[i];
            mixed.shape[i] += share * rates.mean[i] * rates.mean[i] * (1.0 + 1.0 / rates.shape[i]);
        }
    };
    add(longRun, spec.longRunShare);
    double shares = spec.longRunShare;
    for (const RiskMemory &memory : spec.memories) {
        add(remembered(week, longRun, memory), memory.share);
        shares += memory.share;
    }
    const double total = sumOf(mixed.mean);
    const double recent = recentTotal(week);
    const double level =
        total > 0.0 && recent > 0.0 ? std::pow(recent / total, spec.levelShare) : 1.0;
    for (std::size_t i = 0; i < mixed.mean.size(); ++i) {
        const double mean = mixed.mean[i] / shares; // of the mixture as a distribution
        const double variance = mixed.shape[i] / shares - mean * mean;
        mixed.shape[i] = mean * mean / std::max(variance, 1e-12 * mean * mean);
        mixed.mean[i] *= level;
    }
    return mixed;
}

double RiskRates::recentTotal(int week) const
{
    double sum = 0.0;
    double weeks = 0.0;
    for (int i = std::max(0, week - kLevelWeeks); i < week; ++i) {
        sum += m_own.total(i);
        weeks += m_own.exposure(i);
    }
    return weeks > 0.0 ? sum / weeks : 0.0;
}

} // namespace belvedere
