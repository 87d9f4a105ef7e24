// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/viewport_history.h"

#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

Viewport at(double x, double metersPerPixel = 1.0)
{
    Viewport viewport;
    viewport.centre = {x, 0.0};
    viewport.metersPerPixel = metersPerPixel;
    viewport.size = {1000, 500};
    return viewport;
}

} // namespace

class tst_ViewportHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyGoesNowhere();
    void backAndForward();
    void newWayForgetsForward();
    void nearlyTheSameIsTheSame();
    void oldestAreForgotten();
};

void tst_ViewportHistory::emptyGoesNowhere()
{
    ViewportHistory history;
    QVERIFY(!history.back() && !history.forward());
    history.visit(at(0));
    QVERIFY(!history.canGoBack() && !history.canGoForward());
}

void tst_ViewportHistory::backAndForward()
{
    ViewportHistory history;
    for (const double x : {0.0, 500.0, 1000.0})
        history.visit(at(x));
    QVERIFY(*history.back() == at(500));
    QVERIFY(*history.back() == at(0));
    QVERIFY(!history.back());
    QVERIFY(*history.forward() == at(500));
    QVERIFY(*history.forward() == at(1000));
    QVERIFY(!history.forward());
    history.clear();
    QVERIFY(!history.canGoBack());
}

void tst_ViewportHistory::newWayForgetsForward()
{
    ViewportHistory history;
    for (const double x : {0.0, 500.0, 1000.0})
        history.visit(at(x));
    history.back();
    history.visit(at(-700));
    QVERIFY(!history.canGoForward());
    QVERIFY(*history.back() == at(500));
}

void tst_ViewportHistory::nearlyTheSameIsTheSame()
{
    ViewportHistory history;
    history.visit(at(0));
    history.visit(at(9));
    history.visit(at(0, 1.005));
    QVERIFY(!history.canGoBack());
    history.visit(at(11));
    QVERIFY(history.canGoBack());
    history.visit(at(11, 1.02));
    QVERIFY(*history.back() == at(11));
}

void tst_ViewportHistory::oldestAreForgotten()
{
    ViewportHistory history;
    for (int i = 0; i < 200; ++i)
        history.visit(at(100.0 * i));
    std::size_t steps = 0;
    while (history.back())
        ++steps;
    QCOMPARE(steps, ViewportHistory::kMost - 1);
}

QTEST_GUILESS_MAIN(tst_ViewportHistory)
#include "tst_viewport_history.moc"
