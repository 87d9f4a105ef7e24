// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/network.h"

namespace belvedere::neural {

/// The window as it was measured, for networks that are not told what is usual: the value on the
/// model's scale (0, the site's mean, where it is missing) and whether it was observed.
/// [B, history, 2]
[[nodiscard]] inline torch::Tensor windowValues(const FeatureLayout &layout, const Batch &batch)
{
    const auto part = [&](std::int64_t at) {
        return batch.features.slice(1, at, at + layout.history); // [B, history]
    };
    const auto observed = part(layout.observed());
    const auto values = (part(layout.deviations()) + part(layout.usualBefore())) * observed;
    return torch::stack({values, observed}, 2);
}

} // namespace belvedere::neural
