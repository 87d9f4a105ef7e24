// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

class tst_CtlNeural : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameSeedSameNumbers();
    void interruptedTrainingKeepsNothing();

private:
    [[nodiscard]] QStringList training(int epochs) const
    {
        return {QStringLiteral("train"), QStringLiteral("--city"), m_city, QStringLiteral("--data"),
            m_dataset, QStringLiteral("--model"), QStringLiteral("neural"),
            QStringLiteral("--epochs"), QString::number(epochs), QStringLiteral("--seed"),
            QStringLiteral("5"), QStringLiteral("--threads"), QStringLiteral("1"),
            QStringLiteral("--json")};
    }
    [[nodiscard]] qsizetype runCount() const
    {
        return runCtl(
            {QStringLiteral("runs"), QStringLiteral("--city"), m_city, QStringLiteral("--json")})
            .json.value(QLatin1String("runs"))
            .toArray()
            .size();
    }

    QTemporaryDir m_folder;
    QString m_city;
    QString m_dataset;
};

void tst_CtlNeural::initTestCase()
{
    m_city = m_folder.filePath(QStringLiteral("small.city"));
    const CtlRun demo = runCtl({QStringLiteral("demo"), m_city, QStringLiteral("--size"),
        QStringLiteral("small"), QStringLiteral("--days"), QStringLiteral("9"),
        QStringLiteral("--end"), QStringLiteral("2024-03-01"), QStringLiteral("--quiet")});
    QVERIFY2(demo.status == 0, qUtf8Printable(demo.err));
    const CtlRun info = runCtl(
        {QStringLiteral("info"), QStringLiteral("--city"), m_city, QStringLiteral("--json")});
    for (const QJsonValue &value : info.json.value(QLatin1String("datasets")).toArray()) {
        const QJsonObject dataset = value.toObject();
        if (dataset.value(QLatin1String("domain")).toString() == QLatin1String("traffic"))
            m_dataset = dataset.value(QLatin1String("name")).toString();
    }
    QVERIFY(!m_dataset.isEmpty());
}

void tst_CtlNeural::sameSeedSameNumbers()
{
    const CtlRun first = runCtl(training(2) + QStringList{QStringLiteral("--deploy")});
    QVERIFY2(first.status == 0, qUtf8Printable(first.err));
    QVERIFY(first.json.value(QLatin1String("parameters")).toDouble() > 0.0);
    QVERIFY(first.err.contains(QLatin1String("epoch 2")));
    const CtlRun second = runCtl(training(2));
    QVERIFY2(second.status == 0, qUtf8Printable(second.err));
    QCOMPARE(second.json.value(QLatin1String("test")), first.json.value(QLatin1String("test")));

    const CtlRun forecast =
        runCtl({QStringLiteral("forecast"), first.json.value(QLatin1String("deployed")).toString(),
            QStringLiteral("--city"), m_city, QStringLiteral("--json")});
    QVERIFY2(forecast.status == 0, qUtf8Printable(forecast.err));
    for (const QJsonValue &site : forecast.json.value(QLatin1String("sites")).toArray()) {
        for (const QJsonValue &value : site.toObject().value(QLatin1String("values")).toArray()) {
            const QJsonObject quantiles = value.toObject();
            const double p10 = quantiles.value(QLatin1String("p10")).toDouble();
            const double p50 = quantiles.value(QLatin1String("p50")).toDouble();
            QVERIFY(p10 <= p50);
            QVERIFY(p50 <= quantiles.value(QLatin1String("p90")).toDouble());
        }
    }
}

void tst_CtlNeural::interruptedTrainingKeepsNothing()
{
    const qsizetype before = runCount();
    const CtlRun run = runCtl(training(500), {},
        [](const QString &err) { return err.contains(QLatin1String("epoch 1")); });
    QCOMPARE(run.status, 3);
    QCOMPARE(run.json.keys(), QStringList{QStringLiteral("error")});
    QCOMPARE(runCount(), before);
}

QTEST_GUILESS_MAIN(tst_CtlNeural)
#include "tst_ctl_neural.moc"
