// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"
#include "ui/charts/chart_samples.h"

#include <QApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Two axes and four lines whose places can be worked out by hand; d has no second value.
std::shared_ptr<ParallelData> fourLines()
{
    auto content = std::make_shared<ParallelData>();
    content->noun = QStringLiteral("Run");
    content->axes = {{QStringLiteral("rate"), QStringLiteral("Rate"), {}, true},
        {QStringLiteral("mae"), QStringLiteral("MAE"), QStringLiteral("mph")}};
    content->lines = {{QStringLiteral("a"), QStringLiteral("Run a"), {0.001, 3.0}},
        {QStringLiteral("b"), QStringLiteral("Run b"), {0.01, 4.0}},
        {QStringLiteral("c"), QStringLiteral("Run c"), {0.1, 5.0}},
        {QStringLiteral("d"), QStringLiteral("Run d"), {0.01, kNaN}}};
    return content;
}

QPoint onAxis(const ParallelChart &chart, int axis, double share)
{
    const QLineF line = chart.axisLine(axis);
    return line.pointAt(1.0 - share).toPoint();
}

void drag(QWidget &widget, QPoint from, QPoint to)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    QTest::mouseMove(&widget, (from + to) / 2);
    QTest::mouseMove(&widget, to);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

} // namespace

class tst_ParallelChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOfValues_data();
    void sharesOfValues();
    void valueOfShareIsTheInverse();
    void linesWithinRanges_data();
    void linesWithinRanges();
    void dragOnAxisChooses();
    void rangeIsMovedAndStretched();
    void clickOnAxisTakesRangeAway();
    void hoverFindsTheLine();
    void clickActivatesTheLine();
    void keysWalkAndStretch();
    void screenReaderHearsTheSummary();
    void rangesOutliveNewData();
    void tableHasEverything();
    void manyLinesInTheBackground();
    void emptyAndOdd_data();
    void emptyAndOdd();

private:
    static std::unique_ptr<ParallelChart> shown(std::shared_ptr<const ParallelData> content);
};

std::unique_ptr<ParallelChart> tst_ParallelChart::shown(std::shared_ptr<const ParallelData> content)
{
    auto chart = std::make_unique<ParallelChart>();
    chart->setTitle(QStringLiteral("Search"));
    chart->resize(600, 320);
    chart->setData(std::move(content));
    chart->show();
    settle(*chart);
    return chart;
}

