// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/congestion.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

SpeedBand speedBand(double ratio)
{
    const auto slower = std::count_if(kSpeedBandBreaks.begin(), kSpeedBandBreaks.end(),
        [ratio](double limit) { return ratio < limit; });
    return static_cast<SpeedBand>(slower);
}

float freeFlowSpeed(std::vector<float> speeds)
{
    speeds.erase(
        std::remove_if(speeds.begin(), speeds.end(), [](float v) { return std::isnan(v); }),
        speeds.end());
    if (speeds.empty())
        return std::numeric_limits<float>::quiet_NaN();
    const auto rank =
        static_cast<std::ptrdiff_t>(kFreeFlowPercentile * static_cast<double>(speeds.size() - 1));
    std::nth_element(speeds.begin(), speeds.begin() + rank, speeds.end());
    return speeds[static_cast<std::size_t>(rank)];
}

} // namespace belvedere
