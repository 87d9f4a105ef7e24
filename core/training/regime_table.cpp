// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/regime_table.h"

#include "models/seasonal_profile.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kFreeLevel = 0.85; // percentile of the training part
constexpr float kCongested = 0.6F; // share of the free level
constexpr float kDropped = 0.7F; // share of what is usual, and of the hour before

bool isTraffic(const Channel &channel)
{
    return channel.key == QLatin1String("speed");
}

/// The value below which `share` of them lie; NaN if there are none.
float percentile(std::vector<float> &values, double share)
{
    if (values.empty())
        return kMissing;
    const auto position = std::lround(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + position, values.end());
    return values[static_cast<std::size_t>(position)];
}

std::vector<float> observedAt(const ChannelHistory &history, StepRange steps, int site)
{
    std::vector<float> values;
    for (int step = steps.begin; step < steps.end; ++step) {
        const float value = history.row(step)[site];
        if (!std::isnan(value))
            values.push_back(value);
    }
    return values;
}

/// Mean of the observed values of the hour before each step, one site at a time.
class HourBefore
{
public:
    HourBefore(const ChannelHistory &history, int site, int firstStep)
        : m_history(history)
        , m_site(site)
        , m_length(std::max<int>(1, static_cast<int>(kMsPerHour / history.axis.stepMs)))
    {
        for (int step = std::max(0, firstStep - m_length); step < firstStep; ++step)
            count(step, 1);
    }

    /// NaN if nothing was observed.
    [[nodiscard]] float mean() const
    {
        return m_count > 0 ? static_cast<float>(m_sum / m_count) : kMissing;
    }
    /// From the hour before `step` to the one before the next.
    void advance(int step)
    {
        count(step, 1);
        if (step - m_length >= 0)
            count(step - m_length, -1);
    }

private:
    void count(int step, int sign)
    {
        const float value = m_history.row(step)[m_site];
        if (std::isnan(value))
            return;
        m_sum += sign * static_cast<double>(value);
        m_count += sign;
    }

    const ChannelHistory &m_history;
    int m_site;
    int m_length;
    double m_sum = 0.0;
    int m_count = 0;
};

} // namespace

QString regimeName(Regime regime)
{
    switch (regime) {
    case Regime::FreeFlow:
        return QStringLiteral("free-flow");
    case Regime::Congestion:
        return QStringLiteral("congestion");
    case Regime::Incident:
        return QStringLiteral("incident");
    case Regime::Low:
        return QStringLiteral("low");
    case Regime::Middle:
        return QStringLiteral("middle");
    case Regime::High:
        break;
    }
    return QStringLiteral("high");
}

std::vector<Regime> regimesOf(const Channel &channel)
{
    if (isTraffic(channel))
        return {Regime::FreeFlow, Regime::Congestion, Regime::Incident};
    return {Regime::Low, Regime::Middle, Regime::High};
}

RegimeTable::RegimeTable(const ChannelHistory &history, StepRange train, StepRange span)
    : m_span(span)
    , m_sites(history.siteCount())
    , m_regimes(
          static_cast<std::size_t>(span.end - span.begin) * static_cast<std::size_t>(m_sites), -1)
{
    if (isTraffic(history.channel))
        fillTraffic(history, train);
    else
        fillLevels(history, train);
}

void RegimeTable::fillTraffic(const ChannelHistory &history, StepRange train)
{
    const SeasonalProfile profile = SeasonalProfile::fromSteps(history, train);
    for (int site = 0; site < m_sites; ++site) {
        std::vector<float> values = observedAt(history, train, site);
        const float congested = kCongested * percentile(values, kFreeLevel);
        if (std::isnan(congested))
            continue;
        HourBefore before(history, site, m_span.begin);
        std::int8_t *regime = m_regimes.data() + site;
        for (int step = m_span.begin; step < m_span.end; ++step, regime += m_sites) {
            const float value = history.row(step)[site];
            if (!std::isnan(value)) {
                const float usual = profile.row(profile.slotAt(history.minuteOfWeekAt(step)))[site];
                const bool incident = value < kDropped * usual && value < kDropped * before.mean();
                *regime = incident ? 2 : value < congested ? 1 : 0;
            }
            before.advance(step);
        }
    }
}

void RegimeTable::fillLevels(const ChannelHistory &history, StepRange train)
{
    for (int site = 0; site < m_sites; ++site) {
        std::vector<float> values = observedAt(history, train, site);
        const float low = percentile(values, 1.0 / 3.0);
        const float high = percentile(values, 2.0 / 3.0);
        if (std::isnan(low))
            continue;
        std::int8_t *regime = m_regimes.data() + site;
        for (int step = m_span.begin; step < m_span.end; ++step, regime += m_sites) {
            const float value = history.row(step)[site];
            if (!std::isnan(value))
                *regime = value > high ? 2 : value > low ? 1 : 0;
        }
    }
}

} // namespace belvedere