void tst_ParallelChart::sharesOfValues_data()
{
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<QStringList>("choices");
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("share");
    const QStringList none;
    const QStringList three = {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
    QTest::newRow("linear") << false << none << QVector<double>{10, 30} << 15.0 << 0.25;
    QTest::newRow("decades") << true << none << QVector<double>{1e-4, 1e-2} << 1e-3 << 0.5;
    QTest::newRow("zeroIsNotLogarithmic") << true << none << QVector<double>{0, 4} << 1.0 << 0.25;
    QTest::newRow("allAlike") << false << none << QVector<double>{7, 7} << 7.0 << 0.5;
    QTest::newRow("choices") << false << three << QVector<double>{1, 1} << 1.0 << 0.5;
    QTest::newRow("missingIsLeftOut") << false << none << QVector<double>{2, kNaN, 4} << 2.0 << 0.0;
}

void tst_ParallelChart::sharesOfValues()
{
    QFETCH(bool, logarithmic);
    QFETCH(QStringList, choices);
    QFETCH(QVector<double>, values);
    QFETCH(double, value);
    QFETCH(double, share);
    ParallelData content;
    content.axes = {{QStringLiteral("k"), QStringLiteral("t"), {}, logarithmic, choices}};
    for (const double each : values)
        content.lines.push_back({{}, {}, {each}});
    const ParallelScale scale(content, 0);
    QVERIFY2(std::abs(scale.shareOf(value) - share) < 1e-12,
        qPrintable(QString::number(scale.shareOf(value))));
    QVERIFY(std::isnan(scale.shareOf(kNaN)));
}

void tst_ParallelChart::valueOfShareIsTheInverse()
{
    const auto content = sampleSearch(200);
    for (std::size_t axis = 0; axis < content->axes.size(); ++axis) {
        const ParallelScale scale(*content, axis);
        for (const ParallelLine &line : content->lines) {
            const double value = line.values[axis];
            if (!std::isfinite(value))
                continue;
            const double share = scale.shareOf(value);
            QVERIFY(share >= -1e-12 && share <= 1.0 + 1e-12);
            QVERIFY(std::abs(scale.valueAt(share) - value) < 1e-9 * (1.0 + std::abs(value)));
        }
    }
}

void tst_ParallelChart::linesWithinRanges_data()
{
    QTest::addColumn<double>("rateLow");
    QTest::addColumn<double>("rateHigh");
    QTest::addColumn<double>("maeLow");
    QTest::addColumn<double>("maeHigh");
    QTest::addColumn<QString>("keys");
    QTest::newRow("none") << kNaN << kNaN << kNaN << kNaN << QStringLiteral("abcd");
    QTest::newRow("endsBelong") << 0.01 << 0.1 << kNaN << kNaN << QStringLiteral("bcd");
    QTest::newRow("missingLiesInNone") << kNaN << kNaN << 0.0 << 9.0 << QStringLiteral("abc");
    QTest::newRow("both") << 0.01 << 0.1 << 0.0 << 4.5 << QStringLiteral("b");
}

void tst_ParallelChart::linesWithinRanges()
{
    QFETCH(double, rateLow);
    QFETCH(double, rateHigh);
    QFETCH(double, maeLow);
    QFETCH(double, maeHigh);
    QFETCH(QString, keys);
    const auto chart = shown(fourLines());
    if (std::isfinite(rateLow))
        chart->setRange(0, ParallelRange{rateLow, rateHigh});
    if (std::isfinite(maeLow))
        chart->setRange(1, ParallelRange{maeLow, maeHigh});
    QCOMPARE(chart->keysWithin().join(QString()), keys);
}

void tst_ParallelChart::dragOnAxisChooses()
{
    const auto chart = shown(fourLines());
    QSignalSpy moved(chart.get(), &ParallelChart::rangesChanged);
    drag(*chart, onAxis(*chart, 1, 0.25), onAxis(*chart, 1, 0.75)); // 3.5 … 4.5 mph
    QVERIFY(!moved.isEmpty());
    const auto range = chart->range(1);
    QVERIFY(range);
    QVERIFY2(std::abs(range->low - 3.5) < 0.02 && std::abs(range->high - 4.5) < 0.02,
        qPrintable(QStringLiteral("%1 %2").arg(range->low).arg(range->high)));
    QCOMPARE(chart->keysWithin(), QStringList{QStringLiteral("b")});
    QVERIFY(!chart->range(0));
}

void tst_ParallelChart::rangeIsMovedAndStretched()
{
    const auto chart = shown(fourLines());
    chart->setRange(1, ParallelRange{3.5, 4.5});
    drag(*chart, onAxis(*chart, 1, 0.5), onAxis(*chart, 1, 0.6)); // from its inside
    QVERIFY(std::abs(chart->range(1)->low - 3.7) < 0.02);
    QVERIFY(std::abs(chart->range(1)->high - 4.7) < 0.02);
    drag(*chart, onAxis(*chart, 1, 0.85), onAxis(*chart, 1, 1.0)); // by its upper end
    QVERIFY(std::abs(chart->range(1)->low - 3.7) < 0.02);
    QVERIFY(std::abs(chart->range(1)->high - 5.0) < 0.02);
}

void tst_ParallelChart::clickOnAxisTakesRangeAway()
{
    const auto chart = shown(fourLines());
    chart->setRange(1, ParallelRange{3.5, 4.5});
    QTest::mouseClick(chart.get(), Qt::LeftButton, {}, onAxis(*chart, 1, 0.9));
    QVERIFY(!chart->hasRanges());
    QCOMPARE(chart->keysWithin().size(), 4);
}

void tst_ParallelChart::hoverFindsTheLine()
{
    const auto chart = shown(fourLines());
    QSignalSpy keys(chart.get(), &ChartView::cursorKeyChanged);
    const QPoint between = (onAxis(*chart, 0, 1.0) + onAxis(*chart, 1, 1.0)) / 2; // of line c
    QTest::mouseMove(chart.get(), between);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("c"));
    QVERIFY(chart->readOutText().startsWith(QStringLiteral("Run c")));
    QVERIFY2(
        chart->readOutText().contains(QStringLiteral("mph")), qPrintable(chart->readOutText()));
    QTest::mouseMove(chart.get(), between + QPoint(0, 70)); // between b and c
    QVERIFY(chart->readOutText().isEmpty());
}

void tst_ParallelChart::clickActivatesTheLine()
{
    const auto chart = shown(fourLines());
    QSignalSpy chosen(chart.get(), &ChartView::keyActivated);
    QTest::mouseClick(
        chart.get(), Qt::LeftButton, {}, (onAxis(*chart, 0, 1.0) + onAxis(*chart, 1, 1.0)) / 2);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("c"));
    QTest::mouseClick(chart.get(), Qt::LeftButton, {},
        (onAxis(*chart, 0, 1.0) + onAxis(*chart, 1, 1.0)) / 2 + QPoint(0, 70));
    QCOMPARE(chosen.size(), 1); // beside every line
}

