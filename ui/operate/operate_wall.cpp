// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_wall.h"

#include "map/map_legend.h"
#include "map/map_view.h"
#include "operate/incident_list.h"
#include "operate/kpi_strip.h"
#include "operate/map_texts.h"
#include "operate/operate_workspace.h"

#include <QEvent>

namespace belvedere::ui {

OperateWall::OperateWall(OperateWorkspace &workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
{
    connect(&workspace, &OperateWorkspace::refreshed, this, &OperateWall::refresh);
    connect(&workspace, &OperateWorkspace::sceneShown, this, &OperateWall::takeLayers);
}

QWidget *OperateWall::makeWallKpis(QWidget *parent)
{
    m_kpis = new KpiStrip(m_workspace.controller(), parent);
    refresh();
    return m_kpis;
}

QWidget *OperateWall::makeWallMap(QWidget *parent)
{
    m_map = new MapView(m_workspace.context().pools->render, parent);
    m_map->setFocusPolicy(Qt::NoFocus);
    m_map->installEventFilter(this);
    takeLayers();
    return m_map;
}

QWidget *OperateWall::makeWallEvents(QWidget *parent)
{
    m_incidents = new IncidentList(parent);
    m_incidents->setFocusPolicy(Qt::NoFocus);
    m_incidents->setSelectionMode(QAbstractItemView::NoSelection);
    refresh();
    return m_incidents;
}

void OperateWall::takeLayers()
{
    const MapScene *scene = m_workspace.scene();
    if (!m_map || !scene)
        return;
    m_map->setProjection(scene->projection);
    m_map->setLayers(m_workspace.map()->layers());
    m_map->setCaption(captionOf(*scene));
    fitMap();
    refresh();
}

void OperateWall::fitMap()
{
    const MapScene *scene = m_workspace.scene();
    if (m_map && scene && !scene->focus.empty())
        m_map->fit(scene->focus);
}

bool OperateWall::eventFilter(QObject *watched, QEvent *event)
{
    // Nobody moves this map: it shows all there is in any size.
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &OperateWall::fitMap, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void OperateWall::refresh()
{
    if (m_kpis && m_workspace.controller().quantity())
        m_kpis->refresh(m_workspace.states());
    if (m_incidents)
        m_incidents->setIncidents(m_workspace.incidentRows());
    if (!m_map)
        return;
    for (const MapLayer &layer : m_workspace.map()->layers()) {
        // Values only: what stands still never changes.
        if (partOf(layer.order) == PicturePart::Values)
            m_map->setAttributes(layer.id, layer.attributes);
    }
    m_map->legend()->setContents(m_workspace.map()->legend()->contents());
}

} // namespace belvedere::ui
