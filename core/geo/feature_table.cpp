// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_table.h"

#include <charconv>

namespace belvedere {

double asWritten(float value)
{
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, value);
    double result = static_cast<double>(value);
    if (std::isfinite(value))
        std::from_chars(text, written.ptr, result);
    return result;
}

} // namespace belvedere
