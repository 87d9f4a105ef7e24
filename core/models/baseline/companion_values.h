// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"
#include "models/model_state.h"

namespace belvedere {

/// What else was measured, as inputs of a linear model: the last observed value in the window of
/// each of the other channels, standardised by site; 0, the mean, if there is none.
class CompanionValues
{
public:
    CompanionValues() = default;

    /// Channels without any observation in `steps` are left out.
    [[nodiscard]] static CompanionValues fromSteps(const ChannelHistory &history, StepRange steps);
    /// Takes the tensors "companion.<channel>" [N, 2] of `state`; that they have that shape is
    /// for checkTensors() to say.
    [[nodiscard]] static CompanionValues fromTensors(const ModelState &state);
    [[nodiscard]] std::vector<NamedTensor> tensors() const;

    [[nodiscard]] int count() const { return static_cast<int>(m_channels.size()); }
    /// Keys, ascending: the order of the inputs.
    [[nodiscard]] std::vector<QString> channels() const;

    /// The companions of a history in the order of the inputs; null where it lacks one.
    using Sources = std::vector<const ChannelHistory *>;
    [[nodiscard]] Sources sourcesIn(const ChannelHistory &history) const;
    /// @param out  [count()] for a window of `steps` steps up to lastStep
    template <class Number>
    void write(const Sources &sources, int lastStep, int steps, std::size_t site, Number *out) const
    {
        for (std::size_t c = 0; c < m_channels.size(); ++c)
            out[c] =
                static_cast<Number>(lastValue(sources[c], m_channels[c], lastStep, steps, site));
    }

private:
    struct Companion
    {
        QString key;
        std::vector<float> scales; // [N, 2] mean and standard deviation
    };
    [[nodiscard]] static float lastValue(const ChannelHistory *source, const Companion &companion,
        int lastStep, int steps, std::size_t site);

    std::vector<Companion> m_channels; // ascending by key
};

} // namespace belvedere
