// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_workspace.h"

#include "analyse/analyse_commands.h"
#include "analyse/analyse_text.h"
#include "analyse/dataset_panel.h"
#include "analyse/import_dialog.h"
#include "analyse/local_files.h"
#include "analyse/message_bar.h"
#include "analyse/panel.h"
#include "analyse/results/results_page.h"
#include "analyse/results/runs_page.h"
#include "analyse/results/table_export.h"
#include "analyse/tables/table_form.h"
#include "analyse/train_form.h"
#include "analyse/training/experiment_page.h"
#include "analyse/training/joint_kinds.h"
#include "analyse/training/progress_page.h"
#include "analyse/training_view.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "common/undo_hub.h"
#include "environment/environment_page.h"
#include "safety/safety_page.h"
#include "search/name_search_provider.h"
#include "search/search_hub.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QUndoStack>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr int kSideWidth = 264;
constexpr int kFormWidth = 1000;

} // namespace

AnalyseWorkspace::AnalyseWorkspace(const AnalyseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_undo(new QUndoStack(this))
    , m_datasets(context)
    , m_runs(context)
    , m_training(context)
    , m_queue(context, m_training, *m_undo)
    , m_unfinished(context)
    , m_study(context)
    , m_profiles(context)
    , m_message(new MessageBar)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_progress(new ProgressPage(m_training, m_queue, m_unfinished, *context.factory))
    , m_experiments(new ExperimentPage(m_study, *context.factory, *context.pools))
    , m_runsPage(new RunsPage(context, m_runs, m_datasets))
    , m_results(new ResultsPage(context, m_runs, m_datasets))
    , m_safety(new SafetyPage(*context.pools))
    , m_environment(new EnvironmentPage(*context.pools, context.factory))
{
    setAcceptDrops(true);
    m_tabs->setObjectName(QStringLiteral("analysePages"));
    m_tabs->setExpanding(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, 0, space::kSmall, space::kSmall);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_tabs);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    addPage(makeTrainPage());
    addPage(m_progress);
    addPage(m_experiments);
    addPage(m_runsPage);
    addPage(m_results);
    addPage(m_safety);
    addPage(m_environment);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    if (context.undo)
        context.undo->add(m_undo);

    connectData();
    connectTraining();
    connectRuns();
    connectStudy();
    connectDomains();
    makeSearch();
    if (context.commands)
        addAnalyseCommands(*this);
    setFocusProxy(m_dataPanel);
    retranslate();
    showTrainingState();
    findJointKinds();
    setStore(context.store);
}

AnalyseWorkspace::~AnalyseWorkspace() = default;

void AnalyseWorkspace::addPage(QWidget *page)
{
    m_pages->addWidget(page);
    m_tabs->addTab(QString());
}

QWidget *AnalyseWorkspace::makeTrainPage()
{
    m_dataPanel = new DatasetPanel(m_datasets);
    m_form = new TrainForm(*m_context.factory);
    m_forms = new QStackedWidget;
    m_forms->addWidget(m_form);
    m_tableForm = nullptr;
    if (m_context.tables) {
        m_tableForm = new TableForm(*m_context.tables);
        m_forms->addWidget(m_tableForm);
    }
    auto *side = makePanel();
    side->setMinimumWidth(kSideWidth - space::kXxLarge);
    side->layout()->addWidget(m_dataPanel);
    auto *page = new QSplitter(Qt::Horizontal);
    page->addWidget(side);
    page->addWidget(m_forms);
    page->setChildrenCollapsible(false);
    page->setHandleWidth(space::kSmall);
    page->setStretchFactor(0, 0);
    page->setStretchFactor(1, 1);
    page->setSizes({kSideWidth, kFormWidth});
    return page;
}

QString AnalyseWorkspace::pageTitle(Page page)
{
    switch (page) {
    case Page::Train:
        return tr("Train");
    case Page::Progress:
        return tr("Progress");
    case Page::Experiments:
        return tr("Experiments");
    case Page::Runs:
        return tr("Runs");
    case Page::Results:
        return tr("Results");
    case Page::Safety:
        return tr("Safety");
    case Page::Environment:
        return tr("Environment");
    }
    return {};
}

