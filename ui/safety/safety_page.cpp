// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/safety_page.h"

#include "charts/curve_chart.h"
#include "charts/reliability_chart.h"
#include "common/empty_state.h"
#include "common/format.h"
#include "common/progress_panel.h"
#include "safety/count_dialog.h"
#include "safety/model_card_dialog.h"
#include "safety/safety_text.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kFormWidth = 280;
constexpr int kResultsWidth = 1000;
constexpr int kLeastWeeks = 4;
constexpr int kMostWeeks = 52;
constexpr std::size_t kUsualShare = 1; // of ScoreSpec::shares: 5 %
constexpr double kPerCent = 100.0;

enum Figure { HitRate, Pai, Pei };

const Interval &figureOf(const ShareScore &score, int figure)
{
    return figure == HitRate ? score.hitRate : (figure == Pai ? score.pai : score.pei);
}

} // namespace

SafetyPage::SafetyPage(TaskPools &pools, QWidget *parent)
    : QWidget(parent)
    , m_pools(pools)
    , m_controller(pools)
    , m_form(new QFormLayout)
    , m_table(new QComboBox(this))
    , m_type(new QComboBox(this))
    , m_cell(new QComboBox(this))
    , m_area(new QComboBox(this))
    , m_weeks(new QSpinBox(this))
    , m_start(new QPushButton(this))
    , m_count(new QPushButton(this))
    , m_card(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_progress(new ProgressPanel(this))
    , m_hint(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("shield"), this))
    , m_verdict(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_calibrationText(new QLabel(this))
    , m_shareLabel(new QLabel(this))
    , m_share(new QComboBox(this))
    , m_figure(new QComboBox(this))
    , m_rankings(new QTableView(this))
    , m_model(new RankingModel(this))
    , m_tabs(new QTabWidget(this))
    , m_curves(new CurveChart(this))
    , m_weekly(new CurveChart(this))
    , m_calibration(new ReliabilityChart(this))
{
    m_pages->addWidget(makeResults());
    m_pages->addWidget(m_empty);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(makeForm());
    split->addWidget(m_pages);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(space::kSmall);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({kFormWidth, kResultsWidth});
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(split);
    connectAll();
    retranslate();
}

QWidget *SafetyPage::makeForm()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", true);
    panel->setMinimumWidth(kFormWidth - space::kXxLarge);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(space::kTiny);
    for (QWidget *field :
        std::initializer_list<QWidget *>{m_table, m_type, m_cell, m_area, m_weeks}) {
        field->setMinimumHeight(metric::kControlHeight);
        if (auto *box = qobject_cast<QComboBox *>(field)) {
            box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            box->setMinimumContentsLength(1);
        }
        m_form->addRow(new QLabel(this), field); // its text follows
    }
    m_weeks->setRange(kLeastWeeks, kMostWeeks);
    m_weeks->setValue(HotspotSpec().weeks);
    m_hint->setWordWrap(true);
    m_hint->setProperty("secondary", true);
    m_start->setProperty("primary", true);
    m_progress->hide();
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    column->setSpacing(space::kMedium);
    column->addLayout(m_form);
    column->addWidget(m_hint);
    column->addWidget(m_start);
    column->addWidget(m_progress);
    column->addStretch();
    column->addWidget(m_count);
    column->addWidget(m_card);
    return panel;
}

QWidget *SafetyPage::makeResults()
{
    auto *page = new QWidget(this);
    m_verdict->setWordWrap(true);
    m_verdict->setFont(themeFont(type::kSection, QFont::DemiBold));
    for (QLabel *label : {m_facts, m_calibrationText}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    m_rankings->setModel(m_model);
    m_rankings->verticalHeader()->hide();
    m_rankings->setShowGrid(false);
    m_rankings->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rankings->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rankings->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const int rows = static_cast<int>(std::size(kHotspotMethods)) + 1;
    m_rankings->setFixedHeight(rows * (fontMetrics().height() + space::kMedium) + space::kLarge);
    auto *calibration = new QWidget(this);
    auto *below = new QVBoxLayout(calibration);
    below->setContentsMargins(0, space::kSmall, 0, 0);
    below->addWidget(m_calibrationText);
    below->addWidget(m_calibration, 1);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_curves, QString());
    m_tabs->addTab(m_weekly, QString());
    m_tabs->addTab(calibration, QString());
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::kSmall);
    tools->addWidget(m_shareLabel);
    tools->addWidget(m_share);
    tools->addWidget(m_figure);
    tools->addStretch();
    tools->addWidget(m_export);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_verdict);
    column->addWidget(m_facts);
    column->addLayout(tools);
    column->addWidget(m_rankings);
    column->addWidget(m_tabs, 1);
    return page;
}

