// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/flight.h"

#include "base/random.h"

#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

Viewport at(double x, double y, double metersPerPixel)
{
    Viewport viewport;
    viewport.centre = {x, y};
    viewport.metersPerPixel = metersPerPixel;
    viewport.size = {800, 600};
    return viewport;
}

} // namespace

class tst_Flight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreExact();
    void farFlightRises();
    void zoomAloneStaysInPlace();
    void speedIsEven();
    void nowhere();
};

void tst_Flight::endsAreExact()
{
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        const auto any = [&] {
            return at(random.uniform(-1e5, 1e5), random.uniform(-1e5, 1e5),
                std::exp(random.uniform(-2.0, 6.0)));
        };
        const Viewport from = any();
        const Viewport to = any();
        const Flight flight(from, to);
        QVERIFY(flight.at(0.0) == from);
        QVERIFY(flight.at(1.0) == to);
        // The formula itself ends there too: nothing jumps in the last frame.
        const Viewport last = flight.at(1.0 - 1e-9);
        QVERIFY(std::abs(std::log(last.metersPerPixel / to.metersPerPixel)) < 1e-5);
        QVERIFY(std::hypot(last.centre.x - to.centre.x, last.centre.y - to.centre.y)
            < 1e-2 * to.metersPerPixel * 800);
    }
}

void tst_Flight::farFlightRises()
{
    const Flight flight(at(0, 0, 1), at(40000, 0, 1));
    QVERIFY(flight.at(0.5).metersPerPixel > 10.0);
    // Symmetric: as high half a way before as after.
    QVERIFY(std::abs(flight.at(0.3).metersPerPixel - flight.at(0.7).metersPerPixel) < 1e-6);
    QVERIFY(std::abs(flight.at(0.5).centre.x - 20000.0) < 1e-3);
    const Flight near(at(0, 0, 1), at(50, 0, 1));
    QVERIFY(near.at(0.5).metersPerPixel < 1.05);
}

void tst_Flight::zoomAloneStaysInPlace()
{
    const Flight flight(at(7, 8, 1), at(7, 8, 16));
    QVERIFY(flight.at(0.5).centre == (PointM{7, 8}));
    QVERIFY(std::abs(flight.at(0.5).metersPerPixel - 4.0) < 1e-9);
    QVERIFY(std::abs(flight.length() - std::log(16.0) / std::sqrt(2.0)) < 1e-9);
}

void tst_Flight::speedIsEven()
{
    // Equation 6 of the paper: ds² = (ρ² du² + dw² / ρ²) / w² is the same for each step.
    const Flight flight(at(0, 0, 2), at(9000, 4000, 0.5));
    constexpr int kSteps = 2000;
    for (int i = 0; i < kSteps; ++i) {
        const Viewport a = flight.at(double(i) / kSteps);
        const Viewport b = flight.at(double(i + 1) / kSteps);
        const double w = 0.5 * (a.metersPerPixel + b.metersPerPixel) * 800;
        const double du = std::hypot(b.centre.x - a.centre.x, b.centre.y - a.centre.y);
        const double dw = (b.metersPerPixel - a.metersPerPixel) * 800;
        const double ds = std::sqrt(2.0 * du * du + dw * dw / 2.0) / w;
        QVERIFY2(
            std::abs(ds * kSteps / flight.length() - 1.0) < 1e-3, qPrintable(QString::number(i)));
    }
}

void tst_Flight::nowhere()
{
    const Flight flight(at(1, 1, 1), at(1, 1, 1));
    QCOMPARE(flight.length(), 0.0);
    QVERIFY(flight.at(0.5) == at(1, 1, 1));
}

QTEST_GUILESS_MAIN(tst_Flight)
#include "tst_flight.moc"
