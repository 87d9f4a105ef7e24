// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/import_files.h"
#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

/// Sites of a step, "_" = missing.
QString rowText(const Series &series, int step, int channel = 0)
{
    QStringList cells;
    for (int site = 0; site < series.siteCount; ++site) {
        const float value = series.value(step, SiteId(site), channel);
        cells += std::isnan(value) ? QStringLiteral("_") : QString::number(value);
    }
    return cells.join(QLatin1Char(' '));
}

QString seriesText(const Series &series, int channel = 0)
{
    QStringList rows;
    for (int step = 0; step < series.axis.count; ++step)
        rows += rowText(series, step, channel);
    return rows.join(QLatin1String(" | "));
}

} // namespace

class tst_ImportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void guessesFormat_data();
    void guessesFormat();
    void readsSeries_data();
    void readsSeries();
    void rejects_data();
    void rejects();
    void refusesFile_data();
    void refusesFile();
    void refusesFolderAndMissingFile();
    void refusesWithoutPermission();
    void namesAndUnits_data();
    void namesAndUnits();
    void joinsChannelsAndSensors();
    void joinsTimesOfOneChannel();
    void refusesDifferentSteps();
    void sensorsWithEndPoints();
    void sensorPositions_data();
    void sensorPositions();
    void adjacencyForms();
    void incidents_data();
    void incidents();
    void storesSensorsLater();
    void cancels();
    void daylightSavingGapNamesTheZone();

private:
    QString write(const QString &name, const QByteArray &content)
    {
        const QString path = m_dir->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(content);
        return path;
    }
    static ImportOptions plain()
    {
        ImportOptions options;
        options.zeros = Zeros::AreValues;
        return options;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_ImportFiles::guessesFormat_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *content, const char *expected) {
        QTest::newRow(name) << QByteArray(content) << QString::fromLatin1(expected);
    };
    row("wide", "timestamp,a,b\n2012-03-01 00:00:00,1,2\n", "wide-csv");
    row("wide, numbers as codes", "timestamp,0,1\n2012-03-01 00:00:00,1,2\n", "wide-csv");
    row("wide, unnamed time", ",a,b\n2012-03-01 00:00:00,1,2\n", "wide-csv");
    row("wide, tabs", "time\ta\tb\n2012-03-01\t1\t2\n", "wide-csv");
    row("long", "time,site,value\n2012-03-01,a,1\n", "long-csv");
    row("long, time of another name", "when,site,value\n2012-03-01 00:00,a,1\n", "long-csv");
    row("long, own names", "timestamp,sensor_id,speed\n2012-03-01,a,1\n", "long-csv");
    row("long with places", "time,station,lat,lon,value\n2012-03-01,a,1,2,3\n", "long-csv");
    row("sensors", "sensor_id,latitude,longitude\na,1,2\n", "sensors-csv");
    row("sensors, short names", "id;lat;lng\na;1;2\n", "sensors-csv");
    row("links", "id,POINT_1_LAT,POINT_1_LNG,POINT_2_LAT,POINT_2_LNG\na,1,2,3,4\n", "sensors-csv");
    row("matrix", ",a,b\na,1,0\nb,0,1\n", "adjacency-csv");
    row("matrix of numbers", "x,7,8\n7,1,0\n8,0,1\n", "adjacency-csv");
    row("tie list", "from,to,cost\na,b,1\n", "adjacency-csv");
    row("crimes", "Date,Primary Type,Latitude,Longitude\n01/01/2016,THEFT,41,-87\n",
        "incidents-csv");
    row("calls", "lat,lng,desc,title,timeStamp\n40,-75,x,EMS,2015-12-10\n", "incidents-csv");
}

void tst_ImportFiles::guessesFormat()
{
    QFETCH(const QByteArray, content);
    const auto format = guessFormat(write(latin("x.csv"), content));
    VERIFY_OK(format);
    QTEST(formatName(*format), "expected");
    const auto back = formatByName(formatName(*format));
    VERIFY_OK(back);
    QCOMPARE(*back, *format);
    QVERIFY(!formatByName(latin("xls")).has_value());
}

