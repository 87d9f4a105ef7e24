// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/compare/map_compare.h"

#include "base/task_pools.h"
#include "map/compare/compare_bar.h"
#include "map/compare/compare_handle.h"
#include "map/compare/compare_label.h"
#include "map/map_view.h"
#include "ui/map/pointer.h"
#include "ui/map/synthetic_layers.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

using Mode = MapCompare::Mode;

class tst_MapCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offPaintsNothingTwice();
    void viewportsAreLinkedExactly_data();
    void viewportsAreLinkedExactly();
    void linkedWhileItMoves();
    void splitHalves();
    void swipeShowsBothAtTheirSides();
    void groundStaysWhereItIs();
    void handleIsDragged();
    void handleByKeyboard();
    void peekKeyHeld();
    void peekInTheSwipe();
    void autoRepeatIsNoRelease();
    void leavingTheWindowEndsPeeking();
    void releaseElsewhereEndsPeeking();
    void typedLetterIsNoPeek();
    void noPeekInOtherModes();
    void peekButtonHeld();
    void labelsAreAtTheirSides();
    void hoverAndSelectionAreLinked();
    void clicksGoToTheMapThatIsSeen();
    void barSwitches();
    void survivesItsEnd();

private:
    MapView *a() const { return m_compare->a(); }
    MapView *b() const { return m_compare->b(); }
    void press() { QTest::keyPress(a(), Qt::Key_C); }
    void release() { QTest::keyRelease(a(), Qt::Key_C); }
    [[nodiscard]] QPoint inWindow(QWidget *widget) const
    {
        return widget->mapTo(m_window.get(), QPoint());
    }

    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<QWidget> m_window;
    MapCompare *m_compare = nullptr;
    QLineEdit *m_field = nullptr;
};

void tst_MapCompare::init()
{
    m_pools = std::make_unique<TaskPools>();
    m_window = std::make_unique<QWidget>();
    m_compare = new MapCompare(m_pools->render);
    m_field = new QLineEdit;
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_compare, 1);
    layout->addWidget(m_field);
    m_window->resize(900, 640);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    a()->setFocus();
    const SyntheticLayers city(10);
    a()->setLayers(city.layers);
    b()->setLayers(city.layers);
    b()->setAttributes(QStringLiteral("values"), city.valuesAt(7));
    a()->setReducedMotion(true);
    b()->setReducedMotion(true);
    m_compare->setLabels(QStringLiteral("Now"), QStringLiteral("Yesterday 08:15"));
    QTRY_VERIFY(a()->isSharp());
}

void tst_MapCompare::cleanup()
{
    m_window.reset();
    m_pools.reset();
}

void tst_MapCompare::offPaintsNothingTwice()
{
    QSignalSpy sharpened(b(), &MapView::sharpened);
    QSignalSpy moved(b(), &MapView::viewportChanged);
    a()->setViewport(a()->viewport().panned({700, 100}));
    QTRY_VERIFY(a()->isSharp());
    b()->setAttributes(QStringLiteral("values"), SyntheticLayers(10).valuesAt(3));
    QTest::qWait(60);
    QCOMPARE(sharpened.count(), 0);
    QCOMPARE(moved.count(), 0);
    QVERIFY(!b()->isVisible() && !b()->isSharp());
    QVERIFY(a()->geometry() == m_compare->rect());
    QVERIFY(!m_compare->labelA()->isVisible() && !m_compare->handle()->isVisible());
}

void tst_MapCompare::viewportsAreLinkedExactly_data()
{
    QTest::addColumn<Mode>("mode");
    QTest::newRow("split") << Mode::Split;
    QTest::newRow("swipe") << Mode::Swipe;
}

void tst_MapCompare::viewportsAreLinkedExactly()
{
    QFETCH(Mode, mode);
    m_compare->setMode(mode);
    const auto same = [this] {
        return a()->viewport().centre == b()->viewport().centre
            && a()->viewport().metersPerPixel == b()->viewport().metersPerPixel;
    };
    QVERIFY(same());
    Random random(1);
    for (int i = 0; i < 50; ++i) {
        MapView *moved = i % 2 == 0 ? a() : b();
        moved->setViewport(moved->viewport()
                               .zoomedAt({random.uniform(0, 400), random.uniform(0, 500)},
                                   random.uniform(0.7, 1.4))
                               .panned({random.uniform(-90, 90), random.uniform(-90, 90)}));
        QVERIFY(same());
    }
    b()->fitAll();
    QVERIFY(same());
    m_compare->setPosition(0.3);
    QVERIFY(same());
    m_window->resize(700, 500);
    QCoreApplication::processEvents();
    QVERIFY(same());
    QTRY_VERIFY(a()->isSharp() && b()->isSharp());
}

