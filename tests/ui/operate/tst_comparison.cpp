// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/comparison.h"

#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kStart = 1600000000000 / kMsPerHour * kMsPerHour;
constexpr int kHoursAWeek = 7 * 24;

/// Three weeks of hours of one flow; the value of an hour is its week times 100 plus the hour.
std::shared_ptr<const QuantityView> threeWeeks(const QString &unit)
{
    Dataset dataset;
    dataset.sites.resize(1);
    auto series = std::make_shared<Series>(TimeAxis{kStart, kMsPerHour, 3 * kHoursAWeek}, 1,
        std::vector<Channel>{{QStringLiteral("v"), unit}});
    for (int t = 0; t < series->axis.count; ++t)
        series->set(t, SiteId(0), 0, float(100 * (t / kHoursAWeek) + t % kHoursAWeek));
    dataset.axis = series->axis;
    dataset.channels = series->channels;
    return *prepareQuantity(dataset, series, QStringLiteral("v"));
}

TimeContext atHour(int hour)
{
    TimeContext time;
    time.now = kStart + 3 * kHoursAWeek * kMsPerHour;
    time.current = time.from = time.to = kStart + hour * kMsPerHour;
    return time;
}

} // namespace

class tst_Comparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referenceIsThatOfItsTime_data()
    {
        QTest::addColumn<Reference>("reference");
        QTest::addColumn<float>("value");
        // At hour 30 of the third week.
        QTest::newRow("hour") << Reference::HourBefore << 229.0F;
        QTest::newRow("day") << Reference::DayBefore << 206.0F;
        QTest::newRow("week") << Reference::WeekBefore << 130.0F;
        QTest::newRow("usual") << Reference::Usual << 80.0F; // (130 + 30) / 2
    }
    void referenceIsThatOfItsTime()
    {
        QFETCH(Reference, reference);
        QFETCH(float, value);
        const auto view = threeWeeks(QStringLiteral("veh/h"));
        const TimeContext time = atHour(2 * kHoursAWeek + 30);
        const ReferenceStates compared = referenceStates(*view, time, reference);
        QCOMPARE(compared.states[0].value, value);
        QVERIFY(!compared.label.isEmpty());
        const auto shown = siteStates(*view, time, nullptr);
        QCOMPARE(differences(shown, compared.states)[0], 230.0F - value);
    }

    void nothingToCompareWithIsMissing()
    {
        const auto view = threeWeeks(QStringLiteral("veh/h"));
        const auto compared = referenceStates(*view, atHour(5), Reference::WeekBefore);
        QVERIFY(std::isnan(compared.states[0].value));
        QVERIFY(std::isnan(differences(compared.states, compared.states)[0]));
    }

    void anInstantAgainstItselfIsNoChange()
    {
        const auto view = threeWeeks(QStringLiteral("km/h"));
        TimeContext time = atHour(100);
        time.now = time.current;
        const auto shown = siteStates(*view, time, nullptr);
        const auto compared = referenceStates(*view, time, Reference::Now);
        QCOMPARE(differences(shown, compared.states)[0], 0.0F);
        const ValueScale scale = differenceScale(*view);
        QCOMPARE(scale.bandOf(0.0), std::size_t(2)); // the middle of five
    }

    /// The same colour means "better" for speeds that rise and for flows that fall.
    void betterHasOneColour()
    {
        const ValueScale speed = differenceScale(*threeWeeks(QStringLiteral("km/h")));
        const ValueScale flow = differenceScale(*threeWeeks(QStringLiteral("veh/h")));
        QCOMPARE(speed.bands.back().color.light, flow.bands.front().color.light);
        QCOMPARE(speed.breaks.size(), std::size_t(4));
        QVERIFY(std::is_sorted(speed.breaks.begin(), speed.breaks.end()));
        QVERIFY(std::is_sorted(flow.breaks.begin(), flow.breaks.end()));
    }
};

QTEST_GUILESS_MAIN(tst_Comparison)
#include "tst_comparison.moc"
