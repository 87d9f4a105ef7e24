// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <span>

namespace belvedere {

/// How well a model meets observations, as air-quality modelling reports it (the definitions of
/// openair's modStats; M model, O observation, means over pairs where both are known). NaN where a
/// figure is not defined.
struct ModelStatistics
{
    qint64 n = 0;
    double fac2 = 0.0; ///< share with 0.5 <= M/O <= 2
    double mb = 0.0; ///< mean bias: mean(M - O)
    double mge = 0.0; ///< mean gross error: mean |M - O|
    double nmb = 0.0; ///< sum(M - O) / sum O
    double nmge = 0.0; ///< sum |M - O| / sum O
    double rmse = 0.0;
    double r = 0.0; ///< Pearson
    double coe = 0.0; ///< coefficient of efficiency: 1 - sum |M - O| / sum |O - mean O|
    double ioa = 0.0; ///< index of agreement, Willmott et al. 2011: -1 … 1
};

/// @param model, observation  of equal length; pairs with a NaN are left out
[[nodiscard]] ModelStatistics modelStatistics(
    std::span<const float> model, std::span<const float> observation);

} // namespace belvedere
