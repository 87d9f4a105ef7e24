// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "map/scale_bar.h"
#include "map/viewport.h"

#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_Viewport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownPlaces();
    void roundTrip();
    void zoomKeepsWhatIsUnderTheCursor();
    void zoomStopsAtItsLimits();
    void panFollowsThePointer();
    void fitShowsAll_data();
    void fitShowsAll();
    void emptyBoxChangesNothing();
    void growingKeepsTheCentre();
    void scaleBar_data();
    void scaleBar();

private:
    static Viewport randomViewport(Random &random)
    {
        Viewport v;
        v.centre = {random.uniform(-5e4, 5e4), random.uniform(-5e4, 5e4)};
        v.metersPerPixel = std::pow(10.0, random.uniform(-1.0, 3.0));
        v.size = QSize(int(200 + random.below(2000)), int(200 + random.below(2000)));
        return v;
    }
};

void tst_Viewport::knownPlaces()
{
    const Viewport v{{1000.0, 2000.0}, 10.0, QSize(800, 600), 1.0};
    QCOMPARE(v.toScreen({1000.0, 2000.0}), QPointF(400.0, 300.0));
    QCOMPARE(v.toScreen({2000.0, 2000.0}), QPointF(500.0, 300.0)); // east is right
    QCOMPARE(v.toScreen({1000.0, 3000.0}), QPointF(400.0, 200.0)); // north is up
    const BoundingBox box = v.box();
    QCOMPARE(box.minX, -3000.0);
    QCOMPARE(box.maxX, 5000.0);
    QCOMPARE(box.minY, -1000.0);
    QCOMPARE(box.maxY, 5000.0);
}

void tst_Viewport::roundTrip()
{
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const Viewport v = randomViewport(random);
        const QPointF p(random.uniform(-500.0, 3000.0), random.uniform(-500.0, 3000.0));
        const QPointF back = v.toScreen(v.toWorld(p));
        QVERIFY(std::hypot(back.x() - p.x(), back.y() - p.y()) < 1e-6);
    }
}

void tst_Viewport::zoomKeepsWhatIsUnderTheCursor()
{
    Random random(2);
    for (int i = 0; i < 1000; ++i) {
        const Viewport v = randomViewport(random);
        const QPointF cursor(random.uniform(0.0, 800.0), random.uniform(0.0, 800.0));
        const Viewport zoomed = v.zoomedAt(cursor, std::pow(2.0, random.uniform(-9.0, 9.0)));
        const QPointF after = zoomed.toScreen(v.toWorld(cursor));
        QVERIFY(std::hypot(after.x() - cursor.x(), after.y() - cursor.y()) < 1e-3);
    }
}

void tst_Viewport::zoomStopsAtItsLimits()
{
    const Viewport v;
    QCOMPARE(v.zoomedAt({0.0, 0.0}, 1e9).metersPerPixel, Viewport::kMinMetersPerPixel);
    QCOMPARE(v.zoomedAt({0.0, 0.0}, 1e-9).metersPerPixel, Viewport::kMaxMetersPerPixel);
}

void tst_Viewport::panFollowsThePointer()
{
    const Viewport v{{50.0, 60.0}, 3.0, QSize(640, 480), 1.0};
    const PointM grabbed = v.toWorld({100.0, 100.0});
    const QPointF now = v.panned({30.0, -12.0}).toScreen(grabbed);
    QVERIFY(std::abs(now.x() - 130.0) < 1e-9);
    QVERIFY(std::abs(now.y() - 88.0) < 1e-9);
}

void tst_Viewport::fitShowsAll_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addColumn<double>("metersPerPixel");
    // 800 x 600 with 50 px on each side leaves 700 x 500.
    QTest::newRow("wide") << 7000.0 << 1000.0 << 10.0;
    QTest::newRow("tall") << 1000.0 << 10000.0 << 20.0;
    QTest::newRow("point") << 0.0 << 0.0 << 1.0;
    QTest::newRow("line") << 0.0 << 500.0 << 1.0;
    QTest::newRow("tiny") << 0.001 << 0.001 << Viewport::kMinMetersPerPixel;
}

void tst_Viewport::fitShowsAll()
{
    QFETCH(double, width);
    QFETCH(double, height);
    QFETCH(double, metersPerPixel);
    const BoundingBox box{100.0, 200.0, 100.0 + width, 200.0 + height};
    const Viewport v = Viewport{{}, 5.0, QSize(800, 600), 1.0}.fitted(box, 50.0);
    QCOMPARE(v.metersPerPixel, metersPerPixel);
    QCOMPARE(v.centre.x, box.centre().x);
    QCOMPARE(v.centre.y, box.centre().y);
}

void tst_Viewport::emptyBoxChangesNothing()
{
    const Viewport v{{7.0, 8.0}, 5.0, QSize(800, 600), 2.0};
    QVERIFY(v.fitted(BoundingBox(), 10.0) == v);
}

void tst_Viewport::growingKeepsTheCentre()
{
    const Viewport v{{7.0, 8.0}, 5.0, QSize(800, 600), 1.0};
    const QPointF before = v.toScreen({100.0, 100.0});
    QCOMPARE(v.grown(64).toScreen({100.0, 100.0}), before + QPointF(64.0, 64.0));
}

void tst_Viewport::scaleBar_data()
{
    QTest::addColumn<double>("metersPerPixel");
    QTest::addColumn<double>("meters");
    QTest::newRow("140m") << 1.0 << 100.0;
    QTest::newRow("210m") << 1.5 << 200.0;
    QTest::newRow("exactly500m") << 500.0 / 140.0 << 500.0;
    QTest::newRow("7m") << 0.05 << 5.0;
    QTest::newRow("700km") << 5000.0 << 500000.0;
}

void tst_Viewport::scaleBar()
{
    QFETCH(double, metersPerPixel);
    QFETCH(double, meters);
    const ScaleBar bar = scaleBarFor(metersPerPixel, 140.0);
    QCOMPARE(bar.meters, meters);
    QVERIFY(bar.pixels <= 140.0 + 1e-9);
    QCOMPARE(bar.pixels * metersPerPixel, meters);
}

QTEST_GUILESS_MAIN(tst_Viewport)
#include "tst_viewport.moc"
