// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/overlays/map_furniture.h"

#include "base/task_pools.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "map/overlays/mini_map.h"
#include "map/overlays/overlay_text.h"
#include "map/overlays/zoom_control.h"
#include "map/tools/map_tool_bar.h"
#include "map/tools/map_tools.h"
#include "ui/map/pointer.h"
#include "ui/map/synthetic_layers.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_MapFurniture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingOverlaps();
    void staysInsideASmallMap();
    void hintFollowsTheTool();
    void positionFollowsThePointer();
    void zoomButtons();
    void zoomLimits();
    void clicksOnWidgetsLeaveTheMap();
    void miniMapShowsTheView();
    void miniMapIsPaintedRarely();
    void miniMapMovesTheView();
    void miniMapDragKeepsItsGrip();
    void miniMapKeys();
    void miniMapCollapses();
    void tinyFrameCanBeSeen();
    void everythingIsReachable();

private:
    QToolButton *zoomButton(int i) const
    {
        return m_furniture->zoom()->findChildren<QToolButton *>()[i];
    }

    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<MapView> m_view;
    MapTools *m_tools = nullptr;
    MapFurniture *m_furniture = nullptr;
};

void tst_MapFurniture::init()
{
    m_pools = std::make_unique<TaskPools>();
    m_view = std::make_unique<MapView>(m_pools->render);
    m_view->setReducedMotion(true);
    m_view->setProjection(LocalProjection({10.75, 59.91}));
    m_tools = new MapTools(*m_view, m_pools->io);
    m_furniture = new MapFurniture(*m_view, *m_tools, m_pools->render);
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    m_view->setLayers(SyntheticLayers(10).layers);
    QTRY_COMPARE(m_furniture->miniMap()->paintCount(), 1);
}

void tst_MapFurniture::cleanup()
{
    m_view.reset();
    m_pools.reset();
}

void tst_MapFurniture::nothingOverlaps()
{
    LegendContent content;
    content.attribute = QStringLiteral("Speed");
    content.scale = SyntheticLayers(2).scale;
    m_view->legend()->setContent(content);
    m_view->setCaption(QStringLiteral("© OpenStreetMap contributors"));
    m_tools->activate(MapTools::Kind::Measure);
    hoverTo(*m_view, QPointF(500, 350));
    std::vector<QWidget *> shown;
    for (QWidget *child : m_view->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (child->isVisible())
            shown.push_back(child);
    }
    QVERIFY(shown.size() >= 6); // legend, tools, zoom, position, overview, hint
    for (QWidget *a : shown) {
        QVERIFY(m_view->rect().contains(a->geometry()));
        for (QWidget *b : shown) {
            QVERIFY2(a == b || !a->geometry().intersects(b->geometry()),
                qPrintable(a->accessibleName() + QStringLiteral(" / ") + b->accessibleName()));
        }
    }
    // Scale bar and caption stay free.
    QVERIFY(m_furniture->position()->geometry().bottom() <= m_view->height() - 12 - 56);
}

void tst_MapFurniture::staysInsideASmallMap()
{
    m_tools->activate(MapTools::Kind::Lasso);
    m_view->resize(360, 420);
    QCoreApplication::processEvents();
    for (QWidget *child : m_view->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (child->isVisible())
            QVERIFY2(
                m_view->rect().contains(child->geometry()), qPrintable(child->accessibleName()));
    }
    QVERIFY(m_furniture->hint()->height() > 30); // wrapped, not cut
}

void tst_MapFurniture::hintFollowsTheTool()
{
    QVERIFY(!m_furniture->hint()->isVisible());
    m_tools->activate(MapTools::Kind::Rectangle);
    QVERIFY(m_furniture->hint()->isVisible());
    QCOMPARE(m_furniture->hint()->text(), m_tools->hint());
    QCOMPARE(m_furniture->hint()->width(), m_furniture->hint()->sizeHint().width());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(500, 300));
    QCOMPARE(m_furniture->hint()->text(), m_tools->hint()); // another one, with room for it
    QCOMPARE(m_furniture->hint()->width(), m_furniture->hint()->sizeHint().width());
    QCOMPARE(m_furniture->hint()->accessibleName(), m_tools->hint());
    m_tools->activate(MapTools::Kind::Select);
    QVERIFY(!m_furniture->hint()->isVisible());
}

void tst_MapFurniture::positionFollowsThePointer()
{
    QVERIFY(!m_furniture->position()->isVisible());
    hoverTo(*m_view, m_view->viewport().toScreen({0, 0}));
    QVERIFY(m_furniture->position()->isVisible());
    QVERIFY2(m_furniture->position()->text().startsWith(QStringLiteral("59.91")),
        qPrintable(m_furniture->position()->text()));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave);
    QVERIFY(!m_furniture->position()->isVisible());
}

void tst_MapFurniture::zoomButtons()
{
    const double before = m_view->viewport().metersPerPixel;
    QTest::mouseClick(zoomButton(0), Qt::LeftButton);
    QCOMPARE(m_view->viewport().metersPerPixel, before / 1.5);
    QTest::keyClick(zoomButton(1), Qt::Key_Space);
    QTest::mouseClick(zoomButton(1), Qt::LeftButton);
    QVERIFY(m_view->viewport().metersPerPixel > before * 1.4);
    QTest::mouseClick(zoomButton(2), Qt::LeftButton);
    QCOMPARE(m_view->viewport().metersPerPixel, before);
}

void tst_MapFurniture::zoomLimits()
{
    Viewport close = m_view->viewport();
    close.metersPerPixel = Viewport::kMinMetersPerPixel;
    m_view->setViewport(close);
    QVERIFY(!zoomButton(0)->isEnabled() && zoomButton(1)->isEnabled());
    close.metersPerPixel = Viewport::kMaxMetersPerPixel;
    m_view->setViewport(close);
    QVERIFY(zoomButton(0)->isEnabled() && !zoomButton(1)->isEnabled());
}

