// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/epoch_chart.h"
#include "charts/horizon_chart.h"
#include "charts/loss_chart.h"
#include "charts/plot_view.h"
#include "charts/series_chart.h"
#include "theme/theme.h"

#include <QApplication>
#include <QChart>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr UtcMs kStart = 1'330'560'000'000;
constexpr UtcMs kStep = 5 * kMsPerMinute;

std::shared_ptr<SeriesChartData> seriesFrom(const std::vector<double> &values)
{
    auto data = std::make_shared<SeriesChartData>();
    data->quantity = QStringLiteral("Speed");
    data->unit = QStringLiteral("km/h");
    for (std::size_t i = 0; i < values.size(); ++i)
        data->observed.push_back({kStart + UtcMs(i) * kStep, values[i]});
    return data;
}

int stretches(const QList<QPointF> &points)
{
    int count = 0;
    bool open = false;
    for (const QPointF &p : points) {
        count += std::isfinite(p.y()) && !open ? 1 : 0;
        open = std::isfinite(p.y());
    }
    return count;
}

/// Lines with points that are on the chart, the bounds of the forecast band aside.
int visibleLines(const PlotView &view)
{
    int count = 0;
    for (const QAbstractSeries *series : view.chart()->series()) {
        const auto *line = qobject_cast<const QLineSeries *>(series);
        count += line && line->count() > 0 ? 1 : 0;
    }
    return count;
}

int pixelsOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

/// The same with a difference of one in each channel: what blending rounds.
int pixelsLike(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor seen = image.pixelColor(x, y);
            count += std::abs(seen.red() - color.red()) <= 1
                    && std::abs(seen.green() - color.green()) <= 1
                    && std::abs(seen.blue() - color.blue()) <= 1
                ? 1
                : 0;
        }
    }
    return count;
}

std::vector<LossPoint> lossCurve(int epochs)
{
    std::vector<LossPoint> points;
    for (int i = 1; i <= epochs; ++i)
        points.push_back({i, 3.0 * std::exp(-i / 9.0) + 0.2, 3.0 * std::exp(-i / 9.0) + 0.3,
            6.0 * std::exp(-i / 5.0) + 2.4});
    return points;
}

} // namespace

class tst_Charts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not).*")));
    }
    void emptyChartSaysSo();
    void missingValuesAreGaps_data();
    void missingValuesAreGaps();
    void manyGapsAreAllKept();
    void oddDataIsDrawn_data();
    void oddDataIsDrawn();
    void clickPicksTheTime();
    void hoverReadsOut();
    void forecastIsDrawnInItsColor();
    void colorsFollowTheTheme();
    void lossChartTakesManyEpochs();
    void lossChartMarksTheBestEpoch();
    void horizonChartTakesOddLines();
};

void tst_Charts::emptyChartSaysSo()
{
    SeriesChart chart;
    chart.resize(400, 200);
    chart.setEmptyText(QStringLiteral("Pick a sensor on the map."));
    const QImage with = chart.grab().toImage();
    chart.setEmptyText({});
    QVERIFY(with != chart.grab().toImage());
    QSignalSpy picked(&chart, &SeriesChart::timePicked);
    QTest::mouseClick(&chart, Qt::LeftButton);
    QCOMPARE(picked.count(), 0);
}

void tst_Charts::missingValuesAreGaps_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<int>("lines");
    QTest::newRow("none missing") << std::vector<double>{1, 2, 3} << 1;
    QTest::newRow("one gap") << std::vector<double>{1, 2, kNaN, 3, 4} << 2;
    QTest::newRow("at both ends") << std::vector<double>{kNaN, 1, 2, kNaN} << 1;
    QTest::newRow("single values") << std::vector<double>{1, kNaN, 2, kNaN, 3} << 3;
    QTest::newRow("all missing") << std::vector<double>{kNaN, kNaN} << 0;
}

void tst_Charts::missingValuesAreGaps()
{
    QFETCH(std::vector<double>, values);
    QFETCH(int, lines);
    SeriesChart chart;
    chart.resize(500, 240);
    chart.setData(seriesFrom(values));
    QCOMPARE(stretches(chart.drawnPoints()), lines);
    chart.setData(nullptr);
    QCOMPARE(stretches(chart.drawnPoints()), 0);
}

void tst_Charts::manyGapsAreAllKept()
{
    std::vector<double> values(1000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i % 5 == 4 ? kNaN : 50.0 + 10.0 * std::sin(double(i) / 40.0);
    SeriesChart chart;
    chart.resize(900, 260);
    chart.setData(seriesFrom(values));
    QCOMPARE(stretches(chart.drawnPoints()), 200);
}

void tst_Charts::oddDataIsDrawn_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("one point") << std::vector<double>{5.0};
    QTest::newRow("constant") << std::vector<double>{5.0, 5.0, 5.0};
    QTest::newRow("zero") << std::vector<double>{0.0, 0.0};
    QTest::newRow("all missing") << std::vector<double>{kNaN, kNaN};
    QTest::newRow("huge") << std::vector<double>{-1e12, 1e12};
    QTest::newRow("tiny") << std::vector<double>{1e-9, 2e-9};
}

void tst_Charts::oddDataIsDrawn()
{
    QFETCH(std::vector<double>, values);
    SeriesChart chart;
    chart.setData(seriesFrom(values));
    chart.setNow(kStart);
    chart.setCurrent(kStart + kStep);
    for (const QSize &size : {QSize(600, 240), chart.minimumSizeHint(), QSize(20, 20)}) {
        chart.resize(size);
        QCOMPARE(chart.grab().size(), chart.size());
    }
}

