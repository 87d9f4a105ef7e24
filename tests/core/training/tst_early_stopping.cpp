// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/early_stopping.h"

#include <QTest>

using namespace belvedere;

class tst_EarlyStopping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stops_data();
    void stops();
};

void tst_EarlyStopping::stops_data()
{
    QTest::addColumn<int>("patience");
    QTest::addColumn<QList<double>>("errors");
    QTest::addColumn<int>("stopsAfter"); // 0 = never
    QTest::addColumn<int>("best");
    const double nan = std::nan("");
    QTest::newRow("none") << 2 << QList<double>{} << 0 << 0;
    QTest::newRow("falling") << 2 << QList<double>{5, 4, 3, 2} << 0 << 4;
    QTest::newRow("rising") << 2 << QList<double>{1, 2, 3, 4} << 3 << 1;
    QTest::newRow("equalIsNotBetter") << 2 << QList<double>{3, 3, 3} << 3 << 1;
    QTest::newRow("recovers") << 2 << QList<double>{3, 4, 2, 4, 5} << 5 << 3;
    QTest::newRow("notANumber") << 2 << QList<double>{nan, nan} << 2 << 0;
    QTest::newRow("notANumberFirst") << 3 << QList<double>{nan, 7, nan, 6} << 0 << 4;
    QTest::newRow("impatient") << 1 << QList<double>{2, 2} << 2 << 1;
}

void tst_EarlyStopping::stops()
{
    QFETCH(const int, patience);
    QFETCH(const QList<double>, errors);
    EarlyStopping stopping(patience);
    int stoppedAfter = 0;
    for (int epoch = 1; epoch <= errors.size() && stoppedAfter == 0; ++epoch) {
        stopping.observe(epoch, errors[epoch - 1]);
        if (stopping.exhausted())
            stoppedAfter = epoch;
    }
    QTEST(stoppedAfter, "stopsAfter");
    QTEST(stopping.bestEpoch(), "best");
}

QTEST_GUILESS_MAIN(tst_EarlyStopping)
#include "tst_early_stopping.moc"
