// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/map_tools.h"

#include "base/task_pools.h"
#include "map/map_view.h"
#include "map/region_query.h"
#include "map/tools/map_tool_bar.h"
#include "map/tools/measure_tool.h"
#include "ui/map/pointer.h"
#include "ui/map/synthetic_layers.h"

#include <QAction>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

using Kind = MapTools::Kind;

class tst_MapTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keysChoose_data();
    void keysChoose();
    void rectangleSelects();
    void modifiersSayWhat_data();
    void modifiersSayWhat();
    void lassoSelects();
    void lassoByClicks();
    void slipSelectsNothing();
    void escapeGivesUpThenLeaves();
    void panMovesAndNeverPicks();
    void zoomBoxFits();
    void zoomBoxByKeyboard();
    void measures();
    void measuresClosedArea();
    void measureIsKeptWhileMoving();
    void measureByKeyboard();
    void wheelZoomsWhateverTheTool();
    void toolsAreSharedByTwoViews();
    void selectionIsCombined();
    void barIsAccessible();
    void escapeIsNotForTheWindow();

private:
    [[nodiscard]] QPoint onScreen(PointM p) const
    {
        return m_view->viewport().toScreen(p).toPoint();
    }
    std::vector<PickedFeature> found(const QSignalSpy &spy) const
    {
        return spy.last()[0].value<std::vector<PickedFeature>>();
    }

    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<MapView> m_view;
    MapTools *m_tools = nullptr;
};

void tst_MapTools::init()
{
    m_pools = std::make_unique<TaskPools>();
    m_view = std::make_unique<MapView>(m_pools->render);
    m_tools = new MapTools(*m_view, m_pools->io);
    m_view->setReducedMotion(true);
    m_view->resize(800, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    m_view->setLayers(SyntheticLayers(10).layers);
}

void tst_MapTools::cleanup()
{
    m_view.reset();
    m_pools.reset();
}

void tst_MapTools::keysChoose_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("pan") << int(Qt::Key_H) << Kind::Pan;
    QTest::newRow("rectangle") << int(Qt::Key_R) << Kind::Rectangle;
    QTest::newRow("lasso") << int(Qt::Key_O) << Kind::Lasso;
    QTest::newRow("measure") << int(Qt::Key_M) << Kind::Measure;
    QTest::newRow("zoomBox") << int(Qt::Key_Z) << Kind::ZoomBox;
}

void tst_MapTools::keysChoose()
{
    QFETCH(int, key);
    QFETCH(Kind, kind);
    QSignalSpy changed(m_tools, &MapTools::activeChanged);
    QVERIFY(m_tools->hint().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key(key));
    QCOMPARE(m_tools->active(), kind);
    QVERIFY(m_tools->action(kind)->isChecked());
    QVERIFY(!m_tools->action(Kind::Select)->isChecked());
    QVERIFY(!m_tools->hint().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_V);
    QCOMPARE(m_tools->active(), Kind::Select);
    QCOMPARE(changed.count(), 2);
}

void tst_MapTools::rectangleSelects()
{
    m_tools->activate(Kind::Rectangle);
    QSignalSpy selected(m_tools, &MapTools::regionSelected);
    const Viewport before = m_view->viewport();
    dragAlong(*m_view, {{300, 200}, {400, 260}, {480, 380}});
    QVERIFY(m_view->viewport() == before);
    QTRY_COMPARE(selected.count(), 1);
    const auto corner = [&](int x, int y) { return before.toWorld(QPointF(x, y)); };
    const auto expected = featuresIn(m_view->layers(),
        {corner(300, 200), corner(480, 200), corner(480, 380), corner(300, 380)},
        before.metersPerPixel);
    QVERIFY(expected.size() > 20);
    QVERIFY(found(selected) == expected);
    QCOMPARE(selected[0][1].value<SelectionChange>(), SelectionChange::Replace);
}

