// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "city/map_match.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

const LocalProjection kPlane(LonLat{10.0, 56.0});

LonLat at(double x, double y)
{
    return kPlane.toSphere({x, y});
}

/// Straight roads between the points of a plane in metres.
class Roads
{
public:
    LinkId add(PointM a, PointM b, RoadClass roadClass = RoadClass::Residential)
    {
        Link link;
        link.from = NodeId(static_cast<std::int32_t>(m_nodes.size()));
        link.to = NodeId(link.from.value + 1);
        link.roadClass = roadClass;
        link.shape = {kPlane.toSphere(a), kPlane.toSphere(b)};
        link.lengthM = distanceM(link.shape[0], link.shape[1]);
        m_nodes.insert(m_nodes.end(), link.shape.begin(), link.shape.end());
        m_links.push_back(std::move(link));
        return LinkId(static_cast<std::int32_t>(m_links.size()) - 1);
    }
    [[nodiscard]] std::shared_ptr<const RoadNetwork> network() const
    {
        return std::make_shared<const RoadNetwork>(*RoadNetwork::make(m_nodes, m_links));
    }

private:
    std::vector<LonLat> m_nodes;
    std::vector<Link> m_links;
};

} // namespace

class tst_MapMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRoads();
    void nearestWins();
    void tolerance();
    void sideOfTheRoad();
    void importantRoadWins();
    void pathChoosesDirection();
    void pathBeatsPosition();
    void pathWithoutLength();
    void agreesWithSearchingAll();
};

void tst_MapMatch::noRoads()
{
    const MapMatcher matcher(std::make_shared<const RoadNetwork>());
    QVERIFY(!matcher.nearest(at(0, 0)));
    QVERIFY(!matcher.along({at(0, 0), at(100, 0)}));
    QVERIFY(!matcher.match(Site()));
}

void tst_MapMatch::nearestWins()
{
    Roads roads;
    roads.add({0, 0}, {1000, 0});
    const LinkId north = roads.add({0, 30}, {1000, 30});
    const MapMatcher matcher(roads.network());
    const auto found = matcher.nearest(at(500, 20));
    QVERIFY(found.has_value());
    QCOMPARE(found->link, north);
    QVERIFY(std::abs(found->distanceM - 10.0) < 0.1);
    QVERIFY(distanceM(found->position, at(500, 30)) < 0.1);
}

void tst_MapMatch::tolerance()
{
    Roads roads;
    roads.add({0, 0}, {1000, 0});
    const MapMatcher matcher(roads.network());
    QVERIFY(matcher.nearest(at(500, 34.0)));
    QVERIFY(!matcher.nearest(at(500, 36.0)));
    QVERIFY(matcher.nearest(at(500, 36.0), 40.0));
    QVERIFY(!matcher.nearest(at(1040, 0))); // beyond its end
}

void tst_MapMatch::sideOfTheRoad()
{
    Roads roads;
    const LinkId east = roads.add({0, 0}, {1000, 0});
    const LinkId west = roads.add({1000, 0}, {0, 0});
    const MapMatcher matcher(roads.network());
    QCOMPARE(matcher.nearest(at(300, -6))->link, east);
    QCOMPARE(matcher.nearest(at(300, 6))->link, west);
}

void tst_MapMatch::importantRoadWins()
{
    // Two roads of the same line, as a bridge over a street is.
    Roads roads;
    roads.add({0, 0}, {1000, 0}, RoadClass::Residential);
    const LinkId main = roads.add({0, 0}, {1000, 0}, RoadClass::Primary);
    const MapMatcher matcher(roads.network());
    QCOMPARE(matcher.nearest(at(300, -6))->link, main);
}

void tst_MapMatch::pathChoosesDirection()
{
    Roads roads;
    const LinkId east = roads.add({0, 0}, {1000, 0});
    const LinkId west = roads.add({1000, 0}, {0, 0});
    roads.add({500, -500}, {500, 500}); // crossing: wrong heading
    const MapMatcher matcher(roads.network());
    QCOMPARE(matcher.along({at(450, 3), at(550, 3)})->link, east);
    QCOMPARE(matcher.along({at(550, -3), at(450, -3)})->link, west);
    QVERIFY(!matcher.along({at(450, 100), at(550, 100)}));
}

void tst_MapMatch::pathBeatsPosition()
{
    // The position is that of a box beside a side road.
    Roads roads;
    const LinkId main = roads.add({0, 0}, {1000, 0});
    roads.add({500, 20}, {500, 500});
    const MapMatcher matcher(roads.network());
    Site site;
    site.position = at(500, 25);
    QVERIFY(matcher.match(site)->link != main);
    site.path = {at(300, 2), at(700, 2)};
    QCOMPARE(matcher.match(site)->link, main);
    // A path that follows no road leaves the position.
    site.path = {at(300, 4000), at(700, 4000)};
    QVERIFY(matcher.match(site)->link != main);
}

void tst_MapMatch::pathWithoutLength()
{
    Roads roads;
    roads.add({0, 0}, {1000, 0});
    const MapMatcher matcher(roads.network());
    QVERIFY(!matcher.along({at(500, 0), at(500, 0)}));
    QVERIFY(!matcher.along({at(500, 0)}));
    QVERIFY(!matcher.along({}));
}

void tst_MapMatch::agreesWithSearchingAll()
{
    Random random(7);
    Roads roads;
    std::vector<std::pair<PointM, PointM>> lines;
    for (int i = 0; i < 300; ++i) {
        const PointM a{random.uniform(-2000, 2000), random.uniform(-2000, 2000)};
        const PointM b{a.x + random.uniform(-300, 300), a.y + random.uniform(-300, 300)};
        lines.emplace_back(a, b);
        roads.add(a, b);
    }
    const MapMatcher matcher(roads.network());
    int matched = 0;
    for (int i = 0; i < 300; ++i) {
        const PointM p{random.uniform(-2200, 2200), random.uniform(-2200, 2200)};
        double nearest = std::numeric_limits<double>::infinity();
        for (const auto &[a, b] : lines) {
            constexpr int kPieces = 500;
            for (int k = 0; k <= kPieces; ++k) {
                const double t = double(k) / kPieces;
                nearest = std::min(
                    nearest, std::hypot(a.x + t * (b.x - a.x) - p.x, a.y + t * (b.y - a.y) - p.y));
            }
        }
        const auto found = matcher.nearest(kPlane.toSphere(p), 100.0);
        if (std::abs(nearest - 100.0) < 1.0)
            continue;
        QCOMPARE(found.has_value(), nearest < 100.0);
        matched += found ? 1 : 0;
        // Within a metre the better side or the larger road may win; another plane, 0.1 %.
        if (found)
            QVERIFY2(std::abs(found->distanceM - nearest) < 1.3,
                qPrintable(QStringLiteral("%1 and %2").arg(found->distanceM).arg(nearest)));
    }
    QVERIFY(matched > 60);
}

QTEST_GUILESS_MAIN(tst_MapMatch)
#include "tst_map_match.moc"
