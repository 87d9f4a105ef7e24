// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace belvedere;

namespace {

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble(-1.0);
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Thirty days of four stations: PM2.5 of 30 + 10 per station, every third day twice as much;
/// a coarse part beside it, and levels of noise.
QByteArray stationsCsv()
{
    QByteArray csv = "time,station,PM2.5,PM10,noise\n";
    const QDateTime start(QDate(2024, 4, 20), QTime(0, 0), Qt::UTC);
    for (int hour = 0; hour < 30 * 24; ++hour) {
        const bool smog = hour / 24 % 3 == 0;
        const double wave = 3.0 * std::sin(2.0 * std::numbers::pi * hour / 24.0);
        for (int station = 0; station < 4; ++station) {
            const double fine = (30.0 + 10.0 * station) * (smog ? 2.0 : 1.0) + wave;
            const int local = hour % 24;
            const double level = local >= 23 || local < 7 ? 50.0 : local >= 19 ? 57.0 : 60.0;
            csv += start.addSecs(hour * 3600).toString(latin("yyyy-MM-dd HH:mm")).toUtf8() + ",s"
                + QByteArray::number(station + 1) + ',' + QByteArray::number(fine, 'f', 2) + ','
                + QByteArray::number(fine + 12.0, 'f', 2) + ',' + QByteArray::number(level, 'f', 1)
                + '\n';
        }
    }
    return csv;
}

} // namespace

