// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seasonal_profile.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr int kDaysPerWeek = 7;
constexpr int kFirstWeekendDay = 5;
constexpr int kLeastWeeks = 3;
constexpr int kMostSlotsPerDay = 288; // 5 minutes

/// Sums and counts [rows, sites].
struct Means
{
    Means(int rows, int siteCount)
        : sites(static_cast<std::size_t>(siteCount))
        , sums(static_cast<std::size_t>(rows) * sites)
        , counts(sums.size())
    {
    }
    void add(int row, const float *values)
    {
        const std::size_t first = static_cast<std::size_t>(row) * sites;
        for (std::size_t s = 0; s < sites; ++s) {
            if (!std::isnan(values[s])) {
                sums[first + s] += double(values[s]);
                ++counts[first + s];
            }
        }
    }
    [[nodiscard]] int count(int row, std::size_t site) const
    {
        return counts[static_cast<std::size_t>(row) * sites + site];
    }
    [[nodiscard]] float mean(int row, std::size_t site) const
    {
        const std::size_t i = static_cast<std::size_t>(row) * sites + site;
        return static_cast<float>(sums[i] / counts[i]);
    }

    std::size_t sites;
    std::vector<double> sums;
    std::vector<int> counts;
};

} // namespace

int SeasonalProfile::slotsPerDay(std::int64_t stepMs)
{
    return static_cast<int>(std::clamp<std::int64_t>(kMsPerDay / stepMs, 1, kMostSlotsPerDay));
}

SeasonalProfile SeasonalProfile::fromValues(std::vector<float> values, int siteCount)
{
    SeasonalProfile profile;
    profile.m_sites = siteCount;
    profile.m_slots = static_cast<int>(values.size() / static_cast<std::size_t>(siteCount));
    profile.m_values = std::move(values);
    return profile;
}

SeasonalProfile SeasonalProfile::fromSteps(const ChannelHistory &history, StepRange steps)
{
    const int perDay = slotsPerDay(history.axis.stepMs);
    const int siteCount = history.siteCount();
    const UtcMs span = (steps.end - steps.begin) * history.axis.stepMs;
    const bool weekly = span >= kLeastWeeks * kDaysPerWeek * kMsPerDay;
    // Rows of the finest means: times of the week, or weekday times and then weekend times.
    const auto fineRow = [&](int slot) {
        return weekly ? slot : slot % perDay + (slot / perDay >= kFirstWeekendDay ? perDay : 0);
    };

    SeasonalProfile profile;
    profile.m_sites = siteCount;
    profile.m_slots = kDaysPerWeek * perDay;
    Means fine(weekly ? profile.m_slots : 2 * perDay, siteCount);
    Means daily(perDay, siteCount);
    Means whole(1, siteCount);
    for (int step = steps.begin; step < steps.end; ++step) {
        const int slot = profile.slotAt(history.minuteOfWeekAt(step));
        fine.add(fineRow(slot), history.row(step));
        daily.add(slot % perDay, history.row(step));
        whole.add(0, history.row(step));
    }
    for (int slot = 0; slot < profile.m_slots; ++slot) {
        for (std::size_t site = 0; site < fine.sites; ++site) {
            const int support = fine.count(fineRow(slot), site);
            profile.m_support.push_back(support);
            profile.m_values.push_back(support > 0         ? fine.mean(fineRow(slot), site)
                    : daily.count(slot % perDay, site) > 0 ? daily.mean(slot % perDay, site)
                    : whole.count(0, site) > 0             ? whole.mean(0, site)
                                                           : kMissing);
        }
    }
    return profile;
}

} // namespace belvedere
