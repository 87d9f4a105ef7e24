// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace belvedere {

/// What a model expects and what happened, put together.
struct BayesEstimate
{
    double weight = 0.0; ///< of the model, 0 … 1
    double expected = 0.0; ///< crashes in the whole period
    double perYear = 0.0;
};

/// HSM 1st edition, equations: w = 1 / (1 + k Σ N_pred), expected = w Σ N_pred +
/// (1 - w) N_observed. It takes the chance high away that made a site noticed (regression to the
/// mean). For segments k is that of the site; models for freeways and rural roads state k per mile.
/// @param predictedPerYear  model, of the site. @param observed  in `years`.
/// @return Errc::Numeric for a negative value, no years or no prediction.
[[nodiscard]] Result<BayesEstimate> empiricalBayes(
    double predictedPerYear, double overdispersion, double years, double observed);

/// A later period: the estimate times predicted after / predicted before times the factor of a
/// measure.
[[nodiscard]] Result<double> bayesAfter(const BayesEstimate &before, double predictedBeforePerYear,
    double predictedAfterPerYear, double measureFactor = 1.0);

} // namespace belvedere