void SafetyPage::connectAll()
{
    connect(m_start, &QPushButton::clicked, this, &SafetyPage::start);
    connect(m_progress, &ProgressPanel::cancelRequested, &m_controller, &HotspotController::cancel);
    connect(m_card, &QPushButton::clicked, this, &SafetyPage::openCard);
    connect(m_count, &QPushButton::clicked, this, &SafetyPage::openCount);
    connect(m_empty, &EmptyState::actionTriggered, this, &SafetyPage::importRequested);
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (m_controller.study())
            Q_EMIT exportRequested(
                //: a file name; %1 is a data set
                tr("hot-spots-%1").arg(m_controller.table()), rankingTable(*m_controller.study()));
    });
    connect(m_table, &QComboBox::currentIndexChanged, this, &SafetyPage::fillTypes);
    connect(m_share, &QComboBox::currentIndexChanged, this, &SafetyPage::showStudy);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &SafetyPage::showStudy);
    connect(&m_controller, &HotspotController::dataChanged, this, &SafetyPage::fillTables);
    connect(&m_controller, &HotspotController::busyChanged, this, &SafetyPage::showBusy);
    connect(&m_controller, &HotspotController::studyChanged, this, &SafetyPage::showStudy);
    connect(&m_controller, &HotspotController::progressChanged, m_progress,
        &ProgressPanel::setProgress);
    connect(&m_controller, &HotspotController::failed, this, &SafetyPage::failed);
    connect(&m_controller, &HotspotController::taskStarted, this, &SafetyPage::taskStarted);
    connect(&m_controller, &HotspotController::taskFinished, this, &SafetyPage::taskFinished);
}

void SafetyPage::setStore(std::shared_ptr<Store> store)
{
    m_store = store;
    m_controller.setStore(std::move(store));
    if (isVisible())
        m_controller.load();
}

void SafetyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_controller.load(); // many incidents: not before somebody asks
}

HotspotSpec SafetyPage::spec() const
{
    HotspotSpec spec;
    spec.area.cellM = m_cell->currentData().toDouble();
    spec.area.kind = static_cast<AreaExtent>(m_area->currentData().toInt());
    spec.type = m_type->currentData().toString();
    spec.weeks = m_weeks->value();
    return spec;
}

void SafetyPage::start()
{
    m_progress->start(tr("Comparing rankings"));
    m_controller.start(m_table->currentData().toString(), spec());
}

void SafetyPage::fillTables()
{
    const QString chosen = m_table->currentData().toString();
    m_table->clear();
    if (m_controller.data()) {
        for (const auto &table : m_controller.data()->tables)
            m_table->addItem(table->name, table->name);
    }
    m_table->setCurrentIndex(std::max(0, m_table->findData(chosen)));
    fillTypes();
    showBusy();
    showStudy();
}

void SafetyPage::fillTypes()
{
    const QString chosen = m_type->currentData().toString();
    m_type->clear();
    m_type->addItem(typeTitle({}), QString());
    if (m_controller.data()) {
        const QString table = m_table->currentData().toString();
        for (const QString &type : m_controller.data()->typesOf(table))
            m_type->addItem(typeTitle(type), type);
    }
    m_type->setCurrentIndex(std::max(0, m_type->findData(chosen)));
}

void SafetyPage::showBusy()
{
    const bool busy = m_controller.busy();
    m_progress->setVisible(busy);
    m_start->setEnabled(!busy && m_table->count() > 0);
    m_count->setEnabled(m_table->count() > 0);
}

