// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/result_panel.h"

#include "analyse/analyse_text.h"
#include "analyse/loss_points.h"
#include "analyse/result_table_model.h"
#include "charts/horizon_chart.h"
#include "charts/loss_chart.h"
#include "common/elided_label.h"
#include "common/empty_state.h"
#include "common/format.h"
#include "common/scroll_column.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr std::array<Measure, 5> kMeasures{
    Measure::Mae, Measure::Rmse, Measure::Mape, Measure::Wape, Measure::Coverage};
constexpr int kRowHeight = 28;
constexpr int kCellMargin = 28;
constexpr double kMsPerMinuteReal = 60000.0;

HorizonLine horizonLine(const QString &label, const ForecastMetrics &metrics, Measure measure,
    std::int64_t stepMs, bool emphasized)
{
    HorizonLine line;
    line.label = label;
    line.emphasized = emphasized;
    const double factor = measure == Measure::Coverage ? 100.0 : 1.0;
    for (std::size_t i = 0; i < metrics.horizons.size(); ++i) {
        line.minutesAhead.push_back(
            static_cast<double>(i + 1) * static_cast<double>(stepMs) / kMsPerMinuteReal);
        line.error.push_back(valueOf(metrics.horizons[i], measure) * factor);
    }
    return line;
}

} // namespace

ResultPanel::ResultPanel(const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_factory(factory)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("model")))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    m_pages->addWidget(m_empty);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    buildHead(layout);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(space::kLarge);
    m_loss = new LossChart;
    m_horizon = new HorizonChart;
    // They take the height that is there; only below their least height is anything scrolled.
    for (QWidget *chart : {static_cast<QWidget *>(m_loss), static_cast<QWidget *>(m_horizon)}) {
        chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
        charts->addWidget(chart, 1);
    }
    buildMeasures(layout);
    layout->addLayout(charts, 1);
    buildTable(layout);
    m_pages->addWidget(new ScrollColumn(content));
    retranslate();
}

void ResultPanel::buildHead(QVBoxLayout *layout)
{
    m_conditions = new ElidedLabel;
    m_facts = new ElidedLabel;
    m_comparison = new QLabel;
    m_comparison->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_comparison->setWordWrap(true);
    for (ElidedLabel *label : {m_conditions, m_facts})
        label->setSecondary(true);

    m_deploy = new QPushButton;
    m_deploy->setObjectName(QStringLiteral("deploy"));
    m_deploy->setIcon(icon(QStringLiteral("deploy")));
    m_reuse = new QPushButton;
    m_reuse->setObjectName(QStringLiteral("reuse"));
    m_deployNote = new QLabel;
    m_deployNote->setProperty("secondary", true);
    connect(m_deploy, &QPushButton::clicked, this, [this] { Q_EMIT deployRequested(runId()); });
    connect(m_reuse, &QPushButton::clicked, this, [this] {
        if (m_run)
            Q_EMIT reuseRequested(m_run->record.spec);
    });

    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::kHair);
    lines->addWidget(m_conditions);
    lines->addWidget(m_facts);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::kSmall);
    top->addLayout(lines, 1);
    top->addWidget(m_reuse);
    top->addWidget(m_deploy);
    layout->addLayout(top);
    layout->addSpacing(space::kTiny);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(space::kLarge);
    verdict->addWidget(m_comparison, 1);
    verdict->addWidget(m_deployNote);
    layout->addLayout(verdict);
}

void ResultPanel::buildMeasures(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kTiny);
    m_measures = new QButtonGroup(this);
    for (const Measure measure : kMeasures) {
        auto *button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setChecked(measure == m_measure);
        m_measures->addButton(button, static_cast<int>(measure));
        row->addWidget(button);
    }
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_measures, &QButtonGroup::idClicked, this,
        [this](int id) { setMeasure(static_cast<Measure>(id)); });
}

void ResultPanel::buildTable(QVBoxLayout *layout)
{
    m_model = new ResultTableModel(m_factory, this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("results"));
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setFont(themeFont(type::kDense, QFont::DemiBold));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ResultPanel::fitTable);
    layout->addWidget(m_table);
}

void ResultPanel::fitTable()
{
    // The view's own estimate knows nothing of the header's weight and padding.
    const QFontMetrics metrics(themeFont(type::kDense, QFont::DemiBold));
    const int columns = m_model->columnCount();
    for (int column = 0; column < columns; ++column) {
        int width =
            metrics.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < m_model->rowCount(); ++row) {
            width = std::max(
                width, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        }
        m_table->setColumnWidth(column, width + kCellMargin);
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
        + kRowHeight * m_model->rowCount() + 2 * m_table->frameWidth());
}

