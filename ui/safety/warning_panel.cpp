// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/warning_panel.h"

#include "charts/series_chart.h"
#include "common/chip_delegate.h"
#include "common/error_text.h"
#include "common/format.h"
#include "common/plain_table.h"
#include "common/section_header.h"
#include "safety/safety_text.h"
#include "safety/warning_model.h"
#include "theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kBudgets[] = {0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0}; // alarms a week
constexpr int kListRows = 3;
constexpr int kChartHeight = 168;
constexpr double kMetresPerDegree = 111'195.0;

LonLatBox boxOf(const Alarm &alarm)
{
    LonLatBox box;
    if (!alarm.centre)
        return box;
    const double north = alarm.radiusM / kMetresPerDegree;
    const double east = north / std::max(0.01, std::cos(alarm.centre->lat * M_PI / 180.0));
    box.add({alarm.centre->lon - east, alarm.centre->lat - north});
    box.add({alarm.centre->lon + east, alarm.centre->lat + north});
    return box;
}

/// Whole numbers are compared with it: two digits are enough, "5.2", "0.27".
QString usualText(double expected)
{
    return formatNumber(expected, expected < 1.0 ? 2 : expected < 10.0 ? 1 : 0);
}

QString budgetText(double budget)
{
    return formatNumber(budget, budget == std::round(budget) ? 0 : -1);
}

/// The rate that keeps a budget best; nothing if none does.
const ThresholdRate *rateFor(const WarningReport &report, double budget)
{
    const ThresholdRate *best = nullptr;
    for (const ThresholdRate &rate : report.rates) {
        if (rate.alarmsPerWeek <= budget && (best == nullptr || rate.threshold < best->threshold))
            best = &rate;
    }
    return best;
}

} // namespace

QString AlarmColumns::header(int column)
{
    switch (column) {
    case What:
        return WarningPanel::tr("What");
    case Observed:
        //: header of a narrow column: incidents that were counted and that are usual
        return WarningPanel::tr("Is / usual");
    }
    return {};
}

Qt::Alignment AlarmColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == What ? Qt::AlignLeft : Qt::AlignRight);
}

QVariant AlarmColumns::data(const AlarmRow &row, int column, int role)
{
    const Alarm &alarm = row.alarm;
    if (role == Qt::ToolTipRole)
        return WarningPanel::tr("%1\n%2").arg(
            alarmSubject(alarm), rangeText(alarm.from, alarm.to, row.zone));
    if (role == Qt::ForegroundRole && row.acknowledged)
        return tokens().textTertiary;
    if (role == kDetailRole && column == What)
        return formatDayAndTime(alarm.from, row.zone);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case What:
        //: an alarm that somebody has acknowledged
        return row.acknowledged ? WarningPanel::tr("✓ %1").arg(alarmSubject(alarm))
                                : alarmSubject(alarm);
    case Observed:
        //: incidents that were counted and that are usual, as in "14 / 5.2"
        return WarningPanel::tr("%1 / %2").arg(
            formatCount(alarm.observed), usualText(alarm.expected));
    }
    return {};
}

WarningPanel::WarningPanel(WarningModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_form(new QFormLayout)
    , m_detector(new QComboBox(this))
    , m_budget(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_state(new QLabel(this))
    , m_details(new QLabel(this))
    , m_stateTitle(new SectionHeader)
    , m_alarms(new AlarmModel(this))
    , m_list(makePlainTable(m_alarms, QStringLiteral("alarms"), kTwoLineRowPx))
    , m_chart(new SeriesChart(this))
    , m_acknowledge(new QPushButton(this))
    , m_show(new QPushButton(this))
{
    makeForm();
    makeList();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_acknowledge);
    buttons->addWidget(m_show);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kMedium);
    column->setSpacing(space::kSmall);
    column->addLayout(m_form);
    column->addWidget(m_stateTitle);
    column->addWidget(m_state);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    column->addLayout(buttons);
    column->addWidget(m_chart);
    connectForm();
    retranslate();
}

void WarningPanel::makeForm()
{
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(space::kMedium);
    m_form->setVerticalSpacing(space::kSmall);
    for (QComboBox *box : {m_detector, m_budget}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(1);
        box->setMinimumHeight(metric::kControlHeight);
        m_form->addRow(new QLabel(this), box); // its text follows
    }
    for (QLabel *label : {m_hint, m_rate}) {
        label->setWordWrap(true);
        label->setProperty("secondary", true);
    }
    m_form->insertRow(1, m_hint);
    m_form->addRow(m_rate);
}

void WarningPanel::makeList()
{
    m_state->setWordWrap(true);
    m_state->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_details->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumHeight(kTableRowPx + kListRows * kTwoLineRowPx);
    m_chart->setMinimumHeight(kChartHeight);
    m_chart->setMaximumHeight(kChartHeight);
}

