// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/tables/table_result_page.h"

#include "analyse/results/table_export.h"
#include "charts/bar_chart.h"
#include "charts/confusion_chart.h"
#include "charts/curve_chart.h"
#include "charts/reliability_chart.h"
#include "charts/scatter_chart.h"
#include "common/elided_label.h"
#include "common/fitting_header.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "training/run_archive.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kMostImportant = 20;
constexpr std::size_t kMostCurves = 7; // as many as there are colours

QTableWidget *makeTable(const char *name)
{
    auto *table = new QTableWidget;
    table->setObjectName(QLatin1String(name));
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->setHorizontalHeader(new FittingHeader(table));
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setFont(themeFont(type::kDense, QFont::DemiBold));
    return table;
}

void fillTable(QTableWidget *table, const FiguresTable &figures)
{
    table->clear();
    table->setColumnCount(static_cast<int>(figures.header.size()));
    table->setRowCount(static_cast<int>(figures.rows.size()));
    table->setHorizontalHeaderLabels(figures.header);
    for (int row = 0; row < table->rowCount(); ++row) {
        const QStringList &cells = figures.rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(figures.help.value(row));
            if (column > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, column, item);
        }
    }
    for (int column = 1; column < table->columnCount(); ++column)
        table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (header->count() > 0)
        header->setSectionResizeMode(0, QHeaderView::Stretch);
}

std::vector<QPointF> pointsOf(const std::vector<CurvePoint> &curve)
{
    std::vector<QPointF> points;
    points.reserve(curve.size());
    for (const CurvePoint &point : curve)
        points.emplace_back(point.x, point.y);
    return points;
}

QWidget *sideBySide(QWidget *left, QWidget *right)
{
    auto *page = new QWidget;
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kLarge);
    layout->addWidget(left, 1);
    layout->addWidget(right, 1);
    return page;
}

} // namespace

TableResultPage::TableResultPage(const AnalyseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new ElidedLabel)
    , m_conditions(new ElidedLabel)
    , m_facts(new ElidedLabel)
    , m_verdict(new QLabel)
    , m_importanceNote(new QLabel)
    , m_unused(new QLabel)
    , m_export(new QPushButton)
    , m_reuse(new QPushButton)
    , m_deploy(new QPushButton)
    , m_tabs(new QTabWidget)
    , m_figures(makeTable("tableFigures"))
    , m_classTable(makeTable("classFigures"))
    , m_confusion(new ConfusionChart)
    , m_scatter(new ScatterChart)
    , m_class(new QComboBox)
    , m_reliability(new ReliabilityChart)
    , m_roc(new CurveChart)
    , m_precisionRecall(new CurveChart)
    , m_importance(new BarChart)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("tableResultTabs"));
    for (QWidget *page : {makeSummary(), makeClasses(), makeCurves(), makeColumns()})
        m_tabs->addTab(page, QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    layout->addWidget(makeHead());
    layout->addWidget(m_tabs, 1);
    connect(m_class, &QComboBox::currentIndexChanged, this, &TableResultPage::fillReliability);
    connect(m_export, &QPushButton::clicked, this, &TableResultPage::exportFigures);
    connect(m_reuse, &QPushButton::clicked, this, [this] {
        if (m_run)
            Q_EMIT reuseRequested(m_run->record.spec);
    });
    connect(m_deploy, &QPushButton::clicked, this, [this] { Q_EMIT deployRequested(runId()); });
    retranslate();
}

QWidget *TableResultPage::makeHead()
{
    m_title->setFont(themeFont(type::kTitle, QFont::DemiBold));
    for (ElidedLabel *label : {m_conditions, m_facts})
        label->setSecondary(true);
    m_verdict->setObjectName(QStringLiteral("tableVerdict"));
    m_verdict->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_verdict->setWordWrap(true);
    m_export->setObjectName(QStringLiteral("exportTable"));
    m_reuse->setObjectName(QStringLiteral("reuseTable"));
    m_deploy->setObjectName(QStringLiteral("deployTable"));
    m_deploy->setIcon(icon(QStringLiteral("deploy")));
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kHair);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::kSmall);
    top->addWidget(m_title, 1);
    for (QPushButton *button : {m_export, m_reuse, m_deploy}) {
        button->setMinimumHeight(metric::kTarget);
        top->addWidget(button);
    }
    layout->addLayout(top);
    layout->addWidget(m_conditions);
    layout->addWidget(m_facts);
    layout->addWidget(m_verdict);
    return head;
}

QWidget *TableResultPage::makeSummary()
{
    auto *charts = new QWidget;
    auto *layout = new QVBoxLayout(charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_confusion, 1);
    layout->addWidget(m_scatter, 1);
    return sideBySide(m_figures, charts);
}

QWidget *TableResultPage::makeClasses()
{
    m_class->setObjectName(QStringLiteral("reliabilityClass"));
    m_class->setMinimumHeight(metric::kTarget);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_class, 0, Qt::AlignLeft);
    layout->addWidget(m_reliability, 1);
    return sideBySide(m_classTable, side);
}

