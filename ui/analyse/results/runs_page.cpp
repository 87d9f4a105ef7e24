// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/runs_page.h"

#include "analyse/analyse_text.h"
#include "analyse/results/run_comparison.h"
#include "analyse/results/run_table_model.h"
#include "analyse/results/table_export.h"
#include "common/empty_state.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "common/section_header.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace belvedere::ui {

namespace {

const QString kHiddenKey = QStringLiteral("analyse/runs/hiddenColumns");
constexpr int kTypingMs = 120;
constexpr int kWidestCell = 220;
constexpr int kCellMargin = 24;
constexpr int kRowsMeasured = 60; // for the width of columns

QPushButton *actionButton(const char *name, const char *iconName)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    if (*iconName != '\0')
        button->setIcon(icon(QLatin1String(iconName)));
    return button;
}

QComboBox *filterBox(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    return box;
}

} // namespace

RunsPage::RunsPage(const AnalyseContext &context, RunController &runs,
    const DatasetController &datasets, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_runs(runs)
    , m_model(new RunTableModel(runs, *context.factory, this))
    , m_filter(new RunFilter(*m_model, this))
    , m_header(new SectionHeader)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("model")))
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_comparison(new RunComparison(context, runs, datasets))
    , m_typing(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    auto *listing = new QWidget;
    auto *listLayout = new QVBoxLayout(listing);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(space::kSmall);
    listLayout->addWidget(makeFilters());
    makeTable();
    m_nothing = new QLabel;
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("secondary", true);
    listLayout->addWidget(m_table, 1);
    listLayout->addWidget(m_nothing, 1);
    listLayout->addWidget(makeActions());
    m_splitter->addWidget(listing);
    m_splitter->addWidget(m_comparison);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::kSmall);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_splitter);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    connectTable();
    connectComparison();
    retranslate();
    showState();
}

RunsPage::~RunsPage()
{
    // A name that is being edited is committed when its table goes: while all is still there.
    delete m_table;
}

QWidget *RunsPage::makeFilters()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_quantity = filterBox("quantity");
    m_kind = filterBox("kind");
    m_state = filterBox("state");
    m_clear = new QToolButton;
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_columns = new QToolButton;
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_search, 2);
    row->addWidget(m_quantity, 1);
    row->addWidget(m_kind, 1);
    row->addWidget(m_state, 1);
    row->addWidget(m_clear);
    row->addWidget(m_columns);
    return bar;
}

QWidget *RunsPage::makeActions()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    m_open = actionButton("open", "");
    m_reuse = actionButton("reuse", "");
    m_rename = actionButton("rename", "rename");
    m_keep = actionButton("keep", "bookmark");
    m_keep->setCheckable(true);
    m_remove = actionButton("remove", "remove");
    m_export = actionButton("export", "export");
    for (QPushButton *button : {m_open, m_reuse, m_rename, m_keep, m_remove})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_export);
    return bar;
}

void RunsPage::makeTable()
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setModel(m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(static_cast<int>(RunColumn::Started), Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(metric::kTarget);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_columnMenu = new QMenu(this);
    m_columns->setMenu(m_columnMenu);
    makeColumnMenu();
}

void RunsPage::makeColumnMenu()
{
    const QSettings settings;
    const bool chosen = settings.contains(kHiddenKey);
    const QStringList hidden = settings.value(kHiddenKey).toStringList();
    for (int i = 0; i < kRunColumns; ++i) {
        const auto column = static_cast<RunColumn>(i);
        const bool shown = chosen ? !hidden.contains(runColumnKey(column)) : isShownAtFirst(column);
        m_table->setColumnHidden(i, !shown);
        QAction *action = m_columnMenu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(shown);
        action->setEnabled(column != RunColumn::Name); // what a row is, is always said
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            m_table->setColumnHidden(i, !on);
            fitColumns();
            QStringList now;
            for (int k = 0; k < kRunColumns; ++k) {
                if (m_table->isColumnHidden(k))
                    now.append(runColumnKey(static_cast<RunColumn>(k)));
            }
            QSettings().setValue(kHiddenKey, now);
        });
    }
}

