// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/value_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

// In the order of ValueState; missing and hidden are no band of their own.
constexpr std::array kStateFills{Fill::Solid, Fill::Hollow, Fill::Dashed, Fill::Forecast};

} // namespace

std::size_t ValueScale::bandOf(double value) const
{
    return std::size_t(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

std::vector<FeatureStyle> stylesOf(const ValueScale &scale, const FeatureStyle &prototype)
{
    std::vector<FeatureStyle> styles;
    styles.reserve(scale.bands.size() * kStateFills.size() + 1);
    const int bands = int(scale.bands.size());
    for (const Fill fill : kStateFills) {
        for (int i = 0; i < bands; ++i) {
            FeatureStyle style = prototype;
            style.color = scale.bands[std::size_t(i)].color;
            style.width = scale.bands[std::size_t(i)].width;
            style.fill = fill;
            style.rank = 1 + (scale.lowestOnTop ? bands - 1 - i : i);
            styles.push_back(style);
        }
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
    std::vector<QString> texts)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = stylesOf(scale, prototype);
    attributes->texts = std::move(texts);
    attributes->styleOf.resize(values.size());
    const auto missing = std::uint8_t(attributes->styles.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const ValueState state = i < states.size() ? states[i] : ValueState::Good;
        std::uint8_t &style = attributes->styleOf[i];
        if (state == ValueState::Hidden)
            style = LayerAttributes::kHidden;
        else if (state == ValueState::Missing || !std::isfinite(values[i]))
            style = missing;
        else
            style = std::uint8_t(std::size_t(state) * scale.bands.size()
                + std::min(scale.bandOf(double(values[i])), scale.bands.size() - 1));
    }
    return attributes;
}

} // namespace belvedere::ui
