// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/when_page.h"

#include "analyse/analyse_text.h"
#include "charts/heat_map_chart.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

#include <array>
#include <set>

namespace belvedere::ui {

namespace {

constexpr std::array<Measure, 4> kMeasures{
    Measure::Mae, Measure::Rmse, Measure::Wape, Measure::Coverage};

QString unitOf(const RunAnalysis &analysis, Measure measure)
{
    return measure == Measure::Mae || measure == Measure::Rmse ? analysis.unit
                                                               : QStringLiteral("%");
}

double shownValue(const ErrorFigures &figures, Measure measure)
{
    return valueOf(figures, measure) * (measure == Measure::Coverage ? 100.0 : 1.0);
}

/// First, middle and last.
std::vector<int> someSteps(int horizon)
{
    const std::set<int> steps = {0, horizon / 2, horizon - 1};
    return {steps.begin(), steps.end()};
}

} // namespace

QString regimeTitle(Regime regime)
{
    switch (regime) {
    case Regime::FreeFlow:
        return WhenPage::tr("Free flow");
    case Regime::Congestion:
        return WhenPage::tr("Congestion");
    case Regime::Incident:
        return WhenPage::tr("Incident");
    case Regime::Low:
        return WhenPage::tr("Low values");
    case Regime::Middle:
        return WhenPage::tr("Middle values");
    case Regime::High:
        return WhenPage::tr("High values");
    }
    return {};
}

HeatMapData hourHeatMap(const RunAnalysis &analysis, Measure measure)
{
    HeatMapData map;
    map.quantity = measureTitle(measure);
    map.unit = unitOf(analysis, measure);
    map.rowTitle = WhenPage::tr("Ahead");
    map.columnTitle = WhenPage::tr("Hour of the day that was forecast");
    map.ramp = measure == Measure::Coverage ? Ramp::Amount : Ramp::Risk;
    for (std::size_t hour = 0; hour < analysis.hours.size(); ++hour)
        map.columns.append(QLocale().toString(int(hour)));
    for (int step = 0; step < analysis.shape.horizon; ++step) {
        map.rows.append(leadTime(step + 1, analysis.shape.stepMs));
        for (const ForecastMetrics &hour : analysis.hours) {
            const auto i = static_cast<std::size_t>(step);
            map.values.push_back(i < hour.horizons.size()
                    ? shownValue(hour.horizons[i], measure)
                    : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return map;
}

BarChartData regimeBars(const RunAnalysis &analysis, Measure measure)
{
    BarChartData bars;
    bars.quantity = measureTitle(measure);
    bars.unit = unitOf(analysis, measure);
    const std::vector<int> steps = someSteps(analysis.shape.horizon);
    for (const int step : steps)
        //: %1 a duration: how far a forecast looks ahead
        bars.groups.append(WhenPage::tr("%1 ahead").arg(leadTime(step + 1, analysis.shape.stepMs)));
    for (const RegimeErrors &regime : analysis.regimes) {
        Bar bar{regimeTitle(regime.regime), {}, {}, {}};
        for (const int step : steps) {
            const auto i = static_cast<std::size_t>(step);
            bar.values.push_back(i < regime.metrics.horizons.size()
                    ? shownValue(regime.metrics.horizons[i], measure)
                    : std::numeric_limits<double>::quiet_NaN());
        }
        bars.bars.push_back(std::move(bar));
    }
    return bars;
}

BarChartData weekdayBars(const RunAnalysis &analysis, Measure measure)
{
    BarChartData bars;
    bars.quantity = measureTitle(measure);
    bars.unit = unitOf(analysis, measure);
    for (std::size_t day = 0; day < analysis.weekdays.size(); ++day)
        bars.bars.push_back({QLocale().standaloneDayName(int(day) + 1),
            {shownValue(analysis.weekdays[day], measure)}, {}, {}});
    return bars;
}

WhenPage::WhenPage(RunReview &review, QWidget *parent)
    : QWidget(parent)
    , m_review(review)
    , m_measure(new QComboBox)
    , m_hours(new HeatMapChart)
    , m_regimes(new BarChart)
    , m_weekdays(new BarChart)
{
    m_measure->setObjectName(QStringLiteral("whenMeasure"));
    for (std::size_t i = 0; i < kMeasures.size(); ++i)
        m_measure->addItem(QString());
    auto *below = new QHBoxLayout;
    below->setSpacing(space::kLarge);
    below->addWidget(m_regimes, 1);
    below->addWidget(m_weekdays, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_measure, 0, Qt::AlignLeft);
    layout->addWidget(m_hours, 3);
    layout->addLayout(below, 2);
    connect(&review, &RunReview::changed, this, &WhenPage::fill);
    connect(m_measure, &QComboBox::activated, this, &WhenPage::fill);
    retranslate();
}

void WhenPage::fill()
{
    const auto &analysis = m_review.analysis();
    const Measure measure =
        kMeasures[static_cast<std::size_t>(std::max(0, m_measure->currentIndex()))];
    if (!analysis) {
        m_hours->setData(nullptr);
        m_regimes->setData(nullptr);
        m_weekdays->setData(nullptr);
        return;
    }
    m_hours->setData(std::make_shared<HeatMapData>(hourHeatMap(*analysis, measure)));
    m_regimes->setData(std::make_shared<BarChartData>(regimeBars(*analysis, measure)));
    m_weekdays->setData(std::make_shared<BarChartData>(weekdayBars(*analysis, measure)));
}

void WhenPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WhenPage::retranslate()
{
    for (std::size_t i = 0; i < kMeasures.size(); ++i)
        m_measure->setItemText(int(i), measureTitle(kMeasures[i]));
    m_measure->setAccessibleName(tr("Measure of error"));
    m_measure->setToolTip(m_measure->accessibleName());
    m_hours->setTitle(tr("Error by hour and time ahead"));
    m_regimes->setTitle(tr("Error by state and time ahead"));
    m_weekdays->setTitle(tr("Error by day of the week"));
    const QString waiting = tr("Appears once the test part has been looked through.");
    m_hours->setEmptyText(waiting);
    m_regimes->setEmptyText(waiting);
    m_weekdays->setEmptyText(waiting);
    fill();
}

} // namespace belvedere::ui
