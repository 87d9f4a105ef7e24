// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>

namespace belvedere {

/// What a city says about itself.
struct CityInfo
{
    QString name;
    QTimeZone zone = QTimeZone::utc();
    std::optional<LonLat> centre;
    bool simulated = false; ///< made by the program; said wherever the city is shown
    std::uint64_t seed = 0; ///< of a simulated city
};

} // namespace belvedere
