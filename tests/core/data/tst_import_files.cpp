// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/import_files.h"
#include "data/store/holiday_documents.h"
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
    void rowNumbersAreNoSites();
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
    void timesInParts_data();
    void timesInParts();
    void quantities_data();
    void quantities();
    void irregularTimes_data();
    void irregularTimes();
    void clocksGoBack_data();
    void clocksGoBack();
    void repeatedRows();
    void implausibleValues_data();
    void implausibleValues();
    void holidays_data();
    void holidays();
    void storesHolidays();
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
    row("date and time apart", "date,time,site,value\n2012-03-01,10:00,a,1\n", "long-csv");
    row("time in parts", "No,year,month,day,hour,PM2.5,station\n1,2013,3,1,0,4,A\n", "long-csv");
    row("time in parts, wide", "Year,Month,Day,a,b\n2013,3,1,4,5\n", "wide-csv");
    row("quantities of one site", "hum,tempm,wspdm,TIMESTAMP\n56,18,7.4,2014-08-01T00:00:00\n",
        "long-csv");
    row("one quantity", "time,temperature\n2012-03-01,9\n", "long-csv");
    row("one quantity at several sites", "time,noise_park,noise_quay\n2012-03-01,1,2\n",
        "wide-csv");
    row("car parks",
        "vehiclecount,updatetime,_id,totalspaces,garagecode\n"
        "1,2014-05-22 09:09:04.145,1,65,A\n2,2014-05-22 09:09:04.145,2,65,B\n",
        "long-csv");
    row("holidays", "date,name\n2012-10-08,Columbus Day\n", "holidays-csv");
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

/// A column called id may name sites or number rows.
void tst_ImportFiles::rowNumbersAreNoSites()
{
    QByteArray wide = "id,timestamp,a,b\n";
    QByteArray rows = "id,timestamp,value\n";
    for (int i = 0; i < 40; ++i) {
        const QByteArray time = QByteArray::number(1330560000 + i / 2 * 300);
        wide += QByteArray::number(i) + ',' + QByteArray::number(1330560000 + i * 300) + ",1,2\n";
        rows += QByteArray::number(i % 2) + ',' + time + ",1\n";
    }
    const auto numbered = readFiles({write(latin("wide.csv"), wide)}, plain());
    VERIFY_OK(numbered);
    const auto named = readFiles({write(latin("long.csv"), rows)}, plain());
    VERIFY_OK(named);
    QCOMPARE(named->series.siteCount, 2);
    QCOMPARE(named->series.axis.count, 20);
    QCOMPARE(numbered->series.axis.count, 40);
    QCOMPARE(numbered->series.siteCount, 2);
    QVERIFY(numbered->dataset.siteByCode(latin("a")).valid());
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
    row("no time in a long table", "site,value\na,2\n", "Columns for time, site and value",
        "long-csv");
    row("nothing to read in a long table", "time,site\n2012-03-01,a\n",
        "Columns for time, site and value", "long-csv");
    row("holidays without a date", "name,country\nEaster,x\n", "needs the columns date, name",
        "holidays-csv");
    row("no holiday usable", "date,name\nEaster,x\n", "\"Easter\" is not a time", "holidays-csv");
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

void tst_ImportFiles::timesInParts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("rejected");
    const auto row = [](const char *name, const char *content, const char *first, const char *last,
                         int rejected = 0) {
        QTest::newRow(name) << QByteArray(content) << QString::fromLatin1(first)
                            << QString::fromLatin1(last) << rejected;
    };
    row("hours", "year,month,day,hour,a\n2013,3,1,0,4\n2013,3,1,1,5\n", "2013-02-28T16:00:00Z",
        "2013-02-28T17:00:00Z");
    row("other writing, other order",
        "a,HOUR,Day,Month,Year,MINUTE\n4,23,31,12,2013,30\n5,0,1,1,2014,0\n",
        "2013-12-31T15:30:00Z", "2013-12-31T16:00:00Z");
    row("days", "yr,mo,day,a\n2013,2,28,4\n2013,3,1,5\n", "2013-02-27T16:00:00Z",
        "2013-02-28T16:00:00Z");
    row("hours 1 to 24", "year,month,day,hour,a\n2013,12,31,23,4\n2013,12,31,24,5\n",
        "2013-12-31T15:00:00Z", "2013-12-31T16:00:00Z");
    row("date and time", "date,time,a\n2013-03-01,00:00,4\n2013-03-01,00:05,5\n",
        "2013-02-28T16:00:00Z", "2013-02-28T16:05:00Z");
    row("day first and hour", "Date,Hour,a\n28.02.2013,7,4\n28.02.2013,8,5\n",
        "2013-02-27T23:00:00Z", "2013-02-28T00:00:00Z");
    row("a whole time called date, with its hour",
        "date,hour,a\n2013-03-01 07:00,7,4\n2013-03-01 08:00,8,5\n", "2013-02-28T23:00:00Z",
        "2013-03-01T00:00:00Z");
    row("afternoon", "date,time,a\n2/28/2013,11:00 AM,4\n2/28/2013,12:00 PM,5\n",
        "2013-02-28T03:00:00Z", "2013-02-28T04:00:00Z");
    row("a whole time beside its parts",
        "datetime,year,month,day,a\n2013-03-01 07:00,1,1,1,4\n2013-03-01 08:00,1,1,1,5\n",
        "2013-02-28T23:00:00Z", "2013-03-01T00:00:00Z");
    row("a day that is none",
        "year,month,day,hour,a\n2013,2,28,22,4\n2013,2,30,0,9\n2013,2,28,23,5\n",
        "2013-02-28T14:00:00Z", "2013-02-28T15:00:00Z", 1);
    row("hour 25", "year,month,day,hour,a\n2013,2,28,22,4\n2013,2,28,25,9\n2013,2,28,23,5\n",
        "2013-02-28T14:00:00Z", "2013-02-28T15:00:00Z", 1);
}

