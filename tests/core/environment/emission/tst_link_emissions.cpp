// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "environment/emission/link_emissions.h"
#include "environment/emission/wear_factors.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

FleetFactors factorsOf(const char *vehicle)
{
    const Fleet one{QStringLiteral("one"), {}, {}, {{QLatin1String(vehicle), 1.0}}};
    auto factors = FleetFactors::make(one);
    if (!factors)
        qFatal("%s", qUtf8Printable(factors.error().message()));
    return *factors;
}

FleetFactors mixed()
{
    return *FleetFactors::make(*fleet(QStringLiteral("mixed-2025")));
}

} // namespace

class tst_LinkEmissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFleetsAreSound();
    void badFleet_data();
    void badFleet();
    void fleetIsEdited();
    void oneLinkByHand();
    void linearInFlowAndLength();
    void classesAddUp();
    void fleetByLink();
    void zoneMakesCleaner();
    void noTrafficNoEmission();
    void flagged();
    void badInput_data();
    void badInput();
};

void tst_LinkEmissions::shippedFleetsAreSound()
{
    QVERIFY(fleets().size() >= 5);
    for (const Fleet &shipped : fleets()) {
        const auto checked = checkFleet(shipped);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message()));
        QVERIFY(!shipped.note.isEmpty());
        double sum = 0.0;
        for (int c = 0; c < kVehicleCategoryCount; ++c)
            sum += shipped.categoryShare(static_cast<VehicleCategory>(c));
        QVERIFY(std::abs(sum - 1.0) < 1e-6);
    }
}

void tst_LinkEmissions::badFleet_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<double>("firstShare");
    QTest::addColumn<double>("secondShare");
    QTest::addColumn<QString>("named");
    const QString car = QStringLiteral("car-petrol-euro-4");
    QTest::newRow("sum") << car << 0.5 << 0.4 << QStringLiteral("0.9");
    QTest::newRow("negative") << car << 1.2 << -0.2 << QStringLiteral("negative");
    QTest::newRow("no number") << car << kNan << 0.2 << QStringLiteral("car-petrol-euro-4");
    QTest::newRow("unknown") << QStringLiteral("sledge") << 0.5 << 0.5 << QStringLiteral("sledge");
    QTest::newRow("twice") << QStringLiteral("bus-euro-v") << 0.5 << 0.5 << QStringLiteral("twice");
}

void tst_LinkEmissions::badFleet()
{
    QFETCH(QString, first);
    QFETCH(double, firstShare);
    QFETCH(double, secondShare);
    QFETCH(QString, named);
    const Fleet fleet{QStringLiteral("mine"), {}, {},
        {{first, firstShare}, {QStringLiteral("bus-euro-v"), secondShare}}};
    const auto checked = checkFleet(fleet);
    QVERIFY(!checked);
    QVERIFY2(checked.error().message().contains(named), qPrintable(checked.error().message()));
    QVERIFY(!FleetFactors::make(fleet));
}

void tst_LinkEmissions::fleetIsEdited()
{
    const Fleet all = *fleet(QStringLiteral("mixed-2025"));
    const QStringList old = {
        QStringLiteral("car-diesel-euro-3"), QStringLiteral("car-diesel-euro-4")};
    const auto clean = withReplaced(all, old, QStringLiteral("car-diesel-euro-6c"));
    QVERIFY(clean && checkFleet(*clean));
    QVERIFY(std::abs(clean->categoryShare(VehicleCategory::Car)
                - all.categoryShare(VehicleCategory::Car))
        < 1e-12);
    for (const FleetShare &share : clean->shares)
        QVERIFY(!old.contains(share.vehicle));
    QVERIFY(!withReplaced(all, old, QStringLiteral("sledge")));

    const auto vans = onlyCategory(all, VehicleCategory::Van);
    QVERIFY(vans && checkFleet(*vans));
    QVERIFY(std::abs(vans->categoryShare(VehicleCategory::Van) - 1.0) < 1e-9);
    QVERIFY(!onlyCategory(*vans, VehicleCategory::Bus));

    const auto heavier = withHeavyShare(all, 0.2);
    QVERIFY(heavier && checkFleet(*heavier));
    QVERIFY(std::abs(heavier->categoryShare(VehicleCategory::HeavyTruck)
                + heavier->categoryShare(VehicleCategory::Bus) - 0.2)
        < 1e-9);
    QVERIFY(!withHeavyShare(all, 1.5));
    QVERIFY(!withHeavyShare(*vans, 0.1));
}

