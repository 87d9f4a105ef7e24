// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/city_export.h"

#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

namespace {

constexpr UtcMs kStart = 1709251200000; // 2024-03-01T00:00:00Z
constexpr UtcMs kStep = 10 * kMsPerMinute;

const QString kTraffic = QStringLiteral("traffic");

QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList csvLines(const QString &path)
{
    const QString text = fileText(path);
    if (!text.endsWith(QLatin1String("\r\n")))
        return {};
    return text.chopped(2).split(QStringLiteral("\r\n"));
}

QJsonObject jsonOf(const QString &path)
{
    return QJsonDocument::fromJson(fileText(path).toUtf8()).object();
}

Dataset trafficDataset()
{
    Dataset dataset;
    dataset.name = kTraffic;
    dataset.domain = QStringLiteral("traffic");
    dataset.source = QStringLiteral("made up, CC0");
    dataset.simulated = true;
    dataset.zone = QTimeZone("Europe/Zurich");
    dataset.axis = {kStart, kStep, 6};
    dataset.channels = {{QStringLiteral("speed"), QStringLiteral("km/h")},
        {QStringLiteral("flow"), QStringLiteral("veh/h")}};
    dataset.sites.resize(3);
    dataset.sites[0].code = QStringLiteral("a");
    dataset.sites[0].name = QString::fromUtf8("Straße \"1\", east");
    dataset.sites[0].position = LonLat{8.5, 47.25};
    dataset.sites[1].code = QStringLiteral("b");
    dataset.sites[1].position = LonLat{8.625, 47.125};
    dataset.sites[2].code = QStringLiteral("c"); // its source publishes no place
    return dataset;
}

/// a: all steps. b: known for the last time at 00:20, half an hour before the end. c: at 00:10.
Series trafficSeries(const Dataset &dataset)
{
    Series series(dataset.axis, 3, dataset.channels);
    for (int step = 0; step < 6; ++step)
        series.set(step, SiteId(0), 0, 61.4F + static_cast<float>(step));
    series.set(2, SiteId(1), 0, 33.3F);
    series.set(1, SiteId(2), 0, 20.0F);
    series.set(5, SiteId(0), 1, 9000.0F, Quality::Suspect);
    series.set(5, SiteId(1), 1, 0.0F, Quality::Imputed);
    return series;
}

IncidentTable calls()
{
    IncidentTable table;
    table.name = QStringLiteral("calls");
    table.source = QStringLiteral("city, ODbL");
    Incident first;
    first.from = kStart;
    first.to = kStart + kMsPerHour;
    first.position = LonLat{8.5, 47.25};
    first.category = QStringLiteral("crash");
    first.description = QStringLiteral("two lines\nand \"quotes\"");
    first.severity = 3;
    first.link = LinkId(1);
    Incident second;
    second.from = kStart + 2 * kMsPerHour;
    second.category = QStringLiteral("works");
    table.incidents = {first, second};
    return table;
}

RoadNetwork twoLinks()
{
    Link there;
    there.from = NodeId(0);
    there.to = NodeId(1);
    there.roadClass = RoadClass::LivingStreet;
    there.lanes = 2;
    there.lengthM = 100.5;
    there.freeSpeedKmh = 20.0;
    there.capacityVehH = 800.0;
    there.name = QStringLiteral("Main Street");
    there.shape = {{8.5, 47.25}, {8.5, 47.5}};
    Link back = there;
    back.from = NodeId(1);
    back.to = NodeId(0);
    back.roadClass = RoadClass::Motorway;
    back.name.clear();
    back.shape = {{8.5, 47.5}, {8.5, 47.25}};
    return *RoadNetwork::make({{8.5, 47.25}, {8.5, 47.5}}, {there, back});
}

} // namespace

class tst_CityExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sitesAsCsv();
    void sitesAtAnInstant_data();
    void sitesAtAnInstant();
    void sitesAsGeoJson();
    void sitesAsGeoPackage();
    void stretchesOfRoadAreLines();
    void seriesAsCsv();
    void seriesOfARange_data();
    void seriesOfARange();
    void seriesAsGeoPackageKeepsPlacesOnce();
    void longSeriesInParts();
    void linksAsCsv();
    void incidentsAsCsv();
    void incidentsKeepTheirSecrets();
    void incidentsOfARange();
    void forecastStandsBesideTheValues();
    void hashTellsDataApart();
    void factsAndUnitsAreTold();
    void refused_data();
    void refused();
    void cancelledLeavesTheOldFile();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }
    [[nodiscard]] static ExportRequest request(ExportKind what, const QString &dataset = {})
    {
        ExportRequest request;
        request.what = what;
        request.dataset = dataset;
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Store> m_store;
};

