// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/crash_prediction.h"
#include "safety/crash/empirical_bayes.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr double kKmPerMile = 1.609344;
constexpr double kHalfDigit = 6e-5;

bool close(double value, double wanted, double absolute = kHalfDigit)
{
    return std::abs(value - wanted) <= absolute;
}

SegmentSite mile(ArterialType type, double aadt)
{
    SegmentSite site;
    site.type = type;
    site.aadt = aadt;
    site.lengthKm = kKmPerMile;
    site.speedLimitKmh = 60.0;
    return site;
}

SegmentCrashes predicted(const SegmentSite &site)
{
    const auto crashes = predictSegment(site);
    if (!crashes)
        qFatal("%s", qUtf8Printable(crashes.error().message()));
    return *crashes;
}

} // namespace

class tst_CrashPrediction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segments_data();
    void segments();
    void junctions_data();
    void junctions();
    void partsAddUp();
    void driveways();
    void walkersAndCyclists();
    void factors();
    void medians_data();
    void medians();
    void factorsMultiply();
    void moreTrafficMoreCrashes();
    void aboveTheRange();
    void signalsForWalkers();
    void turnLanes();
    void empiricalBayesOfTheManual();
    void bayesBetweenModelAndCount();
    void trafficOfADay();
    void noTraffic();
    void badInput_data();
    void badInput();
};

void tst_CrashPrediction::segments_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("aadt");
    QTest::addColumn<QList<double>>("crashes"); // multiple-vehicle, its injury, single, its injury
    const auto row = [](const char *name, ArterialType type, double aadt, QList<double> values) {
        QTest::newRow(name) << int(type) << aadt << values;
    };
    row("2U", ArterialType::TwoLane, 10000, {1.2884, .3787, .7318, .1660});
    row("3T", ArterialType::ThreeLane, 10000, {1.7978, .4212, .4647, .1335});
    row("4U", ArterialType::FourLane, 10000, {1.8585, .5973, .5888, .1597});
    row("4D", ArterialType::FourLaneDivided, 10000, {1.2045, .3554, .4862, .0729});
    row("5T", ArterialType::FiveLane, 10000, {2.9332, .8118, 1.1660, .3148});
    row("2U busy", ArterialType::TwoLane, 25000, {6.0059, 1.7313});
    row("4U busy", ArterialType::FourLane, 25000, {6.2866, 1.8608});
    row("4D busy", ArterialType::FourLaneDivided, 25000, {4.1880, 1.1573});
    row("5T busy", ArterialType::FiveLane, 25000, {8.5691, 2.2939});
}

void tst_CrashPrediction::segments()
{
    QFETCH(int, type);
    QFETCH(double, aadt);
    QFETCH(QList<double>, crashes);
    const SegmentCrashes result = predicted(mile(static_cast<ArterialType>(type), aadt));
    QVERIFY(close(result.multipleVehicle.total, crashes[0]));
    QVERIFY(close(result.multipleVehicle.injury, crashes[1]));
    if (crashes.size() > 2) {
        QVERIFY(close(result.singleVehicle.total, crashes[2]));
        QVERIFY(close(result.singleVehicle.injury, crashes[3]));
    }
    QCOMPARE(int(result.flags), int(CrashInRange));
}

void tst_CrashPrediction::junctions_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("multipleVehicle");
    QTest::newRow("3ST") << int(JunctionType::ThreeLegStop) << 3.0800;
    QTest::newRow("4ST") << int(JunctionType::FourLegStop) << 3.8580;
    QTest::newRow("3SG") << int(JunctionType::ThreeLegSignal) << 2.9369;
    QTest::newRow("4SG") << int(JunctionType::FourLegSignal) << 4.7860;
}

void tst_CrashPrediction::junctions()
{
    QFETCH(int, type);
    QFETCH(double, multipleVehicle);
    JunctionSite site;
    site.type = static_cast<JunctionType>(type);
    site.majorAadt = 20000.0;
    site.minorAadt = 5000.0;
    const auto crashes = predictJunction(site);
    QVERIFY(crashes);
    QVERIFY(close(crashes->multipleVehicle.total, multipleVehicle));
    QVERIFY(close(crashes->multipleVehicle.injury + crashes->multipleVehicle.damage,
        crashes->multipleVehicle.total, 1e-12));
    QVERIFY(crashes->singleVehicle.total > 0.0);
    QVERIFY(crashes->singleVehicle.injury < crashes->singleVehicle.total);
    QVERIFY(crashes->pedestrian > 0.0 && crashes->bicycle > 0.0);
    QVERIFY(close(crashes->all.total,
        crashes->multipleVehicle.total + crashes->singleVehicle.total + crashes->pedestrian
            + crashes->bicycle,
        1e-12));
}

