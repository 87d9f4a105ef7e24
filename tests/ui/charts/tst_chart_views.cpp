// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/bar_chart.h"
#include "charts/beeswarm_chart.h"
#include "charts/confusion_chart.h"
#include "charts/heat_map_chart.h"
#include "charts/histogram_chart.h"
#include "charts/loss_chart.h"
#include "charts/reliability_chart.h"
#include "charts/series_chart.h"
#include "charts/small_multiples.h"
#include "charts/waterfall_chart.h"
#include "theme/theme.h"
#include "ui/charts/chart_samples.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<SeriesChartData> fourPoints()
{
    auto content = std::make_shared<SeriesChartData>();
    content->quantity = QStringLiteral("Speed");
    content->unit = QStringLiteral("km/h");
    for (int i = 0; i < 4; ++i)
        content->observed.push_back({kSampleStart + i * kSampleStep, i == 2 ? kNaN : 40.0 + i});
    return content;
}

std::shared_ptr<HeatMapData> twoByThree()
{
    auto content = std::make_shared<HeatMapData>();
    content->quantity = QStringLiteral("Speed");
    content->unit = QStringLiteral("km/h");
    content->rows = {QStringLiteral("North"), QStringLiteral("South")};
    content->columns = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    content->values = {1, 2, 3, 4, kNaN, 6};
    return content;
}

std::shared_ptr<BarChartData> threeBars()
{
    auto content = std::make_shared<BarChartData>();
    content->quantity = QStringLiteral("Error");
    content->unit = QStringLiteral("km/h");
    content->bars = {{QStringLiteral("small"), {1.0}, {}, {}},
        {QStringLiteral("large"), {-5.0}, {-6.0}, {-4.0}},
        {QStringLiteral("middle"), {2.0}, {}, {}}};
    return content;
}

QPoint middleOf(const ChartView &chart)
{
    return chart.plotArea().center().toPoint();
}

void wheel(QWidget &widget, QPoint at, int turned, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(QPointF(at), widget.mapToGlobal(QPointF(at)), {}, {0, turned * 120},
        Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

QString copied(ChartView &chart)
{
    QGuiApplication::clipboard()->clear();
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_C, Qt::ControlModifier);
    // Many rows are put together in the background.
    (void)QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, 500);
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// What a person does with charts.
class tst_ChartViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(*qApp, ThemeMode::Dark);
    }
    void everyChartRenders_data();
    void everyChartRenders();
    void everyChartIsReadByKeys_data();
    void everyChartIsReadByKeys();
    void dragZoomsAndDoubleClickResets();
    void wheelZoomsOnlyWhenAsked();
    void keysZoom();
    void escapeEndsCursorThenZoom();
    void shiftDragPans();
    void zoomSurvivesNewData();
    void seriesIsCopied();
    void emptyChartCopiesNothing();
    void heatMapIsCopied();
    void otherTables();
    void cursorIsLinked();
    void linkedCursorIsSilent();
    void lossPanelsShareTheCursor();
    void legendToggles();
    void menuOffersWhatThereIs();
    void pictures_data();
    void pictures();
    void whatCannotBeSavedSaysSo_data();
    void whatCannotBeSavedSaysSo();
    void printing();
    void cellUnderThePointer();
    void timesInAHeatMap();
    void oddHeatMapsAreEmpty();
    void barsAreSortedAndGrouped();
    void barsByMouse();
    void waterfallAddsUp();
    void waterfallSaysWhenItDoesNot();
    void confusionShares();
    void swarmTakesManyCases();
    void reliabilitySkipsEmptyBins();
    void logarithmicHistogram();
    void manyPanelsArePaintedLazily();
    void panelsShareTheCursor();
    void aMillionPointsAreThinned();
    void currentRuleIsDragged();
};

void tst_ChartViews::everyChartRenders_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("chinese");
    const std::vector<ChartSample> samples = chartSamples();
    for (std::size_t i = 0; i < samples.size(); ++i) {
        for (const bool dark : {true, false}) {
            for (const bool chinese : {false, true}) {
                const QString name =
                    QStringLiteral("%1, %2, %3")
                        .arg(samples[i].name,
                            dark ? QStringLiteral("dark") : QStringLiteral("light"),
                            chinese ? QStringLiteral("zh") : QStringLiteral("en, long names"));
                QTest::newRow(qPrintable(name)) << int(i) << dark << chinese;
            }
        }
    }
}