void tst_CityExport::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    CityInfo info;
    info.name = QStringLiteral("Testburg");
    info.zone = QTimeZone("Europe/Zurich");
    auto store = SqliteStore::openOrCreate(path("t.city"), info);
    VERIFY_OK(store);
    m_store = *store;
    VERIFY_OK(m_store->setGround(twoLinks(), Backdrop()));
    VERIFY_OK(m_store->writeSeries(trafficDataset(), trafficSeries(trafficDataset())));
    VERIFY_OK(m_store->writeIncidents(calls()));
}

void tst_CityExport::sitesAsCsv()
{
    const QString file = path("sites.csv");
    const auto summary = exportCity(*m_store, file, request(ExportKind::Sites, kTraffic));
    VERIFY_OK(summary);
    QCOMPARE(summary->rows, 3);
    QCOMPARE(summary->at, std::optional<UtcMs>(kStart + 5 * kStep));
    QVERIFY(summary->simulated);
    QCOMPARE(summary->dataHash.size(), 64);
    // 33.3 was measured half an hour before: just still told, as stale. 20 was before that.
    const QStringList expected{
        QStringLiteral("site,name,speed [km/h],speed_state,speed_time_utc,speed_time_local,"
                       "speed_age [s],flow [veh/h],flow_state,flow_time_utc,flow_time_local,"
                       "flow_age [s],simulated,longitude [deg],latitude [deg]"),
        QString::fromUtf8("a,\"Straße \"\"1\"\", east\",66.4,observed,2024-03-01T00:50:00Z,"
                          "2024-03-01T01:50:00+01:00,0,9000,suspect,2024-03-01T00:50:00Z,"
                          "2024-03-01T01:50:00+01:00,0,true,8.5,47.25"),
        QStringLiteral("b,b,33.3,stale,2024-03-01T00:20:00Z,2024-03-01T01:20:00+01:00,1800,0,"
                       "imputed,2024-03-01T00:50:00Z,2024-03-01T01:50:00+01:00,0,true,8.625,"
                       "47.125"),
        QStringLiteral("c,c,,missing,,,,,missing,,,,true,,")};
    QCOMPARE(csvLines(file), expected);
}

void tst_CityExport::sitesAtAnInstant_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<QString>("ofA");
    QTest::addColumn<QString>("ofB");
    QTest::newRow("first step") << qint64(0) << QStringLiteral("61.4,observed")
                                << QStringLiteral(",missing");
    QTest::newRow("between steps")
        << qint64(24) << QStringLiteral("63.4,observed") << QStringLiteral("33.3,observed");
    QTest::newRow("stale") << qint64(40) << QStringLiteral("65.4,observed")
                           << QStringLiteral("33.3,stale");
    QTest::newRow("after the end")
        << qint64(65) << QStringLiteral("66.4,stale") << QStringLiteral(",missing");
}

void tst_CityExport::sitesAtAnInstant()
{
    QFETCH(qint64, minutes);
    QFETCH(QString, ofA);
    QFETCH(QString, ofB);
    ExportRequest at = request(ExportKind::Sites, kTraffic);
    at.at = kStart + minutes * kMsPerMinute;
    at.channel = QStringLiteral("speed");
    VERIFY_OK(exportCity(*m_store, path("at.csv"), at));
    const QStringList lines = csvLines(path("at.csv"));
    QCOMPARE(lines.size(), 4);
    QVERIFY(!lines[0].contains(QLatin1String("flow")));
    QVERIFY2(lines[1].contains(QLatin1String("east\",") + ofA), qUtf8Printable(lines[1]));
    QVERIFY2(lines[2].startsWith(QLatin1String("b,b,") + ofB), qUtf8Printable(lines[2]));
}

