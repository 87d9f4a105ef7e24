// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/neural/channel_profile.h"

namespace belvedere::neural {

/// A stretch of one channel in units of each site's spread. Site by site, so that a window of a
/// site is one piece of memory.
class SitePanel
{
public:
    SitePanel() = default;
    /// What is usual comes from the profile's pattern.
    /// @param steps  may reach beyond the end of the history, where nothing is observed.
    SitePanel(const ChannelHistory &history, const ChannelProfile &profile, StepRange steps);
    /// @param usual  [steps, N], in the channel's unit
    SitePanel(const ChannelHistory &history, const ChannelProfile &profile, StepRange steps,
        const std::vector<float> &usual);

    /// Of a channel that the data has not: nothing is observed anywhere.
    [[nodiscard]] bool empty() const { return m_deviations.empty(); }
    [[nodiscard]] StepRange steps() const { return m_steps; }
    /// Difference from the usual at `step` and after; NaN = missing.
    [[nodiscard]] const float *deviations(std::size_t site, int step) const
    {
        return m_deviations.data() + offset(site, step);
    }
    /// The usual at `step` and after, as a distance from the site's centre.
    [[nodiscard]] const float *usual(std::size_t site, int step) const
    {
        return m_usual.data() + offset(site, step);
    }

private:
    [[nodiscard]] std::size_t offset(std::size_t site, int step) const
    {
        return site * m_length + static_cast<std::size_t>(step - m_steps.begin);
    }
    template <class UsualRow>
    void fill(const ChannelHistory &history, const ChannelProfile &profile, UsualRow usualRow);

    StepRange m_steps;
    std::size_t m_length = 0;
    std::vector<float> m_deviations; // [N, steps]
    std::vector<float> m_usual; // [N, steps]
};

} // namespace belvedere::neural