AnalyseWorkspace::Page AnalyseWorkspace::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void AnalyseWorkspace::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void AnalyseWorkspace::connectData()
{
    connect(
        &m_datasets, &DatasetController::datasetsChanged, this, &AnalyseWorkspace::showDatasets);
    connect(&m_datasets, &DatasetController::removed, this, &AnalyseWorkspace::datasetChanged);
    connect(&m_datasets, &DatasetController::failed, m_message, &MessageBar::showError);
    connect(m_dataPanel, &DatasetPanel::importRequested, this, [this] { openImport(); });
    connect(m_dataPanel, &DatasetPanel::datasetSelected, this, [this](const QString &name) {
        m_forms->setCurrentWidget(m_form);
        m_form->selectDataset(name);
    });
    connect(m_dataPanel, &DatasetPanel::tableSelected, this, &AnalyseWorkspace::showTable);
    connect(m_form, &TrainForm::datasetSelected, m_dataPanel, &DatasetPanel::select);
    connect(m_form, &TrainForm::quantitySelected, &m_profiles, &ProfileController::request);
    connect(&m_profiles, &ProfileController::ready, m_form, &TrainForm::setProfile);
    connect(&m_profiles, &ProfileController::failed, m_message, &MessageBar::showError);
}

void AnalyseWorkspace::connectTraining()
{
    connect(m_form, &TrainForm::startRequested, this, &AnalyseWorkspace::queueTraining);
    if (m_tableForm)
        connect(m_tableForm, &TableForm::startRequested, this, &AnalyseWorkspace::queueTraining);
    connect(&m_training, &TrainingController::stateChanged, this, [this] {
        shareThread();
        showTrainingState();
    });
    connect(&m_training, &TrainingController::progressChanged, this,
        &AnalyseWorkspace::showProgressInTab);
    connect(&m_training, &TrainingController::finished, &m_runs, &RunController::reload);
    connect(&m_training, &TrainingController::failed, m_message, &MessageBar::showError);
    connect(&m_training, &TrainingController::taskStarted, this, &AnalyseWorkspace::taskStarted);
    connect(&m_training, &TrainingController::taskFinished, this, &AnalyseWorkspace::taskFinished);
    connect(&m_queue, &TrainingQueue::changed, this, &AnalyseWorkspace::showProgressInTab);
    connect(&m_unfinished, &UnfinishedController::failed, m_message, &MessageBar::showError);
    connect(&m_queue, &TrainingQueue::failed, m_message, &MessageBar::showError);
    connect(m_progress, &ProgressPage::trainRequested, this, [this] { showPage(Page::Train); });
    connect(m_progress, &ProgressPage::resultRequested, this, &AnalyseWorkspace::openRun);
}

void AnalyseWorkspace::queueTraining(const TrainSpec &spec)
{
    m_message->clear();
    const bool waits = m_training.busy() || m_study.busy();
    m_queue.add(spec);
    if (!waits)
        showPage(Page::Progress);
}

void AnalyseWorkspace::startTraining()
{
    if (m_tableForm && m_forms->currentWidget() == m_tableForm)
        m_tableForm->start();
    else
        m_form->start();
}

void AnalyseWorkspace::showTable(const QString &name)
{
    const TableInfo *table = m_datasets.table(name);
    if (!table || !m_tableForm)
        return;
    m_forms->setCurrentWidget(m_tableForm);
    if (m_tableForm->table() != name)
        m_tableForm->setTable(*table);
}

void AnalyseWorkspace::selectTable(const QString &name)
{
    m_awaitedTable = name;
    m_dataPanel->select(name);
    showPage(Page::Train);
}

