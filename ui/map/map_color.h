// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace belvedere::ui {

enum class MapTheme { Light, Dark };

/// A colour in both themes, so that a layer outlives a change of theme and a picture of either
/// can be made on any thread.
struct MapColor
{
    QColor light;
    QColor dark;

    MapColor() = default;
    MapColor(QColor both)
        : light(both)
        , dark(both)
    {
    }
    MapColor(QColor lightColor, QColor darkColor)
        : light(lightColor)
        , dark(darkColor)
    {
    }
    [[nodiscard]] QColor in(MapTheme theme) const { return theme == MapTheme::Dark ? dark : light; }
    [[nodiscard]] bool isValid() const { return light.isValid() && dark.isValid(); }
};

} // namespace belvedere::ui
