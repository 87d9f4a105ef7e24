// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_tip.h"

#include "base/random.h"
#include "base/task_pools.h"
#include "map/map_view.h"
#include "pointer.h"
#include "synthetic_layers.h"

#include <QHelpEvent>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

class tst_MapTip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverCoversThePointer();
    void prefersBelowRight();
    void textSaysAll();
    void longTextsStayInTheCard();
    void comesAndGoesOnTheMap();
};

void tst_MapTip::neverCoversThePointer()
{
    Random random(5);
    const QRect room(4, 4, 792, 592);
    for (int i = 0; i < 5000; ++i) {
        const QSize size(60 + int(random.below(280)), 40 + int(random.below(220)));
        const QPoint pointer(int(random.below(800)), int(random.below(600)));
        const QRect card(tipPlace(size, pointer, room), size);
        QVERIFY2(!card.contains(pointer), qPrintable(QString::number(i)));
        QVERIFY2(room.contains(card), qPrintable(QString::number(i)));
    }
    // Too large for any side: it leaves the room rather than cover what it is about.
    for (int i = 0; i < 500; ++i) {
        const QPoint pointer(int(random.below(800)), int(random.below(600)));
        QVERIFY(!QRect(tipPlace({900, 500}, pointer, room), QSize(900, 500)).contains(pointer));
    }
}

void tst_MapTip::prefersBelowRight()
{
    const QRect room(0, 0, 800, 600);
    const QPoint corner = tipPlace({100, 50}, {400, 300}, room);
    QVERIFY(corner.x() > 400 && corner.y() > 300);
    QVERIFY(tipPlace({100, 50}, {400, 590}, room).y() < 590 - 50);
    QVERIFY(tipPlace({100, 50}, {790, 300}, room).x() < 790 - 100);
}

void tst_MapTip::textSaysAll()
{
    MapTip tip;
    QVERIFY(tip.isEmpty());
    tip.title = QStringLiteral("Elm St");
    tip.value = QStringLiteral("61.4");
    tip.unit = QStringLiteral("km/h");
    tip.rows = {{QStringLiteral("Time"), QStringLiteral("08:05")}};
    tip.note = QStringLiteral("Estimated.");
    QCOMPARE(tip.text(), QStringLiteral("Elm St\n61.4 km/h\nTime 08:05\nEstimated."));
}

void tst_MapTip::longTextsStayInTheCard()
{
    QWidget parent;
    parent.resize(500, 400);
    parent.show();
    MapTipCard card(&parent);
    MapTip tip;
    tip.title = QStringLiteral(
        "Straßenverkehrsüberwachungsmessstellenverwaltung Nord, Fahrtrichtung Mitte");
    tip.value = QStringLiteral("61,4");
    tip.unit = QStringLiteral("km/h");
    tip.rows = {{QStringLiteral("Aktualisierungszeitpunkt"),
        QStringLiteral("Donnerstag, 1. März 2012 um 08:05 Uhr mitteleuropäischer Zeit")}};
    card.showTip(tip, {250, 200});
    QVERIFY(card.isVisible());
    QVERIFY(card.width() <= 360);
    QVERIFY(parent.rect().contains(card.geometry()));
    const int height = card.height();
    tip.rows.clear();
    card.showTip(tip, {250, 200});
    QVERIFY(card.height() < height);
    card.showTip({}, {250, 200});
    QVERIFY(!card.isVisible());
}

void tst_MapTip::comesAndGoesOnTheMap()
{
    TaskPools pools;
    MapView view(pools.render);
    view.resize(800, 600);
    view.show();
    view.setLayers(SyntheticLayers(10).layers);
    view.setTip([](const QString &layer, std::int32_t feature) {
        MapTip tip;
        tip.title = layer + QString::number(feature);
        return tip;
    });
    const QPoint at = view.viewport().toScreen({500, 500}).toPoint();
    const auto ask = [&](QPoint where) {
        QHelpEvent event(QEvent::ToolTip, where, view.mapToGlobal(where));
        QApplication::sendEvent(&view, &event);
    };
    hoverTo(view, at);
    ask(at);
    QVERIFY(view.tipCard()->isVisible());
    QCOMPARE(view.tipCard()->accessibleName(), QStringLiteral("sites0"));
    hoverTo(view, at + QPoint(2, 1));
    QVERIFY(view.tipCard()->isVisible());
    QVERIFY(!view.tipCard()->geometry().contains(at + QPoint(2, 1)));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.tipCard()->isVisible());
    ask(at);
    hoverTo(view, QPointF(3, 3));
    QVERIFY(!view.tipCard()->isVisible());
    ask({3, 3});
    QVERIFY(!view.tipCard()->isVisible());
}

QTEST_MAIN(tst_MapTip)
#include "tst_map_tip.moc"
