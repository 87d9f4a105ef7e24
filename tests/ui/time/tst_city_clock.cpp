// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/city_clock.h"

#include "base/random.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

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
    void contextIsToldOncePerChange();
    void modesNeverMoveTheInstant();
    void zonesNeverMoveTheInstant();
    void reachHoldsTheInstant();
    void playsBothWays();
    void doublesAgainAndAgain();
    void joinsNow();
    void runsIntoTheForecast();
    void stopsWhereDataBegin();
    void loopsInItsRange();
    void togglesWhatMoves();
    void waitsForTheFrame();
    void remembersRecentInstants();
    void slotsMayChangeTheClock();
    void anySequenceKeepsTheRules_data();
    void anySequenceKeepsTheRules();
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

void tst_CityClock::contextIsToldOncePerChange()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom + kMsPerHour);
    QSignalSpy told(&clock, &CityClock::contextChanged);
    const qint64 revision = clock.context().revision;
    clock.setCurrent(kFrom + 60'000);
    QCOMPARE(told.count(), 1);
    const auto context = told[0][0].value<TimeContext>();
    QCOMPARE(context.revision, revision + 1);
    QCOMPARE(context.current, kFrom + 60'000);
    QCOMPARE(context.now, clock.now());
    QVERIFY(context.isPast() && !context.isForecast() && !context.followsNow);
    clock.setCurrent(kFrom + 60'000); // nothing new
    clock.setStepMs(clock.stepMs());
    clock.setMode(TimeMode::Instant);
    QCOMPARE(told.count(), 1);
    QCOMPARE(clock.context().revision, revision + 1);
}

void tst_CityClock::modesNeverMoveTheInstant()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.setCityZone(QTimeZone("Asia/Shanghai"));
    const UtcMs instant = kFrom + 3 * kMsPerHour;
    clock.setCurrent(instant);
    QSignalSpy moved(&clock, &CityClock::currentChanged);
    clock.setWindowMs(90 * kMsPerMinute);
    clock.setMode(TimeMode::Window);
    QCOMPARE(clock.context().range(), (TimeRange{instant - 90 * kMsPerMinute, instant}));
    clock.setMode(TimeMode::Cumulative); // since midnight in the city
    QCOMPARE(clock.context().from, *parseTime(u"2012-03-01 00:00", QTimeZone("Asia/Shanghai")));
    clock.setCumulativeStart(instant + kMsPerHour); // a start ahead: nothing yet
    QCOMPARE(clock.context().range(), (TimeRange{instant, instant}));
    clock.setMode(TimeMode::Instant);
    QCOMPARE(clock.context().range(), (TimeRange{instant, instant}));
    clock.setWindowMs(0);
    clock.setWindowMs(-5);
    QCOMPARE(clock.windowMs(), qint64(90 * kMsPerMinute));
    QCOMPARE(moved.count(), 0);
}

void tst_CityClock::zonesNeverMoveTheInstant()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom);
    const UtcMs instant = clock.current();
    clock.setCityZone(QTimeZone("America/Los_Angeles"));
    QCOMPARE(clock.zone(), QTimeZone("America/Los_Angeles"));
    clock.setZoneChoice(ZoneChoice::Utc);
    QCOMPARE(clock.zone(), QTimeZone::utc());
    clock.setZoneChoice(ZoneChoice::Computer);
    QCOMPARE(clock.zone(), QTimeZone::systemTimeZone());
    clock.setCityZone(QTimeZone());
    clock.setZoneChoice(ZoneChoice::City);
    QCOMPARE(clock.zone(), QTimeZone("America/Los_Angeles"));
    QCOMPARE(clock.current(), instant);
}