void tst_CrashPrediction::partsAddUp()
{
    for (int t = 0; t < kArterialTypeCount; ++t) {
        SegmentSite site = mile(static_cast<ArterialType>(t), 17000.0);
        site.driveways = {2, 5, 1, 3, 1, 20, 2};
        const SegmentCrashes result = predicted(site);
        for (const CrashCounts &part :
            {result.multipleVehicle, result.singleVehicle, result.driveway, result.all})
            QVERIFY(close(part.injury + part.damage, part.total, 1e-12));
        QVERIFY(close(result.all.total,
            result.multipleVehicle.total + result.singleVehicle.total + result.driveway.total
                + result.pedestrian + result.bicycle,
            1e-12));
    }
}

void tst_CrashPrediction::driveways()
{
    // Table 12-7, four lanes: 3 large shops at 15 000 vehicles a day are 3 · 0.182 crashes a year,
    // 34.2 % with injuries; twice the traffic is 2^1.172 times.
    SegmentSite site = mile(ArterialType::FourLane, 15000.0);
    site.driveways.majorCommercial = 3;
    const SegmentCrashes once = predicted(site);
    QVERIFY(close(once.driveway.total, 3.0 * 0.182, 1e-12));
    QVERIFY(close(once.driveway.injury, 3.0 * 0.182 * 0.342, 1e-12));
    site.aadt = 30000.0;
    QVERIFY(close(predicted(site).driveway.total, 3.0 * 0.182 * std::pow(2.0, 1.172), 1e-12));
}

void tst_CrashPrediction::walkersAndCyclists()
{
    SegmentSite site = mile(ArterialType::FourLaneDivided, 12000.0);
    const SegmentCrashes fast = predicted(site);
    const double base = fast.multipleVehicle.total + fast.singleVehicle.total;
    QVERIFY(close(fast.pedestrian, 0.019 * base, 1e-12));
    QVERIFY(close(fast.bicycle, 0.005 * base, 1e-12));
    site.speedLimitKmh = 30.0 * kKmPerMile;
    const SegmentCrashes slow = predicted(site);
    QVERIFY(close(slow.pedestrian, 0.067 * base, 1e-12));
    QVERIFY(close(slow.bicycle, 0.013 * base, 1e-12));
}

void tst_CrashPrediction::factors()
{
    QVERIFY(close(lightingFactor(ArterialType::FourLane), 0.91719, 6e-6));
    QCOMPARE(parkingFactor(ArterialType::TwoLane, ParkingKind::ParallelResidential, 1.0), 1.465);
    QCOMPARE(parkingFactor(ArterialType::FiveLane, ParkingKind::AngleCommercial, 1.0), 3.999);
    QVERIFY(close(
        parkingFactor(ArterialType::ThreeLane, ParkingKind::ParallelCommercial, 0.5), 1.537, 1e-9));
    QCOMPARE(parkingFactor(ArterialType::TwoLane, ParkingKind::None, 1.0), 1.0);
    // 100 poles a mile, 2 ft from the road: 0.3566 · 2^-0.614 · 100 · 0.059 + 0.941.
    const double wanted = 0.3566 * std::pow(2.0, -0.614) * 100.0 * 0.059 + 0.941;
    const double perKm = 100.0 / kKmPerMile;
    QVERIFY(close(fixedObjectFactor(ArterialType::TwoLane, perKm, 2.0 * 0.3048), wanted, 1e-9));
    QVERIFY(close(fixedObjectFactor(ArterialType::TwoLane, perKm, 0.0), wanted, 1e-9));
    QCOMPARE(fixedObjectFactor(ArterialType::TwoLane, 1.0, 9.0), 1.0); // never a gain
}

void tst_CrashPrediction::medians_data()
{
    QTest::addColumn<double>("feet");
    QTest::addColumn<double>("factor");
    QTest::newRow("none") << 0.0 << 1.01;
    QTest::newRow("10") << 10.0 << 1.01;
    QTest::newRow("15, the base") << 15.0 << 1.00;
    QTest::newRow("25, between") << 25.0 << 0.985;
    QTest::newRow("100") << 100.0 << 0.92;
    QTest::newRow("200") << 200.0 << 0.92;
}