void tst_ImportFiles::readsSeries_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<int>("stepMinutes");
    const auto row = [](const char *name, const char *content, const char *expected,
                         const char *codes = "a b", int step = 5) {
        QTest::newRow(name) << QByteArray(content) << QString::fromUtf8(expected)
                            << QString::fromUtf8(codes) << step;
    };
    row("plain", "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3,4.5\n", "1 2 | 3 4.5");
    row("zeros are values", "time,a,b\n2012-03-01 00:00,0,2\n2012-03-01 00:05,3,0\n", "0 2 | 3 0");
    row("words for missing",
        "time,a,b\n2012-03-01 00:00,NA,\n2012-03-01 00:05,NaN,null\n2012-03-01 00:10,1,None\n",
        "_ _ | _ _ | 1 _");
    row("semicolons", "time;a;b\n2012-03-01 00:00;1;2\n2012-03-01 00:05;3;4\n", "1 2 | 3 4");
    row("mark, CRLF", "\xef\xbb\xbftime,a,b\r\n2012-03-01 00:00,1,2\r\n2012-03-01 00:05,3,4\r\n",
        "1 2 | 3 4");
    row("no line end", "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3,4", "1 2 | 3 4");
    row("blank lines", "\n\ntime,a,b\n\n2012-03-01 00:00,1,2\n\n2012-03-01 00:05,3,4\n\n",
        "1 2 | 3 4");
    row("comment above", "# from a loop\ntime,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3,4\n",
        "1 2 | 3 4");
    row("quotes",
        "\"time\",\"a, \"\"north\"\"\",b\n\"2012-03-01 00:00\",\"1\",2\n2012-03-01 00:05,3,4\n",
        "1 2 | 3 4", "a, \"north\" b");
    row("unsorted", "time,a,b\n2012-03-01 00:10,5,6\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3,4\n",
        "1 2 | 3 4 | 5 6");
    row("hole in time", "time,a\n2012-03-01 00:00,1\n2012-03-01 00:05,2\n2012-03-01 00:15,4\n",
        "1 | 2 | _ | 4", "a");
    row("clock jitter",
        "time,a\n2012-03-01 00:00:00,1\n2012-03-01 00:05:02,2\n2012-03-01 00:09:58,3\n"
        "2012-03-01 00:15:00,4\n2012-03-01 00:20:00,5\n",
        "1 | 2 | 3 | 4 | 5", "a");
    row("row numbers are no site", ",time,a,b\n0,2012-03-01 00:00,1,2\n1,2012-03-01 00:05,3,4\n",
        "1 2 | 3 4");
    row("month first", "date,a\n02/01/2016 11:00:00 PM,1\n02/02/2016 12:00:00 AM,2\n", "1 | 2", "a",
        60);
    row("day first, seen later", "date,a\n12-02-2016 00:00,1\n13-02-2016 00:00,2\n", "1 | 2", "a",
        1440);
    row("seconds since 1970", "time,a\n1330560000,1\n1330560300,2\n", "1 | 2", "a");
    row("long",
        "time,site,value\n2012-03-01 00:00,a,1\n2012-03-01 00:00,b,2\n2012-03-01 00:05,b,4\n",
        "1 2 | _ 4");
    row("long, site by site",
        "time,site,value\n2012-03-01 00:00,a,1\n2012-03-01 00:05,a,3\n"
        "2012-03-01 00:00,b,2\n2012-03-01 00:05,b,4\n",
        "1 2 | 3 4");
}

void tst_ImportFiles::readsSeries()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, stepMinutes);
    const auto data = readFiles({write(latin("x.csv"), content)}, plain());
    VERIFY_OK(data);
    QTEST(seriesText(data->series), "expected");
    QStringList codes;
    for (const Site &site : data->dataset.sites)
        codes += site.code;
    QTEST(codes.join(QLatin1Char(' ')), "codes");
    QCOMPARE(data->series.axis.stepMs, stepMinutes * kMsPerMinute);
    QCOMPARE(data->rejectedCount, 0);
    QVERIFY(data->dataset.axis == data->series.axis);
}