void tst_MapCompare::linkedWhileItMoves()
{
    m_compare->setMode(Mode::Split);
    b()->setReducedMotion(false);
    const double target = b()->viewport().metersPerPixel / 2.0;
    int steps = 0;
    int apart = 0;
    connect(b(), &MapView::viewportChanged, m_compare, [&] {
        ++steps;
        apart += a()->viewport().metersPerPixel == b()->viewport().metersPerPixel ? 0 : 1;
    });
    b()->zoomBy(2.0);
    QTRY_VERIFY(std::abs(b()->viewport().metersPerPixel - target) < 1e-12);
    QVERIFY(steps > 2);
    QCOMPARE(apart, 0);
    QCOMPARE(a()->viewport().metersPerPixel, b()->viewport().metersPerPixel);
    QVERIFY(a()->viewport().centre == b()->viewport().centre);
}

void tst_MapCompare::splitHalves()
{
    m_compare->setMode(Mode::Split);
    QVERIFY(std::abs(a()->width() - b()->width()) <= 1);
    QCOMPARE(a()->width() + b()->width(), m_compare->width());
    QCOMPARE(inWindow(b()).x(), inWindow(a()).x() + a()->width());
    m_compare->setPosition(0.0); // never without room for a map
    QVERIFY(a()->width() >= 80);
}

void tst_MapCompare::swipeShowsBothAtTheirSides()
{
    m_compare->setMode(Mode::Swipe);
    QTRY_VERIFY(a()->isSharp() && b()->isSharp());
    m_compare->setPosition(0.0);
    const QImage onlyB = m_compare->grab().toImage();
    m_compare->setPosition(1.0);
    const QImage onlyA = m_compare->grab().toImage();
    m_compare->setPosition(0.5);
    QTRY_VERIFY(a()->isSharp() && b()->isSharp());
    const QImage both = m_compare->grab().toImage();
    const int middle = both.width() / 2;
    int differs = 0;
    for (int y = 80; y < both.height() - 80; ++y) {
        for (int x = 60; x < both.width() - 60; ++x) {
            differs += onlyA.pixel(x, y) != onlyB.pixel(x, y) ? 1 : 0;
            if (std::abs(x - middle) > 20)
                QCOMPARE(both.pixel(x, y), (x < middle ? onlyA : onlyB).pixel(x, y));
        }
    }
    QVERIFY(differs > 1000);
}

void tst_MapCompare::groundStaysWhereItIs()
{
    m_compare->setMode(Mode::Swipe);
    for (const double position : {0.1, 0.5, 0.77}) {
        m_compare->setPosition(position);
        QCOMPARE(b()->size(), a()->size());
        QCOMPARE(inWindow(b()), inWindow(a()));
    }
}

void tst_MapCompare::handleIsDragged()
{
    m_compare->setMode(Mode::Swipe);
    CompareHandle *handle = m_compare->handle();
    QVERIFY(handle->width() >= 24);
    QSignalSpy moved(m_compare, &MapCompare::positionChanged);
    const int before = handle->x();
    QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(10, 200));
    moveHeld(*handle, QPointF(90, 210));
    QCOMPARE(handle->x(), before + 80);
    moveHeld(*handle, QPointF(10 + 20, 210)); // it has moved along with the pointer
    QCOMPARE(handle->x(), before + 100);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(10, 210));
    QCOMPARE(moved.count(), 2);
    moveHeld(*handle, QPointF(200, 210), {}, Qt::NoButton);
    QCOMPARE(handle->x(), before + 100);
    QTest::mouseDClick(handle, Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(m_compare->position(), 0.5);
}