std::size_t SafetyPage::share() const
{
    return static_cast<std::size_t>(std::max(0, m_share->currentIndex()));
}

void SafetyPage::showStudy()
{
    const auto &study = m_controller.study();
    const bool none = m_controller.data() && m_controller.data()->tables.empty();
    m_pages->setCurrentWidget(study ? m_pages->widget(0) : m_empty);
    m_empty->setText(none
            ? tr("This city has no incidents yet. Import emergency calls, crimes or crashes as a "
                 "table with a time and a place.")
            : tr("Choose data and press “Compare”: each ranking chooses cells for a week it has "
                 "not seen, and is scored by what happened in them."));
    m_empty->setActionText(none ? tr("Import data…") : QString());
    if (!study) {
        m_model->setRows(std::vector<RankingRow>());
        return;
    }
    m_verdict->setText(rankingVerdict(*study, share()));
    const StudyArea &area = study->incidents.area;
    const int incidents = study->methods.empty() ? 0 : study->methods.front().score.incidents;
    //: what a comparison was made of: data, type, number of cells, their edge, area, weeks,
    //: incidents
    m_facts->setText(tr("%1, %2: %3 cells of %4 (%5 km²), %Ln week(s), %6 incidents in them.",
        nullptr, study->scoring.weeks)
                         .arg(m_controller.table(), typeTitle(m_controller.spec().type),
                             formatCount(area.size()), distanceText(area.grid().cellM()),
                             formatNumber(area.km2(), 0), formatCount(incidents)));
    m_model->setRows(rankingRows(*study, share()));
    showCurves();
    showWeeks();
    showCalibration();
}

void SafetyPage::showCurves()
{
    auto chart = std::make_shared<CurveData>();
    chart->xName = tr("Share of the area");
    chart->xUnit = QStringLiteral("%");
    chart->yName = m_figure->currentText();
    chart->fromZero = true;
    for (const MethodScore &method : m_controller.study()->methods) {
        Curve curve;
        curve.key = hotspotMethodName(method.method);
        curve.label = methodTitle(method.method);
        for (const ShareScore &score : method.score.shares)
            curve.points.emplace_back(
                score.share * kPerCent, figureOf(score, m_figure->currentIndex()).value);
        chart->curves.push_back(std::move(curve));
    }
    m_curves->setData(std::move(chart));
    m_curves->setTitle(tr("%1 by share of the area").arg(m_figure->currentText()));
}

void SafetyPage::showWeeks()
{
    auto chart = std::make_shared<CurveData>();
    chart->xName = tr("Test week");
    chart->yName = tr("Hit rate at %1 of the area")
                       .arg(formatPercent(m_controller.study()->scoring.shares[share()]));
    chart->fromZero = true;
    for (const MethodScore &method : m_controller.study()->methods) {
        Curve curve;
        curve.key = hotspotMethodName(method.method);
        curve.label = methodTitle(method.method);
        int number = 0;
        for (const WeekScore &week : method.score.weeks) {
            ++number;
            if (week.incidents > 0)
                curve.points.emplace_back(
                    number, static_cast<double>(week.caught[share()]) / week.incidents);
        }
        chart->curves.push_back(std::move(curve));
    }
    m_weekly->setData(std::move(chart));
    m_weekly->setTitle(tr("Hit rate by week"));
}

void SafetyPage::showCalibration()
{
    const auto &calibration = m_controller.study()->calibration;
    std::vector<ReliabilityBin> bins;
    if (calibration) {
        for (const RiskCalibration::Bin &bin : calibration->bins)
            bins.push_back({bin.forecast, bin.count,
                static_cast<qint64>(std::llround(bin.observed * static_cast<double>(bin.count)))});
        //: of a risk model: incidents that it expected and that came, share in its interval,
        //: deviances
        m_calibrationText->setText(
            tr("The risk model expected %1 incidents, %2 came. %3 of the counts lie in its 80 % "
               "interval. Mean deviance %4; of the mean of all weeks before %5.")
                .arg(formatNumber(calibration->forecastSum, 0),
                    formatNumber(calibration->observedSum, 0),
                    formatPercent(calibration->coverage80, 1),
                    formatNumber(calibration->deviance, 3),
                    formatNumber(calibration->countDeviance, 3)));
    } else {
        m_calibrationText->clear();
    }
    m_calibration->setBins(std::move(bins));
    m_calibration->setTitle(tr("At least one incident in a cell and week"));
}

