// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_legend.h"
#include "operate/comparison.h"
#include "operate/map_scene.h"
#include "operate/operate_controller.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QHBoxLayout;
class QToolButton;
class QUndoStack;

namespace belvedere::ui {

class CompareBar;
class DomainLayers;
class DomainView;
class MapBackend;
class MapCompare;
class MapFurniture;
class MapTools;
class MapView;
class SavedViews;
class SavedViewsButton;
struct PickedFeature;

/// The map of the shown quantity with its tools: which quantity, which layers, what it is compared
/// with. Builds the scene off the GUI thread whenever the quantity changes.
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    MapPanel(OperateController &controller, const OperateContext &context, QUndoStack &undo,
        QWidget *parent = nullptr);

    /// Its layers go into the map and its groups into the menu of layers. It must outlive the
    /// panel.
    void addDomain(DomainView *domain);
    /// Whether the quantity and what is compared with it are on the map; layers of a domain come
    /// and go with the domain.
    void showQuantity(bool shown);
    /// Moves there unless some of it is in sight.
    void reveal(const LonLatBox &place);

    /// Another city: its saved views; its first scene is fitted into the window.
    void setCity(const QString &directory);
    /// The next scene is fitted into the window.
    void forgetPlace() { m_fittedDataset = QString(); }
    /// Values and legend at the time shown.
    void refresh(const std::vector<SiteState> &states);
    /// Marks the site; invalid = none.
    void setSite(SiteId site);
    /// Rings around sites that another panel has its cursor on.
    void setHighlighted(const std::vector<SiteId> &sites);
    void showIncident(const Incident &incident);
    void flyTo(const LonLatBox &box);
    void flyTo(LonLat place);

    /// Groups of layers that a person switches together.
    [[nodiscard]] static int layerGroupCount();
    [[nodiscard]] static QString layerGroupTitle(int group);
    void toggleLayerGroup(int group);
    [[nodiscard]] bool isLayerGroupShown(int group) const;
    void setReference(Reference reference);
    [[nodiscard]] Reference reference() const;
    /// Changes against the reference instead of values.
    void showDifference(bool shown);
    [[nodiscard]] bool showsDifference() const;

    /// What paints both maps, in the place of the raster backend.
    void setBackend(const std::shared_ptr<const MapBackend> &backend);
    [[nodiscard]] MapView *map() const;
    [[nodiscard]] MapCompare *compare() const { return m_compare; }
    [[nodiscard]] MapTools *tools() const { return m_tools; }
    [[nodiscard]] SavedViewsButton *savedViews() const { return m_viewsButton; }
    /// Null while it is being built.
    [[nodiscard]] const MapScene *scene() const { return m_scene.get(); }
    /// No scene is being built and the picture is sharp.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    /// Another quantity is on the map.
    void sceneShown();
    /// Invalid: beside everything.
    void sitePicked(belvedere::SiteId site);
    /// The sites in a region that was drawn.
    void sitesSelected(const std::vector<belvedere::SiteId> &sites);
    /// Invalid: the pointer is on none.
    void siteHovered(belvedere::SiteId site);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeToolRow(QHBoxLayout &row);
    void makeLayersMenu();
    void connectMap();
    void fillQuantities();
    void rebuildScene();
    void takeScene(std::shared_ptr<const MapScene> scene);
    void connectDomains();
    [[nodiscard]] std::vector<MapLayer> allLayers(const MapView &view) const;
    [[nodiscard]] bool isLayerShown(const QString &id) const;
    void showLayers();
    void applyVisibility();
    void showLegend();
    void showTools();
    /// Forgotten ones are made anew.
    const ReferenceStates &referenceNow();
    void refreshMaps();
    void select(const std::vector<PickedFeature> &features);
    void showMessage();
    void applyPreferences();
    void retranslate();
    [[nodiscard]] std::vector<PickedFeature> featuresOf(const std::vector<SiteId> &sites) const;

    OperateController &m_controller;
    OperateContext m_context;
    TaskSlot<std::shared_ptr<const MapScene>> m_sceneTask;
    std::shared_ptr<const MapScene> m_scene;
    std::vector<SiteState> m_states; // those on the map
    TimeContext m_time; // theirs
    std::optional<ReferenceStates> m_referenceStates; // at the same time
    QString m_fittedDataset;
    LegendContent m_legend; // of the quantity
    QList<QAction *> m_groups; // in the menu, of layerGroups()
    QList<bool> m_kept; // which of them were shown when the quantity was put away
    bool m_quantityShown = true;
    QTimer m_rest; // until the scale of the map counts

    QComboBox *m_quantity;
    QToolButton *m_layers;
    DomainLayers *m_domains = nullptr;
    QComboBox *m_reference;
    QToolButton *m_difference;
    MapCompare *m_compare;
    CompareBar *m_compareBar;
    MapTools *m_tools;
    MapFurniture *m_furniture;
    SavedViews *m_views;
    SavedViewsButton *m_viewsButton;
    QWidget *m_toolRow;
};

} // namespace belvedere::ui
