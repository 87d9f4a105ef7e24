// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace belvedere {

/// How far each of several forecasts should be believed, by the errors that they made side by
/// side. Weights of a step come from it and the steps nearly as far ahead, because a few weeks tell
/// little of one step alone.
class BlendWeights
{
public:
    BlendWeights(std::size_t members, std::size_t horizon);

    /// Errors of one forecast by each member. @param errors  [members], finite
    void add(std::size_t step, const double *errors);
    /// None below 0, their sum 1, with the least squared error of the weighted mean, drawn a little
    /// towards equal ones; equal ones where nothing was seen. [horizon, members]
    /// Source: Granger and Ramanathan 1984, "Improved methods of combining forecasts", with the
    /// bounds of Conflitti, De Mol and Giannone 2015.
    [[nodiscard]] std::vector<float> weights() const;

private:
    std::size_t m_members;
    std::size_t m_horizon;
    std::vector<double> m_products; // [horizon, members, members], sums of errors
};

} // namespace belvedere