void tst_CityExport::sitesAsGeoJson()
{
    const QString file = path("sites.geojson");
    VERIFY_OK(exportCity(*m_store, file, request(ExportKind::Sites, kTraffic)));
    const QJsonObject json = jsonOf(file);
    QCOMPARE(json[QLatin1String("type")].toString(), QStringLiteral("FeatureCollection"));
    QVERIFY(json[QLatin1String("simulated")].toBool());
    const QJsonArray features = json[QLatin1String("features")].toArray();
    QCOMPARE(features.size(), 3);
    const QJsonObject b = features[1].toObject();
    QCOMPARE(b[QLatin1String("geometry")][QLatin1String("coordinates")].toArray(),
        (QJsonArray{8.625, 47.125}));
    const QJsonObject values = b[QLatin1String("properties")].toObject();
    QCOMPARE(values[QLatin1String("speed")].toDouble(), 33.3); // not 33.29999923706055
    QCOMPARE(values[QLatin1String("speed_state")].toString(), QStringLiteral("stale"));
    QCOMPARE(values[QLatin1String("speed_age")].toInt(), 1800);
    QCOMPARE(values[QLatin1String("flow")].toDouble(-1.0), 0.0); // zero is a value
    const QJsonObject c = features[2].toObject();
    QVERIFY(c.contains(QLatin1String("geometry")) && c[QLatin1String("geometry")].isNull());
    const QJsonObject nothing = c[QLatin1String("properties")].toObject();
    QVERIFY(nothing.contains(QLatin1String("speed")) && nothing[QLatin1String("speed")].isNull());
    QVERIFY(nothing[QLatin1String("speed_time")].isNull());
}

void tst_CityExport::sitesAsGeoPackage()
{
    const QString file = path("sites.gpkg");
    VERIFY_OK(exportCity(*m_store, file, request(ExportKind::Sites, kTraffic)));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), file);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral(
            "SELECT site, speed, speed_state, flow, simulated, geom FROM sites ORDER BY fid")));
        QVERIFY(query.next());
        QCOMPARE(query.value(1).toDouble(), 66.4);
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toString(), QStringLiteral("b"));
        QCOMPARE(query.value(1).toDouble(), 33.3);
        QCOMPARE(query.value(2).toString(), QStringLiteral("stale"));
        QCOMPARE(query.value(3).toDouble(), 0.0);
        QVERIFY(!query.value(3).isNull());
        QCOMPARE(query.value(4).toInt(), 1);
        QVERIFY(query.next());
        QVERIFY(query.value(1).isNull());
        QVERIFY(query.value(5).isNull());
        QVERIFY(!query.next());
        QVERIFY(query.exec(QStringLiteral("SELECT srs_id FROM gpkg_contents")) && query.next());
        QCOMPARE(query.value(0).toInt(), 4326);
        QVERIFY(query.exec(QStringLiteral("SELECT metadata FROM gpkg_metadata")) && query.next());
        QVERIFY(
            query.value(0).toString().contains(QLatin1String("<MDI key=\"simulated\">true</MDI>")));
    }
    QSqlDatabase::removeDatabase(file);
}

void tst_CityExport::stretchesOfRoadAreLines()
{
    Dataset dataset = trafficDataset();
    dataset.name = QStringLiteral("stretches");
    dataset.sites[1].position.reset();
    dataset.sites[1].path = {{8.5, 47.25}, {8.75, 47.25}};
    VERIFY_OK(m_store->writeSeries(dataset, trafficSeries(dataset)));
    VERIFY_OK(exportCity(*m_store, path("s.csv"), request(ExportKind::Sites, dataset.name)));
    const QStringList lines = csvLines(path("s.csv"));
    QVERIFY(lines[0].endsWith(QLatin1String(",WKT")));
    QVERIFY2(lines[1].endsWith(QLatin1String(",\"POINT (8.5 47.25)\"")), qUtf8Printable(lines[1]));
    QVERIFY2(lines[2].endsWith(QLatin1String(",\"LINESTRING (8.5 47.25, 8.75 47.25)\"")),
        qUtf8Printable(lines[2]));
    QVERIFY(lines[3].endsWith(QLatin1Char(',')));
}

