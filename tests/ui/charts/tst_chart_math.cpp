// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/beeswarm.h"
#include "charts/chart_paint.h"
#include "charts/chart_table.h"
#include "charts/decimate.h"
#include "charts/heat_map.h"
#include "charts/histogram.h"
#include "charts/wilson.h"
#include "theme/contrast.h"

#include "base/random.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr UtcMs kThursday = 1'330'560'000'000; // 2012-03-01T00:00Z

} // namespace

/// What the charts compute, apart from painting it.
class tst_ChartMath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void wilson_data();
    void wilson();
    void wilsonHoldsTheShare();
    void reliabilityCountsIntoBins();
    void calibrationErrorOfKnownBins();
    void histogramEdges_data();
    void histogramEdges();
    void histogramCountsAll();
    void histogramOfOddValues_data();
    void histogramOfOddValues();
    void valuesOnEdgesBelongToTheRight();
    void thinningKeepsExtremesAndGaps();
    void thinningOfAMillionPoints();
    void thinningLooksAtTheVisiblePart();
    void hoursOfTheWeek();
    void hoursFollowTheZone();
    void calendarWeeks();
    void swarmPlacesEachCaseOnce();
    void swarmStaysInItsRow();
    void swarmOfOddRows();
    void tables();
    void csvIsQuoted();
    void contrastIsTheStandards_data();
    void contrastIsTheStandards();
    void inkCanBeReadOnAnyRamp();
    void rampEndsAreItsColors();
    void brokenLinesStopAtGaps();
    void dashesCoverTheirShare();
    void decimals_data();
    void decimals();
};

void tst_ChartMath::wilson_data()
{
    QTest::addColumn<qint64>("events");
    QTest::addColumn<qint64>("cases");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    QTest::newRow("81 of 263") << qint64(81) << qint64(263) << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << qint64(15) << qint64(148) << 0.0624 << 0.1605;
    QTest::newRow("0 of 20") << qint64(0) << qint64(20) << 0.0000 << 0.1611;
    QTest::newRow("1 of 29") << qint64(1) << qint64(29) << 0.0061 << 0.1718;
    QTest::newRow("no case") << qint64(0) << qint64(0) << 0.0 << 1.0;
}

void tst_ChartMath::wilson()
{
    QFETCH(qint64, events);
    QFETCH(qint64, cases);
    QFETCH(double, low);
    QFETCH(double, high);
    const ShareInterval interval = wilsonInterval(events, cases);
    QVERIFY2(std::abs(interval.low - low) < 5.1e-5, qPrintable(QString::number(interval.low)));
    QVERIFY2(std::abs(interval.high - high) < 5.1e-5, qPrintable(QString::number(interval.high)));
}

void tst_ChartMath::wilsonHoldsTheShare()
{
    for (qint64 n = 1; n < 40; ++n) {
        for (qint64 k = 0; k <= n; ++k) {
            const ShareInterval a = wilsonInterval(k, n);
            const ShareInterval b = wilsonInterval(n - k, n);
            const double share = double(k) / double(n);
            QVERIFY(a.low <= share + 1e-12 && share <= a.high + 1e-12);
            QVERIFY(a.low >= 0.0 && a.high <= 1.0);
            QVERIFY(std::abs(a.low - (1.0 - b.high)) < 1e-12); // symmetric
        }
    }
}

void tst_ChartMath::reliabilityCountsIntoBins()
{
    const std::vector<double> probability = {0.0, 0.05, 0.1, 0.95, 1.0, kNaN, 1.5};
    const std::vector<quint8> happened = {0, 1, 1, 1, 0, 1, 1};
    const std::vector<ReliabilityBin> bins = reliabilityOf(probability, happened, 10);
    QCOMPARE(bins.size(), std::size_t(3));
    QCOMPARE(bins[0].cases, qint64(2));
    QCOMPARE(bins[0].events, qint64(1));
    QCOMPARE(bins[0].predicted, 0.025);
    QCOMPARE(bins[1].cases, qint64(1));
    QCOMPARE(bins[1].predicted, 0.1);
    QCOMPARE(bins[2].cases, qint64(2)); // 1.0 belongs to the last bin
    QCOMPARE(bins[2].predicted, 0.975);
    QVERIFY(reliabilityOf({}, {}).empty());
}

