// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/epoch_plan.h"

#include <QTest>
#include <QThread>

using namespace belvedere;

class tst_EpochPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void epochsThatFit_data();
    void epochsThatFit();
    void paceWithoutTheSlowBeginning();
    void wholePass();
    void noProgress();
    void stopsInTime();
};

void tst_EpochPlan::epochsThatFit_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("epoch");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("planned");
    QTest::newRow("exactly ten with reserve") << 11.0 << 1.0 << 100 << 10;
    QTest::newRow("fewer asked for") << 11.0 << 1.0 << 4 << 4;
    QTest::newRow("not even one") << 1.0 << 5.0 << 100 << 1;
    QTest::newRow("no time left") << -3.0 << 1.0 << 100 << 1;
    QTest::newRow("no time needed") << 1.0 << 0.0 << 100 << 100;
}

void tst_EpochPlan::epochsThatFit()
{
    QFETCH(const double, seconds);
    QFETCH(const double, epoch);
    QFETCH(const int, most);
    QTEST(epochsWithin(seconds, epoch, most), "planned");
}

// The first of ten batches takes 200 ms, the others about 5: the pace is that of the others.
void tst_EpochPlan::paceWithoutTheSlowBeginning()
{
    const TaskContext outer;
    WorkClock clock(outer);
    PaceProbe probe(clock, 1, 10.0);
    const TaskContext context = probe.context();
    for (int batch = 1; batch <= 10; ++batch) {
        QThread::msleep(batch == 1 ? 200 : 5);
        context.progress(batch, 10, {});
    }
    QVERIFY(probe.wholeSeconds());
    QVERIFY2(*probe.wholeSeconds() >= 0.05 && *probe.wholeSeconds() < 0.19,
        qPrintable(QString::number(*probe.wholeSeconds())));
}

void tst_EpochPlan::wholePass()
{
    const TaskContext outer;
    WorkClock clock(outer);
    PaceProbe probe(clock, 1, 10.0);
    QThread::msleep(20);
    probe.context().progress(1, 1, {});
    QVERIFY(probe.wholeSeconds() && *probe.wholeSeconds() >= 0.02);
}

void tst_EpochPlan::noProgress()
{
    const TaskContext outer;
    WorkClock clock(outer);
    PaceProbe probe(clock, 1, 10.0);
    probe.context().progress(0, 10, {});
    QVERIFY(!probe.wholeSeconds());
}

// It waits for the second report, however long the first takes, and no longer.
void tst_EpochPlan::stopsInTime()
{
    const TaskContext outer;
    WorkClock clock(outer);
    PaceProbe probe(clock, 1, 0.0);
    const TaskContext context = probe.context();
    QThread::msleep(2);
    QVERIFY(!context.cancelled());
    context.progress(1, 100, {});
    QVERIFY(!context.cancelled());
    context.progress(2, 100, {});
    QVERIFY(context.cancelled());
}

QTEST_GUILESS_MAIN(tst_EpochPlan)
#include "tst_epoch_plan.moc"