void tst_CityExport::seriesAsCsv()
{
    ExportRequest some = request(ExportKind::Series, kTraffic);
    some.range = {kStart + kStep, kStart + 3 * kStep};
    some.channel = QStringLiteral("speed");
    const auto summary = exportCity(*m_store, path("series.csv"), some);
    VERIFY_OK(summary);
    QCOMPARE(summary->rows, 6);
    QCOMPARE(summary->from, std::optional<UtcMs>(kStart + kStep));
    QCOMPARE(summary->to, std::optional<UtcMs>(kStart + 2 * kStep));
    const QStringList expected{
        QStringLiteral("time_utc,time_local,site,speed [km/h],speed_quality,simulated,"
                       "longitude [deg],latitude [deg]"),
        QStringLiteral("2024-03-01T00:10:00Z,2024-03-01T01:10:00+01:00,a,62.4,observed,true,8.5,"
                       "47.25"),
        QStringLiteral("2024-03-01T00:10:00Z,2024-03-01T01:10:00+01:00,b,,missing,true,8.625,"
                       "47.125"),
        QStringLiteral("2024-03-01T00:10:00Z,2024-03-01T01:10:00+01:00,c,20,observed,true,,"),
        QStringLiteral("2024-03-01T00:20:00Z,2024-03-01T01:20:00+01:00,a,63.4,observed,true,8.5,"
                       "47.25"),
        QStringLiteral("2024-03-01T00:20:00Z,2024-03-01T01:20:00+01:00,b,33.3,observed,true,8.625,"
                       "47.125"),
        QStringLiteral("2024-03-01T00:20:00Z,2024-03-01T01:20:00+01:00,c,,missing,true,,")};
    QCOMPARE(csvLines(path("series.csv")), expected);
}

void tst_CityExport::seriesOfARange_data()
{
    constexpr qint64 kNone = std::numeric_limits<qint64>::min();
    QTest::addColumn<qint64>("from"); // minutes after the start; kNone = not said
    QTest::addColumn<qint64>("to");
    QTest::addColumn<int>("first"); // steps; -1 = nothing there
    QTest::addColumn<int>("last");
    QTest::newRow("all") << kNone << kNone << 0 << 5;
    QTest::newRow("from a step") << qint64(20) << kNone << 2 << 5;
    QTest::newRow("from between steps") << qint64(21) << kNone << 3 << 5;
    QTest::newRow("to a step, which is out") << kNone << qint64(20) << 0 << 1;
    QTest::newRow("to between steps") << kNone << qint64(21) << 0 << 2;
    QTest::newRow("one step") << qint64(30) << qint64(31) << 3 << 3;
    QTest::newRow("wider than the data") << qint64(-500) << qint64(5000) << 0 << 5;
    QTest::newRow("between two steps") << qint64(21) << qint64(29) << -1 << -1;
    QTest::newRow("before the data") << qint64(-60) << qint64(0) << -1 << -1;
    QTest::newRow("after the data") << qint64(51) << qint64(600) << -1 << -1;
}

void tst_CityExport::seriesOfARange()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(int, first);
    QFETCH(int, last);
    constexpr qint64 kNone = std::numeric_limits<qint64>::min();
    ExportRequest some = request(ExportKind::Series, kTraffic);
    if (from != kNone)
        some.range.from = kStart + from * kMsPerMinute;
    if (to != kNone)
        some.range.to = kStart + to * kMsPerMinute;
    const auto summary = exportCity(*m_store, path("range.csv"), some);
    if (first < 0) {
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, Errc::Usage);
        QVERIFY(!QFile::exists(path("range.csv")));
        return;
    }
    VERIFY_OK(summary);
    QCOMPARE(*summary->from, kStart + first * kStep);
    QCOMPARE(*summary->to, kStart + last * kStep);
    QCOMPARE(int(csvLines(path("range.csv")).size()), 1 + 3 * (last - first + 1));
}

void tst_CityExport::seriesAsGeoPackageKeepsPlacesOnce()
{
    const QString file = path("series.gpkg");
    VERIFY_OK(exportCity(*m_store, file, request(ExportKind::Series, kTraffic)));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), file);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(
            query.exec(QStringLiteral("SELECT count(*), count(geom) FROM sites")) && query.next());
        QCOMPARE(query.value(0).toInt(), 3);
        QCOMPARE(query.value(1).toInt(), 2);
        QVERIFY(query.exec(QStringLiteral(
                    "SELECT count(*), count(speed), count(flow), max(time) FROM series"))
            && query.next());
        QCOMPARE(query.value(0).toInt(), 18);
        QCOMPARE(query.value(1).toInt(), 8);
        QCOMPARE(query.value(2).toInt(), 2);
        QVERIFY(query.value(3).toString().startsWith(QLatin1String("2024-03-01T00:50:00")));
        QVERIFY(query.exec(QStringLiteral("SELECT count(*) FROM series JOIN sites USING (site)"))
            && query.next());
        QCOMPARE(query.value(0).toInt(), 18);
    }
    QSqlDatabase::removeDatabase(file);
}

