// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_workspace.h"

#include "common/empty_state.h"
#include "common/error_text.h"
#include "common/scroll_column.h"
#include "docks/dock_host.h"
#include "map/map_view.h"
#include "plan/edit_form.h"
#include "plan/edit_panel.h"
#include "plan/network_files.h"
#include "plan/outcome_panel.h"
#include "plan/plan_commands.h"
#include "plan/plan_map.h"
#include "plan/plan_report.h"
#include "plan/scenario_panel.h"
#include "report/report_dialog.h"
#include "scenario/run_export.h"
#include "theme/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr int kSideWidth = 288;
constexpr int kFormWidth = 272;
constexpr int kResultHeight = 320;
constexpr int kRangeMembers = 8;

} // namespace

PlanWorkspace::PlanWorkspace(const PlanContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context)
    , m_runs(context)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("plan"), this))
    , m_docks(new DockHost(QStringLiteral("plan"), this))
    , m_map(new PlanMap(m_model, m_runs, context, this))
    , m_scenarios(new ScenarioPanel(m_model, m_runs, this))
    , m_edits(new EditPanel(m_model, this))
    , m_form(new EditForm(m_model, this))
    , m_results(new OutcomePanel(m_model, m_runs, context, this))
{
    makePanels();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_docks);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    outer->addWidget(m_pages);
    connectPanels();
    if (context.commands)
        addPlanCommands(*this);
    setFocusProxy(m_pages);
    retranslate();
}

PlanWorkspace::~PlanWorkspace() = default;

void PlanWorkspace::makePanels()
{
    m_docks->setCentre(m_map);
    PanelSpec scenarios;
    scenarios.id = QStringLiteral("scenarios");
    scenarios.title = [] { return tr("Scenarios"); };
    scenarios.iconName = QStringLiteral("plan");
    scenarios.area = Qt::LeftDockWidgetArea;
    scenarios.extent = kSideWidth;
    m_docks->addPanel(scenarios, m_scenarios);
    PanelSpec edits;
    edits.id = QStringLiteral("edits");
    edits.title = [] { return tr("Edits"); };
    edits.iconName = QStringLiteral("rename");
    edits.area = Qt::LeftDockWidgetArea;
    edits.extent = kSideWidth;
    m_docks->addPanel(edits, m_edits);
    PanelSpec change;
    change.id = QStringLiteral("change");
    change.title = [] { return tr("Change"); };
    change.iconName = QStringLiteral("road");
    change.extent = kFormWidth;
    // On a small screen not all of it has room.
    m_docks->addPanel(change, new ScrollColumn(m_form, this));
    PanelSpec results;
    results.id = QStringLiteral("results");
    results.title = [] { return tr("Result"); };
    results.iconName = QStringLiteral("analyse");
    results.area = Qt::BottomDockWidgetArea;
    results.extent = kResultHeight;
    m_docks->addPanel(results, m_results);
    // What is at the sides needs the height more than the scoreboard needs the width.
    m_docks->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_docks->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_docks->resetLayout();
}

void PlanWorkspace::connectPanels()
{
    connect(m_empty, &EmptyState::actionTriggered, &m_model, &PlanModel::makeFromCity);
    connect(m_empty, &EmptyState::secondActionTriggered, this, &PlanWorkspace::chooseNetwork);
    connect(&m_model, &PlanModel::baseChanged, this, &PlanWorkspace::takeBase);
    connect(&m_model, &PlanModel::loadingChanged, this, &PlanWorkspace::showEmpty);
    connect(&m_model, &PlanModel::failed, this, [this](const Error &error) {
        m_problem = error;
        showEmpty();
        Q_EMIT failed(error);
    });
    connect(&m_model, &PlanModel::treeChanged, &m_runs, &PlanRuns::forgetErrors);
    connect(&m_runs, &PlanRuns::failed, this,
        [this](const QString &, const Error &error) { Q_EMIT failed(error); });
    connect(&m_runs, &PlanRuns::runningChanged, this, [this] {
        if (m_runs.running())
            Q_EMIT taskStarted(tr("What-if"), m_runs.progress());
    });
    connect(m_scenarios, &ScenarioPanel::runRequested, this, &PlanWorkspace::runCurrent);
    connect(m_map, &PlanMap::linkPicked, this, &PlanWorkspace::setLink);
    connect(m_map, &PlanMap::linksSelected, this, [this](const std::vector<std::size_t> &links) {
        setLink(links.empty() ? -1 : static_cast<int>(links.front()));
        m_form->setLinks(links);
        m_map->markLinks(links);
    });
    connect(m_map, &PlanMap::zonePicked, m_form, &EditForm::setZone);
    connect(m_map, &PlanMap::choiceChanged, this,
        [this] { m_results->setChoice(m_map->quantity(), m_map->period()); });
    connect(m_form, &EditForm::linkFound, this, [this](int link) {
        setLink(link);
        m_map->flyTo({static_cast<std::size_t>(link)});
    });
    connect(m_results, &OutcomePanel::streetChosen, this,
        [this](const std::vector<std::size_t> &links) {
            if (links.empty())
                return;
            setLink(static_cast<int>(links.front()));
            m_map->flyTo(links);
        });
    connect(m_results, &OutcomePanel::bundleFound, m_map, &PlanMap::setBundle);
}

