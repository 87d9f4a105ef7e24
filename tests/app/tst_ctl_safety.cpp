// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include "base/random.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Six weeks of calls without a header: some 6 an hour over 20 km, and in the last day 30 more at
/// one place within two hours.
QByteArray callsCsv()
{
    Random random(8);
    QByteArray csv;
    const QDateTime start(QDate(2024, 3, 4), QTime(0, 0), Qt::UTC);
    const auto add = [&](double hour, double lon, double lat) {
        csv += "EMS: FALL;" + QByteArray::number(lat, 'f', 5) + ';'
            + QByteArray::number(lon, 'f', 5) + ';'
            + start.addSecs(qint64(hour * 3600.0)).toString(latin("dd.MM.yyyy HH:mm:ss")).toUtf8()
            + ";12 SECRET LANE\n";
    };
    const int hours = 6 * 168;
    for (int hour = 0; hour < hours; ++hour) {
        const int count = random.poisson(6.0);
        for (int i = 0; i < count; ++i)
            add(hour + random.uniform(), 8.0 + random.uniform(-0.14, 0.14),
                50.0 + random.uniform(-0.09, 0.09));
    }
    for (int i = 0; i < 30; ++i)
        add(hours - 12.0 + 2.0 * random.uniform(), 8.07 + 0.01 * random.uniform(),
            50.05 + 0.01 * random.uniform());
    add(hours - 1.0, 0.0, 0.0); // nowhere near
    return csv;
}

} // namespace

/// The verbs of public safety, from a file to an alarm.
class tst_CtlSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatIsOdd();
    void refusesFeet();
    void refusesAnUnknownColumn();
    void findsTheCluster_data();
    void findsTheCluster();
    void scoresInjectedClusters();
    void acknowledges();
    void refuses_data();
    void refuses();
    void exportsKeepSecrets();

private:
    [[nodiscard]] CtlRun run(const QStringList &arguments) const
    {
        return runCtl(arguments + QStringList{latin("--city"), city(), latin("--json")});
    }
    [[nodiscard]] QString city() const { return m_folder.filePath(latin("town.city")); }

    QTemporaryDir m_folder;
    QJsonObject m_imported;
};

void tst_CtlSafety::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QString calls = m_folder.filePath(latin("calls.csv"));
    QVERIFY(writeFile(calls, callsCsv()));
    const CtlRun imported = run({latin("import"), calls, latin("--map"),
        latin("time=4,lat=2,lon=3,category=1,description=5"), latin("--no-header"),
        latin("--time-zone"), latin("UTC"), latin("--into"), latin("calls")});
    QVERIFY2(imported.status == 0, qPrintable(imported.err + imported.out));
    m_imported = imported.json;
}

void tst_CtlSafety::tellsWhatIsOdd()
{
    QVERIFY(m_imported[latin("incidents")].toInt() > 5000);
    QCOMPARE(m_imported[latin("rejectedCount")].toInt(), 0);
    QCOMPARE(m_imported[latin("outsideCount")].toInt(), 1);
    QCOMPARE(m_imported[latin("outside")].toArray().size(), 1);
    QCOMPARE(m_imported[latin("withoutCategory")].toInt(), 0);
}

void tst_CtlSafety::refusesFeet()
{
    const QString file = m_folder.filePath(latin("feet.csv"));
    QVERIFY(writeFile(file, "time,lat,lon\n2024-01-01,1900100,1176200\n"));
    const CtlRun refused = run({latin("import"), file});
    QCOMPARE(refused.status, 2);
    QVERIFY((refused.err + refused.out).contains(latin("feet of a state plane")));
}

void tst_CtlSafety::refusesAnUnknownColumn()
{
    const QString file = m_folder.filePath(latin("few.csv"));
    QVERIFY(writeFile(file, "time,lat,lon\n2024-01-01,50,8\n"));
    for (const char *const map : {"time=when", "who=1", "lat=7"}) {
        const CtlRun refused = run({latin("import"), file, latin("--map"), latin(map)});
        QCOMPARE(refused.status, 2);
    }
}

void tst_CtlSafety::findsTheCluster_data()
{
    QTest::addColumn<QString>("detector");
    for (const char *const detector : {"ears-c2", "cusum", "scan"})
        QTest::newRow(detector) << latin(detector);
}

