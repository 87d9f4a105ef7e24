// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/model_tab.h"

#include "charts/chart_table.h"
#include "common/format.h"
#include "common/plain_table.h"
#include "theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QTimeZone>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kTableWidth = 300;

} // namespace

QString FigureColumns::header(int column)
{
    return column == Name ? ModelTab::tr("Figure") : ModelTab::tr("Value");
}

QVariant FigureColumns::data(const FigureRow &row, int column, int role)
{
    if (role == Qt::ToolTipRole)
        return row.hint;
    if (role != Qt::DisplayRole)
        return {};
    return column == Name ? row.name : row.value;
}

Qt::Alignment FigureColumns::alignment(int column)
{
    return (column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

std::vector<FigureRow> figureRows(const RunPairs &pairs, const QString &unit)
{
    const ModelStatistics &s = pairs.statistics;
    const EventScores &e = pairs.events;
    const QString limit = formatValue(e.limit, unit);
    return {
        {ModelTab::tr("Pairs"), formatCount(s.n),
            ModelTab::tr("Forecasts with a measured value, of an even sample of the test part")},
        {QStringLiteral("FAC2"), formatPercent(s.fac2, 1),
            ModelTab::tr("Forecasts between half and double of what was measured")},
        {ModelTab::tr("Mean bias"), formatSigned(s.mb, unit),
            ModelTab::tr("Forecast minus measured")},
        {ModelTab::tr("Mean gross error"), formatValue(s.mge, unit),
            ModelTab::tr("Mean amount of the difference")},
        {ModelTab::tr("Normalised bias"), formatPercent(s.nmb, 1),
            ModelTab::tr("Bias over the mean of what was measured")},
        {ModelTab::tr("Normalised error"), formatPercent(s.nmge, 1),
            ModelTab::tr("Gross error over the mean of what was measured")},
        {QStringLiteral("RMSE"), formatValue(s.rmse, unit),
            ModelTab::tr("Root of the mean squared difference")},
        {ModelTab::tr("Correlation"), formatNumber(s.r, 3), ModelTab::tr("Pearson's r")},
        {ModelTab::tr("Efficiency"), formatNumber(s.coe, 3),
            ModelTab::tr("1 = perfect, 0 = no better than the mean of what was measured")},
        {ModelTab::tr("Agreement"), formatNumber(s.ioa, 3),
            ModelTab::tr("Index of agreement by Willmott, 2011: 1 = perfect, −1 = none")},
        //: critical success index of events; %1 a limit with unit
        {ModelTab::tr("CSI above %1").arg(limit), formatPercent(e.csi(), 1),
            ModelTab::tr("Hits of all events and false alarms")},
        {ModelTab::tr("Detected"), formatPercent(e.pod(), 1),
            ModelTab::tr("Events above the limit that were forecast")},
        {ModelTab::tr("False alarms"), formatPercent(e.far(), 1),
            ModelTab::tr("Forecasts above the limit after which it was not exceeded")},
    };
}

ModelTab::ModelTab(TaskPools &pools, const ForecasterFactory *factory, QWidget *parent)
    : EnvironmentTab(pools, parent)
    , m_factory(factory)
    , m_run(new QComboBox)
    , m_ahead(new QComboBox)
    , m_chart(new ScatterChart)
    , m_figures(new FigureModel(this))
    , m_table(makePlainTable(m_figures, QStringLiteral("modelFigures")))
    , m_copy(new QPushButton)
{
    m_run->setObjectName(QStringLiteral("modelRun"));
    m_ahead->setObjectName(QStringLiteral("modelAhead"));
    for (QComboBox *box : {m_run, m_ahead}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        addChoice(box);
    }
    auto *side = new QWidget;
    side->setFixedWidth(kTableWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_table, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kLarge);
    setChart(m_chart); // connects; its place is in the row
    row->addWidget(m_chart, 1);
    row->addWidget(side);
    content()->addWidget(both, 1);
    connect(m_run, &QComboBox::activated, this, &ModelTab::loadRun);
    connect(m_ahead, &QComboBox::activated, this, &ModelTab::showPairs);
    connect(m_copy, &QPushButton::clicked, this, &ModelTab::copyFigures);
    retranslate();
}

void ModelTab::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_forecasts.reset();
    m_wanted.clear();
    m_listing.cancel();
    m_forecasting.cancel();
    m_pairing.cancel();
}

bool ModelTab::isSettled() const
{
    return !m_listing.running() && !m_forecasting.running() && !m_pairing.running()
        && m_chart->isSettled();
}

void ModelTab::showEvent(QShowEvent *event)
{
    setQuery(query()); // there may be further runs
    EnvironmentTab::showEvent(event);
}

void ModelTab::compute()
{
    if (!m_store || !m_factory)
        return;
    m_listing.start(
        runTask(m_pools.io,
            [store = m_store, dataset = query().set->dataset.name, channel = query().channel](
                TaskContext &) { return runsOf(store, dataset, channel); }),
        [this](const Result<std::vector<RunChoice>> &runs) {
            if (!runs)
                return fail(runs.error());
            takeRuns(*runs);
        });
}

void ModelTab::takeRuns(const std::vector<RunChoice> &runs)
{
    m_run->setVisible(!runs.empty());
    m_ahead->setVisible(!runs.empty());
    if (runs.empty()) {
        m_forecasts.reset();
        m_wanted.clear();
        //: %1 a pollutant
        return setHint(tr("No run forecasts %1 of this data set yet. Train one on the Train page.")
                           .arg(query().channelName()));
    }
    m_run->clear();
    for (const RunChoice &run : runs)
        m_run->addItem(tr("%1, %2", "run and its time")
                           .arg(run.id, formatDateTime(run.started, QTimeZone::systemTimeZone())),
            run.id);
    const int kept = m_run->findData(m_wanted);
    m_run->setCurrentIndex(std::max(0, kept));
    if (m_forecasts && kept >= 0)
        showPairs();
    else
        loadRun();
}

void ModelTab::loadRun()
{
    m_wanted = m_run->currentData().toString();
    m_forecasts.reset();
    setHint(tr("Forecasting the test part of %1 …").arg(m_wanted));
    m_forecasting.start(
        runTask(m_pools.inference,
            [store = m_store, factory = m_factory, id = m_wanted](
                TaskContext &context) { return forecastRun(store, *factory, id, context); }),
        [this](Result<std::shared_ptr<const RunForecasts>> forecasts) {
            if (!forecasts)
                return fail(forecasts.error());
            m_forecasts = std::move(*forecasts);
            fillAhead();
            showPairs();
        });
}

void ModelTab::fillAhead()
{
    const int before = m_ahead->currentData().isValid() ? m_ahead->currentData().toInt() : -1;
    m_ahead->clear();
    const ForecastShape &shape = m_forecasts->shape;
    for (int step = 0; step < shape.horizon; ++step)
        //: %1 a duration: how far a forecast looks ahead
        m_ahead->addItem(
            tr("%1 ahead").arg(formatDuration(double((step + 1) * shape.stepMs) / 1000.0)), step);
    m_ahead->setCurrentIndex(before >= 0 && before < shape.horizon ? before : shape.horizon - 1);
}

void ModelTab::showPairs()
{
    if (!m_forecasts)
        return;
    const int step = m_ahead->currentData().toInt();
    const int site = query().site < 0
        ? -1
        : int(
            m_forecasts->sites.indexOf(query().set->dataset.sites[std::size_t(query().site)].code));
    const double limit = usualLimit(query());
    m_pairing.start(
        runTask(m_pools.io,
            [forecasts = m_forecasts, step, site, limit](TaskContext &) -> Result<RunPairs> {
                return pairsOf(*forecasts, step, site, limit);
            }),
        [this](Result<RunPairs> found) {
            if (!found)
                return fail(found.error());
            auto pairs = std::make_shared<ScatterData>(*found->pairs);
            //: axis title: %1 pollutant
            pairs->xName = tr("%1 measured").arg(query().channelName());
            //: axis title: %1 pollutant, %2 "24 h ahead"
            pairs->yName = tr("%1 forecast, %2").arg(query().channelName(), m_ahead->currentText());
            m_chart->setData(pairs);
            m_rows = figureRows(*found, pairs->unit);
            m_figures->setRows(m_rows);
            fitColumns(*m_table, FigureColumns::Name);
            setHint(found->statistics.n == 0
                    ? tr("The test part of this run has no measured values here.")
                    : QString());
        });
}

void ModelTab::copyFigures() const
{
    ChartTable table;
    table.header = {FigureColumns::header(0), FigureColumns::header(1)};
    for (const FigureRow &row : m_rows)
        table.rows.push_back({row.name, row.value});
    QGuiApplication::clipboard()->setText(toTsv(table));
}

void ModelTab::retranslate()
{
    EnvironmentTab::retranslate();
    m_run->setAccessibleName(tr("Run"));
    m_run->setToolTip(tr("The run whose test forecasts are shown"));
    m_ahead->setAccessibleName(tr("How far ahead"));
    m_ahead->setToolTip(tr("How far ahead was forecast"));
    m_table->setAccessibleName(tr("Statistics"));
    m_copy->setText(tr("Copy figures"));
    m_copy->setToolTip(tr("Copies the table of figures"));
    m_figures->retranslate();
    m_chart->setTitle(tr("Model against observation"));
}

} // namespace belvedere::ui
