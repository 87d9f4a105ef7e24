// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/environment_data.h"
#include "environment/noise_levels.h"

#include <cmath>

namespace belvedere::ui {

/// One microphone at the time shown; NaN where nothing was measured.
struct StationNoise
{
    double level = std::nan(""); ///< of the step shown
    NoiseLevels day; ///< of the local day shown, its night included as far as it is known
    NoiseLevels year; ///< of the 365 days that end at the time shown
};

/// All microphones of a data set at one time. Immutable.
struct NoisePicture
{
    std::shared_ptr<const EnvironmentSet> set;
    UtcMs time = 0; ///< of the step
    int day = 0; ///< local, days since 1970-01-01, from its morning to the next
    std::vector<StationNoise> stations; ///< [sites]
};

inline constexpr int kNoiseYearDays = 365;

/// @param now  nothing after it was measured yet. @return Errc::Cancelled
[[nodiscard]] Result<std::shared_ptr<const NoisePicture>> makeNoisePicture(
    std::shared_ptr<const EnvironmentSet> set, UtcMs time, UtcMs now, const TaskContext &context);

/// Lower ends of the bands in which Lden is reported. Directive 2002/49/EC, annex VI: 55 to 59,
/// 60 to 64 … 75 dB and more.
[[nodiscard]] const std::vector<double> &noiseBands();

} // namespace belvedere::ui
