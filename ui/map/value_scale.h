// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_layer.h"

#include <span>

namespace belvedere::ui {

enum class ValueState : std::uint8_t {
    Good,
    Stale,
    Estimated,
    Forecast,
    Scenario,
    Missing,
    Hidden
};

struct ValueBand
{
    MapColor color;
    double width = 2.0; ///< pixels; doubles what the colour says
};

/// From values to colours and widths.
struct ValueScale
{
    std::vector<double> breaks; ///< ascending; band i holds breaks[i - 1] <= value < breaks[i]
    std::vector<ValueBand> bands; ///< one more than breaks
    ValueBand missing; ///< hatched; also of values that are not finite numbers
    bool lowestOnTop = false; ///< the lowest band is painted last, where low is what matters

    [[nodiscard]] std::size_t bandOf(double value) const;
};

/// One style a band and state, made from `prototype` (symbol, casing, font …) with the band's
/// colour and width; the last one is that of missing values.
[[nodiscard]] std::vector<FeatureStyle> stylesOf(
    const ValueScale &scale, const FeatureStyle &prototype);

/// Attributes of a layer for one moment. `states` is empty (all good) or as long as `values`.
/// `uncertainties` (0 … 1) is empty or as long; it shows in three steps on good values, forecasts
/// and scenarios. Cheap enough for the GUI thread: a few nanoseconds a value.
[[nodiscard]] std::shared_ptr<const LayerAttributes> classified(std::span<const float> values,
    std::span<const ValueState> states, const ValueScale &scale, const FeatureStyle &prototype,
    std::vector<QString> texts = {}, std::span<const float> uncertainties = {});

/// Steps in which uncertainty is shown, the first one being none at all.
inline constexpr int kUncertaintySteps = 4;
/// 0 … kUncertaintySteps - 1
[[nodiscard]] int uncertaintyStep(double uncertainty);
/// The colour with its saturation times (1 - uncertainty).
[[nodiscard]] QColor paler(const QColor &color, double uncertainty);
/// The surface's colour for a value, before any uncertainty; `gradual` as in SurfaceValues.
[[nodiscard]] QColor colorOf(const ValueScale &scale, double value, bool gradual, ThemeMode theme);

} // namespace belvedere::ui
