// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <limits>
#include <span>

namespace belvedere::ui {

/// What the colours of a chart mean.
enum class Ramp {
    Amount, ///< neither good nor bad
    Risk,
    Difference ///< signed, around zero
};

[[nodiscard]] std::span<const QColor> colorsOf(Ramp ramp, const Tokens &tokens);

/// The values at the ends of a ramp, low < high.
struct ColorRange
{
    double low = 0.0;
    double high = 1.0;
    bool missing = false; ///< a value is NaN

    /// 0 … 1 between the ends.
    [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
};

/// From the smallest to the largest value, of differences as far below zero as above it; `low` and
/// `high` in place of these unless they are NaN.
[[nodiscard]] ColorRange colorRange(std::span<const double> values, Ramp ramp,
    double low = std::numeric_limits<double>::quiet_NaN(),
    double high = std::numeric_limits<double>::quiet_NaN());

} // namespace belvedere::ui