// More rows than go through the memory at once.
void tst_CityExport::longSeriesInParts()
{
    constexpr int kSteps = 40'000;
    Dataset dataset = trafficDataset();
    dataset.name = QStringLiteral("long");
    dataset.axis.count = kSteps;
    dataset.channels.resize(1);
    Series series(dataset.axis, 3, dataset.channels);
    for (int step = 0; step < kSteps; ++step)
        series.set(step, SiteId(1), 0, static_cast<float>(step));
    VERIFY_OK(m_store->writeSeries(dataset, series));
    const auto summary =
        exportCity(*m_store, path("long.csv"), request(ExportKind::Series, dataset.name));
    VERIFY_OK(summary);
    QCOMPARE(summary->rows, qint64(3 * kSteps));
    const QStringList lines = csvLines(path("long.csv"));
    QCOMPARE(int(lines.size()), 1 + 3 * kSteps);
    for (int step = 0; step < kSteps; step += 1111)
        QVERIFY2(lines[1 + 3 * step + 1].contains(QStringLiteral(",b,%1,observed,").arg(step)),
            qUtf8Printable(lines[1 + 3 * step + 1]));
}

void tst_CityExport::linksAsCsv()
{
    const auto summary = exportCity(*m_store, path("links.csv"), request(ExportKind::Links));
    VERIFY_OK(summary);
    QVERIFY(!summary->simulated);
    const QStringList expected{
        QStringLiteral("link,from_node,to_node,name,class,lanes,length [m],free_speed [km/h],"
                       "capacity [veh/h],simulated,WKT"),
        QStringLiteral("0,0,1,Main Street,living_street,2,100.5,20,800,false,\"LINESTRING (8.5 "
                       "47.25, 8.5 47.5)\""),
        QStringLiteral(
            "1,1,0,,motorway,2,100.5,20,800,false,\"LINESTRING (8.5 47.5, 8.5 47.25)\"")};
    QCOMPARE(csvLines(path("links.csv")), expected);
}

void tst_CityExport::incidentsAsCsv()
{
    ExportRequest exact = request(ExportKind::Incidents);
    exact.privacy.reset();
    const auto summary = exportCity(*m_store, path("calls.csv"), exact);
    VERIFY_OK(summary);
    QCOMPARE(summary->rows, 2);
    QCOMPARE(fileText(path("calls.csv")),
        QStringLiteral("table,from_utc,from_local,to_utc,to_local,category,severity,description,"
                       "link,simulated,longitude [deg],latitude [deg]\r\n"
                       "calls,2024-03-01T00:00:00Z,2024-03-01T01:00:00+01:00,2024-03-01T01:00:00Z,"
                       "2024-03-01T02:00:00+01:00,crash,3,\"two lines\nand \"\"quotes\"\"\",1,"
                       "false,8.5,47.25\r\n"
                       "calls,2024-03-01T02:00:00Z,2024-03-01T03:00:00+01:00,,,works,,,,false,,"
                       "\r\n"));
    const QJsonObject about =
        jsonOf(path("calls.csv-metadata.json"))[QLatin1String("belvedere")].toObject();
    QCOMPARE(about[QLatin1String("source")].toString(), QStringLiteral("city, ODbL"));
    QCOMPARE(about[QLatin1String("dataHash")].toString(), summary->dataHash);
}

