// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "data/store/byte_stream.h"
#include "data/store/ground_bytes.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

FixedLonLat anywhere(Random &random)
{
    return FixedLonLat::nearest({random.uniform(-180.0, 180.0), random.uniform(-90.0, 90.0)});
}

/// Links in chains of nodes, some in both directions, some with shapes that are no whole
/// ten-millionths of a degree.
RoadNetwork randomNetwork(Random &random, int nodes)
{
    std::vector<LonLat> positions;
    for (int i = 0; i < nodes; ++i)
        positions.push_back(anywhere(random).toLonLat());
    std::vector<Link> links;
    for (int i = 0; i + 1 < nodes; ++i) {
        Link link;
        link.from = NodeId(i);
        link.to = NodeId(i + 1);
        link.roadClass = static_cast<RoadClass>(i % kRoadClassCount);
        link.lanes = 1 + i % 5;
        link.lengthM = random.uniform(1.0, 1000.0);
        link.freeSpeedKmh = random.uniform(5.0, 130.0);
        link.capacityVehH = random.uniform(300.0, 6000.0);
        link.name = i % 3 == 0 ? QString() : QStringLiteral("Straße %1").arg(i % 7);
        link.ref = i % 4 == 0 ? QStringLiteral("A %1").arg(i) : QString();
        link.wayId = i % 2 == 0 ? 0 : std::int64_t(9) << 40;
        link.ramp = i % 2 == 0;
        link.roundabout = i % 3 == 0;
        link.bridge = i % 5 == 0;
        link.tunnel = i % 7 == 0;
        link.shape = {positions[static_cast<std::size_t>(i)], anywhere(random).toLonLat(),
            positions[static_cast<std::size_t>(i) + 1]};
        if (i % 6 == 0)
            link.shape[1].lon = random.uniform(-180.0, 180.0);
        links.push_back(link);
        if (i % 2 == 0) {
            std::swap(link.from, link.to);
            std::reverse(link.shape.begin(), link.shape.end());
            link.lanes += 1;
            if (i % 4 == 0)
                link.lengthM += 1.0; // measured differently
            links.push_back(link);
        }
    }
    std::vector<Turn> turns;
    for (std::size_t i = 0; i + 1 < links.size(); i += 3) {
        if (links[i].to == links[i + 1].from)
            turns.push_back(
                {LinkId(static_cast<std::int32_t>(i)), LinkId(static_cast<std::int32_t>(i) + 1)});
    }
    return *RoadNetwork::make(positions, links, turns);
}

Backdrop randomBackdrop(Random &random, int objects)
{
    Backdrop backdrop;
    backdrop.names = {QStringLiteral("Alster"), QString(), QString::fromUtf8("湖")};
    std::vector<FixedLonLat> ring(5);
    const auto newRing = [&] {
        for (FixedLonLat &p : ring)
            p = anywhere(random);
    };
    for (int i = 0; i < objects; ++i) {
        newRing();
        backdrop.areas.add(static_cast<AreaKind>(i % kAreaKindCount), ring, i % 4 - 1);
        for (int hole = 0; hole < i % 3; ++hole) {
            newRing();
            backdrop.areas.addHole(ring);
        }
        newRing();
        backdrop.lines.add(static_cast<LineKind>(i % kLineKindCount), ring, i % 4 - 1,
            static_cast<LineSet::Flag>(i % 3));
        backdrop.places.push_back({QStringLiteral("Ort %1").arg(i), anywhere(random).toLonLat(),
            i % 5, static_cast<PlaceKind>(i % kPlaceKindCount), i * 1000});
    }
    backdrop.box = {1.0, 2.0, 3.0, 4.0};
    backdrop.attribution = QString::fromUtf8("© somebody");
    backdrop.sourceFile = QStringLiteral("a.osm.pbf");
    backdrop.dataTime = 1438031641000;
    return backdrop;
}

bool same(const Link &a, const Link &b)
{
    return a.from == b.from && a.to == b.to && a.roadClass == b.roadClass && a.lanes == b.lanes
        && a.lengthM == b.lengthM && a.freeSpeedKmh == b.freeSpeedKmh
        && a.capacityVehH == b.capacityVehH && a.name == b.name && a.shape == b.shape
        && a.ref == b.ref && a.wayId == b.wayId && a.ramp == b.ramp && a.roundabout == b.roundabout
        && a.bridge == b.bridge && a.tunnel == b.tunnel;
}

} // namespace

class tst_GroundBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers();
    void networkRoundTrip();
    void backdropRoundTrip();
    void empty();
    void compact();
    void cutAnywhere();
    void damagedAnywhere();
    void newerLayout();
};

