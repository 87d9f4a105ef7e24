// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

#include "base/task_pools.h"
#include "map/map_legend.h"
#include "synthetic_layers.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_MapView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstLayersAreFitted();
    void pictureIsWhatRenderMapPaints();
    void newValuesRepaintValuesOnly();
    void panPaintsOnlyNewTiles();
    void dragMovesTheMap();
    void wheelZoomsAtTheCursor();
    void doubleClickZoomsIn();
    void keysMove_data();
    void keysMove();
    void shiftDragZoomsToTheBand();
    void escapeGivesUpTheBand();
    void clickPicks();
    void clickBesideEverything();
    void hoverIsTold();
    void selectionIsSeen();
    void themeChangePaintsAgain();
    void manyChangesEndSharp();
    void layersOfNothing();
    void closesWhilePainting();
    void legendStaysInside();
    void isAccessible();

private:
    /// What the tiles look like together, without the marks above them.
    [[nodiscard]] QImage picture() const
    {
        QImage image(m_view->size(), QImage::Format_RGB32);
        QPainter painter(&image);
        m_view->tiles().paint(painter, m_view->viewport());
        return image;
    }
    [[nodiscard]] QPoint onScreen(PointM p) const
    {
        return m_view->viewport().toScreen(p).toPoint();
    }
    [[nodiscard]] PointM siteAt() const { return {500.0, 500.0}; }
    void wheel(QPoint at, int units)
    {
        QWheelEvent event(QPointF(at), QPointF(m_view->mapToGlobal(at)), QPoint(), QPoint(0, units),
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }
    void wheelAndWait(QPoint at, int units)
    {
        wheel(at, units);
        QTRY_VERIFY(m_view->isSharp());
    }

    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<MapView> m_view;
    std::unique_ptr<SyntheticLayers> m_city;
};

void tst_MapView::init()
{
    m_pools = std::make_unique<TaskPools>();
    m_view = std::make_unique<MapView>(m_pools->render);
    m_city = std::make_unique<SyntheticLayers>(10);
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setLayers(m_city->layers);
    QTRY_VERIFY(m_view->isSharp());
}

void tst_MapView::cleanup()
{
    m_view.reset();
    m_pools.reset();
}

void tst_MapView::firstLayersAreFitted()
{
    const BoundingBox box = m_view->viewport().box();
    for (const MapLayer &layer : m_view->layers()) {
        const BoundingBox all = boundsOf(layer.geometry);
        QVERIFY(box.contains({all.minX, all.minY}) && box.contains({all.maxX, all.maxY}));
    }
    const Viewport before = m_view->viewport();
    m_view->setLayers(SyntheticLayers(20).layers);
    QVERIFY(m_view->viewport() == before); // the person's view is not taken away
}

void tst_MapView::pictureIsWhatRenderMapPaints()
{
    const Viewport shown = TileGrid(m_view->viewport()).snapped(m_view->viewport());
    const QImage expected = renderMap(m_view->layers(), shown, m_view->renderOptions());
    QCOMPARE(picture(), expected);
}

void tst_MapView::newValuesRepaintValuesOnly()
{
    const auto geometryOf = [this](std::size_t i) {
        return std::get<std::shared_ptr<const LineGeometry>>(m_view->layers()[i].geometry).get();
    };
    const LineGeometry *before = geometryOf(2);
    QTRY_VERIFY(m_view->tiles().isIdle()); // also beyond the view
    const QImage former = picture();
    const std::array<int, 3> counts = m_view->tiles().paintCounts();
    m_view->setAttributes(QStringLiteral("values"), m_city->valuesAt(1));
    QVERIFY(!m_view->isSharp());
    QTRY_VERIFY(m_view->isSharp());
    QCOMPARE(geometryOf(2), before);
    QCOMPARE(m_view->tiles().paintCounts()[0], counts[0]);
    QVERIFY(m_view->tiles().paintCounts()[1] > counts[1]);
    QCOMPARE(m_view->tiles().paintCounts()[2], counts[2]);
    QVERIFY(picture() != former);
    pictureIsWhatRenderMapPaints();
    m_view->setAttributes(QStringLiteral("unknown"), m_city->valuesAt(1));
    QVERIFY(m_view->isSharp());
}

