// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_legend.h"
#include "map/map_tip.h"
#include "plan/plan_context.h"
#include "plan/plan_scene.h"
#include "scenario/comparison.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QToolButton;

namespace belvedere::ui {

class CompareBar;
class MapBackend;
class MapCompare;
class MapFurniture;
class MapTools;
class MapView;
class PlanModel;
class PlanRuns;

/// The scenario that is looked at on the map, beside the base case or as the change against it.
class PlanMap : public QWidget
{
    Q_OBJECT

public:
    PlanMap(
        PlanModel &model, PlanRuns &runs, const PlanContext &context, QWidget *parent = nullptr);

    /// Null = none yet.
    void setScene(std::shared_ptr<const PlanScene> scene);
    [[nodiscard]] const PlanScene *scene() const { return m_scene.get(); }
    /// Marks it; -1 = none.
    void setLink(int link);
    void markLinks(const std::vector<std::size_t> &links);
    void flyTo(const std::vector<std::size_t> &links);
    /// The traffic that goes through a link too, by link; empty = not shown.
    void setBundle(std::vector<double> flow, const QString &title);

    [[nodiscard]] LinkQuantity quantity() const;
    void setQuantity(LinkQuantity quantity);
    /// -1 = the whole day.
    [[nodiscard]] int period() const;
    void showDifference(bool shown);
    [[nodiscard]] bool showsDifference() const;

    void setBackend(const std::shared_ptr<const MapBackend> &backend);
    [[nodiscard]] MapView *map() const;
    [[nodiscard]] MapCompare *compare() const { return m_compare; }
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    /// -1: beside everything.
    void linkPicked(int link);
    void zonePicked(qint64 id);
    /// In a region that was drawn.
    void linksSelected(const std::vector<std::size_t> &links);
    /// Another quantity or part of the day.
    void choiceChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeToolRow();
    void connectMap();
    void applyPreferences();
    void fillPeriods();
    void refresh();
    void showScenarioParts();
    void showEdited();
    void showMessage();
    [[nodiscard]] std::vector<MapLayer> layers() const;
    void setValues(MapView &view, const std::vector<double> &values, const ValueScale &scale);
    [[nodiscard]] LegendContent legendOf(const CoupledRun &run, const ValueScale &scale) const;
    [[nodiscard]] QString noteOf(const CoupledRun &run) const;
    [[nodiscard]] QString periodTitle() const;
    [[nodiscard]] MapTip tipOf(bool ofBase, const QString &layer, std::int32_t feature) const;
    [[nodiscard]] MapTip linkTip(bool ofBase, std::size_t link) const;
    [[nodiscard]] int linkOf(const QString &layer, std::int32_t feature) const;
    void retranslate();

    PlanModel &m_model;
    PlanRuns &m_runs;
    PlanContext m_context;
    std::shared_ptr<const PlanScene> m_scene;
    std::shared_ptr<const CoupledRun> m_before; // of the base case; null = not run
    std::shared_ptr<const CoupledRun> m_after; // of the scenario; null = not run, or the base case
    std::shared_ptr<const LineGeometry> m_added; // new links of the scenario
    std::vector<std::size_t> m_editedLinks; // [features of kEdited]
    std::vector<double> m_change; // [links of m_after]
    std::vector<double> m_bundle;
    QString m_bundleTitle;

    QWidget *m_toolRow;
    QComboBox *m_quantity;
    QComboBox *m_period;
    QToolButton *m_difference;
    MapCompare *m_compare;
    CompareBar *m_compareBar;
    MapTools *m_tools;
    MapFurniture *m_furniture;
};

} // namespace belvedere::ui