void tst_ImportFiles::timesInParts()
{
    QFETCH(const QByteArray, content);
    ImportOptions options = plain();
    options.zone = QTimeZone("Asia/Shanghai");
    const auto data = readFiles({write(latin("x.csv"), content)}, options);
    VERIFY_OK(data);
    QTEST(formatUtc(data->series.axis.start), "first");
    QTEST(formatUtc(data->series.axis.last()), "last");
    QTEST(int(data->rejectedCount), "rejected");
    const int site = data->dataset.siteByCode(latin("a")).value;
    QVERIFY(site >= 0);
    QCOMPARE(data->series.value(0, SiteId(site), 0), 4.0F);
    QCOMPARE(data->series.value(data->series.axis.count - 1, SiteId(site), 0), 5.0F);
    for (const Rejection &rejection : data->rejected) {
        QCOMPARE(rejection.line, 3);
        QVERIFY(rejection.reason.message().contains(latin("2013-")));
    }
}

void tst_ImportFiles::quantities_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("channels"); // with units
    QTest::addColumn<QString>("first"); // the values of the first step
    QTest::addColumn<QString>("sites");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<int>("leftOut");
    const auto row = [](const char *name, const char *content, const char *channels,
                         const char *first, const char *sites, const char *domain,
                         int leftOut = 0) {
        QTest::newRow(name) << QByteArray(content) << QString::fromUtf8(channels)
                            << QString::fromUtf8(first) << QString::fromUtf8(sites)
                            << QString::fromUtf8(domain) << leftOut;
    };
    row("stations",
        "No,year,month,day,hour,PM2.5,CO,TEMP,PRES,DEWP,RAIN,wd,WSPM,station\n"
        "1,2013,3,1,0,4,300,-0.7,1023,-18.8,0,E,4.4,A\n2,2013,3,1,1,NA,300,1,1023,1,0,NA,4,A\n",
        "pm2.5 µg/m³|co µg/m³|temperature °C|pressure hPa|dew_point °C|rain mm|wind_from_east |"
        "wind_from_north |wind m/s",
        "4 300 -0.7 1023 -18.8 0 1 -0 4.4", "A", "environment");
    row("degrees, knots", "time,wdsp,wddir\n2015-01-01 00:00,9,180\n2015-01-01 01:00,9,270\n",
        "wind kn|wind_from_east |wind_from_north ", "9 -0 -1", "x", "weather");
    row("calm has no direction",
        "time,wind_speed,wind_dir\n2015-01-01 00:00,0,Calm\n2015-01-01 01:00,2,wsw\n",
        "wind m/s|wind_from_east |wind_from_north ", "0 _ _", "x", "weather");
    row("carbon monoxide in mg/m³", "time,no2,co\n2015-01-01 00:00,9,1.2\n2015-01-01 01:00,9,2\n",
        "no2 µg/m³|co ", "9 1.2", "x", "environment");
    row("nitric oxide is no row number",
        "time,NO,NO2\n2015-01-01 00:00,1,9\n2015-01-01 01:00,2,8\n", "no |no2 µg/m³", "1 9", "x",
        "traffic");
    row("texts are left out",
        "date_time,traffic_volume,temp,weather_main,holiday\n"
        "02-10-2012 09:00,5545,288.28,Clouds,None\n02-10-2012 10:00,4516,289.36,Rain,None\n",
        "flow veh/h|temperature K", "5545 288.28", "x", "traffic", 1);
    row("places taken",
        "vehiclecount,updatetime,_id,totalspaces,garagecode\n5,2014-05-22 09:00:00,1,50,P\n"
        "7,2014-05-22 09:30:00,3,50,P\n",
        "parking veh|occupancy %", "5 10", "P", "traffic");
    row("places free",
        "time,garage,capacity,free\n2014-05-22 09:00:00,P,50,45\n2014-05-22 09:30:00,P,50,1\n",
        "parking veh|occupancy %", "5 10", "P", "traffic");
    row("two temperatures",
        "time,temp,temp_soil,rain\n2015-01-01 00:00,9,4,0\n2015-01-01 01:00,8,4,0\n",
        "temperature °C|temp_soil °C|rain mm", "9 4 0", "x", "weather");
}