QWidget *TableResultPage::makeCurves()
{
    return sideBySide(m_roc, m_precisionRecall);
}

QWidget *TableResultPage::makeColumns()
{
    for (QLabel *label : {m_importanceNote, m_unused}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_importanceNote);
    layout->addWidget(m_importance, 1);
    layout->addWidget(m_unused);
    return page;
}

void TableResultPage::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_loading.cancel();
    m_run.reset();
    m_analysis.reset();
}

void TableResultPage::showRun(const RunEntry &run, const std::optional<RunEntry> &replaced)
{
    const bool another = runId() != run.record.id;
    m_run = run;
    m_replaced = replaced;
    if (another) {
        m_analysis.reset();
        load();
    }
    fill();
}

void TableResultPage::load()
{
    if (!m_context.store)
        return;
    m_loading.start(runTask(m_context.pools->io,
                        [store = m_context.store, id = runId()](
                            TaskContext &) -> Result<std::shared_ptr<const TableAnalysis>> {
                            BV_TRY(TableAnalysis analysis, RunArchive(store).tableAnalysis(id));
                            return std::make_shared<const TableAnalysis>(std::move(analysis));
                        }),
        [this](const Result<std::shared_ptr<const TableAnalysis>> &analysis) {
            if (!analysis) {
                Q_EMIT failed(analysis.error());
                return;
            }
            m_analysis = *analysis;
            fill();
        });
}

bool TableResultPage::classifies() const
{
    return m_run && m_run->record.table->test.classification.has_value();
}

void TableResultPage::setDeploying(bool deploying)
{
    m_deploying = deploying;
    fillHead();
}

void TableResultPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void TableResultPage::fillHead()
{
    if (!m_run)
        return;
    const RunRecord &record = m_run->record;
    //: A model and the id of its run
    m_title->setText(
        tr("%1 – %2").arg(learnerTitle(*m_context.tables, record.spec.model), m_run->title()));
    m_conditions->setText(tableConditions(record));
    //: When a run was trained and how long it took
    m_facts->setText(tr("%1 · %2").arg(formatDateTime(record.started, QTimeZone::systemTimeZone()),
        formatDuration(record.seconds)));
    const QString verdict = tableVerdict(record, *m_context.tables);
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    const bool live = m_run->live();
    m_deploy->setEnabled(!live && !m_deploying);
    m_deploy->setText(live ? tr("Deployed") : tr("Deploy"));
    m_deploy->setToolTip(m_replaced
            //: %1 is the id of a run
            ? tr("Answers from now on for this table's target; replaces %1")
                  .arg(m_replaced->record.id)
            : tr("Answers from now on for this table's target"));
}

void TableResultPage::fill()
{
    if (!m_run)
        return;
    fillHead();
    const RunRecord &record = m_run->record;
    const bool classes = classifies();
    m_tabs->setTabVisible(static_cast<int>(Tab::Classes), classes);
    m_tabs->setTabVisible(static_cast<int>(Tab::Curves), classes);
    m_confusion->setVisible(classes);
    m_scatter->setVisible(!classes);
    fillTable(m_figures, figuresTable(record, *m_context.tables));
    fillTable(m_classTable, classTable(record));
    ConfusionData confusion;
    if (classes) {
        const TableResult &result = *record.table;
        confusion.classes = QStringList(result.classes.begin(), result.classes.end());
        for (const std::vector<qint64> &row : result.test.classification->confusion)
            confusion.counts.insert(confusion.counts.end(), row.begin(), row.end());
    }
    m_confusion->setData(std::move(confusion));
    auto scatter = std::make_shared<ScatterData>();
    scatter->xName = tr("Truth");
    scatter->yName = tr("Prediction");
    scatter->unit = record.unit;
    if (m_analysis) {
        for (const TruthAndPrediction &point : m_analysis->sample) {
            scatter->x.push_back(static_cast<float>(point.truth));
            scatter->y.push_back(static_cast<float>(point.predicted));
        }
    }
    m_scatter->setData(scatter);
    {
        const QSignalBlocker blocker(m_class);
        m_class->clear();
        for (const QString &name : record.table->classes)
            m_class->addItem(name);
        m_class->setCurrentIndex(std::max(0, record.table->positive));
    }
    fillReliability();
    fillCurves();
    fillImportance();
}

void TableResultPage::fillReliability()
{
    std::vector<ReliabilityBin> bins;
    const auto chosen = static_cast<std::size_t>(std::max(0, m_class->currentIndex()));
    if (m_analysis && chosen < m_analysis->classes.size()) {
        for (const belvedere::ReliabilityBin &bin : m_analysis->classes[chosen].reliability)
            bins.push_back({bin.predicted, bin.rows,
                static_cast<qint64>(std::llround(bin.observed * static_cast<double>(bin.rows)))});
    }
    m_reliability->setBins(std::move(bins));
}

