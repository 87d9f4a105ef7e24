// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/alarm.h"

#include "safety/acknowledgements.h"
#include "support/memory_store.h"
#include "support/verify_ok.h"

#include <QTest>

using namespace belvedere;

namespace {

Alarm alarmAt(int hour, double score = 4.0, int hours = 1)
{
    Alarm alarm;
    alarm.from = hour * kMsPerHour;
    alarm.to = (hour + hours) * kMsPerHour;
    alarm.raised = (hour + 1) * kMsPerHour;
    alarm.peak = alarm.raised;
    alarm.score = score;
    return alarm;
}

Alarm placedAt(int hour, double lon, double score = 4.0, double radiusM = 1000.0)
{
    Alarm alarm = alarmAt(hour, score);
    alarm.detector = WarningDetector::Scan;
    alarm.scope = AlarmScope::Cluster;
    alarm.centre = LonLat{lon, 0.0};
    alarm.radiusM = radiusM;
    return alarm;
}

} // namespace

class tst_Alarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesWhatIsNear_data();
    void mergesWhatIsNear();
    void keepsThePeak();
    void chainsInSpaceAndTime();
    void neighbouringCells();
    void namesDetectors();
    void acknowledged_data();
    void acknowledged();
    void acknowledgementsAreKept();
};

void tst_Alarm::mergesWhatIsNear_data()
{
    QTest::addColumn<QList<int>>("hours");
    QTest::addColumn<int>("merged");
    QTest::newRow("none") << QList<int>{} << 0;
    QTest::newRow("one") << QList<int>{3} << 1;
    QTest::newRow("next hour") << QList<int>{3, 4} << 1;
    QTest::newRow("just within the gap") << QList<int>{3, 9} << 1;
    QTest::newRow("just beyond it") << QList<int>{3, 10} << 2;
    QTest::newRow("a chain, unordered") << QList<int>{13, 3, 8} << 1;
}

void tst_Alarm::mergesWhatIsNear()
{
    QFETCH(QList<int>, hours);
    QFETCH(int, merged);
    std::vector<Alarm> alarms;
    for (const int hour : hours)
        alarms.push_back(alarmAt(hour));
    const auto found = mergedAlarms(alarms, 6 * kMsPerHour);
    QCOMPARE(int(found.size()), merged);
    int all = 0;
    for (const Alarm &alarm : found)
        all += alarm.merged;
    QCOMPARE(all, int(hours.size()));
}

void tst_Alarm::keepsThePeak()
{
    Alarm first = alarmAt(3, 4.0);
    first.observed = 9;
    Alarm peak = alarmAt(5, 7.0);
    peak.observed = 20;
    Alarm other = alarmAt(4, 9.0);
    other.scope = AlarmScope::Type;
    other.subject = QStringLiteral("EMS");
    const auto found = mergedAlarms({peak, first, other}, 6 * kMsPerHour);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].score, 7.0);
    QCOMPARE(found[0].observed, 20);
    QCOMPARE(found[0].from, first.from);
    QCOMPARE(found[0].to, peak.to);
    QCOMPARE(found[0].raised, first.raised);
    QCOMPARE(found[0].peak, peak.peak);
    QCOMPARE(found[0].id, QStringLiteral("ears-c2/city/1970-01-01T04:00:00Z"));
    QCOMPARE(found[1].id, QStringLiteral("ears-c2/type/EMS/1970-01-01T05:00:00Z"));
}

void tst_Alarm::chainsInSpaceAndTime()
{
    // 0.01 degrees are 1.1 km on the equator.
    const auto found =
        mergedAlarms({placedAt(1, 0.0), placedAt(2, 0.015), placedAt(2, 0.1), placedAt(30, 0.0)},
            6 * kMsPerHour);
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].merged, 2);
    QVERIFY(found[0].id.startsWith(QLatin1String("scan/cluster/0.0000,0.0000/")));
}

void tst_Alarm::neighbouringCells()
{
    // Squares of 2 km side by side, and one diagonally away.
    const double edge = 2000.0 / 111195.0;
    std::vector<Alarm> alarms = {placedAt(1, 0.0), placedAt(1, edge), placedAt(1, 3.0 * edge)};
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        alarms[i].scope = AlarmScope::Cell;
        alarms[i].subject = QString::number(i);
    }
    const auto found = mergedAlarms(alarms, kMsPerHour);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].merged, 2);
}

void tst_Alarm::namesDetectors()
{
    for (int i = 0; i < kWarningDetectorCount; ++i) {
        const auto detector = static_cast<WarningDetector>(i);
        const auto found = detectorByName(detectorName(detector));
        VERIFY_OK(found);
        QCOMPARE(int(*found), i);
    }
    const auto unknown = detectorByName(QStringLiteral("ears-c4"));
    QVERIFY(!unknown && unknown.error().message().contains(QLatin1String("cusum, scan")));
}

void tst_Alarm::acknowledged_data()
{
    QTest::addColumn<int>("hour");
    QTest::addColumn<double>("lon");
    QTest::addColumn<bool>("covered");
    QTest::newRow("the same") << 5 << 0.0 << true;
    QTest::newRow("moved a little") << 5 << 0.01 << true;
    QTest::newRow("elsewhere") << 5 << 0.2 << false;
    QTest::newRow("later") << 6 << 0.0 << false;
}

void tst_Alarm::acknowledged()
{
    QFETCH(int, hour);
    QFETCH(double, lon);
    QFETCH(bool, covered);
    const auto known = acknowledgementOf(placedAt(5, 0.0), QStringLiteral("fair"), 0);
    QCOMPARE(covers(known, placedAt(hour, lon)), covered);
    QVERIFY(!covers(known, alarmAt(5)));
}

void tst_Alarm::acknowledgementsAreKept()
{
    test::MemoryStore store{QString()};
    const Alarm alarm = mergedAlarms({placedAt(5, 8.25, 6.5)}, 0).front();
    const auto known = acknowledgementOf(alarm, QStringLiteral("street fair"), 42000);
    VERIFY_OK(writeAcknowledgement(store, QStringLiteral("calls"), known));
    VERIFY_OK(writeAcknowledgement(
        store, QStringLiteral("thefts"), acknowledgementOf(alarmAt(1), {}, 0)));
    const auto found = acknowledgements(store, QStringLiteral("calls"));
    VERIFY_OK(found);
    QCOMPARE(found->size(), std::size_t(1));
    const Acknowledgement &back = found->front();
    QCOMPARE(back.alarmId, alarm.id);
    QCOMPARE(back.note, QStringLiteral("street fair"));
    QCOMPARE(back.at, UtcMs(42000));
    QCOMPARE(back.range.from, alarm.from);
    QCOMPARE(back.range.to, alarm.to);
    QVERIFY(back.centre == alarm.centre);
    QVERIFY(covers(back, alarm));
}

QTEST_GUILESS_MAIN(tst_Alarm)
#include "tst_alarm.moc"