void ResultPanel::showRun(
    const RunEntry &run, std::int64_t stepMs, const std::optional<RunEntry> &replaced)
{
    m_run = run;
    m_stepMs = stepMs;
    m_replaced = replaced;
    const RunRecord &record = run.record;
    // A single pass has no curve.
    m_loss->setVisible(record.epochs.size() > 1);
    m_loss->setUnit(record.unit);
    m_loss->setPlannedEpochs(0);
    m_loss->setBestEpoch(record.bestEpoch);
    m_loss->setEpochs(lossPoints(record.epochs));
    m_model->setRun(record, stepMs);
    showHead();
    showHorizons();
    m_pages->setCurrentIndex(1);
}

void ResultPanel::showNothing(bool hasData)
{
    m_run.reset();
    m_replaced.reset();
    m_hasData = hasData;
    m_model->setRun({}, 0);
    m_empty->setText(hasData
            ? tr("No model has been trained yet. Choose data and a model, then start training: "
                 "its errors appear here beside those of simple baselines.")
            : tr("There is no data yet. Import measurements, then train a model on them."));
    m_pages->setCurrentIndex(0);
}

void ResultPanel::setDeploying(bool deploying)
{
    m_deploying = deploying;
    showDeployment();
}

void ResultPanel::setMeasure(Measure measure)
{
    m_measure = measure;
    m_model->setMeasure(measure);
    showHorizons();
}

void ResultPanel::showHead()
{
    if (!m_run)
        return;
    const RunRecord &record = m_run->record;
    m_conditions->setText(conditionsText(record));
    //: When a run was trained, how long it took, why it ended
    m_facts->setText(tr("%1 · %2 · %3")
                         .arg(formatDateTime(record.started, QTimeZone::systemTimeZone()),
                             formatDuration(record.seconds), stopReasonText(record)));
    const QString comparison = comparisonText(record, m_factory, m_stepMs);
    m_comparison->setText(comparison);
    m_comparison->setVisible(!comparison.isEmpty());
    showDeployment();
}

void ResultPanel::showDeployment()
{
    if (!m_run)
        return;
    const bool live = m_run->live();
    m_deploy->setEnabled(!live && !m_deploying);
    m_deploy->setText(live ? tr("Deployed") : tr("Deploy"));
    if (live)
        m_deployNote->setText(tr("Its forecasts stand on the map"));
    else if (m_replaced)
        //: %1 is the id of a run
        m_deployNote->setText(tr("Replaces %1").arg(m_replaced->record.id));
    else
        m_deployNote->setText(tr("Nothing is deployed for this data yet"));
    m_deploy->setToolTip(
        tr("Puts the forecasts of this model on the map. %1").arg(m_deployNote->text()));
}

void ResultPanel::showHorizons()
{
    if (!m_run)
        return;
    const RunRecord &record = m_run->record;
    const bool relative = m_measure != Measure::Mae && m_measure != Measure::Rmse;
    m_horizon->setMeasure(measureTitle(m_measure), relative ? QStringLiteral("%") : record.unit);
    std::vector<HorizonLine> lines;
    if (m_stepMs > 0) {
        lines.push_back(horizonLine(
            modelTitle(m_factory, record.spec.model), record.test, m_measure, m_stepMs, true));
        for (const auto &[kind, metrics] : record.baselines) {
            if (kind != record.spec.model)
                lines.push_back(
                    horizonLine(modelTitle(m_factory, kind), metrics, m_measure, m_stepMs, false));
        }
    }
    m_horizon->setLines(std::move(lines));
}

void ResultPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ResultPanel::retranslate()
{
    m_reuse->setText(tr("Use settings"));
    m_reuse->setToolTip(tr("Fills the form with the settings of this run"));
    m_table->setAccessibleName(tr("Errors by time ahead, beside the baselines"));
    m_loss->setAccessibleName(tr("Loss by epoch"));
    m_horizon->setAccessibleName(tr("Error by time ahead"));
    m_horizon->setEmptyText(tr("The data of this run is gone: times ahead are not known"));
    for (const Measure measure : kMeasures) {
        auto *button = static_cast<QToolButton *>(m_measures->button(static_cast<int>(measure)));
        button->setText(measureTitle(measure));
        button->setToolTip(measureHelp(measure));
        button->setAccessibleDescription(measureHelp(measure));
    }
    m_model->retranslate();
    if (!m_run)
        showNothing(m_hasData);
    showHead();
    showHorizons();
}

} // namespace belvedere::ui
