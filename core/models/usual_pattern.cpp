// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usual_pattern.h"

#include "models/seasonal_profile.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr std::size_t kDaysPerWeek = 7;
constexpr std::size_t kFirstWeekendDay = 5;
constexpr UtcMs kSmoothingMs = 10 * kMsPerMinute; // to each side
// Observations that the next coarser mean counts for: a time of the week that was seen twice
// weighs as much as its weekday mean.
constexpr float kDayTypeWeight = 2.0F;
constexpr float kSiteWeight = 0.5F;

/// Triangular weights for distances 0 … reach, with sum 1 over both sides.
std::vector<float> smoothingWeights(int reach)
{
    std::vector<float> weights;
    for (int k = 0; k <= reach; ++k)
        weights.push_back(float(reach + 1 - k) / float((reach + 1) * (reach + 1)));
    return weights;
}

} // namespace

std::size_t UsualPattern::dayTypeSlot(std::size_t slot) const
{
    const std::size_t perDay = m_slots / kDaysPerWeek;
    return slot % perDay + (slot / perDay >= kFirstWeekendDay ? perDay : 0);
}

float UsualPattern::usual(std::size_t slot, std::size_t site, Sum own) const
{
    const Sum &weekly = m_weekly[slot * m_sites + site];
    const Sum &dayType = m_dayType[dayTypeSlot(slot) * m_sites + site];
    // Rounding must not leave a negative weight behind.
    const float coarse = (dayType.sum - own.sum + kSiteWeight * m_siteMeans[site])
        / (std::max(0.0F, dayType.weight - own.weight) + kSiteWeight);
    return (weekly.sum - own.sum + kDayTypeWeight * coarse)
        / (std::max(0.0F, weekly.weight - own.weight) + kDayTypeWeight);
}

UsualPattern UsualPattern::fromValues(std::vector<float> values, int siteCount)
{
    UsualPattern pattern;
    pattern.m_sites = static_cast<std::size_t>(siteCount);
    pattern.m_slots = values.size() / pattern.m_sites;
    pattern.m_unknown.assign(pattern.m_sites, false);
    pattern.m_values = std::move(values);
    return pattern;
}

UsualPattern UsualPattern::fromSteps(const ChannelHistory &history, StepRange steps)
{
    UsualPattern p;
    const int perDay = SeasonalProfile::slotsPerDay(history.axis.stepMs);
    p.m_slots = kDaysPerWeek * static_cast<std::size_t>(perDay);
    p.m_sites = history.siteCodes.size();
    p.m_reach = static_cast<int>(kSmoothingMs / (kMsPerDay / perDay));

    std::vector<Sum> raw(p.m_slots * p.m_sites);
    std::vector<double> siteSums(p.m_sites);
    std::vector<int> siteCounts(p.m_sites);
    double sum = 0.0;
    int count = 0;
    for (int step = steps.begin; step < steps.end; ++step) {
        const auto slot = static_cast<std::size_t>(
            std::int64_t(history.minuteOfWeekAt(step)) * std::int64_t(p.m_slots) / kMinutesPerWeek);
        const float *row = history.row(step);
        for (std::size_t s = 0; s < p.m_sites; ++s) {
            if (std::isnan(row[s]))
                continue;
            raw[slot * p.m_sites + s].sum += row[s];
            raw[slot * p.m_sites + s].weight += 1.0F;
            siteSums[s] += double(row[s]);
            ++siteCounts[s];
        }
    }
    for (std::size_t s = 0; s < p.m_sites; ++s) {
        sum += siteSums[s];
        count += siteCounts[s];
    }
    for (std::size_t s = 0; s < p.m_sites; ++s) {
        p.m_unknown.push_back(siteCounts[s] == 0);
        p.m_siteMeans.push_back(static_cast<float>(
            siteCounts[s] > 0 ? siteSums[s] / siteCounts[s] : sum / std::max(count, 1)));
    }

    const auto weights = smoothingWeights(p.m_reach);
    p.m_weekly.resize(raw.size());
    p.m_dayType.resize(2 * static_cast<std::size_t>(perDay) * p.m_sites);
    for (std::size_t slot = 0; slot < p.m_slots; ++slot) {
        for (int k = -p.m_reach; k <= p.m_reach; ++k) {
            const float weight = weights[static_cast<std::size_t>(std::abs(k))];
            const std::size_t from =
                (slot + p.m_slots + static_cast<std::size_t>(k)) % p.m_slots * p.m_sites;
            for (std::size_t s = 0; s < p.m_sites; ++s) {
                p.m_weekly[slot * p.m_sites + s].sum += weight * raw[from + s].sum;
                p.m_weekly[slot * p.m_sites + s].weight += weight * raw[from + s].weight;
            }
        }
        const std::size_t coarse = p.dayTypeSlot(slot) * p.m_sites;
        for (std::size_t s = 0; s < p.m_sites; ++s) {
            p.m_dayType[coarse + s].sum += p.m_weekly[slot * p.m_sites + s].sum;
            p.m_dayType[coarse + s].weight += p.m_weekly[slot * p.m_sites + s].weight;
        }
    }
    p.m_values.reserve(raw.size());
    for (std::size_t slot = 0; slot < p.m_slots; ++slot) {
        for (std::size_t s = 0; s < p.m_sites; ++s)
            p.m_values.push_back(p.usual(slot, s, {}));
    }
    return p;
}

std::vector<float> UsualPattern::leavingOut(const ChannelHistory &history, StepRange steps) const
{
    const auto weights = smoothingWeights(m_reach);
    std::vector<float> result;
    result.reserve(static_cast<std::size_t>(steps.end - steps.begin) * m_sites);
    std::vector<Sum> own(m_sites);
    for (int step = steps.begin; step < steps.end; ++step) {
        std::fill(own.begin(), own.end(), Sum{});
        const int first = std::max(steps.begin, step - m_reach);
        const int last = std::min(steps.end - 1, step + m_reach);
        for (int near = first; near <= last; ++near) {
            const float weight = weights[static_cast<std::size_t>(std::abs(near - step))];
            const float *row = history.row(near);
            for (std::size_t s = 0; s < m_sites; ++s) {
                if (!std::isnan(row[s])) {
                    own[s].sum += weight * row[s];
                    own[s].weight += weight;
                }
            }
        }
        const auto slot = static_cast<std::size_t>(
            std::int64_t(history.minuteOfWeekAt(step)) * std::int64_t(m_slots) / kMinutesPerWeek);
        for (std::size_t s = 0; s < m_sites; ++s)
            result.push_back(usual(slot, s, own[s]));
    }
    return result;
}

} // namespace belvedere
