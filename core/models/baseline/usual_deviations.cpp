// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/usual_deviations.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr double kLeastSpread = 0.1; // of a site, as a share of the spread of all

/// Deviation from the mean of a slot's other observations; NaN without any.
float deviationLeavingOut(float value, float mean, int support)
{
    if (support < 2)
        return kMissing;
    return (value - mean) * static_cast<float>(support) / static_cast<float>(support - 1);
}

} // namespace

UsualDeviations UsualDeviations::fromSteps(const ChannelHistory &history, StepRange steps)
{
    UsualDeviations result;
    result.m_profile = SeasonalProfile::fromSteps(history, steps);
    const std::size_t siteCount = history.siteCodes.size();
    result.m_spreads.assign(siteCount, 1.0F);
    const std::vector<float> deviations = result.leavingOut(history, steps);
    std::vector<double> squares(siteCount);
    std::vector<double> counts(siteCount);
    for (std::size_t i = 0; i < deviations.size(); ++i) {
        if (std::isnan(deviations[i]))
            continue;
        squares[i % siteCount] += double(deviations[i]) * double(deviations[i]);
        counts[i % siteCount] += 1.0;
    }
    double allSquares = 0.0;
    double allCounts = 0.0;
    for (std::size_t s = 0; s < siteCount; ++s) {
        allSquares += squares[s];
        allCounts += counts[s];
    }
    const double ofAll = allSquares > 0.0 ? std::sqrt(allSquares / allCounts) : 1.0;
    for (std::size_t s = 0; s < siteCount; ++s) {
        const double own = counts[s] > 0.0 ? std::sqrt(squares[s] / counts[s]) : ofAll;
        result.m_spreads[s] = static_cast<float>(std::max(own, kLeastSpread * ofAll));
    }
    return result;
}

Result<UsualDeviations> UsualDeviations::fromTensors(const ModelState &state)
{
    const std::vector<NamedTensor> wanted = emptyTensors(state.spec);
    UsualDeviations result;
    BV_TRY(const NamedTensor *profile, state.tensor(wanted[0].name, wanted[0].shape));
    BV_TRY(const NamedTensor *spreads, state.tensor(wanted[1].name, wanted[1].shape));
    result.m_profile =
        SeasonalProfile::fromValues(profile->values, static_cast<int>(state.spec.siteCodes.size()));
    result.m_spreads = spreads->values;
    return result;
}

std::vector<NamedTensor> UsualDeviations::tensors() const
{
    const auto siteCount = static_cast<std::int64_t>(m_spreads.size());
    return {{QStringLiteral("profile"), {m_profile.slotCount(), siteCount}, m_profile.values()},
        {QStringLiteral("spreads"), {siteCount}, m_spreads}};
}

std::vector<NamedTensor> UsualDeviations::emptyTensors(const ModelSpec &spec)
{
    const int slots = 7 * SeasonalProfile::slotsPerDay(spec.shape.stepMs);
    const std::size_t siteCount = spec.siteCodes.size();
    UsualDeviations empty;
    empty.m_spreads.assign(siteCount, 1.0F);
    empty.m_profile = SeasonalProfile::fromValues(
        std::vector<float>(static_cast<std::size_t>(slots) * siteCount, kMissing),
        static_cast<int>(siteCount));
    return empty.tensors();
}

void UsualDeviations::write(const ChannelHistory &history, int step, float *out) const
{
    const float *values = history.row(step);
    const float *normal = usual(history.minuteOfWeekAt(step));
    for (std::size_t s = 0; s < m_spreads.size(); ++s)
        out[s] = (values[s] - normal[s]) / m_spreads[s];
}

std::vector<float> UsualDeviations::leavingOut(const ChannelHistory &history, StepRange steps) const
{
    std::vector<float> deviations;
    deviations.reserve(static_cast<std::size_t>(steps.end - steps.begin) * m_spreads.size());
    for (int step = steps.begin; step < steps.end; ++step) {
        const int slot = m_profile.slotAt(history.minuteOfWeekAt(step));
        const float *values = history.row(step);
        const float *normal = m_profile.row(slot);
        for (std::size_t s = 0; s < m_spreads.size(); ++s)
            deviations.push_back(deviationLeavingOut(values[s], normal[s],
                                     m_profile.support(slot, static_cast<int>(s)))
                / m_spreads[s]);
    }
    return deviations;
}

} // namespace belvedere