void tst_ParallelChart::keysWalkAndStretch()
{
    const auto chart = shown(fourLines());
    chart->setFocus(Qt::TabFocusReason);
    QSignalSpy keys(chart.get(), &ChartView::cursorKeyChanged);
    chart->setCursorKey(QStringLiteral("a"));
    QTest::keyClick(chart.get(), Qt::Key_Right); // to the second axis
    QTest::keyClick(chart.get(), Qt::Key_Up);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("b"));
    QTest::keyClick(chart.get(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(keys.last().at(0).toString(), QStringLiteral("c"));
    QVERIFY(chart->range(1));
    QCOMPARE(chart->range(1)->low, 4.0);
    QCOMPARE(chart->range(1)->high, 5.0);
    QCOMPARE(chart->keysWithin(), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    QTest::keyClick(chart.get(), Qt::Key_Delete);
    QVERIFY(!chart->hasRanges());
}

void tst_ParallelChart::screenReaderHearsTheSummary()
{
    const auto chart = shown(fourLines());
    QVERIFY(chart->accessibleName().startsWith(QStringLiteral("Search")));
    chart->setRange(0, ParallelRange{0.005, 0.05});
    QVERIFY2(chart->accessibleName().contains(QStringLiteral("2 of 4")),
        qPrintable(chart->accessibleName()));
}

void tst_ParallelChart::rangesOutliveNewData()
{
    const auto chart = shown(fourLines());
    chart->setRange(1, ParallelRange{3.5, 4.5});
    auto other = fourLines();
    std::swap(other->axes[0], other->axes[1]);
    for (ParallelLine &line : other->lines)
        std::swap(line.values[0], line.values[1]);
    chart->setData(other);
    QVERIFY(chart->range(0)); // it went with its axis
    QVERIFY(!chart->range(1));
    QCOMPARE(chart->keysWithin(), QStringList{QStringLiteral("b")});
}

void tst_ParallelChart::tableHasEverything()
{
    const auto chart = shown(sampleSearch(12));
    chart->setRange(1, ParallelRange{2.0, 5.0});
    const ChartTable table = chart->table();
    QCOMPARE(table.header,
        (QStringList{QStringLiteral("Run"), QStringLiteral("Learning rate"),
            QStringLiteral("Layers"), QStringLiteral("Optimiser"), QStringLiteral("Width"),
            QStringLiteral("MAE (mph)"), QStringLiteral("Within the ranges")}));
    QCOMPARE(table.rows.size(), std::size_t(12));
    QVERIFY(QStringList({QStringLiteral("SGD"), QStringLiteral("Adam"), QStringLiteral("AdamW")})
                .contains(table.rows[0][3]));
    QVERIFY(table.rows[4][4].isEmpty()); // missing is not zero
    qsizetype within = 0;
    for (const QStringList &row : table.rows)
        within += row.last() == QLatin1String("1") ? 1 : 0;
    QCOMPARE(within, chart->keysWithin().size());
}

void tst_ParallelChart::manyLinesInTheBackground()
{
    const auto chart = shown(sampleSearch(2'000));
    QVERIFY(chart->isSettled());
    const QImage all = chart->grab().toImage();
    chart->setRange(4, ParallelRange{0.0, 3.5});
    settle(*chart);
    QVERIFY(chart->grab().toImage() != all);
}

void tst_ParallelChart::emptyAndOdd_data()
{
    QTest::addColumn<int>("axes");
    QTest::addColumn<int>("lines");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("axesOnly") << 3 << 0;
    QTest::newRow("oneAxis") << 1 << 3;
    QTest::newRow("oneLine") << 3 << 1;
}

void tst_ParallelChart::emptyAndOdd()
{
    QFETCH(int, axes);
    QFETCH(int, lines);
    auto content = std::make_shared<ParallelData>();
    for (int i = 0; i < axes; ++i)
        content->axes.push_back({QString::number(i), QString::number(i), {}});
    for (int i = 0; i < lines; ++i)
        content->lines.push_back({QString::number(i), QString::number(i),
            std::vector<double>(std::size_t(axes), double(i))});
    const auto chart = shown(content);
    for (const int key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_End, Qt::Key_Delete})
        QTest::keyClick(chart.get(), Qt::Key(key));
    QTest::mouseMove(chart.get(), chart->rect().center());
    chart->grab();
    content = std::make_shared<ParallelData>(*content);
    content->lines.push_back({QStringLiteral("short"), QStringLiteral("short"), {}});
    chart->setData(axes > 0 ? content : nullptr); // a line that does not fit: nothing is shown
    chart->grab();
    QCOMPARE(chart->table().rows.size(), std::size_t(0));
}

QTEST_MAIN(tst_ParallelChart)
#include "tst_parallel_chart.moc"