void tst_ImportFiles::rejects_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason"); // a part of it
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const char *content, int line, const char *reason,
                         const char *kept) {
        QTest::newRow(name) << QByteArray(content) << line << QString::fromUtf8(reason)
                            << QString::fromUtf8(kept);
    };
    row("text in a number", "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,x1,4\n", 3,
        "Column \"a\" holds \"x1\"", "1 2 | _ 4");
    row("infinite", "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,inf,4\n", 3, "\"inf\"",
        "1 2 | _ 4");
    row("too large", "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,1e99,4\n", 3, "1e99",
        "1 2 | _ 4");
    row("decimal comma", "time;a;b\n2012-03-01 00:00;1;2\n2012-03-01 00:05;1,5;4\n", 3,
        "decimal point", "1 2 | _ 4");
    row("short row", "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3\n2012-03-01 00:10,5,6\n",
        3, "2 cells, the header has 3", "1 2 | 5 6");
    row("long row",
        "time,a,b\n2012-03-01 00:00,1,2,3\n2012-03-01 00:05,3,4\n2012-03-01 00:10,5,6\n", 2,
        "4 cells, the header has 3", "3 4 | 5 6");
    row("duplicate time",
        "time,a,b\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3,4\n2012-03-01 00:05,5,6\n", 4,
        "2012-03-01T00:05:00Z stands twice", "1 2 | 3 4");
    row("duplicate in long",
        "time,site,value\n2012-03-01 00:00,a,1\n2012-03-01 00:05,a,2\n"
        "2012-03-01 00:05,a,3\n",
        4, "twice for site a", "1 | 2");
    row("off the grid",
        "time,a\n2012-03-01 00:00,1\n2012-03-01 00:05,2\n2012-03-01 00:07,9\n"
        "2012-03-01 00:10,3\n2012-03-01 00:15,4\n2012-03-01 00:20,4\n",
        4, "lies between two steps", "1 | 2 | 3 | 4 | 4");
    row("no time", "time,a\n2012-03-01 00:00,1\nyesterday,2\n2012-03-01 00:05,3\n", 3,
        "\"yesterday\" is not a time", "1 | 3");
    row("month 13", "time,a\n2012-03-01 00:00,1\n2012-13-01 00:00,2\n2012-03-01 00:05,3\n", 3,
        "is not a time", "1 | 3");
    row("line after quoted line ends",
        "time,a,\"b\nb\"\n2012-03-01 00:00,1,2\n2012-03-01 00:05,x,4\n", 4, "Column \"a\"",
        "1 2 | _ 4");
    row("open quote", "time,a\n2012-03-01 00:00,1\n2012-03-01 00:05,2\n\"2012-03-01 00:10,3\n", 4,
        "never closed", "1 | 2");
    row("column twice", "time,a,a\n2012-03-01 00:00,1,2\n2012-03-01 00:05,3,4\n", 1,
        "Column \"a\" stands twice", "1 | 3");
    row("column of words", "time,a,sky\n2012-03-01 00:00,1,grey\n2012-03-01 00:05,3,blue\n", 1,
        "Column \"sky\" holds no numbers", "1 | 3");
    row("long without a site",
        "time,site,value\n2012-03-01 00:00,a,1\n2012-03-01 00:05,,2\n"
        "2012-03-01 00:05,a,3\n",
        3, "names no site", "1 | 3");
}

void tst_ImportFiles::rejects()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, reason);
    const QString file = write(latin("x.csv"), content);
    const auto data = readFiles({file}, plain());
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 1);
    const Rejection &rejection = data->rejected.front();
    QCOMPARE(rejection.file, file);
    QTEST(int(rejection.line), "line");
    QVERIFY2(
        rejection.reason.message().contains(reason), qUtf8Printable(rejection.reason.message()));
    QTEST(seriesText(data->series), "kept");
}

