// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "ui/charts/chart_samples.h"
#include "ui/charts/environment_samples.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

template <class Chart, class Data>
std::unique_ptr<Chart> shown(std::shared_ptr<Data> content, QSize size)
{
    auto chart = std::make_unique<Chart>();
    chart->resize(size);
    chart->setData(std::move(content));
    chart->show();
    settle(*chart);
    return chart;
}

} // namespace

/// Calendars, variations, roses, trends and densities.
class tst_EnvironmentCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); // Monday first
        applyTheme(*qApp, ThemeMode::Dark);
    }
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void classesHoldTheirEnds_data();
    void classesHoldTheirEnds();
    void monthTicksAreRound_data();
    void monthTicksAreRound();
    void everyDayHasItsPlace_data();
    void everyDayHasItsPlace();
    void calendarByKeys();
    void calendarColours();
    void calendarHidesAClass();
    void calendarGrowsWithYears();
    void calendarTable();
    void variationReadsEveryCurve();
    void variationLeavesRaggedCurvesOut();
    void variationWeekNamesTheDay();
    void polarFindsEachCell_data();
    void polarFindsEachCell();
    void polarNorthIsUp();
    void polarWalksIntoTheCalm();
    void roseHidesAClass();
    void polarTablesHaveTheCalm();
    void trendInWords_data();
    void trendInWords();
    void trendWithoutALine();
    void scatterCounts();
    void scatterKeepsWildValuesAtTheEdge();
    void nothing();
};

void tst_EnvironmentCharts::classesHoldTheirEnds_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("position");
    QTest::newRow("low") << 0.0 << 0;
    QTest::newRow("end belongs below") << 50.0 << 0;
    QTest::newRow("above the end") << 50.1 << 1;
    QTest::newRow("open") << 5000.0 << 5;
    QTest::newRow("missing") << kNaN << -1;
}

void tst_EnvironmentCharts::classesHoldTheirEnds()
{
    QFETCH(double, value);
    QFETCH(int, position);
    QCOMPARE(classOf(sampleClasses(), value), position);
}

void tst_EnvironmentCharts::monthTicksAreRound_data()
{
    QTest::addColumn<int>("years");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("labels");
    const auto words = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    QTest::newRow("months") << 1 << 14
                            << words("2013 Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec 2014");
    QTest::newRow("quarters") << 1 << 5 << words("2013 Apr Jul Oct 2014");
    QTest::newRow("half years") << 2 << 6 << words("2013 Jul 2014 Jul 2015");
    QTest::newRow("years") << 4 << 5 << words("2013 2014 2015 2016 2017");
}

void tst_EnvironmentCharts::monthTicksAreRound()
{
    QFETCH(int, years);
    QFETCH(int, most);
    QFETCH(QStringList, labels);
    const auto at = [](int year) {
        return QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    };
    QStringList found;
    for (const Tick &tick : monthTicks(at(2013), at(2013 + years), QTimeZone::utc(), most)) {
        found.append(tick.label);
        QCOMPARE(tick.major, tick.label.startsWith(QLatin1String("20")));
    }
    labels.replaceInStrings(QStringLiteral("Sept"),
        QLocale().monthName(9, QLocale::ShortFormat)); // differs between versions of the locale
    QCOMPARE(found, labels);
}

void tst_EnvironmentCharts::everyDayHasItsPlace_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("weeks from Monday") << QStringLiteral("en_GB");
    QTest::newRow("weeks from Sunday") << QStringLiteral("en_US");
}

void tst_EnvironmentCharts::everyDayHasItsPlace()
{
    QFETCH(QString, locale);
    QLocale::setDefault(QLocale(locale));
    const auto content = sampleCalendar(false);
    const auto chart = shown<CalendarChart>(content, {900, 460});
    const QDate last = content->first.addDays(qint64(content->values.size()) - 1);
    for (QDate day = content->first; day <= last; day = day.addDays(1)) {
        QCOMPARE(chart->dayAt(chart->rectOf(day).center()), day);
        QVERIFY(chart->plotArea().adjusted(-1, -1, 1, 1).contains(chart->rectOf(day)));
    }
    // One week is one column from its first day down.
    const QDate monday(2014, 6, 16);
    const QDate first = locale == QLatin1String("en_US") ? monday.addDays(-1) : monday;
    for (int i = 1; i < 7; ++i) {
        QCOMPARE(chart->rectOf(first.addDays(i)).left(), chart->rectOf(first).left());
        QVERIFY(chart->rectOf(first.addDays(i)).top() > chart->rectOf(first.addDays(i - 1)).top());
    }
    QVERIFY(chart->rectOf(first.addDays(7)).left() > chart->rectOf(first).left());
    QVERIFY(!chart->dayAt(chart->rectOf(content->first).topLeft() - QPointF(20, 0)).isValid());
}