void tst_CrashPrediction::medians()
{
    QFETCH(double, feet);
    QFETCH(double, factor);
    QVERIFY(close(medianFactor(ArterialType::FourLaneDivided, feet * 0.3048), factor, 1e-9));
    QCOMPARE(medianFactor(ArterialType::FourLane, feet * 0.3048), 1.0);
}

void tst_CrashPrediction::factorsMultiply()
{
    SegmentSite site = mile(ArterialType::FourLane, 20000.0);
    const double base = predicted(site).all.total;
    site.roadside.lit = true;
    site.roadside.speedCameras = true;
    site.roadside.parking = ParkingKind::ParallelCommercial;
    site.roadside.parkingShare = 0.4;
    site.calibration = 1.3;
    const double factor =
        lightingFactor(ArterialType::FourLane) * kSpeedCameraFactor * (1.0 + 0.4 * 0.709) * 1.3;
    QVERIFY(close(predicted(site).all.total, base * factor, 1e-9));
}

void tst_CrashPrediction::moreTrafficMoreCrashes()
{
    for (int t = 0; t < kArterialTypeCount; ++t) {
        double before = 0.0;
        for (double aadt = 500.0; aadt <= 70000.0; aadt += 500.0) {
            const double now = predicted(mile(static_cast<ArterialType>(t), aadt)).all.total;
            QVERIFY(now > before);
            before = now;
        }
        SegmentSite twice = mile(static_cast<ArterialType>(t), 9000.0);
        const double once = predicted(twice).all.total;
        twice.lengthKm *= 2.0;
        QVERIFY(close(predicted(twice).all.total, 2.0 * once, 1e-12));
    }
}

void tst_CrashPrediction::aboveTheRange()
{
    QCOMPARE(maximumAadt(ArterialType::TwoLane), 32600.0);
    QCOMPARE(int(predicted(mile(ArterialType::TwoLane, 32600.0)).flags), int(CrashInRange));
    QCOMPARE(int(predicted(mile(ArterialType::TwoLane, 32601.0)).flags), int(VolumeAboveRange));
    SegmentSite local = mile(ArterialType::TwoLane, 33000.0);
    local.arterial = false;
    QCOMPARE(int(predicted(local).flags), int(VolumeAboveRange) | int(OtherRoadKind));
    JunctionSite site;
    site.type = JunctionType::FourLegStop;
    site.majorAadt = maximumMajorAadt(site.type) + 1.0;
    site.minorAadt = maximumMinorAadt(site.type) + 1.0;
    QCOMPARE(int(predictJunction(site)->flags), int(VolumeAboveRange) | int(MinorAboveRange));
}

void tst_CrashPrediction::signalsForWalkers()
{
    // Equation 12-29 at four legs: exp(-9.53 + 0.40 ln 25000 + 0.26 ln 0.25 + 0.45 ln 700 + 0.04 ·
    // 4).
    JunctionSite site;
    site.majorAadt = 20000.0;
    site.minorAadt = 5000.0;
    const double wanted = std::exp(
        -9.53 + 0.40 * std::log(25000.0) + 0.26 * std::log(0.25) + 0.45 * std::log(700.0) + 0.16);
    QVERIFY(close(predictJunction(site)->pedestrian, wanted, 1e-12));
    site.pedestriansPerDay = 1400.0;
    QVERIFY(close(predictJunction(site)->pedestrian, wanted * std::pow(2.0, 0.45), 1e-12));
    site.pedestriansPerDay = 0.0;
    QCOMPARE(predictJunction(site)->pedestrian, 0.0);
}

void tst_CrashPrediction::turnLanes()
{
    JunctionSite site;
    site.type = JunctionType::FourLegSignal;
    site.majorAadt = 20000.0;
    site.minorAadt = 5000.0;
    const double base = predictJunction(site)->multipleVehicle.total;
    site.leftTurnLanes = 2;
    site.rightTurnLanes = 1;
    site.noRightOnRed = 1;
    site.lit = true;
    const double factor = 0.9 * 0.9 * 0.96 * 0.98 * (1.0 - 0.38 * 0.235);
    QVERIFY(close(predictJunction(site)->multipleVehicle.total, base * factor, 1e-9));
    site.leftTurnLanes = 5;
    QCOMPARE(predictJunction(site).error().code, Errc::Usage);
}

