// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/import_files.h"

#include "base/random.h"
#include "data/readers/position_form.h"
#include "support/verify_ok.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

/// "time=2, lat=Y" of a mapping.
QString textOf(const IncidentMapping &mapping)
{
    QStringList parts;
    for (const IncidentMapping::Entry &entry : mapping.columns)
        parts += meaningName(entry.meaning) + QLatin1Char('=') + entry.column;
    return parts.join(QLatin1String(", "));
}

} // namespace

class tst_IncidentMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void reads_data();
    void reads();
    void guesses_data();
    void guesses();
    void unknownColumn();
    void positionForms_data();
    void positionForms();
    void refusesWholeFiles_data();
    void refusesWholeFiles();
    void nearTheCityDecides();
    void outsiders();
    void fewAreNotJudged();
    void oddRowsAreTold();
    void chicagoWithoutHeader();
    void chicagoRepeats();
    void montgomeryOutsiders();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_dir.filePath(latin("incidents.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return path;
    }
    static QString shared(const char *path)
    {
        const QString file = latin(BELVEDERE_SOURCE_DIR "/../shared/data/safety/") + latin(path);
        return QFileInfo::exists(file) ? file : QString();
    }
    static ImportOptions mapped(const char *mapping)
    {
        ImportOptions options;
        options.format = FileFormat::IncidentsCsv;
        if (const auto read = parseIncidentMapping(latin(mapping)))
            options.incidents = *read;
        return options;
    }

    QTemporaryDir m_dir;
};

void tst_IncidentMapping::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mapping");
    QTest::newRow("nothing") << latin("") << latin("");
    QTest::newRow("names and numbers") << latin("time=Date,lat=3, lon = 4 ,category=Primary Type")
                                       << latin("time=Date, lat=3, lon=4, category=Primary Type");
    QTest::newRow("everything") << latin(
        "time=a,to=b,lat=c,lon=d,category=e,severity=f,description=g")
                                << latin("time=a, to=b, lat=c, lon=d, category=e, severity=f, "
                                         "description=g");
    QTest::newRow("no column") << latin("description=") << latin("description=");
    QTest::newRow("unknown meaning") << latin("time=1,where=2") << QString();
    QTest::newRow("no equals") << latin("Date") << QString();
}

void tst_IncidentMapping::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, mapping);
    const auto read = parseIncidentMapping(text);
    if (mapping.isNull()) {
        QVERIFY(!read);
        QCOMPARE(read.error().code, Errc::Usage);
        QVERIFY(read.error().message().contains(latin("time, to, lat, lon")));
        return;
    }
    VERIFY_OK(read);
    QCOMPARE(textOf(*read), mapping);
}

void tst_IncidentMapping::reads_data()
{
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("format");
    QTest::newRow("strange names") << latin("time=wann,lat=Y,lon=X,category=was")
                                   << QByteArray("was,X,Y,wann\nDiebstahl,13.4,52.5,2020-03-01 "
                                                 "12:00\n")
                                   << latin("UTC") << QString();
    QTest::newRow("numbers without a header")
        << latin("time=1,category=2,lat=3,lon=4")
        << QByteArray("03/01/2020 12:00:00 PM,Diebstahl,52.5,13.4\n") << latin("UTC") << QString();
    QTest::newRow("nothing said, no header")
        << QString() << QByteArray("03/01/2020 12:00:00 PM,Diebstahl,52.5,13.4\n") << latin("UTC")
        << QString();
    QTest::newRow("by the case of the names")
        << latin("time=TIME,category=What")
        << QByteArray("time,lat,lon,what\n2020-03-01T12:00,52.5,"
                      "13.4,Diebstahl\n")
        << latin("UTC") << QString();
    QTest::newRow("date and time apart")
        << latin("time=d+t,category=c")
        << QByteArray("d,t,lat,lon,c\n2020-03-01,12:00,52.5,13.4,Diebstahl\n") << latin("UTC")
        << QString();
    QTest::newRow("local time") << latin(
        "category=c") << QByteArray("time,lat,lon,c\n2020-03-01 13:00,52.5,13.4,Diebstahl\n")
                                << latin("Europe/Berlin") << QString();
    QTest::newRow("a format of its own")
        << latin("category=c") << QByteArray("time,lat,lon,c\n20200301-1200,52.5,13.4,Diebstahl\n")
        << latin("UTC") << latin("yyyyMMdd-HHmm");
    QTest::newRow("semicolons, longitude first")
        << latin("lon=1,lat=2,time=3,category=4")
        << QByteArray("a;b;c;d\n13.4;52.5;01.03.2020 12:00;Diebstahl\n") << latin("UTC")
        << QString();
}