void RunsPage::connectTable()
{
    connect(&m_runs, &RunController::runsChanged, this, [this] {
        fillFilters();
        showState();
        restoreSelection();
    });
    connect(&m_runs, &RunController::notesChanged, this, [this] {
        selectionMoved();
        m_comparison->setRuns(selectedRuns());
    });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_restoring = true; // the reset takes the selection away, not the person
    });
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &RunsPage::applyFilters);
    for (QComboBox *box : {m_quantity, m_kind, m_state})
        connect(box, &QComboBox::activated, this, &RunsPage::applyFilters);
    connect(m_clear, &QToolButton::clicked, this, &RunsPage::clearFilters);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &RunsPage::selectionMoved);
    connect(m_table, &QTableView::doubleClicked, this, &RunsPage::openSelected);
    connect(m_open, &QPushButton::clicked, this, &RunsPage::openSelected);
    connect(m_reuse, &QPushButton::clicked, this, [this] {
        if (const RunEntry *run = m_runs.run(selectedRuns().value(0)))
            Q_EMIT reuseRequested(run->record.spec);
    });
    connect(m_rename, &QPushButton::clicked, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        if (rows.isEmpty())
            return;
        const QModelIndex name = rows.first().siblingAtColumn(static_cast<int>(RunColumn::Name));
        m_table->scrollTo(name);
        m_table->edit(name);
    });
    connect(m_keep, &QPushButton::clicked, this,
        [this](bool keep) { m_runs.setKept(selectedRuns(), keep); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_runs.remove(selectedRuns()); });
    connect(m_export, &QPushButton::clicked, this, &RunsPage::exportTable);
    connect(m_empty, &EmptyState::actionTriggered, this, &RunsPage::trainRequested);
}

void RunsPage::connectComparison()
{
    connect(m_comparison, &RunComparison::failed, this, &RunsPage::failed);
    connect(m_comparison, &RunComparison::runActivated, this, &RunsPage::runOpened);
    connect(m_comparison, &RunComparison::runPointed, this, [this](const QString &id) {
        const int row = m_model->rowOf(id);
        const QModelIndex index =
            row < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(row, 0));
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        if (index.isValid())
            m_table->scrollTo(index);
    });
    connect(m_comparison, &RunComparison::rangesChosen, this,
        [this](const std::optional<QStringList> &ids) {
            m_filter->setIds(
                ids ? std::optional(QSet<QString>(ids->begin(), ids->end())) : std::nullopt);
            showState();
        });
}

void RunsPage::setStore(std::shared_ptr<Store> store)
{
    m_context.store = store;
    m_wanted.clear();
    m_comparison->setStore(std::move(store));
    clearFilters();
}

void RunsPage::select(const QString &runId)
{
    m_wanted = {runId};
    if (m_model->rowOf(runId) >= 0
        && !m_filter->mapFromSource(m_model->index(m_model->rowOf(runId), 0)).isValid())
        clearFilters();
    restoreSelection();
}

QStringList RunsPage::selectedRuns() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex &row : rows)
        ids.append(row.data(RunTableModel::IdRole).toString());
    return ids;
}

void RunsPage::restoreSelection()
{
    m_restoring = true;
    QItemSelection selection;
    QModelIndex first;
    for (const QString &id : m_wanted) {
        const int row = m_model->rowOf(id);
        const QModelIndex index =
            row < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(row, 0));
        if (!index.isValid())
            continue;
        selection.select(index, index);
        first = first.isValid() ? first : index;
    }
    m_table->selectionModel()->select(
        selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        m_table->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(first);
    }
    m_restoring = false;
    const QStringList wanted = m_wanted;
    selectionMoved();
    if (!first.isValid())
        m_wanted = wanted; // it may be loaded yet
}

void RunsPage::selectionMoved()
{
    if (m_restoring)
        return;
    m_wanted = selectedRuns();
    bool allKept = !m_wanted.isEmpty();
    bool anyToRemove = false;
    for (const QString &id : m_wanted) {
        const RunEntry *run = m_runs.run(id);
        allKept = allKept && run && run->note.kept;
        anyToRemove = anyToRemove || (run && RunController::canRemove(*run));
    }
    const bool one = m_wanted.size() == 1;
    for (QPushButton *button : {m_open, m_reuse, m_rename})
        button->setEnabled(one);
    m_keep->setEnabled(!m_wanted.isEmpty());
    m_keep->setChecked(allKept);
    m_remove->setEnabled(anyToRemove);
    m_comparison->setRuns(m_wanted);
}

void RunsPage::openSelected()
{
    const QStringList ids = selectedRuns();
    if (!ids.isEmpty())
        Q_EMIT runOpened(ids.first());
}