void SafetyPage::openCard()
{
    auto *dialog = new ModelCardDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SafetyPage::openCount()
{
    const auto &incidents = m_controller.data();
    const auto table = incidents ? incidents->table(m_table->currentData().toString()) : nullptr;
    if (!table || !m_store)
        return;
    auto *dialog = new CountDialog(m_pools, m_store, table, incidents->zone, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CountDialog::counted, this, &SafetyPage::datasetMade);
    dialog->open();
}

void SafetyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SafetyPage::retranslate()
{
    const std::tuple<QWidget *, QString, QString> rows[] = {
        {m_table, tr("Data"), tr("Which incidents")}, {m_type, tr("Type"), tr("Of which type")},
        {m_cell, tr("Cells"), tr("Edge of a cell; figures of other cells cannot be compared")},
        {m_area, tr("Area"), tr("What the shares refer to")},
        {m_weeks, tr("Test weeks"), tr("The last weeks, each forecast from those before it")}};
    for (const auto &[widget, label, tip] : rows) {
        qobject_cast<QLabel *>(m_form->labelForField(widget))->setText(label);
        widget->setAccessibleName(label);
        widget->setToolTip(tip);
    }
    const auto refill = [](QComboBox *box, const std::vector<std::pair<QString, QVariant>> &items,
                            int usual) {
        const int index = box->count() > 0 ? box->currentIndex() : usual;
        const QSignalBlocker blocker(box);
        box->clear();
        for (const auto &[text, value] : items)
            box->addItem(text, value);
        box->setCurrentIndex(index);
    };
    std::vector<std::pair<QString, QVariant>> cells;
    for (const double cellM : kCellSizesM)
        cells.emplace_back(distanceText(cellM), cellM);
    refill(m_cell, cells, 1);
    refill(m_area,
        {{tr("Cells that had an incident"), static_cast<int>(AreaExtent::CellsWithIncidents)},
            {tr("The whole box about them"), static_cast<int>(AreaExtent::WholeBox)}},
        0);
    std::vector<std::pair<QString, QVariant>> shares;
    for (const double share : ScoreSpec().shares)
        shares.emplace_back(tr("%1 of the area").arg(formatPercent(share)), share);
    refill(m_share, shares, kUsualShare);
    refill(m_figure, {{tr("Hit rate"), HitRate}, {tr("PAI"), Pai}, {tr("PEI"), Pei}}, Pei);
    m_shareLabel->setText(tr("Choose"));
    m_share->setAccessibleName(tr("Share of the area"));
    m_share->setToolTip(tr("How much of the area is chosen each week"));
    m_figure->setAccessibleName(tr("Figure"));
    m_figure->setToolTip(tr("Hit rate: share of the incidents caught. PAI: hit rate by share of "
                            "the area. PEI: share of what the best choice had caught."));
    m_hint->setText(tr("Six rankings, among them the plain count map, on the same cells and "
                       "weeks. It takes some seconds to minutes."));
    m_start->setText(tr("Compare"));
    m_start->setToolTip(tr("Runs in the background and can be stopped"));
    m_count->setText(tr("Count as a series…"));
    m_count->setToolTip(tr("Makes a data set of the numbers of incidents, which models can learn"));
    m_card->setText(tr("What these data can mean…"));
    m_card->setToolTip(tr("What reported incidents say, and what they do not"));
    m_export->setText(tr("Export table…"));
    m_export->setToolTip(tr("All rankings at all shares with their intervals, as CSV"));
    m_rankings->setAccessibleName(tr("Rankings"));
    m_tabs->setTabText(0, tr("By share"));
    m_tabs->setTabText(1, tr("By week"));
    m_tabs->setTabText(2, tr("Calibration"));
    m_calibration->setEmptyText(tr("Appears when the risk model is among the rankings."));
    m_model->retranslate();
    fillTables();
}

} // namespace belvedere::ui
