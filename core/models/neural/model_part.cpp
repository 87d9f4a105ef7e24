// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/model_part.h"

#include "models/neural/domains.h"
#include "models/tensor_lookup.h"

#include <algorithm>
#include <cmath>

namespace belvedere::neural {

namespace {

// With fewer, "Tuesday" means one or two days and is learned by heart: on the validation part of
// PEMS08 (7 days to learn from) the error grew from epoch to epoch.
constexpr int kWeeksForWeekdays = 3;
// With less, "winter" is all that was seen.
constexpr int kDaysForSeasons = 300;
constexpr std::size_t kEntryWidth = 2 + kPairTraits;

QString companionPrefix(std::size_t companion)
{
    return QStringLiteral("companion%1.").arg(companion);
}

const ChannelHistory *companionOf(const ChannelHistory &history, const QString &channel)
{
    const auto found = std::find_if(history.companions.begin(), history.companions.end(),
        [&](const auto &c) { return c->channel.key == channel; });
    return found == history.companions.end() ? nullptr : found->get();
}

NamedTensor flag(const char *name, bool value)
{
    return {QString::fromLatin1(name), {1}, {value ? 1.0F : 0.0F}};
}

tl::unexpected<Error> impossible(const char *name)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP(
            "Error", "The model's tensor \"%1\" says what cannot be. Train the model again."),
        {QString::fromLatin1(name)});
}

/// True for a whole number in 0 … end - 1, or -1 if that is allowed.
bool isIndex(float value, std::size_t end, bool orNone)
{
    return value == std::floor(value) && value >= (orNone ? -1.0F : 0.0F) && value < float(end);
}

} // namespace

void ModelPart::setDomains()
{
    m_domains.clear();
    for (const ChannelProfile &profile : m_profiles)
        m_domains.push_back(domainOf(profile.channel));
}

ModelPart ModelPart::fromTraining(const ModelSpec &spec, const ChannelHistory &history,
    StepRange steps, std::size_t neighbours, bool companions)
{
    ModelPart part;
    part.m_shape = spec.shape;
    part.m_profiles.push_back(ChannelProfile::fromSteps(history, steps));
    if (companions) {
        for (const auto &companion : history.companions)
            part.m_profiles.push_back(ChannelProfile::fromSteps(*companion, steps));
    }
    part.setDomains();
    part.m_nonNegative = isNonNegative(history, steps);
    part.m_weekdaysApart =
        (steps.end - steps.begin) * history.axis.stepMs >= kWeeksForWeekdays * 7 * kMsPerDay;
    part.m_seasonsApart =
        (steps.end - steps.begin) * history.axis.stepMs >= kDaysForSeasons * kMsPerDay;
    // Neighbours are to help in the middle of the horizon: at the first step a site helps itself.
    const int lag = std::max(1, spec.shape.horizon / 4);
    part.m_context = chooseContext(history, part.trainingPanels(history, steps), neighbours, lag);
    part.m_traits = siteTraits(history, part.m_profiles.front(), spec.shape);
    return part;
}

ModelPart ModelPart::empty(const ModelSpec &spec, std::size_t neighbours)
{
    ModelPart part;
    part.m_shape = spec.shape;
    std::vector<QString> channels = {spec.channel};
    channels.insert(channels.end(), spec.companions.begin(), spec.companions.end());
    for (const QString &channel : channels) {
        ModelState state;
        state.spec = spec;
        ChannelProfile::appendShapes(state.tensors, {}, spec.shape.stepMs, spec.siteCodes.size());
        part.m_profiles.push_back(ChannelProfile::fromState(state, {}, channel));
    }
    part.setDomains();
    part.m_context.perSite = neighbours + spec.companions.size();
    part.m_context.entries.resize(spec.siteCodes.size() * part.m_context.perSite);
    part.m_traits.resize(spec.siteCodes.size() * kSiteTraits);
    return part;
}