void tst_IncidentMapping::reads()
{
    QFETCH(QString, mapping);
    QFETCH(QByteArray, content);
    QFETCH(QString, zone);
    QFETCH(QString, format);
    ImportOptions options = mapped(qUtf8Printable(mapping));
    options.zone = QTimeZone(zone.toUtf8());
    options.incidents.timeFormat = format;
    const auto data = readFiles({write(content)}, options);
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->incidents.incidents.size(), std::size_t(1));
    const Incident &incident = data->incidents.incidents.front();
    QCOMPARE(formatUtc(incident.from), latin("2020-03-01T12:00:00Z"));
    QCOMPARE(incident.category, latin("Diebstahl"));
    QVERIFY(incident.position && *incident.position == (LonLat{13.4, 52.5}));
}

void tst_IncidentMapping::guesses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("header");
    QTest::addColumn<QString>("mapping");
    QTest::newRow("Chicago, as published")
        << QByteArray(
               "Date,Primary Type,Latitude,Longitude\n01/01/2016 12:00:00 AM,THEFT,41.9,-87.6\n")
        << true << latin("time=Date, lat=Latitude, lon=Longitude, category=Primary Type");
    QTest::newRow("Chicago without header")
        << QByteArray("01/01/2016 12:00:00 AM,THEFT,41.934649101,-87.680640704\n") << false
        << latin("time=1, lat=3, lon=4, category=2");
    QTest::newRow("longitude first, no header")
        << QByteArray("2016-01-01 00:00,116.404,39.915,theft\n") << false
        << latin("time=1, lat=3, lon=2, category=4");
    QTest::newRow("911") << QByteArray(
        "lat,lng,desc,zip,title,timeStamp,twp,addr,e\n"
        "40.2,-75.5,X & Y,19525,EMS: FALL,2015-12-10 17:40:00,T,A,1\n")
                         << true
                         << latin("time=timeStamp, lat=lat, lon=lng, category=title, "
                                  "description=desc");
}

void tst_IncidentMapping::guesses()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, header);
    QFETCH(QString, mapping);
    const QString file = write(content);
    const auto format = guessFormat(file);
    VERIFY_OK(format);
    QCOMPARE(int(*format), int(FileFormat::IncidentsCsv));
    const auto guess = guessIncidentMapping(file);
    VERIFY_OK(guess);
    QCOMPARE(guess->header, std::optional<bool>(header));
    QCOMPARE(textOf(*guess), mapping);
    // What is guessed is what is read.
    ImportOptions options;
    const auto plain = readFiles({file}, options);
    options.incidents = *guess;
    const auto told = readFiles({file}, options);
    VERIFY_OK(plain);
    VERIFY_OK(told);
    QCOMPARE(told->incidents.incidents.size(), std::size_t(1));
    QCOMPARE(told->incidents.incidents[0].from, plain->incidents.incidents[0].from);
    QVERIFY(told->incidents.incidents[0].position == plain->incidents.incidents[0].position);
    QCOMPARE(told->incidents.incidents[0].category, plain->incidents.incidents[0].category);
}

void tst_IncidentMapping::unknownColumn()
{
    for (const char *const mapping : {"time=when", "lat=9", "lon=0", "time=when+hour"}) {
        const auto data =
            readFiles({write("time,lat,lon\n2020-03-01,52.5,13.4\n")}, mapped(mapping));
        QVERIFY(!data);
        QCOMPARE(data.error().code, Errc::Usage);
        QVERIFY(data.error().message().contains(latin("time,lat,lon")));
        QVERIFY(data.error().message().contains(latin("1 to 3")));
    }
}

