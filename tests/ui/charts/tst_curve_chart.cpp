// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "ui/charts/chart_samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

std::shared_ptr<CurveData> twoCurves()
{
    auto content = std::make_shared<CurveData>();
    content->xName = QStringLiteral("Epoch");
    content->yName = QStringLiteral("MAE");
    content->yUnit = QStringLiteral("mph");
    content->curves = {
        {QStringLiteral("a"), QStringLiteral("Run a"), {{1, 9}, {2, 5}, {3, 4}}, 3.0},
        {QStringLiteral("b"), QStringLiteral("Run b"), {{1, 8}, {2, 3}}}};
    return content;
}

} // namespace

class tst_CurveChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysWalkAlongAndAcross();
    void logarithmWhereItHelps_data();
    void logarithmWhereItHelps();
    void hiddenCurveLeavesTheRange();
    void coloursAreApart();
    void tableHasEveryPoint();
    void nothing();
};

void tst_CurveChart::keysWalkAlongAndAcross()
{
    CurveChart chart;
    chart.resize(500, 280);
    chart.setData(twoCurves());
    chart.show();
    chart.setFocus(Qt::TabFocusReason);
    QSignalSpy keys(&chart, &ChartView::cursorKeyChanged);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("a")); // at the top of the left
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY2(chart.readOutText().contains(QStringLiteral("5.00")), qPrintable(chart.readOutText()));
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("b"));
    QTest::keyClick(&chart, Qt::Key_Right); // it ends here
    QVERIFY(chart.readOutText().contains(QStringLiteral("3.00")));
}

void tst_CurveChart::logarithmWhereItHelps_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<double>("last");
    QTest::addColumn<bool>("logarithmic");
    QTest::newRow("notWanted") << false << 0.01 << false;
    QTest::newRow("narrow") << true << 3.0 << false;
    QTest::newRow("wide") << true << 0.01 << true;
    QTest::newRow("zero") << true << 0.0 << false;
}

void tst_CurveChart::logarithmWhereItHelps()
{
    QFETCH(bool, wanted);
    QFETCH(double, last);
    QFETCH(bool, logarithmic);
    auto content = twoCurves();
    content->logarithmic = wanted;
    content->curves[0].points.back().setY(last);
    CurveChart chart;
    chart.resize(500, 280);
    chart.setData(content);
    chart.grab();
    QCOMPARE(chart.isLogarithmic(), logarithmic);
}

void tst_CurveChart::hiddenCurveLeavesTheRange()
{
    CurveChart chart;
    chart.resize(500, 280);
    chart.setData(twoCurves());
    chart.show();
    const QImage both = chart.grab().toImage();
    chart.setEntryVisible(QStringLiteral("a"), false);
    QVERIFY(chart.grab().toImage() != both);
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(chart.readOutText().startsWith(QStringLiteral("Run b")));
}

void tst_CurveChart::coloursAreApart()
{
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        for (std::size_t i = 0; i < 7; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(curveColor(tokensOf(mode), i) != curveColor(tokensOf(mode), k));
        }
        QCOMPARE(curveColor(tokensOf(mode), 7), curveColor(tokensOf(mode), 0));
    }
}

void tst_CurveChart::tableHasEveryPoint()
{
    CurveChart chart;
    chart.setData(twoCurves());
    const ChartTable table = chart.table();
    QCOMPARE(table.header,
        (QStringList{
            QStringLiteral("Name"), QStringLiteral("Epoch"), QStringLiteral("MAE (mph)")}));
    QCOMPARE(table.rows.size(), std::size_t(5));
    QCOMPARE(table.rows[4],
        (QStringList{QStringLiteral("Run b"), QStringLiteral("2"), QStringLiteral("3")}));
}

void tst_CurveChart::nothing()
{
    CurveChart chart;
    chart.setEmptyText(QStringLiteral("Choose runs"));
    chart.grab();
    chart.setData(std::make_shared<CurveData>());
    chart.grab();
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("Choose runs"));
    QVERIFY(chart.readOutText().isEmpty());
}

QTEST_MAIN(tst_CurveChart)
#include "tst_curve_chart.moc"
