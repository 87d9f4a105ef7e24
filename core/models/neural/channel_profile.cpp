// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/channel_profile.h"

#include "models/neural/site_scales.h"
#include "models/seasonal_profile.h"
#include "models/tensor_lookup.h"

#include <algorithm>

namespace belvedere::neural {

ChannelProfile ChannelProfile::fromSteps(const ChannelHistory &history, StepRange steps)
{
    ChannelProfile profile;
    profile.channel = history.channel.key;
    profile.scales = siteScales(history, steps);
    profile.pattern = UsualPattern::fromSteps(history, steps);
    for (const bool unknown : profile.pattern.unknown())
        profile.unknown.push_back(unknown ? 1.0F : 0.0F);
    return profile;
}

void ChannelProfile::appendTo(std::vector<NamedTensor> &tensors, const QString &prefix) const
{
    const auto sites = static_cast<std::int64_t>(siteCount());
    const auto slots =
        static_cast<std::int64_t>(pattern.values().size()) / std::max<std::int64_t>(sites, 1);
    tensors.push_back({prefix + QLatin1String("usual"), {slots, sites}, pattern.values()});
    tensors.push_back({prefix + QLatin1String("unknown"), {sites}, unknown});
    std::vector<float> pairs;
    for (const Scale &scale : scales)
        pairs.insert(pairs.end(), {scale.centre, scale.spread});
    tensors.push_back({prefix + QLatin1String("scales"), {sites, 2}, std::move(pairs)});
}

void ChannelProfile::appendShapes(std::vector<NamedTensor> &tensors, const QString &prefix,
    std::int64_t stepMs, std::size_t siteCount)
{
    const std::int64_t slots = 7 * std::int64_t(SeasonalProfile::slotsPerDay(stepMs));
    const auto sites = static_cast<std::int64_t>(siteCount);
    const auto zeros = [](std::int64_t count) {
        return std::vector<float>(static_cast<std::size_t>(count));
    };
    tensors.push_back({prefix + QLatin1String("usual"), {slots, sites}, zeros(slots * sites)});
    tensors.push_back({prefix + QLatin1String("unknown"), {sites}, zeros(sites)});
    tensors.push_back({prefix + QLatin1String("scales"), {sites, 2}, zeros(2 * sites)});
}

ChannelProfile ChannelProfile::fromState(
    const ModelState &state, const QString &prefix, const QString &channel)
{
    ChannelProfile profile;
    profile.channel = channel;
    profile.unknown = tensorValues(state, prefix + QLatin1String("unknown"));
    profile.pattern = UsualPattern::fromValues(
        tensorValues(state, prefix + QLatin1String("usual")), static_cast<int>(profile.unknown.size()));
    const std::vector<float> pairs = tensorValues(state, prefix + QLatin1String("scales"));
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        profile.scales.push_back({pairs[i], pairs[i + 1]});
    return profile;
}

} // namespace belvedere::neural