void tst_ImportFiles::refusesFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &content, const char *reason,
                         const char *format = "") {
        QTest::newRow(name) << content << QString::fromLatin1(format) << QString::fromUtf8(reason);
    };
    row("empty", "", "is empty");
    row("only blank lines", "\n\n", "is empty");
    row("header only", "time,a,b\n", "no rows below the header");
    row("other separator", "time:a:b\n2012-03-01:1:2\n", "one column only");
    row("zero byte", QByteArray("time,a\n2012-03-01 00:00,1\n\0\0", 28), "byte 27 is zero");
    row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), "not UTF-8");
    row("cut off in a character", "time,K\xc3", "Byte 7 (0xc3) is not UTF-8");
    row("overlong character", "time,\xc0\xaf\n", "Byte 6 (0xc0) is not UTF-8");
    row("Latin-1", "time,K\xe6rlighedsstien\n2012-03-01 00:00,1\n", "Byte 7 (0xe6) is not UTF-8");
    row("UTF-16", QByteArray("\xff\xfet\0i\0", 6), "UTF-16");
    row("nothing known", "red,green\n1,2\n", "fits no known form");
    row("no row usable", "time,a\nyesterday,1\ntoday,2\n",
        "The first problem is in line 2: \"yesterday\"");
    row("only texts", "time,sky\n2012-03-01 00:00,grey\n2012-03-01 00:05,blue\n",
        "holds no numbers");
    row("one time only", "time,a\n2012-03-01 00:00,1\n", "The time step cannot be told");
    row("no time column", "a,b\n1,2\n", "There is no time column", "wide-csv");
    row("no site column", "time,value\n2012-03-01,2\n", "Columns for time, site and value",
        "long-csv");
    row("no position", "id,x\na,2\n", "A sensor list needs the columns", "sensors-csv");
    row("matrix not square", ",a,b\na,1,0\n", "Expected a square matrix", "adjacency-csv");
    row("incident without place", "time,category\n2012-03-01,crash\n", "Incidents need the columns",
        "incidents-csv");
    row("all swapped", "id,lat,lon\na,-118.2,34.1\nb,-118.3,34.2\n", "look swapped");
    QByteArray far = "time,a\n1970-01-01 00:00,1\n";
    for (int minute = 0; minute < 60; ++minute)
        far += "2024-03-01 00:" + QByteArray::number(minute).rightJustified(2, '0') + ",1\n";
    row("a stray year", far, "Check the dates at both ends");
}

void tst_ImportFiles::refusesFile()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, format);
    QFETCH(const QString, reason);
    ImportOptions options = plain();
    if (!format.isEmpty())
        options.format = *formatByName(format);
    const QString file = write(latin("x.csv"), content);
    const auto data = readFiles({file}, options);
    QVERIFY(!data.has_value());
    const QString message = data.error().message();
    QVERIFY2(message.contains(reason), qUtf8Printable(message));
    QVERIFY2(message.contains(file), qUtf8Printable(message));
}

void tst_ImportFiles::refusesFolderAndMissingFile()
{
    const auto folder = readFiles({m_dir->path()}, {});
    QVERIFY(!folder.has_value());
    QCOMPARE(folder.error().code, Errc::Io);
    const auto none = readFiles({m_dir->filePath(latin("none.csv"))}, {});
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, Errc::NotFound);
    QVERIFY(!readFiles({}, {}).has_value());
}

void tst_ImportFiles::refusesWithoutPermission()
{
    const QString file = write(latin("x.csv"), "time,a\n2012-03-01,1\n");
    QFile::setPermissions(file, {});
    if (QFile probe(file); probe.open(QIODevice::ReadOnly))
        QSKIP("This user may read every file.");
    const auto data = readFiles({file}, {});
    QVERIFY(!data.has_value());
    QCOMPARE(data.error().code, Errc::Io);
    QVERIFY(data.error().message().contains(file));
}

void tst_ImportFiles::namesAndUnits_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("domain");
    const auto row = [](const char *file, const char *dataset, const char *key, const char *unit,
                         const char *domain) {
        QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(dataset)
                            << QString::fromUtf8(key) << QString::fromUtf8(unit)
                            << QString::fromUtf8(domain);
    };
    row("METR_LA_20/speed_mph_5min.csv", "metr-la-20", "speed", "mph", "traffic");
    row("aarhus/avg_speed_kmh_5min.csv", "aarhus", "speed", "km/h", "traffic");
    row("aarhus/vehicle_count_5min.csv", "aarhus", "count", "veh/5 min", "traffic");
    row("pems08/flow_first_4_days.csv", "flow-first-4-days", "flow", "veh/5 min", "traffic");
    row("city/flow_veh_h.csv", "city", "flow", "veh/h", "traffic");
    row("city/PM2.5.csv", "city", "pm2.5", "µg/m³", "environment");
    row("city/pm25_hourly.csv", "city", "pm2.5", "µg/m³", "environment");
    row("city/temperature.csv", "city", "temperature", "°C", "weather");
    row("city/Bridge North.csv", "bridge-north", "value", "", "traffic");
}