void AnalyseWorkspace::connectStudy()
{
    StudyForm *form = m_experiments->form();
    StudyView *view = m_experiments->view();
    connect(m_form, &TrainForm::specChanged, this, [this, form, view] {
        const TrainSpec spec = m_form->spec();
        form->setTrainSpec(spec, m_form->canStart());
        if (const Dataset *dataset = m_datasets.dataset(spec.dataset))
            view->setZone(dataset->zone);
    });
    connect(form, &StudyForm::startRequested, this, [this](const StudySpec &spec) {
        m_message->clear();
        m_study.start(spec, m_training.busy());
    });
    connect(form, &StudyForm::setUpRequested, this, [this] { showPage(Page::Train); });
    connect(view, &StudyView::useRequested, this, &AnalyseWorkspace::setUp);
    connect(view, &StudyView::resultRequested, this, &AnalyseWorkspace::openRun);
    connect(view, &StudyView::failed, m_message, &MessageBar::showError);
    connect(&m_study, &StudyController::stateChanged, this, [this] {
        shareThread();
        showTrainingState();
    });
    connect(&m_study, &StudyController::finished, &m_runs, &RunController::reload);
    connect(&m_study, &StudyController::failed, m_message, &MessageBar::showError);
    connect(&m_study, &StudyController::taskStarted, this, &AnalyseWorkspace::taskStarted);
    connect(&m_study, &StudyController::taskFinished, this, &AnalyseWorkspace::taskFinished);
}

void AnalyseWorkspace::shareThread()
{
    // An experiment goes before what waits in the queue: it was started by hand.
    m_queue.setBlocked(m_study.busy());
    if (!m_training.busy())
        m_study.begin();
}

void AnalyseWorkspace::makeSearch()
{
    if (!m_context.search)
        return;
    m_datasetSearch = std::make_shared<NameSearchProvider>(
        m_context.pools->search, [] { return tr("Data sets"); }, QStringLiteral("data"),
        [this](const SearchHit &hit) -> Result<QString> {
            Q_EMIT shown();
            selectQuantity(hit.payload.toString(), {});
            return QString();
        });
    m_runSearch = std::make_shared<NameSearchProvider>(
        m_context.pools->search, [] { return tr("Runs"); }, QStringLiteral("model"),
        [this](const SearchHit &hit) -> Result<QString> {
            Q_EMIT shown();
            openRun(hit.payload.toString());
            return QString();
        });
    m_context.search->add(m_datasetSearch, this);
    m_context.search->add(m_runSearch, this);
}

void AnalyseWorkspace::connectRuns()
{
    connect(&m_runs, &RunController::runsChanged, this, &AnalyseWorkspace::showRuns);
    connect(&m_runs, &RunController::failed, m_message, &MessageBar::showError);
    connect(&m_runs, &RunController::deployed, this, [this](const ModelVersion &version) {
        if (version.task == TrainSpec().task) // what a table's model answers is on no map
            Q_EMIT modelDeployed(version);
    });
    connect(m_runsPage, &RunsPage::runOpened, this, &AnalyseWorkspace::openRun);
    connect(m_runsPage, &RunsPage::reuseRequested, this, &AnalyseWorkspace::setUp);
    connect(m_runsPage, &RunsPage::trainRequested, this, [this] { showPage(Page::Train); });
    connect(m_runsPage, &RunsPage::failed, m_message, &MessageBar::showError);
    connect(m_results, &ResultsPage::reuseRequested, this, &AnalyseWorkspace::setUp);
    connect(m_results, &ResultsPage::trainRequested, this, [this] { showPage(Page::Train); });
    connect(m_results, &ResultsPage::failed, m_message, &MessageBar::showError);
    connect(m_results, &ResultsPage::taskStarted, this, &AnalyseWorkspace::taskStarted);
    connect(m_results, &ResultsPage::taskFinished, this, &AnalyseWorkspace::taskFinished);
}

