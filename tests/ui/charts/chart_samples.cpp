// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_samples.h"

#include "base/random.h"
#include "charts/horizon_chart.h"
#include "charts/loss_chart.h"
#include "ui/charts/environment_samples.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

namespace belvedere::ui {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString word(const char *text, bool lengthened)
{
    const QString plain = QString::fromUtf8(text);
    return lengthened ? plain + QStringLiteral(" in the north-eastern districts of the city")
                      : plain;
}

using Cycle = VariationData::Cycle;

template <class Chart, class Data> std::unique_ptr<QWidget> chartOf(std::shared_ptr<Data> content)
{
    auto chart = std::make_unique<Chart>();
    chart->setData(std::move(content));
    return chart;
}

std::unique_ptr<QWidget> seriesSample(bool longWords, bool scenario)
{
    auto content = std::make_shared<SeriesChartData>();
    content->quantity = word("Speed", longWords);
    content->unit = QStringLiteral("km/h");
    content->observed = sampleSeries(scenario ? 60 : 144, 1);
    const UtcMs now = content->observed.back().time;
    double level = content->observed.back().value;
    Random random(5);
    for (int i = 0; i <= 24; ++i) {
        const double spread = 1.0 + 0.45 * i;
        level += 0.35 * std::sin(i / 3.0) + 0.3;
        ForecastPoint p;
        p.time = now + i * kSampleStep;
        p.p50 = level;
        p.p25 = level - 0.6 * spread;
        p.p75 = level + 0.6 * spread;
        p.p05 = level - 1.6 * spread;
        p.p95 = level + 1.6 * spread;
        content->forecast.push_back(p);
        if (scenario)
            content->scenario.push_back({p.time, level - 4.0 - 0.2 * i});
    }
    if (scenario) {
        content->scenarioLabel = word("Elm Street closed", longWords);
        content->comparison = sampleSeries(84, 2, false);
        content->comparisonLabel = word("Usual course", longWords);
    } else {
        for (const SeriesPoint &p : content->observed)
            content->residuals.push_back({p.time, random.normal() * 2.0});
    }
    content->yLow = 0.0;
    auto chart = std::make_unique<SeriesChart>();
    chart->setData(content);
    chart->setNow(now);
    chart->setCurrent(now - 20 * kSampleStep);
    return chart;
}

std::unique_ptr<QWidget> histogramSample(bool longWords, bool log)
{
    auto content = std::make_shared<HistogramData>();
    content->quantity = word("Error", longWords);
    content->unit = QStringLiteral("km/h");
    Random random(3);
    for (int i = 0; i < 4000; ++i)
        content->values.push_back(random.normal() * 3.0 + (i % 5 == 0 ? 6.0 : 0.0));
    content->marks = {{-5.0, word("Too slow", longWords)}, {8.0, word("Too fast", longWords)}};
    auto chart = std::make_unique<HistogramChart>();
    chart->setLogarithmic(log);
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> reliabilitySample()
{
    Random random(7);
    std::vector<double> probability;
    std::vector<quint8> happened;
    for (int i = 0; i < 3000; ++i) {
        const double p = std::pow(random.uniform(0.0, 1.0), 1.8);
        probability.push_back(p);
        happened.push_back(random.uniform(0.0, 1.0) < 0.08 + 0.8 * p ? 1 : 0);
    }
    auto chart = std::make_unique<ReliabilityChart>();
    chart->setBins(reliabilityOf(probability, happened));
    return chart;
}

std::unique_ptr<QWidget> importanceSample(bool longWords)
{
    auto content = std::make_shared<BarChartData>();
    content->quantity = word("Mean |contribution|", longWords);
    content->unit = QStringLiteral("km/h");
    const char *names[] = {"Hour of the day", "Speed 5 min ago", "Rain", "Day of the week",
        "Speed upstream", "Events nearby", "Temperature", "School holiday", "Visibility", "Wind",
        "Humidity", "Snow", "Air pressure"};
    for (int i = 0; i < 13; ++i) {
        const double value = 4.2 * std::exp(-0.32 * i);
        content->bars.push_back(
            {word(names[i], longWords), {value}, {value * 0.88}, {value * 1.12}});
    }
    content->order = BarChartData::Order::LargestFirst;
    content->mostRows = 10;
    auto chart = std::make_unique<BarChart>();
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> groupedSample(bool longWords)
{
    auto content = std::make_shared<BarChartData>();
    content->quantity = QStringLiteral("MAE");
    content->unit = QStringLiteral("km/h");
    content->groups = {
        word("Last value", longWords), word("Week before", longWords), word("Neural", longWords)};
    content->orientation = Qt::Vertical;
    const char *names[] = {"15 min", "30 min", "60 min", "120 min"};
    for (int i = 0; i < 4; ++i) {
        const double base = 2.0 + i;
        content->bars.push_back({QString::fromUtf8(names[i]), {base * 1.3, base * 1.1 + 0.8, base},
            {base * 1.2, base * 1.0 + 0.8, base * 0.95},
            {base * 1.4, base * 1.2 + 0.8, base * 1.05}});
    }
    auto chart = std::make_unique<BarChart>();
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> weekSample(bool longWords)
{
    auto content =
        std::make_shared<HeatMapData>(hourByWeekday(sampleSeries(288 * 6, 4), QTimeZone::utc()));
    content->quantity = word("Speed", longWords);
    content->unit = QStringLiteral("km/h");
    auto chart = std::make_unique<HeatMapChart>();
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> siteTimeSample(bool longWords)
{
    auto content = std::make_shared<HeatMapData>();
    content->quantity = word("Difference from the usual course", longWords);
    content->unit = QStringLiteral("km/h");
    content->firstColumn = kSampleStart;
    content->columnStep = 15 * kMsPerMinute;
    content->ramp = Ramp::Difference;
    for (int site = 0; site < 24; ++site) {
        content->rows.append(QStringLiteral("Site %1").arg(site + 1));
        for (int i = 0; i < 96; ++i) {
            const double wave = std::exp(-std::pow((i - 30.0 - site) / 6.0, 2.0));
            const double back = std::exp(-std::pow((i - 80.0 + site) / 5.0, 2.0));
            const bool missing = site == 9 && i > 40 && i < 62;
            content->values.push_back(missing ? kNaN : 18.0 * wave - 12.0 * back);
        }
    }
    auto chart = std::make_unique<HeatMapChart>();
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> calendarSample(bool longWords)
{
    std::vector<SeriesPoint> days;
    Random random(8);
    for (int i = 0; i < 365; ++i)
        days.push_back({kSampleStart + i * kMsPerDay,
            i % 41 == 5 ? kNaN : 20.0 + 14.0 * std::cos(i / 58.0) + 5.0 * random.normal()});
    auto content = std::make_shared<HeatMapData>(calendarOf(days, QTimeZone::utc()));
    content->quantity = word("Fine dust", longWords);
    content->unit = QStringLiteral("µg/m³");
    content->ramp = Ramp::Risk;
    auto chart = std::make_unique<HeatMapChart>();
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> confusionSample(bool longWords)
{
    auto chart = std::make_unique<ConfusionChart>();
    chart->setData({{word("Free", longWords), word("Dense", longWords), word("Slow", longWords),
                        word("Jam", longWords), word("Closed", longWords)},
        {4821, 203, 12, 0, 0, 190, 1675, 144, 9, 0, 8, 121, 730, 66, 0, 0, 6, 71, 388, 0, 0, 0, 0,
            0, 0}});
    return chart;
}

std::unique_ptr<QWidget> multiplesSample(bool longWords)
{
    auto content = std::make_shared<SmallMultiplesData>();
    content->quantity = word("Speed", longWords);
    content->unit = QStringLiteral("km/h");
    for (int i = 0; i < 40; ++i) {
        Panel panel;
        panel.key = QString::number(i);
        panel.label = word("Site", longWords) + QStringLiteral(" %1").arg(i + 1);
        if (i != 4)
            panel.points = sampleSeries(288 * 2, i + 10);
        content->panels.push_back(std::move(panel));
    }
    auto chart = std::make_unique<SmallMultiples>();
    chart->setData(content);
    return chart;
}

std::unique_ptr<QWidget> lossSample(bool longWords)
{
    auto chart = std::make_unique<LossChart>();
    std::vector<LossPoint> points;
    Random random(2);
    for (int epoch = 1; epoch <= 40; ++epoch) {
        const double fall = std::exp(-epoch / 8.0);
        points.push_back(
            {epoch, 0.05 + 1.2 * fall, 0.09 + 1.1 * fall + 0.0004 * epoch + 0.006 * random.normal(),
                2.1 + 3.0 * fall + 0.004 * epoch});
    }
    chart->setUnit(QStringLiteral("km/h"));
    chart->setBaselines(
        {{word("Last value", longWords), 3.1}, {word("Week before", longWords), 3.6}});
    chart->setEpochs(points);
    return chart;
}

std::unique_ptr<QWidget> horizonSample(bool longWords)
{
    auto chart = std::make_unique<HorizonChart>();
    chart->setMeasure(QStringLiteral("MAE"), QStringLiteral("km/h"));
    const std::vector<double> ahead = {15, 30, 45, 60, 90, 120};
    chart->setLines({{word("Neural", longWords), ahead, {2.1, 2.5, 2.8, 3.0, 3.3, 3.5}, true},
        {word("Last value", longWords), ahead, {2.4, 3.1, 3.7, 4.1, 4.9, 5.4}, false},
        {word("Week before", longWords), ahead, {3.6, 3.6, 3.6, 3.6, 3.6, 3.6}, false}});
    return chart;
}

} // namespace

std::vector<SeriesPoint> sampleSeries(int count, int seed, bool gaps)
{
    Random random(static_cast<std::uint64_t>(seed));
    std::vector<SeriesPoint> points;
    double noise = 0.0;
    for (int i = 0; i < count; ++i) {
        const double hour = 24.0 * i / 288.0;
        noise = 0.85 * noise + 0.8 * random.normal();
        const auto rush = [&](double at) {
            return std::exp(-std::pow((std::fmod(hour, 24.0) - at) / 1.6, 2.0));
        };
        const double value = 62.0 - 24.0 * rush(8.0) - 30.0 * rush(17.5) + noise;
        const bool missing = gaps && (i / 18) % 13 == 7 && i % 18 < 6;
        points.push_back({kSampleStart + i * kSampleStep, missing ? kNaN : value});
    }
    return points;
}

std::shared_ptr<WaterfallData> sampleWaterfall()
{
    auto content = std::make_shared<WaterfallData>();
    content->quantity = QStringLiteral("Speed");
    content->unit = QStringLiteral("km/h");
    content->base = 52.4;
    content->baseLabel = QStringLiteral("Mean of all hours");
    content->output = 34.1;
    content->outputLabel = QStringLiteral("Forecast for 08:30");
    content->contributions = {{QStringLiteral("Hour of the day"), QStringLiteral("08:30"), -11.2},
        {QStringLiteral("Rain"), QStringLiteral("3.2 mm"), -5.6},
        {QStringLiteral("Speed 5 min ago"), QStringLiteral("41 km/h"), -4.9},
        {QStringLiteral("School holiday"), QStringLiteral("yes"), 3.1},
        {QStringLiteral("Speed upstream"), QStringLiteral("58 km/h"), 1.8},
        {QStringLiteral("Event nearby"), QStringLiteral("match"), -1.4},
        {QStringLiteral("Day of the week"), QStringLiteral("Thu"), 0.6},
        {QStringLiteral("Temperature"), QStringLiteral("8 °C"), -0.4},
        {QStringLiteral("Wind"), QStringLiteral("12 km/h"), -0.2},
        {QStringLiteral("Visibility"), {}, -0.1}};
    content->mostRows = 8;
    return content;
}

std::shared_ptr<SwarmData> sampleSwarm(int rows, int cases)
{
    auto content = std::make_shared<SwarmData>();
    content->quantity = QStringLiteral("Contribution to speed");
    content->unit = QStringLiteral("km/h");
    const char *names[] = {"Speed 5 min ago", "Hour of the day", "Rain", "Speed upstream",
        "Day of the week", "Event nearby", "Temperature", "Wind"};
    Random random(11);
    for (int r = 0; r < rows; ++r) {
        SwarmRow row;
        row.label = QString::fromUtf8(names[r % 8]);
        const double strength = 5.0 * std::exp(-0.35 * r);
        for (int i = 0; i < cases; ++i) {
            const double value = random.normal();
            row.values.push_back(i % 97 == 3 ? kNaN : value);
            row.effects.push_back(
                strength * (r % 2 ? -1.0 : 1.0) * (value + 0.35 * random.normal()) * 0.6);
        }
        content->rows.push_back(std::move(row));
    }
    return content;
}

std::shared_ptr<ParallelData> sampleSearch(int runs)
{
    Random random(21);
    auto content = std::make_shared<ParallelData>();
    content->noun = QStringLiteral("Run");
    content->axes = {{QStringLiteral("rate"), QStringLiteral("Learning rate"), {}, true},
        {QStringLiteral("layers"), QStringLiteral("Layers"), {}},
        {QStringLiteral("optimiser"), QStringLiteral("Optimiser"), {}, false,
            {QStringLiteral("SGD"), QStringLiteral("Adam"), QStringLiteral("AdamW")}},
        {QStringLiteral("width"), QStringLiteral("Width"), {}},
        {QStringLiteral("mae"), QStringLiteral("MAE"), QStringLiteral("mph")}};
    for (int i = 0; i < runs; ++i) {
        const double rate = std::pow(10.0, -4.0 + 3.0 * random.uniform());
        const double layers = std::floor(1.0 + 6.0 * random.uniform());
        const double optimiser = std::floor(3.0 * random.uniform());
        const double width =
            i % 9 == 4 ? std::nan("") : 32.0 + std::floor(224.0 * random.uniform());
        const double mae = 3.4 + 0.5 * std::abs(std::log10(rate) + 2.5) + 0.03 * layers
            - 0.06 * optimiser + 0.08 * random.normal();
        content->lines.push_back({QStringLiteral("r%1").arg(i), QStringLiteral("r%1-neural").arg(i),
            {rate, layers, optimiser, width, mae}});
    }
    content->colorAxis = 4;
    return content;
}

std::shared_ptr<CurveData> sampleCurves(int curves, bool longWords)
{
    Random random(4);
    auto content = std::make_shared<CurveData>();
    content->xName = QStringLiteral("Epoch");
    content->yName = QStringLiteral("Validation MAE");
    content->yUnit = QStringLiteral("mph");
    for (int i = 0; i < curves; ++i) {
        Curve curve;
        curve.key = QStringLiteral("r%1").arg(i);
        curve.label = word("Identity MLP r000", longWords) + QString::number(i);
        for (int epoch = 1; epoch <= 12 + 5 * i; ++epoch)
            curve.points.emplace_back(
                epoch, 3.4 + 0.1 * i + 2.0 * std::exp(-epoch / 4.0) + 0.03 * random.normal());
        curve.markedX = 9.0 + i;
        content->curves.push_back(std::move(curve));
    }
    return content;
}

std::vector<ChartSample> chartSamples(bool longWords)
{
    const bool w = longWords;
    return {
        {QStringLiteral("series"), {720, 280}, [w] { return seriesSample(w, false); }},
        {QStringLiteral("scenario"), {720, 260}, [w] { return seriesSample(w, true); }},
        {QStringLiteral("small_multiples"), {820, 430}, [w] { return multiplesSample(w); }},
        {QStringLiteral("histogram"), {520, 260}, [w] { return histogramSample(w, false); }},
        {QStringLiteral("histogram_log"), {520, 260}, [w] { return histogramSample(w, true); }},
        {QStringLiteral("loss"), {620, 420}, [w] { return lossSample(w); }},
        {QStringLiteral("horizon"), {520, 280}, [w] { return horizonSample(w); }},
        {QStringLiteral("confusion"), {480, 400}, [w] { return confusionSample(w); }},
        {QStringLiteral("reliability"), {480, 400}, [] { return reliabilitySample(); }},
        {QStringLiteral("bars"), {560, 360}, [w] { return importanceSample(w); }},
        {QStringLiteral("bars_grouped"), {560, 300}, [w] { return groupedSample(w); }},
        {QStringLiteral("heat_week"), {820, 260}, [w] { return weekSample(w); }},
        {QStringLiteral("heat_sites"), {760, 380}, [w] { return siteTimeSample(w); }},
        {QStringLiteral("heat_calendar"), {820, 210}, [w] { return calendarSample(w); }},
        {QStringLiteral("waterfall"), {620, 360},
            [w]() -> std::unique_ptr<QWidget> {
                auto content = sampleWaterfall();
                content->baseLabel = word("Mean of all hours", w);
                auto chart = std::make_unique<WaterfallChart>();
                chart->setData(content);
                return chart;
            }},
        {QStringLiteral("beeswarm"), {640, 380},
            []() -> std::unique_ptr<QWidget> {
                auto chart = std::make_unique<BeeswarmChart>();
                chart->setData(sampleSwarm(8, 600));
                return chart;
            }},
        {QStringLiteral("parallel"), {720, 340},
            []() -> std::unique_ptr<QWidget> {
                auto chart = std::make_unique<ParallelChart>();
                chart->setTitle(QStringLiteral("Search"));
                chart->setData(sampleSearch(60));
                chart->setRange(1, ParallelRange{2.0, 5.0});
                chart->setMarked({chart->keysWithin().value(3)});
                return chart;
            }},
        {QStringLiteral("curves"), {560, 300},
            [w]() -> std::unique_ptr<QWidget> {
                auto chart = std::make_unique<CurveChart>();
                chart->setData(sampleCurves(4, w));
                return chart;
            }},
        {QStringLiteral("calendar_years"), {860, 420},
            [w] { return chartOf<CalendarChart>(sampleCalendar(false, w)); }},
        {QStringLiteral("calendar_classes"), {860, 380},
            [w] { return chartOf<CalendarChart>(sampleCalendar(true, w)); }},
        {QStringLiteral("variation_day"), {560, 300},
            [w] { return chartOf<VariationChart>(sampleVariation(Cycle::Day, 3, w)); }},
        {QStringLiteral("variation_week"), {860, 300},
            [w] { return chartOf<VariationChart>(sampleVariation(Cycle::Week, 2, w)); }},
        {QStringLiteral("variation_year"), {560, 300},
            [w] { return chartOf<VariationChart>(sampleVariation(Cycle::Year, 4, w)); }},
        {QStringLiteral("polar"), {480, 440},
            [w] { return chartOf<PolarChart>(samplePolar(PolarData::Kind::Mean, w)); }},
        {QStringLiteral("rose"), {560, 440},
            [w] { return chartOf<PolarChart>(samplePolar(PolarData::Kind::Shares, w)); }},
        {QStringLiteral("trend"), {720, 320}, [w] { return chartOf<TrendChart>(sampleTrend(w)); }},
        {QStringLiteral("scatter"), {460, 460},
            [w] { return chartOf<ScatterChart>(sampleScatter(20'000, w)); }},
    };
}

void settle(QWidget &widget)
{
    const auto settled = [&] {
        if (const auto *series = qobject_cast<SeriesChart *>(&widget))
            return series->isSettled();
        if (const auto *swarm = qobject_cast<BeeswarmChart *>(&widget))
            return swarm->isSettled();
        if (const auto *parallel = qobject_cast<ParallelChart *>(&widget))
            return parallel->isSettled();
        if (const auto *map = qobject_cast<HeatMapChart *>(&widget))
            return map->isSettled();
        if (const auto *scatter = qobject_cast<ScatterChart *>(&widget))
            return scatter->isSettled();
        return true;
    };
    (void)QTest::qWaitFor(settled);
    widget.grab();
    if (const auto *panels = qobject_cast<SmallMultiples *>(&widget)) {
        while (!panels->isSettled()) { // a few panels each frame
            QCoreApplication::processEvents();
            widget.grab();
        }
    }
}

} // namespace belvedere::ui
