// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/linked_cursor.h"

#include <QTest>

#include <memory>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

/// A panel that obeys, and answers by setting what it was told, as a chart may that scrolls.
class Panel : public QObject
{
public:
    Panel(LinkedCursor &cursor, bool echoes)
    {
        cursor.follow(this, [this, &cursor, echoes](const LinkedPoint &point) {
            told.append(point);
            if (echoes)
                cursor.set(this, {point.dataset, {QStringLiteral("echo")}, point.instant});
        });
    }
    QList<LinkedPoint> told;
};

LinkedPoint site(const char *code)
{
    return {QStringLiteral("traffic"), {QString::fromLatin1(code)}, {}};
}

} // namespace

class tst_LinkedCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersAreToldNotTheSource();
    void manyMovesAreOneSignal();
    void echoesEndThere();
    void leavingClears();
    void enterBeforeLeave();
    void aPanelThatGoesTakesItsMark();
    void marks();
};

void tst_LinkedCursor::othersAreToldNotTheSource()
{
    LinkedCursor cursor;
    Panel map(cursor, false);
    Panel chart(cursor, false);
    cursor.set(&chart, {QStringLiteral("traffic"), {QStringLiteral("A")}, UtcMs(5)});
    QTRY_COMPARE(map.told.size(), 1);
    QCOMPARE(map.told[0].instant, std::optional<UtcMs>(5));
    QCOMPARE(cursor.source(), &chart);
    QCOMPARE(chart.told, QList<LinkedPoint>{LinkedPoint()}); // nothing of another's to mark
    cursor.set(&map, site("B"));
    QTRY_COMPARE(chart.told.size(), 2);
    QCOMPARE(chart.told[1], site("B"));
    QVERIFY(map.told.last().isEmpty()); // the chart's mark is gone
}

void tst_LinkedCursor::manyMovesAreOneSignal()
{
    LinkedCursor cursor;
    Panel map(cursor, false);
    Panel chart(cursor, false);
    for (int i = 0; i < 1000; ++i)
        cursor.set(&chart, {{}, {}, UtcMs(i)});
    QTRY_COMPARE(map.told.size(), 1);
    QCOMPARE(map.told[0].instant, std::optional<UtcMs>(999));
    cursor.set(&chart, {{}, {}, UtcMs(999)}); // the same again
    QTest::qWait(40);
    QCOMPARE(map.told.size(), 1);
}

void tst_LinkedCursor::echoesEndThere()
{
    LinkedCursor cursor;
    Panel map(cursor, true);
    Panel chart(cursor, true);
    Panel table(cursor, true);
    cursor.set(&chart, site("A"));
    QTRY_COMPARE(map.told.size(), 1);
    QTest::qWait(60);
    QCOMPARE(map.told.size(), 1);
    QCOMPARE(table.told.size(), 1);
    QCOMPARE(cursor.point(), site("A"));
}

void tst_LinkedCursor::leavingClears()
{
    LinkedCursor cursor;
    Panel map(cursor, false);
    Panel chart(cursor, false);
    cursor.set(&chart, site("A"));
    QTRY_COMPARE(map.told.size(), 1);
    cursor.clear(&chart);
    QTRY_COMPARE(map.told.size(), 2);
    QVERIFY(map.told[1].isEmpty());
    QVERIFY(!cursor.source());
    // In and out within a frame: nobody hears of it.
    cursor.set(&chart, site("A"));
    cursor.set(&chart, {});
    QTest::qWait(40);
    QCOMPARE(map.told.size(), 2);
}

void tst_LinkedCursor::enterBeforeLeave()
{
    LinkedCursor cursor;
    Panel map(cursor, false);
    Panel chart(cursor, false);
    cursor.set(&chart, site("A"));
    cursor.set(&map, site("B"));
    cursor.clear(&chart); // late: the map has the pointer
    QTRY_COMPARE(chart.told.size(), 1);
    QCOMPARE(chart.told[0], site("B"));
    QTest::qWait(40);
    QCOMPARE(cursor.point(), site("B"));
}

void tst_LinkedCursor::aPanelThatGoesTakesItsMark()
{
    LinkedCursor cursor;
    Panel map(cursor, false);
    auto chart = std::make_unique<Panel>(cursor, false);
    cursor.set(chart.get(), site("A"));
    QTRY_COMPARE(map.told.size(), 1);
    chart.reset();
    QTRY_COMPARE(map.told.size(), 2);
    QVERIFY(map.told[1].isEmpty());
}

void tst_LinkedCursor::marks()
{
    const LinkedPoint point{
        QStringLiteral("traffic"), {QStringLiteral("A"), QStringLiteral("B")}, {}};
    QVERIFY(point.marks(QStringLiteral("traffic"), QStringLiteral("B")));
    QVERIFY(!point.marks(QStringLiteral("air"), QStringLiteral("B")));
    QVERIFY(!point.marks(QStringLiteral("traffic"), QStringLiteral("C")));
    QVERIFY(LinkedPoint().isEmpty());
}

QTEST_GUILESS_MAIN(tst_LinkedCursor)
#include "tst_linked_cursor.moc"