void tst_MapTools::modifiersSayWhat_data()
{
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<SelectionChange>("change");
    QTest::newRow("none") << int(Qt::NoModifier) << SelectionChange::Replace;
    QTest::newRow("shift") << int(Qt::ShiftModifier) << SelectionChange::Add;
    QTest::newRow("ctrl") << int(Qt::ControlModifier) << SelectionChange::Remove;
}

void tst_MapTools::modifiersSayWhat()
{
    QFETCH(int, modifiers);
    QFETCH(SelectionChange, change);
    for (const Kind kind : {Kind::Rectangle, Kind::Lasso}) {
        m_tools->activate(kind);
        QSignalSpy selected(m_tools, &MapTools::regionSelected);
        dragAlong(*m_view, {{300, 200}, {480, 220}, {400, 380}}, Qt::KeyboardModifiers(modifiers));
        QTRY_COMPARE(selected.count(), 1);
        QCOMPARE(selected[0][1].value<SelectionChange>(), change);
    }
}

void tst_MapTools::lassoSelects()
{
    m_tools->activate(Kind::Lasso);
    QSignalSpy selected(m_tools, &MapTools::regionSelected);
    const QPoint site = onScreen({500, 500});
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, site + QPoint(14, 0));
    QVERIFY(m_tools->hint().contains(QStringLiteral("Shift")));
    for (int i = 0; i <= 36; ++i) {
        const double angle = i * 0.1745;
        moveHeld(*m_view, QPointF(site) + 14.0 * QPointF(std::cos(angle), std::sin(angle)));
    }
    QVERIFY(m_tools->hint().contains(QStringLiteral("Release")));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, site + QPoint(14, 0));
    QTRY_COMPARE(selected.count(), 1);
    const auto features = found(selected);
    QVERIFY(std::find(features.begin(), features.end(), PickedFeature{QStringLiteral("sites"), 0})
        != features.end());
    QVERIFY(std::find(features.begin(), features.end(), PickedFeature{QStringLiteral("sites"), 1})
        == features.end());
}

void tst_MapTools::lassoByClicks()
{
    m_tools->activate(Kind::Lasso);
    QSignalSpy selected(m_tools, &MapTools::regionSelected);
    for (const QPoint corner : {QPoint(200, 150), QPoint(600, 150), QPoint(5, 5)})
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, corner);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 450));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTRY_COMPARE(selected.count(), 1);
    const Viewport view = m_view->viewport();
    QVERIFY(found(selected)
        == featuresIn(m_view->layers(),
            {view.toWorld({200, 150}), view.toWorld({600, 150}), view.toWorld({400, 450})},
            view.metersPerPixel));
    // The same by closing it at its start.
    for (const QPoint corner :
        {QPoint(200, 150), QPoint(600, 150), QPoint(400, 450), QPoint(203, 152)})
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, corner);
    QTRY_COMPARE(selected.count(), 2);
    QVERIFY(found(selected) == selected[0][0].value<std::vector<PickedFeature>>());
}

void tst_MapTools::slipSelectsNothing()
{
    QSignalSpy selected(m_tools, &MapTools::regionSelected);
    m_tools->activate(Kind::Rectangle);
    dragAlong(*m_view, {{300, 200}, {330, 230}, {302, 201}});
    m_tools->activate(Kind::Lasso);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(300, 200));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(!m_tools->isSearching());
    QCOMPARE(selected.count(), 0);
}

void tst_MapTools::escapeGivesUpThenLeaves()
{
    QSignalSpy selected(m_tools, &MapTools::regionSelected);
    for (const Kind kind : {Kind::Rectangle, Kind::Lasso, Kind::ZoomBox}) {
        const Viewport before = m_view->viewport();
        m_tools->activate(kind);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, QPoint(300, 200));
        moveHeld(*m_view, QPointF(350, 260));
        moveHeld(*m_view, QPointF(380, 300));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_tools->active(), kind);
        moveHeld(*m_view, QPointF(420, 330));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(420, 330));
        QVERIFY(m_view->viewport() == before);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_tools->active(), Kind::Select);
    }
    QCOMPARE(selected.count(), 0);
}

