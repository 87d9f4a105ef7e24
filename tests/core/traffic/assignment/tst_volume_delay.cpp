// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/volume_delay.h"

#include <QTest>

#include <cmath>

Q_DECLARE_METATYPE(belvedere::VolumeDelay)

using namespace belvedere;

class tst_VolumeDelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownTimes_data()
    {
        QTest::addColumn<VolumeDelay>("delay");
        QTest::addColumn<double>("flow");
        QTest::addColumn<double>("time");
        const auto bpr = DelayFunction::Bpr;
        const auto conical = DelayFunction::Conical;
        QTest::newRow("empty") << VolumeDelay{bpr, 6.0, 2000.0, 0.15, 4.0} << 0.0 << 6.0;
        QTest::newRow("atCapacity") << VolumeDelay{bpr, 6.0, 2000.0, 0.15, 4.0} << 2000.0 << 6.9;
        QTest::newRow("twice") << VolumeDelay{bpr, 10.0, 100.0, 0.15, 4.0} << 200.0 << 34.0;
        QTest::newRow("linear") << VolumeDelay{bpr, 50.0, 1.0, 0.02, 1.0} << 3.0 << 53.0;
        QTest::newRow("noPower") << VolumeDelay{bpr, 5.0, 1.0, 0.0, 0.0} << 9.0 << 5.0;
        QTest::newRow("noTime") << VolumeDelay{bpr, 0.0, 1.0, 0.15, 4.0} << 9.0 << 0.0;
        // Spiess 1990: the factor is 1 when empty and 2 at capacity, for any slope.
        QTest::newRow("conicalEmpty") << VolumeDelay{conical, 3.0, 700.0, 0.0, 4.0} << 0.0 << 3.0;
        QTest::newRow("conicalFull") << VolumeDelay{conical, 3.0, 700.0, 0.0, 8.0} << 700.0 << 6.0;
    }
    void knownTimes()
    {
        QFETCH(VolumeDelay, delay);
        QFETCH(double, flow);
        QFETCH(double, time);
        QVERIFY(std::abs(delay.time(flow) - time) <= 1e-12 * std::max(time, 1.0));
    }

    void slopeAndIntegralBelongToTheTime_data()
    {
        QTest::addColumn<VolumeDelay>("delay");
        QTest::newRow("bpr4") << VolumeDelay{DelayFunction::Bpr, 6.0, 900.0, 0.15, 4.0};
        QTest::newRow("bpr1") << VolumeDelay{DelayFunction::Bpr, 6.0, 900.0, 0.5, 1.0};
        QTest::newRow("bpr5.5") << VolumeDelay{DelayFunction::Bpr, 2.0, 900.0, 0.8, 5.5};
        QTest::newRow("conical4") << VolumeDelay{DelayFunction::Conical, 6.0, 900.0, 0.0, 4.0};
        QTest::newRow("conical12") << VolumeDelay{DelayFunction::Conical, 1.0, 900.0, 0.0, 12.0};
    }
    void slopeAndIntegralBelongToTheTime()
    {
        QFETCH(VolumeDelay, delay);
        const double step = 0.01;
        for (const double flow : {100.0, 450.0, 900.0, 1500.0}) {
            const double slope = (delay.time(flow + step) - delay.time(flow - step)) / (2.0 * step);
            QVERIFY(std::abs(delay.slope(flow) - slope) <= 1e-6 * slope);
            const double time =
                (delay.integral(flow + step) - delay.integral(flow - step)) / (2.0 * step);
            QVERIFY(std::abs(delay.time(flow) - time) <= 1e-6 * time);
            QCOMPARE(delay.marginalTime(flow), delay.time(flow) + flow * delay.slope(flow));
        }
        QCOMPARE(delay.integral(0.0), 0.0);
    }

    void emptyRoadsHaveAFiniteSlope_data()
    {
        QTest::addColumn<double>("power");
        for (const double power : {0.0, 0.5, 1.0, 4.0})
            QTest::addRow("power %g", power) << power;
    }
    void emptyRoadsHaveAFiniteSlope()
    {
        QFETCH(double, power);
        const VolumeDelay delay{DelayFunction::Bpr, 1.0, 10.0, 0.15, power};
        QVERIFY(std::isfinite(delay.slope(0.0)));
        QVERIFY(std::isfinite(delay.time(0.0)));
    }
};

QTEST_GUILESS_MAIN(tst_VolumeDelay)
#include "tst_volume_delay.moc"