void tst_MapFurniture::clicksOnWidgetsLeaveTheMap()
{
    QSignalSpy nothing(m_view.get(), &MapView::pickedNothing);
    QTest::mouseClick(m_furniture->toolBar(), Qt::LeftButton, {}, QPoint(1, 1));
    QTest::mouseClick(m_furniture->zoom(), Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(nothing.count(), 0);
}

void tst_MapFurniture::miniMapShowsTheView()
{
    MiniMap *mini = m_furniture->miniMap();
    const QRectF whole = mini->frame();
    m_view->setViewport(m_view->viewport().zoomedAt({500, 350}, 4.0));
    const QRectF part = mini->frame();
    QVERIFY(std::abs(part.width() - whole.width() / 4.0) < 0.01);
    QVERIFY((part.center() - whole.center()).manhattanLength() < 0.01);
    QVERIFY(std::abs(part.width() / part.height() - 1000.0 / 700.0) < 0.01);
}

void tst_MapFurniture::miniMapIsPaintedRarely()
{
    MiniMap *mini = m_furniture->miniMap();
    for (int i = 0; i < 20; ++i)
        m_view->setViewport(m_view->viewport().panned({10.0, 5.0}));
    m_view->setAttributes(QStringLiteral("values"), SyntheticLayers(10).valuesAt(3));
    QTest::qWait(300);
    QCOMPARE(mini->paintCount(), 1);
    m_view->setLayers(SyntheticLayers(6).layers);
    m_view->setLayerVisible(QStringLiteral("lake"), false);
    QTRY_COMPARE(mini->paintCount(), 2); // both at once
}

void tst_MapFurniture::miniMapMovesTheView()
{
    MiniMap *mini = m_furniture->miniMap();
    m_view->setViewport(m_view->viewport().zoomedAt({500, 350}, 8.0));
    const QPoint target = mini->rect().center() + QPoint(30, 20);
    QTest::mouseClick(mini, Qt::LeftButton, {}, target);
    QVERIFY((mini->frame().center() - QPointF(target)).manhattanLength() < 1e-6);
    const double scale = m_view->viewport().metersPerPixel;
    QVERIFY(std::abs(scale - m_view->viewport().metersPerPixel) < 1e-12);
}

void tst_MapFurniture::miniMapDragKeepsItsGrip()
{
    MiniMap *mini = m_furniture->miniMap();
    m_view->setViewport(m_view->viewport().zoomedAt({500, 350}, 3.0));
    const QPointF before = mini->frame().center();
    const QPoint grip = (before + QPointF(6, 4)).toPoint();
    QTest::mousePress(mini, Qt::LeftButton, {}, grip);
    QVERIFY((mini->frame().center() - before).manhattanLength() < 1e-6); // no jump
    moveHeld(*mini, QPointF(grip) + QPointF(-20, 10));
    QTest::mouseRelease(mini, Qt::LeftButton, {}, grip + QPoint(-20, 10));
    QVERIFY((mini->frame().center() - before - QPointF(-20, 10)).manhattanLength() < 1e-6);
}

void tst_MapFurniture::miniMapKeys()
{
    MiniMap *mini = m_furniture->miniMap();
    const Viewport before = m_view->viewport();
    QTest::keyClick(mini, Qt::Key_Right);
    QVERIFY(m_view->viewport() == before.panned({-250, 0}));
    QTest::keyClick(mini, Qt::Key_Left);
    QTest::keyClick(mini, Qt::Key_Up);
    QVERIFY(std::abs(m_view->viewport().centre.y - before.panned({0, 175}).centre.y) < 1e-6);
}

void tst_MapFurniture::miniMapCollapses()
{
    MiniMap *mini = m_furniture->miniMap();
    auto *toggle = mini->findChild<QToolButton *>();
    QTest::mouseClick(toggle, Qt::LeftButton);
    QVERIFY(mini->isCollapsed());
    QCOMPARE(mini->size(), QSize(24, 24));
    QVERIFY(mini->frame().isEmpty());
    QCOMPARE(mini->geometry().right(), m_view->width() - 13);
    QVERIFY(toggle->accessibleName().contains(QStringLiteral("Show")));
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(!mini->isCollapsed());
    QVERIFY(!mini->frame().isEmpty());
}

void tst_MapFurniture::tinyFrameCanBeSeen()
{
    m_view->setViewport(m_view->viewport().zoomedAt({500, 350}, 500.0));
    QVERIFY(m_furniture->miniMap()->frame().width() >= 10.0);
}

void tst_MapFurniture::everythingIsReachable()
{
    QSet<QWidget *> reached;
    QWidget *at = m_view.get();
    for (int i = 0; i < 100; ++i) {
        at = at->nextInFocusChain();
        if (at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus))
            reached.insert(at);
    }
    QVERIFY(reached.contains(m_furniture->miniMap()));
    QList<QAbstractButton *> buttons;
    for (QWidget *part : {static_cast<QWidget *>(m_furniture->toolBar()),
             static_cast<QWidget *>(m_furniture->zoom()),
             static_cast<QWidget *>(m_furniture->miniMap())})
        buttons += part->findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), qsizetype(MapTools::kKinds.size()) + 3 + 1);
    for (QAbstractButton *button : buttons) {
        QVERIFY2(
            reached.contains(button) || !button->isEnabled(), qPrintable(button->accessibleName()));
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
        QVERIFY(button->width() >= 24 && button->height() >= 24);
    }
}

QTEST_MAIN(tst_MapFurniture)
#include "tst_map_furniture.moc"