void tst_Charts::clickPicksTheTime()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(seriesFrom({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}));
    chart.show();
    QSignalSpy picked(&chart, &SeriesChart::timePicked);
    const QRectF plot = chart.plotArea();
    const auto at = [&](double fraction) {
        return QPoint(
            int(std::round(plot.left() + fraction * plot.width())), int(plot.center().y()));
    };
    const double perPixel = 12.0 * double(kStep) / plot.width();
    for (const double fraction : {0.0, 0.25, 1.0}) {
        QTest::mouseClick(&chart, Qt::LeftButton, {}, at(fraction));
        const auto time = picked.takeLast().at(0).value<UtcMs>();
        const double expected = double(kStart) + fraction * 12.0 * double(kStep);
        QVERIFY(std::abs(double(time) - expected) <= perPixel);
    }
    // Beside the plot: the nearest end.
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(1, int(plot.center().y())));
    QCOMPARE(picked.takeLast().at(0).value<UtcMs>(), kStart);
}

void tst_Charts::hoverReadsOut()
{
    SeriesChart chart;
    chart.resize(600, 240);
    auto data = seriesFrom({40, 41, kNaN, 43});
    data->forecast = {{kStart + 4 * kStep, 38, 42, 45}, {kStart + 5 * kStep, 37, 42, kNaN}};
    chart.setData(data);
    chart.show();
    const QImage before = chart.grab().toImage();
    for (int x = 0; x < chart.width(); x += 20) {
        QTest::mouseMove(&chart, QPoint(x, 120));
        chart.grab();
    }
    QTest::mouseMove(&chart, QPoint(300, 120));
    QVERIFY(chart.grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&chart, &leave);
    QCOMPARE(chart.grab().toImage(), before);
}

void tst_Charts::forecastIsDrawnInItsColor()
{
    SeriesChart chart;
    chart.resize(600, 240);
    auto data = seriesFrom({40, 40, 40});
    const QColor band = blended(withOpacity(tokens().forecast, kBandOpacity50), tokens().panel);
    chart.setData(data);
    QCOMPARE(pixelsLike(chart.grab().toImage(), band), 0);
    data = seriesFrom({40, 40, 40});
    for (int i = 3; i < 9; ++i)
        data->forecast.push_back({kStart + i * kStep, 30, 40, 50});
    chart.setData(data);
    QVERIFY(pixelsLike(chart.grab().toImage(), band) > 1000);
    chart.setEntryVisible(QStringLiteral("forecast"), false);
    QCOMPARE(pixelsLike(chart.grab().toImage(), band), 0);
}

void tst_Charts::colorsFollowTheTheme()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(seriesFrom({40, 40, 40}));
    chart.show();
    QVERIFY(pixelsOf(chart.grab().toImage(), tokens().panel) > 10'000);
    applyTheme(*qApp, ThemeMode::Light);
    QCoreApplication::processEvents();
    QVERIFY(pixelsOf(chart.grab().toImage(), tokensOf(ThemeMode::Light).panel) > 10'000);
    QVERIFY(pixelsOf(chart.grab().toImage(), tokensOf(ThemeMode::Light).observed) > 0);
    applyTheme(*qApp, ThemeMode::Dark);
}

void tst_Charts::lossChartTakesManyEpochs()
{
    LossChart chart;
    chart.resize(700, 420);
    chart.setBaselines({{QStringLiteral("Last value"), 4.0}, {QStringLiteral("Missing"), kNaN}});
    chart.setUnit(QStringLiteral("km/h"));
    chart.setPlannedEpochs(1000);
    chart.show();
    const std::vector<LossPoint> all = lossCurve(1000);
    qint64 longest = 0;
    for (std::size_t n = 0; n <= all.size(); n += 100) {
        QElapsedTimer timer;
        timer.start();
        chart.setEpochs({all.begin(), all.begin() + std::ptrdiff_t(n)});
        longest = std::max(longest, timer.elapsed());
        chart.grab();
    }
    // The budget of the GUI thread is 8 ms; this machine may be busy and the build unoptimized.
    QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
}

void tst_Charts::lossChartMarksTheBestEpoch()
{
    LossChart chart;
    chart.resize(700, 420);
    auto points = lossCurve(30);
    points[11].validationMae = 1.0;
    chart.setEpochs(points);
    const QImage automatic = chart.grab().toImage();
    chart.setBestEpoch(12);
    QCOMPARE(chart.grab().toImage(), automatic);
    chart.setBestEpoch(5);
    QVERIFY(chart.grab().toImage() != automatic);
    chart.setEpochs({{1, kNaN, kNaN, kNaN}}); // nothing to draw is no reason to fall
    chart.grab();
}

void tst_Charts::horizonChartTakesOddLines()
{
    HorizonChart chart;
    chart.resize(500, 300);
    chart.setMeasure(QStringLiteral("MAE"), QStringLiteral("km/h"));
    chart.setLines({});
    chart.grab();
    chart.setLines({{QStringLiteral("A"), {15, 30, 60}, {1.0, kNaN, 3.0}, true},
        {QStringLiteral("B"), {15}, {2.0}, false}, {QStringLiteral("C"), {}, {}, false},
        {QStringLiteral("short"), {15, 30}, {2.5}, false}});
    chart.show();
    QCOMPARE(visibleLines(chart), 3);
    for (int x = 0; x < chart.width(); x += 25) {
        QTest::mouseMove(&chart, QPoint(x, 150));
        chart.grab();
    }
    chart.setLines({});
    QCOMPARE(visibleLines(chart), 0);
}

QTEST_MAIN(tst_Charts)
#include "tst_charts.moc"
