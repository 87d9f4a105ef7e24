// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seasonal_profile.h"

#include "core/models/histories.h"

#include <QTest>

using namespace belvedere;

class tst_SeasonalProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsPerDay_data();
    void slotsPerDay();
    void threeWeeksTellWeekdaysApart();
    void fewDaysTellWeekendsApart();
    void emptySlotsFallBack();
};

void tst_SeasonalProfile::slotsPerDay_data()
{
    QTest::addColumn<qint64>("stepMs");
    QTest::addColumn<int>("slotCount");
    QTest::newRow("tenSeconds") << qint64(10000) << 288;
    QTest::newRow("fiveMinutes") << qint64(300000) << 288;
    QTest::newRow("quarter") << qint64(900000) << 96;
    QTest::newRow("hour") << qint64(3600000) << 24;
    QTest::newRow("week") << 7 * qint64(86400000) << 1;
}

void tst_SeasonalProfile::slotsPerDay()
{
    QFETCH(const qint64, stepMs);
    QFETCH(const int, slotCount);
    QCOMPARE(SeasonalProfile::slotsPerDay(stepMs), slotCount);
}

void tst_SeasonalProfile::threeWeeksTellWeekdaysApart()
{
    const auto history = historyOf(
        21 * 24, 1,
        [](int step, int) { return float(step / 24 % 7 * 100 + step % 24 + step / 168 * 10); },
        kMsPerHour);
    const auto profile = SeasonalProfile::fromSteps(*history, {0, 21 * 24});
    QCOMPARE(profile.slotCount(), 168);
    for (int slot = 0; slot < 168; ++slot) {
        QCOMPARE(profile.slotAt(slot * 60), slot);
        QCOMPARE(profile.row(slot)[0], float(slot / 24 * 100 + slot % 24 + 10));
        QCOMPARE(profile.support(slot, 0), 3);
    }
}

void tst_SeasonalProfile::fewDaysTellWeekendsApart()
{
    // One step less than three weeks.
    const auto history = historyOf(
        21 * 24, 1, [](int step, int) { return float(step / 24 % 7); }, kMsPerHour);
    const auto profile = SeasonalProfile::fromSteps(*history, {0, 21 * 24 - 1});
    QCOMPARE(profile.row(0)[0], 2.0F); // Monday 0 … Friday 4
    QCOMPARE(profile.row(4 * 24 + 7)[0], 2.0F);
    QCOMPARE(profile.row(5 * 24)[0], 5.5F); // Saturday 5, Sunday 6
    QCOMPARE(profile.support(0, 0), 15);
}

void tst_SeasonalProfile::emptySlotsFallBack()
{
    // Observed on the first weekend only, at hour 3; the second site never.
    const auto history = historyOf(
        14 * 24, 2,
        [](int step, int site) {
            return site == 0 && (step == 5 * 24 + 3 || step == 6 * 24 + 4) ? float(step) : kMissing;
        },
        kMsPerHour);
    const auto profile = SeasonalProfile::fromSteps(*history, {0, 14 * 24});
    QCOMPARE(profile.row(3)[0], float(5 * 24 + 3)); // a weekday: the same hour of any day
    QCOMPARE(profile.support(3, 0), 0);
    QCOMPARE(profile.row(12)[0], float(5 * 24 + 3 + 6 * 24 + 4) / 2); // never: the site's mean
    for (int slot = 0; slot < 168; ++slot)
        QVERIFY(std::isnan(profile.row(slot)[1]));
}

QTEST_GUILESS_MAIN(tst_SeasonalProfile)
#include "tst_seasonal_profile.moc"
