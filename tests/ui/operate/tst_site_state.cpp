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

TimeContext at(UtcMs now, UtcMs current)
{
    TimeContext time;
    time.now = now;
    time.current = time.from = time.to = current;
    return time;
}

/// (from, current]
TimeContext over(UtcMs from, UtcMs now, UtcMs current)
{
    TimeContext time = at(now, current);
    time.mode = TimeMode::Window;
    time.from = from;
    return time;
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
        const std::vector<SiteState> states = siteStates(*view, at(time, time), nullptr);
        QCOMPARE(states.size(), std::size_t(1));
        QCOMPARE(int(states[0].state), state);
        QVERIFY(states[0].value == value || (std::isnan(states[0].value) && std::isnan(value)));
    }

    /// In a replay the store holds what comes after now; the screen must not.
    void nothingAfterNowIsShown()
    {
        const auto view = oneSite({50, 40, 30, 20});
        const std::vector<SiteState> states =
            siteStates(*view, at(stepTime(1), stepTime(3)), nullptr);
        QCOMPARE(int(states[0].state), int(ValueState::Missing));
        QVERIFY(std::isnan(states[0].value));
    }

    void forecastStepsAreThoseOfTheirTime()
    {
        const auto view = oneSite({50, 40, 30, 20});
        QuantileForecast forecast;
        forecast.issued = stepTime(1);
        forecast.shape.horizon = 2;
        forecast.shape.quantiles = {0.1, 0.5, 0.9};
        forecast.siteCodes = {QStringLiteral("a")};
        forecast.values = {10, 20, 30, 11, 21, 31};
        const auto ahead = [&](int step) {
            return siteStates(*view, at(stepTime(1), stepTime(step)), &forecast)[0];
        };
        QCOMPARE(ahead(2).value, 20.0F);
        QCOMPARE(ahead(2).low, 10.0F);
        QCOMPARE(ahead(2).high, 30.0F);
        QCOMPARE(int(ahead(2).state), int(ValueState::Forecast));
        QCOMPARE(ahead(3).value, 21.0F);
        QCOMPARE(ahead(3).measured, stepTime(3));
        QCOMPARE(int(ahead(4).state), int(ValueState::Missing)); // beyond the horizon
    }

    void aStretchShowsItsMean_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("current");
        QTest::addColumn<float>("value");
        QTest::addColumn<int>("state");
        const int good = int(ValueState::Good);
        // Values 50, 40, missing, 20 at the steps 0 … 3; forecast medians 21, 22 at 4 and 5.
        QTest::newRow("withoutItsFirstMoment") << 0 << 3 << 1 << 40.0F << good;
        QTest::newRow("missingIsLeftOut") << 0 << 3 << 3 << 30.0F << good;
        QTest::newRow("nothingObserved") << 1 << 3 << 2 << kMissing << int(ValueState::Missing);
        QTest::newRow("nothingAfterNow") << 0 << 1 << 1 << 40.0F << good;
        QTest::newRow("intoTheForecast") << 2 << 3 << 5 << 21.0F << int(ValueState::Forecast);
        QTest::newRow("allAhead") << 3 << 3 << 5 << 21.5F << int(ValueState::Forecast);
    }
    void aStretchShowsItsMean()
    {
        QFETCH(int, from);
        QFETCH(int, now);
        QFETCH(int, current);
        QFETCH(float, value);
        QFETCH(int, state);
        const auto view = oneSite({50, 40, kMissing, 20});
        QuantileForecast forecast;
        forecast.issued = stepTime(3);
        forecast.shape.horizon = 2;
        forecast.shape.quantiles = {0.1, 0.5, 0.9};
        forecast.siteCodes = {QStringLiteral("a")};
        forecast.values = {10, 21, 30, 11, 22, 31};
        const SiteState shown =
            siteStates(*view, over(stepTime(from), stepTime(now), stepTime(current)), &forecast)[0];
        QVERIFY(shown.value == value || (std::isnan(shown.value) && std::isnan(value)));
        QCOMPARE(int(shown.state), state);
        QVERIFY(std::isnan(shown.low)); // quantiles of a mean are not made
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
        const auto ratios = speedRatios(*view, siteStates(*view, at(time, time), nullptr));
        QCOMPARE(ratios[0], 34.0F / 85.0F);
    }
};

QTEST_GUILESS_MAIN(tst_SiteState)
#include "tst_site_state.moc"
