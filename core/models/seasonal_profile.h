// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"

namespace belvedere {

/// What is usual at a site at a time of the week: the mean of the training part.
class SeasonalProfile
{
public:
    SeasonalProfile() = default;

    /// Slots are as long as a time step, at least 5 minutes and at most a day. From three weeks
    /// of data on a slot is a time of the week, with less it is a time of day on weekdays or on
    /// weekends. Where a slot was never observed, the time of day over all days stands in, then
    /// the mean of the site. NaN for a site that was never observed.
    [[nodiscard]] static SeasonalProfile fromSteps(const ChannelHistory &history, StepRange steps);
    /// @param values  [7 slotsPerDay(stepMs), siteCount]
    [[nodiscard]] static SeasonalProfile fromValues(std::vector<float> values, int siteCount);

    [[nodiscard]] static int slotsPerDay(std::int64_t stepMs);
    [[nodiscard]] int slotCount() const { return m_slots; }
    [[nodiscard]] int slotAt(int minuteOfWeek) const
    {
        return static_cast<int>(std::int64_t(minuteOfWeek) * m_slots / kMinutesPerWeek);
    }
    /// [N] of one slot.
    [[nodiscard]] const float *row(int slot) const
    {
        return m_values.data() + static_cast<std::size_t>(slot) * static_cast<std::size_t>(m_sites);
    }
    [[nodiscard]] const std::vector<float> &values() const { return m_values; } ///< [slots, N]
    /// Observations behind a slot of a site, itself among them; 0 if something stood in. Only
    /// for profiles made by fromSteps().
    [[nodiscard]] int support(int slot, int site) const
    {
        return m_support[static_cast<std::size_t>(slot) * static_cast<std::size_t>(m_sites)
            + static_cast<std::size_t>(site)];
    }

private:
    int m_slots = 0;
    int m_sites = 0;
    std::vector<float> m_values;
    std::vector<int> m_support; // [slots, N]
};

} // namespace belvedere