void tst_CityClock::reachHoldsTheInstant()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.setReach(kFrom, clock.now() + kMsPerHour);
    clock.setCurrent(kFrom - 5);
    QCOMPARE(clock.current(), kFrom);
    clock.setCurrent(kTo);
    QCOMPARE(clock.current(), clock.now() + kMsPerHour);
    QVERIFY(clock.context().isForecast());
    clock.step(1);
    QCOMPARE(clock.current(), clock.now() + kMsPerHour);
    // The forecast is being computed anew: what is shown stays for that while.
    clock.setReach(kFrom, clock.now());
    QCOMPARE(clock.current(), clock.now() + kMsPerHour);
}

void tst_CityClock::playsBothWays()
{
    CityClock clock;
    clock.pause(); // now stands, the player runs all the same
    clock.setReplay(kFrom, kTo, kFrom + 20 * kMsPerHour);
    const UtcMs start = kFrom + 10 * kMsPerHour;
    Random random(8);
    for (int i = 0; i < 100; ++i) {
        clock.setCurrent(start);
        clock.setPlaySpeed(std::exp(random.uniform(std::log(0.01), std::log(1000.0))));
        std::vector<qint64> ticks;
        for (int k = 0; k < 20; ++k)
            ticks.push_back(1 + qint64(random.below(200)));
        clock.playForward();
        for (const qint64 tick : ticks)
            clock.advance(tick);
        const UtcMs ahead = clock.current() - start;
        clock.setCurrent(start);
        clock.playBackward();
        for (const qint64 tick : ticks)
            clock.advance(tick);
        QCOMPARE(start - clock.current(), ahead);
        QVERIFY(!clock.followsNow());
        QCOMPARE(clock.now(), kFrom + 20 * kMsPerHour);
    }
    clock.setCurrent(start);
    clock.setPlaySpeed(3600.0);
    clock.playForward();
    clock.advance(500);
    QCOMPARE(clock.current(), start + 30 * kMsPerMinute);
}

void tst_CityClock::doublesAgainAndAgain()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.setCurrent(kFrom + kMsPerHour);
    clock.setPlaySpeed(100.0);
    clock.playBackward();
    QCOMPARE(clock.playSpeed(), 100.0);
    clock.playBackward();
    clock.playBackward();
    QCOMPARE(clock.playSpeed(), 400.0);
    clock.playForward(); // turning round begins at the chosen speed
    QCOMPARE(clock.playSpeed(), 100.0);
    QCOMPARE(clock.playback(), 1);
    for (int i = 0; i < 100; ++i)
        clock.playForward();
    QVERIFY(clock.playSpeed() <= CityClock::kFastest);
    clock.stopMoving();
    QCOMPARE(clock.playSpeed(), 100.0);
    clock.setPlaySpeed(1e300);
    QCOMPARE(clock.playSpeed(), CityClock::kFastest);
    for (const double bad : {0.0, -1.0, qQNaN(), qInf()})
        clock.setPlaySpeed(bad);
    QCOMPARE(clock.playSpeed(), CityClock::kFastest);
}

void tst_CityClock::joinsNow()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.setSpeed(1.0);
    clock.setCurrent(clock.now() - kMsPerHour);
    clock.setPlaySpeed(3600.0);
    clock.playForward();
    clock.advance(500);
    QVERIFY(!clock.followsNow());
    clock.advance(600);
    QVERIFY(clock.followsNow());
    QCOMPARE(clock.playback(), 0);
    QCOMPARE(clock.current(), clock.now());
    clock.advance(1000); // and goes on with it
    QCOMPARE(clock.current(), clock.now());
}

void tst_CityClock::runsIntoTheForecast()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.playForward(); // nothing lies ahead yet: now itself goes on
    QCOMPARE(clock.playback(), 0);
    QVERIFY(clock.isPlaying() && clock.followsNow());
    clock.pause();
    clock.setReach(kFrom, clock.now() + kMsPerHour);
    clock.setPlaySpeed(3600.0);
    clock.playForward();
    clock.advance(500);
    QCOMPARE(clock.current(), clock.now() + 30 * kMsPerMinute);
    clock.advance(10'000);
    QCOMPARE(clock.current(), clock.now() + kMsPerHour);
    QCOMPARE(clock.playback(), 0);
}