void tst_ImportFiles::namesAndUnits()
{
    QFETCH(const QString, file);
    const auto data = readFiles(
        {write(file, "time,a\n2012-03-01 00:00,1\n2012-03-01 00:05,2\n")}, ImportOptions{});
    VERIFY_OK(data);
    QTEST(data->dataset.name, "dataset");
    QTEST(data->dataset.channels.front().key, "key");
    QTEST(data->dataset.channels.front().unit, "unit");
    QTEST(data->dataset.domain, "domain");
}

void tst_ImportFiles::joinsChannelsAndSensors()
{
    const QStringList files = {write(latin("town/speed_kmh.csv"),
                                   "time,a,b\n2012-03-01 00:00,50,0\n2012-03-01 00:05,40,30\n"),
        write(latin("town/count.csv"), "time,b,c\n2012-03-01 00:05,0,7\n2012-03-01 00:10,8,9\n"),
        write(latin("town/sensors.csv"), "id,name,lat,lon\na,North,56.1,10.2\nz,Far,56.2,10.3\n"),
        write(latin("town/distances.csv"), "from,to,cost\na,b,120\nb,z,3\n")};
    const auto data = readFiles(files, {});
    VERIFY_OK(data);
    QCOMPARE(data->dataset.name, latin("town"));
    QCOMPARE(data->dataset.sites.size(), std::size_t(3));
    QCOMPARE(data->dataset.sites[0].name, latin("North"));
    QCOMPARE(data->dataset.sites[0].position->lat, 56.1);
    QVERIFY(!data->dataset.sites[1].position.has_value());
    QCOMPARE(data->dataset.ties.size(), std::size_t(1));
    QCOMPARE(data->dataset.ties[0].weight, 120.0F);
    // A speed of zero is "no vehicle passed"; a count of zero is a count.
    QCOMPARE(seriesText(data->series, 0), latin("50 _ _ | 40 30 _ | _ _ _"));
    QCOMPARE(seriesText(data->series, 1), latin("_ _ _ | _ 0 7 | _ 8 9"));
    QCOMPARE(data->zerosAsMissing, 1);
    QCOMPARE(data->rejectedCount, 2);
    QCOMPARE(data->rejected[0].line, 3);
    QVERIFY(data->rejected[0].reason.message().contains(latin("\"z\"")));
    QCOMPARE(data->rejected[1].file, files[3]);
    QCOMPARE(data->dataset.source, latin("speed_kmh.csv, count.csv, sensors.csv, distances.csv"));
}

void tst_ImportFiles::joinsTimesOfOneChannel()
{
    const QStringList files = {
        write(latin("p/flow_late.csv"), "time,a\n2012-03-01 00:10,3\n2012-03-01 00:15,4\n"),
        write(latin("p/flow_early.csv"),
            "time,a\n2012-03-01 00:00,1\n2012-03-01 00:05,2\n2012-03-01 00:10,9\n")};
    const auto data = readFiles(files, {});
    VERIFY_OK(data);
    QCOMPARE(seriesText(data->series), latin("1 | 2 | 3 | 4"));
    QCOMPARE(data->rejectedCount, 1); // 9 against 3
    QCOMPARE(data->dataset.name, latin("p"));
}

void tst_ImportFiles::refusesDifferentSteps()
{
    const auto data =
        readFiles({write(latin("flow.csv"), "time,a\n2012-03-01 00:00,3\n2012-03-01 00:05,4\n"),
                      write(latin("temp.csv"), "time,a\n2012-03-01 00:00,3\n2012-03-01 00:20,4\n")},
            {});
    QVERIFY(!data.has_value());
    QCOMPARE(data.error().code, Errc::Usage);
}

