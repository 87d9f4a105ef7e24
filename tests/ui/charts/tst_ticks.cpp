// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ticks.h"

#include "base/random.h"
#include "charts/decimate.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_Ticks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void linear_data();
    void linear();
    void niceRangesHoldTheirValues();
    void logarithmic_data();
    void logarithmic();
    void times_data();
    void times();
    void timesOverAChangeOfClocks();
    void timesAreNeverTooMany();
    void decimationKeepsTheExtremes();
    void decimationLeavesShortSeriesAlone();
};

namespace {

QString labels(const std::vector<Tick> &ticks)
{
    QStringList list;
    for (const Tick &tick : ticks)
        list.append(tick.label);
    return list.join(QLatin1Char('|'));
}

constexpr UtcMs kThursday = 1'330'560'000'000; // 2012-03-01T00:00Z

} // namespace

void tst_Ticks::linear_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty range") << 1.0 << 1.0 << 5 << QString();
    QTest::newRow("not a number") << qQNaN() << 1.0 << 5 << QString();
    QTest::newRow("speeds") << 0.0 << 70.0 << 4 << QStringLiteral("0|20|40|60");
    QTest::newRow("quarters") << 0.0 << 1.0 << 4 << QStringLiteral("0.00|0.25|0.50|0.75|1.00");
    QTest::newRow("over zero") << -1.0 << 1.0 << 4 << QStringLiteral("-1.0|-0.5|0.0|0.5|1.0");
    QTest::newRow("off the grid") << 0.7 << 3.2 << 3 << QStringLiteral("1|2|3");
}

void tst_Ticks::linear()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, count);
    QFETCH(QString, text);
    QCOMPARE(labels(linearTicks(low, high, count)), text);
}

void tst_Ticks::niceRangesHoldTheirValues()
{
    Random random(3);
    for (int i = 0; i < 2000; ++i) {
        const double scale = std::pow(10.0, random.uniform(-6.0, 9.0));
        const double low = random.uniform(-1.0, 1.0) * scale;
        const double high = i % 10 == 0 ? low : low + random.uniform(0.0, 1.0) * scale;
        const NiceRange range = niceRange(low, high, 5);
        const double slack = 1e-6 * std::max(std::abs(low), range.step);
        QVERIFY(range.low <= low + slack && range.high >= high - slack);
        QVERIFY(range.low < range.high);
        QVERIFY((range.high - range.low) / range.step <= 8.0 + 1e-6);
    }
    QCOMPARE(niceRange(qQNaN(), 1.0, 5).high, 1.0);
}

void tst_Ticks::logarithmic_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("a decade") << 0.0 << 1.0 << 6 << QStringLiteral("1|2|5|10");
    QTest::newRow("below one") << -1.05 << -0.25 << 6 << QStringLiteral("0.1|0.2|0.5");
    QTest::newRow("powers only") << -2.0 << 2.0 << 6 << QStringLiteral("0.01|0.1|1|10|100");
    QTest::newRow("empty") << 1.0 << 0.0 << 6 << QString();
}

void tst_Ticks::logarithmic()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, count);
    QFETCH(QString, text);
    QCOMPARE(labels(logTicks(low, high, count)), text);
}

void tst_Ticks::times_data()
{
    QTest::addColumn<UtcMs>("from");
    QTest::addColumn<UtcMs>("to");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << kThursday << kThursday << 0 << 5 << QString();
    QTest::newRow("six hours") << kThursday + 5 * kMsPerHour << kThursday + 11 * kMsPerHour << 0
                               << 6 << QStringLiteral("05:00|06:00|07:00|08:00|09:00|10:00|11:00");
    QTest::newRow("over midnight, east of Greenwich")
        << kThursday + 12 * kMsPerHour << kThursday + 24 * kMsPerHour << 8 * 3600 << 4
        << QStringLiteral("21:00|Fri 2 Mar|03:00|06:00");
    QTest::newRow("half an hour off") << kThursday << kThursday + 3 * kMsPerHour << 19800 << 3
                                      << QStringLiteral("06:00|07:00|08:00");
    QTest::newRow("days") << kThursday << kThursday + 3 * kMsPerDay << 0 << 3
                          << QStringLiteral("Thu 1 Mar|Fri 2 Mar|Sat 3 Mar|Sun 4 Mar");
    QTest::newRow("minutes") << kThursday << kThursday + 10 * kMsPerMinute << 0 << 2
                             << QStringLiteral("Thu 1 Mar|00:05|00:10");
}

void tst_Ticks::times()
{
    QFETCH(UtcMs, from);
    QFETCH(UtcMs, to);
    QFETCH(int, offset);
    QFETCH(int, count);
    QFETCH(QString, text);
    const std::vector<Tick> ticks = timeTicks(from, to, QTimeZone(offset), count);
    QCOMPARE(labels(ticks), text);
    for (const Tick &tick : ticks)
        QVERIFY(tick.value >= double(from) && tick.value <= double(to));
}

void tst_Ticks::timesOverAChangeOfClocks()
{
    const QTimeZone zone("America/Los_Angeles");
    if (!zone.isValid())
        QSKIP("this machine does not know the time zone");
    // 2012-03-11, 02:00 did not exist.
    const UtcMs midnight = 1'331'452'800'000; // 2012-03-11T08:00Z
    QCOMPARE(labels(timeTicks(midnight, midnight + 4 * kMsPerHour, zone, 4)),
        QStringLiteral("Sun 11 Mar|01:00|03:00|04:00|05:00"));
}

void tst_Ticks::timesAreNeverTooMany()
{
    Random random(9);
    for (int i = 0; i < 300; ++i) {
        const auto length = static_cast<UtcMs>(std::pow(10.0, random.uniform(4.0, 10.5)));
        const int count = 2 + int(random.below(15));
        const std::vector<Tick> ticks =
            timeTicks(kThursday, kThursday + length, QTimeZone::utc(), count);
        QVERIFY(int(ticks.size()) <= count + 1);
        QVERIFY(std::is_sorted(ticks.begin(), ticks.end(),
            [](const Tick &a, const Tick &b) { return a.value < b.value; }));
    }
}

void tst_Ticks::decimationKeepsTheExtremes()
{
    Random random(1);
    std::vector<QPointF> points;
    for (int i = 0; i < 100'000; ++i)
        points.emplace_back(i, random.normal());
    points[54'321].setY(99.0);
    points[12'345].setY(-99.0);
    const QList<QPointF> kept = decimated(points, 0.0, 99'999.0, 500);
    QVERIFY(kept.size() <= 4 * 502);
    QVERIFY(kept.contains(points[54'321]));
    QVERIFY(kept.contains(points[12'345]));
    QCOMPARE(kept.front(), points.front());
    QCOMPARE(kept.back(), points.back());
    QVERIFY(std::is_sorted(kept.begin(), kept.end(),
        [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); }));
}

void tst_Ticks::decimationLeavesShortSeriesAlone()
{
    QVERIFY(decimated({}, 0.0, 1.0, 10).isEmpty());
    const std::vector<QPointF> few = {{0, 1}, {1, 5}, {2, 3}};
    QCOMPARE(decimated(few, 0.0, 2.0, 10).size(), 3);
    QCOMPARE(decimated(few, 0.0, 2.0, 0).size(), 3);
    QCOMPARE(decimated(few, 2.0, 2.0, 1).size(), 3);
}

QTEST_GUILESS_MAIN(tst_Ticks)
#include "tst_ticks.moc"
