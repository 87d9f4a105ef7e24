// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belvedere::ui {

struct ScaleBar
{
    double meters = 0.0; ///< 1, 2 or 5 times a power of ten
    double pixels = 0.0;
};

/// The longest that is not wider than `maxPixels`.
[[nodiscard]] ScaleBar scaleBarFor(double metersPerPixel, double maxPixels);

} // namespace belvedere::ui
