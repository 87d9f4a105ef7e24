// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/window_features.h"

#include <algorithm>

namespace belvedere::neural {

bool writeFeatures(const FeatureLayout &layout, const ChannelHistory &history, int lastStep,
    std::size_t site, const std::vector<const float *> &usual, Scale scale, float *out)
{
    // An outlier in a window must not drown the rest of it.
    constexpr float kMostDeviation = 6.0F;
    const int first = lastStep - static_cast<int>(layout.history) + 1;
    int lastObserved = -1;
    for (int i = 0; i < layout.history; ++i) {
        const float value = history.row(first + i)[site];
        const float normal = usual[static_cast<std::size_t>(i)][site];
        const bool observed = !std::isnan(value);
        out[layout.deviations() + i] = observed
            ? std::clamp((value - normal) / scale.spread, -kMostDeviation, kMostDeviation)
            : 0.0F;
        out[layout.observed() + i] = observed ? 1.0F : 0.0F;
        out[layout.usualBefore() + i] = scale.in(normal);
        if (observed)
            lastObserved = i;
    }
    for (std::int64_t i = 0; i < layout.horizon; ++i)
        out[layout.usualAhead() + i] =
            scale.in(usual[static_cast<std::size_t>(layout.history + i)][site]);
    const std::int64_t then = lastObserved < 0 ? layout.history - 1 : lastObserved;
    out[layout.age()] =
        lastObserved < 0 ? 1.0F : float(layout.history - 1 - lastObserved) / float(layout.history);
    out[layout.usualThen()] = out[layout.usualBefore() + then];
    // Not limited: the forecast leans on it.
    out[layout.lastDeviation()] = lastObserved < 0
        ? 0.0F
        : (history.row(first + lastObserved)[site] - usual[static_cast<std::size_t>(then)][site])
            / scale.spread;
    return lastObserved >= 0;
}

} // namespace belvedere::neural
