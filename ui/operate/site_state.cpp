// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/site_state.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

SiteState observedState(const QuantityView &view, int step, SiteId site)
{
    SiteState state;
    const int staleSteps = std::max(1, static_cast<int>(kStaleMs / view.series->axis.stepMs));
    const int age = view.ageInSteps(step, site, staleSteps);
    if (age < 0)
        return state;
    state.value = view.value(step - age, site);
    state.measured = view.series->axis.at(step - age);
    switch (view.quality(step - age, site)) {
    case Quality::Imputed:
        state.state = ValueState::Estimated;
        break;
    case Quality::Stale:
        state.state = ValueState::Stale;
        break;
    default:
        state.state = ValueState::Good;
    }
    if (age > 0)
        state.state = ValueState::Stale;
    return state;
}

} // namespace

std::vector<SiteState> siteStates(
    const QuantityView &view, ShownInstant instant, const QuantileForecast *forecast)
{
    std::vector<SiteState> states(static_cast<std::size_t>(view.siteCount()));
    if (!instant.isForecast()) {
        const int step = view.stepOf(instant.current);
        for (int s = 0; s < view.siteCount(); ++s)
            states[static_cast<std::size_t>(s)] = observedState(view, step, SiteId(s));
        return states;
    }
    if (!forecast || forecast->siteCodes.size() != states.size())
        return states;
    // The step whose instant is the last one not after the shown one.
    const auto ahead =
        static_cast<int>((instant.current - forecast->issued) / forecast->shape.stepMs) - 1;
    if (ahead < 0 || ahead >= forecast->shape.horizon)
        return states;
    const int last = static_cast<int>(forecast->shape.quantiles.size()) - 1;
    for (int s = 0; s < view.siteCount(); ++s) {
        const SiteId site(s);
        SiteState &state = states[site.index()];
        state.value = forecast->at(ahead, site, forecast->shape.medianIndex());
        if (std::isnan(state.value))
            continue;
        state.low = forecast->at(ahead, site, 0);
        state.high = forecast->at(ahead, site, last);
        state.state = ValueState::Forecast;
        state.measured = forecast->timeOf(ahead);
    }
    return states;
}

std::vector<float> speedRatios(const QuantityView &view, const std::vector<SiteState> &states)
{
    std::vector<float> ratios(states.size(), kMissing);
    if (!view.scale.relativeToFreeFlow)
        return ratios;
    for (std::size_t s = 0; s < states.size(); ++s) {
        if (view.freeFlow[s] > 0.0F)
            ratios[s] = states[s].value / view.freeFlow[s];
    }
    return ratios;
}

namespace {

/// Leaves NaN out.
class Mean
{
public:
    void add(float value)
    {
        if (!std::isnan(value)) {
            m_sum += static_cast<double>(value);
            ++m_count;
        }
    }
    [[nodiscard]] float value() const
    {
        return m_count > 0 ? static_cast<float>(m_sum / m_count) : kMissing;
    }

private:
    double m_sum = 0.0;
    int m_count = 0;
};

} // namespace

float meanOf(const std::vector<SiteState> &states)
{
    Mean mean;
    for (const SiteState &state : states)
        mean.add(state.value);
    return mean.value();
}

float meanMedian(const QuantileForecast &forecast, int step)
{
    Mean mean;
    for (std::size_t s = 0; s < forecast.siteCodes.size(); ++s)
        mean.add(
            forecast.at(step, SiteId(static_cast<std::int32_t>(s)), forecast.shape.medianIndex()));
    return mean.value();
}

} // namespace belvedere::ui
