// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/resample.h"

#include <QTest>

using namespace belvedere;

class tst_Resample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsCountsAndAveragesTheRest();
    void leavesHalfSeenStepsOut();
    void startsOnTheHour();
    void refusesOtherSteps();
};

namespace {

constexpr UtcMs kFive = 5 * kMsPerMinute;

Series twoHours(UtcMs start)
{
    Series series({start, kFive, 24}, 1,
        {{QStringLiteral("count"), QStringLiteral("veh/5 min")},
            {QStringLiteral("speed"), QStringLiteral("km/h")}});
    for (int i = 0; i < 24; ++i) {
        series.set(i, SiteId(0), 0, float(i));
        series.set(i, SiteId(0), 1, float(i));
    }
    return series;
}

} // namespace

void tst_Resample::addsCountsAndAveragesTheRest()
{
    const auto hourly = resampled(twoHours(0), kMsPerHour);
    QVERIFY(hourly.has_value());
    QCOMPARE(hourly->axis.count, 2);
    QCOMPARE(hourly->channels[0].unit, QStringLiteral("veh/h"));
    QCOMPARE(hourly->channels[1].unit, QStringLiteral("km/h"));
    QCOMPARE(hourly->value(0, SiteId(0), 0), 66.0F); // 0 + … + 11
    QCOMPARE(hourly->value(1, SiteId(0), 0), 210.0F); // 12 + … + 23
    QCOMPARE(hourly->value(0, SiteId(0), 1), 5.5F);
    QCOMPARE(hourly->quality[0], Quality::Good);
}

void tst_Resample::leavesHalfSeenStepsOut()
{
    Series series = twoHours(0);
    for (int i = 0; i < 3; ++i)
        series.set(i, SiteId(0), 0, kMissing); // 9 of 12 are left: 63, scaled up
    for (int i = 12; i < 16; ++i)
        series.set(i, SiteId(0), 0, kMissing); // 8 of 12 are too few
    const auto hourly = resampled(series, kMsPerHour);
    QVERIFY(hourly.has_value());
    QCOMPARE(hourly->value(0, SiteId(0), 0), 84.0F);
    QCOMPARE(hourly->quality[hourly->offset(0, SiteId(0), 0)], Quality::Imputed);
    QVERIFY(std::isnan(hourly->value(1, SiteId(0), 0)));
}

void tst_Resample::startsOnTheHour()
{
    const auto hourly = resampled(twoHours(6 * kFive), kMsPerHour);
    QVERIFY(hourly.has_value());
    QCOMPARE(hourly->axis.start, UtcMs(0));
    QCOMPARE(hourly->axis.count, 3);
    QVERIFY(std::isnan(hourly->value(0, SiteId(0), 0))); // six of twelve
    QCOMPARE(hourly->value(1, SiteId(0), 0), 138.0F); // 6 + … + 17
}

void tst_Resample::refusesOtherSteps()
{
    QCOMPARE(resampled(twoHours(0), 7 * kMsPerMinute).error().code, Errc::Usage);
    QCOMPARE(resampled(twoHours(0), kMsPerMinute).error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_Resample)
#include "tst_resample.moc"
