// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere {

inline constexpr double kKmhPerMph = 1.609344; // exact, international mile
inline constexpr double kMetersPerKm = 1000.0;
inline constexpr double kSecondsPerHour = 3600.0;

} // namespace belvedere
