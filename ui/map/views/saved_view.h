// SPDX-License-Identifier: GPL-3.0-or-later
// ui/map/views owns the places on the map that a person comes back to: their list, their file and
// the widget that shows them. It knows a MapView and no city.
#pragma once

#include "city/lon_lat.h"

#include <QString>

namespace belvedere::ui {

/// A place on the map with a name, independent of any window's size and of the city's plane.
struct SavedView
{
    static constexpr qsizetype kLongestName = 120;

    QString name;
    LonLat centre;
    double metersPerPixel = 10.0; ///< within the limits of Viewport

    friend bool operator==(const SavedView &a, const SavedView &b)
    {
        return a.name == b.name && a.centre == b.centre && a.metersPerPixel == b.metersPerPixel;
    }
};

} // namespace belvedere::ui