void tst_CtlSafety::findsTheCluster()
{
    QFETCH(QString, detector);
    const CtlRun found = run({latin("warnings"), latin("calls"), latin("--detector"), detector,
        latin("--budget"), latin("2"), latin("--replicates"), latin("99")});
    QVERIFY2(found.status == 0, qPrintable(found.err));
    QVERIFY(found.json[latin("alarmsPerWeek")].toDouble() <= 2.0);
    QVERIFY(found.json[latin("threshold")].toDouble() > 0.0);
    QVERIFY(found.json[latin("rates")].toArray().size() > 1);
    bool local = false;
    for (const QJsonValue &value : found.json[latin("alarms")].toArray()) {
        const QJsonObject alarm = value.toObject();
        local = local
            || (std::abs(alarm[latin("lat")].toDouble() - 50.055) < 0.04
                && alarm[latin("to")].toString() > latin("2024-04-14T12:00:00Z"));
    }
    QVERIFY(local);
}

void tst_CtlSafety::scoresInjectedClusters()
{
    const CtlRun scored = run(
        {latin("warnings"), latin("calls"), latin("--detector"), latin("cusum"), latin("--budget"),
            latin("2"), latin("--inject"), latin("25"), latin("--clusters"), latin("20")});
    QVERIFY2(scored.status == 0, qPrintable(scored.err));
    const QJsonObject injected = scored.json[latin("injected")].toObject();
    QCOMPARE(injected[latin("injected")].toInt(), 20);
    QVERIFY(injected[latin("detected")].toInt() > 5);
    QVERIFY(injected.contains(latin("medianDelayHours")));
    QVERIFY(injected.contains(latin("falseAlarmsPerWeek")));
}

void tst_CtlSafety::acknowledges()
{
    const QStringList verb = {latin("warnings"), latin("calls"), latin("--detector"),
        latin("cusum"), latin("--budget"), latin("2")};
    const CtlRun first = run(verb);
    QCOMPARE(first.status, 0);
    const QJsonArray alarms = first.json[latin("alarms")].toArray();
    QVERIFY(!alarms.isEmpty());
    const QString id = alarms[0].toObject()[latin("id")].toString();
    const CtlRun told = run(
        verb + QStringList{latin("--acknowledge"), id, latin("--note"), latin("a street fair")});
    QVERIFY2(told.status == 0, qPrintable(told.err));
    const CtlRun again = run(verb);
    QCOMPARE(again.status, 0);
    int acknowledged = 0;
    for (const QJsonValue &alarm : again.json[latin("alarms")].toArray())
        acknowledged += alarm.toObject()[latin("acknowledged")].toBool() ? 1 : 0;
    QVERIFY(acknowledged >= 1);
    QCOMPARE(run(verb + QStringList{latin("--acknowledge"), latin("no such")}).status, 2);
}

void tst_CtlSafety::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown detector")
        << QStringList{latin("calls"), latin("--detector"), latin("ears-c9")} << 2;
    QTest::newRow("unknown table") << QStringList{latin("fires")} << 2;
    QTest::newRow("no budget") << QStringList{latin("calls"), latin("--budget"), latin("0")} << 2;
    QTest::newRow("cell size of zero")
        << QStringList{latin("calls"), latin("--cell"), latin("0")} << 2;
    QTest::newRow("before the calls")
        << QStringList{latin("calls"), latin("--at"), latin("2020-01-01")} << 2;
}

void tst_CtlSafety::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const CtlRun refused = run(QStringList{latin("warnings")} + arguments);
    QCOMPARE(refused.status, status);
    QVERIFY(!(refused.err + refused.out).isEmpty());
}

void tst_CtlSafety::exportsKeepSecrets()
{
    const QString file = m_folder.filePath(latin("told.csv"));
    const CtlRun told = run({latin("export"), latin("calls"), latin("--what"), latin("incidents"),
        latin("--out"), file});
    QVERIFY2(told.status == 0, qPrintable(told.err));
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadOnly));
    QVERIFY(!out.readAll().contains("SECRET"));
    const CtlRun exact = run({latin("export"), latin("calls"), latin("--what"), latin("incidents"),
        latin("--exact"), latin("--out"), file});
    QVERIFY2(exact.status == 0, qPrintable(exact.err));
    QFile all(file);
    QVERIFY(all.open(QIODevice::ReadOnly) && all.readAll().contains("SECRET"));
}

QTEST_GUILESS_MAIN(tst_CtlSafety)
#include "tst_ctl_safety.moc"