void tst_IncidentMapping::positionForms_data()
{
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("lon");
    QTest::addColumn<int>("form");
    const auto row = [](const char *name, double lat, double lon, PositionForm form) {
        QTest::newRow(name) << lat << lon << int(form);
    };
    row("Chicago", 41.88, -87.63, PositionForm::Degrees);
    row("Sydney", -33.87, 151.21, PositionForm::Degrees);
    row("Longyearbyen", 78.22, 15.64, PositionForm::Degrees);
    row("Punta Arenas", -53.16, -70.9, PositionForm::Degrees);
    row("Chicago swapped", -87.63, 41.88, PositionForm::Swapped);
    row("Montgomery swapped", -75.3, 40.1, PositionForm::Swapped);
    row("Beijing swapped", 116.4, 39.9, PositionForm::Swapped);
    row("Chicago, feet of Illinois East", 1900000.0, 1176000.0, PositionForm::Feet);
    row("Los Angeles, feet of California V", 1840000.0, 6480000.0, PositionForm::Feet);
    row("Chicago, web Mercator", 5143000.0, -9755000.0, PositionForm::WebMercator);
    row("Sydney, web Mercator", -4011000.0, 16832000.0, PositionForm::WebMercator);
    row("Berlin, web Mercator", 6894000.0, 1491000.0, PositionForm::WebMercator);
    row("Berlin, UTM 33", 5820000.0, 390000.0, PositionForm::Utm);
    row("London, national grid", 180000.0, 530000.0, PositionForm::Projected);
}

void tst_IncidentMapping::positionForms()
{
    QFETCH(double, lat);
    QFETCH(double, lon);
    QFETCH(int, form);
    QCOMPARE(int(guessPositionForm(lat, lon)), form);
}

void tst_IncidentMapping::refusesWholeFiles_data()
{
    QTest::addColumn<QByteArray>("positions");
    QTest::addColumn<QString>("hint");
    QTest::newRow("feet") << QByteArray("1900100,1176200") << latin("EPSG:3435");
    QTest::newRow("web Mercator") << QByteArray("5143000,-9755000") << latin("EPSG:3857");
    QTest::newRow("UTM") << QByteArray("5820000.5,390000.5") << latin("EPSG:326");
    QTest::newRow("some grid") << QByteArray("180000,530000") << latin("map projection");
    QTest::newRow("swapped") << QByteArray("-87.63,41.88") << latin("the other way round");
}

void tst_IncidentMapping::refusesWholeFiles()
{
    QFETCH(QByteArray, positions);
    QFETCH(QString, hint);
    QByteArray content = "time,lat,lon,category\n";
    for (int i = 0; i < 30; ++i)
        content += "2020-03-01 12:00," + positions + ",THEFT\n";
    const auto data = readFiles({write(content)}, mapped(""));
    QVERIFY(!data);
    QCOMPARE(data.error().code, Errc::Parse);
    QVERIFY2(data.error().message().contains(hint), qPrintable(data.error().message()));
    QVERIFY(data.error().message().contains(latin("incidents.csv")));
}

void tst_IncidentMapping::nearTheCityDecides()
{
    // Swapped, Berlin lies off the coast of Arabia: only who knows the city can tell.
    QCOMPARE(int(guessPositionForm(13.4, 52.5)), int(PositionForm::Degrees));
    QCOMPARE(int(guessPositionForm(13.4, 52.5, LonLat{13.4, 52.5})), int(PositionForm::Swapped));
    QCOMPARE(int(guessPositionForm(52.5, 13.4, LonLat{13.4, 52.5})), int(PositionForm::Degrees));
    QCOMPARE(int(guessPositionForm(13.4, 52.5, LonLat{-75.0, 40.0})), int(PositionForm::Degrees));
    ImportOptions options = mapped("");
    options.cityCentre = LonLat{13.4, 52.5};
    const auto data =
        readFiles({write("time,lat,lon\n2020-03-01,13.4,52.5\n2020-03-01,13.41,52.5\n")}, options);
    QVERIFY(!data && data.error().message().contains(latin("look swapped")));
}

void tst_IncidentMapping::outsiders()
{
    Random random(4);
    std::vector<LonLat> positions;
    for (int i = 0; i < 2000; ++i)
        positions.push_back({8.0 + 0.1 * random.normal(), 50.0 + 0.1 * random.normal()});
    const auto area = outsideArea(positions);
    QVERIFY(area.has_value());
    QVERIFY(distanceM(area->middle, {8.0, 50.0}) < 1000.0);
    for (const LonLat &far : {LonLat{0.0, 0.0}, LonLat{9.5, 50.0}, LonLat{-8.0, 50.0}})
        QVERIFY(area->has(far));
    QVERIFY(!area->has({8.2, 50.1}));
    // Also when a third of them is wrong.
    for (int i = 0; i < 1000; ++i)
        positions.push_back({0.0, 0.0});
    const auto still = outsideArea(positions);
    QVERIFY(still && still->has({0.0, 0.0}) && !still->has({8.1, 50.1}));
}

