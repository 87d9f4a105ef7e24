// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"
#include "models/model_state.h"
#include "models/neural/window_features.h"
#include "models/usual_pattern.h"

namespace belvedere::neural {

/// What the training part says about one channel: how large its values are at each site and what
/// is usual there at a time of the week.
struct ChannelProfile
{
    QString channel;
    std::vector<Scale> scales; ///< [N]
    UsualPattern pattern;
    std::vector<float> unknown; ///< [N] 1 = never observed

    [[nodiscard]] std::size_t siteCount() const { return scales.size(); }

    [[nodiscard]] static ChannelProfile fromSteps(const ChannelHistory &history, StepRange steps);

    /// Tensors "<prefix>usual", "<prefix>unknown" and "<prefix>scales".
    void appendTo(std::vector<NamedTensor> &tensors, const QString &prefix) const;
    /// The shapes that appendTo() gives, with zeros for values.
    static void appendShapes(std::vector<NamedTensor> &tensors, const QString &prefix,
        std::int64_t stepMs, std::size_t siteCount);
    /// @param state  its tensors have the shapes of appendShapes().
    [[nodiscard]] static ChannelProfile fromState(
        const ModelState &state, const QString &prefix, const QString &channel);
};

} // namespace belvedere::neural
