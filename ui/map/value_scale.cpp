// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/value_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

// In the order of ValueState; missing and hidden are no band of their own.
constexpr std::array kStateFills{
    Fill::Solid, Fill::Hollow, Fill::Dashed, Fill::Forecast, Fill::Scenario};
constexpr std::array kUncertainStates{ValueState::Good, ValueState::Forecast, ValueState::Scenario};
constexpr std::size_t kMostStyles = LayerAttributes::kHidden;

FeatureStyle styleOf(
    const ValueScale &scale, std::size_t band, Fill fill, const FeatureStyle &prototype)
{
    FeatureStyle style = prototype;
    style.color = scale.bands[band].color;
    style.width = scale.bands[band].width;
    style.fill = fill;
    style.rank = 1 + int(scale.lowestOnTop ? scale.bands.size() - 1 - band : band);
    return style;
}

/// Styles of uncertain values: by state, then step, then band.
void addUncertainStyles(
    std::vector<FeatureStyle> &styles, const ValueScale &scale, const FeatureStyle &prototype)
{
    for (const ValueState state : kUncertainStates) {
        for (int step = 1; step < kUncertaintySteps; ++step) {
            for (std::size_t band = 0; band < scale.bands.size(); ++band) {
                FeatureStyle style =
                    styleOf(scale, band, kStateFills[std::size_t(state)], prototype);
                style.uncertainty = double(step) / (kUncertaintySteps - 1);
                styles.push_back(style);
            }
        }
    }
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return int(std::lround(x + share * (y - x))); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()),
        mix(a.alpha(), b.alpha())};
}

} // namespace

std::size_t ValueScale::bandOf(double value) const
{
    return std::size_t(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

std::vector<FeatureStyle> stylesOf(const ValueScale &scale, const FeatureStyle &prototype)
{
    std::vector<FeatureStyle> styles;
    styles.reserve(scale.bands.size() * kStateFills.size() + 1);
    for (const Fill fill : kStateFills) {
        for (std::size_t i = 0; i < scale.bands.size(); ++i)
            styles.push_back(styleOf(scale, i, fill, prototype));
    }
    FeatureStyle missing = prototype;
    missing.color = scale.missing.color;
    missing.width = scale.missing.width;
    missing.fill = Fill::Hatched;
    missing.rank = 0;
    styles.push_back(missing);
    return styles;
}

std::shared_ptr<const LayerAttributes> classified(std::span<const float> values,
    std::span<const ValueState> states, const ValueScale &scale, const FeatureStyle &prototype,
    std::vector<QString> texts, std::span<const float> uncertainties)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = stylesOf(scale, prototype);
    attributes->texts = std::move(texts);
    attributes->styleOf.resize(values.size());
    const std::size_t bands = scale.bands.size();
    const auto missing = std::uint8_t(attributes->styles.size() - 1);
    if (attributes->styles.size() + kUncertainStates.size() * (kUncertaintySteps - 1) * bands
            > kMostStyles
        || bands == 0)
        uncertainties = {};
    if (!uncertainties.empty())
        addUncertainStyles(attributes->styles, scale, prototype);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const ValueState state = i < states.size() ? states[i] : ValueState::Good;
        std::uint8_t &style = attributes->styleOf[i];
        if (state == ValueState::Hidden)
            style = LayerAttributes::kHidden;
        else if (state == ValueState::Missing || !std::isfinite(values[i]) || bands == 0)
            style = missing;
        else
            style = std::uint8_t(
                std::size_t(state) * bands + std::min(scale.bandOf(double(values[i])), bands - 1));
        const int step = i < uncertainties.size() ? uncertaintyStep(double(uncertainties[i])) : 0;
        if (step == 0 || style >= missing)
            continue;
        const auto *place = std::find(kUncertainStates.begin(), kUncertainStates.end(), state);
        if (place != kUncertainStates.end()) {
            const auto block = std::size_t(place - kUncertainStates.begin());
            style = std::uint8_t(std::size_t(missing) + 1
                + (block * (kUncertaintySteps - 1) + std::size_t(step - 1)) * bands
                + (style - std::size_t(state) * bands));
        }
    }
    return attributes;
}

int uncertaintyStep(double uncertainty)
{
    if (!(uncertainty > 0.0)) // also not a number
        return 0;
    return std::min(kUncertaintySteps - 1, int(std::lround(uncertainty * (kUncertaintySteps - 1))));
}

QColor paler(const QColor &color, double uncertainty)
{
    float h = 0.0F;
    float s = 0.0F;
    float l = 0.0F;
    float a = 0.0F;
    color.getHslF(&h, &s, &l, &a);
    // In whole steps of 255, as it will be painted.
    return QColor::fromRgba(
        QColor::fromHslF(std::max(h, 0.0F), s * float(1.0 - uncertainty), l, a).rgba());
}

QColor colorOf(const ValueScale &scale, double value, bool gradual, ThemeMode theme)
{
    if (scale.bands.empty() || !std::isfinite(value))
        return {};
    const std::size_t last = scale.bands.size() - 1;
    const std::size_t band = std::min(scale.bandOf(value), last);
    const auto color = [&](std::size_t i) { return scale.bands[i].color.in(theme); };
    if (!gradual || scale.breaks.size() < 2)
        return color(band);
    // A band's own colour stands in its middle; the outer two are as wide as their neighbours.
    const auto middle = [&](std::size_t i) {
        const std::vector<double> &breaks = scale.breaks;
        if (i == 0)
            return breaks[0] - 0.5 * (breaks[1] - breaks[0]);
        if (i >= breaks.size())
            return breaks.back() + 0.5 * (breaks.back() - breaks[breaks.size() - 2]);
        return 0.5 * (breaks[i - 1] + breaks[i]);
    };
    const std::size_t low = value < middle(band) ? (band == 0 ? 0 : band - 1) : band;
    const std::size_t high = std::min(low + 1, last);
    if (low == high || value <= middle(low))
        return color(low);
    return mixed(color(low), color(high),
        std::clamp((value - middle(low)) / (middle(high) - middle(low)), 0.0, 1.0));
}

} // namespace belvedere::ui