void tst_ChartMath::calibrationErrorOfKnownBins()
{
    // |0.1 - 0.2| with 100 cases and |0.8 - 0.5| with 50: (100 * 0.1 + 50 * 0.3) / 150
    const std::vector<ReliabilityBin> bins = {{0.1, 100, 20}, {0.8, 50, 25}};
    QVERIFY(std::abs(calibrationError(bins) - 25.0 / 150.0) < 1e-12);
    QVERIFY(std::isnan(calibrationError({})));
}

void tst_ChartMath::histogramEdges_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<std::vector<double>>("edges");
    QTest::addColumn<std::vector<int>>("counts");
    // 1 … 8: IQR 3.5, 2 * 3.5 / 2 = 3.5; Sturges 4 bins of 1.75 are finer; rounded down to 1.
    QTest::newRow("one to eight") << std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8}
                                  << std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8}
                                  << std::vector<int>{1, 1, 1, 1, 1, 1, 2};
    QTest::newRow("all the same") << std::vector<double>{20, 20, 20} << std::vector<double>{19, 21}
                                  << std::vector<int>{3};
    QTest::newRow("zeros") << std::vector<double>{0, 0} << std::vector<double>{-0.5, 0.5}
                           << std::vector<int>{2};
    QTest::newRow("two values") << std::vector<double>{0, 10, 10, 0}
                                << std::vector<double>{0, 2.5, 5, 7.5, 10}
                                << std::vector<int>{2, 0, 0, 2};
}

void tst_ChartMath::histogramEdges()
{
    QFETCH(std::vector<double>, values);
    QFETCH(std::vector<double>, edges);
    QFETCH(std::vector<int>, counts);
    const Histogram histogram = histogramOf(values);
    QCOMPARE(histogram.edges, edges);
    QCOMPARE(std::vector<int>(histogram.counts.begin(), histogram.counts.end()), counts);
}

void tst_ChartMath::histogramCountsAll()
{
    Random random(12);
    for (int round = 0; round < 200; ++round) {
        const double scale = std::pow(10.0, random.uniform(-8.0, 8.0));
        const double shift = random.uniform(-100.0, 100.0) * scale;
        std::vector<double> values(1 + random.below(3000));
        for (double &value : values) {
            value = shift + scale * (round % 3 ? random.normal() : std::exp(3.0 * random.normal()));
            if (random.below(50) == 0)
                value = kNaN;
        }
        const Histogram h = histogramOf(values);
        const qint64 counted = std::accumulate(h.counts.begin(), h.counts.end(), qint64(0));
        QCOMPARE(counted + h.missing, qint64(values.size()));
        QVERIFY(int(h.counts.size()) <= kMostBins + 1);
        QVERIFY(h.edges.empty() || h.edges.size() == h.counts.size() + 1);
        QVERIFY(std::is_sorted(h.edges.begin(), h.edges.end()));
    }
}

void tst_ChartMath::histogramOfOddValues_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<int>("missing");
    QTest::addColumn<bool>("empty");
    QTest::newRow("none") << std::vector<double>{} << 0 << true;
    QTest::newRow("only missing") << std::vector<double>{kNaN, kInf, -kInf} << 3 << true;
    QTest::newRow("one") << std::vector<double>{7.0} << 0 << false;
    QTest::newRow("one far off") << std::vector<double>{1, 1, 1, 1, 1, 1, 1, 1, 1e12} << 0 << false;
    QTest::newRow("next to each other")
        << std::vector<double>{1.0, std::nextafter(1.0, 2.0)} << 0 << false;
    QTest::newRow("over the whole range") << std::vector<double>{-1e308, 1e308} << 0 << false;
}

