// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operate/map_scene.h"
#include "operate/operate_controller.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace belvedere::ui {

class MapView;

/// The map of the shown quantity with its tools: which quantity, which layers. Builds the scene
/// off the GUI thread whenever the quantity changes.
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    MapPanel(OperateController &controller, TaskPools &pools, QWidget *parent = nullptr);

    /// The next scene is fitted into the window.
    void forgetPlace() { m_fittedDataset.clear(); }
    /// Values and legend at the instant shown.
    void refresh(const std::vector<SiteState> &states);
    /// Marks the site; invalid = none.
    void setSite(SiteId site);
    void showIncident(const Incident &incident);

    [[nodiscard]] MapView *map() const { return m_map; }
    /// Null while it is being built.
    [[nodiscard]] const MapScene *scene() const { return m_scene.get(); }
    /// No scene is being built and the picture is sharp.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    /// Another quantity is on the map.
    void sceneShown();
    /// Invalid: beside everything.
    void sitePicked(belvedere::SiteId site);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeLayersMenu();
    void fillQuantities();
    void rebuildScene();
    void takeScene(std::shared_ptr<const MapScene> scene);
    void showMessage();
    void retranslate();
    [[nodiscard]] QString tooltip(const QString &layer, std::int32_t feature) const;

    OperateController &m_controller;
    TaskPools &m_pools;
    TaskSlot<std::shared_ptr<const MapScene>> m_sceneTask;
    std::shared_ptr<const MapScene> m_scene;
    std::vector<SiteState> m_states; // those on the map
    QString m_fittedDataset;

    QComboBox *m_quantity;
    QToolButton *m_layers;
    QToolButton *m_fit;
    MapView *m_map;
};

} // namespace belvedere::ui
