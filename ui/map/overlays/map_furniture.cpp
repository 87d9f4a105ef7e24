// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/overlays/map_furniture.h"

#include "map/length_text.h"
#include "map/map_view.h"
#include "map/overlays/mini_map.h"
#include "map/overlays/overlay_text.h"
#include "map/overlays/zoom_control.h"
#include "map/tools/map_tool_bar.h"
#include "map/tools/map_tools.h"

namespace belvedere::ui {

MapFurniture::MapFurniture(MapView &view, MapTools &tools, QThreadPool &pool)
    : QObject(&view)
    , m_view(view)
    , m_corners(new MapCorners(view))
    , m_toolBar(new MapToolBar(tools, Qt::Horizontal, &view))
    , m_zoom(new ZoomControl(view))
    , m_miniMap(new MiniMap(view, pool))
    , m_hint(new OverlayText(OverlayText::Tone::Hint, &view))
    , m_position(new OverlayText(OverlayText::Tone::Quiet, &view))
{
    using Place = MapCorners::Place;
    m_corners->add(m_toolBar, Place::TopLeft);
    m_corners->add(m_zoom, Place::TopRight);
    m_corners->add(m_position, Place::BottomRight);
    m_corners->add(m_miniMap, Place::BottomRight);
    m_corners->add(m_hint, Place::Top);
    m_position->setText(QString());
    m_hint->setText(tools.hint());
    connect(
        &tools, &MapTools::hintChanged, this, [this, &tools] { m_hint->setText(tools.hint()); });
    connect(&view, &MapView::pointerMoved, this, &MapFurniture::showPosition);
    connect(&view, &MapView::viewportChanged, this, &MapFurniture::showPosition);
    connect(m_miniMap, &MiniMap::collapsedChanged, m_corners, &MapCorners::layOut);
}

void MapFurniture::showPosition()
{
    const auto pointer = m_view.pointer();
    const auto projection = m_view.projection();
    if (!pointer || !projection) {
        m_position->setText(QString());
        return;
    }
    const LonLat at = projection->toSphere(*pointer);
    m_position->setText(positionText(at.lon, at.lat, m_view.viewport().metersPerPixel));
}

} // namespace belvedere::ui