void tst_EnvironmentCharts::calendarByKeys()
{
    const auto chart = shown<CalendarChart>(sampleCalendar(true), {900, 460});
    QSignalSpy keys(chart.get(), &ChartView::cursorKeyChanged);
    QSignalSpy activated(chart.get(), &ChartView::keyActivated);
    QTest::keyClick(chart.get(), Qt::Key_Home);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("2013-03-01"));
    QTest::keyClick(chart.get(), Qt::Key_Down);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("2013-03-02"));
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("2013-03-09"));
    QTest::keyClick(chart.get(), Qt::Key_Left);
    QTest::keyClick(chart.get(), Qt::Key_Left); // not before the first day
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("2013-03-01"));
    QTest::keyClick(chart.get(), Qt::Key_Return);
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("2013-03-01"));
    chart->setCursorKey(QStringLiteral("2014-12-24"));
    QVERIFY2(chart->readOutText().contains(QStringLiteral("24 Dec 2014")),
        qPrintable(chart->readOutText()));
}

void tst_EnvironmentCharts::calendarColours()
{
    auto content = sampleCalendar(true);
    content->values.assign(900, 20.0);
    content->values[100] = 120.0;
    content->values[101] = kNaN;
    const auto chart = shown<CalendarChart>(content, {900, 500});
    const QImage image = chart->grab().toImage();
    const auto colorOf = [&](int day) {
        return image.pixelColor(chart->rectOf(content->first.addDays(day)).center().toPoint());
    };
    QCOMPARE(colorOf(99), QColor(QStringLiteral("#00E400")));
    QCOMPARE(colorOf(100), QColor(QStringLiteral("#FF7E00")));
    QVERIFY(colorOf(101) != QColor(QStringLiteral("#00E400")));
    chart->setCursorKey(content->first.addDays(101).toString(Qt::ISODate));
    QVERIFY(chart->readOutText().contains(QStringLiteral("missing")));
    chart->setCursorKey(content->first.addDays(100).toString(Qt::ISODate));
    QVERIFY(chart->readOutText().contains(QStringLiteral("Sensitive groups")));
}

void tst_EnvironmentCharts::calendarHidesAClass()
{
    auto content = sampleCalendar(true);
    content->values.assign(900, 20.0);
    const auto chart = shown<CalendarChart>(content, {900, 500});
    chart->setEntryVisible(QStringLiteral("0"), false);
    const QImage image = chart->grab().toImage();
    QCOMPARE(image.pixelColor(chart->rectOf(content->first.addDays(40)).center().toPoint()),
        tokens().panel);
}

void tst_EnvironmentCharts::calendarGrowsWithYears()
{
    CalendarChart chart;
    const int none = chart.minimumSizeHint().height();
    auto content = sampleCalendar(false);
    content->values.resize(365 * 12, 1.0);
    chart.setData(content);
    QVERIFY(chart.minimumSizeHint().height() > 3 * none);
}

void tst_EnvironmentCharts::calendarTable()
{
    CalendarChart chart;
    auto content = sampleCalendar(true);
    content->values = {40.0, kNaN, 250.5};
    chart.setData(content);
    const ChartTable table = chart.table();
    QCOMPARE(table.header,
        (QStringList{QStringLiteral("Day"), QStringLiteral("PM2.5, mean of the day (µg/m³)"),
            QStringLiteral("Class")}));
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(table.rows[0],
        (QStringList{QStringLiteral("2013-03-01"), QStringLiteral("40"), QStringLiteral("Good")}));
    QCOMPARE(table.rows[1], (QStringList{QStringLiteral("2013-03-02"), QString(), QString()}));
    QCOMPARE(table.rows[2][2], QStringLiteral("Very unhealthy"));
}

void tst_EnvironmentCharts::variationReadsEveryCurve()
{
    const auto content = sampleVariation(VariationData::Cycle::Day, 2);
    const auto chart = shown<VariationChart>(content, {600, 320});
    QTest::keyClick(chart.get(), Qt::Key_Right);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(chart.get(), Qt::Key_Right);
    const QString text = chart->readOutText();
    QVERIFY2(text.startsWith(QStringLiteral("03:00")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("PM2.5")) && text.contains(QStringLiteral("PM10")));
    QSignalSpy keys(chart.get(), &ChartView::cursorKeyChanged);
    QTest::keyClick(chart.get(), Qt::Key_Down);
    QTest::keyClick(chart.get(), Qt::Key_Up);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("PM10")); // the upper one
    QTest::keyClick(chart.get(), Qt::Key_End);
    QVERIFY(chart->readOutText().startsWith(QStringLiteral("23:00")));
    const ChartTable table = chart->table();
    QCOMPARE(table.rows.size(), std::size_t(24));
    QCOMPARE(table.header.size(), 7); // part, and value with two ends for each curve
    QCOMPARE(table.rows[5][4].toDouble(), content->curves[1].values[5]);
}

