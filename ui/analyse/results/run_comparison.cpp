// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/run_comparison.h"

#include "analyse/analyse_text.h"
#include "analyse/results/run_figures.h"
#include "analyse/results/table_export.h"
#include "charts/curve_chart.h"
#include "charts/parallel_chart.h"
#include "common/fitting_header.h"
#include "common/format.h"
#include "common/progress_panel.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "training/run_tools.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <set>

namespace belvedere::ui {

namespace {

constexpr std::size_t kMostRuns = 14; // seven colours, with and without dashes
constexpr std::size_t kMostAxes = 10;
constexpr std::size_t kMostLines = 1000;
constexpr std::array<Measure, 5> kMeasures{
    Measure::Mae, Measure::Rmse, Measure::Mape, Measure::Wape, Measure::Coverage};
constexpr double kMsPerMinuteReal = 60000.0;
constexpr double kLuck = 0.05; // of a p-value

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kSmall);
    return layout;
}

} // namespace

QString significanceText(
    const Significance &test, const QString &run, const QString &rival, const QString &unit)
{
    const QString by = formatValue(std::abs(test.difference), unit);
    if (test.pValue >= kLuck)
        return RunComparison::tr("%1 and %2 cannot be told apart: the difference of %3 may well be "
                                 "chance.")
            .arg(run, rival, by);
    if (test.difference < 0.0)
        return RunComparison::tr("%1 is better than %2: its MAE is %3 lower, and that is more than "
                                 "chance.")
            .arg(run, rival, by);
    return RunComparison::tr("%1 is worse than %2: its MAE is %3 higher, and that is more than "
                             "chance.")
        .arg(run, rival, by);
}

RunComparison::RunComparison(const AnalyseContext &context, const RunController &runs,
    const DatasetController &datasets, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_controller(runs)
    , m_datasets(datasets)
    , m_tabs(new QTabWidget)
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeSettings(), QString());
    m_tabs->addTab(makeCurves(), QString());
    m_tabs->addTab(makeHorizons(), QString());
    m_tabs->addTab(makeSignificance(), QString());
    m_tabs->addTab(makeParallel(), QString());
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_parallelStale)
            showParallel();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    retranslate();
}

RunComparison::~RunComparison() = default;

QWidget *RunComparison::makeSettings()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_config = new ConfigModel(this);
    m_configTable = new QTableView;
    m_configTable->setModel(m_config);
    m_configTable->setObjectName(QStringLiteral("settings"));
    m_configTable->setShowGrid(false);
    m_configTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_configTable->setWordWrap(false);
    m_configTable->setTabKeyNavigation(false);
    m_configTable->verticalHeader()->hide();
    m_configTable->verticalHeader()->setDefaultSectionSize(metric::kTarget);
    m_configTable->setHorizontalHeader(new FittingHeader(m_configTable));
    m_same = new QLabel;
    m_same->setWordWrap(true);
    m_same->setProperty("secondary", true);
    m_exportSettings = new QPushButton;
    m_exportSettings->setObjectName(QStringLiteral("exportSettings"));
    m_exportSettings->setIcon(icon(QStringLiteral("export")));
    m_exportSettings->setProperty("flat", true);
    connect(m_exportSettings, &QPushButton::clicked, this, &RunComparison::exportSettings);
    auto *row = new QHBoxLayout;
    row->addWidget(m_same, 1);
    row->addWidget(m_exportSettings);
    layout->addLayout(row);
    layout->addWidget(m_configTable, 1);
    return page;
}

QWidget *RunComparison::makeCurves()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_axis = new QComboBox;
    m_axis->setObjectName(QStringLiteral("curveAxis"));
    m_axis->addItems({QString(), QString()});
    m_curves = new CurveChart;
    connect(m_axis, &QComboBox::activated, this, &RunComparison::showCurves);
    connect(m_curves, &ChartView::cursorKeyChanged, this, &RunComparison::runPointed);
    connect(m_curves, &ChartView::keyActivated, this, &RunComparison::runActivated);
    layout->addWidget(m_axis, 0, Qt::AlignLeft);
    layout->addWidget(m_curves, 1);
    return page;
}

QWidget *RunComparison::makeHorizons()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_measure = new QComboBox;
    m_measure->setObjectName(QStringLiteral("horizonMeasure"));
    for (std::size_t i = 0; i < kMeasures.size(); ++i)
        m_measure->addItem(QString());
    m_horizons = new CurveChart;
    connect(m_measure, &QComboBox::activated, this, &RunComparison::showHorizons);
    connect(m_horizons, &ChartView::cursorKeyChanged, this, &RunComparison::runPointed);
    connect(m_horizons, &ChartView::keyActivated, this, &RunComparison::runActivated);
    layout->addWidget(m_measure, 0, Qt::AlignLeft);
    layout->addWidget(m_horizons, 1);
    return page;
}

