// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/site_panel.h"

namespace belvedere::neural {

template <class UsualRow>
void SitePanel::fill(
    const ChannelHistory &history, const ChannelProfile &profile, UsualRow usualRow)
{
    const std::size_t sites = profile.siteCount();
    m_length = static_cast<std::size_t>(m_steps.end - m_steps.begin);
    m_deviations.resize(sites * m_length);
    m_usual.resize(sites * m_length);
    // Sites in blocks: one row of the history is read for several rows of the panel at once.
    constexpr std::size_t kBlock = 16;
    for (std::size_t first = 0; first < sites; first += kBlock) {
        const std::size_t end = std::min(sites, first + kBlock);
        for (int step = m_steps.begin; step < m_steps.end; ++step) {
            const float *values = history.axis.has(step) ? history.row(step) : nullptr;
            const float *usual = usualRow(step);
            for (std::size_t site = first; site < end; ++site) {
                const Scale &scale = profile.scales[site];
                const std::size_t at = offset(site, step);
                m_usual[at] = scale.in(usual[site]);
                m_deviations[at] = values ? (values[site] - usual[site]) / scale.spread : kMissing;
            }
        }
    }
}

SitePanel::SitePanel(const ChannelHistory &history, const ChannelProfile &profile, StepRange steps)
    : m_steps(steps)
{
    std::vector<const float *> rows;
    for (int step = steps.begin; step < steps.end; ++step)
        rows.push_back(profile.pattern.row(history.minuteOfWeekAt(step)));
    fill(history, profile,
        [&](int step) { return rows[static_cast<std::size_t>(step - steps.begin)]; });
}

SitePanel::SitePanel(const ChannelHistory &history, const ChannelProfile &profile, StepRange steps,
    const std::vector<float> &usual)
    : m_steps(steps)
{
    fill(history, profile, [&](int step) {
        return usual.data() + static_cast<std::size_t>(step - steps.begin) * profile.siteCount();
    });
}

} // namespace belvedere::neural
