// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/quantity_view.h"

#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_QuantityView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scaleHasRoundSteps_data()
    {
        QTest::addColumn<double>("top");
        QTest::addColumn<std::vector<double>>("breaks");
        QTest::newRow("small") << 0.9 << std::vector<double>{0.2, 0.4, 0.6, 0.8};
        QTest::newRow("tens") << 48.0 << std::vector<double>{10, 20, 30, 40};
        QTest::newRow("flow") << 1900.0 << std::vector<double>{500, 1000, 1500, 2000};
        QTest::newRow("nothing") << 0.0 << std::vector<double>{1, 2, 3, 4};
    }
    void scaleHasRoundSteps()
    {
        QFETCH(double, top);
        QFETCH(std::vector<double>, breaks);
        std::vector<float> sample;
        for (int i = 0; i <= 1000; ++i)
            sample.push_back(static_cast<float>(top / 0.98 * i / 1000.0));
        const QuantityScale scale =
            QuantityScale::of({QStringLiteral("flow"), QStringLiteral("veh/h")}, sample);
        QVERIFY(!scale.relativeToFreeFlow);
        QCOMPARE(scale.breaks.size(), breaks.size());
        for (std::size_t i = 0; i < breaks.size(); ++i)
            QVERIFY(std::abs(scale.breaks[i] - breaks[i]) < 1e-9);
    }

    void classesAreOrdered()
    {
        const QuantityScale flow = QuantityScale::of(
            {QStringLiteral("flow"), QStringLiteral("veh/h")}, {0.0F, 50.0F, 100.0F});
        int before = 0;
        for (float v = 0.0F; v < 200.0F; v += 1.0F) {
            const int cls = flow.classOf(v, kMissing);
            QVERIFY(cls >= before && cls < QuantityScale::kClasses);
            before = cls;
        }
        QCOMPARE(flow.classOf(kMissing, kMissing), -1);
        const QuantityScale speed =
            QuantityScale::of({QStringLiteral("speed"), QStringLiteral("mph")}, {});
        QVERIFY(speed.relativeToFreeFlow);
        QCOMPARE(speed.classOf(60.0F, 60.0F), 0);
        QCOMPARE(speed.classOf(5.0F, 60.0F), 4);
        QCOMPARE(speed.classOf(5.0F, kMissing), -1);
    }

    void mapScaleAgreesWithTheClasses()
    {
        const QuantityScale speed =
            QuantityScale::of({QStringLiteral("speed"), QStringLiteral("km/h")}, {});
        const ValueScale map = speed.forMap();
        for (float ratio = 0.0F; ratio < 1.2F; ratio += 0.01F)
            QCOMPARE(int(map.bandOf(static_cast<double>(ratio))),
                QuantityScale::kClasses - 1 - speed.classOf(ratio, 1.0F));
    }

    /// Two equal weeks: the usual value of a step is that of the other week.
    void usualIsTheOtherWeeks()
    {
        Dataset dataset;
        dataset.sites.resize(2);
        const int week = static_cast<int>(7 * kMsPerDay / kMsPerHour);
        auto series = std::make_shared<Series>(TimeAxis{0, kMsPerHour, 2 * week}, 2,
            std::vector<Channel>{{QStringLiteral("flow"), QStringLiteral("veh/h")}});
        for (int t = 0; t < 2 * week; ++t) {
            series->set(t, SiteId(0), 0, static_cast<float>(t < week ? 10 : 20));
            if (t % 2 == 0)
                series->set(t, SiteId(1), 0, static_cast<float>(t < week ? 30 : 40));
        }
        dataset.axis = series->axis;
        dataset.channels = series->channels;
        const auto view = *prepareQuantity(dataset, series, {});
        QCOMPARE(view->mean[0], 20.0F);
        QCOMPARE(view->mean[1], 10.0F);
        QCOMPARE(view->usualMean[0], 30.0F);
        QCOMPARE(view->usualMean[static_cast<std::size_t>(week)], 20.0F);
        QCOMPARE(view->reporting[0], 2);
        QCOMPARE(view->reporting[1], 1);
    }

    void unknownChannelIsAnError()
    {
        Dataset dataset;
        dataset.name = QStringLiteral("d");
        auto series = std::make_shared<Series>(TimeAxis{0, kMsPerHour, 1}, 0,
            std::vector<Channel>{{QStringLiteral("flow"), QString()}});
        const auto view = prepareQuantity(dataset, series, QStringLiteral("speed"));
        QVERIFY(!view);
        QVERIFY(view.error().message().contains(QLatin1String("flow")));
    }
};

QTEST_GUILESS_MAIN(tst_QuantityView)
#include "tst_quantity_view.moc"