QWidget *RunComparison::makeParallel()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_parallel = new ParallelChart;
    m_parallelHint = new QLabel;
    m_parallelHint->setProperty("secondary", true);
    m_parallelHint->setWordWrap(true);
    m_clearRanges = new QToolButton;
    m_clearRanges->setObjectName(QStringLiteral("clearRanges"));
    m_clearRanges->setEnabled(false);
    connect(m_clearRanges, &QToolButton::clicked, m_parallel, &ParallelChart::clearRanges);
    connect(m_parallel, &ParallelChart::rangesChanged, this, [this] {
        m_clearRanges->setEnabled(m_parallel->hasRanges());
        Q_EMIT rangesChosen(
            m_parallel->hasRanges() ? std::optional(m_parallel->keysWithin()) : std::nullopt);
    });
    connect(m_parallel, &ChartView::cursorKeyChanged, this, &RunComparison::runPointed);
    connect(m_parallel, &ChartView::keyActivated, this, &RunComparison::runActivated);
    auto *row = new QHBoxLayout;
    row->addWidget(m_parallelHint, 1);
    row->addWidget(m_clearRanges);
    layout->addLayout(row);
    layout->addWidget(m_parallel, 1);
    return page;
}

QWidget *RunComparison::makeSignificance()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_verdict = new QLabel;
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_verdict->setWordWrap(true);
    m_details = new QLabel;
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_test = new QPushButton;
    m_test->setObjectName(QStringLiteral("test"));
    m_progress = new ProgressPanel;
    m_progress->hide();
    connect(m_test, &QPushButton::clicked, this, &RunComparison::testSignificance);
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] {
        m_testing.cancel();
        showSignificance();
    });
    layout->addWidget(m_verdict);
    layout->addWidget(m_details);
    layout->addWidget(m_test, 0, Qt::AlignLeft);
    layout->addWidget(m_progress);
    layout->addStretch(1);
    return page;
}

void RunComparison::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_testing.cancel();
    m_tested.reset();
    setListed({});
    setRuns({});
}

void RunComparison::setRuns(const QStringList &ids)
{
    if (ids != m_ids) {
        m_testing.cancel();
        m_tested.reset();
    }
    m_ids = ids;
    refresh();
}

void RunComparison::setListed(const QStringList &ids)
{
    m_listed = ids;
    showParallel();
}

void RunComparison::refresh()
{
    m_runs.clear();
    for (const QString &id : m_ids) {
        const RunEntry *run = m_controller.run(id);
        if (run && m_runs.size() < kMostRuns)
            m_runs.push_back(run);
    }
    showSettings();
    showCurves();
    showHorizons();
    showSignificance();
    m_parallel->setMarked(m_ids.mid(0, qsizetype(kMostRuns)));
}

QString RunComparison::labelOf(const RunEntry &run) const
{
    return run.note.name.isEmpty() ? run.record.id
                                   //: a run: its own name and its id
                                   : tr("%1 (%2)").arg(run.note.name, run.record.id);
}

std::int64_t RunComparison::stepOf(const QString &dataset) const
{
    const Dataset *found = m_datasets.dataset(dataset);
    return found ? found->axis.stepMs : 0;
}

void RunComparison::showSettings()
{
    QStringList names;
    for (const RunEntry *run : m_runs)
        names.append(run->title());
    const bool several = m_runs.size() >= 2;
    m_config->setRows(
        names, several ? configDifference(m_runs, *m_context.factory) : std::vector<ConfigRow>());
    m_configTable->resizeColumnsToContents();
    const int rows = m_config->rowCount();
    m_configTable->setVisible(rows > 0);
    m_exportSettings->setEnabled(rows > 0);
    if (!several)
        m_same->setText(tr("Choose two runs or more in the table (Ctrl+click) to see what was set "
                           "differently."));
    else if (rows == 0)
        m_same->setText(tr("All settings are the same: the runs differ by chance alone."));
    else if (m_ids.size() > qsizetype(kMostRuns))
        m_same->setText(
            tr("The first %Ln of the chosen runs are compared.", nullptr, int(kMostRuns)));
    else
        m_same->setText(
            tr("%Ln setting(s) differ. What is another than in the first run stands out.", nullptr,
                rows));
}

