// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/scale_bar.h"

#include <cmath>

namespace belvedere::ui {

ScaleBar scaleBarFor(double metersPerPixel, double maxPixels)
{
    const double longest = metersPerPixel * maxPixels;
    const double power = std::pow(10.0, std::floor(std::log10(longest)));
    const double mantissa = longest / power;
    const double meters = power * (mantissa >= 5.0 ? 5.0 : mantissa >= 2.0 ? 2.0 : 1.0);
    return {meters, meters / metersPerPixel};
}

} // namespace belvedere::ui
