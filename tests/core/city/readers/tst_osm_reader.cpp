// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_reader.h"
#include "core/city/readers/osm_text.h"
#include "support/verify_ok.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;
using belvedere::test::OsmText;

namespace {

constexpr double kStep = 0.001;

QStringList tags(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// The number of nodes that read "1 2 3" along a link, by longitude of a line of nodes kStep apart.
QString shapeText(const Link &link)
{
    QStringList parts;
    for (const LonLat p : link.shape)
        parts += QString::number(std::lround(p.lon / kStep));
    return parts.join(QLatin1Char(' '));
}

QStringList linkTexts(const RoadNetwork &network)
{
    QStringList texts;
    for (const Link &link : network.links())
        texts += shapeText(link);
    texts.sort();
    return texts;
}

/// Nodes 1 … count at (0.001·i, 0).
OsmText lineOfNodes(int count)
{
    OsmText osm;
    for (int i = 1; i <= count; ++i)
        osm.node(i, i * kStep, 0.0);
    return osm;
}

/// Nodes first … of the corners of a square, anticlockwise from the lower left.
void addSquare(OsmText &osm, int first, double x, double y, double size)
{
    osm.node(first, x, y);
    osm.node(first + 1, x + size, y);
    osm.node(first + 2, x + size, y + size);
    osm.node(first + 3, x, y + size);
}

QList<int> ring(int first)
{
    return {first, first + 1, first + 2, first + 3, first};
}

/// In squared degrees, with holes taken off.
double areaOf(const AreaSet &areas, std::size_t i)
{
    double sum = 0.0;
    for (std::uint32_t r = areas.firstRing(i); r < areas.endRing(i); ++r)
        sum += signedArea2(areas.rings().chain(r)) / 2.0 / 1e14;
    return sum;
}

} // namespace

class tst_OsmReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneWays_data();
    void oneWays();
    void splitsWhereWaysMeet();
    void splitsALoop();
    void skipsMissingNodes();
    void attributes();
    void turnRestrictions_data();
    void turnRestrictions();
    void multipolygon();
    void multipolygonOfSeveralWays();
    void oldStyleMultipolygon();
    void brokenMultipolygon();
    void coastAcross();
    void island();
    void coastWithoutBounds();
    void names();
    void unsortedFile();
    void withoutRoads();
    void badFiles_data();
    void badFiles();
    void missingFile();
    void formByContent();
    void memoryGuard();
    void cancel();
    void fileNames();

private:
    Result<OsmImport> read(const OsmText &osm) { return readBytes(osm.bytes()); }
    Result<OsmImport> readBytes(
        const QByteArray &bytes, const QString &name = QStringLiteral("a.osm"))
    {
        const QString path = m_dir->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return failure(Errc::Io, "the test cannot write");
        file.close();
        return readOsm(path);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_OsmReader::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void tst_OsmReader::oneWays_data()
{
    QTest::addColumn<QStringList>("way");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const char *way, const QStringList &links) {
        QTest::newRow(name) << tags(way) << links;
    };
    const QString there = QStringLiteral("1 2 3");
    const QString back = QStringLiteral("3 2 1");
    row("both ways", "highway=residential", {there, back});
    row("one-way", "highway=residential oneway=yes", {there});
    row("against the drawing", "highway=residential oneway=-1", {back});
    row("motorway", "highway=motorway", {there});
    row("roundabout", "highway=residential junction=roundabout", {there});
    row("private", "highway=residential access=private", {});
    row("no road", "railway=rail", {});
}

void tst_OsmReader::oneWays()
{
    QFETCH(const QStringList, way);
    QFETCH(const QStringList, links);
    OsmText osm = lineOfNodes(3);
    osm.way(10, {1, 2, 3}, way);
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(linkTexts(*import->network), links);
    const auto &network = *import->network;
    if (links.size() == 2) {
        QCOMPARE(network.reverseOf(LinkId(0)), LinkId(1));
        QCOMPARE(network.reverseOf(LinkId(1)), LinkId(0));
    } else if (links.size() == 1) {
        QVERIFY(!network.reverseOf(LinkId(0)).valid());
    }
    // 0.002 degrees of the equator
    const double km = links.isEmpty() ? 0.0 : 0.002 * 6371.0088 * 3.14159265358979 / 180.0;
    double sum = 0.0;
    for (const double length : import->report.lengthKm)
        sum += length;
    QVERIFY(std::abs(sum - km) < 1e-9);
}

void tst_OsmReader::splitsWhereWaysMeet()
{
    OsmText osm = lineOfNodes(5);
    osm.node(9, 3 * kStep, kStep);
    osm.way(10, {1, 2, 3, 4, 5}, tags("highway=primary oneway=yes"));
    osm.way(11, {9, 3}, tags("highway=residential oneway=yes"));
    osm.way(12, {9, 4}, tags("highway=footway")); // no reason to split
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(linkTexts(*import->network),
        QStringList({QStringLiteral("1 2 3"), QStringLiteral("3 3"), QStringLiteral("3 4 5")}));
    QCOMPARE(import->network->nodes().size(), std::size_t(4));
    QCOMPARE(import->backdrop->lines.count(), std::size_t(1));
}

void tst_OsmReader::splitsALoop()
{
    // A roundabout that begins between its exits.
    OsmText osm;
    addSquare(osm, 1, 0.0, 0.0, kStep);
    osm.node(5, 2 * kStep, 2 * kStep);
    osm.way(10, ring(1), tags("highway=tertiary junction=roundabout"));
    osm.way(11, {3, 5}, tags("highway=tertiary"));
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(import->network->links().size(), std::size_t(4));
    int round = 0;
    for (const Link &link : import->network->links())
        round += link.roundabout ? 1 : 0;
    QCOMPARE(round, 2);
    QCOMPARE(import->report.connectedShare, 1.0);
}

void tst_OsmReader::skipsMissingNodes()
{
    OsmText osm = lineOfNodes(6);
    osm.way(10, {1, 2, 77, 4, 5, 78, 6}, tags("highway=primary oneway=yes"));
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(
        linkTexts(*import->network), QStringList({QStringLiteral("1 2"), QStringLiteral("4 5")}));
    QCOMPARE(import->report.cutWays, 1);
    QCOMPARE(import->report.warnings.size(), std::size_t(1)); // all ways are cut
}

void tst_OsmReader::attributes()
{
    OsmText osm = lineOfNodes(2);
    osm.way(10, {1, 2},
        {QStringLiteral("highway=trunk_link"), QStringLiteral("name=Große Straße & Söhne"),
            QStringLiteral("ref=B 27"), QStringLiteral("oneway=yes"), QStringLiteral("lanes=2"),
            QStringLiteral("maxspeed=30 mph"), QStringLiteral("bridge=yes")});
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(import->network->links().size(), std::size_t(1));
    const Link &link = import->network->links()[0];
    QCOMPARE(link.name, QString::fromUtf8("Große Straße & Söhne"));
    QCOMPARE(link.ref, QStringLiteral("B 27"));
    QCOMPARE(link.wayId, 10);
    QVERIFY(link.ramp && link.bridge && !link.tunnel && !link.roundabout);
    QCOMPARE(link.lanes, 2);
    QVERIFY(std::abs(link.freeSpeedKmh - 48.28032) < 1e-9);
    QCOMPARE(link.capacityVehH, 3000.0);
}

void tst_OsmReader::turnRestrictions_data()
{
    // A crossing at node 3 of ways 10 (1-3), 11 (3-5), 12 (3-9), 13 (3-8), all two-way.
    QTest::addColumn<QStringList>("members");
    QTest::addColumn<QStringList>("relation");
    QTest::addColumn<int>("used");
    QTest::addColumn<int>("unused");
    QTest::addColumn<QStringList>("turns"); // from way > to way
    const auto row = [](const char *name, const char *members, const char *relation, int used,
                         int unused, const QStringList &turns) {
        QTest::newRow(name) << QString::fromLatin1(members).split(QLatin1Char(','), Qt::SkipEmptyParts)
                            << tags(relation) << used << unused << turns;
    };
    const char *const leftTurn = "way 10 from,node 3 via,way 12 to";
    row("no left turn", leftTurn, "type=restriction restriction=no_left_turn", 1, 0,
        {QStringLiteral("10>12")});
    row("no U-turn", "way 10 from,node 3 via,way 10 to", "type=restriction restriction=no_u_turn",
        1, 0, {QStringLiteral("10>10")});
    row("only straight on", "way 10 from,node 3 via,way 11 to",
        "type=restriction restriction=only_straight_on", 1, 0,
        {QStringLiteral("10>10"), QStringLiteral("10>12"), QStringLiteral("10>13")});
    row("not for lorries", leftTurn, "type=restriction restriction:hgv=no_left_turn", 0, 0, {});
    row("for cars", leftTurn, "type=restriction restriction:motorcar=no_left_turn", 1, 0,
        {QStringLiteral("10>12")});
    row("except cars", leftTurn, "type=restriction restriction=no_left_turn except=motorcar", 0, 0,
        {});
    row("except buses", leftTurn, "type=restriction restriction=no_left_turn except=psv", 1, 0,
        {QStringLiteral("10>12")});
    row("over a way", "way 10 from,way 11 via,way 12 to", "type=restriction restriction=no_u_turn",
        0, 1, {});
    row("unknown road", "way 99 from,node 3 via,way 12 to",
        "type=restriction restriction=no_left_turn", 0, 1, {});
    row("elsewhere", "way 10 from,node 5 via,way 12 to",
        "type=restriction restriction=no_left_turn", 0, 1, {});
    row("no node", "way 10 from,node 77 via,way 12 to", "type=restriction restriction=no_left_turn",
        0, 1, {});
    row("no members", "", "type=restriction restriction=no_left_turn", 0, 1, {});
    row("no exit", "way 10 from,node 3 via,way 12 to,way 13 to",
        "type=restriction restriction=no_exit", 1, 0,
        {QStringLiteral("10>12"), QStringLiteral("10>13")});
}

void tst_OsmReader::turnRestrictions()
{
    QFETCH(const QStringList, members);
    QFETCH(const QStringList, relation);
    OsmText osm = lineOfNodes(5);
    osm.node(8, 3 * kStep, -kStep);
    osm.node(9, 3 * kStep, kStep);
    for (const QList<int> &way : {QList<int>{10, 1, 3}, {11, 3, 5}, {12, 3, 9}, {13, 3, 8}})
        osm.way(way[0], way.mid(1), tags("highway=residential"));
    osm.relation(20, members, relation);
    const auto import = read(osm);
    VERIFY_OK(import);
    const RoadNetwork &network = *import->network;
    QStringList turns;
    for (const Turn turn : network.forbiddenTurns()) {
        QVERIFY(network.link(turn.from).to == network.link(turn.to).from);
        QVERIFY(network.isForbidden(turn));
        turns += QStringLiteral("%1>%2")
                     .arg(network.link(turn.from).wayId)
                     .arg(network.link(turn.to).wayId);
    }
    turns.sort();
    QTEST(turns, "turns");
    QTEST(int(import->report.turnRestrictions), "used");
    QTEST(int(import->report.unusedRestrictions), "unused");
}

void tst_OsmReader::multipolygon()
{
    OsmText osm;
    addSquare(osm, 1, 0.0, 0.0, 0.01);
    addSquare(osm, 5, 0.002, 0.002, 0.002);
    osm.way(10, {1, 4, 3, 2, 1}); // clockwise
    osm.way(11, ring(5), tags("natural=water"));
    osm.relation(20, {QStringLiteral("way 10 outer"), QStringLiteral("way 11 inner")},
        tags("type=multipolygon landuse=forest name=Kottenforst"));
    const auto import = read(osm);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    QCOMPARE(areas.count(), std::size_t(2));
    QVERIFY(areas.kind(0) == AreaKind::Wood && areas.kind(1) == AreaKind::Water);
    QCOMPARE(areas.endRing(0) - areas.firstRing(0), 2U);
    QVERIFY(std::abs(areaOf(areas, 0) - (1e-4 - 4e-6)) < 1e-12);
    QVERIFY(std::abs(areaOf(areas, 1) - 4e-6) < 1e-12);
    QCOMPARE(import->backdrop->name(areas.name(0)), QStringLiteral("Kottenforst"));
    QCOMPARE(areas.outer(0).size(), std::size_t(4));
}

void tst_OsmReader::multipolygonOfSeveralWays()
{
    // Two outer rings, the first of three ways in wild order and direction.
    OsmText osm;
    addSquare(osm, 1, 0.0, 0.0, 0.01);
    addSquare(osm, 5, 0.02, 0.0, 0.01);
    addSquare(osm, 9, 0.022, 0.002, 0.002);
    osm.way(10, {1, 2});
    osm.way(11, {4, 3, 2});
    osm.way(12, {4, 1});
    osm.way(13, ring(5));
    osm.way(14, ring(9));
    osm.relation(20,
        {QStringLiteral("way 10 outer"), QStringLiteral("way 14 inner"),
            QStringLiteral("way 13 outer"), QStringLiteral("way 11 outer"),
            QStringLiteral("way 12 outer")},
        tags("type=multipolygon waterway=riverbank"));
    const auto import = read(osm);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    QCOMPARE(areas.count(), std::size_t(2));
    QVERIFY(std::abs(areaOf(areas, 0) + areaOf(areas, 1) - (2e-4 - 4e-6)) < 1e-12);
    QCOMPARE(areas.rings().count(), std::size_t(3));
}

void tst_OsmReader::oldStyleMultipolygon()
{
    // The tags are on the outer way; it must not be drawn a second time without its hole.
    OsmText osm;
    addSquare(osm, 1, 0.0, 0.0, 0.01);
    addSquare(osm, 5, 0.002, 0.002, 0.002);
    osm.way(10, ring(1), tags("building=yes name=Palace"));
    osm.way(11, ring(5));
    osm.relation(20, {QStringLiteral("way 10 outer"), QStringLiteral("way 11 inner")},
        tags("type=multipolygon"));
    const auto import = read(osm);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    QCOMPARE(areas.count(), std::size_t(1));
    QCOMPARE(import->report.buildings, 1);
    QVERIFY(std::abs(areaOf(areas, 0) - (1e-4 - 4e-6)) < 1e-12);
    QCOMPARE(import->backdrop->name(areas.name(0)), QStringLiteral("Palace"));
}

void tst_OsmReader::brokenMultipolygon()
{
    OsmText osm;
    osm.bounds(-1.0, -1.0, 1.0, 1.0);
    addSquare(osm, 1, 0.0, 0.0, 0.01);
    osm.way(10, {1, 2, 3});
    osm.relation(20, {QStringLiteral("way 10 outer"), QStringLiteral("way 99 outer")},
        tags("type=multipolygon natural=water"));
    const auto import = read(osm);
    VERIFY_OK(import);
    QVERIFY(import->backdrop->areas.empty());
    QCOMPARE(import->report.brokenAreas, 1);
}

void tst_OsmReader::coastAcross()
{
    // From west to east through the middle: land is on the left, so the sea is in the south.
    OsmText osm;
    osm.bounds(0.0, 0.0, 0.04, 0.02);
    osm.node(1, 0.0, 0.01).node(2, 0.02, 0.01).node(3, 0.04, 0.01);
    osm.way(10, {1, 2}, tags("natural=coastline"));
    osm.way(11, {2, 3}, tags("natural=coastline"));
    addSquare(osm, 5, 0.01, 0.004, 0.002);
    osm.way(12, ring(5), tags("natural=coastline")); // anticlockwise: an island
    const auto import = read(osm);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    QCOMPARE(areas.count(), std::size_t(1));
    QVERIFY(areas.kind(0) == AreaKind::Sea);
    QVERIFY(std::abs(areaOf(areas, 0) - (0.04 * 0.01 - 4e-6)) < 1e-9);
    for (const FixedLonLat p : areas.outer(0))
        QVERIFY(p.lat <= 100000);

    OsmText other;
    other.bounds(0.0, 0.0, 0.04, 0.02);
    other.node(1, 0.04, 0.01).node(2, 0.0, 0.01);
    other.way(10, {1, 2}, tags("natural=coastline"));
    const auto north = read(other);
    VERIFY_OK(north);
    for (const FixedLonLat p : north->backdrop->areas.outer(0))
        QVERIFY(p.lat >= 100000);
}

void tst_OsmReader::island()
{
    OsmText osm;
    osm.bounds(0.0, 0.0, 0.04, 0.02);
    addSquare(osm, 1, 0.01, 0.004, 0.002);
    osm.way(10, ring(1), tags("natural=coastline"));
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(import->backdrop->areas.count(), std::size_t(1));
    QVERIFY(std::abs(areaOf(import->backdrop->areas, 0) - (0.04 * 0.02 - 4e-6)) < 1e-9);
}

void tst_OsmReader::coastWithoutBounds()
{
    // Nobody says where the extract ends: the sea goes on for half its size.
    OsmText osm;
    addSquare(osm, 5, 0.0, 0.0, 0.01);
    osm.way(12, {5, 6, 7, 8}, tags("highway=residential"));
    osm.node(1, -0.001, 0.0049).node(2, 0.011, 0.0049);
    osm.way(10, {1, 2}, tags("natural=coastline"));
    const auto import = read(osm);
    VERIFY_OK(import);
    const AreaSet &areas = import->backdrop->areas;
    QCOMPARE(areas.count(), std::size_t(1));
    QVERIFY(std::abs(areaOf(areas, 0) - 0.02 * 0.0099) < 1e-8);
}

void tst_OsmReader::names()
{
    OsmText osm;
    osm.bounds(0.0, 0.0, 0.1, 0.1);
    osm.node(1, 0.01, 0.01, {QStringLiteral("place=suburb"), QStringLiteral("name=Nord")});
    osm.node(2, 0.02, 0.02, {QStringLiteral("place=city"), QStringLiteral("name=Stadt")});
    osm.node(3, 0.5, 0.5, {QStringLiteral("place=town"), QStringLiteral("name=Elsewhere")});
    osm.node(4, 0.03, 0.03, {QStringLiteral("amenity=hospital"), QStringLiteral("name=Klinik")});
    addSquare(osm, 5, 0.029, 0.029, 0.002);
    osm.way(10, ring(5), {QStringLiteral("amenity=hospital"), QStringLiteral("name=Klinik")});
    const auto import = read(osm);
    VERIFY_OK(import);
    QStringList found;
    for (const Place &place : import->backdrop->places)
        found += place.name;
    QCOMPARE(found,
        QStringList({QStringLiteral("Stadt"), QStringLiteral("Nord"), QStringLiteral("Klinik")}));
}

void tst_OsmReader::unsortedFile()
{
    OsmText osm;
    for (const int i : {3, 1, 2})
        osm.node(i, i * kStep, 0.0);
    osm.way(10, {1, 2, 3}, tags("highway=residential oneway=yes"));
    const auto import = read(osm);
    VERIFY_OK(import);
    QCOMPARE(linkTexts(*import->network), QStringList{QStringLiteral("1 2 3")});
}

void tst_OsmReader::withoutRoads()
{
    OsmText osm;
    addSquare(osm, 1, 0.0, 0.0, 0.01);
    osm.way(10, ring(1), tags("building=yes"));
    const auto import = read(osm);
    VERIFY_OK(import);
    QVERIFY(import->network->empty());
    QCOMPARE(import->backdrop->areas.count(), std::size_t(1));
    QCOMPARE(import->report.warnings.size(), std::size_t(1));
    QVERIFY(import->report.warnings[0].message().contains(QLatin1String("no roads")));
}

void tst_OsmReader::badFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray good = lineOfNodes(3).way(10, {1, 2, 3}, tags("highway=primary")).bytes();
    QTest::newRow("empty") << QByteArray() << QStringLiteral("is empty");
    QTest::newRow("one byte") << QByteArray("x") << QStringLiteral("no OpenStreetMap extract");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n0000")
                               << QStringLiteral("no OpenStreetMap extract");
    QTest::newRow("an error page") << QByteArray("<!DOCTYPE html><html><body>404</body></html>")
                                   << QStringLiteral("no OpenStreetMap extract");
    QTest::newRow("a change file")
        << QByteArray("<?xml version=\"1.0\"?><osmChange version=\"0.6\"></osmChange>")
        << QStringLiteral("no OpenStreetMap extract");
    QTest::newRow("no object") << OsmText().bytes() << QStringLiteral("without any object");
    QTest::newRow("no nodes") << OsmText().way(1, {1, 2}, tags("highway=primary")).bytes()
                              << QStringLiteral("no positions");
    for (const int percent : {40, 70, 99})
        QTest::addRow("cut at %d %%", percent)
            << good.left(good.size() * percent / 100) << QStringLiteral("cut off or damaged");
    QTest::newRow("gzip of nothing")
        << QByteArray("\x1f\x8b\x08\x00zzzz") << QStringLiteral("cut off or damaged");
    QTest::newRow("bzip2 of nothing")
        << QByteArray("BZh9zzzz") << QStringLiteral("cut off or damaged");
    QTest::newRow("header of PBF alone") << QByteArray("\x00\x00\x00\x0d\x0a\x09OSMHeader", 15)
                                         << QStringLiteral("cut off or damaged");
}