void RunComparison::showCurves()
{
    auto content = std::make_shared<CurveData>();
    const bool bySeconds = m_axis->currentIndex() == 1;
    content->xName = bySeconds ? tr("Training time") : tr("Epoch");
    content->xUnit = bySeconds ? QStringLiteral("s") : QString();
    content->yName = tr("Validation MAE");
    content->logarithmic = true;
    std::set<QString> units;
    for (const RunEntry *run : m_runs) {
        Curve curve{run->record.id, run->title(), {}};
        double seconds = 0.0;
        for (const EpochReport &epoch : run->record.epochs) {
            seconds += epoch.seconds;
            if (!std::isfinite(epoch.validationMae))
                continue;
            const double x = bySeconds ? seconds : double(epoch.epoch);
            curve.points.emplace_back(x, epoch.validationMae);
            if (epoch.epoch == run->record.bestEpoch)
                curve.markedX = x;
        }
        units.insert(run->record.unit);
        content->curves.push_back(std::move(curve));
    }
    content->yUnit = units.size() == 1 ? *units.begin() : QString();
    m_curves->setData(content);
}

void RunComparison::showHorizons()
{
    auto content = std::make_shared<CurveData>();
    const Measure measure = kMeasures[std::size_t(std::max(0, m_measure->currentIndex()))];
    const bool plain = measure == Measure::Mae || measure == Measure::Rmse;
    const double factor = measure == Measure::Coverage ? 100.0 : 1.0;
    content->xName = tr("Ahead");
    content->xUnit = tr("min");
    content->yName = measureTitle(measure);
    content->fromZero = measure != Measure::Coverage;
    std::set<QString> units;
    for (const RunEntry *run : m_runs) {
        const RunRecord &record = run->record;
        Curve curve{record.id, run->title(), {}};
        const auto stepMs = static_cast<double>(stepOf(record.spec.dataset));
        for (std::size_t i = 0; stepMs > 0.0 && i < record.test.horizons.size(); ++i) {
            const double value = valueOf(record.test.horizons[i], measure) * factor;
            if (std::isfinite(value))
                curve.points.emplace_back(double(i + 1) * stepMs / kMsPerMinuteReal, value);
        }
        units.insert(record.unit);
        content->curves.push_back(std::move(curve));
    }
    content->yUnit =
        !plain ? QStringLiteral("%") : (units.size() == 1 ? *units.begin() : QString());
    m_horizons->setData(content);
}

void RunComparison::showParallel()
{
    // Reading the settings of many runs takes time: only for those who look.
    m_parallelStale = !m_parallel->isVisible();
    if (m_parallelStale)
        return;
    std::vector<const RunEntry *> runs;
    std::set<QString> units;
    for (const QString &id : m_listed) {
        const RunEntry *run = m_controller.run(id);
        if (!run || runs.size() == kMostLines)
            continue;
        runs.push_back(run);
        units.insert(run->record.unit);
    }
    if (runs.size() < 2) {
        m_parallel->setData(nullptr);
        return;
    }
    auto content = std::make_shared<ParallelData>();
    content->noun = tr("Run");
    for (const RunEntry *run : runs)
        content->lines.push_back({run->record.id, labelOf(*run), {}});
    for (RunSettings &axis : differingSettings(runs, *m_context.factory)) {
        if (content->axes.size() == kMostAxes)
            break;
        content->axes.push_back({axis.key, axis.title, {}, axis.logarithmic, axis.choices});
        for (std::size_t i = 0; i < runs.size(); ++i)
            content->lines[i].values.push_back(axis.values[i]);
    }
    const QString unit = units.size() == 1 ? *units.begin() : QString();
    const struct
    {
        RunColumn column;
        QString unit;
        bool logarithmic;
        double factor;
    } figures[] = {{RunColumn::Seconds, QStringLiteral("s"), true, 1.0},
        {RunColumn::Parameters, {}, true, 1.0},
        {RunColumn::Coverage, QStringLiteral("%"), false, 100.0},
        {RunColumn::MaeLast, unit, false, 1.0}, {RunColumn::Mae, unit, false, 1.0}};
    for (const auto &figure : figures) {
        content->axes.push_back({runColumnKey(figure.column), runColumnTitle(figure.column),
            figure.unit, figure.logarithmic});
        for (std::size_t i = 0; i < runs.size(); ++i)
            content->lines[i].values.push_back(figure.factor * runNumber(*runs[i], figure.column));
    }
    content->colorAxis = int(content->axes.size()) - 1;
    m_parallel->setData(content);
    m_parallel->setMarked(m_ids.mid(0, qsizetype(kMostRuns)));
}