void WarningPanel::connectForm()
{
    connect(m_detector, &QComboBox::activated, this, &WarningPanel::choose);
    connect(m_budget, &QComboBox::activated, this, &WarningPanel::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showAlarm();
        showChart();
    });
    connect(m_list, &QTableView::activated, m_show, &QPushButton::click);
    connect(m_list, &QTableView::clicked, this, [this] {
        if (const AlarmRow *row = current(); row != nullptr && row->alarm.centre)
            Q_EMIT placeChosen(boxOf(row->alarm));
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        const AlarmRow *row = current();
        if (row == nullptr)
            return;
        const Alarm alarm = row->alarm; // the list may be another one after the time has changed
        Q_EMIT timeChosen(alarm.raised);
        if (alarm.centre)
            Q_EMIT placeChosen(boxOf(alarm));
    });
    connect(m_acknowledge, &QPushButton::clicked, this, [this] {
        const AlarmRow *row = current();
        if (row == nullptr)
            return;
        const AlarmRow chosen = *row;
        if (chosen.acknowledged)
            m_model.withdraw(chosen.alarm);
        else
            m_model.acknowledge(chosen.alarm, {});
    });
    connect(m_chart, &SeriesChart::timePicked, this, &WarningPanel::timeChosen);
    connect(&m_model, &WarningModel::reportChanged, this, &WarningPanel::showReport);
    connect(&m_model, &WarningModel::choiceChanged, this, &WarningPanel::showChoice);
    connect(&m_model, &WarningModel::busyChanged, this, [this] { m_state->setText(stateText()); });
}

void WarningPanel::choose()
{
    if (m_filling)
        return;
    WarningChoice choice = m_model.choice();
    choice.detector = static_cast<WarningDetector>(m_detector->currentData().toInt());
    choice.budgetPerWeek = m_budget->currentData().toDouble();
    m_model.setChoice(choice);
}

void WarningPanel::showChoice()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_detector->setCurrentIndex(m_detector->findData(static_cast<int>(m_model.choice().detector)));
    m_budget->setCurrentIndex(m_budget->findData(m_model.choice().budgetPerWeek));
    m_hint->setText(detectorHint(m_model.choice().detector));
}

void WarningPanel::showBudgets()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    const auto &report = m_model.report();
    for (int i = 0; i < m_budget->count(); ++i) {
        const double budget = m_budget->itemData(i).toDouble();
        const ThresholdRate *rate = report ? rateFor(*report, budget) : nullptr;
        //: a budget of alarms, and the threshold that keeps it
        m_budget->setItemText(i,
            rate != nullptr ? tr("%1 a week: threshold %2")
                                  .arg(budgetText(budget), formatNumber(rate->threshold, 2))
                            : tr("%1 a week").arg(budgetText(budget)));
    }
    if (!report) {
        m_rate->clear();
        return;
    }
    const double weeks = static_cast<double>(report->history.to - report->history.from)
        / static_cast<double>(7 * kMsPerDay);
    //: %1 is a threshold, %2 a number of alarms, %3 a number of weeks, %4 a number of streams
    m_rate->setText(
        tr("Threshold %1 gave %2 alarms a week in the %3 weeks before, over %4 streams "
           "(city, types and squares).")
            .arg(formatNumber(report->threshold, 2), formatNumber(report->alarmsPerWeek),
                formatNumber(weeks, 0), formatCount(report->streams)));
}

const AlarmRow *WarningPanel::current() const
{
    return m_alarms->row(m_list->currentIndex());
}

void WarningPanel::select(const QString &alarmId)
{
    for (int row = 0; row < m_alarms->rowCount(); ++row) {
        if (m_alarms->rowAt(row)->alarm.id == alarmId)
            m_list->setCurrentIndex(m_alarms->index(row, 0));
    }
}

QString WarningPanel::stateText() const
{
    if (m_model.error())
        return errorText(*m_model.error());
    if (!m_model.report())
        return m_model.busy() ? tr("Looking through the weeks before…")
                              : tr("Nothing to watch yet.");
    const int open = static_cast<int>(
        std::count_if(m_model.report()->alarms.begin(), m_model.report()->alarms.end(),
            [this](const Alarm &alarm) { return !m_model.isAcknowledged(alarm); }));
    if (open > 0)
        return tr("%Ln alarm(s) not looked at", nullptr, open);
    return m_model.report()->alarms.empty() ? tr("Nothing unusual") : tr("All alarms looked at");
}

