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

bool fits(const QuantileForecast *forecast, std::size_t sites)
{
    return forecast && forecast->siteCodes.size() == sites;
}

std::vector<SiteState> forecastStates(
    const QuantityView &view, UtcMs current, const QuantileForecast *forecast)
{
    std::vector<SiteState> states(static_cast<std::size_t>(view.siteCount()));
    if (!fits(forecast, states.size()))
        return states;
    // The step whose instant is the last one not after the shown one.
    const auto ahead = static_cast<int>((current - forecast->issued) / forecast->shape.stepMs) - 1;
    if (ahead < 0 || ahead >= forecast->shape.horizon)
        return states;
    for (int s = 0; s < view.siteCount(); ++s) {
        const SiteId site(s);
        SiteState &state = states[site.index()];
        state.value = forecast->at(ahead, site, forecast->shape.medianIndex());
        if (std::isnan(state.value))
            continue;
        state.low = forecast->at(ahead, site, forecast->shape.lowerIndex());
        state.high = forecast->at(ahead, site, forecast->shape.upperIndex());
        state.state = ValueState::Forecast;
        state.measured = forecast->timeOf(ahead);
    }
    return states;
}

/// Means over (time.from, time.to]: observations up to now, after it the forecast's medians.
/// Quantiles of a mean are not made: they do not add up.
std::vector<SiteState> meanStates(
    const QuantityView &view, const TimeContext &time, const QuantileForecast *forecast)
{
    const int last = view.stepOf(std::min(time.to, time.now));
    auto totals = view.sums->totals(view.stepOf(time.from) + 1, last);
    const bool ahead = time.to > time.now && fits(forecast, totals.size());
    for (int k = 0; ahead && k < forecast->shape.horizon; ++k) {
        const UtcMs at = forecast->timeOf(k);
        if (at <= std::max(time.from, time.now) || at > time.to)
            continue;
        for (std::size_t s = 0; s < totals.size(); ++s) {
            const float v =
                forecast->at(k, SiteId(static_cast<int>(s)), forecast->shape.medianIndex());
            if (!std::isnan(v)) {
                totals[s].sum += static_cast<double>(v);
                ++totals[s].count;
            }
        }
    }
    std::vector<SiteState> states(totals.size());
    for (std::size_t s = 0; s < totals.size(); ++s) {
        if (totals[s].count == 0)
            continue;
        states[s].value = static_cast<float>(totals[s].sum / totals[s].count);
        states[s].state = ahead ? ValueState::Forecast : ValueState::Good;
        states[s].measured = ahead ? time.to : view.series->axis.at(last);
    }
    return states;
}

} // namespace

TimeContext upToNow(TimeContext time)
{
    time.current = std::min(time.current, time.now);
    time.to = std::min(time.to, time.now);
    time.from = std::min(time.from, time.to);
    return time;
}

std::vector<SiteState> siteStates(
    const QuantityView &view, const TimeContext &time, const QuantileForecast *forecast)
{
    if (time.mode != TimeMode::Instant)
        return meanStates(view, time, forecast);
    if (time.isForecast())
        return forecastStates(view, time.current, forecast);
    std::vector<SiteState> states(static_cast<std::size_t>(view.siteCount()));
    const int step = view.stepOf(time.current);
    for (int s = 0; s < view.siteCount(); ++s)
        states[static_cast<std::size_t>(s)] = observedState(view, step, SiteId(s));
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
