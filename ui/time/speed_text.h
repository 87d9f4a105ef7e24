// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace belvedere::ui {

/// Reads a speed of the clock: "60", "0.5x", "10 ms/s", "5 min/s", "1 h", "1 month per second",
/// in English or Chinese ("5 分钟/秒", "60 倍"). A month is a twelfth of 365.25 days.
/// @return simulated seconds per second; Errc::Parse with what is accepted.
[[nodiscard]] Result<double> parseSpeed(const QString &text);

/// "0.5 ×", "10 ×", "1 min/s", "1 month/s": what parseSpeed() reads again.
[[nodiscard]] QString formatSpeed(double secondsPerSecond);

} // namespace belvedere::ui
