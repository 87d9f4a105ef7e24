// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_state.h"
#include "models/seasonal_profile.h"

namespace belvedere {

/// Observations as deviations from what is usual at a site and time of the week (see
/// SeasonalProfile), in standard deviations of the site: what a linear model works on.
class UsualDeviations
{
public:
    UsualDeviations() = default;

    /// A site whose deviations hardly vary, or were never observed, leans on those of all, so
    /// that its noise is not blown up; spreads are above zero.
    [[nodiscard]] static UsualDeviations fromSteps(const ChannelHistory &history, StepRange steps);
    /// @return Errc::Shape if a tensor of tensors() is absent or has another shape.
    [[nodiscard]] static Result<UsualDeviations> fromTensors(const ModelState &state);
    /// "profile" [slots, N] and "spreads" [N], as state() of a model holds them.
    [[nodiscard]] std::vector<NamedTensor> tensors() const;
    /// tensors() of a model that has learned nothing yet.
    [[nodiscard]] static std::vector<NamedTensor> emptyTensors(const ModelSpec &spec);

    /// Deviations of all sites at a step; NaN where nothing was observed.
    /// @param out  [N]
    void write(const ChannelHistory &history, int step, float *out) const;
    /// For `steps` of fromSteps(): what is usual is then the mean of the slot's other
    /// observations, so that deviations are as large as they will be when the model is used. NaN
    /// also where there is no other. [steps, N]
    [[nodiscard]] std::vector<float> leavingOut(
        const ChannelHistory &history, StepRange steps) const;

    /// [N]; NaN for a site that was never observed.
    [[nodiscard]] const float *usual(int minuteOfWeek) const
    {
        return m_profile.row(m_profile.slotAt(minuteOfWeek));
    }
    [[nodiscard]] float spread(std::size_t site) const { return m_spreads[site]; }
    [[nodiscard]] std::size_t siteCount() const { return m_spreads.size(); }

private:
    SeasonalProfile m_profile;
    std::vector<float> m_spreads; // [N]
};

} // namespace belvedere