void tst_EnvironmentCharts::variationLeavesRaggedCurvesOut()
{
    auto content = sampleVariation(VariationData::Cycle::Year, 3);
    content->curves[0].values.pop_back();
    content->curves[1].values.assign(12, kNaN);
    content->curves[2].high.clear(); // no band then
    VariationChart chart;
    chart.setData(content);
    QCOMPARE(chart.table().header.size(), 2);
    chart.grab();
}

void tst_EnvironmentCharts::variationWeekNamesTheDay()
{
    const auto chart =
        shown<VariationChart>(sampleVariation(VariationData::Cycle::Week, 1), {800, 320});
    QTest::keyClick(chart.get(), Qt::Key_End);
    QVERIFY2(chart->readOutText().startsWith(QStringLiteral("Sunday 23:00")),
        qPrintable(chart->readOutText()));
}

void tst_EnvironmentCharts::polarFindsEachCell_data()
{
    QTest::addColumn<bool>("rose");
    QTest::newRow("plot") << false;
    QTest::newRow("rose") << true;
}

void tst_EnvironmentCharts::polarFindsEachCell()
{
    QFETCH(bool, rose);
    const auto content = samplePolar(rose ? PolarData::Kind::Shares : PolarData::Kind::Mean);
    const auto chart = shown<PolarChart>(content, {700, 660});
    for (int sector = 0; sector < content->sectors; ++sector) {
        const QRectF box = chart->cellPath(0, sector).boundingRect();
        const QPoint pixel =
            ((box.center() + chart->center()) / 2.0 + (box.center() - chart->center()) / 2.0)
                .toPoint();
        QTest::mouseMove(chart.get(), pixel);
        chart->setCursorKey(QString());
        QTest::mouseMove(chart.get(), pixel + QPoint(1, 0));
        QSignalSpy activated(chart.get(), &ChartView::keyActivated);
        QTest::mouseClick(chart.get(), Qt::LeftButton, {}, pixel);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.last().at(0).toString(), QString::number(sector));
    }
    QSignalSpy activated(chart.get(), &ChartView::keyActivated);
    QTest::mouseClick(chart.get(), Qt::LeftButton, {}, chart->center().toPoint());
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("calm"));
}

void tst_EnvironmentCharts::polarNorthIsUp()
{
    const auto content = samplePolar(PolarData::Kind::Mean);
    const auto chart = shown<PolarChart>(content, {500, 500});
    const auto middle = [&](int sector) {
        return chart->cellPath(2, sector).boundingRect().center();
    };
    QVERIFY(
        middle(0).y() < chart->center().y() && std::abs(middle(0).x() - chart->center().x()) < 1);
    QVERIFY(
        middle(4).x() > chart->center().x() && std::abs(middle(4).y() - chart->center().y()) < 1);
    QVERIFY(middle(12).x() < chart->center().x());
    chart->setCursorKey(QStringLiteral("6"));
    QVERIFY2(
        chart->readOutText().startsWith(QStringLiteral("SE,")), qPrintable(chart->readOutText()));
}

void tst_EnvironmentCharts::polarWalksIntoTheCalm()
{
    const auto chart = shown<PolarChart>(samplePolar(PolarData::Kind::Mean), {500, 500});
    QSignalSpy keys(chart.get(), &ChartView::cursorKeyChanged);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QTest::keyClick(chart.get(), Qt::Key_Left);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("15")); // around
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(chart.get(), Qt::Key_Down);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("calm"));
    QVERIFY2(
        chart->readOutText().contains(QStringLiteral("110")), qPrintable(chart->readOutText()));
}

void tst_EnvironmentCharts::roseHidesAClass()
{
    const auto chart = shown<PolarChart>(samplePolar(PolarData::Kind::Shares), {500, 500});
    const double before = chart->cellPath(1, 2).boundingRect().height();
    chart->setEntryVisible(QStringLiteral("0"), false);
    settle(*chart);
    // What is left takes the room.
    QVERIFY(chart->cellPath(1, 2).boundingRect().height() > before);
    QVERIFY(chart->cellPath(0, 2).boundingRect().width() < 60.0);
}

void tst_EnvironmentCharts::polarTablesHaveTheCalm()
{
    PolarChart chart;
    chart.setData(samplePolar(PolarData::Kind::Mean));
    QCOMPARE(chart.table().rows.size(), std::size_t(5 * 16 + 1));
    QCOMPARE(chart.table().rows.back()[0], QStringLiteral("Calm"));
    QCOMPARE(chart.table().rows.back()[3], QStringLiteral("2400"));
    chart.setData(samplePolar(PolarData::Kind::Shares));
    QCOMPARE(chart.table().rows.size(), std::size_t(6 * 16 + 6));
    double sum = 0.0;
    for (const QStringList &row : chart.table().rows)
        sum += row[2].toDouble();
    QVERIFY(std::abs(sum - 1.0) < 1e-6);
}