void tst_OsmReader::badFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const auto import = readBytes(bytes, QStringLiteral("bad one.osm.pbf"));
    QVERIFY(!import.has_value());
    QCOMPARE(import.error().code, Errc::Parse);
    const QString message = import.error().message();
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(message.contains(QLatin1String("bad one.osm.pbf")), qPrintable(message));
}

void tst_OsmReader::missingFile()
{
    const auto import = readOsm(m_dir->filePath(QStringLiteral("none.osm.pbf")));
    QVERIFY(!import.has_value());
    QCOMPARE(import.error().code, Errc::NotFound);
    const auto folder = readOsm(m_dir->path());
    QVERIFY(!folder.has_value());
    QCOMPARE(folder.error().code, Errc::Io);
}

void tst_OsmReader::formByContent()
{
    // Whatever it is called.
    OsmText osm = lineOfNodes(3);
    osm.way(10, {1, 2, 3}, tags("highway=primary"));
    const auto import = readBytes(osm.bytes(), QStringLiteral("download(1)"));
    VERIFY_OK(import);
    QCOMPARE(import->network->links().size(), std::size_t(2));
    QCOMPARE(import->backdrop->sourceFile, QStringLiteral("download(1)"));
    QVERIFY(import->backdrop->attribution.contains(QLatin1String("OpenStreetMap contributors")));
}