void tst_MapView::panPaintsOnlyNewTiles()
{
    const TileGrid grid(m_view->viewport());
    const auto isIdle = [this] { return m_view->tiles().isIdle(); };
    QTRY_VERIFY(isIdle());
    const std::array<int, 3> counts = m_view->tiles().paintCounts();
    m_view->setViewport(m_view->viewport().panned({40.0, -30.0}));
    QVERIFY(m_view->isSharp()); // what lies around the view was painted ahead
    m_view->setViewport(m_view->viewport().panned({40.0, -30.0}));
    const auto before = grid.covering(m_view->viewport());
    m_view->setViewport(m_view->viewport().panned({2.0 * grid.side(), 0.0}));
    QVERIFY(!m_view->isSharp());
    QTRY_VERIFY(isIdle());
    QVERIFY(m_view->isSharp());
    const int painted = m_view->tiles().paintCounts()[0] - counts[0];
    QVERIFY(painted >= 2);
    QVERIFY2(painted <= int(before.size()) + 8, qPrintable(QString::number(painted)));
    m_view->setViewport(m_view->viewport().panned({-2.0 * grid.side(), 0.0}));
    QVERIFY(m_view->isSharp()); // still there
}

void tst_MapView::dragMovesTheMap()
{
    const QPoint start(400, 300);
    const PointM grabbed = m_view->viewport().toWorld(start);
    QSignalSpy picked(m_view.get(), &MapView::picked);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, start);
    QTest::mouseMove(m_view.get(), start + QPoint(30, 10));
    QTest::mouseMove(m_view.get(), start + QPoint(120, -50));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, start + QPoint(120, -50));
    const QPointF now = m_view->viewport().toScreen(grabbed);
    QVERIFY((now - QPointF(520, 250)).manhattanLength() < 1e-6);
    QCOMPARE(picked.count(), 0);
}

void tst_MapView::wheelZoomsAtTheCursor()
{
    const QPoint at(200, 150);
    const PointM under = m_view->viewport().toWorld(at);
    const double before = m_view->viewport().metersPerPixel;
    wheel(at, 120);
    wheel(at, 120); // adds up although the first movement still runs
    QTRY_COMPARE(m_view->viewport().metersPerPixel, before / 1.25 / 1.25);
    QTRY_VERIFY(m_view->isSharp());
    QVERIFY((m_view->viewport().toScreen(under) - QPointF(at)).manhattanLength() < 1e-6);
    wheelAndWait(at, -240);
    QTRY_VERIFY(std::abs(m_view->viewport().metersPerPixel - before) < 1e-9);
}

void tst_MapView::doubleClickZoomsIn()
{
    const double before = m_view->viewport().metersPerPixel;
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 100));
    QTRY_COMPARE(m_view->viewport().metersPerPixel, before / 2.0);
}

void tst_MapView::keysMove_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("east");
    QTest::addColumn<int>("north");
    QTest::addColumn<int>("closer");
    QTest::newRow("left") << int(Qt::Key_Left) << -1 << 0 << 0;
    QTest::newRow("right") << int(Qt::Key_Right) << 1 << 0 << 0;
    QTest::newRow("up") << int(Qt::Key_Up) << 0 << 1 << 0;
    QTest::newRow("down") << int(Qt::Key_Down) << 0 << -1 << 0;
    QTest::newRow("plus") << int(Qt::Key_Plus) << 0 << 0 << 1;
    QTest::newRow("minus") << int(Qt::Key_Minus) << 0 << 0 << -1;
}

void tst_MapView::keysMove()
{
    QFETCH(int, key);
    QFETCH(int, east);
    QFETCH(int, north);
    QFETCH(int, closer);
    const auto sign = [](double d) { return std::abs(d) < 1e-6 ? 0 : (d > 0 ? 1 : -1); };
    const Viewport before = m_view->viewport();
    QTest::keyClick(m_view.get(), Qt::Key(key));
    QTRY_COMPARE(sign(before.metersPerPixel - m_view->viewport().metersPerPixel), closer);
    QTRY_VERIFY(m_view->isSharp());
    if (closer == 0) {
        QCOMPARE(sign(m_view->viewport().centre.x - before.centre.x), east);
        QCOMPARE(sign(m_view->viewport().centre.y - before.centre.y), north);
    }
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QVERIFY(std::abs(m_view->viewport().centre.x - before.centre.x) < 1e-6);
    QCOMPARE(m_view->viewport().metersPerPixel, before.metersPerPixel);
}

void tst_MapView::shiftDragZoomsToTheBand()
{
    const PointM west = m_view->viewport().toWorld({300, 200});
    const PointM east = m_view->viewport().toWorld({500, 350});
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(300, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(500, 350), m_view->mapToGlobal(QPointF(500, 350)),
        Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
    QApplication::sendEvent(m_view.get(), &move);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(500, 350));
    QCOMPARE(m_view->viewport().toScreen(west).x(), 0.0);
    QCOMPARE(m_view->viewport().toScreen(east).x(), 800.0);
}

void tst_MapView::escapeGivesUpTheBand()
{
    const Viewport before = m_view->viewport();
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(300, 200));
    QMouseEvent move(QEvent::MouseMove, QPointF(500, 350), m_view->mapToGlobal(QPointF(500, 350)),
        Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
    QApplication::sendEvent(m_view.get(), &move);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(500, 350));
    QVERIFY(m_view->viewport() == before);
}

