// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QColor>

namespace belvedere::ui {

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
    /// MapColor::of(&Tokens::mapWater)
    [[nodiscard]] static MapColor of(QColor Tokens::*token)
    {
        return {tokensOf(ThemeMode::Light).*token, tokensOf(ThemeMode::Dark).*token};
    }
    [[nodiscard]] QColor in(ThemeMode theme) const
    {
        return theme == ThemeMode::Dark ? dark : light;
    }
    [[nodiscard]] bool isValid() const { return light.isValid() && dark.isValid(); }
};

} // namespace belvedere::ui
