// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/city_clock.h"

#include "base/random.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

class tst_CityClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liveFollowsTheComputer();
    void stepAndSpeedNeverMoveTheInstant();
    void steps_data();
    void steps();
    void replayRunsAtItsSpeed();
    void replayLoops_data();
    void replayLoops();
    void slowSpeedLosesNothing();
    void pauseStopsNow();
    void lookingBackKeepsTheInstant();
    void goesBackToNow();
    void refusesNonsense();
};

namespace {
constexpr UtcMs kFrom = 1'330'588'800'000; // 2012-03-01T08:00Z
constexpr UtcMs kTo = kFrom + kMsPerDay;
} // namespace

void tst_CityClock::liveFollowsTheComputer()
{
    CityClock clock;
    QVERIFY(clock.followsNow());
    QCOMPARE(clock.current(), clock.now());
    QVERIFY(std::abs(clock.now() - QDateTime::currentMSecsSinceEpoch()) < 1000);
    QCOMPARE(clock.speed(), 1.0);
    QSignalSpy now(&clock, &CityClock::nowChanged);
    QTRY_VERIFY(now.count() > 0); // by its own timer
}

void tst_CityClock::stepAndSpeedNeverMoveTheInstant()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + kMsPerHour);
    clock.setCurrent(kFrom + 12'345);
    const UtcMs instant = clock.current();
    const UtcMs now = clock.now();
    QSignalSpy moved(&clock, &CityClock::currentChanged);
    Random random(5);
    for (int i = 0; i < 200; ++i) {
        clock.setStepMs(1 + qint64(random.below(100 * kMsPerHour)));
        clock.setSpeed(random.uniform(0.001, 10'000.0));
        QCOMPARE(clock.current(), instant);
        QCOMPARE(clock.now(), now);
    }
    QCOMPARE(moved.count(), 0);
}

void tst_CityClock::steps_data()
{
    QTest::addColumn<UtcMs>("start");
    QTest::addColumn<int>("count");
    QTest::addColumn<UtcMs>("end");
    QTest::newRow("none") << UtcMs(1234) << 0 << UtcMs(1234);
    QTest::newRow("forward") << UtcMs(300'000) << 1 << UtcMs(600'000);
    QTest::newRow("back") << UtcMs(300'000) << -1 << UtcMs(0);
    QTest::newRow("far") << UtcMs(300'000) << 12 << UtcMs(3'900'000);
    QTest::newRow("between, forward") << UtcMs(300'001) << 1 << UtcMs(600'000);
    QTest::newRow("between, back") << UtcMs(300'001) << -1 << UtcMs(300'000);
    QTest::newRow("between, two back") << UtcMs(300'001) << -2 << UtcMs(0);
    QTest::newRow("before 1970, forward") << UtcMs(-1) << 1 << UtcMs(0);
    QTest::newRow("before 1970, back") << UtcMs(-1) << -1 << UtcMs(-300'000);
}

void tst_CityClock::steps()
{
    QFETCH(UtcMs, start);
    QFETCH(int, count);
    QFETCH(UtcMs, end);
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom);
    clock.setStepMs(300'000);
    clock.setCurrent(start);
    clock.step(count);
    QCOMPARE(clock.current(), end);
}

void tst_CityClock::replayRunsAtItsSpeed()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + 1000);
    QCOMPARE(clock.now(), kFrom + 1000);
    QCOMPARE(clock.current(), kFrom + 1000);
    clock.setSpeed(60.0);
    clock.advance(500);
    QCOMPARE(clock.now(), kFrom + 1000 + 30'000);
    QCOMPARE(clock.current(), clock.now());
    clock.setSpeed(0.5);
    clock.advance(500);
    QCOMPARE(clock.now(), kFrom + 1000 + 30'250);
}

void tst_CityClock::replayLoops_data()
{
    QTest::addColumn<UtcMs>("elapsed");
    QTest::addColumn<UtcMs>("now");
    QTest::addColumn<int>("loops");
    QTest::newRow("before the end") << kMsPerDay - 1 << kTo - 1 << 0;
    QTest::newRow("at the end") << kMsPerDay << kFrom << 1;
    QTest::newRow("past the end") << kMsPerDay + 5 << kFrom + 5 << 1;
    QTest::newRow("twice round") << 2 * kMsPerDay + 5 << kFrom + 5 << 1;
}

void tst_CityClock::replayLoops()
{
    QFETCH(UtcMs, elapsed);
    QFETCH(UtcMs, now);
    QFETCH(int, loops);
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom);
    QSignalSpy looped(&clock, &CityClock::looped);
    clock.advance(elapsed);
    QCOMPARE(clock.now(), now);
    QCOMPARE(looped.count(), loops);
}

void tst_CityClock::slowSpeedLosesNothing()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom);
    clock.setSpeed(0.125); // exact in binary
    for (int i = 0; i < 8000; ++i)
        clock.advance(1);
    QCOMPARE(clock.now(), kFrom + 1000);
}

void tst_CityClock::pauseStopsNow()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom);
    QSignalSpy playing(&clock, &CityClock::playingChanged);
    clock.pause();
    clock.pause();
    clock.advance(10'000);
    QCOMPARE(clock.now(), kFrom);
    clock.play();
    clock.advance(10'000);
    QCOMPARE(clock.now(), kFrom + 10'000);
    QCOMPARE(playing.count(), 2);
}

void tst_CityClock::lookingBackKeepsTheInstant()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + kMsPerHour);
    QSignalSpy follows(&clock, &CityClock::followsNowChanged);
    clock.setCurrent(kFrom);
    QVERIFY(!clock.followsNow());
    QCOMPARE(follows.count(), 1);
    clock.advance(60'000);
    QCOMPARE(clock.current(), kFrom);
    QCOMPARE(clock.now(), kFrom + kMsPerHour + 60'000);
}

void tst_CityClock::goesBackToNow()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + kMsPerHour);
    clock.setCurrent(kFrom);
    QSignalSpy current(&clock, &CityClock::currentChanged);
    clock.goToNow();
    QVERIFY(clock.followsNow());
    QCOMPARE(clock.current(), clock.now());
    QCOMPARE(current.count(), 1);
    clock.advance(1000);
    QCOMPARE(current.count(), 2);
}

void tst_CityClock::refusesNonsense()
{
    CityClock clock;
    clock.setReplay(kFrom, kFrom, kFrom);
    QVERIFY(!clock.isReplay());
    clock.setReplay(kFrom, kTo, kTo + kMsPerDay);
    QCOMPARE(clock.now(), kTo);
    clock.setStepMs(0);
    clock.setStepMs(-5);
    QVERIFY(clock.stepMs() > 0);
    clock.setSpeed(2.0);
    for (const double bad : {0.0, -1.0, qQNaN(), qInf()})
        clock.setSpeed(bad);
    QCOMPARE(clock.speed(), 2.0);
}

QTEST_GUILESS_MAIN(tst_CityClock)
#include "tst_city_clock.moc"
