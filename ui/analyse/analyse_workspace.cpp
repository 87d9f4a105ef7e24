// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_workspace.h"

#include "analyse/analyse_text.h"
#include "analyse/entry_delegate.h"
#include "analyse/entry_model.h"
#include "analyse/import_dialog.h"
#include "analyse/local_files.h"
#include "analyse/message_bar.h"
#include "analyse/result_panel.h"
#include "analyse/train_form.h"
#include "analyse/training_view.h"
#include "common/empty_state.h"
#include "common/quantity_names.h"
#include "common/section_header.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

constexpr int kSideWidth = 284;
constexpr int kTrainWidth = 368;

QFrame *makePanel(QVBoxLayout *&layout)
{
    auto *panel = new QFrame;
    panel->setProperty("panel", true);
    layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    return panel;
}

QListView *makeList(EntryModel *model, const char *name)
{
    auto *list = new QListView;
    list->setObjectName(QLatin1String(name));
    list->setModel(model);
    list->setItemDelegate(new EntryDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    return list;
}

} // namespace

AnalyseWorkspace::AnalyseWorkspace(const AnalyseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_datasets(context)
    , m_runs(context)
    , m_training(context)
    , m_message(new MessageBar)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_datasetModel(new EntryModel(this))
    , m_runModel(new EntryModel(this))
{
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_message);
    layout->addWidget(m_splitter, 1);

    auto *side = new QSplitter(Qt::Vertical);
    side->addWidget(makeDataPanel());
    side->addWidget(makeRunPanel());
    side->setChildrenCollapsible(false);
    side->setHandleWidth(space::kSmall);
    side->setSizes({6 * kSideWidth, 5 * kSideWidth});
    m_splitter->addWidget(side);
    m_splitter->addWidget(makeTrainPanel());
    m_splitter->addWidget(makeResultPanel());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::kSmall);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({kSideWidth, kTrainWidth, 2 * kTrainWidth});

    connectData();
    connectTraining();
    connectRuns();
    makeShortcuts();
    setFocusProxy(m_datasetList);
    retranslate();
    showTrainingState();
    setStore(context.store);
}

AnalyseWorkspace::~AnalyseWorkspace() = default;

QWidget *AnalyseWorkspace::makeDataPanel()
{
    QVBoxLayout *layout = nullptr;
    auto *panel = makePanel(layout);
    panel->setMinimumWidth(kSideWidth - space::kXxLarge);
    m_dataHeader = new SectionHeader;
    m_importButton = new QPushButton;
    m_importButton->setObjectName(QStringLiteral("import"));
    m_importButton->setIcon(icon(QStringLiteral("import")));
    m_dataHeader->addControl(m_importButton);
    layout->addWidget(m_dataHeader);

    m_datasetList = makeList(m_datasetModel, "datasets");
    m_source = new QLabel;
    m_source->setWordWrap(true);
    m_source->setProperty("secondary", true);
    m_source->setFont(themeFont(type::kCaption));
    m_source->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_removeButton = new QPushButton;
    m_removeButton->setObjectName(QStringLiteral("remove"));
    m_removeButton->setProperty("flat", true);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::kSmall);
    foot->addWidget(m_source, 1);
    foot->addWidget(m_removeButton, 0, Qt::AlignBottom);
    auto *content = new QWidget;
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->addWidget(m_datasetList, 1);
    contentLayout->addLayout(foot);

    m_noData = new EmptyState(QStringLiteral("data"));
    m_dataPages = new QStackedWidget;
    m_dataPages->addWidget(m_noData);
    m_dataPages->addWidget(content);
    layout->addWidget(m_dataPages, 1);
    return panel;
}

QWidget *AnalyseWorkspace::makeRunPanel()
{
    QVBoxLayout *layout = nullptr;
    auto *panel = makePanel(layout);
    m_runHeader = new SectionHeader;
    m_runList = makeList(m_runModel, "runs");
    m_noRuns = new QLabel;
    m_noRuns->setWordWrap(true);
    m_noRuns->setProperty("secondary", true);
    layout->addWidget(m_runHeader);
    m_noRuns->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->addWidget(m_noRuns, 1);
    layout->addWidget(m_runList, 1);
    return panel;
}

QWidget *AnalyseWorkspace::makeTrainPanel()
{
    QVBoxLayout *layout = nullptr;
    auto *panel = makePanel(layout);
    panel->setMinimumWidth(kTrainWidth - space::kXxLarge);
    m_trainHeader = new SectionHeader;
    m_form = new TrainForm(*m_context.factory);
    m_view = new TrainingView(m_training, *m_context.factory);
    m_trainPages = new QStackedWidget;
    m_trainPages->addWidget(m_form);
    m_trainPages->addWidget(m_view);
    layout->addWidget(m_trainHeader);
    layout->addWidget(m_trainPages, 1);
    return panel;
}

