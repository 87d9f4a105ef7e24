// SPDX-License-Identifier: GPL-3.0-or-later
// ui/operate is the control room: the city on the map at one instant, its key figures, one site
// in detail. Widgets here, the work in OperateController.
#pragma once

#include "operate/operate_controller.h"

#include <QWidget>

class QStackedWidget;

namespace belvedere::ui {

class EmptyState;
class Inspector;
class KpiStrip;
class MapPanel;
class MapView;
struct MapScene;
class TimeRiver;

class OperateWorkspace : public QWidget
{
    Q_OBJECT

public:
    explicit OperateWorkspace(OperateContext context, QWidget *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    /// After an import, a removal or a deployment.
    void reload() { m_controller.reload(); }
    void reloadModel() { m_controller.reloadModel(); }
    void showQuantity(const QString &dataset, const QString &channel)
    {
        m_controller.selectQuantity(dataset, channel);
    }
    void selectSite(const QString &code);
    [[nodiscard]] OperateController &controller() { return m_controller; }
    [[nodiscard]] MapView *map() const;
    /// Null while it is being built.
    [[nodiscard]] const MapScene *scene() const;
    /// Nothing is loading and the picture is sharp.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    /// There are no data yet and the person wants to bring some in.
    void importRequested();
    /// A quantity has no model yet and the person wants one.
    void trainRequested(const QString &dataset, const QString &channel);
    void failed(const belvedere::Error &error);
    /// Another quantity is on the map.
    void sceneShown(const belvedere::Dataset &dataset);
    /// Time of the newest value on the screen; 0 = none.
    void newestValueChanged(belvedere::UtcMs measured);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeCityPage();
    void takeQuantity();
    /// Everything that depends on the instant; only when its step or the forecast changed.
    void refresh();
    void refreshIfStepChanged();
    void setSite(SiteId site);
    void choosePage();
    void retranslate();

    OperateContext m_context;
    OperateController m_controller;
    std::vector<SiteState> m_states;
    UtcMs m_refreshedStep = -1;
    UtcMs m_refreshedNowStep = -1;

    QStackedWidget *m_pages; // the city, or what to do as long as it is empty
    EmptyState *m_empty;
    EmptyState *m_waiting;
    MapPanel *m_mapPanel;
    TimeRiver *m_timeRiver;
    KpiStrip *m_kpis;
    Inspector *m_inspector;
};

} // namespace belvedere::ui