void tst_ImportFiles::sensorsWithEndPoints()
{
    const auto data =
        readFiles({write(latin("links.csv"),
                      "REPORT_ID,POINT_1_LAT,POINT_1_LNG,POINT_1_STREET,POINT_2_LAT,POINT_2_LNG,"
                      "POINT_2_STREET\n1,56.0,10.0,North,56.2,10.4,South\n2,56.0,10.0,Ring,56.2,10."
                      "4,Ring\n")},
            {});
    VERIFY_OK(data);
    const Site &site = data->dataset.sites[0];
    QCOMPARE(site.name, latin("North – South"));
    QCOMPARE(site.path.size(), std::size_t(2));
    QCOMPARE(site.path[1].lon, 10.4);
    QCOMPARE(site.position->lat, 56.1);
    QCOMPARE(site.position->lon, 10.2);
    QCOMPARE(data->dataset.sites[1].name, latin("Ring"));
}

void tst_ImportFiles::sensorPositions_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("reason");
    QTest::newRow("swapped") << QByteArray("x,-118.2,34.1") << latin("look swapped");
    QTest::newRow("projected") << QByteArray("x,6230000,575000") << latin("map projection");
    QTest::newRow("no place") << QByteArray("x,34.1,200") << latin("no place on Earth");
    QTest::newRow("text") << QByteArray("x,here,34.1") << latin("is not a position");
    QTest::newRow("half") << QByteArray("x,,34.1") << latin("is not a position");
    QTest::newRow("twice") << QByteArray("ok,34.1,-118.2") << latin("stands twice");
    QTest::newRow("no code") << QByteArray(",34.1,-118.2") << latin("names no site");
}

void tst_ImportFiles::sensorPositions()
{
    QFETCH(const QByteArray, row);
    QFETCH(const QString, reason);
    const auto data =
        readFiles({write(latin("sensors.csv"), "id,lat,lon\nok,34.1,-118.2\n" + row + '\n')}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 1);
    QCOMPARE(data->rejected[0].line, 3);
    const QString message = data->rejected[0].reason.message();
    QVERIFY2(message.contains(reason), qUtf8Printable(message));
}

void tst_ImportFiles::adjacencyForms()
{
    const QString series =
        write(latin("flow.csv"), "time,a,b\n2012-03-01 00:00,3,1\n2012-03-01 00:05,4,1\n");
    const auto matrix =
        readFiles({series, write(latin("adjacency.csv"), ",a,b\na,1,0.5\nb,0,1\n")}, {});
    const auto list = readFiles({series, write(latin("adj.csv"), "from;to;cost\na;b;0.5\n")}, {});
    for (const auto *data : {&matrix, &list}) {
        VERIFY_OK(*data);
        QCOMPARE((*data)->dataset.ties.size(), std::size_t(1));
        QCOMPARE((*data)->dataset.ties[0].from.value, 0);
        QCOMPARE((*data)->dataset.ties[0].to.value, 1);
        QCOMPARE((*data)->dataset.ties[0].weight, 0.5F);
    }
}

void tst_ImportFiles::incidents_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("firstTime");
    QTest::addColumn<QString>("category");
    QTest::addColumn<int>("rejected");
    QTest::newRow("Chicago") << QByteArray("Date,Primary Type,Latitude,Longitude\n"
                                           "01/01/2016 12:00:00 AM,THEFT,41.9,-87.6\n"
                                           "01/31/2016 01:30:00 PM,ARSON,41.9,-87.6\n")
                             << latin("2016-01-01T00:00:00Z") << latin("THEFT") << 0;
    QTest::newRow("Montgomery") << QByteArray(
        "lat,lng,desc,zip,title,timeStamp,twp,addr,e\n"
        "40.2,-75.5,\"A; B\",19525,EMS: FALL,2015-12-10 17:40:00,NEW,X,1\n")
                                << latin("2015-12-10T17:40:00Z") << latin("EMS: FALL") << 0;
    QTest::newRow("unsorted, no place, no time")
        << QByteArray("time,lat,lon,type\n2016-02-01 10:00,1,2,late\n2016-01-01 10:00,,,early\n"
                      "soon,1,2,x\n")
        << latin("2016-01-01T10:00:00Z") << latin("early") << 1;
}