void tst_ChartViews::everyChartRenders()
{
    QFETCH(int, sample);
    QFETCH(bool, dark);
    QFETCH(bool, chinese);
    const ThemeMode mode = dark ? ThemeMode::Dark : ThemeMode::Light;
    applyTheme(*qApp, mode);
    const std::unique_ptr<QWidget> chart = chartSamples(!chinese)[std::size_t(sample)].make();
    chart->show();
    if (chinese)
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(chart.get(), &change);
    for (const QSize &size : {chart->minimumSizeHint(), chart->sizeHint(), QSize(1200, 500)}) {
        chart->resize(size);
        settle(*chart);
        const QImage image = chart->grab().toImage();
        QCOMPARE(image.size(), chart->size());
        QCOMPARE(image.pixelColor(image.width() - 1, image.height() / 4), tokensOf(mode).panel);
        for (const auto *view : chart->findChildren<ChartView *>())
            QVERIFY(view->rect().contains(view->plotArea().toRect()));
        if (const auto *view = qobject_cast<ChartView *>(chart.get())) {
            QVERIFY(view->rect().contains(view->plotArea().toRect()));
            QVERIFY(view->plotArea().width() >= 90.0 && view->plotArea().height() >= 30.0);
        }
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ThemeMode::Dark);
}

void tst_ChartViews::everyChartIsReadByKeys_data()
{
    QTest::addColumn<int>("sample");
    const std::vector<ChartSample> samples = chartSamples();
    for (std::size_t i = 0; i < samples.size(); ++i)
        QTest::newRow(qPrintable(samples[i].name)) << int(i);
}

void tst_ChartViews::everyChartIsReadByKeys()
{
    QFETCH(int, sample);
    const std::unique_ptr<QWidget> widget = chartSamples()[std::size_t(sample)].make();
    widget->resize(700, 400);
    widget->show();
    settle(*widget);
    auto *chart = qobject_cast<ChartView *>(widget.get());
    if (!chart)
        chart = widget->findChild<ChartView *>();
    QVERIFY(chart);
    QVERIFY((chart->focusPolicy() & Qt::TabFocus) == Qt::TabFocus);
    chart->setTitle(QStringLiteral("What this is about"));
    QCOMPARE(chart->accessibleName(), QStringLiteral("What this is about"));
    const QImage before = chart->grab().toImage();
    QTest::keyClick(chart, Qt::Key_Right);
    const QString first = chart->accessibleDescription();
    QVERIFY2(first.contains(QLatin1Char(':')), qPrintable(first));
    QVERIFY(chart->grab().toImage() != before);
    // Somewhere else, and the description says what is there.
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Down);
    QVERIFY(chart->accessibleDescription() != first);
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_End);
    QVERIFY(!chart->readOutText().isEmpty());
    QTest::keyClick(chart, Qt::Key_Escape);
    QCOMPARE(chart->readOutText(), QString());
    QVERIFY(!copied(*chart).isEmpty());
}

void tst_ChartViews::dragZoomsAndDoubleClickResets()
{
    SeriesChart chart;
    chart.resize(600, 240);
    auto content = fourPoints();
    content->observed = sampleSeries(200, 1);
    chart.setData(content);
    chart.show();
    QSignalSpy views(&chart, &ChartView::viewChanged);
    const QRectF plot = chart.plotArea();
    const QPoint from(int(plot.left() + plot.width() * 0.25), middleOf(chart).y());
    const QPoint to(int(plot.left() + plot.width() * 0.75), middleOf(chart).y());
    QTest::mousePress(&chart, Qt::LeftButton, {}, from);
    QTest::mouseMove(&chart, middleOf(chart));
    QTest::mouseMove(&chart, to);
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, to);
    QVERIFY(chart.isZoomed());
    const double whole = 199.0 * double(kSampleStep);
    const double low = views.last().at(0).toDouble();
    const double high = views.last().at(1).toDouble();
    const double perPixel = whole / plot.width();
    QVERIFY(std::abs(low - double(kSampleStart) - 0.25 * whole) < 2.0 * perPixel);
    QVERIFY(std::abs(high - double(kSampleStart) - 0.75 * whole) < 2.0 * perPixel);
    QVERIFY(chart.drawnPoints().size() < 110);
    QTest::mouseDClick(&chart, Qt::LeftButton, {}, middleOf(chart));
    QVERIFY(!chart.isZoomed());
    QCOMPARE(views.last().at(0).toDouble(), double(kSampleStart));
}

