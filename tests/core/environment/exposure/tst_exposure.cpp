// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "environment/exposure/exposure.h"
#include "environment/exposure/population.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

} // namespace

class tst_Exposure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byHand();
    void limitsOfEachPollutant();
    void cleanerAirIsLess();
    void placesCanBeMerged();
    void badInput_data();
    void badInput();
    void peopleByFloorArea();
    void badBuildings();
};

void tst_Exposure::byHand()
{
    // 100 people at 4, 300 at 8, 50 at 12 µg/m³ of PM2.5.
    const auto result =
        exposure(QStringLiteral("pm2.5"), {100.0, 300.0, 50.0, 0.0}, {4.0, 8.0, 12.0, 99.0});
    QVERIFY(result);
    QCOMPARE(result->people, 450.0);
    QCOMPARE(result->personMicrograms, 3400.0);
    QCOMPARE(result->weightedMean, 3400.0 / 450.0);
    QCOMPARE(result->highest, 12.0); // nobody lives where it is 99
    QCOMPARE(int(result->limits.size()), 2);
    QCOMPARE(result->limits[0].limit.annualUgM3, 5.0);
    QCOMPARE(result->limits[0].people, 350.0);
    QCOMPARE(result->limits[0].share, 350.0 / 450.0);
    QCOMPARE(result->limits[1].limit.annualUgM3, 10.0);
    QCOMPARE(result->limits[1].people, 50.0);
}

void tst_Exposure::limitsOfEachPollutant()
{
    for (const auto &[pollutant, who, eu] : {std::tuple{"pm2.5", 5.0, 10.0},
             std::tuple{"pm10", 15.0, 20.0}, std::tuple{"no2", 10.0, 20.0}}) {
        const auto result = exposure(QLatin1String(pollutant), {1.0}, {who});
        QVERIFY(result);
        QCOMPARE(result->limits[0].limit.annualUgM3, who);
        QCOMPARE(result->limits[0].people, 0.0); // at the limit is not above it
        QCOMPARE(result->limits[1].limit.annualUgM3, eu);
    }
    QVERIFY(exposure(QStringLiteral("nox"), {1.0}, {1.0})->limits.empty());
}

void tst_Exposure::cleanerAirIsLess()
{
    Random random(1);
    std::vector<double> people, before, after;
    for (int i = 0; i < 500; ++i) {
        people.push_back(random.uniform(0.0, 40.0));
        before.push_back(random.uniform(2.0, 30.0));
        after.push_back(before.back() - random.uniform(0.0, 2.0));
    }
    const auto a = exposure(QStringLiteral("no2"), people, before);
    const auto b = exposure(QStringLiteral("no2"), people, after);
    QVERIFY(a && b);
    QVERIFY(b->weightedMean < a->weightedMean);
    QVERIFY(b->weightedMean >= 0.0 && b->weightedMean <= b->highest);
    for (std::size_t i = 0; i < a->limits.size(); ++i) {
        QVERIFY(b->limits[i].people <= a->limits[i].people);
        QVERIFY(a->limits[i].share >= 0.0 && a->limits[i].share <= 1.0);
    }
}

void tst_Exposure::placesCanBeMerged()
{
    const auto apart = exposure(QStringLiteral("no2"), {10.0, 30.0}, {15.0, 15.0});
    const auto together = exposure(QStringLiteral("no2"), {40.0}, {15.0});
    QCOMPARE(apart->weightedMean, together->weightedMean);
    QCOMPARE(apart->limits[0].share, together->limits[0].share);
}

void tst_Exposure::badInput_data()
{
    QTest::addColumn<double>("people");
    QTest::addColumn<double>("ugM3");
    QTest::newRow("negative people") << -1.0 << 5.0;
    QTest::newRow("no number of people") << kNan << 5.0;
    QTest::newRow("negative concentration") << 1.0 << -0.1;
    QTest::newRow("no concentration") << 1.0 << kNan;
}

void tst_Exposure::badInput()
{
    QFETCH(double, people);
    QFETCH(double, ugM3);
    const auto result = exposure(QStringLiteral("no2"), {1.0, people}, {1.0, ugM3});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Numeric);
    QVERIFY(result.error().message().contains(QLatin1String("Place 1")));
    QCOMPARE(exposure(QStringLiteral("no2"), {1.0}, {}).error().code, Errc::Shape);
    QCOMPARE(exposure(QStringLiteral("no2"), {0.0}, {1.0}).error().code, Errc::Numeric);
}

void tst_Exposure::peopleByFloorArea()
{
    const std::vector<BuildingFootprint> buildings = {{{0.0, 0.0}, 100.0, 3, true},
        {{10.0, 0.0}, 50.0, {}, true}, {{20.0, 0.0}, 5000.0, 1, false}};
    const auto population = populationByBuildings(buildings, 800.0, 2);
    QVERIFY(population);
    QVERIFY(population->proxy);
    QCOMPARE(int(population->places.size()), 2);
    QCOMPARE(population->people[0], 600.0); // 300 of 400 m² of floor
    QCOMPARE(population->people[1], 200.0);
    QCOMPARE(population->total(), 800.0);
    QCOMPARE(population->places[1].x, 10.0);
}

void tst_Exposure::badBuildings()
{
    QVERIFY(!populationByBuildings({}, 100.0));
    QVERIFY(!populationByBuildings({{{0.0, 0.0}, 10.0, 1, true}}, 0.0));
    QVERIFY(!populationByBuildings({{{0.0, 0.0}, 10.0, 1, false}}, 10.0));
    const auto bad =
        populationByBuildings({{{0.0, 0.0}, 10.0, 1, true}, {{0.0, 0.0}, kNan, 1, true}}, 10.0);
    QVERIFY(!bad && bad.error().message().contains(QLatin1String("Building 1")));
}

QTEST_GUILESS_MAIN(tst_Exposure)
#include "tst_exposure.moc"