void PlanWorkspace::setStore(std::shared_ptr<Store> store)
{
    m_problem.reset();
    m_model.setStore(std::move(store));
}

void PlanWorkspace::cancelAll()
{
    m_runs.cancel();
    m_saving.cancel();
}

void PlanWorkspace::setMapBackend(const std::shared_ptr<const MapBackend> &backend)
{
    m_map->setBackend(backend);
}

bool PlanWorkspace::settled() const
{
    return !m_model.loading() && !m_building.running() && !m_runs.running() && m_map->settled();
}

void PlanWorkspace::takeBase()
{
    m_building.cancel();
    m_scene.reset();
    m_runs.setBase(m_model.base());
    m_map->setScene(nullptr);
    setLink(-1);
    showEmpty();
    if (!m_model.base())
        return;
    m_problem.reset();
    m_building.start(runTask(m_context.pools->io,
                         [base = m_model.base(), store = m_model.store()](
                             TaskContext &) -> Result<std::shared_ptr<const PlanScene>> {
                             if (!store)
                                 return buildPlanScene(base, nullptr, nullptr);
                             BV_TRY(const auto roads, store->roadNetwork());
                             BV_TRY(const auto backdrop, store->backdrop());
                             return buildPlanScene(base, roads.get(), backdrop.get());
                         }),
        [this](Result<std::shared_ptr<const PlanScene>> scene) {
            if (!scene) {
                Q_EMIT failed(scene.error());
                return;
            }
            m_scene = *scene;
            m_form->setRoads(m_scene->roads);
            m_map->setScene(m_scene);
            m_results->setChoice(m_map->quantity(), m_map->period());
        });
    runBaseOnceSeen();
}

/// Who opens a city to look at its traffic does not wait for a model of it.
void PlanWorkspace::runBaseOnceSeen()
{
    if (isVisible() && m_model.base() && !m_runs.running() && !m_runs.result(QString())
        && m_runs.error(QString()) == nullptr)
        m_runs.run({});
}

void PlanWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    runBaseOnceSeen();
}

void PlanWorkspace::showEmpty()
{
    m_pages->setCurrentWidget(
        m_model.base() && !m_model.loading() ? static_cast<QWidget *>(m_docks) : m_empty);
    const bool ready = m_model.store() != nullptr && !m_model.loading();
    m_empty->setActionText(ready ? tr("Make it from the city's streets") : QString());
    m_empty->setSecondActionText(ready ? tr("Open a network…") : QString());
    if (m_model.loading())
        m_empty->setText(tr("Preparing the base case …"));
    else if (m_problem)
        m_empty->setText(errorText(*m_problem));
    else
        m_empty->setText(
            tr("What-if needs a base case: a network with its trips. Make it from the city's "
               "streets with synthetic demand, marked as such, or open your own (TNTP or GMNS)."));
}

void PlanWorkspace::runCurrent()
{
    if (!m_model.base() || m_model.problem())
        return;
    const Scenario *scenario = m_model.scenario();
    if (scenario == nullptr)
        m_runs.run({});
    else
        m_runs.run({{scenario->id, scenario->name, m_model.edits()}});
}

