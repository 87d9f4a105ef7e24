// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/interpolation.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

FittedKriging fitKriging(const std::vector<PointM> &stations, std::span<const float> values)
{
    constexpr double kCutoffShare = 0.8;
    constexpr int kBins = 10;
    double longest = 0.0;
    for (const PointM &a : stations) {
        for (const PointM &b : stations)
            longest = std::max(longest, std::hypot(a.x - b.x, a.y - b.y));
    }
    FittedKriging result;
    if (longest <= 0.0)
        return result;
    result.bins = pooledVariogram(stations, values, true, {kCutoffShare * longest, kBins});
    const auto fit = fitVariogram(result.bins, VariogramShape::Exponential);
    if (fit && !fit->unbounded && fit->variogram.partialSill > 0.0) {
        const double sill = fit->variogram.sill();
        result.kriging.variogram = fit->variogram;
        result.kriging.variogram.nugget /= sill;
        result.kriging.variogram.partialSill /= sill;
        result.fitted = true;
    }
    result.kriging.usualSill = usualSill(stations, result.kriging.variogram, values);
    return result;
}

void InterpolationSums::add(double observation, double prediction, double standardError)
{
    const double miss = prediction - observation;
    if (std::isnan(miss))
        return;
    ++count;
    error += miss;
    absolute += std::abs(miss);
    squares += miss * miss;
    observed += observation;
    observedSquares += observation * observation;
    predicted += prediction;
    predictedSquares += prediction * prediction;
    product += observation * prediction;
    if (standardError > 0.0) {
        ++standardised;
        z -= miss / standardError;
        zSquares += miss * miss / (standardError * standardError);
    }
}

InterpolationSums &InterpolationSums::operator+=(const InterpolationSums &other)
{
    count += other.count;
    error += other.error;
    absolute += other.absolute;
    squares += other.squares;
    observed += other.observed;
    observedSquares += other.observedSquares;
    predicted += other.predicted;
    predictedSquares += other.predictedSquares;
    product += other.product;
    standardised += other.standardised;
    z += other.z;
    zSquares += other.zSquares;
    return *this;
}

InterpolationFigures InterpolationSums::figures() const
{
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    InterpolationFigures figures{count, kNan, kNan, kNan, kNan, kNan, kNan, kNan};
    if (count == 0)
        return figures;
    const auto n = static_cast<double>(count);
    figures.meanError = error / n;
    figures.rmse = std::sqrt(squares / n);
    figures.mae = absolute / n;
    const double observedSpread = observedSquares - observed * observed / n;
    const double predictedSpread = predictedSquares - predicted * predicted / n;
    if (observedSpread > 0.0)
        figures.r2 = 1.0 - squares / observedSpread;
    if (observedSpread > 0.0 && predictedSpread > 0.0)
        figures.correlation =
            (product - observed * predicted / n) / std::sqrt(observedSpread * predictedSpread);
    if (standardised > 0) {
        figures.zMean = z / static_cast<double>(standardised);
        figures.zRms = std::sqrt(zSquares / static_cast<double>(standardised));
    }
    return figures;
}

} // namespace belvedere