void tst_ChartMath::histogramOfOddValues()
{
    QFETCH(std::vector<double>, values);
    QFETCH(int, missing);
    QFETCH(bool, empty);
    const Histogram histogram = histogramOf(values);
    QCOMPARE(int(histogram.missing), missing);
    QCOMPARE(histogram.counts.empty(), empty);
}

void tst_ChartMath::valuesOnEdgesBelongToTheRight()
{
    const Histogram h = countInto(std::vector<double>{0, 1, 1, 2, 3, -1, 4}, {0, 1, 2, 3});
    QCOMPARE(h.counts, (std::vector<qint64>{1, 2, 2}));
}

void tst_ChartMath::thinningKeepsExtremesAndGaps()
{
    std::vector<SeriesPoint> points;
    Random random(4);
    for (int i = 0; i < 50'000; ++i)
        points.push_back({i, i >= 20'000 && i < 22'000 ? kNaN : random.normal()});
    points[5'555].value = 70.0;
    points[44'444].value = -70.0;
    const QList<QPointF> kept = thinned(points, 0.0, 49'999.0, 500);
    QVERIFY(kept.size() <= 2 * 502 + 3);
    QVERIFY(kept.contains(QPointF(5'555, 70.0)));
    QVERIFY(kept.contains(QPointF(44'444, -70.0)));
    QCOMPARE(
        std::count_if(kept.begin(), kept.end(), [](const QPointF &p) { return std::isnan(p.y()); }),
        std::ptrdiff_t(1));
}

void tst_ChartMath::thinningOfAMillionPoints()
{
    std::vector<SeriesPoint> points(1'000'000);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = {UtcMs(i), std::sin(double(i) / 3e4)};
    QVERIFY(thinned(points, 0.0, 999'999.0, 800).size() <= 2 * 802);
    QVERIFY(thinned({}, 0.0, 1.0, 800).isEmpty());
}

void tst_ChartMath::thinningLooksAtTheVisiblePart()
{
    std::vector<SeriesPoint> points;
    for (int i = 0; i < 1000; ++i)
        points.push_back({i, double(i)});
    const QList<QPointF> kept = thinned(points, 100.0, 110.0, 50);
    QCOMPARE(kept.size(), 13); // with one neighbour at each side
    QCOMPARE(kept.front(), QPointF(99, 99));
    QCOMPARE(kept.back(), QPointF(111, 111));
}

void tst_ChartMath::hoursOfTheWeek()
{
    // Thursday 00:00 twice, 01:00 once, a missing value at 02:00. Weeks begin on Monday here.
    const std::vector<SeriesPoint> points = {{kThursday, 10.0}, {kThursday + kMsPerMinute, 20.0},
        {kThursday + kMsPerHour, 5.0}, {kThursday + 2 * kMsPerHour, kNaN}};
    const HeatMapData map = hourByWeekday(points, QTimeZone::utc());
    QCOMPARE(map.columnCount(), 24);
    QCOMPARE(map.rows.size(), 7);
    QCOMPARE(map.rows[3], QStringLiteral("Thu"));
    QCOMPARE(map.values[3 * 24 + 0], 15.0);
    QCOMPARE(map.values[3 * 24 + 1], 5.0);
    QCOMPARE(std::count_if(
                 map.values.begin(), map.values.end(), [](double v) { return std::isfinite(v); }),
        std::ptrdiff_t(2));
}

void tst_ChartMath::hoursFollowTheZone()
{
    const HeatMapData map =
        hourByWeekday(std::vector<SeriesPoint>{{kThursday, 1.0}}, QTimeZone(-3600));
    QCOMPARE(map.values[2 * 24 + 23], 1.0); // Wednesday, 23 h
}

void tst_ChartMath::calendarWeeks()
{
    std::vector<SeriesPoint> days;
    for (int day = 0; day < 12; ++day) // Thu 1 March to Mon 12 March 2012
        days.push_back({kThursday + day * kMsPerDay, double(day + 1)});
    const HeatMapData map = calendarOf(days, QTimeZone::utc());
    QCOMPARE(map.columnCount(), 3);
    QCOMPARE(map.columns[0], QStringLiteral("Mar"));
    QCOMPARE(map.columns[1], QString());
    QCOMPARE(map.values[3 * 3 + 0], 1.0); // Thursday of the first week
    QCOMPARE(map.values[0 * 3 + 1], 5.0); // Monday of the second
    QCOMPARE(map.values[0 * 3 + 2], 12.0);
    QVERIFY(std::isnan(map.values[0 * 3 + 0]));
    QCOMPARE(calendarOf({}, QTimeZone::utc()).columnCount(), 0);
}

void tst_ChartMath::swarmPlacesEachCaseOnce()
{
    SwarmRow row;
    Random random(6);
    for (int i = 0; i < 300; ++i) {
        row.effects.push_back(random.uniform(-1.0, 1.0));
        row.values.push_back(double(i));
    }
    const std::vector<SwarmDot> dots = swarmOf(row, -1.0, 1.0, 600.0, 200.0, 4.0);
    QCOMPARE(dots.size(), std::size_t(300));
    std::set<std::uint32_t> seen;
    for (const SwarmDot &dot : dots) {
        seen.insert(dot.index);
        QVERIFY(std::abs(double(dot.x) - (row.effects[dot.index] + 1.0) * 300.0) < 1e-3);
        const double share = row.values[dot.index] / 299.0;
        QVERIFY(std::abs(dot.shade - share * (kSwarmShades - 1)) <= 0.5 + 1e-9);
    }
    QCOMPARE(seen.size(), std::size_t(300));
}

void tst_ChartMath::swarmStaysInItsRow()
{
    SwarmRow row;
    Random random(6);
    for (int i = 0; i < 100'000; ++i) {
        row.effects.push_back(random.normal());
        row.values.push_back(random.normal());
    }
    const std::vector<SwarmDot> dots = swarmOf(row, -5.0, 5.0, 600.0, 40.0, 4.0);
    QVERIFY(dots.size() <= std::size_t(19 * 151)); // as many as have room, not all
    QVERIFY(dots.size() > 1000);
    for (const SwarmDot &dot : dots)
        QVERIFY(std::abs(dot.offset) <= 20.0F);
}

void tst_ChartMath::swarmOfOddRows()
{
    QVERIFY(swarmOf({}, 0.0, 1.0, 100.0, 20.0, 4.0).empty());
    const SwarmRow row = {QString(), {kNaN, 0.5, 7.0}, {1.0}};
    const std::vector<SwarmDot> dots = swarmOf(row, 0.0, 1.0, 100.0, 20.0, 4.0);
    QCOMPARE(dots.size(), std::size_t(1)); // one missing, one outside
    QCOMPARE(dots[0].shade, std::int16_t(-1)); // its value is not known
    QVERIFY(swarmOf(row, 1.0, 0.0, 100.0, 20.0, 4.0).empty());
}

void tst_ChartMath::tables()
{
    const ChartTable table = {
        {QStringLiteral("Name"), withUnit(QStringLiteral("Speed"), QStringLiteral("km/h"))},
        {{QStringLiteral("a\tb"), plainNumber(61.25)}, {QStringLiteral("c"), plainNumber(kNaN)}}};
    QCOMPARE(toTsv(table), QStringLiteral("Name\tSpeed (km/h)\na b\t61.25\nc\t\n"));
    QCOMPARE(withUnit(QStringLiteral("Count"), {}), QStringLiteral("Count"));
    QCOMPARE(plainTime(kThursday, QTimeZone(8 * 3600)), QStringLiteral("2012-03-01 08:00:00"));
    QCOMPARE(plainNumber(1e-12), QStringLiteral("1e-12"));
}

void tst_ChartMath::csvIsQuoted()
{
    const ChartTable table = {{QStringLiteral("a,b"), QStringLiteral("c")},
        {{QStringLiteral("say \"x\""), QStringLiteral("two\nlines")}}};
    QCOMPARE(toCsv(table), QStringLiteral("\"a,b\",c\n\"say \"\"x\"\"\",\"two\nlines\"\n"));
}

void tst_ChartMath::contrastIsTheStandards_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black and white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("the same") << QColor(10, 20, 30) << QColor(10, 20, 30) << 1.0;
    // The well-known lightest grey that passes AA on white.
    QTest::newRow("grey 118") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
}

void tst_ChartMath::contrastIsTheStandards()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY2(
        std::abs(contrastOf(a, b) - ratio) < 0.005, qPrintable(QString::number(contrastOf(a, b))));
}

void tst_ChartMath::inkCanBeReadOnAnyRamp()
{
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        const Tokens &t = tokensOf(mode);
        for (int i = 0; i <= 100; ++i) {
            for (const QColor &surface : {rampColor(t.amountRamp, i / 100.0),
                     rampColor(t.riskRamp, i / 100.0), rampColor(t.differenceRamp, i / 100.0)}) {
                QVERIFY2(contrastOf(inkOn(surface), surface) >= 4.5, qPrintable(surface.name()));
            }
        }
    }
}

void tst_ChartMath::rampEndsAreItsColors()
{
    const Tokens &t = tokensOf(ThemeMode::Dark);
    QCOMPARE(rampColor(t.riskRamp, 0.0), t.riskRamp.front());
    QCOMPARE(rampColor(t.riskRamp, 1.0), t.riskRamp.back());
    QCOMPARE(rampColor(t.riskRamp, 0.4), t.riskRamp[2]);
    QCOMPARE(rampColor(t.riskRamp, 7.0), t.riskRamp.back());
}

void tst_ChartMath::brokenLinesStopAtGaps()
{
    const QList<QPointF> pixels = {{0, 0}, {1, 1}, {2, kNaN}, {3, 3}, {4, kNaN}, {5, 5}, {6, 6}};
    const QList<QLineF> lines = brokenLines(pixels);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QLineF(0, 0, 1, 1));
    QCOMPARE(lines[1], QLineF(2.5, 3, 3.5, 3)); // alone, but visible
    QCOMPARE(lines[2], QLineF(5, 5, 6, 6));
    QVERIFY(brokenLines({}).isEmpty());
}

void tst_ChartMath::dashesCoverTheirShare()
{
    double drawn = 0.0;
    for (const QLineF &dash : dashedLines({{0, 0}, {33, 0}, {33, 67}}, 6.0, 4.0)) {
        QVERIFY(dash.length() <= 6.0 + 1e-9);
        drawn += dash.length();
    }
    QVERIFY(std::abs(drawn - 60.0) < 1e-6); // 6 of each 10 of a length of 100
}

void tst_ChartMath::decimals_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<int>("decimals");
    QTest::newRow("hundreds") << 420.0 << 0;
    QTest::newRow("tens") << 42.0 << 1;
    QTest::newRow("ones") << 4.2 << 2;
    QTest::newRow("hundredths") << 0.042 << 4;
    QTest::newRow("nothing") << 0.0 << 0;
    QTest::newRow("missing") << kNaN << 0;
}

void tst_ChartMath::decimals()
{
    QFETCH(double, largest);
    QFETCH(int, decimals);
    QCOMPARE(decimalsFor(largest), decimals);
}

QTEST_MAIN(tst_ChartMath)
#include "theme/contrast.h"
#include "tst_chart_math.moc"
