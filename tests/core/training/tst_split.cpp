// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/split.h"

#include "base/random.h"

#include <QTest>

using namespace belvedere;

class tst_Split : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data();
    void published();
    void partsMeet();
    void tooFewSteps_data();
    void tooFewSteps();
    void impossible_data();
    void impossible();
    void parse();
    void parseBad_data();
    void parseBad();
};

// The index files of STAEformer, as quoted by the literature; 12 steps in, 12 out.
void tst_Split::published_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("shares");
    QTest::addColumn<int>("train");
    QTest::addColumn<int>("validation");
    QTest::addColumn<int>("test");
    QTest::addColumn<int>("firstTestStep");
    const QString seventy = QStringLiteral("0.7,0.1,0.2");
    const QString sixty = QStringLiteral("0.6,0.2,0.2");
    QTest::newRow("METR-LA") << 34272 << seventy << 23974 << 3425 << 6850 << 27399;
    QTest::newRow("PEMS-BAY") << 52116 << seventy << 36465 << 5209 << 10419 << 41674;
    QTest::newRow("PEMS03") << 26208 << sixty << 15711 << 5237 << 5237 << 20948;
    QTest::newRow("PEMS04") << 16992 << sixty << 10181 << 3394 << 3394 << 13575;
    QTest::newRow("PEMS07") << 28224 << sixty << 16921 << 5640 << 5640 << 22561;
    // STIDGCN's rounding, which is DCRNN's rule; STAEformer has one window more in validation.
    QTest::newRow("PEMS08") << 17856 << sixty << 10700 << 3566 << 3567 << 14266;
}

void tst_Split::published()
{
    QFETCH(const int, steps);
    QFETCH(const QString, shares);
    const Result<SplitShares> parsed = parseSplit(shares);
    QVERIFY(parsed);
    const Result<Split> split = chronologicalSplit(steps, ForecastShape(), *parsed);
    QVERIFY(split);
    QTEST(split->train.count, "train");
    QTEST(split->validation.count, "validation");
    QTEST(split->test.count, "test");
    QTEST(split->test.first, "firstTestStep");
    const int lastTarget = split->test.lastInputStep(split->test.count - 1, ForecastShape()) + 12;
    QCOMPARE(lastTarget, steps - 1);
}

void tst_Split::partsMeet()
{
    Random random(7);
    for (int round = 0; round < 500; ++round) {
        ForecastShape shape;
        shape.history = 1 + static_cast<int>(random.below(30));
        shape.horizon = 1 + static_cast<int>(random.below(30));
        const int steps = 200 + static_cast<int>(random.below(5000));
        const double train = random.uniform(0.3, 0.8);
        const double validation = (1.0 - train) * random.uniform(0.2, 0.8);
        const Result<Split> split =
            chronologicalSplit(steps, shape, {train, validation, 1.0 - train - validation});
        QVERIFY(split);
        QCOMPARE(split->train.first, 0);
        QCOMPARE(split->validation.first, split->train.count);
        QCOMPARE(split->test.first, split->validation.first + split->validation.count);
        QCOMPARE(split->test.first + split->test.count, steps - shape.history - shape.horizon + 1);
    }
}

void tst_Split::tooFewSteps_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {0, 1, 23, 24, 26})
        QTest::addRow("%d", steps) << steps;
}

void tst_Split::tooFewSteps()
{
    QFETCH(const int, steps);
    const Result<Split> split = chronologicalSplit(steps, ForecastShape(), {});
    QVERIFY(!split);
    QCOMPARE(split.error().code, Errc::Shape);
    // The promise of the message holds: that many steps are enough, one less is not.
    const int needed = split.error().args.last().toInt();
    QVERIFY(chronologicalSplit(needed, ForecastShape(), {}));
    QVERIFY(!chronologicalSplit(needed - 1, ForecastShape(), {}));
}

void tst_Split::impossible_data()
{
    QTest::addColumn<int>("history");
    QTest::addColumn<int>("horizon");
    QTest::addColumn<double>("train");
    QTest::newRow("noHistory") << 0 << 12 << 0.7;
    QTest::newRow("noHorizon") << 12 << 0 << 0.7;
    QTest::newRow("negativeHorizon") << 12 << -3 << 0.7;
    QTest::newRow("sharesAboveOne") << 12 << 12 << 0.9;
    QTest::newRow("notANumber") << 12 << 12 << std::nan("");
}

void tst_Split::impossible()
{
    QFETCH(const int, history);
    QFETCH(const int, horizon);
    QFETCH(const double, train);
    ForecastShape shape;
    shape.history = history;
    shape.horizon = horizon;
    const Result<Split> split = chronologicalSplit(1000, shape, {train, 0.1, 0.2});
    QVERIFY(!split);
    QCOMPARE(split.error().code, Errc::Usage);
}

void tst_Split::parse()
{
    const Result<SplitShares> shares = parseSplit(QStringLiteral(" 0.5, 0.25,0.25 "));
    QVERIFY(shares);
    QCOMPARE(shares->train, 0.5);
    QCOMPARE(shares->validation, 0.25);
    QCOMPARE(shares->test, 0.25);
}

void tst_Split::parseBad_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "0.7", "0.7,0.3", "0.7,0.1,0.1,0.1", "0.7,0.1,0.3", "1,0,0",
             "0.7,-0.1,0.4", "a,b,c", "0.7;0.1;0.2", "nan,0.5,0.5", "0.999999,0.0000005,0.0000005"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void tst_Split::parseBad()
{
    QFETCH(const QString, text);
    const Result<SplitShares> shares = parseSplit(text);
    QVERIFY(!shares);
    QCOMPARE(shares.error().code, Errc::Usage);
    QVERIFY(shares.error().message().contains(text));
}

QTEST_GUILESS_MAIN(tst_Split)
#include "tst_split.moc"