void tst_CrashPrediction::empiricalBayesOfTheManual()
{
    SegmentSite site = mile(ArterialType::FourLane, 20000.0);
    site.lengthKm = 0.5 * kKmPerMile;
    const SegmentCrashes crashes = predicted(site);
    QVERIFY(close(crashes.multipleVehicle.total, 2.33612, 6e-6));
    QCOMPARE(crashes.overdispersion, 1.01);
    const auto estimate =
        empiricalBayes(crashes.multipleVehicle.total, crashes.overdispersion, 3.0, 18.0);
    QVERIFY(estimate);
    QVERIFY(close(estimate->weight, 0.12379, 6e-6));
    QVERIFY(close(estimate->expected, 16.6394));
    QVERIFY(close(estimate->perYear, 5.5465));
    const auto after = bayesAfter(*estimate, 2.33612, 2.33612 / 2.0, 0.5);
    QVERIFY(after && close(*after, estimate->perYear / 4.0, 1e-9));
}

void tst_CrashPrediction::bayesBetweenModelAndCount()
{
    for (double k = 0.0; k < 3.0; k += 0.1) {
        for (double observed = 0.0; observed < 30.0; observed += 3.0) {
            const auto estimate = empiricalBayes(2.0, k, 5.0, observed);
            QVERIFY(estimate);
            QVERIFY(estimate->expected >= std::min(10.0, observed) - 1e-12);
            QVERIFY(estimate->expected <= std::max(10.0, observed) + 1e-12);
        }
    }
    QCOMPARE(empiricalBayes(2.0, 0.0, 5.0, 99.0)->expected, 10.0); // the model is all
    QVERIFY(!empiricalBayes(0.0, 1.0, 3.0, 2.0));
    QVERIFY(!empiricalBayes(1.0, 1.0, 0.0, 2.0));
    QVERIFY(!empiricalBayes(1.0, 1.0, 3.0, -2.0));
    QVERIFY(!bayesAfter({}, 0.0, 1.0));
}

void tst_CrashPrediction::trafficOfADay()
{
    QCOMPARE(*aadtFromHour(1800.0, 0.09), 20000.0);
    QVERIFY(!aadtFromHour(1800.0, 0.0));
    QVERIFY(!aadtFromHour(-1.0, 0.1));
    const auto day = aadtFromPeriods({{2000.0, 3.0}, {1000.0, 10.0}, {100.0, 11.0}}, 0.9);
    QVERIFY(day && close(*day, 0.9 * 17100.0, 1e-9));
    QVERIFY(!aadtFromPeriods({{100.0, 25.0}}));
}

void tst_CrashPrediction::noTraffic()
{
    QCOMPARE(predicted(mile(ArterialType::FiveLane, 0.0)).all.total, 0.0);
    SegmentSite nothing = mile(ArterialType::FiveLane, 9000.0);
    nothing.lengthKm = 0.0;
    QCOMPARE(predicted(nothing).all.total, 0.0);
    JunctionSite site;
    site.majorAadt = 9000.0;
    QCOMPARE(predictJunction(site)->all.total, 0.0);
}

void tst_CrashPrediction::badInput_data()
{
    QTest::addColumn<double>("aadt");
    QTest::addColumn<double>("lengthKm");
    QTest::addColumn<double>("parkingShare");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("negative AADT") << -1.0 << 1.0 << 0.0;
    QTest::newRow("no AADT") << nan << 1.0 << 0.0;
    QTest::newRow("negative length") << 100.0 << -1.0 << 0.0;
    QTest::newRow("more than all of the kerb") << 100.0 << 1.0 << 1.5;
}

void tst_CrashPrediction::badInput()
{
    QFETCH(double, aadt);
    QFETCH(double, lengthKm);
    QFETCH(double, parkingShare);
    SegmentSite site = mile(ArterialType::TwoLane, aadt);
    site.lengthKm = lengthKm;
    site.roadside.parkingShare = parkingShare;
    const auto crashes = predictSegment(site);
    QVERIFY(!crashes);
    QCOMPARE(crashes.error().code, Errc::Numeric);
    JunctionSite junction;
    junction.majorAadt = aadt < 100.0 || std::isnan(aadt) ? aadt : -1.0;
    QVERIFY(!predictJunction(junction));
}

QTEST_GUILESS_MAIN(tst_CrashPrediction)
#include "tst_crash_prediction.moc"
