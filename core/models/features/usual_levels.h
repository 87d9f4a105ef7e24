// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"
#include "models/model_state.h"

namespace belvedere {

/// What is usual at a site at a time of the week, as far as the training part bears it out: a
/// pattern that tells nothing of moments it was not made of (see UsualPattern::leavingOut) is
/// drawn towards the mean of the site, by the slope of observations on it. Beside it the mean of
/// each site and how far observations lie from the usual.
class UsualLevels
{
public:
    [[nodiscard]] static UsualLevels fromSteps(const ChannelHistory &history, StepRange steps);
    /// @return Errc::Shape if a tensor of tensors() is absent or has another shape; Errc::Schema
    /// if a value is no number.
    [[nodiscard]] static Result<UsualLevels> fromTensors(const ModelState &state);
    /// "usual" [slots, N] and "sites" [N, 2], mean and spread.
    [[nodiscard]] std::vector<NamedTensor> tensors() const;

    /// For each step of fromSteps() the usual as it would be without the step. [steps, N]
    [[nodiscard]] const std::vector<float> &leftOut() const { return m_leftOut; }
    void dropLeftOut() { m_leftOut = {}; }

    /// [N], finite.
    [[nodiscard]] const float *usual(int minuteOfWeek) const
    {
        const auto slot = static_cast<std::size_t>(
            std::int64_t(minuteOfWeek) * std::int64_t(slotCount()) / kMinutesPerWeek);
        return m_usual.data() + slot * siteCount();
    }
    [[nodiscard]] float mean(std::size_t site) const { return m_sites[2 * site]; }
    [[nodiscard]] float spread(std::size_t site) const { return m_sites[2 * site + 1]; }
    [[nodiscard]] std::size_t siteCount() const { return m_sites.size() / 2; }

private:
    [[nodiscard]] std::size_t slotCount() const { return m_usual.size() / siteCount(); }
    void takeSpreads(const ChannelHistory &history, StepRange steps);

    std::vector<float> m_usual; // [slots, N]
    std::vector<float> m_sites; // [N, 2]
    std::vector<float> m_leftOut; // [steps, N]
};

} // namespace belvedere
