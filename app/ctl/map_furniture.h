// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_legend.h"
#include "map/viewport.h"

#include <QFont>

namespace belvedere::ctl {

/// What explains a map without a window.
struct MapFurniture
{
    ui::LegendContent legend; ///< without an attribute: none
    QStringList caption; ///< time, origin, licence: always shown
    bool simulated = false; ///< always said
    bool scaleBar = true;
    ui::ThemeMode theme = ui::ThemeMode::Light;
    QFont font;
};

/// Paints over a picture of the viewport's size and device pixel ratio. GUI thread only.
void paintFurniture(QImage &picture, const ui::Viewport &viewport, const MapFurniture &furniture);

} // namespace belvedere::ctl
