// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart costs the GUI thread at most in one go: the 95th percentile of its milliseconds of
// processor time from new data until the picture stands, the background left out.
//   bench_charts [repetitions]
#include "theme/theme.h"
#include "ui/charts/chart_samples.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

/// Milliseconds that the GUI thread spends in one go at most, and in all.
struct Cost
{
    double longest = 0.0;
    double whole = 0.0;
};

/// Time of this thread, so that other programs and the background do not count.
double threadMs()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

double timed(const std::function<void()> &work)
{
    const double begin = threadMs();
    work();
    return threadMs() - begin;
}

/// `set` hands over the data; events are worked off one batch after the other until `settled`.
Cost costOf(QWidget &chart, const std::function<void()> &set, const std::function<bool()> &settled)
{
    Cost cost;
    const auto add = [&cost](double ms) {
        cost.longest = std::max(cost.longest, ms);
        cost.whole += ms;
    };
    add(timed(set));
    while (!settled()) {
        QTest::qSleep(1);
        add(timed([] { QCoreApplication::processEvents(); }));
    }
    add(timed([&chart] { chart.grab(); }));
    return cost;
}

double p95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * 0.95))];
}

void report(QTextStream &out, const QString &what, std::vector<Cost> costs)
{
    std::vector<double> longest;
    for (const Cost &cost : costs)
        longest.push_back(cost.longest);
    out << what.leftJustified(44) << "first " << QString::number(longest.front(), 'f', 2)
        << " ms, p95 " << QString::number(p95(longest), 'f', 2) << " ms\n";
    out.flush();
}

std::vector<Cost> measure(QWidget &chart, int repetitions, const std::function<void()> &set,
    const std::function<bool()> &settled)
{
    chart.resize(900, 300);
    chart.show();
    QCoreApplication::processEvents();
    std::vector<Cost> costs;
    for (int i = 0; i < repetitions; ++i)
        costs.push_back(costOf(chart, set, settled));
    return costs;
}

void benchSeries(QTextStream &out, int repetitions, int count)
{
    auto content = std::make_shared<SeriesChartData>();
    content->quantity = QStringLiteral("Speed");
    content->unit = QStringLiteral("km/h");
    content->observed = sampleSeries(count, 1);
    const UtcMs end = content->observed.back().time;
    for (int i = 0; i < 24; ++i)
        content->forecast.push_back({end + i * kSampleStep, 40, 50, 60, 35, 45, 55, 65});
    SeriesChart chart;
    const auto settled = [&chart] { return chart.isSettled(); };
    report(out, QStringLiteral("series, %1 points, new data").arg(count),
        measure(
            chart, repetitions,
            [&] {
                chart.setData(nullptr);
                chart.setData(content);
            },
            settled));
    int step = 0;
    report(out, QStringLiteral("series, %1 points, zoom").arg(count),
        measure(
            chart, repetitions,
            [&] {
                const double span = double(end - kSampleStart);
                const double from = double(kSampleStart) + span * 0.01 * (++step % 40);
                chart.zoomTo(from, from + span * 0.5);
            },
            settled));
}

void benchOthers(QTextStream &out, int repetitions)
{
    const auto always = [] { return true; };
    {
        HistogramChart chart;
        auto content = std::make_shared<HistogramData>();
        for (const SeriesPoint &p : sampleSeries(1'000'000, 2))
            content->values.push_back(p.value);
        report(out, QStringLiteral("histogram, 1000000 values"),
            measure(
                chart, repetitions, [&] { chart.setData(content); },
                [&] { return chart.isSettled(); }));
    }
    {
        HeatMapChart chart;
        auto content = std::make_shared<HeatMapData>();
        content->firstColumn = kSampleStart;
        content->columnStep = kSampleStep;
        for (int i = 0; i < 200; ++i)
            content->rows.append(QStringLiteral("Site %1").arg(i));
        for (const SeriesPoint &p : sampleSeries(200 * 2016, 2))
            content->values.push_back(p.value);
        report(out, QStringLiteral("heat map, 200 x 2016 cells"),
            measure(
                chart, repetitions, [&] { chart.setData(content); },
                [&] { return chart.isSettled(); }));
    }
    {
        BeeswarmChart chart;
        const auto content = sampleSwarm(10, 10'000);
        report(out, QStringLiteral("beeswarm, 100000 dots"),
            measure(
                chart, repetitions, [&] { chart.setData(content); },
                [&] { return chart.isSettled(); }));
    }
    {
        SmallMultiples chart;
        auto content = std::make_shared<SmallMultiplesData>();
        for (int i = 0; i < 200; ++i)
            content->panels.push_back(
                {QString::number(i), QStringLiteral("Site %1").arg(i), sampleSeries(2016, i)});
        report(out, QStringLiteral("small multiples, 200 x 2016, new data"),
            measure(
                chart, repetitions, [&] { chart.setData(content); }, always));
        int value = 0;
        report(out, QStringLiteral("small multiples, scrolling"),
            measure(
                chart, repetitions, [&] { chart.scrollBar()->setValue(value += 37); }, always));
    }
    for (const ChartSample &sample : chartSamples()) {
        // Made anew each time: the first layout is in it.
        std::vector<Cost> costs;
        for (int i = 0; i < repetitions; ++i) {
            Cost cost;
            std::unique_ptr<QWidget> chart;
            const double making = timed([&] { chart = sample.make(); });
            chart->resize(sample.size);
            chart->show();
            cost.longest = timed([&] { chart->grab(); });
            cost.whole = making + cost.longest;
            costs.push_back(cost);
        }
        report(out, QStringLiteral("first paint, %1").arg(sample.name), std::move(costs));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeMode::Dark);
    const int repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 60;
    QTextStream out(stdout);
    for (const int count : {1'000, 10'000, 100'000, 1'000'000})
        benchSeries(out, repetitions, count);
    benchOthers(out, repetitions);
    return 0;
}