void tst_CityExport::incidentsKeepTheirSecrets()
{
    IncidentTable table = calls();
    for (int i = 0; i < 12; ++i) {
        Incident incident = table.incidents.front();
        incident.from += i * kMsPerMinute;
        incident.position = LonLat{8.5 + 1e-5 * (i % 3), 47.25};
        incident.description = QStringLiteral("12 SECRET LANE");
        table.incidents.push_back(incident);
    }
    Incident lone = table.incidents.front();
    lone.position = LonLat{8.9, 47.9};
    table.incidents.push_back(lone);
    std::stable_sort(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
    VERIFY_OK(m_store->writeIncidents(table));
    const auto summary = exportCity(*m_store, path("told.csv"), request(ExportKind::Incidents));
    VERIFY_OK(m_store->writeIncidents(calls()));
    VERIFY_OK(summary);
    QCOMPARE(summary->rows, 15);
    QCOMPARE(summary->withoutPlace, 1);
    const QString text = fileText(path("told.csv"));
    QVERIFY(!text.contains(QLatin1String("SECRET")) && !text.contains(QLatin1String("47.9")));
    QVERIFY(!text.contains(QLatin1String("description")));
    const QStringList header = text.section(QLatin1String("\r\n"), 0, 0).split(QLatin1Char(','));
    const auto cell = header.indexOf(QLatin1String("cell [m]"));
    const auto count = header.indexOf(QLatin1String("cell_incidents"));
    QVERIFY(cell > 0 && count > 0);
    QHash<QString, int> places;
    for (const QString &line : text.split(QLatin1String("\r\n"), Qt::SkipEmptyParts).mid(1)) {
        const QStringList cells = line.split(QLatin1Char(','));
        if (cells.last().isEmpty())
            continue;
        ++places[cells.mid(cells.size() - 2).join(QLatin1Char(' '))];
        QCOMPARE(cells[cell], QStringLiteral("250"));
        QCOMPARE(cells[count], QStringLiteral("13"));
    }
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.begin().value(), 13);
    const QJsonObject about =
        jsonOf(path("told.csv-metadata.json"))[QLatin1String("belvedere")].toObject();
    QVERIFY(about[QLatin1String("privacy")].toString().contains(QLatin1String("at least 5")));
}

void tst_CityExport::incidentsOfARange()
{
    ExportRequest some = request(ExportKind::Incidents, QStringLiteral("calls"));
    some.range.from = kStart + kMsPerHour + kMsPerMinute;
    const auto summary = exportCity(*m_store, path("later.geojson"), some);
    VERIFY_OK(summary);
    QCOMPARE(summary->rows, 1);
    QCOMPARE(summary->from, std::optional<UtcMs>(kStart + 2 * kMsPerHour));
    const QJsonArray features = jsonOf(path("later.geojson"))[QLatin1String("features")].toArray();
    QCOMPARE(features.size(), 1);
    QCOMPARE(features[0][QLatin1String("properties")][QLatin1String("category")].toString(),
        QStringLiteral("works"));
}

void tst_CityExport::forecastStandsBesideTheValues()
{
    SiteForecast forecast;
    forecast.channel = QStringLiteral("speed");
    forecast.model = QStringLiteral("traffic-speed/3");
    forecast.at = kStart + 8 * kStep;
    forecast.issued = kStart + 5 * kStep;
    forecast.quantiles = {0.1, 0.5, 0.975};
    forecast.siteCodes = {QStringLiteral("b"), QStringLiteral("unknown")};
    forecast.values = {30.5F, 40.1F, kMissing, 1.0F, 2.0F, 3.0F};
    ExportRequest with = request(ExportKind::Sites, kTraffic);
    with.channel = QStringLiteral("speed");
    with.forecast = forecast;
    VERIFY_OK(exportCity(*m_store, path("f.csv"), with));
    const QStringList lines = csvLines(path("f.csv"));
    QVERIFY2(lines[0].contains(QLatin1String(
                 ",speed_p10 [km/h],speed_p50 [km/h],speed_p97.5 [km/h],forecast_time_utc,")),
        qUtf8Printable(lines[0]));
    QVERIFY2(
        lines[1].contains(QLatin1String(",0,,,,2024-03-01T01:20:00Z,")), qUtf8Printable(lines[1]));
    QVERIFY2(lines[2].contains(QLatin1String(",30.5,40.1,,2024-03-01T01:20:00Z,")),
        qUtf8Printable(lines[2]));
    QVERIFY(lines[2].contains(QLatin1String(",traffic-speed/3,")));
    const QJsonObject about =
        jsonOf(path("f.csv-metadata.json"))[QLatin1String("belvedere")].toObject();
    QCOMPARE(about[QLatin1String("model")].toString(), QStringLiteral("traffic-speed/3"));
    QCOMPARE(
        about[QLatin1String("forecastIssued")].toString(), QStringLiteral("2024-03-01T00:50:00Z"));
}