void tst_ImportFiles::incidents()
{
    QFETCH(const QByteArray, content);
    const auto data = readFiles({write(latin("calls.csv"), content)}, {});
    VERIFY_OK(data);
    QTEST(formatUtc(data->incidents.incidents.front().from), "firstTime");
    QTEST(data->incidents.incidents.front().category, "category");
    QTEST(int(data->rejectedCount), "rejected");
    QCOMPARE(data->series.size(), std::size_t(0));
    QCOMPARE(data->incidents.name, latin("calls"));
}

void tst_ImportFiles::storesSensorsLater()
{
    CityInfo info;
    const auto store = SqliteStore::openOrCreate(m_dir->filePath(latin("a.city")), info);
    VERIFY_OK(store);
    const auto sensors =
        readFiles({write(latin("town/sensors.csv"), "id,lat,lon\na,56.1,10.2\nz,56.2,10.3\n")}, {});
    VERIFY_OK(sensors);
    const auto early = storeImported(**store, *sensors);
    QVERIFY(!early.has_value());
    QCOMPARE(early.error().code, Errc::Usage);
    const auto series = readFiles(
        {write(latin("town/flow.csv"), "time,b,a\n2012-03-01 00:00,3,1\n2012-03-01 00:05,4,1\n")},
        {});
    VERIFY_OK(series);
    const auto written = storeImported(**store, *series);
    VERIFY_OK(written);
    QCOMPARE(written->added, 4);
    VERIFY_OK(storeImported(**store, *sensors));
    const auto dataset = (*store)->dataset(latin("town"));
    VERIFY_OK(dataset);
    QCOMPARE(dataset->sites.size(), std::size_t(2));
    QCOMPARE(dataset->sites[1].code, latin("a"));
    QCOMPARE(dataset->sites[1].position->lon, 10.2);
    QCOMPARE(dataset->axis.count, 2);

    ImportOptions options;
    options.knownSites = {latin("b"), latin("a")};
    const auto reported = readFiles({m_dir->filePath(latin("town/sensors.csv"))}, options);
    VERIFY_OK(reported);
    QCOMPARE(reported->rejectedCount, 1); // z
}

void tst_ImportFiles::cancels()
{
    QByteArray content = "time,a\n";
    for (int i = 0; i < 40000; ++i)
        content += QByteArray::number(1330560000 + i * 300) + ",1\n";
    const QString file = write(latin("flow.csv"), content);
    int asked = 0;
    int cancelAt = std::numeric_limits<int>::max();
    TaskContext context;
    context.cancelled = [&] { return ++asked >= cancelAt; };
    VERIFY_OK(readFiles({file}, {}, context));
    const int chances = asked;
    QVERIFY(chances > 4);
    for (cancelAt = 1; cancelAt <= chances; ++cancelAt) {
        asked = 0;
        const auto data = readFiles({file}, {}, context);
        QVERIFY(!data.has_value());
        QCOMPARE(data.error().code, Errc::Cancelled);
        QCOMPARE(asked, cancelAt); // it stops at once
    }

    TaskContext watched;
    qint64 last = 0;
    qint64 total = 0;
    watched.progress = [&](qint64 done, qint64 all, const QString &) {
        QVERIFY(done >= last);
        last = done;
        total = all;
    };
    VERIFY_OK(readFiles({file}, {}, watched));
    QCOMPARE(total, content.size());
    QVERIFY(last > total / 2);
}

void tst_ImportFiles::daylightSavingGapNamesTheZone()
{
    QByteArray content = "time,a\n";
    for (int minute = 0; minute < 240; minute += 30)
        content += "2012-03-11 0" + QByteArray::number(minute / 60) + ':'
            + QByteArray::number(minute % 60).rightJustified(2, '0') + ",1\n";
    ImportOptions options;
    options.zone = QTimeZone("America/Los_Angeles");
    const auto data = readFiles({write(latin("flow.csv"), content)}, options);
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 2); // 02:00 and 02:30 do not exist
    QCOMPARE(data->rejected[0].line, 6);
    QVERIFY(data->rejected[0].reason.message().contains(latin("America/Los_Angeles")));
    QCOMPARE(data->series.axis.count, 6); // without a hole: 01:30 is followed by 03:00
}

QTEST_GUILESS_MAIN(tst_ImportFiles)
#include "tst_import_files.moc"
