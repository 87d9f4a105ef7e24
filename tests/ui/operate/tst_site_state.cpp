// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/site_state.h"

#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kStart = 1600000000000 / (5 * kMsPerMinute) * (5 * kMsPerMinute);

/// One speed site with the given values, kMissing for a gap.
std::shared_ptr<const QuantityView> oneSite(const std::vector<float> &values)
{
    Dataset dataset;
    dataset.name = QStringLiteral("one");
    dataset.sites.resize(1);
    dataset.sites[0].code = QStringLiteral("a");
    auto series = std::make_shared<Series>(
        TimeAxis{kStart, 5 * kMsPerMinute, static_cast<int>(values.size())}, 1,
        std::vector<Channel>{{QStringLiteral("speed"), QStringLiteral("km/h")}});
    for (std::size_t t = 0; t < values.size(); ++t)
        series->set(static_cast<int>(t), SiteId(0), 0, values[t]);
    dataset.axis = series->axis;
    dataset.channels = series->channels;
    return *prepareQuantity(dataset, series, QStringLiteral("speed"));
}

UtcMs stepTime(int step)
{
    return kStart + step * 5 * kMsPerMinute;
}

} // namespace

class tst_SiteState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void observed_data()
    {
        QTest::addColumn<std::vector<float>>("values");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("state");
        QTest::addColumn<float>("value");
        const float gap = kMissing;
        QTest::newRow("observed") << std::vector<float>{50, 40, 30} << 2 << int(ValueState::Good)
                                  << 30.0F;
        QTest::newRow("oneStepOld")
            << std::vector<float>{50, 40, gap} << 2 << int(ValueState::Stale) << 40.0F;
        QTest::newRow("halfAnHourOld") << std::vector<float>{50, gap, gap, gap, gap, gap, gap} << 6
                                       << int(ValueState::Stale) << 50.0F;
        QTest::newRow("tooOld") << std::vector<float>{50, gap, gap, gap, gap, gap, gap, gap} << 7
                                << int(ValueState::Missing) << gap;
        QTest::newRow("beforeTheData")
            << std::vector<float>{50} << -3 << int(ValueState::Missing) << gap;
    }
    void observed()
    {
        QFETCH(std::vector<float>, values);
        QFETCH(int, step);
        QFETCH(int, state);
        QFETCH(float, value);
        const auto view = oneSite(values);
        const UtcMs time = stepTime(step);
        const std::vector<SiteState> states = siteStates(*view, {time, time}, nullptr);
        QCOMPARE(states.size(), std::size_t(1));
        QCOMPARE(int(states[0].state), state);
        QVERIFY(states[0].value == value || (std::isnan(states[0].value) && std::isnan(value)));
    }

    /// In a replay the store holds what comes after now; the screen must not.
    void nothingAfterNowIsShown()
    {
        const auto view = oneSite({50, 40, 30, 20});
        const std::vector<SiteState> states =
            siteStates(*view, {stepTime(1), stepTime(3)}, nullptr);
        QCOMPARE(int(states[0].state), int(ValueState::Missing));
        QVERIFY(std::isnan(states[0].value));
    }

    void forecastStepsAreThoseOfTheirTime()
    {
        const auto view = oneSite({50, 40, 30, 20});
        QuantileForecast forecast;
        forecast.issued = stepTime(1);
        forecast.shape.horizon = 2;
        forecast.siteCodes = {QStringLiteral("a")};
        forecast.values = {10, 20, 30, 11, 21, 31};
        const auto at = [&](int step) {
            return siteStates(*view, {stepTime(1), stepTime(step)}, &forecast)[0];
        };
        QCOMPARE(at(2).value, 20.0F);
        QCOMPARE(at(2).low, 10.0F);
        QCOMPARE(at(2).high, 30.0F);
        QCOMPARE(int(at(2).state), int(ValueState::Forecast));
        QCOMPARE(at(3).value, 21.0F);
        QCOMPARE(at(3).measured, stepTime(3));
        QCOMPARE(int(at(4).state), int(ValueState::Missing)); // beyond the horizon
    }

    void meanLeavesMissingOut()
    {
        std::vector<SiteState> states(3);
        QVERIFY(std::isnan(meanOf(states)));
        states[0].value = 10.0F;
        states[2].value = 20.0F;
        QCOMPARE(meanOf(states), 15.0F);
    }

    void speedRatioIsOverTheFreeFlowSpeed()
    {
        std::vector<float> values(101);
        for (int i = 0; i <= 100; ++i)
            values[static_cast<std::size_t>(i)] = static_cast<float>(i); // V0 = 85
        const auto view = oneSite(values);
        const UtcMs time = stepTime(34);
        const auto ratios = speedRatios(*view, siteStates(*view, {time, time}, nullptr));
        QCOMPARE(ratios[0], 34.0F / 85.0F);
    }
};

QTEST_GUILESS_MAIN(tst_SiteState)
#include "tst_site_state.moc"
