// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/empirical_bayes.h"

#include <QString>

#include <cmath>

namespace belvedere {

Result<BayesEstimate> empiricalBayes(
    double predictedPerYear, double overdispersion, double years, double observed)
{
    const bool sound = std::isfinite(predictedPerYear) && predictedPerYear > 0.0
        && std::isfinite(overdispersion) && overdispersion >= 0.0 && std::isfinite(years)
        && years > 0.0 && std::isfinite(observed) && observed >= 0.0;
    if (!sound)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Empirical Bayes needs a prediction and years above 0, overdispersion and observed "
                "crashes from 0; these are %1, %2, %3, %4."),
            {QString::number(predictedPerYear), QString::number(years),
                QString::number(overdispersion), QString::number(observed)});
    const double predicted = predictedPerYear * years;
    BayesEstimate estimate;
    estimate.weight = 1.0 / (1.0 + overdispersion * predicted);
    estimate.expected = estimate.weight * predicted + (1.0 - estimate.weight) * observed;
    estimate.perYear = estimate.expected / years;
    return estimate;
}

Result<double> bayesAfter(const BayesEstimate &before, double predictedBeforePerYear,
    double predictedAfterPerYear, double measureFactor)
{
    if (!(predictedBeforePerYear > 0.0 && predictedAfterPerYear >= 0.0 && measureFactor >= 0.0))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Crashes after a measure need a prediction above 0 before it, one from 0 after it "
                "and a factor from 0; these are %1, %2, %3."),
            {QString::number(predictedBeforePerYear), QString::number(predictedAfterPerYear),
                QString::number(measureFactor)});
    return before.perYear * predictedAfterPerYear / predictedBeforePerYear * measureFactor;
}

} // namespace belvedere
