// SPDX-License-Identifier: GPL-3.0-or-later
// ui/operate is the control room: the city on the map at one time, its key figures, one site in
// detail, all sites as a table, what is going on. Widgets here, the work in OperateController.
#pragma once

#include "operate/operate_controller.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

class QStackedWidget;
class QUndoStack;

namespace belvedere::ui {

class CitySearch;
class DataExport;
class DockHost;
class DomainView;
class EmptyState;
class IncidentList;
class Inspector;
class KpiStrip;
class MapPanel;
class MapView;
class OperateWall;
class SiteTable;
class TimeRiver;
class WallContent;
struct IncidentRow;
struct LinkedPoint;
struct MapScene;

class OperateWorkspace : public QWidget
{
    Q_OBJECT

public:
    explicit OperateWorkspace(OperateContext context, QWidget *parent = nullptr);
    ~OperateWorkspace() override;

    /// Plugs a domain in: its layers, its panels and a view of it. Takes it over.
    void addDomain(DomainView *domain);
    /// "traffic" and the ids of the domains, in the order in which they were added.
    [[nodiscard]] QStringList views() const;
    /// Shows the layers and panels of one domain, as they were left, and puts the others away. The
    /// clock and the map go to where its data are.
    void showView(const QString &id);
    [[nodiscard]] QString view() const;
    [[nodiscard]] DomainView *domain(const QString &id) const;

    void setStore(std::shared_ptr<Store> store);
    /// After an import, a removal or a deployment.
    void reload();
    /// The city has another ground or other layers: shown as a whole.
    void mapChanged();
    void reloadModel() { m_controller.reloadModel(); }
    void showQuantity(const QString &dataset, const QString &channel)
    {
        m_controller.selectQuantity(dataset, channel);
    }
    void selectSite(const QString &code);
    /// Invalid = the city as a whole.
    void setSite(SiteId site);
    [[nodiscard]] OperateController &controller() { return m_controller; }
    [[nodiscard]] const OperateController &controller() const { return m_controller; }
    [[nodiscard]] const OperateContext &context() const { return m_context; }
    [[nodiscard]] MapPanel *mapPanel() const { return m_mapPanel; }
    [[nodiscard]] MapView *map() const;
    [[nodiscard]] TimeRiver *river() const { return m_timeRiver; }
    [[nodiscard]] DockHost *docks() const { return m_docks; }
    [[nodiscard]] Inspector *inspector() const { return m_inspector; }
    [[nodiscard]] SiteTable *siteTable() const { return m_sites; }
    [[nodiscard]] IncidentList *incidents() const { return m_incidents; }
    [[nodiscard]] KpiStrip *kpis() const { return m_kpis; }
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }
    [[nodiscard]] const std::vector<SiteState> &states() const { return m_states; }
    /// What is going on at the time shown.
    [[nodiscard]] std::vector<IncidentRow> incidentRows() const;
    [[nodiscard]] WallContent *wall() const;
    [[nodiscard]] DataExport *dataExport() const { return m_export; }
    /// Null while it is being built.
    [[nodiscard]] const MapScene *scene() const;
    /// Nothing is loading and the picture is sharp.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    /// There are no data yet and the person wants to bring some in.
    void importRequested();
    /// There is no map yet and the person wants to bring one in.
    void mapImportRequested();
    /// A quantity has no model yet and the person wants one.
    void trainRequested(const QString &dataset, const QString &channel);
    void failed(const belvedere::Error &error);
    /// The person asked for a view, wherever they are.
    void viewRequested();
    /// Another domain is shown.
    void viewChanged(const QString &id);
    /// Another quantity is on the map; a data set without a name if it is the ground alone.
    void sceneShown(const belvedere::Dataset &dataset);
    /// Time of the newest value on the screen; 0 = none.
    void newestValueChanged(belvedere::UtcMs measured);
    /// Everything shows another time or other values.
    void refreshed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Layers and time of the view; its panels are there already.
    void takeView();
    /// The clock and the map go to the data of the domain that is shown.
    void goToDomain();
    void showKpis();
    void makePanels();
    void connectPanels();
    void connectCursor();
    void takeQuantity();
    /// Everything that depends on the time; only when its step, mode or the forecast changed.
    void refresh();
    void refreshIfChanged();
    void refreshIncidents();
    void follow(const LinkedPoint &point);
    [[nodiscard]] LinkedPoint pointOf(SiteId site) const;
    void tellScene();
    void choosePage();
    void retranslate();

    OperateContext m_context;
    OperateController m_controller;
    std::shared_ptr<Store> m_store;
    std::vector<DomainView *> m_domains;
    QHash<QString, QStringList> m_domainPanels; // by view
    QHash<QString, QByteArray> m_arrangements; // of views that were left
    bool m_going = false; // to a domain, once it is known where
    std::vector<SiteState> m_states;
    TimeContext m_shown; // what was refreshed last
    QUndoStack *m_undo;

    QStackedWidget *m_pages; // the city, or what to do as long as it is empty
    EmptyState *m_empty;
    EmptyState *m_waiting;
    DockHost *m_docks;
    MapPanel *m_mapPanel;
    TimeRiver *m_timeRiver;
    KpiStrip *m_kpis;
    Inspector *m_inspector;
    IncidentList *m_incidents;
    SiteTable *m_sites;
    CitySearch *m_search;
    OperateWall *m_wall;
    DataExport *m_export;
};

} // namespace belvedere::ui
