// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/weekly_counts.h"

namespace belvedere {

/// Shares of several forecasts of the same Poisson counts, none below zero, by maximum likelihood.
/// The likelihood needs the forecasts only where something happened, and their sums: memory grows
/// with the incidents, not with the cells.
class MixtureFit
{
public:
    explicit MixtureFit(std::size_t parts)
        : m_sums(parts, 0.0)
    {
    }
    /// @param parts  [parts][cells] forecasts of the counts of that week
    void add(const std::vector<const std::vector<double> *> &parts,
        const std::vector<WeeklyCounts::Entry> &counts);
    /// By expectation maximisation, which never lowers the likelihood, from equal shares. It is
    /// stopped early on purpose: parts that resemble one another then share alike.
    [[nodiscard]] std::vector<double> shares(int iterations = 100) const;

private:
    std::vector<double> m_sums; // [parts] of all cells and weeks
    std::vector<double> m_observed; // [rows] counts above zero
    std::vector<float> m_rows; // [rows, parts] their forecasts
};

} // namespace belvedere