void tst_GroundBytes::numbers()
{
    const std::vector<std::int64_t> values{0, 1, -1, 63, 64, -64, -65, 127, 128, 16383, 16384,
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    ByteWriter out;
    for (const std::int64_t value : values) {
        out.signedNumber(value);
        out.number(static_cast<std::uint64_t>(value));
    }
    out.real(-0.1);
    out.text(QString::fromUtf8("湖 é"));
    ByteReader in(out.bytes());
    for (const std::int64_t value : values) {
        QCOMPARE(in.signedNumber(), value);
        QCOMPARE(in.number(), static_cast<std::uint64_t>(value));
    }
    QCOMPARE(in.real(), -0.1);
    QCOMPARE(in.text(), QString::fromUtf8("湖 é"));
    QVERIFY(in.good() && in.atEnd());
    QCOMPARE(in.byte(), std::uint8_t(0));
    QVERIFY(!in.good());
}

void tst_GroundBytes::networkRoundTrip()
{
    Random random(3);
    const RoadNetwork network = randomNetwork(random, 200);
    const auto back = networkFromBytes(networkToBytes(network));
    VERIFY_OK(back);
    QVERIFY(back->nodes() == network.nodes());
    QVERIFY(back->forbiddenTurns() == network.forbiddenTurns());
    QVERIFY(!network.forbiddenTurns().empty());
    QCOMPARE(back->links().size(), network.links().size());
    for (std::size_t i = 0; i < network.links().size(); ++i) {
        QVERIFY2(same(back->links()[i], network.links()[i]), qPrintable(QString::number(i)));
        const LinkId id(static_cast<std::int32_t>(i));
        QCOMPARE(back->reverseOf(id), network.reverseOf(id));
    }
}

void tst_GroundBytes::backdropRoundTrip()
{
    Random random(4);
    const Backdrop backdrop = randomBackdrop(random, 60);
    const auto back = backdropFromBytes(backdropToBytes(backdrop));
    VERIFY_OK(back);
    QVERIFY(*back == backdrop);
}

void tst_GroundBytes::empty()
{
    const auto network = networkFromBytes(networkToBytes({}));
    VERIFY_OK(network);
    QVERIFY(network->empty());
    const auto backdrop = backdropFromBytes(backdropToBytes({}));
    VERIFY_OK(backdrop);
    QVERIFY(*backdrop == Backdrop());
}

void tst_GroundBytes::compact()
{
    // A street of buildings: four corners, ten metres apart, in less than half of 8 bytes each.
    Backdrop backdrop;
    for (int i = 0; i < 1000; ++i) {
        const std::int32_t x = 100000000 + i * 2000;
        backdrop.areas.add(AreaKind::Building,
            std::vector<FixedLonLat>{
                {x, 560000000}, {x + 1500, 560000000}, {x + 1500, 560001000}, {x, 560001000}});
    }
    QVERIFY(backdropToBytes(backdrop).size() < 1000 * 4 * 5);
}

void tst_GroundBytes::cutAnywhere()
{
    Random random(5);
    const QByteArray network = networkToBytes(randomNetwork(random, 20));
    for (qsizetype size = 0; size < network.size(); ++size) {
        const auto back = networkFromBytes(network.left(size));
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, Errc::Io);
    }
    const QByteArray backdrop = backdropToBytes(randomBackdrop(random, 10));
    for (qsizetype size = 0; size < backdrop.size(); ++size)
        QVERIFY(!backdropFromBytes(backdrop.left(size)).has_value());
    QVERIFY(!backdropFromBytes(backdrop + 'x').has_value());
}

void tst_GroundBytes::damagedAnywhere()
{
    // Whatever is read, it never crashes, and a network that comes out is a sound one.
    Random random(6);
    const QByteArray network = networkToBytes(randomNetwork(random, 20));
    const QByteArray backdrop = backdropToBytes(randomBackdrop(random, 10));
    for (int i = 0; i < 3000; ++i) {
        QByteArray bad = network;
        bad[static_cast<qsizetype>(random.uniform() * double(bad.size()))] =
            static_cast<char>(random.uniform(0.0, 255.0));
        const auto back = networkFromBytes(bad);
        if (back) {
            for (const Link &link : back->links())
                QVERIFY(link.from.index() < back->nodes().size() && link.shape.size() >= 2);
        }
        bad = backdrop;
        bad[static_cast<qsizetype>(random.uniform() * double(bad.size()))] =
            static_cast<char>(random.uniform(0.0, 255.0));
        const auto map = backdropFromBytes(bad);
        if (map) {
            for (std::size_t a = 0; a < map->areas.count(); ++a)
                QVERIFY(map->areas.name(a) < static_cast<int>(map->names.size()));
        }
    }
}

void tst_GroundBytes::newerLayout()
{
    QByteArray network = networkToBytes({});
    network[0] = 9;
    QCOMPARE(networkFromBytes(network).error().code, Errc::Schema);
    QByteArray backdrop = backdropToBytes({});
    backdrop[0] = 9;
    QCOMPARE(backdropFromBytes(backdrop).error().code, Errc::Schema);
}

QTEST_GUILESS_MAIN(tst_GroundBytes)
#include "tst_ground_bytes.moc"
