// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/quantity_scale.h"

#include "theme/theme.h"
#include "traffic/congestion.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `value`.
double roundUp(double value)
{
    if (!(value > 0.0))
        return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= value * (1.0 - 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

} // namespace

bool isSpeed(const Channel &channel)
{
    return channel.unit == QLatin1String("km/h") || channel.unit == QLatin1String("mph");
}

QuantityScale QuantityScale::of(const Channel &channel, std::vector<float> sample)
{
    QuantityScale scale;
    scale.relativeToFreeFlow = isSpeed(channel);
    if (scale.relativeToFreeFlow)
        return scale;
    sample.erase(
        std::remove_if(sample.begin(), sample.end(), [](float v) { return std::isnan(v); }),
        sample.end());
    double top = 1.0;
    double bottom = 0.0;
    if (!sample.empty()) {
        const auto at = [&](double share) {
            const auto rank =
                static_cast<std::ptrdiff_t>(share * static_cast<double>(sample.size() - 1));
            std::nth_element(sample.begin(), sample.begin() + rank, sample.end());
            return static_cast<double>(sample[static_cast<std::size_t>(rank)]);
        };
        top = at(0.98);
        const double low = at(0.02);
        // Quantities that never come near zero (noise, temperature) start where they live.
        if (low > 0.5 * top || low < 0.0)
            bottom = low;
    }
    const double step = roundUp((top - bottom) / kClasses);
    const double origin = std::floor(bottom / step) * step;
    for (int i = 1; i < kClasses; ++i)
        scale.breaks.push_back(origin + step * i);
    return scale;
}

int QuantityScale::classOf(float value, float reference) const
{
    if (std::isnan(value))
        return -1;
    if (relativeToFreeFlow) {
        if (std::isnan(reference) || reference <= 0.0F)
            return -1;
        return static_cast<int>(speedBand(static_cast<double>(value / reference)));
    }
    return static_cast<int>(
        std::upper_bound(breaks.begin(), breaks.end(), static_cast<double>(value))
        - breaks.begin());
}

ValueScale QuantityScale::forMap(SpeedPalette palette) const
{
    const Tokens &light = tokensOf(ThemeMode::Light);
    const Tokens &dark = tokensOf(ThemeMode::Dark);
    ValueScale scale;
    scale.missing = {MapColor(light.noData, dark.noData), 1.5};
    if (relativeToFreeFlow) {
        // The map counts upwards: from jam to free.
        scale.breaks.assign(kSpeedBandBreaks.rbegin(), kSpeedBandBreaks.rend());
        const bool classic = palette == SpeedPalette::Classic;
        const auto &ramp = classic ? &Tokens::speedRampClassic : &Tokens::speedRamp;
        for (std::size_t i = light.speedRamp.size(); i-- > 0;)
            scale.bands.push_back(
                {MapColor((light.*ramp)[i], (dark.*ramp)[i]), kSpeedWidthPx[i] + 1.0});
        scale.lowestOnTop = true;
        return scale;
    }
    scale.breaks = breaks;
    for (std::size_t i = 0; i < kClasses; ++i) {
        const std::size_t shade = i + 1; // the first of six is too close to the ground
        scale.bands.push_back({MapColor(light.amountRamp[shade], dark.amountRamp[shade]),
            2.0 + static_cast<double>(i)});
    }
    return scale;
}

} // namespace belvedere::ui