void AnalyseWorkspace::connectDomains()
{
    connect(m_safety, &SafetyPage::importRequested, this, [this] { openImport(); });
    connect(m_safety, &SafetyPage::datasetMade, this, [this](const QString &dataset) {
        selectQuantity(dataset, {});
        m_datasets.reload();
        Q_EMIT datasetChanged(dataset);
    });
    connect(m_safety, &SafetyPage::failed, m_message, &MessageBar::showError);
    connect(m_safety, &SafetyPage::taskStarted, this, &AnalyseWorkspace::taskStarted);
    connect(m_safety, &SafetyPage::taskFinished, this, &AnalyseWorkspace::taskFinished);
    connect(m_safety, &SafetyPage::exportRequested, this,
        [this](const QString &name, const ChartTable &table) {
            exportTable(this, m_context.pools->io, name, table,
                [this](const Error &error) { m_message->showError(error); });
        });
    connect(m_environment, &EnvironmentPage::importRequested, this, [this] { openImport(); });
    connect(m_environment, &EnvironmentPage::failed, m_message, &MessageBar::showError);
    connect(
        &m_datasets, &DatasetController::datasetsChanged, m_environment, &EnvironmentPage::reload);
}

void AnalyseWorkspace::findJointKinds()
{
    const auto find = [factory = m_context.factory](
                          TaskContext &) -> Result<QSet<QString>> { return jointKinds(*factory); };
    m_findingJointKinds.start(
        runTask(m_context.pools->inference, find), [this](const Result<QSet<QString>> &kinds) {
            if (kinds)
                m_form->setJointKinds(*kinds);
        });
}

void AnalyseWorkspace::setStore(std::shared_ptr<Store> store)
{
    cancelAll();
    m_message->clear();
    m_context.store = store;
    m_training.setStore(store);
    m_queue.setStore(store);
    m_study.setStore(store);
    m_unfinished.setStore(store);
    m_profiles.setStore(store);
    m_datasets.setStore(store);
    m_runs.setStore(store);
    m_runsPage->setStore(store);
    m_results->setStore(store);
    m_safety->setStore(store);
    m_environment->setStore(store);
    m_dataPanel->setOpen(store != nullptr);
}

bool AnalyseWorkspace::busy() const
{
    return m_training.busy() || m_study.busy() || (m_import && m_import->controller().busy());
}

void AnalyseWorkspace::cancelAll()
{
    m_queue.setHeld(true); // or the next one would begin
    m_study.cancel();
    m_results->cancelAll();
    m_safety->controller().cancel();
    m_training.leave(); // what it learned is offered again
    // Its controller goes with it and cancels what runs.
    delete m_import;
}

void AnalyseWorkspace::reload()
{
    m_datasets.reload();
    m_runs.reload();
}

void AnalyseWorkspace::openImport(const QStringList &files)
{
    if (!m_context.store)
        return;
    if (!m_import) {
        QStringList names;
        for (const Dataset &dataset : m_datasets.datasets())
            names.append(dataset.name);
        m_import = new ImportDialog(m_context, m_datasets.city().zone, names, this);
        m_import->setAttribute(Qt::WA_DeleteOnClose);
        ImportController &controller = m_import->controller();
        connect(&controller, &ImportController::taskStarted, this, &AnalyseWorkspace::taskStarted);
        connect(
            &controller, &ImportController::taskFinished, this, &AnalyseWorkspace::taskFinished);
        // Cancelled from outside, it may have been stored already.
        connect(&controller, &ImportController::failed, &m_datasets, &DatasetController::reload);
        connect(&controller, &ImportController::stored, this, [this](const ImportSummary &summary) {
            if (summary.tableColumns > 0)
                selectTable(summary.dataset);
            else
                selectQuantity(summary.dataset, {});
            m_datasets.reload();
            m_safety->setStore(m_context.store);
            Q_EMIT datasetChanged(summary.dataset);
        });
    }
    m_import->addFiles(files);
    m_import->open();
}