void WarningPanel::showReport()
{
    const QString chosen = current() != nullptr ? current()->alarm.id : QString();
    std::vector<AlarmRow> rows;
    const auto &report = m_model.report();
    const QTimeZone zone =
        m_model.safety().data() ? m_model.safety().data()->zone : QTimeZone::utc();
    if (report) {
        for (const Alarm &alarm : report->alarms)
            rows.push_back({alarm, m_model.isAcknowledged(alarm), zone});
    }
    m_alarms->setRows(std::move(rows));
    fitColumns(*m_list, AlarmColumns::What);
    select(chosen);
    if (current() == nullptr && m_alarms->rowCount() > 0)
        m_list->setCurrentIndex(m_alarms->index(0, 0));
    m_stateTitle->setRemark(report
            ? tr("%Ln day(s) until %1", nullptr, m_model.choice().lookBackDays)
                  .arg(formatDayAndTime(report->at, zone))
            : QString());
    m_state->setText(stateText());
    showBudgets();
    showAlarm();
    showChart();
}

void WarningPanel::showAlarm()
{
    const AlarmRow *row = current();
    m_acknowledge->setEnabled(row != nullptr);
    m_show->setEnabled(row != nullptr);
    m_acknowledge->setText(
        row != nullptr && row->acknowledged ? tr("Not looked at") : tr("Looked at"));
    if (row == nullptr) {
        m_details->clear();
        return;
    }
    const Alarm &alarm = row->alarm;
    //: an alarm: what it is about, when, how many incidents there were and are usual, its score
    const QString text =
        tr("%1: %2 incidents where %3 are usual, %4. Score %5.")
            .arg(alarmSubject(alarm), formatCount(alarm.observed), usualText(alarm.expected),
                rangeText(alarm.from, alarm.to, row->zone), formatNumber(alarm.score, 2));
    //: an alarm; %2 how likely so many are by chance
    m_details->setText(alarm.p ? tr("%1 %2.").arg(text, formatP(*alarm.p)) : text);
}

void WarningPanel::showChart()
{
    auto series = std::make_shared<SeriesChartData>();
    const auto &report = m_model.report();
    const AlarmRow *row = current();
    const WarningTrace *trace = nullptr;
    if (report && !report->traces.empty()) {
        trace = &report->traces.front(); // the city
        for (const WarningTrace &each : report->traces) {
            if (row != nullptr && each.scope == row->alarm.scope
                && each.subject == row->alarm.subject)
                trace = &each;
        }
    }
    //: what a detector computes and compares with its threshold
    series->quantity = tr("Score");
    series->scenarioLabel = tr("Threshold");
    if (trace != nullptr) {
        for (int i = 0; i < trace->axis.count; ++i)
            series->observed.push_back(
                {trace->axis.at(i), trace->scores[static_cast<std::size_t>(i)]});
        series->scenario = {
            {trace->axis.at(0), report->threshold}, {trace->axis.last(), report->threshold}};
        series->yLow = 0.0;
        series->yHigh = 1.2 * report->threshold;
    }
    m_chart->setZone(m_model.safety().data() ? m_model.safety().data()->zone : QTimeZone::utc());
    m_chart->setCurrent(m_model.safety().periodEnd());
    m_chart->setData(std::move(series));
    m_chart->setVisible(trace != nullptr);
    Alarm shown;
    if (trace != nullptr) {
        shown.scope = trace->scope;
        shown.subject = trace->subject;
    }
    //: %1 is a detector, %2 what it watches
    m_chart->setTitle(
        tr("Score of %1: %2")
            .arg(detectorTitle(m_model.choice().detector),
                row != nullptr && trace != nullptr && trace->subject == row->alarm.subject
                    ? alarmSubject(row->alarm)
                    : alarmSubject(shown)));
}

void WarningPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WarningPanel::retranslate()
{
    {
        const QScopedValueRollback<bool> filling(m_filling, true);
        m_detector->clear();
        for (int i = 0; i < kWarningDetectorCount; ++i)
            m_detector->addItem(detectorTitle(static_cast<WarningDetector>(i)), i);
        m_budget->clear();
        for (const double budget : kBudgets)
            m_budget->addItem(QString(), budget);
    }
    const std::tuple<QWidget *, QString, QString> rows[] = {
        {m_detector, tr("Detector"), tr("What looks for the unusual")},
        {m_budget, tr("Alarms"),
            tr("How many alarms can be looked after; the threshold follows from the history")}};
    for (const auto &[widget, label, tip] : rows) {
        qobject_cast<QLabel *>(m_form->labelForField(widget))->setText(label);
        widget->setAccessibleName(label);
        widget->setToolTip(tip);
    }
    m_stateTitle->setTitle(tr("Now"));
    m_list->setAccessibleName(tr("Alarms"));
    m_show->setText(tr("Go there"));
    m_show->setToolTip(tr("Shows the time and the place of the alarm"));
    m_acknowledge->setToolTip(
        tr("Somebody has seen to it; what happened then is no example of the usual. "
           "Can be undone."));
    m_chart->setEmptyText(tr("Appears once an alarm is chosen."));
    m_alarms->retranslate();
    showChoice();
    showReport();
}

} // namespace belvedere::ui
