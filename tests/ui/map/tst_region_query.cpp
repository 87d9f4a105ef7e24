// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/region_query.h"

#include "synthetic_layers.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

using Ring = std::vector<PointM>;

// The second implementation: winding by angles, and segments cut by parameters.
double angleAt(PointM p, PointM a, PointM b)
{
    return std::atan2((a.x - p.x) * (b.y - p.y) - (a.y - p.y) * (b.x - p.x),
        (a.x - p.x) * (b.x - p.x) + (a.y - p.y) * (b.y - p.y));
}

bool slowContains(const Ring &ring, PointM p)
{
    double turned = 0.0; // ±2π in a ring that does not cross itself
    for (std::size_t i = 0; i < ring.size(); ++i)
        turned += angleAt(p, ring[i], ring[(i + 1) % ring.size()]);
    return std::abs(turned) > std::numbers::pi;
}

bool slowMeet(PointM a, PointM b, PointM c, PointM d)
{
    const double det = (b.x - a.x) * (c.y - d.y) - (b.y - a.y) * (c.x - d.x);
    if (det == 0.0)
        return false;
    const double s = ((c.x - a.x) * (c.y - d.y) - (c.y - a.y) * (c.x - d.x)) / det;
    const double t = ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / det;
    return s >= 0 && s <= 1 && t >= 0 && t <= 1;
}

bool slowTouches(const Ring &ring, std::span<const PointM> line)
{
    if (slowContains(ring, line.front()))
        return true;
    for (std::size_t i = 1; i < line.size(); ++i) {
        for (std::size_t k = 0; k < ring.size(); ++k) {
            if (slowMeet(line[i - 1], line[i], ring[k], ring[(k + 1) % ring.size()]))
                return true;
        }
    }
    return false;
}

Ring star(Random &random, PointM centre, int corners, double radius)
{
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double r = radius * random.uniform(0.3, 1.0);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return ring;
}

const Ring kSquare = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};

MapLayer areaLayer(PolylineSet rings, const std::vector<std::uint32_t> &ringsOf)
{
    MapLayer layer;
    layer.id = QStringLiteral("areas");
    layer.geometry = AreaGeometry::make(std::move(rings), ringsOf);
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles.resize(1);
    layer.attributes = attributes;
    layer.pickable = true;
    return layer;
}

} // namespace

class tst_RegionQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void touches_data();
    void touches();
    void isWhatBruteForceFinds();
    void bowTie();
    void layersThatAreNotAsked();
    void areasWithHoles();
    void cancels();
};

void tst_RegionQuery::contains_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<bool>("inside");
    QTest::newRow("middle") << 5.0 << 5.0 << true;
    QTest::newRow("beside") << 10.5 << 5.0 << false;
    QTest::newRow("below") << 5.0 << -0.001 << false;
    QTest::newRow("farAway") << 1e9 << 1e9 << false;
    QTest::newRow("heightOfACorner") << -5.0 << 10.0 << false;
}

void tst_RegionQuery::contains()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(bool, inside);
    QCOMPARE(Region(kSquare).contains({x, y}), inside);
    Ring reversed = kSquare;
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(Region(reversed).contains({x, y}), inside);
}

void tst_RegionQuery::touches_data()
{
    QTest::addColumn<Ring>("line");
    QTest::addColumn<bool>("expected");
    QTest::newRow("inside") << Ring{{2, 2}, {3, 3}} << true;
    QTest::newRow("across") << Ring{{-5, 5}, {15, 5}} << true;
    QTest::newRow("beside") << Ring{{-5, 11}, {15, 11}} << false;
    QTest::newRow("touchesACorner") << Ring{{10, 10}, {20, 20}} << true;
    QTest::newRow("alongAnEdge") << Ring{{-5, 10}, {15, 10}} << true;
    QTest::newRow("aroundACorner") << Ring{{9, 12}, {12, 12}, {12, 9}} << false;
}

void tst_RegionQuery::touches()
{
    QFETCH(Ring, line);
    QFETCH(bool, expected);
    QCOMPARE(Region(kSquare).touches(line), expected);
}