void tst_CityExport::hashTellsDataApart()
{
    const ExportRequest all = request(ExportKind::Series, kTraffic);
    const auto first = exportCity(*m_store, path("1.csv"), all);
    const auto again = exportCity(*m_store, path("2.geojson"), all);
    VERIFY_OK(first);
    VERIFY_OK(again);
    QCOMPARE(first->dataHash, again->dataHash);
    const Dataset dataset = trafficDataset();
    Series changed = trafficSeries(dataset);
    changed.set(3, SiteId(2), 1, 1.0F);
    VERIFY_OK(m_store->writeSeries(dataset, changed));
    const auto other = exportCity(*m_store, path("3.csv"), all);
    VERIFY_OK(other);
    QVERIFY(other->dataHash != first->dataHash);
}

void tst_CityExport::factsAndUnitsAreTold()
{
    ExportRequest with = request(ExportKind::Sites, kTraffic);
    with.facts = {{QStringLiteral("seed"), QStringLiteral("7")}};
    const auto summary = exportCity(*m_store, path("facts.geojson"), with);
    VERIFY_OK(summary);
    const QJsonObject about = jsonOf(path("facts.geojson"))[QLatin1String("belvedere")].toObject();
    const std::pair<const char *, const char *> expected[] = {{"seed", "7"}, {"dataset", "traffic"},
        {"source", "made up, CC0"}, {"zone", "Europe/Zurich"}, {"instant", "2024-03-01T00:50:00Z"}};
    for (const auto &[key, value] : expected)
        QCOMPARE(about[QLatin1String(key)].toString(), QLatin1String(value));
    QCOMPARE(about[QLatin1String("dataHash")].toString(), summary->dataHash);
    const QJsonArray columns = about[QLatin1String("columns")].toArray();
    QCOMPARE(columns[2][QLatin1String("name")].toString(), QStringLiteral("speed"));
    QCOMPARE(columns[2][QLatin1String("unit")].toString(), QStringLiteral("km/h"));
}

void tst_CityExport::refused_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const char *name, ExportKind what, const char *dataset, const char *channel,
                         const char *file, Errc code, const char *mentioned) {
        QTest::newRow(name) << int(what) << QString::fromLatin1(dataset)
                            << QString::fromLatin1(channel) << QString::fromLatin1(file)
                            << int(code) << QString::fromLatin1(mentioned);
    };
    row("unknown data set", ExportKind::Sites, "nix", "", "x.csv", Errc::NotFound, "nix");
    row("unknown channel", ExportKind::Sites, "traffic", "noise", "x.csv", Errc::NotFound, "flow");
    row("channel of series", ExportKind::Series, "traffic", "noise", "x.csv", Errc::NotFound,
        "speed");
    row("unknown table", ExportKind::Incidents, "fires", "", "x.csv", Errc::NotFound, "calls");
    row("unknown ending", ExportKind::Links, "", "", "x.xls", Errc::Usage, ".gpkg");
    row("missing folder", ExportKind::Links, "", "", "no/x.csv", Errc::NotFound, "no");
}

void tst_CityExport::refused()
{
    QFETCH(int, what);
    QFETCH(QString, dataset);
    QFETCH(QString, channel);
    QFETCH(QString, file);
    QFETCH(int, code);
    QFETCH(QString, mentioned);
    ExportRequest wrong = request(ExportKind(what), dataset);
    wrong.channel = channel;
    const auto summary = exportCity(*m_store, m_folder->filePath(file), wrong);
    QVERIFY(!summary);
    QCOMPARE(int(summary.error().code), code);
    QVERIFY2(
        summary.error().message().contains(mentioned), qUtf8Printable(summary.error().message()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void tst_CityExport::cancelledLeavesTheOldFile()
{
    for (const char *name : {"old.csv", "old.geojson", "old.gpkg"}) {
        QFile old(path(name));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("precious") == 8);
        old.close();
        TaskContext context;
        context.cancelled = [] { return true; };
        const auto summary =
            exportCity(*m_store, path(name), request(ExportKind::Series, kTraffic), context);
        QVERIFY2(!summary, name);
        QCOMPARE(summary.error().code, Errc::Cancelled);
        QCOMPARE(fileText(path(name)), QStringLiteral("precious"));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

QTEST_GUILESS_MAIN(tst_CityExport)

#include "tst_city_export.moc"