void tst_MapView::clickPicks()
{
    QSignalSpy picked(m_view.get(), &MapView::picked);
    QTest::mouseClick(
        m_view.get(), Qt::LeftButton, Qt::ControlModifier, onScreen(siteAt()) + QPoint(3, 2));
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][0].toString(), QStringLiteral("sites"));
    QCOMPARE(picked[0][1].toInt(), 0);
    QCOMPARE(picked[0][2].value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
}

void tst_MapView::clickBesideEverything()
{
    QSignalSpy picked(m_view.get(), &MapView::picked);
    QSignalSpy nothing(m_view.get(), &MapView::pickedNothing);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(5, 5));
    QCOMPARE(picked.count(), 0);
    QCOMPARE(nothing.count(), 1);
}

void tst_MapView::hoverIsTold()
{
    QSignalSpy hovered(m_view.get(), &MapView::hovered);
    QTest::mouseMove(m_view.get(), onScreen(siteAt()));
    QCOMPARE(hovered.count(), 1);
    QCOMPARE(hovered[0][0].toString(), QStringLiteral("sites"));
    QTest::mouseMove(m_view.get(), onScreen(siteAt()) + QPoint(1, 0));
    QCOMPARE(hovered.count(), 1); // still the same
    QTest::mouseMove(m_view.get(), QPoint(4, 4));
    QCOMPARE(hovered.count(), 2);
    QCOMPARE(hovered[1][1].toInt(), -1);
}

void tst_MapView::selectionIsSeen()
{
    const QImage before = m_view->grab().toImage();
    m_view->setSelection({{QStringLiteral("values"), 3}, {QStringLiteral("gone"), 0},
        {QStringLiteral("sites"), 99}});
    const QImage selected = m_view->grab().toImage();
    QVERIFY(before != selected);
    m_view->setSelection({});
    QCOMPARE(m_view->grab().toImage(), before);
}

void tst_MapView::themeChangePaintsAgain()
{
    const std::array<int, 3> counts = m_view->tiles().paintCounts();
    QPalette palette;
    const bool wasDark = m_view->theme() == ThemeMode::Dark;
    palette.setColor(QPalette::Window, wasDark ? QColor(Qt::white) : QColor(Qt::black));
    m_view->setPalette(palette);
    QCOMPARE(m_view->theme() == ThemeMode::Dark, !wasDark);
    QTRY_VERIFY(m_view->isSharp());
    for (std::size_t i = 0; i < counts.size(); ++i)
        QVERIFY(m_view->tiles().paintCounts()[i] > counts[i]);
}

void tst_MapView::manyChangesEndSharp()
{
    for (int i = 0; i < 200; ++i) {
        m_view->setAttributes(QStringLiteral("values"), m_city->valuesAt(std::uint64_t(i)));
        m_view->setViewport(m_view->viewport().zoomedAt({400, 300}, i % 20 < 10 ? 1.4 : 1 / 1.4));
        if (i % 7 == 0)
            QCoreApplication::processEvents();
        if (i % 50 == 0)
            m_view->setLayers(m_city->layers);
    }
    QSignalSpy sharpened(m_view.get(), &MapView::sharpened);
    QTRY_VERIFY(m_view->isSharp());
    QVERIFY(sharpened.count() >= 1);
    pictureIsWhatRenderMapPaints();
}

void tst_MapView::layersOfNothing()
{
    m_view->setLayers({});
    m_view->setMessage(QStringLiteral("No roads yet"));
    QTRY_VERIFY(m_view->isSharp());
    m_view->fitAll();
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
    QVERIFY(!m_view->grab().isNull());
}

void tst_MapView::closesWhilePainting()
{
    m_view->setLayers(SyntheticLayers(120).layers);
    m_view.reset();
    QVERIFY(m_pools->render.waitForDone(5000));
}

void tst_MapView::legendStaysInside()
{
    LegendContent content;
    content.attribute = QStringLiteral("Speed");
    content.scale = m_city->scale;
    m_view->legend()->setContent(content);
    QVERIFY(m_view->legend()->isVisible());
    QVERIFY(m_view->rect().contains(m_view->legend()->geometry()));
    m_view->resize(500, 400);
    QTRY_VERIFY(m_view->rect().contains(m_view->legend()->geometry()));
}

void tst_MapView::isAccessible()
{
    QVERIFY(!m_view->accessibleName().isEmpty());
    QVERIFY(m_view->focusPolicy() & Qt::TabFocus);
}

QTEST_MAIN(tst_MapView)
#include "tst_map_view.moc"