void tst_ChartViews::wheelZoomsOnlyWhenAsked()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.show();
    chart.clearFocus();
    wheel(chart, middleOf(chart), 1, {});
    QVERIFY(!chart.isZoomed()); // the page scrolls
    QSignalSpy views(&chart, &ChartView::viewChanged);
    wheel(chart, middleOf(chart), 1, Qt::ControlModifier);
    QVERIFY(chart.isZoomed());
    const double range = views.last().at(1).toDouble() - views.last().at(0).toDouble();
    QVERIFY(std::abs(range - 3.0 * double(kSampleStep) / 1.25) < 1.0);
    wheel(chart, middleOf(chart), -2, Qt::ControlModifier);
    QVERIFY(!chart.isZoomed()); // never more than everything
}

void tst_ChartViews::keysZoom()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(chart.isZoomed());
    QTest::keyClick(&chart, Qt::Key_Minus);
    QVERIFY(!chart.isZoomed());
    QTest::keyClick(&chart, Qt::Key_Plus);
    QTest::keyClick(&chart, Qt::Key_0);
    QVERIFY(!chart.isZoomed());
    chart.zoomTo(double(kSampleStart), double(kSampleStart + kSampleStep));
    QVERIFY(chart.isZoomed());
    // A cursor that leaves the visible part takes it along.
    QSignalSpy views(&chart, &ChartView::viewChanged);
    QTest::keyClick(&chart, Qt::Key_End);
    QVERIFY(views.last().at(1).toDouble() >= double(kSampleStart + 3 * kSampleStep));
}

void tst_ChartViews::escapeEndsCursorThenZoom()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.show();
    QTest::keyClick(&chart, Qt::Key_Plus);
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(chart.readOutText(), QString());
    QVERIFY(chart.isZoomed());
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.isZoomed());
}

void tst_ChartViews::shiftDragPans()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.show();
    chart.zoomTo(double(kSampleStart + kSampleStep), double(kSampleStart + 2 * kSampleStep));
    QSignalSpy views(&chart, &ChartView::viewChanged);
    const QPoint from = middleOf(chart);
    QTest::mousePress(&chart, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&chart, from + QPoint(100, 0));
    QTest::mouseRelease(&chart, Qt::LeftButton, Qt::ShiftModifier, from + QPoint(100, 0));
    const double moved = double(kSampleStart + kSampleStep) - views.last().at(0).toDouble();
    const double expected = 100.0 / chart.plotArea().width() * double(kSampleStep);
    QVERIFY(std::abs(moved - expected) < 0.02 * expected);
}

void tst_ChartViews::zoomSurvivesNewData()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.zoomTo(double(kSampleStart), double(kSampleStart + kSampleStep));
    auto longer = fourPoints();
    longer->observed.push_back({kSampleStart + 4 * kSampleStep, 44.0});
    chart.setData(longer);
    QVERIFY(chart.isZoomed());
    chart.resetZoom();
    QCOMPARE(chart.drawnPoints().size(), 5);
}

void tst_ChartViews::seriesIsCopied()
{
    SeriesChart chart;
    chart.resize(600, 240);
    auto content = fourPoints();
    content->forecast = {{kSampleStart + 3 * kSampleStep, 38, 42.5, kNaN},
        {kSampleStart + 4 * kSampleStep, 37, 42, 45}};
    chart.setData(content);
    chart.setZone(QTimeZone(QByteArrayLiteral("Asia/Shanghai")));
    chart.show();
    QCOMPARE(copied(chart),
        QStringLiteral(
            "Time (Asia/Shanghai)\tObserved (km/h)\tp10 (km/h)\tForecast (km/h)\tp90 (km/h)\n"
            "2012-03-01 08:00:00\t40\t\t\t\n"
            "2012-03-01 08:05:00\t41\t\t\t\n"
            "2012-03-01 08:10:00\t\t\t\t\n"
            "2012-03-01 08:15:00\t43\t38\t42.5\t\n"
            "2012-03-01 08:20:00\t\t37\t42\t45\n"));
}