void tst_MapTools::panMovesAndNeverPicks()
{
    m_tools->activate(Kind::Pan);
    QSignalSpy picked(m_view.get(), &MapView::picked);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, onScreen({500, 500}));
    QCOMPARE(picked.count(), 0);
    const PointM grabbed = m_view->viewport().toWorld({400, 300});
    dragAlong(*m_view, {{400, 300}, {430, 310}, {520, 250}});
    QVERIFY((m_view->viewport().toScreen(grabbed) - QPointF(520, 250)).manhattanLength() < 1e-6);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, onScreen({500, 500}));
    QCOMPARE(picked.count(), 1);
}

void tst_MapTools::zoomBoxFits()
{
    m_tools->activate(Kind::ZoomBox);
    const PointM west = m_view->viewport().toWorld({300, 200});
    const PointM east = m_view->viewport().toWorld({500, 350});
    dragAlong(*m_view, {{300, 200}, {400, 300}, {500, 350}});
    QVERIFY(m_view->viewport().box().contains(west) && m_view->viewport().box().contains(east));
    QVERIFY(m_view->viewport().toScreen(east).x() - m_view->viewport().toScreen(west).x() > 650);
    QCOMPARE(m_tools->active(), Kind::Select); // once, then back to what one did
}

void tst_MapTools::zoomBoxByKeyboard()
{
    QTest::keyClick(m_view.get(), Qt::Key_Z);
    const double before = m_view->viewport().metersPerPixel;
    QTest::keyClick(m_view.get(), Qt::Key_P);
    const PointM first = m_view->viewport().centre;
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const PointM second = m_view->viewport().centre;
    QTest::keyClick(m_view.get(), Qt::Key_P);
    QVERIFY(m_view->viewport().metersPerPixel < before / 3);
    QVERIFY(m_view->viewport().box().contains(first) && m_view->viewport().box().contains(second));
}

void tst_MapTools::measures()
{
    m_tools->activate(Kind::Measure);
    QSignalSpy measured(m_tools, &MapTools::measured);
    const double scale = m_view->viewport().metersPerPixel;
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 100));
    hoverTo(*m_view, QPointF(300, 100));
    const QImage live = m_view->grab().toImage();
    hoverTo(*m_view, QPointF(310, 120));
    QVERIFY(m_view->grab().toImage() != live);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 100));
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(5, 590));
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QVERIFY(std::abs(m_tools->measure()->lengthM() - 300 * scale) < 1e-6);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 500));
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 500));
    QCOMPARE(measured.count(), 1);
    QVERIFY(std::abs(measured[0][0].toDouble() - 700 * scale) < 1e-6);
    QCOMPARE(measured[0][1].toDouble(), 0.0);
    QVERIFY(m_tools->measure()->isFinished());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(200, 200)); // anew
    QCOMPARE(m_tools->measure()->points().size(), std::size_t(1));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_tools->active(), Kind::Select);
    QVERIFY(m_tools->measure()->points().empty());
}

void tst_MapTools::measuresClosedArea()
{
    const LocalProjection projection(LonLat{10.75, 59.91});
    m_view->setProjection(projection);
    m_tools->activate(Kind::Measure);
    QSignalSpy measured(m_tools, &MapTools::measured);
    for (const QPoint corner :
        {QPoint(100, 100), QPoint(500, 100), QPoint(500, 400), QPoint(100, 400), QPoint(104, 97)})
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, corner);
    QCOMPARE(measured.count(), 1);
    const double scale = m_view->viewport().metersPerPixel;
    QVERIFY(std::abs(measured[0][0].toDouble() / (1400 * scale) - 1.0) < 0.006);
    QVERIFY(std::abs(measured[0][1].toDouble() / (400 * 300 * scale * scale) - 1.0) < 0.006);
    QVERIFY(m_tools->hint().contains(QString::fromUtf8("ha"))
        || m_tools->hint().contains(QString::fromUtf8("km²")));
    QTest::keyClick(m_view.get(), Qt::Key_Backspace); // opens it again
    QVERIFY(!m_tools->measure()->isClosed());
    QCOMPARE(m_tools->measure()->points().size(), std::size_t(4));
}

