// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"

namespace belvedere {

/// What is usual at a site at a time of the week, as a learning model wants it: smooth over
/// neighbouring times, and drawn towards the same time on other weekdays (or weekend days) as far
/// as a time of the week was seldom observed. Unlike SeasonalProfile it can leave a moment's own
/// observations out, so that a model does not learn to trust a pattern that knows the answer.
class UsualPattern
{
public:
    UsualPattern() = default;

    [[nodiscard]] static UsualPattern fromSteps(const ChannelHistory &history, StepRange steps);
    /// @param values  [7 SeasonalProfile::slotsPerDay(stepMs), siteCount], all finite
    [[nodiscard]] static UsualPattern fromValues(std::vector<float> values, int siteCount);

    /// For every step of fromSteps() the pattern at its time of the week as it would be had the
    /// hours around the step itself not been observed. [steps, N]
    [[nodiscard]] std::vector<float> leavingOut(
        const ChannelHistory &history, StepRange steps) const;

    /// [N] at a time of the week. A site that was never observed has the mean of all.
    [[nodiscard]] const float *row(int minuteOfWeek) const
    {
        const auto slot = static_cast<std::size_t>(
            std::int64_t(minuteOfWeek) * std::int64_t(m_slots) / kMinutesPerWeek);
        return m_values.data() + slot * m_sites;
    }
    [[nodiscard]] const std::vector<float> &values() const { return m_values; } ///< [slots, N]
    /// Sites that were never observed.
    [[nodiscard]] const std::vector<bool> &unknown() const { return m_unknown; }

private:
    /// Weighted sum and weight of the observations that count for a time and a site.
    struct Sum
    {
        float sum = 0.0F;
        float weight = 0.0F;
    };
    [[nodiscard]] float usual(std::size_t slot, std::size_t site, Sum own) const;
    [[nodiscard]] std::size_t dayTypeSlot(std::size_t slot) const;

    std::size_t m_slots = 0;
    std::size_t m_sites = 0;
    int m_reach = 0; // slots to each side that are smoothed over
    std::vector<float> m_values; // [slots, N]
    std::vector<bool> m_unknown; // [N]
    std::vector<Sum> m_weekly; // [slots, N], smoothed
    std::vector<Sum> m_dayType; // [2 slots a day, N], smoothed
    std::vector<float> m_siteMeans; // [N]
};

} // namespace belvedere