void tst_ChartViews::emptyChartCopiesNothing()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setEmptyText(QStringLiteral("Pick a sensor on the map."));
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("Pick a sensor on the map."));
    chart.show();
    QCOMPARE(copied(chart), QString());
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Plus);
    QVERIFY(!chart.isZoomed());
}

void tst_ChartViews::heatMapIsCopied()
{
    HeatMapChart chart;
    chart.setData(twoByThree());
    QCOMPARE(
        copied(chart), QStringLiteral("Speed (km/h)\ta\tb\tc\nNorth\t1\t2\t3\nSouth\t4\t\t6\n"));
}

void tst_ChartViews::otherTables()
{
    BarChart bars;
    bars.setData(threeBars());
    QCOMPARE(toTsv(bars.table()),
        QStringLiteral("Name\tError (km/h)\tLow end (km/h)\tHigh end (km/h)\n"
                       "small\t1\t\t\nlarge\t-5\t-6\t-4\nmiddle\t2\t\t\n"));
    ConfusionChart confusion;
    confusion.setData({{QStringLiteral("x"), QStringLiteral("y")}, {3, 1, 0, 4}});
    QCOMPARE(toTsv(confusion.table()),
        QStringLiteral("True class / predicted class\tx\ty\nx\t3\t1\ny\t0\t4\n"));
    auto values = std::make_shared<HistogramData>();
    values->values = {0, 10, 10, 0};
    HistogramChart histogram;
    histogram.setData(values);
    QCOMPARE(toTsv(histogram.table()),
        QStringLiteral("From\tTo\tCount\n0\t2.5\t2\n2.5\t5\t0\n5\t7.5\t0\n7.5\t10\t2\n"));
    ReliabilityChart reliability;
    reliability.setBins({{0.25, 20, 0}});
    QVERIFY(toTsv(reliability.table()).endsWith(QStringLiteral("\t20\t0\n")));
}

void tst_ChartViews::cursorIsLinked()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.show();
    QSignalSpy moved(&chart, &ChartView::cursorMoved);
    QSignalSpy cleared(&chart, &ChartView::cursorCleared);
    const QRectF plot = chart.plotArea();
    QTest::mouseMove(&chart, QPoint(int(plot.left() + plot.width() * 0.36), middleOf(chart).y()));
    QCOMPARE(moved.last().at(0).value<UtcMs>(), kSampleStart + kSampleStep);
    QTest::mouseMove(&chart, QPoint(2, 2));
    QCOMPARE(cleared.count(), 1);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(moved.last().at(0).value<UtcMs>(), kSampleStart);
}

void tst_ChartViews::linkedCursorIsSilent()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.show();
    QSignalSpy moved(&chart, &ChartView::cursorMoved);
    QSignalSpy cleared(&chart, &ChartView::cursorCleared);
    const QImage before = chart.grab().toImage();
    chart.setCursorTime(kSampleStart + kSampleStep);
    QVERIFY(chart.grab().toImage() != before);
    QVERIFY(chart.readOutText().contains(QStringLiteral("41")));
    chart.clearCursor();
    QCOMPARE(chart.grab().toImage(), before);
    QCOMPARE(moved.count() + cleared.count(), 0);

    HeatMapChart map;
    map.setData(twoByThree());
    map.setCursorKey(QStringLiteral("South"));
    QVERIFY(map.readOutText().startsWith(QStringLiteral("South, a")));
    map.setCursorKey(QStringLiteral("Nowhere"));
    QCOMPARE(map.readOutText(), QString());
}

void tst_ChartViews::lossPanelsShareTheCursor()
{
    LossChart chart;
    chart.resize(600, 400);
    chart.setEpochs({{1, 1.0, 1.1, 3.0}, {2, 0.5, 0.6, 2.0}});
    chart.show();
    const auto panels = chart.findChildren<ChartView *>();
    QCOMPARE(panels.size(), 3); // loss, MAE, learning rate
    QTest::keyClick(panels[0], Qt::Key_Right);
    QTest::keyClick(panels[0], Qt::Key_Right);
    QVERIFY2(panels[1]->readOutText().contains(QStringLiteral("2: Validation 2")),
        qPrintable(panels[1]->readOutText()));
    QTest::keyClick(panels[0], Qt::Key_Escape);
    QCOMPARE(panels[1]->readOutText(), QString());
}

