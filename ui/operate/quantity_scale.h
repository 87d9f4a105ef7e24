// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"
#include "data/series.h"
#include "map/value_scale.h"

#include <vector>

namespace belvedere::ui {

/// How the values of a quantity become five classes of colour and width. Fixed for a data set,
/// so that a colour means the same at every time.
struct QuantityScale
{
    static constexpr int kClasses = 5;

    bool relativeToFreeFlow = false; ///< speeds: class 0 = free … 4 = jam, by V / V0
    std::vector<double> breaks; ///< 4 ascending limits in the unit; empty if relative

    /// For a speed channel the bands of traffic engineers, for any other five equal steps of a
    /// round size up to the 98th percentile of `sample`.
    /// @param sample  values in any order, NaN = missing.
    [[nodiscard]] static QuantityScale of(const Channel &channel, std::vector<float> sample);

    /// @param reference  free-flow speed of the place; ignored unless relative.
    /// @return 0 … 4, or -1 for a missing value.
    [[nodiscard]] int classOf(float value, float reference) const;

    /// Colours and widths of the classes for the map. Of a relative scale the map's values are
    /// the ratios V / V0, otherwise the values themselves.
    [[nodiscard]] ValueScale forMap(SpeedPalette palette = SpeedPalette::Belvedere) const;
};

/// Channels that measure speed; low values are the remarkable ones.
[[nodiscard]] bool isSpeed(const Channel &channel);

} // namespace belvedere::ui