void tst_MapCompare::handleByKeyboard()
{
    m_compare->setMode(Mode::Swipe);
    CompareHandle *handle = m_compare->handle();
    QVERIFY(handle->focusPolicy() & Qt::TabFocus);
    QVERIFY(!handle->accessibleName().isEmpty());
    const int before = handle->x();
    QTest::keyClick(handle, Qt::Key_Right);
    QCOMPARE(handle->x(), before + 16);
    QTest::keyClick(handle, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(handle->x(), before - 80);
    QTest::keyClick(handle, Qt::Key_End);
    QCOMPARE(m_compare->position(), 1.0);
    QVERIFY(m_compare->rect().intersects(handle->geometry()));
    QTest::keyClick(handle, Qt::Key_Home);
    QCOMPARE(m_compare->position(), 0.0);
}

void tst_MapCompare::peekKeyHeld()
{
    m_compare->setMode(Mode::Peek);
    QVERIFY(!b()->isVisible());
    QSignalSpy peeking(m_compare, &MapCompare::peekingChanged);
    press();
    QVERIFY(m_compare->isPeeking() && b()->isVisible());
    QVERIFY(b()->viewport() == a()->viewport());
    QCOMPARE(inWindow(b()), inWindow(a()));
    QVERIFY(m_compare->labelB()->isVisible() && !m_compare->labelA()->isVisible());
    QTRY_VERIFY(b()->isSharp());
    release();
    QVERIFY(!m_compare->isPeeking() && !b()->isVisible());
    QVERIFY(m_compare->labelA()->isVisible() && !m_compare->labelB()->isVisible());
    QCOMPARE(peeking.count(), 2);
}

void tst_MapCompare::peekInTheSwipe()
{
    m_compare->setMode(Mode::Swipe);
    m_compare->setPosition(0.7);
    press();
    QCOMPARE(b()->parentWidget()->geometry(), a()->rect());
    QVERIFY(!m_compare->handle()->isVisible());
    release();
    QVERIFY(m_compare->handle()->isVisible());
    QCOMPARE(m_compare->position(), 0.7);
}

void tst_MapCompare::autoRepeatIsNoRelease()
{
    m_compare->setMode(Mode::Peek);
    press();
    QSignalSpy peeking(m_compare, &MapCompare::peekingChanged);
    for (int i = 0; i < 5; ++i) {
        for (const QEvent::Type type : {QEvent::KeyRelease, QEvent::KeyPress}) {
            QKeyEvent repeat(type, Qt::Key_C, Qt::NoModifier, QStringLiteral("c"), true);
            QApplication::sendEvent(a(), &repeat);
        }
    }
    QCOMPARE(peeking.count(), 0);
    release();
    QCOMPARE(peeking.count(), 1);
}

void tst_MapCompare::leavingTheWindowEndsPeeking()
{
    m_compare->setMode(Mode::Peek);
    press();
    QWidget other;
    other.show();
    other.activateWindow();
    QTRY_VERIFY(!m_compare->isPeeking());
    release(); // may still come, or not
    QVERIFY(!m_compare->isPeeking());
    press();
    QVERIFY(m_compare->isPeeking());
    m_compare->hide();
    QVERIFY(!m_compare->isPeeking());
}

void tst_MapCompare::releaseElsewhereEndsPeeking()
{
    m_compare->setMode(Mode::Peek);
    press();
    m_field->setFocus();
    QTest::keyRelease(m_field, Qt::Key_C);
    QVERIFY(!m_compare->isPeeking());
}

void tst_MapCompare::typedLetterIsNoPeek()
{
    m_compare->setMode(Mode::Peek);
    m_field->setFocus();
    QTest::keyClicks(m_field, QStringLiteral("circus"));
    QVERIFY(!m_compare->isPeeking());
    QCOMPARE(m_field->text(), QStringLiteral("circus"));
    QTest::keyPress(a(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!m_compare->isPeeking());
}

void tst_MapCompare::noPeekInOtherModes()
{
    for (const Mode mode : {Mode::Off, Mode::Split}) {
        m_compare->setMode(mode);
        press();
        QVERIFY(!m_compare->isPeeking());
        release();
    }
    m_compare->setMode(Mode::Peek);
    press();
    m_compare->setMode(Mode::Off);
    QVERIFY(!m_compare->isPeeking() && !b()->isVisible());
}

void tst_MapCompare::peekButtonHeld()
{
    m_compare->setMode(Mode::Peek);
    QToolButton *button = m_compare->peekButton();
    QVERIFY(button->isVisible());
    QVERIFY(button->text().contains(QStringLiteral("Yesterday 08:15")));
    QVERIFY(button->height() >= 24);
    QTest::mousePress(button, Qt::LeftButton);
    QVERIFY(m_compare->isPeeking());
    QTest::mouseRelease(button, Qt::LeftButton);
    QVERIFY(!m_compare->isPeeking());
    QTest::keyPress(button, Qt::Key_Space);
    QVERIFY(m_compare->isPeeking());
    QTest::keyRelease(button, Qt::Key_Space);
    QVERIFY(!m_compare->isPeeking());
}

void tst_MapCompare::labelsAreAtTheirSides()
{
    for (const Mode mode : {Mode::Split, Mode::Swipe}) {
        m_compare->setMode(mode);
        for (const double position : {0.3, 0.5, 0.8}) {
            m_compare->setPosition(position);
            const int divider = inWindow(m_compare->handle()).x() + CompareHandle::kWidth / 2;
            const CompareLabel *left = m_compare->labelA();
            QVERIFY(left->isVisible() && m_compare->labelB()->isVisible());
            QVERIFY(inWindow(m_compare->labelA()).x() + left->width() < divider);
            QVERIFY(inWindow(m_compare->labelB()).x() > divider);
        }
        m_compare->setPosition(0.0);
        QVERIFY(m_compare->labelA()->width() >= 28);
        QVERIFY(m_compare->rect().contains(
            QRect(m_compare->labelB()->mapTo(m_compare, QPoint()), m_compare->labelB()->size())));
    }
    QVERIFY(m_compare->labelA()->accessibleName().contains(QStringLiteral("Now")));
    QVERIFY(a()->overlayMargins().top() > 28);
    m_compare->setMode(Mode::Off);
    QCOMPARE(a()->overlayMargins().top(), 0);
}

void tst_MapCompare::hoverAndSelectionAreLinked()
{
    m_compare->setMode(Mode::Split);
    using Features = std::vector<PickedFeature>;
    const PickedFeature linked{QStringLiteral("values"), 5};
    m_compare->setHighlighted({linked});
    QSignalSpy hovered(m_compare, &MapCompare::hovered);
    hoverTo(*a(), a()->viewport().toScreen({500, 500}));
    const PickedFeature site{QStringLiteral("sites"), 0};
    QVERIFY(b()->highlighted() == (Features{linked, site}));
    QVERIFY(a()->highlighted() == (Features{linked}));
    QCOMPARE(hovered.count(), 1);
    hoverTo(*a(), QPointF(2, 2));
    QVERIFY(b()->highlighted() == (Features{linked}));
    hoverTo(*b(), b()->viewport().toScreen({500, 500}));
    QVERIFY(a()->highlighted() == (Features{linked, site}));
    b()->setSelection({site});
    QVERIFY(a()->selection() == (Features{site}));
    a()->setSelection({});
    QVERIFY(b()->selection().empty());
}

void tst_MapCompare::clicksGoToTheMapThatIsSeen()
{
    m_compare->setMode(Mode::Swipe);
    m_compare->setPosition(0.25);
    QSignalSpy picked(m_compare, &MapCompare::picked);
    QSignalSpy pickedInB(b(), &MapView::picked);
    const QPoint site = a()->viewport().toScreen({500, 500}).toPoint();
    QWidget *under = m_window->childAt(inWindow(a()) + site);
    QCOMPARE(under, b());
    QTest::mouseClick(under, Qt::LeftButton, {}, site); // the same place in both
    QCOMPARE(pickedInB.count(), 1);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][0].toString(), QStringLiteral("sites"));
    QCOMPARE(m_window->childAt(inWindow(a()) + QPoint(100, 300)), a());
}

void tst_MapCompare::barSwitches()
{
    CompareBar bar(*m_compare);
    bar.show();
    for (const Mode mode : {Mode::Split, Mode::Swipe, Mode::Peek}) {
        QToolButton *button = bar.button(mode);
        QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
        QVERIFY(button->width() >= 24 && button->height() >= 24);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(m_compare->mode(), mode);
        QVERIFY(button->isChecked());
    }
    QVERIFY(!bar.button(Mode::Split)->isChecked());
    QTest::mouseClick(bar.button(Mode::Peek), Qt::LeftButton);
    QCOMPARE(m_compare->mode(), Mode::Off);
}

void tst_MapCompare::survivesItsEnd()
{
    m_compare->setMode(Mode::Swipe);
    hoverTo(*a(), a()->viewport().toScreen({500, 500}));
    press();
    delete m_compare;
    m_compare = nullptr;
    QTest::keyRelease(m_window.get(), Qt::Key_C);
}

QTEST_MAIN(tst_MapCompare)
#include "tst_map_compare.moc"
