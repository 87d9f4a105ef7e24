// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"

#include <optional>
#include <vector>

namespace belvedere {

/// The state of a place at the moment that was forecast, by its truth.
///
/// Of the channel "speed": the site's free level is the 85th percentile of its training part.
/// - Incident: below 70 % of what is usual at this time of the week in the training part, and
///   below 70 % of the mean of the hour before: a sharp drop that habit does not explain.
/// - Congestion: below 60 % of the free level otherwise.
/// - FreeFlow: everything else.
/// Of every other channel: Low, Middle and High are the thirds of the site's training part.
/// A site that was never observed in the training part has no regime.
enum class Regime { FreeFlow, Congestion, Incident, Low, Middle, High };

/// "free-flow", "congestion", "incident", "low", "middle", "high": as scripts write it.
[[nodiscard]] QString regimeName(Regime regime);
/// The three that a channel can have.
[[nodiscard]] std::vector<Regime> regimesOf(const Channel &channel);

/// The regime of every value of a stretch of time.
class RegimeTable
{
public:
    /// @param train  what levels and habits are taken from.
    /// @param span  the steps that will be asked for.
    RegimeTable(const ChannelHistory &history, StepRange train, StepRange span);

    /// Position in regimesOf(), or -1 where the value is missing or the site has no regime.
    [[nodiscard]] int at(int step, int site) const
    {
        return m_regimes[static_cast<std::size_t>(step - m_span.begin)
                * static_cast<std::size_t>(m_sites)
            + static_cast<std::size_t>(site)];
    }

private:
    void fillTraffic(const ChannelHistory &history, StepRange train);
    void fillLevels(const ChannelHistory &history, StepRange train);

    StepRange m_span;
    int m_sites;
    std::vector<std::int8_t> m_regimes; // [steps of span, N]
};

} // namespace belvedere