void tst_ChartViews::legendToggles()
{
    SeriesChart chart;
    chart.resize(700, 260);
    auto content = fourPoints();
    content->forecast = {{kSampleStart + 3 * kSampleStep, 38, 42, 45}};
    chart.setData(content);
    chart.show();
    const QString observed = QStringLiteral("observed");
    QVERIFY(chart.isEntryVisible(observed));
    // The entries stand at the right of the head, the forecast last.
    const QImage before = chart.grab().toImage();
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(chart.width() - 40, 12));
    QVERIFY(!chart.isEntryVisible(QStringLiteral("forecast")));
    QVERIFY(chart.grab().toImage() != before);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(chart.width() - 40, 12));
    QVERIFY(chart.isEntryVisible(QStringLiteral("forecast")));
    chart.setEntryVisible(observed, false);
    chart.setCursorTime(kSampleStart);
    QVERIFY(!chart.readOutText().contains(QStringLiteral("40")));
}

void tst_ChartViews::menuOffersWhatThereIs()
{
    HistogramChart chart;
    chart.resize(500, 240);
    auto values = std::make_shared<HistogramData>();
    values->values = {1, 2, 3, 4};
    chart.setData(values);
    chart.show();
    QContextMenuEvent event(
        QContextMenuEvent::Keyboard, middleOf(chart), chart.mapToGlobal(middleOf(chart)));
    QApplication::sendEvent(&chart, &event);
    auto *menu = chart.findChild<QMenu *>();
    QVERIFY(menu);
    QStringList texts;
    for (QAction *action : menu->actions()) {
        texts.append(action->text());
        if (action->text().startsWith(QStringLiteral("Logarithmic")))
            action->trigger();
    }
    QVERIFY(texts.contains(QStringLiteral("Copy data")));
    QVERIFY(texts.contains(QStringLiteral("Show everything")));
    QVERIFY(chart.isLogarithmic());
    menu->close();
}

void tst_ChartViews::pictures_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"png", "svg", "pdf", "csv"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void tst_ChartViews::pictures()
{
    QFETCH(QString, suffix);
    QTemporaryDir folder;
    for (const ChartSample &sample : chartSamples()) {
        const std::unique_ptr<QWidget> widget = sample.make();
        auto *chart = qobject_cast<ChartView *>(widget.get());
        if (!chart)
            continue;
        chart->resize(sample.size);
        chart->show();
        settle(*chart);
        const QImage before = chart->grab().toImage();
        const QString path = folder.filePath(sample.name + QLatin1Char('.') + suffix);
        QSignalSpy saved(chart, &ChartView::saved);
        chart->save(path);
        QTRY_COMPARE(saved.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (suffix == QLatin1String("png")) {
            const QImage image = QImage::fromData(bytes);
            QCOMPARE(image.size(), sample.size * 2);
        } else if (suffix == QLatin1String("svg")) {
            QVERIFY(QSvgRenderer(bytes).isValid());
        } else if (suffix == QLatin1String("pdf")) {
            QVERIFY(bytes.startsWith("%PDF"));
        } else {
            QCOMPARE(QString::fromUtf8(bytes), toCsv(chart->table()));
        }
        settle(*chart);
        QCOMPARE(chart->grab().toImage(), before); // the screen is as it was
    }
}

void tst_ChartViews::whatCannotBeSavedSaysSo_data()
{
    QTest::addColumn<QString>("path");
    for (const char *suffix : {"png", "svg", "pdf", "csv"})
        QTest::newRow(suffix) << QStringLiteral("/nowhere/at all/chart.")
                + QString::fromLatin1(suffix);
    QTest::newRow("unknown kind") << QStringLiteral("chart.xyz");
}

void tst_ChartViews::whatCannotBeSavedSaysSo()
{
    QFETCH(QString, path);
    SeriesChart chart;
    chart.resize(300, 200);
    chart.setData(fourPoints());
    QSignalSpy failed(&chart, &ChartView::saveFailed);
    chart.save(path);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.last().at(0).value<Error>().message().contains(path));
}