void RunsPage::fillFilters()
{
    std::set<std::pair<QString, QString>> quantities;
    std::set<QString> kinds;
    for (const RunEntry &run : m_runs.runs()) {
        quantities.emplace(run.record.spec.dataset, run.record.spec.channel);
        kinds.insert(run.record.spec.model);
    }
    const auto refill = [](QComboBox *box, const QString &all, const auto &values, auto add) {
        const QVariant chosen = box->currentData();
        box->clear();
        box->addItem(all, QVariant(QStringList()));
        for (const auto &value : values)
            add(value);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    refill(m_quantity, tr("All data"), quantities, [this](const auto &quantity) {
        m_quantity->addItem(
            tr("%1: %2", "data set: quantity").arg(quantity.first, channelTitle(quantity.second)),
            QStringList{quantity.first, quantity.second});
    });
    refill(m_kind, tr("All models"), kinds, [this](const QString &kind) {
        m_kind->addItem(m_model->modelName(kind), QStringList{kind});
    });
    const QString states[] = {tr("All states"), tr("Deployed"), tr("Registered"), tr("Kept")};
    const int state = std::max(0, m_state->currentIndex());
    m_state->clear();
    for (const QString &text : states)
        m_state->addItem(text);
    m_state->setCurrentIndex(state);
    applyFilters();
}

void RunsPage::applyFilters()
{
    m_restoring = true;
    m_filter->setText(m_search->text());
    const QStringList quantity = m_quantity->currentData().toStringList();
    m_filter->setQuantity(quantity.value(0), quantity.value(1));
    m_filter->setKind(m_kind->currentData().toStringList().value(0));
    m_filter->setState(static_cast<RunFilter::State>(std::max(0, m_state->currentIndex())));
    m_comparison->setListed(m_filter->idsWithoutSelection());
    showState();
    restoreSelection();
}

void RunsPage::clearFilters()
{
    m_search->clear();
    m_typing->stop();
    for (QComboBox *box : {m_quantity, m_kind, m_state})
        box->setCurrentIndex(0);
    m_filter->setIds({});
    applyFilters();
}

void RunsPage::showState()
{
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    const bool waiting = m_context.store && !m_runs.loaded();
    m_pages->setCurrentIndex(all > 0 || waiting ? 1 : 0);
    m_table->setVisible(shown > 0 || all == 0);
    m_nothing->setVisible(shown == 0 && all > 0);
    m_export->setEnabled(shown > 0);
    m_clear->setVisible(m_filter->restricts());
    m_header->setRemark(all == 0 ? QString()
            : shown == all       ? tr("%Ln run(s)", nullptr, all)
                           //: runs that are shown of all
                           : tr("%1 of %Ln run(s)", nullptr, all).arg(formatCount(shown)));
    if (!m_table->property("fitted").toBool() && shown > 0) {
        m_table->setProperty("fitted", true);
        fitColumns();
    }
}

void RunsPage::fitColumns()
{
    // The view's own way asks every row; the first ones tell enough.
    const QFontMetrics bold(themeFont(type::kDense, QFont::DemiBold));
    const int rows = std::min(kRowsMeasured, m_filter->rowCount());
    for (int column = 0; column < kRunColumns; ++column) {
        int width = bold.horizontalAdvance(runColumnTitle(static_cast<RunColumn>(column)))
            + space::kLarge; // the arrow of the order
        for (int row = 0; row < rows; ++row)
            width = std::max(
                width, bold.horizontalAdvance(m_filter->index(row, column).data().toString()));
        m_table->setColumnWidth(column, std::min(kWidestCell, width) + kCellMargin);
    }
}

void RunsPage::exportTable()
{
    std::vector<RunColumn> columns;
    const QHeaderView *header = m_table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            columns.push_back(static_cast<RunColumn>(logical));
    }
    ui::exportTable(this, m_context.pools->io, tr("Runs"), runTable(*m_filter, *m_model, columns),
        [this](const Error &error) { Q_EMIT failed(error); });
}

void RunsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsPage::retranslate()
{
    m_header->setTitle(tr("Runs"));
    m_empty->setText(tr("No model has been trained in this city yet. Every training is kept here, "
                        "with all that is needed to repeat it."));
    m_empty->setActionText(tr("Train a model"));
    m_search->setPlaceholderText(tr("Filter by name, data, model, option"));
    m_search->setAccessibleName(tr("Filter runs"));
    m_search->setToolTip(tr("All words must occur; options too: \"hidden 128\""));
    m_quantity->setAccessibleName(tr("Data"));
    m_quantity->setToolTip(tr("Only runs on this data"));
    m_kind->setAccessibleName(tr("Model"));
    m_kind->setToolTip(tr("Only runs of this model"));
    m_state->setAccessibleName(tr("State"));
    m_state->setToolTip(tr("Only runs in this state"));
    m_clear->setText(tr("Show all"));
    m_clear->setToolTip(tr("Takes all filters away"));
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Chooses what the table shows"));
    m_table->setAccessibleName(tr("Runs of the city"));
    m_nothing->setText(tr("No run fits the filters. Choose \"Show all\" to see all of them."));
    m_open->setText(tr("Open"));
    m_open->setToolTip(tr("Shows where and when this model errs (double click)"));
    m_reuse->setText(tr("Use settings"));
    m_reuse->setToolTip(tr("Fills the form with the settings of this run"));
    m_rename->setText(tr("Rename"));
    m_rename->setToolTip(tr("Gives the run a name of your own (F2)"));
    m_keep->setText(tr("Keep"));
    m_keep->setToolTip(tr("Protects the chosen runs from being removed"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Takes the chosen runs off the list; undo brings them back. Runs that "
                            "serve or are kept stay."));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Writes the rows and columns that are shown as a CSV file"));
    const QList<QAction *> actions = m_columnMenu->actions();
    for (int i = 0; i < kRunColumns; ++i)
        actions[i]->setText(runColumnTitle(static_cast<RunColumn>(i)));
    m_model->retranslate();
    fillFilters();
    fitColumns();
}

} // namespace belvedere::ui
