// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "city/lon_lat.h"

#include <span>
#include <vector>

namespace belvedere {

enum class VariogramShape { Exponential, Spherical, Gaussian };

/// Half the mean squared difference of values that lie a distance apart, as a model.
/// Exponential 1 - exp(-h/range), spherical, Gaussian 1 - exp(-(h/range)²), as in gstat.
struct Variogram
{
    VariogramShape shape = VariogramShape::Exponential;
    double nugget = 0.05; ///< at distances just above 0; squared unit of the values
    double partialSill = 0.95; ///< what is added to it far away
    double rangeM = 60000.0; ///< parameter of the shape; metres

    [[nodiscard]] double sill() const { return nugget + partialSill; }
    /// 0 at distance 0.
    [[nodiscard]] double semivariance(double distanceM) const;
    [[nodiscard]] double covariance(double distanceM) const
    {
        return sill() - semivariance(distanceM);
    }
};

/// Pairs of points about one distance.
struct VariogramBin
{
    double distanceM = 0.0; ///< mean of the pairs
    double semivariance = 0.0;
    qint64 pairs = 0;
};

struct VariogramBins
{
    double cutoffM = 0.0; ///< 0 = a third of the diagonal of the points' box, as in gstat
    int count = 15;
};

/// Matheron's estimator in bins of equal width; empty bins are left out.
/// @param values  NaN = missing
[[nodiscard]] std::vector<VariogramBin> sampleVariogram(
    const std::vector<PointM> &points, std::span<const double> values, VariogramBins bins = {});
/// The same pooled over times. @param values  [T, N], NaN = missing. @param standardised  each
/// time's values are divided by their standard deviation first, so that a day of smog does not
/// outweigh a year; the sill is then about 1.
[[nodiscard]] std::vector<VariogramBin> pooledVariogram(const std::vector<PointM> &points,
    std::span<const float> values, bool standardised, VariogramBins bins = {});

struct VariogramFit
{
    Variogram variogram;
    double weightedSquares = 0.0; ///< what was made least
    /// The best range lies at the end of what was searched, 3 x the largest distance: the values
    /// still differ more and more there, and the sill means nothing.
    bool unbounded = false;
};

/// Weighted least squares with the weights pairs / distance² (gstat's method 7): for each range
/// nugget and partial sill, neither below 0, in closed form; the range by a search.
/// @return Errc::Numeric for fewer than 4 bins, or if all values are equal.
[[nodiscard]] Result<VariogramFit> fitVariogram(
    const std::vector<VariogramBin> &bins, VariogramShape shape);

} // namespace belvedere