void tst_LinkEmissions::oneLinkByHand()
{
    // 600 diesel cars of Euro 4 an hour at 50 km/h on 800 m: 480 vehicle-km.
    const auto emissions =
        linkEmissions({factorsOf("car-diesel-euro-4")}, {800.0}, {{600.0}, {50.0}, {}});
    QVERIFY(emissions);
    const double wear25 = wearFactor(VehicleCategory::Car, ParticleSize::Pm25, 50.0).total();
    const double wear10 = wearFactor(VehicleCategory::Car, ParticleSize::Pm10, 50.0).total();
    QVERIFY(std::abs(emissions->of(Emitted::Nox)[0] - 480.0 * 0.47) < 1e-9);
    QVERIFY(std::abs(emissions->of(Emitted::Pm25)[0] - 480.0 * (0.02675 + wear25 / 1000.0)) < 1e-9);
    QVERIFY(std::abs(emissions->of(Emitted::Pm10)[0] - 480.0 * (0.02675 + wear10 / 1000.0)) < 1e-9);
    QVERIFY(std::abs(emissions->of(Emitted::Co2)[0] - 480.0 * 45.005 * 3.1699) < 30.0);
    QCOMPARE(emissions->total(Emitted::Nox), emissions->of(Emitted::Nox)[0]);
    QCOMPARE(emissions->flaggedLinks(), 0);
}

void tst_LinkEmissions::linearInFlowAndLength()
{
    Random random(7);
    const FleetFactors fleet = mixed();
    std::vector<double> lengths;
    ClassTraffic traffic;
    for (int i = 0; i < 200; ++i) {
        lengths.push_back(random.uniform(10.0, 2000.0));
        traffic.flowVehH.push_back(random.uniform(0.0, 3000.0));
        traffic.speedKmh.push_back(random.uniform(8.0, 120.0));
    }
    const auto once = linkEmissions({fleet}, lengths, traffic);
    ClassTraffic doubled = traffic;
    for (double &flow : doubled.flowVehH)
        flow *= 2.0;
    const auto twice = linkEmissions({fleet}, lengths, doubled);
    QVERIFY(once && twice);
    for (int p = 0; p < kEmittedCount; ++p) {
        const auto pollutant = static_cast<Emitted>(p);
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            const double value = once->of(pollutant)[i];
            QVERIFY(value >= 0.0);
            QVERIFY(std::abs(twice->of(pollutant)[i] - 2.0 * value) <= 1e-12 * value);
        }
    }
    // PM10 holds PM2.5.
    for (std::size_t i = 0; i < lengths.size(); ++i)
        QVERIFY(once->of(Emitted::Pm10)[i] >= once->of(Emitted::Pm25)[i]);
}

void tst_LinkEmissions::classesAddUp()
{
    // Cars and the others apart, then together.
    const Fleet all = *fleet(QStringLiteral("mixed-2025"));
    const ClassTraffic traffic{{1000.0}, {42.0}, {}};
    const auto whole = linkEmissions({*FleetFactors::make(all)}, {500.0}, traffic);
    QVERIFY(whole);
    LinkEmissions sum;
    for (int c = 0; c < kVehicleCategoryCount; ++c) {
        const auto category = static_cast<VehicleCategory>(c);
        const ClassTraffic part{{1000.0 * all.categoryShare(category)}, {42.0}, {}};
        const auto emissions =
            linkEmissions({*FleetFactors::make(*onlyCategory(all, category))}, {500.0}, part);
        QVERIFY(emissions);
        if (c == 0)
            sum = *emissions;
        else
            sum.add(*emissions);
    }
    for (int p = 0; p < kEmittedCount; ++p) {
        const auto pollutant = static_cast<Emitted>(p);
        QVERIFY(std::abs(sum.total(pollutant) / whole->total(pollutant) - 1.0) < 1e-12);
    }
}