void tst_ImportFiles::quantities()
{
    QFETCH(const QByteArray, content);
    const auto data = readFiles({write(latin("x.csv"), content)}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 0);
    QStringList channels;
    QStringList first;
    for (std::size_t c = 0; c < data->series.channels.size(); ++c) {
        channels += data->series.channels[c].key + QLatin1Char(' ') + data->series.channels[c].unit;
        // Of 0 only the sign is left of a rounded sine.
        const float value = data->series.value(0, SiteId(0), int(c));
        const bool tiny = std::abs(value) < 1e-6F && value != 0.0F;
        first += std::isnan(value) ? latin("_")
            : tiny                 ? latin("-0")
                                   : QString::number(double(value));
    }
    QTEST(channels.join(QLatin1Char('|')), "channels");
    QTEST(first.join(QLatin1Char(' ')), "first");
    QStringList sites;
    for (const Site &site : data->dataset.sites)
        sites += site.code;
    QTEST(sites.join(QLatin1Char(' ')), "sites");
    QTEST(data->dataset.domain, "domain");
    QTEST(int(data->leftOut.size()), "leftOut");
}

void tst_ImportFiles::irregularTimes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("stepMinutes");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("merged");
    QTest::newRow("twenty minutes, more or less")
        << QByteArray("time,a\n2014-08-01 00:00,1\n2014-08-01 00:20,2\n2014-08-01 00:50,3\n"
                      "2014-08-01 01:00,4\n2014-08-01 01:20,5\n2014-08-01 01:50,6\n")
        << 20 << latin("2014-08-01T00:00:00Z") << latin("1 | 2 | 3 | 4 | 5 | 6") << 0;
    QTest::newRow("half hours that drift, site by site")
        << QByteArray("time,site,value\n2014-05-22 09:09,a,1\n2014-05-22 09:41,a,2\n"
                      "2014-05-22 10:14,a,3\n2014-05-22 10:48,a,4\n2014-05-22 11:20,a,5\n"
                      "2014-05-22 11:54,a,6\n2014-05-22 09:09,b,7\n2014-05-22 09:29,b,\n")
        << 30 << latin("2014-05-22T09:00:00Z") << latin("1 7 | 2 _ | 3 _ | 4 _ | 5 _ | 6 _") << 1;
    QTest::newRow("the last of a step counts, whatever stands first")
        << QByteArray("time,a\n2014-08-01 00:00,1\n2014-08-01 00:29,3\n2014-08-01 00:11,2\n"
                      "2014-08-01 00:50,4\n2014-08-01 01:10,5\n2014-08-01 01:47,6\n"
                      "2014-08-01 02:13,7\n")
        << 20 << latin("2014-08-01T00:00:00Z") << latin("2 | 3 | 4 | 5 | _ | 6 | 7") << 1;
}