void tst_RegionQuery::isWhatBruteForceFinds()
{
    const SyntheticLayers city(14);
    Random random(11);
    int found = 0;
    for (int round = 0; round < 40; ++round) {
        const int corners = round < 5 ? 3 : 5 + int(random.below(900));
        const Ring ring = star(random, {random.uniform(-200, 1600), random.uniform(-200, 1600)},
            corners, random.uniform(30, 700));
        std::vector<PickedFeature> expected;
        for (const MapLayer &layer : city.layers) {
            if (!layer.pickable)
                continue;
            for (std::size_t i = 0; i < featureCount(layer.geometry); ++i) {
                bool touches = false;
                if (const auto *lines =
                        std::get_if<std::shared_ptr<const LineGeometry>>(&layer.geometry))
                    touches = slowTouches(ring, (*lines)->lines.finest().line(i));
                else if (const auto *points =
                             std::get_if<std::shared_ptr<const PointGeometry>>(&layer.geometry))
                    touches = slowContains(ring, (*points)->points[i]);
                if (touches)
                    expected.push_back({layer.id, std::int32_t(i)});
            }
        }
        const auto actual = featuresIn(city.layers, ring, 1.0);
        QVERIFY2(actual == expected,
            qPrintable(QStringLiteral("round %1: %2 instead of %3")
                           .arg(round)
                           .arg(actual.size())
                           .arg(expected.size())));
        found += int(actual.size());
    }
    QVERIFY(found > 1000);
}

void tst_RegionQuery::bowTie()
{
    const Region region({{0, 0}, {10, 10}, {10, 0}, {0, 10}});
    QVERIFY(region.contains({1, 5}));
    QVERIFY(region.contains({9, 5}));
    QVERIFY(!region.contains({5, 1}));
    QVERIFY(!region.contains({5, 9}));
}

void tst_RegionQuery::layersThatAreNotAsked()
{
    SyntheticLayers city(4);
    const Ring all = {{-1000, -1000}, {2000, -1000}, {2000, 2000}, {-1000, 2000}};
    QCOMPARE(featuresIn(city.layers, all, 1.0).size(), city.linkCount + 2);
    QVERIFY(featuresIn(city.layers, {{0, 0}, {1, 1}}, 1.0).empty());
    QVERIFY(featuresIn({}, all, 1.0).empty());

    auto hidden = std::make_shared<LayerAttributes>(*city.layers[3].attributes);
    hidden->styleOf = {LayerAttributes::kHidden, 0};
    city.layers[3].attributes = hidden;
    city.layers[2].visible = false;
    const std::vector<PickedFeature> expected = {{QStringLiteral("sites"), 1}};
    QVERIFY(featuresIn(city.layers, all, 1.0) == expected);

    auto near = std::make_shared<LayerAttributes>(*hidden);
    near->styles[0].maxMetersPerPixel = 5.0;
    city.layers[3].attributes = near;
    QVERIFY(featuresIn(city.layers, all, 5.0) == expected);
    QVERIFY(featuresIn(city.layers, all, 5.1).empty());
}

void tst_RegionQuery::areasWithHoles()
{
    PolylineSet rings;
    rings.append(Ring{{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    rings.append(Ring{{40, 40}, {60, 40}, {60, 60}, {40, 60}});
    const std::vector<MapLayer> layers = {areaLayer(std::move(rings), {2})};
    const auto square = [](double x, double y, double side) {
        return Ring{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
    };
    QCOMPARE(featuresIn(layers, square(10, 10, 5), 1.0).size(), std::size_t(1)); // within
    QCOMPARE(featuresIn(layers, square(48, 48, 4), 1.0).size(), std::size_t(0)); // in the hole
    QCOMPARE(featuresIn(layers, square(35, 45, 10), 1.0).size(), std::size_t(1)); // its edge
    QCOMPARE(featuresIn(layers, square(-50, -50, 500), 1.0).size(), std::size_t(1)); // around
    QCOMPARE(featuresIn(layers, square(-50, -50, 20), 1.0).size(), std::size_t(0)); // beside
    QCOMPARE(featuresIn(layers, square(-3, 50, 5), 1.0).size(), std::size_t(1)); // closing edge
}

void tst_RegionQuery::cancels()
{
    const SyntheticLayers city(50);
    const Ring all = {{-1000, -1000}, {9000, -1000}, {9000, 9000}, {-1000, 9000}};
    const auto some = featuresIn(city.layers, all, 1.0, [] { return true; });
    QVERIFY(some.size() < city.linkCount);
}

QTEST_GUILESS_MAIN(tst_RegionQuery)
#include "tst_region_query.moc"