void tst_CityClock::stopsWhereDataBegin()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + kMsPerHour);
    clock.setReach(kFrom, kTo);
    clock.setPlaySpeed(CityClock::kFastest);
    clock.playBackward();
    clock.advance(100'000);
    QCOMPARE(clock.current(), kFrom);
    QCOMPARE(clock.playback(), 0);
}

void tst_CityClock::loopsInItsRange()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.setLoop(TimeRange{kFrom + kMsPerHour, kFrom + 2 * kMsPerHour});
    clock.setPlaySpeed(60.0);
    clock.playForward(); // from outside it begins at the beginning
    clock.advance(1);
    QCOMPARE(clock.current(), kFrom + kMsPerHour);
    clock.advance(59 * 1000);
    QCOMPARE(clock.current(), kFrom + kMsPerHour + 59 * kMsPerMinute);
    clock.advance(2 * 1000);
    QCOMPARE(clock.current(), kFrom + kMsPerHour + kMsPerMinute);
    clock.playBackward();
    clock.advance(2 * 1000);
    QCOMPARE(clock.current(), kFrom + kMsPerHour + 59 * kMsPerMinute);
    QCOMPARE(clock.playback(), -1);
    clock.setLoop(TimeRange{5, 5}); // no range at all
    QVERIFY(clock.loop());
    clock.setLoop({});
    QVERIFY(!clock.loop());
}

void tst_CityClock::togglesWhatMoves()
{
    CityClock clock;
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    QVERIFY(clock.isMoving());
    clock.togglePlay(); // follows now: now itself stops
    QVERIFY(!clock.isPlaying() && clock.followsNow());
    clock.togglePlay();
    QVERIFY(clock.isPlaying());
    clock.setCurrent(kFrom);
    QVERIFY(!clock.isMoving());
    clock.togglePlay();
    QCOMPARE(clock.playback(), 1);
    clock.togglePlay();
    QCOMPARE(clock.playback(), 0);
    QVERIFY(clock.isPlaying()); // now went on behind it
    clock.setLive();
    clock.stopMoving(); // a live now cannot be stopped, looking at it can
    QVERIFY(!clock.followsNow());
    const UtcMs frozen = clock.current();
    QTest::qWait(5);
    clock.advance(5);
    QCOMPARE(clock.current(), frozen);
    QVERIFY(clock.now() > frozen);
    clock.goToNow();
    QVERIFY(clock.isMoving());
}

void tst_CityClock::waitsForTheFrame()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom + 10 * kMsPerHour);
    clock.setCurrent(kFrom);
    clock.setPlaySpeed(60.0);
    auto frame = clock.holdFrame();
    clock.playForward();
    QTest::qWait(120);
    QCOMPARE(clock.current(), kFrom);
    frame.reset();
    // All the time that passed is made up for at once.
    QTRY_VERIFY(clock.current() >= kFrom + 100 * 60);
    const auto forgotten = clock.holdFrame();
    const UtcMs held = clock.current();
    QTRY_VERIFY(clock.current() > held + 400 * 60); // half a second at most
}

void tst_CityClock::remembersRecentInstants()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom);
    for (const UtcMs at : {1, 2, 3, 2, 4})
        clock.setCurrent(kFrom + at);
    QCOMPARE(clock.recentInstants().front(), kFrom + 2);
    QCOMPARE(clock.recentInstants()[1], kFrom + 3);
    for (int i = 0; i < 1000; ++i)
        clock.setCurrent(kFrom + i);
    QVERIFY(clock.recentInstants().size() <= 64);
    QCOMPARE(clock.recentInstants().front(), kFrom + 998);
}