void tst_IncidentMapping::fewAreNotJudged()
{
    QVERIFY(!outsideArea({}).has_value());
    QVERIFY(!outsideArea(std::vector<LonLat>(19, LonLat{8.0, 50.0})).has_value());
    const auto same = outsideArea(std::vector<LonLat>(20, LonLat{8.0, 50.0}));
    QVERIFY(same && !same->has({8.0, 50.0}) && same->has({8.1, 50.0}));
}

void tst_IncidentMapping::oddRowsAreTold()
{
    QByteArray content = "time,lat,lon,category\n";
    for (int i = 0; i < 30; ++i)
        content += "2020-03-01 12:" + QByteArray::number(10 + i) + ",50."
            + QByteArray::number(10 + i) + ",8.0,THEFT\n";
    content += "2020-03-01 13:00,0,0,THEFT\n"; // far away
    content += "2020-03-01 13:01,50.2,8.0,\n"; // no category
    content += "2020-03-01 13:02,,,THEFT\n"; // no position
    content += "2020-03-01 12:10,50.10,8.0,THEFT\n"; // again
    const auto data = readFiles({write(content)}, mapped(""));
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->incidents.incidents.size(), std::size_t(34)); // nothing is dropped
    QCOMPARE(data->outsideCount, 1);
    QCOMPARE(data->outside.size(), std::size_t(1));
    QCOMPARE(data->outside[0].line, 32);
    QVERIFY(data->outside[0].reason.message().contains(latin("stored all the same")));
    QCOMPARE(data->withoutCategory, 1);
    QCOMPARE(data->withoutPosition, 1);
    QCOMPARE(data->sameIncidents, 1);
}

void tst_IncidentMapping::chicagoWithoutHeader()
{
    const QString file = shared("chicago_2016_2017/CHI_Crime_2016-01-01_2017-09-30.csv");
    if (file.isEmpty())
        QSKIP("the crimes of Chicago are not there");
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    (void)source.readLine();
    const QByteArray rows = source.read(400000);
    const QString bare = write(rows.left(rows.lastIndexOf('\n') + 1));
    const auto data = readFiles({bare}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->rows, qint64(rows.count('\n')));
    const auto numbered = readFiles({bare}, mapped("time=1,category=2,lat=3,lon=4"));
    VERIFY_OK(numbered);
    QCOMPARE(numbered->incidents.incidents.size(), data->incidents.incidents.size());
    QCOMPARE(numbered->incidents.incidents[7].category, data->incidents.incidents[7].category);
}

void tst_IncidentMapping::chicagoRepeats()
{
    const QString file = shared("chicago_2016_2017/CHI_Crime_2016-01-01_2017-09-30.csv");
    if (file.isEmpty())
        QSKIP("the crimes of Chicago are not there");
    const auto data = readFiles({file}, {});
    VERIFY_OK(data);
    QCOMPARE(data->incidents.incidents.size(), std::size_t(282850));
    QCOMPARE(data->sameIncidents, 811); // by collections.Counter of Python
    QCOMPARE(data->outsideCount, 0);
    QCOMPARE(data->withoutCategory, 0);
}

void tst_IncidentMapping::montgomeryOutsiders()
{
    const QString file = shared("montgomery_911/911.csv");
    if (file.isEmpty())
        QSKIP("the 911 calls of Montgomery are not there");
    ImportOptions options;
    options.zone = QTimeZone("America/New_York");
    const auto data = readFiles({file}, options);
    VERIFY_OK(data);
    QCOMPARE(data->incidents.incidents.size(), std::size_t(99492));
    QCOMPARE(data->outsideCount, 19);
    QCOMPARE(data->outside.size(), std::size_t(19));
    QVERIFY(data->outside[0].line > 1);
}

QTEST_GUILESS_MAIN(tst_IncidentMapping)
#include "tst_incident_mapping.moc"
