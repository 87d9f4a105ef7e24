// SPDX-License-Identifier: GPL-3.0-or-later
// Flights, history, throwing, the keyboard's cross hair and what a view tells of itself.
#include "map/map_view.h"

#include "base/task_pools.h"
#include "map/place_pulse.h"
#include "pointer.h"
#include "synthetic_layers.h"

#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_MapNavigation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fliesToABox();
    void fliesToAPlace();
    void reducedMotionJumps();
    void fliesByLonLat();
    void goesBackAndForward();
    void backKeys();
    void glidesOnlyIfAsked();
    void restedHandDoesNotThrow();
    void middleButtonPans();
    void pinchZoomsAtItsPlace();
    void keyboardPicks();
    void shiftMovesLittle();
    void pointerIsTold();
    void highlightDiffersFromSelection();
    void showsAsAnother();

private:
    [[nodiscard]] PointM centre() const { return m_view->viewport().centre; }
    [[nodiscard]] static bool near(PointM a, PointM b, double meters = 1e-6)
    {
        return std::hypot(a.x - b.x, a.y - b.y) < meters;
    }
    PlacePulse *pulse() const { return m_view->findChild<PlacePulse *>(); }

    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<MapView> m_view;
};

void tst_MapNavigation::init()
{
    m_pools = std::make_unique<TaskPools>();
    m_view = std::make_unique<MapView>(m_pools->render);
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    m_view->setLayers(SyntheticLayers(10).layers);
}

void tst_MapNavigation::cleanup()
{
    m_view.reset();
    m_pools.reset();
}

void tst_MapNavigation::fliesToABox()
{
    const Viewport before = m_view->viewport();
    BoundingBox box;
    box.add(PointM{100, 100});
    box.add(PointM{200, 150});
    QSignalSpy moved(m_view.get(), &MapView::viewportChanged);
    m_view->flyTo(box);
    QVERIFY(m_view->viewport() == before); // on its way
    QTRY_VERIFY(near(centre(), {150, 125}));
    QVERIFY(m_view->viewport().box().contains({100, 100}));
    QVERIFY(m_view->viewport().box().contains({200, 150}));
    QVERIFY(moved.count() > 3);
    const Viewport there = m_view->viewport();
    m_view->flyTo(BoundingBox());
    QVERIFY(m_view->viewport() == there);
}

void tst_MapNavigation::fliesToAPlace()
{
    const double before = m_view->viewport().metersPerPixel;
    m_view->setViewport(m_view->viewport().zoomedAt({400, 300}, before / 40.0));
    m_view->flyTo(PointM{300, 700});
    QTRY_VERIFY(near(centre(), {300, 700}));
    QVERIFY(m_view->viewport().metersPerPixel <= 2.0);
    QVERIFY(pulse()->place() && near(*pulse()->place(), {300, 700}));
    QVERIFY(!pulse()->isStill());
    m_view->setViewport(m_view->viewport().zoomedAt({400, 300}, 8.0));
    const double close = m_view->viewport().metersPerPixel;
    m_view->flyTo(PointM{310, 700});
    QTRY_VERIFY(near(centre(), {310, 700}));
    QCOMPARE(m_view->viewport().metersPerPixel, close); // not farther out
}

void tst_MapNavigation::reducedMotionJumps()
{
    m_view->setReducedMotion(true);
    QSignalSpy moved(m_view.get(), &MapView::viewportChanged);
    m_view->flyTo(PointM{300, 700});
    QVERIFY(near(centre(), {300, 700}));
    QCOMPARE(moved.count(), 1);
    QVERIFY(pulse()->isStill());
    const QImage marked = m_view->grab().toImage();
    pulse()->stop();
    QVERIFY(m_view->grab().toImage() != marked);
    const double scale = m_view->viewport().metersPerPixel;
    m_view->zoomBy(2.0);
    QCOMPARE(m_view->viewport().metersPerPixel, scale / 2.0);
}

void tst_MapNavigation::fliesByLonLat()
{
    m_view->setReducedMotion(true);
    const Viewport before = m_view->viewport();
    m_view->flyTo(LonLat{10.75, 59.91});
    QVERIFY(m_view->viewport() == before); // nobody has said where the plane lies
    const LocalProjection projection({10.74, 59.91});
    m_view->setProjection(projection);
    m_view->flyTo(LonLat{10.75, 59.91});
    QVERIFY(near(centre(), projection.toPlane({10.75, 59.91})));
}

void tst_MapNavigation::goesBackAndForward()
{
    m_view->setReducedMotion(true);
    const Viewport first = m_view->viewport();
    QVERIFY(!m_view->canGoBack());
    QTest::qWait(700); // looked at
    m_view->setViewport(first.panned({500, 0}));
    const Viewport second = m_view->viewport();
    m_view->goBack(); // the present one is remembered although it was not looked at for long
    QVERIFY(m_view->viewport() == first);
    QVERIFY(m_view->canGoForward());
    m_view->goForward();
    QVERIFY(m_view->viewport() == second);
    m_view->goForward();
    QVERIFY(m_view->viewport() == second);
}

void tst_MapNavigation::backKeys()
{
    m_view->setReducedMotion(true);
    const Viewport first = m_view->viewport();
    QTest::qWait(700);
    m_view->setViewport(first.panned({500, 0}));
    const Viewport second = m_view->viewport();
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_view->viewport() == first);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(m_view->viewport() == second);
    QTest::mouseClick(m_view.get(), Qt::BackButton, {}, QPoint(10, 10));
    QVERIFY(m_view->viewport() == first);
    QTest::mouseClick(m_view.get(), Qt::ForwardButton, {}, QPoint(10, 10));
    QVERIFY(m_view->viewport() == second);
}

