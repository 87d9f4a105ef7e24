// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/measure.h"

#include <cmath>

namespace belvedere::ui {

double valueOf(const ErrorFigures &figures, Measure measure)
{
    if (figures.observed == 0)
        return std::numeric_limits<double>::quiet_NaN();
    switch (measure) {
    case Measure::Mae:
        return figures.mae;
    case Measure::Rmse:
        return figures.rmse;
    case Measure::Mape:
        return figures.mape;
    case Measure::Wape:
        return figures.wape;
    case Measure::Coverage:
        return figures.coverage;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

double badness(double value, Measure measure)
{
    return measure == Measure::Coverage ? std::abs(value - nominalCoverage()) : value;
}

double nominalCoverage()
{
    const ForecastShape shape;
    return shape.quantiles[static_cast<std::size_t>(shape.upperIndex())]
        - shape.quantiles[static_cast<std::size_t>(shape.lowerIndex())];
}

std::optional<std::size_t> bestOf(const std::vector<double> &values, Measure measure)
{
    std::optional<std::size_t> best;
    bool shared = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        if (!best || badness(values[i], measure) < badness(values[*best], measure)) {
            best = i;
            shared = false;
        } else if (badness(values[i], measure) == badness(values[*best], measure)) {
            shared = true;
        }
    }
    return shared ? std::nullopt : best;
}

std::optional<double> gainOver(double value, double reference, Measure measure)
{
    if (measure == Measure::Coverage || !std::isfinite(value) || !std::isfinite(reference)
        || reference == 0.0)
        return {};
    return (reference - value) / reference;
}

} // namespace belvedere::ui
