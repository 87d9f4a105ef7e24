// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace belvedere::ui {

struct Histogram
{
    std::vector<double> edges; ///< increasing, one more than counts; empty without finite values
    std::vector<qint64> counts; ///< [edge i, edge i + 1); the last bin holds its upper edge too
    qint64 missing = 0; ///< values that are not finite
};

/// Bins of equal width 2 IQR n^(-1/3), but no fewer than Sturges' log2(n) + 1 and no more than
/// kMostBins; one bin where all values are the same. Edges are round numbers, so that there are up
/// to twice as many bins. Source: Freedman and Diaconis 1981; Sturges 1926.  Complexity O(n).
[[nodiscard]] Histogram histogramOf(std::span<const double> values);

/// The same in given bins; values outside of [edges.front(), edges.back()] are not counted.
[[nodiscard]] Histogram countInto(std::span<const double> values, std::vector<double> edges);

inline constexpr int kMostBins = 100;

} // namespace belvedere::ui
