// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace belvedere {

/// Cells up to a share of the area, the most urgent first, and what puts them in order.
struct OrderBand
{
    double share = 1.0; ///< of the cells, those of the bands before included
    double modelWeight = 0.0; ///< 0 = counts so far alone, 1 = what the model expects alone
};

/// How urgent each cell is, the highest first. A long-run count is hard to beat where there is
/// much of it, and knows little where there is not: so each band has its own mixture of the two,
/// both brought to the same total.
/// @param counts  so far. [cells]
/// @param expected  by the model, at any level. [cells]
/// @param bands  ascending; the last one's weight holds for what is left. Empty = by `expected`.
[[nodiscard]] std::vector<double> urgencyOf(const std::vector<double> &counts,
    const std::vector<double> &expected, const std::vector<OrderBand> &bands);

/// Chooses the bands by what they would have caught in some weeks. The model has to earn its place:
/// counts alone decide where its gain is within two of its standard errors.
class OrderChoice
{
public:
    /// @param counts, expected  as known before the week; @param came  in it. [cells]
    void add(
        std::vector<double> counts, const std::vector<double> &expected, std::vector<double> came);
    [[nodiscard]] std::vector<OrderBand> bands() const;

private:
    struct Week
    {
        std::vector<double> counts;
        std::vector<double> expected; ///< at the level of the counts
        std::vector<double> came;
    };
    std::vector<Week> m_weeks;
};

} // namespace belvedere