void tst_ImportFiles::irregularTimes()
{
    QFETCH(const QByteArray, content);
    const auto data = readFiles({write(latin("x.csv"), content)}, plain());
    VERIFY_OK(data);
    QTEST(int(data->series.axis.stepMs / kMsPerMinute), "stepMinutes");
    QTEST(formatUtc(data->series.axis.start), "start");
    QTEST(seriesText(data->series), "expected");
    QTEST(int(data->mergedRows), "merged");
    QCOMPARE(data->rejectedCount, 0);
}

void tst_ImportFiles::clocksGoBack_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("wide") << QByteArray("time,a\n2014-10-26 01:00,1\n2014-10-26 02:00,2\n"
                                        "2014-10-26 02:00,3\n2014-10-26 03:00,4\n")
                          << latin("1 | 2 | 3 | 4");
    QTest::newRow("half hours") << QByteArray(
        "time,a\n2014-10-26 02:00,1\n2014-10-26 02:30,2\n2014-10-26 02:00,3\n"
        "2014-10-26 02:30,4\n2014-10-26 03:00,5\n")
                                << latin("1 | 2 | 3 | 4 | 5");
    QTest::newRow("long") << QByteArray("time,site,value\n2014-10-26 02:00,a,1\n"
                                        "2014-10-26 02:00,b,2\n2014-10-26 02:00,a,3\n"
                                        "2014-10-26 02:00,b,4\n2014-10-26 03:00,a,5\n")
                          << latin("1 2 | 3 4 | 5 _");
    QTest::newRow("long, a row twice")
        << QByteArray("time,site,value\n2014-10-26 01:00,a,1\n2014-10-26 02:00,a,2\n"
                      "2014-10-26 02:00,a,2\n2014-10-26 03:00,a,4\n")
        << latin("1 | 2 | _ | 4");
}

/// On 26 October 2014 at 3:00 the clocks of Aarhus showed 2:00 again.
void tst_ImportFiles::clocksGoBack()
{
    QFETCH(const QByteArray, content);
    ImportOptions options = plain();
    options.zone = QTimeZone("Europe/Copenhagen");
    const auto data = readFiles({write(latin("x.csv"), content)}, options);
    VERIFY_OK(data);
    QTEST(seriesText(data->series), "expected");
    QCOMPARE(data->rejectedCount, 0);
}

void tst_ImportFiles::repeatedRows()
{
    const auto data =
        readFiles({write(latin("x.csv"),
                      "time,site,value\n2012-03-01 00:00,a,1\n2012-03-01 00:00,a,1\n"
                      "2012-03-01 00:05,a,\n2012-03-01 00:05,a,\n2012-03-01 00:10,a,3\n"
                      "2012-03-01 00:10,a,\n")},
            plain());
    VERIFY_OK(data);
    QCOMPARE(data->repeatedRows, 2);
    QCOMPARE(data->rejectedCount, 1);
    QCOMPARE(data->rejected[0].line, 7);
    QCOMPARE(seriesText(data->series), latin("1 | _ | 3"));
    const auto wide = readFiles({write(latin("y.csv"),
                                    "time,a,b\n2012-03-01 00:00,1,\n2012-03-01 00:00,1,\n"
                                    "2012-03-01 00:05,3,4\n")},
        plain());
    VERIFY_OK(wide);
    QCOMPARE(wide->repeatedRows, 1);
    QCOMPARE(wide->rejectedCount, 0);
}

