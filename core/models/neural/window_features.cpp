// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/window_features.h"

#include <algorithm>

namespace belvedere::neural {

bool writeWindow(std::int64_t history, const float *deviations, float *out)
{
    bool any = false;
    for (std::int64_t i = 0; i < history; ++i) {
        const bool observed = !std::isnan(deviations[i]);
        out[i] = observed ? limited(deviations[i]) : 0.0F;
        out[history + i] = observed ? 1.0F : 0.0F;
        any = any || observed;
    }
    return any;
}

bool writeFeatures(
    const FeatureLayout &layout, const float *deviations, const float *usual, float *out)
{
    writeWindow(layout.history, deviations, out + layout.deviations());
    std::copy_n(usual, layout.history + layout.horizon, out + layout.usualBefore());
    std::int64_t last = layout.history - 1;
    while (last >= 0 && std::isnan(deviations[last]))
        --last;
    const std::int64_t then = last < 0 ? layout.history - 1 : last;
    out[layout.age()] = last < 0 ? 1.0F : float(layout.history - 1 - last) / float(layout.history);
    out[layout.usualThen()] = usual[then];
    // Not limited: the forecast leans on it.
    out[layout.lastDeviation()] = last < 0 ? 0.0F : deviations[last];
    return last >= 0;
}

} // namespace belvedere::neural