void tst_ChartViews::printing()
{
    QTemporaryDir folder;
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("page.pdf")));
    WaterfallChart chart;
    chart.resize(500, 300);
    chart.setData(sampleWaterfall());
    chart.setTitle(QStringLiteral("Why"));
    chart.print(printer);
    QFile file(printer.outputFileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
}

void tst_ChartViews::cellUnderThePointer()
{
    HeatMapChart chart;
    chart.resize(500, 240);
    chart.setData(twoByThree());
    chart.show();
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            const QRectF rect = chart.rectOf({row, column});
            const auto cell = chart.cellAt(rect.center());
            QVERIFY(cell);
            QCOMPARE(cell->row, row);
            QCOMPARE(cell->column, column);
            QTest::mouseMove(&chart, rect.center().toPoint());
            QVERIFY2(chart.readOutText().startsWith(
                         row == 0 ? QStringLiteral("North") : QStringLiteral("South")),
                qPrintable(chart.readOutText()));
        }
    }
    QVERIFY(!chart.cellAt({1, 1}));
    QSignalSpy activated(&chart, &ChartView::keyActivated);
    QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.rectOf({1, 2}).center().toPoint());
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("South"));
}

void tst_ChartViews::timesInAHeatMap()
{
    auto content = twoByThree();
    content->columns.clear();
    content->firstColumn = kSampleStart;
    content->columnStep = kMsPerHour;
    HeatMapChart chart;
    chart.resize(500, 240);
    chart.setData(content);
    chart.show();
    QSignalSpy moved(&chart, &ChartView::cursorMoved);
    QTest::mouseMove(&chart, chart.rectOf({0, 1}).center().toPoint());
    QCOMPARE(moved.last().at(0).value<UtcMs>(), kSampleStart + kMsPerHour);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(moved.last().at(0).value<UtcMs>(), kSampleStart + 2 * kMsPerHour);
    QVERIFY(chart.table().header.contains(QStringLiteral("2012-03-01 02:00:00")));
}

void tst_ChartViews::oddHeatMapsAreEmpty()
{
    HeatMapChart chart;
    chart.resize(400, 200);
    auto ragged = twoByThree();
    ragged->values.pop_back();
    chart.setData(ragged);
    chart.grab();
    QCOMPARE(copied(chart), QString());
    auto missing = twoByThree();
    missing->values.assign(6, kNaN);
    chart.setData(missing);
    chart.grab();
    chart.setData(nullptr);
    chart.grab();
}

void tst_ChartViews::barsAreSortedAndGrouped()
{
    auto content = threeBars();
    content->order = BarChartData::Order::LargestFirst;
    content->mostRows = 1;
    BarChart chart;
    chart.setData(content);
    QCOMPARE(chart.rows().size(), std::size_t(2));
    QCOMPARE(chart.rows()[0].label, QStringLiteral("large"));
    QCOMPARE(chart.rows()[1].values[0], 3.0); // 1 + 2
    content = threeBars();
    content->mostRows = 3; // nothing is left over
    chart.setData(content);
    QCOMPARE(chart.rows().size(), std::size_t(3));
    QCOMPARE(chart.rows()[0].label, QStringLiteral("small"));
}

void tst_ChartViews::barsByMouse()
{
    for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
        auto content = threeBars();
        content->orientation = orientation;
        BarChart chart;
        chart.resize(500, 300);
        chart.setData(content);
        chart.show();
        QSignalSpy keys(&chart, &ChartView::cursorKeyChanged);
        const QRectF plot = chart.plotArea();
        QTest::mouseMove(&chart, plot.topLeft().toPoint() + QPoint(4, 4));
        QCOMPARE(keys.last().at(0).toString(), QStringLiteral("small"));
        QTest::mouseMove(&chart, plot.bottomRight().toPoint() - QPoint(4, 4));
        QCOMPARE(keys.last().at(0).toString(), QStringLiteral("middle"));
        QTest::keyClick(&chart, orientation == Qt::Horizontal ? Qt::Key_Up : Qt::Key_Left);
        QCOMPARE(keys.last().at(0).toString(), QStringLiteral("large"));
    }
}

