// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/significance.h"

namespace belvedere::ctl {

/// "MAE 3.10 against 3.25 of traffic-speed/2 over 9.5 days: -0.15 mph (95 % from -0.21 to -0.08),
/// p = 0.001", with a line feed.
[[nodiscard]] QString significanceText(const Significance &significance, const QString &unit);

} // namespace belvedere::ctl
