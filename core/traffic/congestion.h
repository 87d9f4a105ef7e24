// SPDX-License-Identifier: GPL-3.0-or-later
// core/traffic owns what traffic engineers compute from networks and counts. It knows nothing of
// the other domains, of models or of screens.
#pragma once

#include <array>
#include <vector>

namespace belvedere {

/// How fast traffic moves beside free flow, in five bands.
enum class SpeedBand { Free, Light, Dense, Slow, Jam };
inline constexpr int kSpeedBandCount = 5;

/// Lower limits of V / V0 for Free, Light, Dense and Slow; below the last one is Jam.
inline constexpr std::array<double, 4> kSpeedBandBreaks = {0.85, 0.65, 0.45, 0.25};

/// @param ratio  speed over free-flow speed, not NaN.
[[nodiscard]] SpeedBand speedBand(double ratio);

/// Share of observed speeds that lie at or below the free-flow speed.
inline constexpr double kFreeFlowPercentile = 0.85;

/// Free-flow speed of a place from its own record: the 85th percentile of what was observed, the
/// usual estimate where no measured free speed is at hand.
/// @param speeds  any order; NaN = missing, skipped. NaN if nothing was observed.
[[nodiscard]] float freeFlowSpeed(std::vector<float> speeds);

} // namespace belvedere
