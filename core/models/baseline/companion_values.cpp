// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/companion_values.h"

#include <algorithm>

namespace belvedere {

namespace {

const QString kPrefix = QStringLiteral("companion.");

// An outlier of another channel must not run away with the forecast.
constexpr float kMostDeviation = 6.0F;

/// [N, 2] mean and standard deviation; a site without observations or variation has spread 0 and
/// gives no input. Empty if nothing was observed anywhere.
std::vector<float> scalesOf(const ChannelHistory &channel, StepRange steps)
{
    const std::size_t siteCount = channel.siteCodes.size();
    std::vector<double> counts(siteCount);
    std::vector<double> means(siteCount);
    std::vector<double> squares(siteCount);
    for (int step = steps.begin; step < steps.end; ++step) {
        const float *row = channel.row(step);
        for (std::size_t s = 0; s < siteCount; ++s) {
            if (std::isnan(row[s]))
                continue;
            // Welford 1962: no difference of large sums.
            counts[s] += 1.0;
            const double delta = double(row[s]) - means[s];
            means[s] += delta / counts[s];
            squares[s] += delta * (double(row[s]) - means[s]);
        }
    }
    std::vector<float> scales;
    for (std::size_t s = 0; s < siteCount; ++s) {
        scales.push_back(static_cast<float>(means[s]));
        scales.push_back(
            counts[s] > 0.0 ? static_cast<float>(std::sqrt(squares[s] / counts[s])) : 0.0F);
    }
    const bool observed = std::any_of(counts.begin(), counts.end(), [](double n) { return n > 0; });
    return observed ? scales : std::vector<float>();
}

} // namespace

CompanionValues CompanionValues::fromSteps(const ChannelHistory &history, StepRange steps)
{
    CompanionValues result;
    for (const auto &companion : history.companions) {
        std::vector<float> scales = scalesOf(*companion, steps);
        if (!scales.empty())
            result.m_channels.push_back({companion->channel.key, std::move(scales)});
    }
    std::sort(result.m_channels.begin(), result.m_channels.end(),
        [](const Companion &a, const Companion &b) { return a.key < b.key; });
    return result;
}

CompanionValues CompanionValues::fromTensors(const ModelState &state)
{
    CompanionValues result;
    for (const NamedTensor &t : state.tensors) {
        if (!t.name.startsWith(kPrefix))
            continue;
        std::vector<float> scales = t.values;
        scales.resize(2 * state.spec.siteCodes.size());
        result.m_channels.push_back({t.name.mid(kPrefix.size()), std::move(scales)});
    }
    std::sort(result.m_channels.begin(), result.m_channels.end(),
        [](const Companion &a, const Companion &b) { return a.key < b.key; });
    return result;
}

std::vector<NamedTensor> CompanionValues::tensors() const
{
    std::vector<NamedTensor> tensors;
    for (const Companion &c : m_channels)
        tensors.push_back(
            {kPrefix + c.key, {static_cast<std::int64_t>(c.scales.size() / 2), 2}, c.scales});
    return tensors;
}

std::vector<QString> CompanionValues::channels() const
{
    std::vector<QString> keys;
    for (const Companion &c : m_channels)
        keys.push_back(c.key);
    return keys;
}

CompanionValues::Sources CompanionValues::sourcesIn(const ChannelHistory &history) const
{
    Sources sources;
    for (const Companion &c : m_channels) {
        const auto found = std::find_if(history.companions.begin(), history.companions.end(),
            [&](const auto &companion) { return companion->channel.key == c.key; });
        sources.push_back(found == history.companions.end() ? nullptr : found->get());
    }
    return sources;
}

float CompanionValues::lastValue(const ChannelHistory *source, const Companion &companion,
    int lastStep, int steps, std::size_t site)
{
    const float mean = companion.scales[2 * site];
    const float spread = companion.scales[2 * site + 1];
    if (source == nullptr || !(spread > 0.0F))
        return 0.0F;
    for (int step = lastStep; step > lastStep - steps; --step) {
        const float value = source->row(step)[site];
        if (!std::isnan(value))
            return std::clamp((value - mean) / spread, -kMostDeviation, kMostDeviation);
    }
    return 0.0F;
}

} // namespace belvedere
