// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace belvedere {

/// Where a minimisation stands after a step.
struct MinimiserStep
{
    int iteration = 0; ///< from 1
    double value = 0.0;
    double slope = 0.0; ///< largest absolute component of the gradient
};

/// Minimises a smooth function by L-BFGS (Nocedal and Wright 2006, algorithm 7.4) with the last
/// ten steps as its memory and halving of the step until the value falls enough (Armijo).
/// @param function  value at a point; writes the gradient, of the same size.
/// @param point  where it begins, and afterwards the best point.
/// @param slope  ends when the gradient is nowhere steeper.
/// @param after  called after each step; false = stop here.
/// @return whether the slope was reached, or no step improves any more.
bool minimise(
    const std::function<double(const std::vector<double> &, std::vector<double> &)> &function,
    std::vector<double> &point, int iterations, double slope,
    const std::function<bool(const MinimiserStep &)> &after);

} // namespace belvedere
