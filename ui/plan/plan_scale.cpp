// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_scale.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kClasses = 5;
constexpr double kTop = 0.98; // quantile that the highest class begins near
constexpr double kSmallPart = 0.2; // of a strong change

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `value`.
double roundUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= value * (1.0 - 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

/// The quantile of what is above 0; 0 if nothing is.
double quantile(const std::vector<double> &values, double share)
{
    std::vector<double> known;
    for (const double value : values) {
        if (std::isfinite(value) && std::abs(value) > 1e-9)
            known.push_back(std::abs(value));
    }
    if (known.empty())
        return 0.0;
    const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(known.size() - 1));
    std::nth_element(known.begin(), known.begin() + rank, known.end());
    return known[static_cast<std::size_t>(rank)];
}

ValueBand missingBand()
{
    return {MapColor::of(&Tokens::noData), 2.0};
}

} // namespace

ValueScale amountScale(const std::vector<double> &values)
{
    const Tokens &light = tokensOf(ThemeMode::Light);
    const Tokens &dark = tokensOf(ThemeMode::Dark);
    const double top = quantile(values, kTop);
    const double step = top > 0.0 ? roundUp(top / static_cast<double>(kClasses)) : 1.0;
    ValueScale scale;
    for (std::size_t i = 0; i < kClasses; ++i) {
        if (i > 0)
            scale.breaks.push_back(step * static_cast<double>(i));
        // The first of six shades is too close to the ground.
        scale.bands.push_back({MapColor(light.amountRamp[i + 1], dark.amountRamp[i + 1]),
            2.0 + static_cast<double>(i)});
    }
    scale.missing = missingBand();
    return scale;
}

ValueScale changeScale(const std::vector<double> &changes, bool lessIsBetter)
{
    const Tokens &light = tokensOf(ThemeMode::Light);
    const Tokens &dark = tokensOf(ThemeMode::Dark);
    const double top = quantile(changes, 0.9);
    const double large = top > 0.0 ? roundUp(0.5 * top) : 1.0;
    const double small = kSmallPart * large;
    constexpr double kWidths[] = {6.0, 4.0, 1.5, 4.0, 6.0};
    ValueScale scale;
    scale.breaks = {-large, -small, small, large};
    for (std::size_t i = 0; i < kClasses; ++i) {
        const std::size_t shade = lessIsBetter ? i : kClasses - 1 - i;
        scale.bands.push_back(
            {MapColor(light.differenceRamp[shade], dark.differenceRamp[shade]), kWidths[i]});
    }
    scale.missing = missingBand();
    return scale;
}

ValueScale bundleScale(const std::vector<double> &values)
{
    ValueScale scale = amountScale(values);
    for (ValueBand &band : scale.bands) {
        band.color = MapColor::of(&Tokens::scenario);
        band.width += 1.0;
    }
    return scale;
}

} // namespace belvedere::ui
