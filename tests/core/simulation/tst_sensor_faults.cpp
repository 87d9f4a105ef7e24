// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/sensor_faults.h"

#include <QTest>

using namespace belvedere;
using namespace belvedere::simulation;

class tst_SensorFaults : public QObject
{
    Q_OBJECT

    static Series ramp(int steps, int sites)
    {
        Series series({0, 5 * kMsPerMinute, steps}, sites,
            {{QStringLiteral("a"), {}}, {QStringLiteral("b"), {}}});
        for (int t = 0; t < steps; ++t) {
            for (int s = 0; s < sites; ++s) {
                series.set(t, SiteId(s), 0, static_cast<float>(t + 1));
                series.set(t, SiteId(s), 1, static_cast<float>(-t - 1));
            }
        }
        return series;
    }

private Q_SLOTS:
    void noFaults()
    {
        Series series = ramp(500, 3);
        addSensorFaults(series, {0.0, 1e12, 0}, Random(1));
        QCOMPARE(missingShare(series), 0.0);
        QVERIFY(series.values == ramp(500, 3).values);
    }

    void dropoutShare()
    {
        Series series = ramp(20000, 5);
        addSensorFaults(series, {0.02, 1e12, 0}, Random(2));
        // 100 000 reports: the deviation of the share is 0.00044.
        QVERIFY(std::abs(missingShare(series) - 0.02) < 0.002);
    }

    void missingIsNotZero()
    {
        Series series = ramp(4000, 4);
        addSensorFaults(series, {0.01, 3.0, 1}, Random(3));
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            QCOMPARE(std::isnan(series.values[i]), series.quality[i] == Quality::Missing);
            QVERIFY(series.values[i] != 0.0F);
        }
    }

    void stuckRepeats()
    {
        Series series = ramp(2000, 1);
        addSensorFaults(series, {0.0, 1e12, 1}, Random(4));
        int stale = 0;
        for (int t = 1; t < 2000; ++t) {
            if (series.quality[series.offset(t, SiteId(0), 0)] != Quality::Stale)
                continue;
            ++stale;
            QCOMPARE(series.value(t, SiteId(0), 0), series.value(t - 1, SiteId(0), 0));
        }
        QVERIFY(stale > 0 && stale <= 120);
    }

    void empty()
    {
        Series series;
        addSensorFaults(series, {}, Random(5));
        QCOMPARE(missingShare(series), 0.0);
    }
};

QTEST_GUILESS_MAIN(tst_SensorFaults)
#include "tst_sensor_faults.moc"
