// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_workspace.h"

#include "analyse/analyse_text.h"
#include "analyse/dataset_panel.h"
#include "analyse/entry_delegate.h"
#include "analyse/entry_model.h"
#include "analyse/import_dialog.h"
#include "analyse/local_files.h"
#include "analyse/message_bar.h"
#include "analyse/panel.h"
#include "analyse/result_panel.h"
#include "analyse/train_form.h"
#include "analyse/training/joint_kinds.h"
#include "analyse/training/progress_page.h"
#include "analyse/training_view.h"
#include "common/format.h"
#include "common/section_header.h"
#include "common/undo_hub.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QShortcut>
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
    , m_profiles(context)
    , m_message(new MessageBar)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_progress(new ProgressPage(m_training, m_queue, *context.factory))
    , m_runModel(new EntryModel(this))
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
    addPage(makeResultsPage());
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    if (context.undo)
        context.undo->add(m_undo);

    connectData();
    connectTraining();
    connectRuns();
    makeShortcuts();
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
    auto *side = makePanel();
    side->setMinimumWidth(kSideWidth - space::kXxLarge);
    side->layout()->addWidget(m_dataPanel);
    auto *page = new QSplitter(Qt::Horizontal);
    page->addWidget(side);
    page->addWidget(m_form);
    page->setChildrenCollapsible(false);
    page->setHandleWidth(space::kSmall);
    page->setStretchFactor(0, 0);
    page->setStretchFactor(1, 1);
    page->setSizes({kSideWidth, kFormWidth});
    return page;
}

QWidget *AnalyseWorkspace::makeResultsPage()
{
    m_runHeader = new SectionHeader;
    m_runList = new QListView;
    m_runList->setObjectName(QStringLiteral("runs"));
    m_runList->setModel(m_runModel);
    m_runList->setItemDelegate(new EntryDelegate(m_runList));
    m_runList->setFrameShape(QFrame::NoFrame);
    m_runList->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_runList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_runList->setMouseTracking(true);
    m_noRuns = new QLabel;
    m_noRuns->setWordWrap(true);
    m_noRuns->setProperty("secondary", true);
    m_noRuns->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *side = makePanel();
    side->setMinimumWidth(kSideWidth - space::kXxLarge);
    for (QWidget *widget : {static_cast<QWidget *>(m_runHeader), static_cast<QWidget *>(m_noRuns),
             static_cast<QWidget *>(m_runList)})
        side->layout()->addWidget(widget);
    m_results = new ResultPanel(*m_context.factory);
    auto *main = makePanel();
    main->layout()->addWidget(m_results);
    auto *page = new QSplitter(Qt::Horizontal);
    page->addWidget(side);
    page->addWidget(main);
    page->setChildrenCollapsible(false);
    page->setHandleWidth(space::kSmall);
    page->setStretchFactor(1, 1);
    page->setSizes({kSideWidth, kFormWidth});
    return page;
}

void AnalyseWorkspace::makeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_I), [this] { openImport(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_form->start(); });
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
    connect(&m_datasets, &DatasetController::datasetsChanged, this, [this] {
        showDatasets();
        showRuns();
    });
    connect(&m_datasets, &DatasetController::removed, this, &AnalyseWorkspace::datasetChanged);
    connect(&m_datasets, &DatasetController::failed, m_message, &MessageBar::showError);
    connect(m_dataPanel, &DatasetPanel::importRequested, this, [this] { openImport(); });
    connect(m_dataPanel, &DatasetPanel::datasetSelected, m_form, &TrainForm::selectDataset);
    connect(m_form, &TrainForm::datasetSelected, m_dataPanel, &DatasetPanel::select);
    connect(m_form, &TrainForm::quantitySelected, &m_profiles, &ProfileController::request);
    connect(&m_profiles, &ProfileController::ready, m_form, &TrainForm::setProfile);
    connect(&m_profiles, &ProfileController::failed, m_message, &MessageBar::showError);
}

void AnalyseWorkspace::connectTraining()
{
    connect(m_form, &TrainForm::startRequested, this, [this](const TrainSpec &spec) {
        m_message->clear();
        const bool waits = m_training.busy();
        m_queue.add(spec);
        if (!waits)
            showPage(Page::Progress);
    });
    connect(
        &m_training, &TrainingController::stateChanged, this, &AnalyseWorkspace::showTrainingState);
    connect(&m_training, &TrainingController::progressChanged, this,
        &AnalyseWorkspace::showProgressInTab);
    connect(&m_training, &TrainingController::finished, this, [this](const RunRecord &record) {
        m_shownRun = record.id;
        m_runs.reload();
    });
    connect(&m_training, &TrainingController::failed, m_message, &MessageBar::showError);
    connect(&m_training, &TrainingController::taskStarted, this, &AnalyseWorkspace::taskStarted);
    connect(&m_training, &TrainingController::taskFinished, this, &AnalyseWorkspace::taskFinished);
    connect(&m_queue, &TrainingQueue::changed, this, &AnalyseWorkspace::showProgressInTab);
    connect(&m_queue, &TrainingQueue::failed, m_message, &MessageBar::showError);
    connect(m_progress, &ProgressPage::trainRequested, this, [this] { showPage(Page::Train); });
    connect(m_progress, &ProgressPage::resultRequested, this, &AnalyseWorkspace::openRun);
}