QWidget *AnalyseWorkspace::makeResultPanel()
{
    QVBoxLayout *layout = nullptr;
    auto *panel = makePanel(layout);
    m_results = new ResultPanel(*m_context.factory);
    layout->addWidget(m_results, 1);
    return panel;
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

void AnalyseWorkspace::connectData()
{
    connect(&m_datasets, &DatasetController::datasetsChanged, this, [this] {
        showDatasets();
        showRuns();
    });
    connect(&m_datasets, &DatasetController::removed, this, &AnalyseWorkspace::datasetChanged);
    connect(&m_datasets, &DatasetController::failed, m_message, &MessageBar::showError);
    connect(m_importButton, &QPushButton::clicked, this, [this] { openImport(); });
    connect(m_noData, &EmptyState::actionTriggered, this, [this] { openImport(); });
    connect(m_removeButton, &QPushButton::clicked, this, &AnalyseWorkspace::removeDataset);
    connect(m_datasetList->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (!current.isValid())
                return;
            const QString name = current.data(EntryModel::IdRole).toString();
            m_form->selectDataset(name);
            const Dataset *dataset = m_datasets.dataset(name);
            m_source->setText(dataset ? demoText(dataset->source) : QString());
        });
    connect(m_form, &TrainForm::datasetSelected, this, [this](const QString &name) {
        const int row = m_datasetModel->rowOf(name);
        if (row >= 0)
            m_datasetList->setCurrentIndex(m_datasetModel->index(row));
    });
}

void AnalyseWorkspace::connectTraining()
{
    connect(m_form, &TrainForm::startRequested, this, [this](const TrainSpec &spec) {
        m_message->clear();
        m_training.start(spec);
    });
    connect(
        &m_training, &TrainingController::stateChanged, this, &AnalyseWorkspace::showTrainingState);
    connect(&m_training, &TrainingController::finished, this, [this](const RunRecord &record) {
        m_shownRun = record.id;
        m_runs.reload();
    });
    connect(&m_training, &TrainingController::failed, m_message, &MessageBar::showError);
    connect(&m_training, &TrainingController::taskStarted, this, &AnalyseWorkspace::taskStarted);
    connect(&m_training, &TrainingController::taskFinished, this, &AnalyseWorkspace::taskFinished);
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
    connect(m_results, &ResultPanel::reuseRequested, m_form, &TrainForm::setSpec);
}

void AnalyseWorkspace::setStore(std::shared_ptr<Store> store)
{
    cancelAll();
    m_message->clear();
    m_context.store = store;
    m_shownRun.clear();
    m_training.setStore(store);
    m_datasets.setStore(store);
    m_runs.setStore(store);
    m_importButton->setEnabled(store != nullptr);
}

bool AnalyseWorkspace::busy() const
{
    return m_training.busy() || (m_import && m_import->controller().busy());
}

void AnalyseWorkspace::cancelAll()
{
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
            m_form->selectQuantity(summary.dataset, {});
            m_datasets.reload();
            Q_EMIT datasetChanged(summary.dataset);
        });
    }
    m_import->addFiles(files);
    m_import->open();
}

void AnalyseWorkspace::showDatasets()
{
    std::vector<Entry> entries;
    for (const Dataset &dataset : m_datasets.datasets())
        entries.push_back(datasetEntry(dataset));
    const bool any = !entries.empty();
    m_datasetModel->setEntries(std::move(entries));
    m_dataPages->setCurrentIndex(any || !m_datasets.loaded() ? 1 : 0);
    m_removeButton->setEnabled(any);
    m_form->setDatasets(m_datasets.datasets());
    const int row = std::max(0, m_datasetModel->rowOf(m_form->spec().dataset));
    m_datasetList->setCurrentIndex(m_datasetModel->index(row));
}

void AnalyseWorkspace::showRuns()
{
    std::vector<Entry> entries;
    for (const RunEntry &run : m_runs.runs())
        entries.push_back(runEntry(run, *m_context.factory));
    const bool any = !entries.empty();
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

std::int64_t AnalyseWorkspace::stepOf(const QString &dataset) const
{
    const Dataset *found = m_datasets.dataset(dataset);
    return found ? found->axis.stepMs : 0;
}

void AnalyseWorkspace::showTrainingState()
{
    const bool busyNow = m_training.busy();
    m_form->setBlocked(busyNow);
    m_trainPages->setCurrentWidget(busyNow ? static_cast<QWidget *>(m_view) : m_form);
    m_removeButton->setEnabled(!busyNow && !m_datasets.datasets().empty());
}

void AnalyseWorkspace::selectQuantity(const QString &dataset, const QString &channel)
{
    m_form->selectQuantity(dataset, channel);
}

QString AnalyseWorkspace::selectedDataset() const
{
    return m_datasetList->currentIndex().data(EntryModel::IdRole).toString();
}

void AnalyseWorkspace::removeDataset()
{
    const QString name = selectedDataset();
    if (name.isEmpty())
        return;
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Remove data set"),
        tr("Remove %1 from this city? Its values are deleted; models trained on it stay, but "
           "can no longer forecast.")
            .arg(name),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, name] { m_datasets.remove(name); });
    question->open();
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
        showDatasets();
        showRuns();
    }
}

void AnalyseWorkspace::retranslate()
{
    m_dataHeader->setTitle(tr("Data"));
    m_runHeader->setTitle(tr("Trained models"));
    m_trainHeader->setTitle(tr("Train a model"));
    m_importButton->setText(tr("Import…"));
    m_importButton->setToolTip(tr("Import files into this city (Ctrl+I)"));
    m_removeButton->setText(tr("Remove…"));
    m_removeButton->setToolTip(tr("Takes the chosen data set out of this city"));
    m_datasetList->setAccessibleName(tr("Data sets"));
    m_runList->setAccessibleName(tr("Trained models"));
    m_noData->setText(tr("No data yet. Import CSV files, or drop them here."));
    m_noData->setActionText(tr("Import…"));
    m_noRuns->setText(tr("Models appear here once they are trained."));
}

} // namespace belvedere::ui