void tst_ImportFiles::implausibleValues_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("suspect"); // their positions
    const auto row = [](const char *name, const char *column, const char *values,
                         const char *suspect) {
        QTest::newRow(name) << QString::fromUtf8(column) << QString::fromUtf8(values)
                            << QString::fromUtf8(suspect);
    };
    row("kelvin", "temperature", "288 0 289 290", "1");
    row("celsius", "temperature", "-3 0 56.7 61", "3");
    row("rain", "rain_1h", "0 9831.3 300 -1", "1 3");
    row("humidity", "humidity", "0 100 101 50", "2");
    row("counts", "traffic_volume", "0 1 -1 1e6", "2");
    row("noise", "laeq", "30 120 0 500", "3");
    row("unknown", "value", "-1e6 1e6 0 1", "");
}

void tst_ImportFiles::implausibleValues()
{
    QFETCH(const QString, column);
    QFETCH(const QString, values);
    QByteArray content = "time,site," + column.toUtf8() + '\n';
    int hour = 0;
    for (const QString &value : values.split(QLatin1Char(' ')))
        content += "2016-07-11 0" + QByteArray::number(hour++) + ":00,a," + value.toUtf8() + '\n';
    const auto data = readFiles({write(latin("x.csv"), content)}, {});
    VERIFY_OK(data);
    QStringList suspect;
    for (int i = 0; i < data->series.axis.count; ++i) {
        if (data->series.quality[std::size_t(i)] == Quality::Suspect)
            suspect += QString::number(i);
        QCOMPARE(data->series.value(i, SiteId(0), 0),
            values.split(QLatin1Char(' '))[i].toFloat()); // kept as it stands
    }
    QTEST(suspect.join(QLatin1Char(' ')), "suspect");
    QCOMPARE(data->suspectValues, suspect.size());
    QCOMPARE(data->rejectedCount, 0);
}

void tst_ImportFiles::holidays_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("days");
    QTest::addColumn<int>("rejected");
    QTest::newRow("list") << QByteArray(
        "date,name\n2012-12-25,Christmas\n2012-10-08,Columbus Day\n")
                          << latin("15621 Columbus Day|15699 Christmas") << 0;
    QTest::newRow("day first, a day twice, none")
        << QByteArray("Date;Holiday\n25.12.2012;Christmas\n25.12.2012;Noel\nsoon;x\n")
        << latin("15699 Christmas") << 1;
    // On 8 October at midnight in Chicago it is 5 o'clock UTC; the day is the local one.
    QTest::newRow("a column of a series")
        << QByteArray("date_time,traffic_volume,holiday\n2012-10-07 23:00,1,None\n"
                      "2012-10-08 00:00,2,Columbus Day\n2012-10-08 01:00,3,\n")
        << latin("15621 Columbus Day") << 0;
    QTest::newRow("a column of flags")
        << QByteArray("date_time,traffic_volume,is_holiday\n2012-10-07 22:00,1,0\n"
                      "2012-10-07 23:00,1,0\n2012-10-08 00:00,2,1\n2012-10-08 01:00,3,1\n")
        << latin("15621 ") << 0;
}

void tst_ImportFiles::holidays()
{
    QFETCH(const QByteArray, content);
    ImportOptions options;
    options.zone = QTimeZone("America/Chicago");
    const auto data = readFiles({write(latin("x.csv"), content)}, options);
    VERIFY_OK(data);
    QStringList days;
    for (const Holiday &holiday : data->holidays)
        days += QString::number(holiday.day) + QLatin1Char(' ') + holiday.name;
    QTEST(days.join(QLatin1Char('|')), "days");
    QTEST(int(data->rejectedCount), "rejected");
}

void tst_ImportFiles::storesHolidays()
{
    const auto store = SqliteStore::openOrCreate(m_dir->filePath(latin("h.city")), {});
    VERIFY_OK(store);
    const auto data = readFiles({write(latin("x.csv"), "date,name\n2012-12-25,Christmas\n")}, {});
    VERIFY_OK(data);
    VERIFY_OK(storeImported(**store, *data));
    const auto days = holidaysOf(**store);
    VERIFY_OK(days);
    QCOMPARE(*days, (std::vector<Holiday>{{15699, latin("Christmas")}}));
    const auto datasets = (*store)->datasets();
    VERIFY_OK(datasets);
    QVERIFY(datasets->empty());
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