void tst_ChartViews::waterfallAddsUp()
{
    WaterfallChart chart;
    chart.resize(600, 320);
    chart.setData(sampleWaterfall());
    QVERIFY(chart.sumsMatch());
    QVERIFY(std::abs(chart.mismatch()) < 1e-9);
    // Base, 8 contributions, 2 others as one, output; each begins where the one before ended.
    const auto &rows = chart.rows();
    QCOMPARE(rows.size(), std::size_t(11));
    QCOMPARE(rows.front().to, 52.4);
    QCOMPARE(rows.back().to, 34.1);
    for (std::size_t i = 1; i + 1 < rows.size(); ++i)
        QCOMPARE(rows[i].from, rows[i - 1].to);
    QVERIFY(std::abs(rows[9].to - rows[9].from + 0.3) < 1e-9);
    for (std::size_t i = 2; i < 9; ++i)
        QVERIFY(std::abs(rows[i].to - rows[i].from) <= std::abs(rows[i - 1].to - rows[i - 1].from));
}

void tst_ChartViews::waterfallSaysWhenItDoesNot()
{
    WaterfallChart chart;
    chart.resize(600, 320);
    auto content = sampleWaterfall();
    chart.setData(content);
    const QImage right = chart.grab().toImage();
    content = sampleWaterfall();
    content->output += 1e-3;
    content->tolerance = 1e-6;
    chart.setData(content);
    QVERIFY(!chart.sumsMatch());
    QVERIFY(std::abs(chart.mismatch() + 1e-3) < 1e-9);
    QVERIFY(chart.grab().toImage() != right);
}

void tst_ChartViews::confusionShares()
{
    ConfusionChart chart;
    chart.resize(400, 320);
    chart.setData({{QStringLiteral("x"), QStringLiteral("y")}, {3, 1, 0, 0}});
    QCOMPARE(chart.shareOf(0, 0), 0.75);
    QVERIFY(std::isnan(chart.shareOf(1, 0)));
    QCOMPARE(chart.cellColor(0, 0).alpha(), 255);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY2(chart.readOutText().contains(QStringLiteral("75.0")), qPrintable(chart.readOutText()));
    chart.setData({{QStringLiteral("x")}, {1, 2, 3}}); // no square
    chart.grab();
    QCOMPARE(copied(chart), QString());
}