void tst_EnvironmentCharts::trendInWords_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("words");
    QTest::newRow("falls") << -4.4 << -3.0 << -1.4
                           << QStringLiteral(
                                  "Falls by 3.00 µg/m³ per year, 95 % interval −4.40 to −1.40");
    QTest::newRow("rises") << 1.0 << 2.0 << 3.0
                           << QStringLiteral(
                                  "Rises by 2.00 µg/m³ per year, 95 % interval +1.00 to +3.00");
    QTest::newRow("unclear")
        << -1.0 << 0.5 << 2.0
        << QStringLiteral("No clear trend: +0.500 µg/m³ per year, 95 % interval −1.00 to +2.00");
}

void tst_EnvironmentCharts::trendInWords()
{
    QFETCH(double, low);
    QFETCH(double, slope);
    QFETCH(double, high);
    QFETCH(QString, words);
    auto content = sampleTrend();
    content->slopeLow = low;
    content->slope = slope;
    content->slopeHigh = high;
    TrendChart chart;
    chart.setData(content);
    QCOMPARE(chart.summary().replace(QChar(QChar::Nbsp), QLatin1Char(' ')), words);
}

void tst_EnvironmentCharts::trendWithoutALine()
{
    auto content = sampleTrend();
    content->months.resize(3);
    content->hasLine = false;
    const auto chart = shown<TrendChart>(content, {500, 300});
    QCOMPARE(chart->summary(), QStringLiteral("Too few months for a trend"));
    QCOMPARE(chart->table().header.size(), 2);
    QTest::keyClick(chart.get(), Qt::Key_Right);
    QVERIFY(chart->readOutText().startsWith(QStringLiteral("January 2013")));
}

void tst_EnvironmentCharts::scatterCounts()
{
    auto content = std::make_shared<ScatterData>();
    content->xName = QStringLiteral("Observed");
    content->yName = QStringLiteral("Forecast");
    for (int i = 0; i < 1000; ++i) {
        content->x.push_back(i < 300 ? 10.5F : 90.5F);
        content->y.push_back(i < 300 ? 20.5F : i == 999 ? float(kNaN) : 80.5F);
    }
    content->x.push_back(0.0F);
    content->y.push_back(100.0F);
    const auto chart = shown<ScatterChart>(content, {400, 400});
    QCOMPARE(chart->countAt(10.5, 20.5), 300);
    QCOMPARE(chart->countAt(90.5, 80.5), 699);
    QCOMPARE(chart->countAt(20.5, 10.5), 0); // not the other way about
    QCOMPARE(chart->table().rows.size(), std::size_t(1000)); // the one without a value is left out
}

void tst_EnvironmentCharts::scatterKeepsWildValuesAtTheEdge()
{
    auto content = sampleScatter(20'000);
    content->x[5] = 1e6F;
    content->y[5] = 10.0F;
    const auto chart = shown<ScatterChart>(content, {400, 400});
    qint64 right = 0;
    for (int y = 0; y < 600; ++y)
        right += chart->countAt(1e6, double(y));
    QVERIFY(right > 0); // counted in the last column
    QVERIFY(chart->countAt(15.0, 18.0) > 0); // and the rest has not become one cell
    QCOMPARE(chart->countAt(15.0, 400.0), 0);
}

void tst_EnvironmentCharts::nothing()
{
    CalendarChart calendar;
    VariationChart variation;
    PolarChart polar;
    TrendChart trend;
    ScatterChart scatter;
    calendar.setData(std::make_shared<CalendarData>());
    variation.setData(std::make_shared<VariationData>());
    polar.setData(std::make_shared<PolarData>());
    trend.setData(std::make_shared<TrendData>());
    scatter.setData(std::make_shared<ScatterData>());
    settle(scatter);
    for (ChartView *chart :
        std::initializer_list<ChartView *>{&calendar, &variation, &polar, &trend, &scatter}) {
        chart->setEmptyText(QStringLiteral("Choose a station"));
        chart->resize(400, 300);
        chart->grab();
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(chart->accessibleDescription(), QStringLiteral("Choose a station"));
        QVERIFY(chart->readOutText().isEmpty());
        QVERIFY(chart->table().rows.empty());
    }
    calendar.setData(nullptr);
    variation.setData(nullptr);
    polar.setData(nullptr);
    trend.setData(nullptr);
    scatter.setData(nullptr);
}

QTEST_MAIN(tst_EnvironmentCharts)
#include "tst_environment_charts.moc"
