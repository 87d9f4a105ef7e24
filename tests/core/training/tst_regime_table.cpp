// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/regime_table.h"

#include "support/scripted_forecaster.h"

#include <QTest>

using namespace belvedere;

class tst_RegimeTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreUnique();
    void rushHourIsCongestion();
    void dropIsIncident();
    void thirds();
    void unknown();
    void trainingPartAlone();
};

constexpr int kDay = 288;

/// 60, and 30 from 8 to 9 every day; `change` may spoil it.
template <class F> std::shared_ptr<ChannelHistory> roadOf(int days, F change)
{
    auto history = test::historyOf(days * kDay, 1, [](int, int) { return 60.0; });
    for (int step = 0; step < history->axis.count; ++step) {
        const int minute = history->minuteOfWeekAt(step) % kMinutesPerDay;
        float &value = history->values[static_cast<std::size_t>(step)];
        if (minute >= 480 && minute < 540)
            value = 30.0F;
        change(step, value);
    }
    return history;
}

void tst_RegimeTable::namesAreUnique()
{
    QStringList names;
    for (const Regime regime : {Regime::FreeFlow, Regime::Congestion, Regime::Incident, Regime::Low,
             Regime::Middle, Regime::High})
        names += regimeName(regime);
    QCOMPARE(names.removeDuplicates(), 0);
}

// Every morning is slow: usual, so congestion and no incident.
void tst_RegimeTable::rushHourIsCongestion()
{
    const auto history = roadOf(16, [](int, float &) {});
    const RegimeTable table(*history, {0, 14 * kDay}, {14 * kDay, 16 * kDay});
    for (int step = 14 * kDay; step < 16 * kDay; ++step) {
        const int minute = history->minuteOfWeekAt(step) % kMinutesPerDay;
        QCOMPARE(table.at(step, 0), minute >= 480 && minute < 540 ? 1 : 0);
    }
}

// From 60 to 20 at an hour that is free on other days. The mean of the hour before falls by 40/12
// a step: 20 is below 70 % of it for the first 9 steps, (60 - 40 k / 12) 0.7 > 20 for k <= 9.
void tst_RegimeTable::dropIsIncident()
{
    const int begin = 15 * kDay;
    const auto history = roadOf(16, [begin](int step, float &value) {
        const int since = step - begin;
        if (since >= 0 && since < 24)
            value = 20.0F;
    });
    const int minute = history->minuteOfWeekAt(begin) % kMinutesPerDay;
    QVERIFY(minute > 600 && minute < 1400); // not near the morning
    const RegimeTable table(*history, {0, 14 * kDay}, {begin, 16 * kDay});
    for (int since = 0; since < 30; ++since) {
        const int wanted = since < 10 - (40.0 * 9 / 12 >= 60 - 20 / 0.7 ? 1 : 0) ? 2
            : since < 24                                                         ? 1
                                                                                 : 0;
        QVERIFY2(table.at(begin + since, 0) == wanted, qPrintable(QString::number(since)));
    }
}

// 1 … 90 at random times: at most 30 is low, at most 60 middle. Of another channel than speed.
void tst_RegimeTable::thirds()
{
    auto history = test::historyOf(180, 1, [](int step, int) { return step * 7 % 90 + 1; });
    history->channel = {QStringLiteral("pm2.5"), QStringLiteral("µg/m³")};
    QVERIFY(regimesOf(history->channel).front() == Regime::Low);
    const RegimeTable table(*history, {0, 90}, {90, 180});
    for (int step = 90; step < 180; ++step) {
        const float value = history->row(step)[0];
        // 30 2/3 % of 90 values end between 30 and 31; either may be the bound.
        if (value < 30.0F)
            QCOMPARE(table.at(step, 0), 0);
        else if (value > 32.0F && value < 60.0F)
            QCOMPARE(table.at(step, 0), 1);
        else if (value > 62.0F)
            QCOMPARE(table.at(step, 0), 2);
    }
}

void tst_RegimeTable::unknown()
{
    const auto history = test::historyOf(100, 2, [](int step, int site) {
        const bool blank = (site == 0 && step < 50) || step == 70;
        return blank ? double(kMissing) : 10.0;
    });
    const RegimeTable table(*history, {0, 50}, {50, 100});
    QCOMPARE(table.at(60, 0), -1); // never observed where levels come from
    QCOMPARE(table.at(60, 1), 0);
    QCOMPARE(table.at(70, 1), -1); // missing itself
}

// What comes later must not change what a level is.
void tst_RegimeTable::trainingPartAlone()
{
    const auto calm = test::historyOf(300, 1, [](int step, int) { return step < 200 ? 50 : 25; });
    const auto wild = test::historyOf(300, 1, [](int step, int) { return step < 200 ? 50 : 500; });
    const RegimeTable slow(*calm, {0, 200}, {180, 300});
    const RegimeTable fast(*wild, {0, 200}, {180, 300});
    for (int step = 180; step < 200; ++step)
        QCOMPARE(slow.at(step, 0), fast.at(step, 0));
    QVERIFY(slow.at(299, 0) != fast.at(299, 0));
}

QTEST_GUILESS_MAIN(tst_RegimeTable)
#include "tst_regime_table.moc"
