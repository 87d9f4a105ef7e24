// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/study_area.h"

namespace belvedere {

enum class HotSpot { None, Hot, Cold };

struct GiStar
{
    double z = 0.0; ///< 0 where all values are equal
    double p = 1.0; ///< two-sided, normal
    HotSpot flag = HotSpot::None; ///< with the false discovery rate held
};

struct GiStarSpec
{
    /// Cells whose centres lie no farther than this are neighbours, the cell itself among them;
    /// 1.5 edges are the eight around it (queen), 1 edge the four at its sides (rook).
    double distanceCells = 1.5;
    double falseDiscoveryRate = 0.05; ///< Benjamini and Hochberg 1995
};

/// Local statistic Gi* of Ord and Getis 1995, "Local spatial autocorrelation statistics", with
/// binary weights: how far the sum about a cell lies from n means, in standard deviations.
/// @param values  [cells]
/// @return [cells]; Errc::Shape for less than two cells; Errc::Usage for a distance below 1 or
/// a rate outside 0 … 1; Errc::Numeric for values that are no numbers.
[[nodiscard]] Result<std::vector<GiStar>> getisOrd(
    const StudyArea &area, const std::vector<double> &values, const GiStarSpec &spec = {});

/// Which of the p values may be called discoveries so that at most the share `rate` of them is
/// expected to be false. Benjamini and Hochberg 1995. NaN is none.
[[nodiscard]] std::vector<bool> falseDiscoveryFlags(const std::vector<double> &p, double rate);

} // namespace belvedere
