// SPDX-License-Identifier: GPL-3.0-or-later
// ui/plan is the planner's workspace: a copy of the city's traffic is changed, run, and compared
// with the base case on the map and on a scoreboard. Panels here, the work in PlanModel and
// PlanRuns.
#pragma once

#include "plan/plan_model.h"
#include "plan/plan_runs.h"
#include "plan/plan_scene.h"

#include <QWidget>

class QStackedWidget;

namespace belvedere::ui {

class DockHost;
class EditForm;
class EditPanel;
class EmptyState;
class MapBackend;
class PlanMap;
class OutcomePanel;
class ScenarioPanel;

class PlanWorkspace : public QWidget
{
    Q_OBJECT

public:
    explicit PlanWorkspace(const PlanContext &context, QWidget *parent = nullptr);
    ~PlanWorkspace() override;

    void setStore(std::shared_ptr<Store> store);
    /// Ends what runs and does not wait.
    void cancelAll();

    [[nodiscard]] PlanModel &model() { return m_model; }
    [[nodiscard]] PlanRuns &runs() { return m_runs; }
    [[nodiscard]] PlanMap *map() const { return m_map; }
    [[nodiscard]] ScenarioPanel *scenarios() const { return m_scenarios; }
    [[nodiscard]] EditPanel *editPanel() const { return m_edits; }
    [[nodiscard]] EditForm *form() const { return m_form; }
    [[nodiscard]] OutcomePanel *results() const { return m_results; }
    [[nodiscard]] DockHost *docks() const { return m_docks; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    [[nodiscard]] const PlanContext &context() const { return m_context; }
    [[nodiscard]] const std::shared_ptr<const PlanScene> &scene() const { return m_scene; }
    void setMapBackend(const std::shared_ptr<const MapBackend> &backend);
    /// Nothing is loading and the picture is sharp.
    [[nodiscard]] bool settled() const;

    /// The scenario that is looked at, after the base case.
    void runCurrent();
    /// All whose results are missing or of earlier edits.
    void runAll();
    /// Marks a road everywhere; -1 = none.
    void setLink(int link);
    /// Ranges of the figures from several runs with other demand and parameters.
    void setRanges(bool shown);
    [[nodiscard]] bool hasRanges() const { return m_runs.settings().ensembleMembers > 0; }

    void chooseNetwork();
    void chooseScenarioFile();
    void saveScenarioFile();
    /// Figures of all links, as CSV, GeoJSON or GeoPackage.
    void saveLinks();
    /// For the microscopic simulator SUMO.
    void saveSumo();
    /// What the screen shows, as pages.
    void makeReport();

Q_SIGNALS:
    void failed(const belvedere::Error &error);
    /// A sentence for the status line.
    void message(const QString &text);
    void taskStarted(const QString &title, const QFuture<void> &progress);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makePanels();
    void connectPanels();
    void takeBase();
    void runBaseOnceSeen();
    void showEmpty();
    void save(const QString &file, std::function<Result<>(const TaskContext &)> work);
    void retranslate();

    PlanContext m_context;
    PlanModel m_model;
    PlanRuns m_runs;
    std::shared_ptr<const PlanScene> m_scene;
    std::optional<Error> m_problem; // why there is no base case
    TaskSlot<std::shared_ptr<const PlanScene>> m_building{this};
    TaskSlot<void> m_saving{this};

    QStackedWidget *m_pages; // what to do first, or the panels
    EmptyState *m_empty;
    DockHost *m_docks;
    PlanMap *m_map;
    ScenarioPanel *m_scenarios;
    EditPanel *m_edits;
    EditForm *m_form;
    OutcomePanel *m_results;
};

} // namespace belvedere::ui
