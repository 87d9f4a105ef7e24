// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "city/bounding_box.h"
#include "city/projection.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

Q_DECLARE_METATYPE(belvedere::LonLat)

class tst_LonLat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distances_data();
    void distances();
    void projectionComesBack();
    void projectionKeepsDistances_data();
    void projectionKeepsDistances();
    void projectionWithoutCentre();
    void boxes();
};

void tst_LonLat::distances_data()
{
    QTest::addColumn<LonLat>("a");
    QTest::addColumn<LonLat>("b");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("tolerance");
    constexpr double kDegree = 6371008.8 * 3.14159265358979323846 / 180.0;
    QTest::newRow("same") << LonLat{10, 56} << LonLat{10, 56} << 0.0 << 0.0;
    QTest::newRow("a degree of latitude") << LonLat{0, 0} << LonLat{0, 1} << kDegree << 1e-6;
    QTest::newRow("a degree on the equator") << LonLat{0, 0} << LonLat{1, 0} << kDegree << 1e-6;
    QTest::newRow("over the date line") << LonLat{179.5, 0} << LonLat{-179.5, 0} << kDegree << 1e-6;
    QTest::newRow("pole to pole") << LonLat{0, -90} << LonLat{77, 90} << 180.0 * kDegree << 1e-6;
    QTest::newRow("antipodes") << LonLat{0, 0} << LonLat{180, 0} << 180.0 * kDegree << 1e-6;
    // Paris (48.8566 N 2.3522 E) to London (51.5074 N 0.1278 W): 343.9 km on the ellipsoid; a
    // sphere is off by up to 0.5 %.
    QTest::newRow("Paris to London")
        << LonLat{2.3522, 48.8566} << LonLat{-0.1278, 51.5074} << 343900.0 << 1700.0;
}

void tst_LonLat::distances()
{
    QFETCH(const LonLat, a);
    QFETCH(const LonLat, b);
    QFETCH(const double, expected);
    QFETCH(const double, tolerance);
    QVERIFY2(std::abs(distanceM(a, b) - expected) <= tolerance,
        qPrintable(QString::number(distanceM(a, b), 'g', 12)));
    QCOMPARE(distanceM(a, b), distanceM(b, a));
}

void tst_LonLat::projectionComesBack()
{
    const LocalProjection projection(LonLat{10.2, 56.16});
    QVERIFY(projection.toPlane({10.2, 56.16}) == (PointM{0.0, 0.0}));
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const LonLat at{10.2 + random.uniform(-1, 1), 56.16 + random.uniform(-1, 1)};
        const LonLat back = projection.toSphere(projection.toPlane(at));
        QVERIFY(std::abs(back.lon - at.lon) < 1e-12 && std::abs(back.lat - at.lat) < 1e-12);
    }
    const PointM northEast = projection.toPlane({10.3, 56.2});
    QVERIFY(northEast.x > 0.0 && northEast.y > 0.0);
}

void tst_LonLat::projectionKeepsDistances_data()
{
    QTest::addColumn<LonLat>("centre");
    QTest::newRow("Oslo") << LonLat{10.75, 59.91};
    QTest::newRow("Los Angeles") << LonLat{-118.25, 34.05};
    QTest::newRow("Quito") << LonLat{-78.47, -0.18};
    QTest::newRow("Ushuaia") << LonLat{-68.3, -54.8};
}

/// From the centre to any place within 25 km, so that the scale is the promised one.
void tst_LonLat::projectionKeepsDistances()
{
    QFETCH(const LonLat, centre);
    const LocalProjection projection(centre);
    Random random(2);
    for (int i = 0; i < 500; ++i) {
        const PointM p{random.uniform(-25000, 25000), random.uniform(-25000, 25000)};
        const double there = distanceM(centre, projection.toSphere(p));
        QVERIFY2(std::abs(std::hypot(p.x, p.y) / there - 1.0) < 0.006,
            qPrintable(QString::number(std::hypot(p.x, p.y) / there)));
    }
}

void tst_LonLat::projectionWithoutCentre()
{
    const LocalProjection none;
    QVERIFY(none.toSphere({5.0, 5.0}) == LonLat{});
    const PointM pole = LocalProjection(LonLat{0, 90}).toPlane({10, 89.99});
    QVERIFY(std::isfinite(pole.x) && std::isfinite(pole.y));
}

void tst_LonLat::boxes()
{
    BoundingBox box;
    QVERIFY(box.empty());
    QCOMPARE(box.width(), 0.0);
    box.add(BoundingBox());
    QVERIFY(box.empty());
    box.add(PointM{1, 2});
    QVERIFY(!box.empty() && box.contains({1, 2}));
    QCOMPARE(box.width(), 0.0);
    box.add(PointM{5, -2});
    QCOMPARE(box.width(), 4.0);
    QCOMPARE(box.height(), 4.0);
    QVERIFY(box.centre() == (PointM{3, 0}));
    QVERIFY(!box.contains({0.9, 0}));
    QVERIFY(box.grown(0.1).contains({0.9, 0}));
    QVERIFY(box.intersects({5, 2, 9, 9})); // they touch in a corner
    QVERIFY(!box.intersects({5.1, 2, 9, 9}));
}

QTEST_GUILESS_MAIN(tst_LonLat)
#include "tst_lon_lat.moc"