/// The verbs of the environment, from a file to their figures.
class tst_CtlEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const QString readings = m_folder.filePath(latin("air.csv"));
        const QString stations = m_folder.filePath(latin("stations.csv"));
        QVERIFY(writeFile(readings, stationsCsv()));
        // The fourth station is not in the list.
        QVERIFY(writeFile(stations,
            "id,latitude,longitude\ns1,40.00,116.30\ns2,40.05,116.42\ns3,39.93,116.38\n"));
        const CtlRun run = runCtl({latin("import"), readings, stations, latin("--into"),
            latin("air"), latin("--zone"), latin("UTC"), latin("--city"), city(), latin("--json")});
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
    }

    void index_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("expected");
        QTest::addColumn<QString>("category");
        QTest::newRow("the EPA's example")
            << "--standard us-epa-2024 --pollutant o3 --value 0.07853333" << 126
            << "Unhealthy for sensitive groups";
        QTest::newRow("China, rounded up")
            << "--standard cn-hj633-2026 --pollutant pm2.5 --value 80" << 119 << "Lightly polluted";
        QTest::newRow("ozone over 8 h")
            << "--standard cn-hj633-2012 --pollutant o3-8h --value 130" << 75 << "Good";
        QTest::newRow("average named")
            << "--standard cn-hj633-2012 --pollutant no2 --average 1h --value 150" << 75 << "Good";
        QTest::newRow("class") << "--standard eu-2025 --pollutant pm2.5 --value 50" << 3
                               << "Moderate";
        QTest::newRow("another unit")
            << "--standard cn-hj633-2012 --pollutant co --value 1500 --unit ug/m3" << 38
            << "Excellent";
        // 100 ppb of NO2 are 188.2 µg/m³ at 25 °C.
        QTest::newRow("temperature stated")
            << "--standard cn-hj633-2026 --pollutant no2 --average 1h --value 100 --unit ppb "
               "--temperature 298.15"
            << 94 << "Good";
    }
    void index()
    {
        QFETCH(QString, arguments);
        QFETCH(int, expected);
        QFETCH(QString, category);
        const CtlRun run = runCtl(words(latin("aqi --json ") + arguments));
        QVERIFY2(run.status == 0, qPrintable(run.err + run.out));
        QCOMPARE(run.json.value(latin("index")).toInt(-1), expected);
        QCOMPARE(run.json.value(latin("category")).toString(), category);
        QVERIFY(!run.json.value(latin("title")).toString().isEmpty());
    }

    void indexRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("standard") << "--standard us --pollutant o3 --value 1"
                                  << "us-epa-2024";
        QTest::newRow("no standard") << "--pollutant o3 --value 1"
                                     << "--standard";
        QTest::newRow("pollutant") << "--standard caqi --pollutant radon --value 1"
                                   << "radon";
        QTest::newRow("unit") << "--standard caqi --pollutant no2 --value 1 --unit mph"
                              << "mph";
        QTest::newRow("below zero") << "--standard caqi --pollutant no2 --value -1"
                                    << "-1";
        QTest::newRow("another average") << "--standard us-epa-2024 --pollutant o3 --value 0.3"
                                         << "1h";
    }
    void indexRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, named);
        const CtlRun run = runCtl(words(latin("aqi --json ") + arguments));
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(named), qPrintable(run.err));
    }

    void standards()
    {
        const CtlRun run = runCtl(words(latin("aqi --json")));
        QCOMPARE(run.status, 0);
        QCOMPARE(int(run.json.value(latin("standards")).toArray().size()), 9);
    }

    void quality()
    {
        const CtlRun run = runCtl(words(latin("quality air --json --city ")) + QStringList{city()});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const QJsonArray sites = run.json.value(latin("sites")).toArray();
        QCOMPARE(int(sites.size()), 4);
        QCOMPARE(number(sites[0].toObject(), "missingShare"), 0.0);
        QStringList kinds;
        const QJsonArray notes = run.json.value(latin("notes")).toArray();
        for (const QJsonValue &note : notes) {
            kinds += note[latin("kind")].toString();
            if (kinds.last() == latin("station-without-position"))
                QVERIFY(note[latin("text")].toString().contains(latin("s4")));
        }
        QVERIFY2(kinds.contains(latin("station-without-position")), qPrintable(run.out));
    }

    /// The table of PM2.5 changed on 6 May 2024.
    void days()
    {
        const CtlRun run = runCtl(words(latin("air air --standard us-epa --site s1 --json --city "))
            + QStringList{city()});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const QJsonArray sites = run.json.value(latin("sites")).toArray();
        QCOMPARE(int(sites.size()), 1);
        const QJsonArray days = sites[0][latin("days")].toArray();
        QCOMPARE(int(days.size()), 30);
        QCOMPARE(days[0][latin("standard")].toString(), latin("us-epa-2012"));
        QCOMPARE(days[0][latin("index")].toInt(), 153); // 60.0: 151 + 49 · 4.5 / 94.9
        QCOMPARE(days[1][latin("index")].toInt(), 89); // 30.0: 51 + 49 · 17.9 / 23.3
        QCOMPARE(days[16][latin("standard")].toString(), latin("us-epa-2024"));
        QVERIFY(days[0][latin("missing")].toArray().contains(latin("o3")));
        const CtlRun now = runCtl(
            words(latin("air air --standard cn-hj633 --now --json --city ")) + QStringList{city()});
        QCOMPARE(now.status, 0);
        QCOMPARE(now.json.value(latin("standard")).toString(), latin("cn-hj633-2012"));
        QCOMPARE(int(now.json.value(latin("sites")).toArray().size()), 4);
    }

    void surface()
    {
        const QString out = m_folder.filePath(latin("pm.geojson"));
        const CtlRun run = runCtl(
            words(latin("surface air pm2.5 --method kriging --range 20 --cell 1000 --json --city "))
            + QStringList{city(), latin("--out"), out});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QCOMPARE(run.json.value(latin("stations")).toInt(), 3);
        QCOMPARE(run.json.value(latin("withoutPosition")).toArray(), QJsonArray{latin("s4")});
        const QJsonObject figures = run.json.value(latin("leaveOneOut")).toObject();
        QCOMPARE(number(figures, "count"), 3.0 * 30 * 24);
        QCOMPARE(int(figures.value(latin("sites")).toArray().size()), 3);
        QVERIFY(number(figures, "rmse") > 5.0 && number(figures, "rmse") < 40.0);
        QVERIFY(QFile(out).size() > 10000);
        const CtlRun idw = runCtl(words(latin("surface air pm2.5 --method idw --no-figures --at "
                                              "2024-04-21T12:00 --json --city "))
            + QStringList{city()});
        QVERIFY2(idw.status == 0, qPrintable(idw.err));
        QVERIFY(number(idw.json, "lowest") >= 30.0 - 3.01 && number(idw.json, "highest") <= 53.01);
        const CtlRun wrong = runCtl(
            words(latin("surface air pm2.5 --at 2030-01-01T00:00 --city ")) + QStringList{city()});
        QCOMPARE(wrong.status, 2);
        const CtlRun zero =
            runCtl(words(latin("surface air pm2.5 --cell 0 --city ")) + QStringList{city()});
        QCOMPARE(zero.status, 2);
    }

    void noise()
    {
        const CtlRun run = runCtl(words(latin("noise air --json --city ")) + QStringList{city()});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const QJsonObject site = run.json.value(latin("sites")).toArray()[0].toObject();
        QVERIFY(std::abs(number(site, "lden") - 60.404) < 0.001);
        QVERIFY(std::abs(number(site, "lnight") - 50.0) < 0.001);
        const CtlRun wrong =
            runCtl(words(latin("noise air --channel pm10 --city ")) + QStringList{city()});
        QCOMPARE(wrong.status, 2);
    }

    void statistics()
    {
        const CtlRun run =
            runCtl(words(latin("statistics air pm2.5 --site s1 --limit 50 --json --city "))
                + QStringList{city()});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QVERIFY(run.json.value(latin("trend")).isNull()); // two months are too few
        QCOMPARE(
            int(run.json.value(latin("variation"))[latin("hoursOfWeek")].toArray().size()), 168);
        const QJsonArray years = run.json.value(latin("exceedances")).toArray();
        QCOMPARE(years[0][latin("days")].toInt(), 10);
        QVERIFY(run.json.value(latin("rose")).isUndefined());
    }

private:
    [[nodiscard]] QString city() const { return m_folder.filePath(latin("town.city")); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_CtlEnvironment)
#include "tst_ctl_environment.moc"
