// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/comparison.h"

#include "common/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::Comparison)
};

TimeContext movedBack(TimeContext time, UtcMs byMs)
{
    time.current -= byMs;
    time.from -= byMs;
    time.to -= byMs;
    return time;
}

TimeContext movedTo(const TimeContext &time, UtcMs instant)
{
    return movedBack(time, time.current - instant);
}

/// Mean over the weeks before, of those that have a value.
std::vector<SiteState> usualStates(const QuantityView &view, const TimeContext &time)
{
    constexpr UtcMs kWeekMs = 7 * kMsPerDay;
    std::vector<SiteState> usual(static_cast<std::size_t>(view.siteCount()));
    std::vector<double> sums(usual.size(), 0.0);
    std::vector<int> counts(usual.size(), 0);
    for (TimeContext week = movedBack(time, kWeekMs); week.current >= view.series->axis.start;
         week = movedBack(week, kWeekMs)) {
        const std::vector<SiteState> states = siteStates(view, upToNow(week), nullptr);
        for (std::size_t s = 0; s < states.size(); ++s) {
            if (std::isnan(states[s].value) || states[s].state == ValueState::Stale)
                continue;
            sums[s] += static_cast<double>(states[s].value);
            ++counts[s];
        }
    }
    for (std::size_t s = 0; s < usual.size(); ++s) {
        if (counts[s] == 0)
            continue;
        usual[s].value = static_cast<float>(sums[s] / counts[s]);
        usual[s].state = ValueState::Good;
        usual[s].measured = time.current;
    }
    return usual;
}

} // namespace

QString referenceTitle(Reference reference)
{
    switch (reference) {
    case Reference::Now:
        return Text::tr("Now");
    case Reference::HourBefore:
        return Text::tr("An hour before");
    case Reference::DayBefore:
        return Text::tr("A day before");
    case Reference::WeekBefore:
        return Text::tr("A week before");
    case Reference::Usual:
        break;
    }
    return Text::tr("Usual for this time of the week");
}

ReferenceStates referenceStates(
    const QuantityView &view, const TimeContext &time, Reference reference)
{
    ReferenceStates result;
    if (reference == Reference::Usual) {
        result.time = time;
        result.states = usualStates(view, time);
        result.label = referenceTitle(reference);
        return result;
    }
    switch (reference) {
    case Reference::HourBefore:
        result.time = movedBack(time, kMsPerHour);
        break;
    case Reference::DayBefore:
        result.time = movedBack(time, kMsPerDay);
        break;
    case Reference::WeekBefore:
        result.time = movedBack(time, 7 * kMsPerDay);
        break;
    default:
        result.time = movedTo(time, time.now);
    }
    result.states = siteStates(view, upToNow(result.time), nullptr);
    result.label =
        Text::tr("%1, %2", "A day before, Thu 1 Mar 08:05")
            .arg(referenceTitle(reference), formatDayAndTime(result.time.current, time.zone));
    return result;
}

std::vector<float> differences(
    const std::vector<SiteState> &shown, const std::vector<SiteState> &reference)
{
    std::vector<float> result(shown.size(), kMissing);
    for (std::size_t s = 0; s < std::min(shown.size(), reference.size()); ++s)
        result[s] = shown[s].value - reference[s].value; // NaN if either is
    return result;
}

ValueScale differenceScale(const QuantityView &view)
{
    // A tenth and three tenths of what is much: of the usual free-flow speed, of the top class.
    double much = 0.0;
    if (view.scale.relativeToFreeFlow) {
        std::vector<float> known;
        std::copy_if(view.freeFlow.begin(), view.freeFlow.end(), std::back_inserter(known),
            [](float v) { return !std::isnan(v); });
        if (!known.empty()) {
            const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
            std::nth_element(known.begin(), middle, known.end());
            much = static_cast<double>(*middle);
        }
    } else {
        much = view.scale.breaks.back() - view.scale.breaks.front();
    }
    const auto rounded = [](double value) {
        return value >= 10.0 ? 5.0 * std::round(value / 5.0)
            : value >= 1.0   ? std::round(value)
                             : value;
    };
    const double small = std::max(rounded(0.1 * much), 1e-6);
    const double large = std::max(rounded(0.3 * much), 2.0 * small);
    ValueScale scale;
    scale.breaks = {-large, -small, small, large};
    const Tokens &light = tokensOf(ThemeMode::Light);
    const Tokens &dark = tokensOf(ThemeMode::Dark);
    constexpr double kWidths[] = {5.0, 3.5, 1.5, 3.5, 5.0};
    const bool moreIsBetter = view.scale.relativeToFreeFlow;
    for (std::size_t i = 0; i < light.differenceRamp.size(); ++i) {
        // The ramp runs from better to worse.
        const std::size_t shade = moreIsBetter ? light.differenceRamp.size() - 1 - i : i;
        scale.bands.push_back(
            {MapColor(light.differenceRamp[shade], dark.differenceRamp[shade]), kWidths[i]});
    }
    scale.missing = {MapColor(light.noData, dark.noData), 1.5};
    return scale;
}

} // namespace belvedere::ui
