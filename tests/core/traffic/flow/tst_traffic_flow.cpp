// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "traffic/flow/bottleneck_queue.h"
#include "traffic/flow/weather_effect.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

bool close(double value, double wanted, double absolute = 6e-7)
{
    return std::abs(value - wanted) <= absolute;
}

FundamentalDiagram road()
{
    return *FundamentalDiagram::make(100.0, 20.0, 150.0);
}

} // namespace

class tst_TrafficFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void diagram();
    void shocks_data();
    void shocks();
    void incident();
    void incidentWithoutQueue();
    void threeWaysToTheSameDelay();
    void linkConservesVehicles();
    void queueSpillsBack();
    void badInput_data();
    void badInput();
    void weather_data();
    void weather();
    void worseWeatherIsWorse();
};

void tst_TrafficFlow::diagram()
{
    QCOMPARE(road().criticalDensityVehKm(), 25.0);
    QCOMPARE(road().capacityVehH(), 2500.0);
    QCOMPARE(road().flowVehH(10.0), 1000.0);
    QCOMPARE(road().flowVehH(125.0), 500.0);
    QCOMPARE(road().flowVehH(200.0), 0.0);
    for (double flow = 0.0; flow <= 2500.0; flow += 100.0) {
        QVERIFY(close(road().flowVehH(road().freeDensity(flow)), flow, 1e-9));
        QVERIFY(close(road().flowVehH(road().queuedDensity(flow)), flow, 1e-9));
        QVERIFY(road().freeDensity(flow) <= road().queuedDensity(flow));
    }
    QVERIFY(!FundamentalDiagram::make(100.0, 0.0, 150.0));
    QVERIFY(!FundamentalDiagram::make(-1.0, 20.0, 150.0));
}

void tst_TrafficFlow::shocks_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("after");
    QTest::addColumn<double>("kmh");
    QTest::newRow("jam") << 10.0 << 125.0 << -4.347826;
    QTest::newRow("queue") << 15.0 << 100.0 << -5.882353;
    QTest::newRow("stop") << 20.0 << 150.0 << -15.384615;
    QTest::newRow("discharge") << 150.0 << 25.0 << -20.0;
    QTest::newRow("into 1200") << 18.0 << 90.0 << -8.333333;
    QTest::newRow("into 600") << 18.0 << 120.0 << -11.764706;
    QTest::newRow("no change") << 18.0 << 18.0 << 0.0;
}

void tst_TrafficFlow::shocks()
{
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(double, kmh);
    QVERIFY(close(shockSpeedKmh(road(), before, after), kmh));
    QCOMPARE(shockSpeedKmh(road(), after, before), shockSpeedKmh(road(), before, after));
}

void tst_TrafficFlow::incident()
{
    const auto queue = incidentQueue(road(), {1800.0, 600.0, 10.0});
    QVERIFY(queue);
    QVERIFY(close(queue->mostQueuedVeh, 200.0));
    QVERIFY(close(queue->growthKmh, -11.764706));
    QVERIFY(close(queue->lengthAtEndKm, 1.9608, 6e-5));
    QVERIFY(close(queue->tailMetMin, 14.2857, 6e-5));
    QVERIFY(close(queue->tailMetKm, 4.7619, 6e-5));
    QVERIFY(close(queue->clearedMin, 17.1429, 6e-5));
    QVERIFY(close(queue->totalDelayVehH, 45.2381, 6e-5));
}

void tst_TrafficFlow::incidentWithoutQueue()
{
    for (const Incident &incident :
        {Incident{1800.0, 1800.0, 10.0}, Incident{1800.0, 600.0, 0.0}, Incident{0.0, 0.0, 30.0}}) {
        const auto queue = incidentQueue(road(), incident);
        QVERIFY(queue);
        QCOMPARE(queue->totalDelayVehH, 0.0);
        QCOMPARE(queue->mostQueuedVeh, 0.0);
    }
}

