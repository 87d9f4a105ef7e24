// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/risk_model.h"
#include "safety/weekly_counts.h"

namespace belvedere {

/// Gamma-distributed rates of all cells, in incidents per week.
struct CellRates
{
    std::vector<double> mean; ///< [cells]
    std::vector<double> shape; ///< [cells] of the gamma: relative variance is 1 / shape
};

/// The parts that RiskModel mixes, from the weeks before a given one alone.
class RiskRates
{
public:
    /// Both must outlive it. `own` are of the type that is forecast; of all types they are the
    /// same object, and the pattern of all types is no part of the surroundings.
    RiskRates(const StudyArea &area, const WeeklyCounts &own, const WeeklyCounts &all);

    [[nodiscard]] const WeeklyCounts &own() const { return m_own; }
    [[nodiscard]] int surroundingParts() const { return &m_own == &m_all ? 3 : 5; }
    /// Expected rate of each cell by each part of the surroundings. [parts][cells]
    [[nodiscard]] Result<std::vector<std::vector<double>>> surroundings(int week) const;
    /// Their mixture. [cells]
    [[nodiscard]] Result<std::vector<double>> prior(
        int week, const std::vector<double> &shares) const;
    /// The long-run rate, leaning on `prior`.
    [[nodiscard]] CellRates longRun(
        int week, const std::vector<double> &prior, double priorWeight) const;
    /// The rate of a shorter memory, leaning on the long-run rate at its own level.
    [[nodiscard]] CellRates remembered(
        int week, const CellRates &longRun, const RiskMemory &memory) const;
    /// The mixture at the level of the last weeks; `shape` is that of a gamma with the mixture's
    /// mean and variance.
    [[nodiscard]] Result<CellRates> forecast(int week, const RiskSpec &spec) const;
    /// Mean weekly total of the four weeks before `week`.
    [[nodiscard]] double recentTotal(int week) const;

private:
    const StudyArea &m_area;
    const WeeklyCounts &m_own;
    const WeeklyCounts &m_all;
};

} // namespace belvedere