void PlanWorkspace::runAll()
{
    std::vector<PlanJob> jobs;
    for (const Scenario &scenario : m_model.tree().scenarios) {
        const auto edits = editsOf(m_model.tree(), scenario.id);
        if (edits && !m_runs.isCurrent(scenario.id, *edits))
            jobs.push_back({scenario.id, scenario.name, *edits});
    }
    m_runs.run(std::move(jobs));
}

void PlanWorkspace::setLink(int link)
{
    m_map->setLink(link);
    m_form->setLink(link);
    m_results->setLink(link);
}

void PlanWorkspace::setRanges(bool shown)
{
    ScenarioSettings settings = m_runs.settings();
    settings.ensembleMembers = shown ? kRangeMembers : 0;
    m_runs.setSettings(settings);
    runAll();
}

void PlanWorkspace::chooseNetwork()
{
    const QString network = QFileDialog::getOpenFileName(
        this, tr("Open a network"), {}, tr("Networks (*_net.tntp *.tntp link.csv);;All files (*)"));
    if (network.isEmpty())
        return;
    BaseCaseFiles files = filesBeside(network);
    if (files.trips.isEmpty())
        files.trips = QFileDialog::getOpenFileName(this, tr("Open the trips of this network"),
            QFileInfo(network).path(), tr("Trips (*_trips.tntp *.tntp *.csv);;All files (*)"));
    if (!files.trips.isEmpty())
        m_model.openNetwork(files);
}

void PlanWorkspace::chooseScenarioFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open shared scenarios"), {}, tr("Scenarios (*.json);;All files (*)"));
    if (!file.isEmpty())
        m_model.openScenarios(file);
}

void PlanWorkspace::save(const QString &file, std::function<Result<>(const TaskContext &)> work)
{
    const Task<void> task = runTask(m_context.pools->io,
        [work = std::move(work)](TaskContext &context) { return work(context); });
    Q_EMIT taskStarted(tr("Saving %1").arg(QDir::toNativeSeparators(file)), QFuture<void>(task));
    m_saving.start(task, [this, file](Result<> saved) {
        if (saved)
            Q_EMIT message(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
        else
            Q_EMIT failed(saved.error());
    });
}

void PlanWorkspace::saveScenarioFile()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save scenarios to share"),
        QStringLiteral("scenarios.json"), tr("Scenarios (*.json)"));
    if (!file.isEmpty())
        save(file, [file, tree = m_model.tree()](const TaskContext &) {
            return writeScenarioFile(file, tree);
        });
}

void PlanWorkspace::saveLinks()
{
    const auto run = m_runs.result(m_model.current());
    if (!run)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the figures of all roads"),
        QStringLiteral("roads.csv"), tr("Tables and maps (*.csv *.geojson *.gpkg)"));
    if (file.isEmpty())
        return;
    const auto before = m_model.current().isEmpty() ? nullptr : m_runs.result(QString());
    save(file, [file, run, before, period = m_map->period()](const TaskContext &context) {
        return exportLinks(file, *run, before.get(), period, context);
    });
}

void PlanWorkspace::saveSumo()
{
    const auto run = m_runs.result(m_model.current());
    if (!run)
        return;
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder for the files of SUMO"), {}, QFileDialog::ShowDirsOnly);
    if (folder.isEmpty())
        return;
    save(folder,
        [folder, run, period = std::max(0, m_map->period())](const TaskContext &) -> Result<> {
            BV_TRY_VOID(exportSumo(folder, QStringLiteral("city"), *run, period));
            return {};
        });
}

void PlanWorkspace::makeReport()
{
    if (!m_model.base())
        return;
    auto *dialog = new ReportDialog([this] { return planReportOf(*this); },
        [this] { return grab().toImage(); }, *m_context.pools, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::saved, this, [this](const QString &file) {
        Q_EMIT message(tr("Report saved in %1").arg(QDir::toNativeSeparators(file)));
    });
    dialog->open();
}

void PlanWorkspace::retranslate()
{
    showEmpty();
}

void PlanWorkspace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace belvedere::ui