void tst_OsmReader::memoryGuard()
{
    const QString path = m_dir->filePath(QStringLiteral("large.osm"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lineOfNodes(1000).way(10, {1, 2, 3}, tags("highway=primary")).bytes());
    file.close();
    OsmOptions options;
    options.memoryBytes = 1000;
    const auto import = readOsm(path, {}, options);
    QVERIFY(!import.has_value());
    QCOMPARE(import.error().code, Errc::Usage);
    QVERIFY(import.error().message().contains(path));
    options.memoryBytes = 10000000;
    VERIFY_OK(readOsm(path, {}, options));
}

void tst_OsmReader::cancel()
{
    const QString path = m_dir->filePath(QStringLiteral("a.osm"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lineOfNodes(100).way(10, {1, 2, 3}, tags("highway=primary")).bytes());
    file.close();
    TaskContext context;
    int looks = 0;
    context.cancelled = [&looks] { return ++looks < 0; };
    VERIFY_OK(readOsm(path, context));
    QVERIFY(looks >= 2);
    for (int at = 1; at <= looks; ++at) {
        int asked = 0;
        context.cancelled = [&asked, at] { return ++asked >= at; };
        const auto import = readOsm(path, context);
        QVERIFY(!import.has_value());
        QCOMPARE(import.error().code, Errc::Cancelled);
    }
}

void tst_OsmReader::fileNames()
{
    for (const char *name : {"a.osm.pbf", "A.PBF", "x/a.osm", "a.osm.gz", "a.osm.bz2"})
        QVERIFY2(isOsmFileName(QString::fromLatin1(name)), name);
    for (const char *name : {"a.csv", "a.csv.gz", "osm", "a.osm.pbf.csv", ""})
        QVERIFY2(!isOsmFileName(QString::fromLatin1(name)), name);
}

QTEST_GUILESS_MAIN(tst_OsmReader)
#include "tst_osm_reader.moc"
