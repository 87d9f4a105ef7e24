// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/interpolation.h"

#include <cmath>

namespace belvedere {

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
