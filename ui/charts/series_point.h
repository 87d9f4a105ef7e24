// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <limits>

namespace belvedere::ui {

struct SeriesPoint
{
    UtcMs time = 0;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN = missing
};

} // namespace belvedere::ui
