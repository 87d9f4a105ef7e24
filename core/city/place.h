// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <QString>

#include <cstdint>

namespace belvedere {

/// What a name on the map belongs to.
enum class PlaceKind : std::uint8_t {
    City,
    Town,
    Suburb, ///< also a district or borough
    Village,
    Quarter, ///< also a neighbourhood
    Hamlet,
    Locality, ///< a name without inhabitants, an island, a square
    Peak,
    RailStation,
    SubwayStation, ///< also a stop of a light railway
    Hospital,
    Police,
    FireStation,
    University,
    Airport
};
inline constexpr int kPlaceKindCount = 15;

/// A name on the map.
struct Place
{
    QString name;
    LonLat position;
    /// Which names win where room is short, and from which scale on they are worth showing:
    /// 0 = the city itself, 1 = towns and districts, 2 = quarters and villages, 3 = hamlets,
    /// neighbourhoods and railway stations, 4 = other points.
    int rank = 0;
    PlaceKind kind = PlaceKind::Quarter;
    std::int64_t population = 0; ///< 0 = not known

    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace belvedere
