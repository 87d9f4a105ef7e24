// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/color_range.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

std::span<const QColor> colorsOf(Ramp ramp, const Tokens &tokens)
{
    switch (ramp) {
    case Ramp::Risk:
        return tokens.riskRamp;
    case Ramp::Difference:
        return tokens.differenceRamp;
    case Ramp::Amount:
        break;
    }
    return tokens.amountRamp;
}

ColorRange colorRange(std::span<const double> values, Ramp ramp, double low, double high)
{
    ColorRange range{
        std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), false};
    for (const double value : values) {
        if (std::isfinite(value)) {
            range.low = std::min(range.low, value);
            range.high = std::max(range.high, value);
        } else {
            range.missing = true;
        }
    }
    if (ramp == Ramp::Difference) {
        range.high = std::max(std::abs(range.low), std::abs(range.high));
        range.low = -range.high;
    }
    if (std::isfinite(low))
        range.low = low;
    if (std::isfinite(high))
        range.high = high;
    if (!std::isfinite(range.low) || !std::isfinite(range.high))
        range.low = range.high = 0.0;
    if (!(range.low < range.high))
        range.high = range.low + 1.0;
    return range;
}

} // namespace belvedere::ui
