// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/neural/site_context.h"

namespace belvedere::neural {

/// A channel of a data set as a model knows it, besides the weights of its network: profiles,
/// what is related to what, and what kind of place each site is.
class ModelPart
{
public:
    ModelPart() = default;
    /// Takes everything from the training part.
    /// @param neighbours  other sites that each site looks at
    /// @param companions  whether the data set's other channels are looked at too
    [[nodiscard]] static ModelPart fromTraining(const ModelSpec &spec,
        const ChannelHistory &history, StepRange steps, std::size_t neighbours, bool companions);
    /// The shapes of its tensors, and nothing known yet.
    [[nodiscard]] static ModelPart empty(const ModelSpec &spec, std::size_t neighbours);
    /// @return Errc::Schema if a tensor says what cannot be: a site or channel that is not there,
    /// a spread that is not above zero.
    [[nodiscard]] static Result<ModelPart> fromState(
        const ModelState &state, std::size_t neighbours);
    [[nodiscard]] std::vector<NamedTensor> tensors() const;

    /// The target and its companions over `steps`; a companion that `history` lacks is empty.
    [[nodiscard]] std::vector<SitePanel> panels(
        const ChannelHistory &history, StepRange steps) const;
    /// The same over the training part, where the usual of each moment is told without the
    /// moment's own observations.
    [[nodiscard]] std::vector<SitePanel> trainingPanels(
        const ChannelHistory &history, StepRange steps) const;

    [[nodiscard]] const ForecastShape &shape() const { return m_shape; }
    [[nodiscard]] std::size_t siteCount() const { return m_profiles.front().siteCount(); }
    [[nodiscard]] const Scale &scale(std::size_t site) const
    {
        return m_profiles.front().scales[site];
    }
    /// Mean over sites of the spread, in the channel's unit.
    [[nodiscard]] double meanSpread() const;
    [[nodiscard]] bool known(std::size_t site) const
    {
        return m_profiles.front().unknown[site] == 0.0F;
    }
    [[nodiscard]] const SiteContext &context() const { return m_context; }
    [[nodiscard]] const float *traits(std::size_t site) const
    {
        return m_traits.data() + site * kSiteTraits;
    }
    [[nodiscard]] std::int64_t domain() const { return m_domains.front(); }
    /// Of the target (0) or a companion (1 + c).
    [[nodiscard]] std::int64_t domain(int channel) const
    {
        return m_domains[static_cast<std::size_t>(channel)];
    }
    [[nodiscard]] bool nonNegative() const { return m_nonNegative; }
    [[nodiscard]] bool weekdaysApart() const { return m_weekdaysApart; }
    /// Too little was seen for a site's level to have changed: it would be learned by heart.
    [[nodiscard]] bool levelsUncertain() const { return !m_weekdaysApart; }
    [[nodiscard]] bool seasonsApart() const { return m_seasonsApart; }
    /// Channels of the companions, in their order.
    [[nodiscard]] std::vector<QString> companions() const;

private:
    void setDomains();

    ForecastShape m_shape;
    std::vector<ChannelProfile> m_profiles; // the target, then its companions
    std::vector<std::int64_t> m_domains; // of each profile
    SiteContext m_context;
    std::vector<float> m_traits; // [N, kSiteTraits]
    bool m_nonNegative = false;
    bool m_weekdaysApart = false; // seen often enough to be told apart
    bool m_seasonsApart = false;
};

} // namespace belvedere::neural