void TableResultPage::fillCurves()
{
    auto roc = std::make_shared<CurveData>();
    roc->xName = tr("Others taken for the class");
    roc->yName = tr("Share of the class that is found");
    roc->fromZero = true;
    auto precision = std::make_shared<CurveData>();
    precision->xName = tr("Share of the class that is found");
    precision->yName = tr("Share that is right");
    precision->fromZero = true;
    const auto add = [this](CurveData &chart, std::size_t k, const std::vector<CurvePoint> &curve) {
        if (curve.empty())
            return;
        const QString &name = m_run->record.table->classes[k];
        chart.curves.push_back({name, name, pointsOf(curve)});
    };
    const std::size_t count = m_analysis ? m_analysis->classes.size() : 0;
    for (std::size_t k = 0; k < count; ++k) {
        // Of two classes the positive one says it all.
        const int positive = m_run->record.table->positive;
        if (positive >= 0 && static_cast<int>(k) != positive)
            continue;
        if (roc->curves.size() >= kMostCurves)
            break;
        add(*roc, k, m_analysis->classes[k].roc);
        add(*precision, k, m_analysis->classes[k].precisionRecall);
    }
    m_roc->setData(roc);
    m_precisionRecall->setData(precision);
}

void TableResultPage::fillImportance()
{
    auto bars = std::make_shared<BarChartData>();
    bars->order = BarChartData::Order::LargestFirst;
    bars->mostRows = kMostImportant;
    if (m_analysis) {
        const QString &loss = m_analysis->lossName;
        bars->quantity = loss == QLatin1String("logLoss") ? tr("Rise of the log loss")
            : loss == QLatin1String("rmse")               ? tr("Rise of the RMSE")
                                                          : tr("Rise of the Poisson deviance");
        for (const ColumnImportance &column : m_analysis->importance)
            bars->bars.push_back({column.column, {column.increase},
                {column.increase - column.deviation}, {column.increase + column.deviation}});
        m_importanceNote->setText(
            tr("Permutation importance: how much worse the model does on %Ln row(s) of the test "
               "part when the cells of one column are shuffled, mean and deviation of %1 "
               "shuffles. A column that others can stand in for looks unimportant.",
                nullptr, static_cast<int>(m_analysis->importanceRows))
                .arg(m_analysis->repetitions));
    }
    m_importance->setData(bars);
    QStringList unused;
    for (const UnusedColumn &column : m_run->record.table->unused)
        unused += column.column;
    if (m_run->record.table->withoutTarget > 0)
        unused += tr("%Ln row(s) without a target", nullptr,
            static_cast<int>(m_run->record.table->withoutTarget));
    m_unused->setVisible(!unused.isEmpty());
    //: %1 names of columns
    m_unused->setText(tr("Left out: %1").arg(unused.join(QStringLiteral(", "))));
}

void TableResultPage::exportFigures()
{
    if (!m_run)
        return;
    ChartTable table = m_tabs->currentIndex() == static_cast<int>(Tab::Classes)
        ? classTable(m_run->record).plain
        : figuresTable(m_run->record, *m_context.tables).plain;
    exportTable(this, m_context.pools->io, runId(), std::move(table),
        [this](const Error &error) { Q_EMIT failed(error); });
}

void TableResultPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TableResultPage::retranslate()
{
    const QString titles[] = {tr("Summary"), tr("Classes"), tr("Curves"), tr("Columns")};
    const QString tips[] = {tr("Figures beside the baselines"),
        tr("Each class by itself, and whether its chances can be believed"),
        tr("What any threshold would give"), tr("What each column is worth to the model")};
    for (int i = 0; i < m_tabs->count(); ++i) {
        m_tabs->setTabText(i, titles[i]);
        m_tabs->setTabToolTip(i, tips[i]);
    }
    m_tabs->tabBar()->setAccessibleName(tr("Views of a run"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(
        tr("Writes the table that is shown as CSV; charts have a menu of their own"));
    m_reuse->setText(tr("Use settings"));
    m_reuse->setToolTip(tr("Fills the form with the settings of this run"));
    m_figures->setAccessibleName(tr("Figures of the test part, beside the baselines"));
    m_classTable->setAccessibleName(tr("Figures by class"));
    m_class->setAccessibleName(tr("Class"));
    m_class->setToolTip(tr("The class whose chances are shown"));
    m_confusion->setTitle(tr("What was taken for what"));
    m_scatter->setTitle(tr("Prediction against truth"));
    m_reliability->setTitle(tr("Announced against observed chance"));
    m_roc->setTitle(tr("ROC curve"));
    m_precisionRecall->setTitle(tr("Precision over recall"));
    m_importance->setTitle(tr("What each column is worth"));
    for (ChartView *chart : std::initializer_list<ChartView *>{
             m_scatter, m_reliability, m_roc, m_precisionRecall, m_importance})
        chart->setEmptyText(tr("Appears once the run is loaded."));
    fill();
}

} // namespace belvedere::ui