void tst_TrafficFlow::threeWaysToTheSameDelay()
{
    // Kinematic waves, a link with room for the queue, and a queue without length.
    const std::vector<CapacityStep> capacities = {{0.0, 2500.0}, {20.0, 600.0}, {30.0, 2500.0}};
    constexpr double kFreeMin = 6.0; // 10 km
    const auto link = linkTransmission(road(), 10.0, 1800.0, 90.0, capacities, 120.0, 0.05);
    const auto point = pointQueue(1800.0, 90.0, capacities, 120.0, 0.05);
    QVERIFY(link && point);
    QVERIFY(close(link->totalDelayVehH(kFreeMin), 45.2381, 1e-3));
    QVERIFY(close(point->totalDelayVehH(0.0), 45.2381, 1e-3));
    QVERIFY(close(link->mostQueuedVeh(kFreeMin), 200.0, 1e-6));
    QVERIFY(close(point->mostQueuedVeh(0.0), 200.0, 1e-6));
}

void tst_TrafficFlow::linkConservesVehicles()
{
    Random random(17);
    for (int i = 0; i < 20; ++i) {
        const std::vector<CapacityStep> capacities = {{0.0, random.uniform(500.0, 3000.0)},
            {15.0, random.uniform(0.0, 2000.0)}, {40.0, 2500.0}};
        const auto counts = linkTransmission(
            road(), 2.0, random.uniform(100.0, 2400.0), 60.0, capacities, 300.0, 0.5);
        QVERIFY(counts);
        const double room = road().jamDensityVehKm() * 2.0;
        for (std::size_t t = 0; t < counts->left.size(); ++t) {
            QVERIFY(counts->left[t] <= counts->entered[t] + 1e-9);
            QVERIFY(counts->entered[t] <= counts->arrived[t] + 1e-9);
            QVERIFY(counts->entered[t] - counts->left[t] <= room + 1e-9);
            if (t > 0) {
                QVERIFY(counts->left[t] >= counts->left[t - 1]);
                QVERIFY(counts->entered[t] >= counts->entered[t - 1]);
            }
        }
        QVERIFY(close(counts->left.back(), counts->arrived.back(), 1e-6)); // all are through
        QVERIFY(counts->totalDelayVehH(1.2) >= -1e-9);
    }
}

void tst_TrafficFlow::queueSpillsBack()
{
    // 200 queued vehicles do not fit on 1 km: some wait before the link, and wait as long.
    const std::vector<CapacityStep> capacities = {{0.0, 2500.0}, {20.0, 600.0}, {30.0, 2500.0}};
    const auto link = linkTransmission(road(), 1.0, 1800.0, 90.0, capacities, 150.0, 0.05);
    QVERIFY(link);
    double waiting = 0.0;
    for (std::size_t t = 0; t < link->left.size(); ++t)
        waiting = std::max(waiting, link->arrived[t] - link->entered[t]);
    QVERIFY(waiting > 20.0);
    QVERIFY(close(link->totalDelayVehH(0.6), 45.2381, 0.02));
}

void tst_TrafficFlow::badInput_data()
{
    QTest::addColumn<double>("inflow");
    QTest::addColumn<double>("lengthKm");
    QTest::addColumn<double>("stepMin");
    QTest::addColumn<double>("secondFrom");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("negative inflow") << -1.0 << 2.0 << 0.5 << 5.0;
    QTest::newRow("no length") << 100.0 << nan << 0.5 << 5.0;
    QTest::newRow("step too long") << 100.0 << 2.0 << 3.0 << 5.0;
    QTest::newRow("no step") << 100.0 << 2.0 << 0.0 << 5.0;
    QTest::newRow("capacities not in order") << 100.0 << 2.0 << 0.5 << 0.0;
}