void AnalyseWorkspace::showDatasets()
{
    // What is shown stays; a table that was just imported comes first.
    QString table;
    if (m_datasets.table(m_awaitedTable)) {
        table = std::exchange(m_awaitedTable, {});
        if (m_tableForm)
            m_tableForm->setTable(*m_datasets.table(table)); // it may have other columns now
    } else if (m_tableForm && m_forms->currentWidget() == m_tableForm) {
        table = m_tableForm->table();
    }
    m_form->setDatasets(m_datasets.datasets());
    if (m_datasetSearch) {
        std::vector<NamedThing> names;
        for (const Dataset &dataset : m_datasets.datasets())
            names.push_back({dataset.name, domainTitle(dataset.domain), dataset.name});
        m_datasetSearch->setNames(std::move(names));
    }
    QString chosen = m_datasets.table(table) ? table : m_form->spec().dataset;
    if (chosen.isEmpty() && !m_datasets.tables().empty())
        chosen = m_datasets.tables().front().name;
    m_dataPanel->select(chosen);
}

void AnalyseWorkspace::showRuns()
{
    std::vector<RunRecord> records;
    std::vector<NamedThing> names;
    for (const RunEntry &run : m_runs.runs()) {
        const Entry entry = runEntry(run, *m_context.factory);
        //: A model, then the data it was trained on
        names.push_back(
            {run.title(), tr("%1 · %2").arg(entry.title, entry.lines.value(0)), run.record.id});
        records.push_back(run.record);
    }
    if (m_runSearch)
        m_runSearch->setNames(std::move(names));
    m_form->setRuns(m_runs.runs());
    m_progress->view()->setRuns(records);
}

void AnalyseWorkspace::openRun(const QString &runId)
{
    m_runsPage->select(runId);
    m_results->showRun(runId);
    showPage(Page::Results);
}

void AnalyseWorkspace::setUp(const TrainSpec &spec)
{
    if (spec.table) {
        m_dataPanel->select(spec.dataset);
        if (m_tableForm && m_tableForm->table() == spec.dataset)
            m_tableForm->setSpec(spec);
    } else {
        m_forms->setCurrentWidget(m_form);
        m_form->setSpec(spec);
        m_dataPanel->select(spec.dataset);
    }
    showPage(Page::Train);
}

void AnalyseWorkspace::showTrainingState()
{
    const bool trains = m_training.busy() || m_study.busy();
    m_form->setBusy(trains);
    if (m_tableForm)
        m_tableForm->setBusy(trains);
    m_dataPanel->setRemovable(!trains);
    showProgressInTab();
}

void AnalyseWorkspace::showProgressInTab()
{
    const int waiting = static_cast<int>(m_queue.items().size());
    QString text = pageTitle(Page::Progress);
    if (m_training.busy())
        //: The title of a page, how far the training on it is
        text = tr("%1 · %2").arg(text, formatPercent(m_training.done()));
    if (waiting > 0)
        //: The title of a page, then how many trainings wait
        text = tr("%1 · %2").arg(text, tr("%Ln waiting", nullptr, waiting));
    m_tabs->setTabText(static_cast<int>(Page::Progress), text);
}

void AnalyseWorkspace::selectQuantity(const QString &dataset, const QString &channel)
{
    m_forms->setCurrentWidget(m_form);
    m_form->selectQuantity(dataset, channel);
    m_dataPanel->select(dataset);
    showPage(Page::Train);
}

void AnalyseWorkspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_context.store && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void AnalyseWorkspace::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openImport(localFiles(event->mimeData()));
}

void AnalyseWorkspace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showRuns();
    }
}

void AnalyseWorkspace::retranslate()
{
    m_tabs->setAccessibleName(tr("Pages of the workspace"));
    const QStringList tips{tr("Choose data and a model, and start (Ctrl+1)"),
        tr("What trains and what waits (Ctrl+2)"),
        tr("Search options, cross-validate, draw a learning curve (Ctrl+3)"),
        tr("All trained models, side by side (Ctrl+4)"),
        tr("What one model is worth: where, when and how it errs (Ctrl+5)"),
        tr("Which ranking of places finds most incidents (Ctrl+6)"),
        tr("Air and noise by day, hour, wind and year, and models against them (Ctrl+7)")};
    for (int i = 0; i < kPageCount; ++i) {
        m_tabs->setTabText(i, pageTitle(static_cast<Page>(i)));
        m_tabs->setTabToolTip(i, tips[i]);
    }
    showProgressInTab();
}

} // namespace belvedere::ui