void tst_LinkEmissions::fleetByLink()
{
    const std::vector<FleetFactors> both = {
        factorsOf("car-petrol-euro-4"), factorsOf("car-electric")};
    const auto emissions =
        linkEmissions(both, {1000.0, 1000.0}, {{100.0, 100.0}, {50.0, 50.0}, {0, 1}});
    QVERIFY(emissions);
    QVERIFY(std::abs(emissions->of(Emitted::Nox)[0] - 100.0 * 0.04475) < 1e-9);
    QCOMPARE(emissions->of(Emitted::Nox)[1], 0.0);
    QVERIFY(emissions->of(Emitted::Pm25)[1] > 0.0); // wear stays
    QVERIFY(!linkEmissions(both, {1000.0}, {{100.0}, {50.0}, {2}}));
}

void tst_LinkEmissions::zoneMakesCleaner()
{
    const Fleet all = *fleet(QStringLiteral("mixed-2025"));
    const Fleet zone = *withReplaced(all,
        {QStringLiteral("car-diesel-euro-3"), QStringLiteral("car-diesel-euro-4")},
        QStringLiteral("car-diesel-euro-6c"));
    const FleetFactors before = *FleetFactors::make(all);
    const FleetFactors after = *FleetFactors::make(zone);
    for (double speed = 10.0; speed <= 130.0; speed += 5.0) {
        QVERIFY(after.at(speed)[0] < before.at(speed)[0]);
        QVERIFY(after.at(speed)[1] < before.at(speed)[1]);
    }
}

void tst_LinkEmissions::noTrafficNoEmission()
{
    const auto emissions = linkEmissions({mixed()}, {300.0, 0.0}, {{0.0, 500.0}, {0.0, 50.0}, {}});
    QVERIFY(emissions);
    for (int p = 0; p < kEmittedCount; ++p)
        QCOMPARE(emissions->total(static_cast<Emitted>(p)), 0.0);
    QCOMPARE(int(emissions->flags[0]), int(InRange));
}

void tst_LinkEmissions::flagged()
{
    const FleetFactors bus = factorsOf("bus-euro-vi");
    QCOMPARE(bus.minimumKmh(), 11.0);
    QCOMPARE(bus.maximumKmh(), 86.0);
    const auto emissions =
        linkEmissions({bus}, {100.0, 100.0, 100.0}, {{10.0, 10.0, 10.0}, {6.0, 40.0, 110.0}, {}});
    QVERIFY(emissions);
    QCOMPARE(int(emissions->flags[0]), int(SpeedBelowRange));
    QCOMPARE(int(emissions->flags[1]), int(InRange));
    QCOMPARE(int(emissions->flags[2]), int(SpeedAboveRange));
    QCOMPARE(emissions->flaggedLinks(), 2);
}

void tst_LinkEmissions::badInput_data()
{
    QTest::addColumn<double>("lengthM");
    QTest::addColumn<double>("flow");
    QTest::addColumn<double>("speed");
    QTest::newRow("negative length") << -5.0 << 100.0 << 50.0;
    QTest::newRow("no length") << kNan << 100.0 << 50.0;
    QTest::newRow("negative flow") << 100.0 << -1.0 << 50.0;
    QTest::newRow("flow without speed") << 100.0 << 10.0 << 0.0;
    QTest::newRow("no speed") << 100.0 << 10.0 << kNan;
}

void tst_LinkEmissions::badInput()
{
    QFETCH(double, lengthM);
    QFETCH(double, flow);
    QFETCH(double, speed);
    const auto emissions =
        linkEmissions({mixed()}, {100.0, lengthM}, {{10.0, flow}, {50.0, speed}, {}});
    QVERIFY(!emissions);
    QCOMPARE(emissions.error().code, Errc::Numeric);
    QVERIFY(emissions.error().message().contains(QLatin1String("Link 1")));
    QCOMPARE(linkEmissions({mixed()}, {1.0}, {{1.0, 2.0}, {50.0}, {}}).error().code, Errc::Shape);
}

QTEST_GUILESS_MAIN(tst_LinkEmissions)
#include "tst_link_emissions.moc"