void tst_MapTools::measureIsKeptWhileMoving()
{
    m_tools->activate(Kind::Measure);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 100));
    const PointM first = m_tools->measure()->points()[0];
    dragAlong(*m_view, {{400, 300}, {350, 300}, {300, 300}}); // a drag pans
    QCOMPARE(m_tools->measure()->points().size(), std::size_t(1));
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(700, 500));
    const PointM second = m_view->viewport().toWorld({700, 500});
    QVERIFY(
        std::abs(m_tools->measure()->lengthM() - std::hypot(first.x - second.x, first.y - second.y))
        < 1e-6);
}

void tst_MapTools::measureByKeyboard()
{
    QSignalSpy measured(m_tools, &MapTools::measured);
    QTest::keyClick(m_view.get(), Qt::Key_M);
    QTest::keyClick(m_view.get(), Qt::Key_P);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_P);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(measured.count(), 1);
    QVERIFY(std::abs(measured[0][0].toDouble() - 96 * m_view->viewport().metersPerPixel) < 1e-6);
}

void tst_MapTools::wheelZoomsWhateverTheTool()
{
    for (const Kind kind : MapTools::kKinds) {
        m_tools->activate(kind);
        const double before = m_view->viewport().metersPerPixel;
        QWheelEvent wheel({400, 300}, m_view->mapToGlobal(QPointF(400, 300)), {}, {0, 120},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &wheel);
        QVERIFY(m_view->viewport().metersPerPixel < before);
    }
}

void tst_MapTools::toolsAreSharedByTwoViews()
{
    MapView second(m_pools->render);
    second.resize(400, 300);
    second.show();
    m_tools->addView(second);
    m_tools->activate(Kind::Measure);
    QCOMPARE(second.tool(), m_view->tool());
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(100, 100));
    QTest::mouseClick(&second, Qt::LeftButton, {}, QPoint(100, 100));
    QCOMPARE(m_tools->measure()->points().size(), std::size_t(2));
}

void tst_MapTools::selectionIsCombined()
{
    const auto feature = [](int i) { return PickedFeature{QStringLiteral("x"), i}; };
    const std::vector<PickedFeature> before = {feature(1), feature(2)};
    const std::vector<PickedFeature> found = {feature(2), feature(3)};
    using Features = std::vector<PickedFeature>;
    QVERIFY(changedSelection(before, found, SelectionChange::Replace) == found);
    QVERIFY(changedSelection(before, found, SelectionChange::Add)
        == (Features{feature(1), feature(2), feature(3)}));
    QVERIFY(changedSelection(before, found, SelectionChange::Remove) == (Features{feature(1)}));
}

void tst_MapTools::barIsAccessible()
{
    MapToolBar bar(*m_tools);
    bar.show();
    const auto buttons = bar.findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), qsizetype(MapTools::kKinds.size()));
    for (QToolButton *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(button->toolTip().contains(button->defaultAction()->shortcut().toString()));
        QVERIFY(button->width() >= 24 && button->height() >= 24);
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(button->isChecked());
    }
    QCOMPARE(m_tools->active(), Kind::ZoomBox);
}

void tst_MapTools::escapeIsNotForTheWindow()
{
    // A shortcut of the window on Escape does not take it from a tool that has something begun.
    QAction window;
    window.setShortcut(Qt::Key_Escape);
    QSignalSpy triggered(&window, &QAction::triggered);
    m_view->addAction(&window);
    m_tools->activate(Kind::Measure);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(triggered.count(), 0);
    QCOMPARE(m_tools->active(), Kind::Select);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(triggered.count(), 1);
}

QTEST_MAIN(tst_MapTools)
#include "tst_map_tools.moc"
