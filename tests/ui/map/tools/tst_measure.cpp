// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/measure.h"

#include "base/random.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr double kRadians = std::numbers::pi / 180.0;

/// Great-circle distance by the vectors' angle: another formula than the haversine.
double arcM(LonLat a, LonLat b)
{
    const auto vector = [](LonLat p) {
        return std::array{std::cos(p.lat * kRadians) * std::cos(p.lon * kRadians),
            std::cos(p.lat * kRadians) * std::sin(p.lon * kRadians), std::sin(p.lat * kRadians)};
    };
    const auto u = vector(a);
    const auto v = vector(b);
    const double cross =
        std::hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
    return kEarthRadiusM * std::atan2(cross, u[0] * v[0] + u[1] * v[1] + u[2] * v[2]);
}

} // namespace

class tst_Measure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthInThePlane();
    void lengthOnTheGlobe_data();
    void lengthOnTheGlobe();
    void planeAgreesWithTheGlobe();
    void areaInThePlane();
    void areaOfALonLatBox();
    void areaOfAnOctant();
    void areaOfACircleInTheCity();
    void nothingHasNoSize();
};

void tst_Measure::lengthInThePlane()
{
    const std::vector<PointM> line = {{0, 0}, {300, 400}, {300, 1400}};
    QCOMPARE(pathLengthM(line, std::nullopt), 1500.0);
}

void tst_Measure::lengthOnTheGlobe_data()
{
    QTest::addColumn<double>("lat");
    QTest::newRow("equator") << 0.0;
    QTest::newRow("singapore") << 1.35;
    QTest::newRow("losAngeles") << 34.05;
    QTest::newRow("oslo") << 59.91;
    QTest::newRow("sydney") << -33.87;
}

void tst_Measure::lengthOnTheGlobe()
{
    QFETCH(double, lat);
    const LocalProjection projection(LonLat{10.0, lat});
    // A degree of a meridian, by definition of the mean sphere.
    const std::vector<PointM> meridian = {
        projection.toPlane({10.0, lat - 0.5}), projection.toPlane({10.0, lat + 0.5})};
    QVERIFY(std::abs(pathLengthM(meridian, projection) - kEarthRadiusM * kRadians) < 1e-3);
    Random random(9);
    for (int i = 0; i < 100; ++i) {
        std::vector<PointM> line;
        double expected = 0.0;
        LonLat last;
        for (int k = 0; k < 5; ++k) {
            const LonLat p{10.0 + random.uniform(-0.5, 0.5), lat + random.uniform(-0.4, 0.4)};
            if (k > 0)
                expected += arcM(last, p);
            last = p;
            line.push_back(projection.toPlane(p));
        }
        QVERIFY(std::abs(pathLengthM(line, projection) / expected - 1.0) < 1e-9);
    }
}

void tst_Measure::planeAgreesWithTheGlobe()
{
    // A parallel 20 km north of the centre is shorter by tan 59.9° · 20 / 6371 = 0.54 %.
    const LocalProjection projection(LonLat{10.75, 59.91});
    Random random(2);
    for (int i = 0; i < 500; ++i) {
        const auto any = [&] {
            const double angle = random.uniform(0.0, 2 * std::numbers::pi);
            const double radius = 20000.0 * std::sqrt(random.uniform());
            return PointM{radius * std::cos(angle), radius * std::sin(angle)};
        };
        const std::vector<PointM> line = {any(), any(), any()};
        const double globe = pathLengthM(line, projection);
        const double plane = pathLengthM(line, std::nullopt);
        QVERIFY2(std::abs(plane / globe - 1.0) < 0.006, qPrintable(QString::number(plane / globe)));
    }
}

void tst_Measure::areaInThePlane()
{
    const std::vector<PointM> square = {
        {1e6, 1e6}, {1e6 + 30, 1e6}, {1e6 + 30, 1e6 + 40}, {1e6, 1e6 + 40}};
    QCOMPARE(ringAreaM2(square, std::nullopt), 1200.0);
    const std::vector<PointM> turned(square.rbegin(), square.rend());
    QCOMPARE(ringAreaM2(turned, std::nullopt), 1200.0);
}

void tst_Measure::areaOfALonLatBox()
{
    const LocalProjection projection(LonLat{10.0, 60.0});
    const std::vector<PointM> box = {projection.toPlane({9.9, 59.9}),
        projection.toPlane({10.1, 59.9}), projection.toPlane({10.1, 60.1}),
        projection.toPlane({9.9, 60.1})};
    const double expected = kEarthRadiusM * kEarthRadiusM * 0.2 * kRadians
        * (std::sin(60.1 * kRadians) - std::sin(59.9 * kRadians));
    QVERIFY(std::abs(ringAreaM2(box, projection) / expected - 1.0) < 1e-9);
}

void tst_Measure::areaOfAnOctant()
{
    const LocalProjection projection(LonLat{45.0, 0.0});
    std::vector<PointM> ring;
    for (int i = 0; i <= 90; ++i)
        ring.push_back(projection.toPlane({double(i), 0.0}));
    ring.push_back(projection.toPlane({90.0, 90.0}));
    ring.push_back(projection.toPlane({0.0, 90.0}));
    const double expected = 0.5 * std::numbers::pi * kEarthRadiusM * kEarthRadiusM;
    QVERIFY(std::abs(ringAreaM2(ring, projection) / expected - 1.0) < 1e-9);
}

void tst_Measure::areaOfACircleInTheCity()
{
    const LocalProjection projection(LonLat{10.75, 59.91});
    std::vector<PointM> ring;
    constexpr int kCorners = 720;
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        ring.push_back({5000 * std::cos(angle), 5000 * std::sin(angle)});
    }
    const double expected =
        0.5 * kCorners * 5000.0 * 5000.0 * std::sin(2 * std::numbers::pi / kCorners);
    QVERIFY(std::abs(ringAreaM2(ring, std::nullopt) / expected - 1.0) < 1e-9);
    QVERIFY(std::abs(ringAreaM2(ring, projection) / expected - 1.0) < 1e-3);
}

void tst_Measure::nothingHasNoSize()
{
    const std::vector<PointM> two = {{0, 0}, {5, 5}};
    QCOMPARE(ringAreaM2(two, std::nullopt), 0.0);
    QCOMPARE(pathLengthM({}, std::nullopt), 0.0);
    QCOMPARE(pathLengthM(std::span(two).first(1), std::nullopt), 0.0);
}

QTEST_GUILESS_MAIN(tst_Measure)
#include "tst_measure.moc"