void RunComparison::testSignificance()
{
    if (m_runs.size() < 2 || !m_context.store)
        return;
    const QString run = m_runs[0]->record.id;
    const QString rival = m_runs[1]->record.id;
    auto task = runTask(m_context.pools->inference,
        [store = m_context.store, factory = m_context.factory, run, rival](
            TaskContext &context) { return compareRuns(store, *factory, run, rival, context); });
    m_progress->start(tr("Testing %1 against %2").arg(run, rival));
    onProgress(task, m_progress,
        [panel = m_progress](double done, const QString &) { panel->setProgress(done); });
    m_testing.start(task, [this](Result<Significance> test) {
        if (test)
            m_tested = *test;
        else if (test.error().code != Errc::Cancelled)
            Q_EMIT failed(test.error());
        showSignificance();
    });
    showSignificance();
}

QString RunComparison::verdict() const
{
    return m_tested ? m_verdict->text() : QString();
}

void RunComparison::showSignificance()
{
    const bool two = m_runs.size() >= 2;
    const bool running = m_testing.running();
    m_progress->setVisible(running);
    m_test->setVisible(two && !running);
    m_details->setVisible(!running);
    if (!two) {
        m_verdict->setText(
            tr("Choose two runs to see whether their difference is more than luck."));
        m_details->clear();
        return;
    }
    const RunRecord &record = m_runs[0]->record;
    const QString rival = m_runs[1]->title();
    if (!m_tested) {
        m_verdict->setText(tr("%1 against %2").arg(m_runs[0]->title(), rival));
        m_details->setText(
            tr("Both forecast the windows that are in the test part of both. Whole days are then "
               "drawn at random again and again (moving-block bootstrap), to see how much of the "
               "difference the choice of days alone could make."));
        return;
    }
    m_verdict->setText(significanceText(*m_tested, m_runs[0]->title(), rival, record.unit));
    m_details->setText(
        //: numbers of a test: two errors, their difference, its interval, p-value, days
        tr("MAE %1 against %2 · difference %3, with 95 % confidence between %4 and %5 · %6 · "
           "%7 days, %8 values")
            .arg(formatValue(m_tested->mae, record.unit),
                formatValue(m_tested->rivalMae, record.unit),
                formatSigned(m_tested->difference, record.unit),
                formatSigned(m_tested->lower, record.unit),
                formatSigned(m_tested->upper, record.unit), formatP(m_tested->pValue),
                formatNumber(m_tested->days, 1))
            .arg(formatCount(m_tested->observed)));
}

void RunComparison::exportSettings()
{
    ChartTable table;
    for (int column = 0; column < m_config->columnCount(); ++column)
        table.header.append(m_config->headerData(column, Qt::Horizontal).toString());
    for (const ConfigRow &row : m_config->rows())
        table.rows.push_back(QStringList{row.title} + row.values);
    exportTable(this, m_context.pools->io, tr("Difference of settings"), std::move(table),
        [this](const Error &error) { Q_EMIT failed(error); });
}

void RunComparison::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunComparison::retranslate()
{
    m_tabs->tabBar()->setAccessibleName(tr("Comparison of runs"));
    const QString titles[] = {tr("Settings"), tr("Learning curves"), tr("Error by time ahead"),
        tr("Significance"), tr("Parallel coordinates")};
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, titles[i]);
    m_configTable->setAccessibleName(tr("Settings that differ"));
    m_exportSettings->setText(tr("Export…"));
    m_exportSettings->setToolTip(tr("Writes this table as a CSV file"));
    m_axis->setItemText(0, tr("By epoch"));
    m_axis->setItemText(1, tr("By training time"));
    m_axis->setAccessibleName(tr("Axis of the learning curves"));
    m_axis->setToolTip(m_axis->accessibleName());
    for (std::size_t i = 0; i < kMeasures.size(); ++i)
        m_measure->setItemText(int(i), measureTitle(kMeasures[i]));
    m_measure->setAccessibleName(tr("Measure of error"));
    m_measure->setToolTip(m_measure->accessibleName());
    m_curves->setTitle(tr("Validation error while learning"));
    m_horizons->setTitle(tr("Error by time ahead"));
    m_parallel->setTitle(tr("Settings and errors of all listed runs"));
    m_curves->setEmptyText(tr("Choose runs in the table to lay their curves over each other. "
                              "Models in closed form have none."));
    m_horizons->setEmptyText(tr("Choose runs in the table to see their errors side by side."));
    m_parallel->setEmptyText(tr("Two runs or more are needed. Train another one, or take back a "
                                "filter."));
    m_parallelHint->setText(
        tr("Drag along an axis to choose a range: the table lists what is left."));
    m_clearRanges->setText(tr("Clear ranges"));
    m_clearRanges->setToolTip(tr("Takes all ranges away, so that every run is listed again"));
    m_test->setText(tr("Test the difference"));
    m_test->setToolTip(tr("Lets both models forecast the same windows and compares their errors"));
    refresh();
    showParallel();
}

} // namespace belvedere::ui