void tst_CityClock::slotsMayChangeTheClock()
{
    CityClock clock;
    clock.pause();
    clock.setReplay(kFrom, kTo, kFrom + kMsPerHour);
    connect(&clock, &CityClock::currentChanged, &clock, [&clock](UtcMs current) {
        if (current == kFrom + 1)
            clock.setCurrent(kFrom + 2);
    });
    QList<qint64> revisions;
    connect(&clock, &CityClock::contextChanged, &clock, [&](const TimeContext &context) {
        revisions.append(context.revision);
        QCOMPARE(context.current, clock.current());
    });
    clock.setCurrent(kFrom + 1);
    QCOMPARE(clock.current(), kFrom + 2);
    QCOMPARE(revisions.size(), 1); // the last word, once
}

void tst_CityClock::anySequenceKeepsTheRules_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<UtcMs>("from");
    // Both spans hold a change of the clocks.
    QTest::newRow("Copenhagen, spring") << QByteArray("Europe/Copenhagen") << UtcMs(1459000800000);
    QTest::newRow("Los Angeles, autumn")
        << QByteArray("America/Los_Angeles") << UtcMs(1478390400000);
}

void tst_CityClock::anySequenceKeepsTheRules()
{
    QFETCH(QByteArray, zone);
    QFETCH(UtcMs, from);
    Random random(77);
    for (int run = 0; run < 30; ++run) {
        CityClock clock;
        clock.setCityZone(QTimeZone(zone));
        clock.setReplay(from, from + kMsPerDay, from + UtcMs(random.below(86'400)) * 1000);
        clock.setReach(from - 5 * kMsPerDay, clock.now() + kMsPerHour);
        qint64 revision = clock.context().revision;
        for (int i = 0; i < 300; ++i) {
            const UtcMs before = clock.current();
            const bool moving = clock.isMoving();
            bool mayMove = false;
            switch (random.below(14)) {
            case 0:
                clock.setStepMs(1 + qint64(random.below(kMsPerDay)));
                break;
            case 1:
                clock.setSpeed(random.uniform(0.1, 5000.0));
                break;
            case 2:
                clock.setPlaySpeed(random.uniform(0.01, 1e6));
                break;
            case 3:
                clock.setMode(TimeMode(random.below(3)));
                break;
            case 4:
                clock.setWindowMs(qint64(random.below(3 * kMsPerDay)));
                break;
            case 5:
                clock.setZoneChoice(ZoneChoice(random.below(3)));
                break;
            case 6:
                clock.playForward();
                break;
            case 7:
                clock.playBackward();
                break;
            case 8:
                clock.togglePlay();
                break;
            case 9:
                clock.stopMoving();
                break;
            case 10:
                mayMove = true;
                clock.step(int(random.below(9)) - 4);
                break;
            case 11:
                mayMove = true;
                clock.setCurrent(from + UtcMs(random.below(20 * kMsPerDay)) - 10 * kMsPerDay);
                break;
            case 12:
                mayMove = true;
                clock.goToNow();
                break;
            default:
                mayMove = moving || clock.followsNow();
                clock.advance(qint64(random.below(500)));
                // The forecast goes with now, as in the program.
                clock.setReach(from - 5 * kMsPerDay, clock.now() + kMsPerHour);
            }
            if (!mayMove)
                QVERIFY(clock.current() == before || clock.followsNow());
            const TimeContext &context = clock.context();
            QVERIFY(clock.current() >= context.reachFrom && clock.current() <= context.reachTo);
            QVERIFY(clock.now() >= from && clock.now() <= from + kMsPerDay);
            QVERIFY(!clock.followsNow() || clock.current() == clock.now());
            QCOMPARE(context.current, clock.current());
            QCOMPARE(context.now, clock.now());
            QVERIFY(context.from <= context.to && context.to == context.current);
            QVERIFY(context.revision >= revision);
            revision = context.revision;
        }
    }
}

QTEST_GUILESS_MAIN(tst_CityClock)
#include "tst_city_clock.moc"