void AnalyseWorkspace::connectRuns()
{
    connect(&m_runs, &RunController::runsChanged, this, &AnalyseWorkspace::showRuns);
    connect(&m_runs, &RunController::failed, m_message, &MessageBar::showError);
    connect(&m_runs, &RunController::deployed, this, &AnalyseWorkspace::modelDeployed);
    connect(&m_runs, &RunController::deployingChanged, this,
        [this] { m_results->setDeploying(m_runs.deploying()); });
    connect(m_runList->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                showRun(current.data(EntryModel::IdRole).toString());
        });
    connect(m_results, &ResultPanel::deployRequested, &m_runs, &RunController::deploy);
    connect(m_results, &ResultPanel::reuseRequested, this, [this](const TrainSpec &spec) {
        m_form->setSpec(spec);
        showPage(Page::Train);
    });
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
    m_shownRun.clear();
    m_training.setStore(store);
    m_queue.setStore(store);
    m_profiles.setStore(store);
    m_datasets.setStore(store);
    m_runs.setStore(store);
    m_dataPanel->setOpen(store != nullptr);
}

bool AnalyseWorkspace::busy() const
{
    return m_training.busy() || (m_import && m_import->controller().busy());
}

void AnalyseWorkspace::cancelAll()
{
    m_queue.setHeld(true); // or the next one would begin
    m_training.cancel();
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
            selectQuantity(summary.dataset, {});
            m_datasets.reload();
            Q_EMIT datasetChanged(summary.dataset);
        });
    }
    m_import->addFiles(files);
    m_import->open();
}

void AnalyseWorkspace::showDatasets()
{
    m_form->setDatasets(m_datasets.datasets());
    m_dataPanel->select(m_form->spec().dataset);
}

void AnalyseWorkspace::showRuns()
{
    std::vector<Entry> entries;
    std::vector<RunRecord> records;
    for (const RunEntry &run : m_runs.runs()) {
        entries.push_back(runEntry(run, *m_context.factory));
        records.push_back(run.record);
    }
    const bool any = !entries.empty();
    m_form->setRuns(m_runs.runs());
    m_progress->view()->setRuns(records);
    m_runModel->setEntries(std::move(entries));
    m_runList->setVisible(any);
    m_noRuns->setVisible(!any);
    if (!any) {
        m_results->showNothing(!m_datasets.datasets().empty());
        return;
    }
    const int row = std::max(0, m_runModel->rowOf(m_shownRun));
    m_runList->setCurrentIndex(m_runModel->index(row));
}

void AnalyseWorkspace::showRun(const QString &id)
{
    const RunEntry *run = m_runs.run(id);
    if (!run)
        return;
    m_shownRun = id;
    const RunEntry *live = m_runs.live(run->record.spec.dataset, run->record.spec.channel);
    m_results->showRun(
        *run, stepOf(run->record.spec.dataset), live ? std::optional(*live) : std::nullopt);
}

void AnalyseWorkspace::openRun(const QString &runId)
{
    m_shownRun = runId;
    if (const int row = m_runModel->rowOf(runId); row >= 0)
        m_runList->setCurrentIndex(m_runModel->index(row));
    showPage(Page::Results);
}

std::int64_t AnalyseWorkspace::stepOf(const QString &dataset) const
{
    const Dataset *found = m_datasets.dataset(dataset);
    return found ? found->axis.stepMs : 0;
}

void AnalyseWorkspace::showTrainingState()
{
    m_form->setBusy(m_training.busy());
    m_dataPanel->setRemovable(!m_training.busy());
    showProgressInTab();
}

void AnalyseWorkspace::showProgressInTab()
{
    const int waiting = static_cast<int>(m_queue.items().size());
    QString text = tr("Progress");
    if (m_training.busy())
        //: The title of a page, how far the training on it is
        text = tr("%1 · %2").arg(text, formatPercent(m_training.done()));
    if (waiting > 0)
        //: The title of a page, then how many trainings wait
        text = tr("%1 · %2").arg(text, tr("%n waiting", nullptr, waiting));
    m_tabs->setTabText(static_cast<int>(Page::Progress), text);
}

void AnalyseWorkspace::selectQuantity(const QString &dataset, const QString &channel)
{
    m_form->selectQuantity(dataset, channel);
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
    m_tabs->setTabText(static_cast<int>(Page::Train), tr("Train"));
    m_tabs->setTabText(static_cast<int>(Page::Results), tr("Results"));
    m_tabs->setTabToolTip(
        static_cast<int>(Page::Train), tr("Choose data and a model, and start (Alt+1)"));
    m_tabs->setTabToolTip(
        static_cast<int>(Page::Progress), tr("What trains and what waits (Alt+2)"));
    m_tabs->setTabToolTip(
        static_cast<int>(Page::Results), tr("What the trained models are worth (Alt+3)"));
    m_runHeader->setTitle(tr("Trained models"));
    m_runList->setAccessibleName(tr("Trained models"));
    m_noRuns->setText(tr("Models appear here once they are trained."));
    showProgressInTab();
}

} // namespace belvedere::ui