std::vector<NamedTensor> ModelPart::tensors() const
{
    std::vector<NamedTensor> tensors;
    m_profiles.front().appendTo(tensors, {});
    for (std::size_t c = 1; c < m_profiles.size(); ++c)
        m_profiles[c].appendTo(tensors, companionPrefix(c - 1));
    const auto sites = static_cast<std::int64_t>(siteCount());
    tensors.push_back({QStringLiteral("traits"), {sites, std::int64_t(kSiteTraits)}, m_traits});
    tensors.push_back(flag("non_negative", m_nonNegative));
    tensors.push_back(flag("weekdays_apart", m_weekdaysApart));
    tensors.push_back(flag("seasons_apart", m_seasonsApart));
    if (m_context.perSite == 0)
        return tensors;
    std::vector<float> entries;
    for (const ContextEntry &entry : m_context.entries) {
        entries.push_back(float(entry.channel));
        entries.push_back(float(entry.site));
        entries.insert(entries.end(), entry.traits.begin(), entry.traits.end());
    }
    tensors.push_back({QStringLiteral("context"),
        {sites, std::int64_t(m_context.perSite), std::int64_t(kEntryWidth)}, std::move(entries)});
    return tensors;
}

Result<ModelPart> ModelPart::fromState(const ModelState &state, std::size_t neighbours)
{
    ModelPart part = empty(state.spec, neighbours);
    part.m_profiles[0] = ChannelProfile::fromState(state, {}, state.spec.channel);
    for (std::size_t c = 1; c < part.m_profiles.size(); ++c)
        part.m_profiles[c] =
            ChannelProfile::fromState(state, companionPrefix(c - 1), state.spec.companions[c - 1]);
    for (const ChannelProfile &profile : part.m_profiles) {
        for (const Scale &scale : profile.scales) {
            if (!(scale.spread > 0.0F))
                return impossible("scales");
        }
    }
    const std::vector<float> &entries = tensorValues(state, QStringLiteral("context"));
    for (std::size_t i = 0; i < part.m_context.entries.size(); ++i) {
        const float *in = entries.data() + i * kEntryWidth;
        ContextEntry &entry = part.m_context.entries[i];
        if (!isIndex(in[0], part.m_profiles.size(), true)
            || !isIndex(in[1], state.spec.siteCodes.size(), false))
            return impossible("context");
        entry.channel = int(in[0]);
        entry.site = int(in[1]);
        std::copy_n(in + 2, kPairTraits, entry.traits.begin());
    }
    part.m_traits = tensorValues(state, QStringLiteral("traits"));
    part.m_nonNegative = tensorValues(state, QStringLiteral("non_negative"))[0] != 0.0F;
    part.m_weekdaysApart = tensorValues(state, QStringLiteral("weekdays_apart"))[0] != 0.0F;
    part.m_seasonsApart = tensorValues(state, QStringLiteral("seasons_apart"))[0] != 0.0F;
    return part;
}

std::vector<SitePanel> ModelPart::panels(const ChannelHistory &history, StepRange steps) const
{
    std::vector<SitePanel> panels;
    panels.emplace_back(history, m_profiles.front(), steps);
    for (std::size_t c = 1; c < m_profiles.size(); ++c) {
        const ChannelHistory *companion = companionOf(history, m_profiles[c].channel);
        panels.push_back(companion ? SitePanel(*companion, m_profiles[c], steps) : SitePanel());
    }
    return panels;
}

std::vector<SitePanel> ModelPart::trainingPanels(
    const ChannelHistory &history, StepRange steps) const
{
    std::vector<SitePanel> panels;
    for (const ChannelProfile &profile : m_profiles) {
        const ChannelHistory &channel =
            panels.empty() ? history : *companionOf(history, profile.channel);
        panels.emplace_back(channel, profile, steps, profile.pattern.leavingOut(channel, steps));
    }
    return panels;
}

double ModelPart::meanSpread() const
{
    double sum = 0.0;
    for (const Scale &scale : m_profiles.front().scales)
        sum += double(scale.spread);
    return sum / double(std::max<std::size_t>(1, siteCount()));
}

std::vector<QString> ModelPart::companions() const
{
    std::vector<QString> channels;
    for (std::size_t c = 1; c < m_profiles.size(); ++c)
        channels.push_back(m_profiles[c].channel);
    return channels;
}

} // namespace belvedere::neural
