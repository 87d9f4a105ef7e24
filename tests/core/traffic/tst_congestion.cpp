// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/congestion.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

class tst_Congestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speedBand_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("expected");
        QTest::newRow("standing") << 0.0 << int(SpeedBand::Jam);
        QTest::newRow("justJam") << 0.2499 << int(SpeedBand::Jam);
        QTest::newRow("lowestSlow") << 0.25 << int(SpeedBand::Slow);
        QTest::newRow("dense") << 0.5 << int(SpeedBand::Dense);
        QTest::newRow("light") << 0.7 << int(SpeedBand::Light);
        QTest::newRow("lowestFree") << 0.85 << int(SpeedBand::Free);
        QTest::newRow("fasterThanFree") << 1.3 << int(SpeedBand::Free);
    }
    void speedBand()
    {
        QFETCH(double, ratio);
        QFETCH(int, expected);
        QCOMPARE(int(belvedere::speedBand(ratio)), expected);
    }

    void freeFlowSpeedIsThe85thPercentile()
    {
        std::vector<float> speeds;
        for (int i = 100; i >= 0; --i) {
            speeds.push_back(static_cast<float>(i));
            speeds.push_back(std::numeric_limits<float>::quiet_NaN());
        }
        QCOMPARE(freeFlowSpeed(speeds), 85.0F);
    }
    void freeFlowSpeedOfNothingIsMissing() { QVERIFY(std::isnan(freeFlowSpeed({}))); }
};

QTEST_GUILESS_MAIN(tst_Congestion)
#include "tst_congestion.moc"