void tst_MapNavigation::glidesOnlyIfAsked()
{
    QVERIFY(!m_view->hasInertia());
    const auto fling = [this] {
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(600, 300));
        for (int x = 590; x >= 400; x -= 10) {
            moveHeld(*m_view, QPointF(x, 300));
            QTest::qWait(1);
        }
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
        return centre();
    };
    PointM released = fling();
    QTest::qWait(80);
    QVERIFY(near(centre(), released));
    m_view->setInertia(true);
    released = fling();
    QTRY_VERIFY(centre().x > released.x + 20 * m_view->viewport().metersPerPixel);
    QVERIFY(std::abs(centre().y - released.y) < 1e-6);
    // A click catches it.
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(20, 20));
    const PointM caught = centre();
    QTest::qWait(60);
    QVERIFY(near(centre(), caught));
}

void tst_MapNavigation::restedHandDoesNotThrow()
{
    m_view->setInertia(true);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(600, 300));
    for (int x = 590; x >= 400; x -= 10)
        moveHeld(*m_view, QPointF(x, 300));
    QTest::qWait(120);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
    const PointM released = centre();
    QTest::qWait(60);
    QVERIFY(near(centre(), released));
}

void tst_MapNavigation::middleButtonPans()
{
    const PointM grabbed = m_view->viewport().toWorld({400, 300});
    QSignalSpy picked(m_view.get(), &MapView::pickedNothing);
    QTest::mousePress(m_view.get(), Qt::MiddleButton, {}, QPoint(400, 300));
    moveHeld(*m_view, QPointF(430, 280), {}, Qt::MiddleButton);
    QTest::mouseRelease(m_view.get(), Qt::MiddleButton, {}, QPoint(430, 280));
    QVERIFY((m_view->viewport().toScreen(grabbed) - QPointF(430, 280)).manhattanLength() < 1e-6);
    QCOMPARE(picked.count(), 0);
}

void tst_MapNavigation::pinchZoomsAtItsPlace()
{
    const QPointF at(200, 150);
    const PointM under = m_view->viewport().toWorld(at);
    const double before = m_view->viewport().metersPerPixel;
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
        at, at, m_view->mapToGlobal(at), 0.25, QPointF());
    QApplication::sendEvent(m_view.get(), &pinch);
    QCOMPARE(m_view->viewport().metersPerPixel, before / 1.25);
    QVERIFY((m_view->viewport().toScreen(under) - at).manhattanLength() < 1e-6);
}

void tst_MapNavigation::keyboardPicks()
{
    m_view->setReducedMotion(true);
    QSignalSpy picked(m_view.get(), &MapView::picked);
    QSignalSpy hovered(m_view.get(), &MapView::hovered);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(picked.count(), 0); // nothing is aimed at yet
    Viewport target = m_view->viewport().zoomedAt({400, 300}, 2.0);
    target.centre = {500 - 96 * target.metersPerPixel, 500};
    m_view->setViewport(target);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(near(centre(), {500, 500}));
    QCOMPARE(hovered.count(), 1);
    QCOMPARE(hovered[0][0].toString(), QStringLiteral("sites"));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][1].toInt(), 0);
    const QImage aimed = m_view->grab().toImage();
    hoverTo(*m_view, QPointF(2, 2)); // the mouse takes over
    QVERIFY(m_view->grab().toImage() != aimed);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(picked.count(), 1);
}

void tst_MapNavigation::shiftMovesLittle()
{
    const Viewport before = m_view->viewport();
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(near(centre(), before.panned({8, 0}).centre));
}

void tst_MapNavigation::pointerIsTold()
{
    QSignalSpy moved(m_view.get(), &MapView::pointerMoved);
    hoverTo(*m_view, QPointF(100, 200));
    QCOMPARE(moved.count(), 1);
    QVERIFY(near(*m_view->pointer(), m_view->viewport().toWorld({100, 200})));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave);
    QVERIFY(!m_view->pointer());
    QCOMPARE(moved.count(), 2);
}

void tst_MapNavigation::highlightDiffersFromSelection()
{
    QTRY_VERIFY(m_view->isSharp());
    const QImage plain = m_view->grab().toImage();
    m_view->setHighlighted({{QStringLiteral("values"), 3}, {QStringLiteral("gone"), 1}});
    const QImage highlighted = m_view->grab().toImage();
    m_view->setHighlighted({});
    m_view->setSelection({{QStringLiteral("values"), 3}});
    const QImage selected = m_view->grab().toImage();
    QVERIFY(plain != highlighted);
    QVERIFY(plain != selected);
    QVERIFY(highlighted != selected);
}

void tst_MapNavigation::showsAsAnother()
{
    MapView other(m_pools->render);
    other.resize(300, 200);
    other.show();
    m_view->setViewport(m_view->viewport().zoomedAt({10, 20}, 3.3));
    other.showAs(*m_view);
    QVERIFY(other.viewport().centre == m_view->viewport().centre);
    QCOMPARE(other.viewport().metersPerPixel, m_view->viewport().metersPerPixel);
    QCOMPARE(other.viewport().size, QSize(300, 200));
}

QTEST_MAIN(tst_MapNavigation)
#include "tst_map_navigation.moc"
