// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/wall_content.h"

#include <QObject>
#include <QPointer>

namespace belvedere::ui {

class IncidentList;
class KpiStrip;
class MapView;
class OperateWorkspace;

/// The control room on the wall: what the desk shows, with nothing to edit.
class OperateWall : public QObject, public WallContent
{
    Q_OBJECT

public:
    /// A child of the workspace.
    explicit OperateWall(OperateWorkspace &workspace);

    QWidget *makeWallKpis(QWidget *parent) override;
    QWidget *makeWallMap(QWidget *parent) override;
    QWidget *makeWallEvents(QWidget *parent) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void takeLayers();
    void fitMap();

    OperateWorkspace &m_workspace;
    QPointer<KpiStrip> m_kpis;
    QPointer<MapView> m_map;
    QPointer<IncidentList> m_incidents;
};

} // namespace belvedere::ui