void tst_TrafficFlow::badInput()
{
    QFETCH(double, inflow);
    QFETCH(double, lengthKm);
    QFETCH(double, stepMin);
    QFETCH(double, secondFrom);
    QVERIFY(!linkTransmission(
        road(), lengthKm, inflow, 60.0, {{0.0, 2000.0}, {secondFrom, 500.0}}, 90.0, stepMin));
    QVERIFY(!linkTransmission(road(), 2.0, 100.0, 60.0, {}, 90.0, 0.5));
    QVERIFY(!pointQueue(100.0, 60.0, {{5.0, 100.0}}, 90.0, 0.5));
    QVERIFY(!incidentQueue(road(), {-1800.0, 600.0, 10.0}));
    const auto endless = incidentQueue(road(), {2500.0, 600.0, 10.0});
    QVERIFY(!endless && endless.error().message().contains(QLatin1String("2500")));
}

void tst_TrafficFlow::weather_data()
{
    QTest::addColumn<double>("rainInH");
    QTest::addColumn<double>("snowInH");
    QTest::addColumn<double>("fahrenheit");
    QTest::addColumn<double>("lossPercent");
    QTest::newRow("fair") << 0.0 << 0.0 << 68.0 << 0.0;
    QTest::newRow("light rain") << 0.05 << 0.0 << 68.0 << 2.01;
    QTest::newRow("rain") << 0.2 << 0.0 << 68.0 << 7.24;
    QTest::newRow("heavy rain") << 0.5 << 0.0 << 68.0 << 14.13;
    QTest::newRow("trace of snow") << 0.0 << 0.04 << 33.0 << 4.29;
    QTest::newRow("light snow") << 0.0 << 0.08 << 33.0 << 8.66;
    QTest::newRow("snow") << 0.0 << 0.3 << 33.0 << 11.04;
    QTest::newRow("heavy snow") << 0.0 << 0.8 << 33.0 << 22.43;
    QTest::newRow("cool") << 0.0 << 0.0 << 40.0 << 1.07;
    QTest::newRow("cold") << 0.0 << 0.0 << 10.0 << 1.50;
    QTest::newRow("bitter") << 0.0 << 0.0 << -10.0 << 8.45;
}

void tst_TrafficFlow::weather()
{
    QFETCH(double, rainInH);
    QFETCH(double, snowInH);
    QFETCH(double, fahrenheit);
    QFETCH(double, lossPercent);
    const auto effect =
        weatherEffect({rainInH * 25.4, snowInH * 25.4, (fahrenheit - 32.0) / 1.8, 16.0});
    QVERIFY(effect);
    QVERIFY(close(effect->capacity, 1.0 - lossPercent / 100.0, 1e-9));
    QVERIFY(effect->freeSpeed <= 1.0 && effect->freeSpeed > 0.8);
    QVERIFY(!effect->outsideRange);
}

void tst_TrafficFlow::worseWeatherIsWorse()
{
    double before = 1.0;
    for (double rain = 0.0; rain < 20.0; rain += 0.5) {
        const auto effect = weatherEffect({rain, 0.0, 15.0, 16.0}, false);
        QVERIFY(effect && effect->capacity <= before && effect->outsideRange);
        before = effect->capacity;
    }
    QVERIFY(close(weatherEffect({0.0, 0.0, 20.0, 0.3})->freeSpeed, 0.88, 1e-12));
    QVERIFY(close(weatherEffect({10.0, 0.0, 20.0, 16.0})->freeSpeed, 0.945, 1e-12));
    QVERIFY(close(weatherEffect({0.0, 30.0, 20.0, 16.0})->freeSpeed, 0.87, 1e-12));
    QVERIFY(!weatherEffect({-1.0, 0.0, 20.0, 16.0}));
    QVERIFY(!weatherEffect({0.0, 0.0, std::numeric_limits<double>::quiet_NaN(), 16.0}));
}

QTEST_GUILESS_MAIN(tst_TrafficFlow)
#include "tst_traffic_flow.moc"
