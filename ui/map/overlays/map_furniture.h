// SPDX-License-Identifier: GPL-3.0-or-later
// ui/map/overlays owns the small widgets that lie over a map: zoom buttons, overview map, the
// pointer's position, the hint of the active tool. It knows a MapView and its tools.
#pragma once

#include "map/overlays/map_corners.h"

class QThreadPool;

namespace belvedere::ui {

class MapToolBar;
class MapTools;
class MiniMap;
class OverlayText;
class ZoomControl;

/// Everything that a complete map has in its corners, put together.
class MapFurniture : public QObject
{
    Q_OBJECT

public:
    /// A child of the view; `pool` must outlive it.
    MapFurniture(MapView &view, MapTools &tools, QThreadPool &pool);

    [[nodiscard]] MapCorners *corners() const { return m_corners; }
    [[nodiscard]] MapToolBar *toolBar() const { return m_toolBar; }
    [[nodiscard]] ZoomControl *zoom() const { return m_zoom; }
    [[nodiscard]] MiniMap *miniMap() const { return m_miniMap; }
    [[nodiscard]] OverlayText *hint() const { return m_hint; }
    [[nodiscard]] OverlayText *position() const { return m_position; }

private:
    void showPosition();

    MapView &m_view;
    MapCorners *m_corners;
    MapToolBar *m_toolBar;
    ZoomControl *m_zoom;
    MiniMap *m_miniMap;
    OverlayText *m_hint;
    OverlayText *m_position;
};

} // namespace belvedere::ui