void tst_ChartViews::swarmTakesManyCases()
{
    BeeswarmChart chart;
    chart.resize(700, 400);
    chart.setData(sampleSwarm(10, 20'000));
    chart.show();
    QTRY_VERIFY(chart.isSettled());
    QVERIFY(chart.dotCount() > 2'000);
    QVERIFY(chart.dotCount() < 60'000); // no more than have room
    QSignalSpy keys(&chart, &ChartView::cursorKeyChanged);
    QTest::mouseMove(&chart, middleOf(chart));
    QVERIFY(keys.last().at(0).toString().contains(QLatin1Char('/')));
}

void tst_ChartViews::reliabilitySkipsEmptyBins()
{
    ReliabilityChart chart;
    chart.resize(400, 320);
    chart.setBins({{0.1, 100, 8}, {0.5, 0, 0}, {0.9, 50, 47}});
    QCOMPARE(chart.table().rows.size(), std::size_t(2));
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.readOutText().contains(QStringLiteral("8.0")));
    chart.setBins({});
    chart.grab();
}

void tst_ChartViews::logarithmicHistogram()
{
    HistogramChart chart;
    chart.resize(500, 240);
    auto values = std::make_shared<HistogramData>();
    for (int i = 0; i < 30'000; ++i) // counted in the background
        values->values.push_back(i % 1000 == 0 ? 9.0 : double(i % 3));
    chart.setData(values);
    QTRY_VERIFY(!chart.histogram().counts.empty());
    chart.show();
    const QImage linear = chart.grab().toImage();
    chart.setLogarithmic(true);
    QVERIFY(chart.grab().toImage() != linear);
}

void tst_ChartViews::manyPanelsArePaintedLazily()
{
    auto content = std::make_shared<SmallMultiplesData>();
    const std::vector<SeriesPoint> points = sampleSeries(2016, 1);
    for (int i = 0; i < 200; ++i)
        content->panels.push_back({QString::number(i), QStringLiteral("Site %1").arg(i), points});
    SmallMultiples chart;
    chart.resize(760, 420);
    chart.setData(content);
    chart.show();
    settle(chart);
    const int columns = chart.columns();
    QCOMPARE(columns, 2);
    QVERIFY(chart.paintedPanels() <= 6 * columns);
    QVERIFY(chart.paintedPanels() >= 4 * columns);
    chart.scrollTo(QStringLiteral("199"));
    settle(chart);
    QVERIFY(chart.scrollBar()->value() > 0);
    QVERIFY(chart.paintedPanels() <= 12 * columns);
    const int before = chart.scrollBar()->value();
    wheel(chart, middleOf(chart), 1, {});
    QVERIFY(chart.scrollBar()->value() < before);
}

void tst_ChartViews::panelsShareTheCursor()
{
    auto content = std::make_shared<SmallMultiplesData>();
    for (int i = 0; i < 6; ++i)
        content->panels.push_back(
            {QStringLiteral("key %1").arg(i), QStringLiteral("Site %1").arg(i),
                {{kSampleStart, 10.0 * i}, {kSampleStart + kSampleStep, 10.0 * i + 1}}});
    SmallMultiples chart;
    chart.resize(800, 400);
    chart.setData(content);
    chart.show();
    QSignalSpy keys(&chart, &ChartView::cursorKeyChanged);
    QSignalSpy moved(&chart, &ChartView::cursorMoved);
    QTest::mouseMove(&chart, chart.plotArea().topLeft().toPoint() + QPoint(5, 40));
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("key 0"));
    QCOMPARE(moved.last().at(0).value<UtcMs>(), kSampleStart);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(moved.last().at(0).value<UtcMs>(), kSampleStart + kSampleStep);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("key %1").arg(chart.columns()));
    chart.setCursorTime(kSampleStart);
    chart.setCursorKey(QStringLiteral("key 5"));
    QVERIFY2(
        chart.readOutText().startsWith(QStringLiteral("Site 5")), qPrintable(chart.readOutText()));
}

void tst_ChartViews::aMillionPointsAreThinned()
{
    auto content = std::make_shared<SeriesChartData>();
    content->observed.resize(1'000'000);
    for (std::size_t i = 0; i < content->observed.size(); ++i)
        content->observed[i] = {kSampleStart + UtcMs(i) * 1000, std::sin(double(i) / 1e4)};
    content->observed[777'777].value = 3.0;
    SeriesChart chart;
    chart.resize(900, 260);
    chart.show();
    chart.setData(content);
    QVERIFY(!chart.isSettled()); // not on this thread
    QTRY_VERIFY(chart.isSettled());
    const qsizetype most = 2 * qsizetype(chart.plotArea().width() + 2);
    QVERIFY(chart.drawnPoints().size() <= most);
    QVERIFY(chart.drawnPoints().contains(QPointF(double(kSampleStart + 777'777'000), 3.0)));
    chart.zoomTo(double(kSampleStart), double(kSampleStart + 100'000));
    QTRY_VERIFY(chart.isSettled());
    QCOMPARE(chart.drawnPoints().size(), 102); // each one, and the neighbour outside
    // Newer data win over older ones that are still on their way.
    chart.resetZoom();
    chart.setData(content);
    chart.setData(fourPoints());
    QCOMPARE(chart.drawnPoints().size(), 4);
    QTest::qWait(50);
    QCOMPARE(chart.drawnPoints().size(), 4);
}

void tst_ChartViews::currentRuleIsDragged()
{
    SeriesChart chart;
    chart.resize(600, 240);
    chart.setData(fourPoints());
    chart.setCurrent(kSampleStart + kSampleStep);
    chart.show();
    QSignalSpy picked(&chart, &SeriesChart::timePicked);
    const QRectF plot = chart.plotArea();
    const QPoint rule(int(plot.left() + plot.width() / 3.0), middleOf(chart).y());
    QTest::mousePress(&chart, Qt::LeftButton, {}, rule);
    QTest::mouseMove(&chart, rule + QPoint(60, 0));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, rule + QPoint(60, 0));
    QVERIFY(picked.count() >= 2);
    QVERIFY(!chart.isZoomed());
    const double perPixel = 3.0 * double(kSampleStep) / plot.width();
    QVERIFY(std::abs(picked.last().at(0).toDouble() - double(kSampleStart + kSampleStep)
                - 60.0 * perPixel)
        < 2.0 * perPixel);
}

QTEST_MAIN(tst_ChartViews)
#include "tst_chart_views.moc"
