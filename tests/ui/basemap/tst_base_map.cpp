// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/base_map.h"
#include "basemap/graticule.h"
#include "map/map_renderer.h"

#include <QTest>

#include <algorithm>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr LonLat kCentre{8.0, 47.0};

std::vector<FixedLonLat> square(double west, double south, double degrees)
{
    return {FixedLonLat::nearest({west, south}), FixedLonLat::nearest({west + degrees, south}),
        FixedLonLat::nearest({west + degrees, south + degrees}),
        FixedLonLat::nearest({west, south + degrees})};
}

RoadNetwork street(bool bothWays)
{
    Link there;
    there.from = NodeId(0);
    there.to = NodeId(1);
    there.name = QStringLiteral("High Street");
    there.shape = {kCentre, {8.01, 47.0}};
    there.lengthM = distanceM(there.shape[0], there.shape[1]);
    Link back = there;
    std::swap(back.from, back.to);
    std::reverse(back.shape.begin(), back.shape.end());
    std::vector<Link> links = {there};
    if (bothWays)
        links.push_back(back);
    return *RoadNetwork::make({kCentre, {8.01, 47.0}}, links);
}

const MapLayer *find(const std::vector<MapLayer> &layers, const QString &id)
{
    const auto it = std::find_if(
        layers.begin(), layers.end(), [&](const MapLayer &layer) { return layer.id == id; });
    return it == layers.end() ? nullptr : &*it;
}

} // namespace

class tst_BaseMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivesNothing()
    {
        const BaseMap map = makeBaseMap({}, {}, LocalProjection(kCentre));
        QVERIFY(map.ground.empty());
        QVERIFY(map.names.empty());
        QVERIFY(map.box.empty());
        QVERIFY(!map.links);
    }

    void aStreetIsDrawnOnce_data()
    {
        QTest::addColumn<bool>("bothWays");
        QTest::newRow("one-way") << false;
        QTest::newRow("two-way") << true;
    }
    void aStreetIsDrawnOnce()
    {
        QFETCH(bool, bothWays);
        const BaseMap map = makeBaseMap(street(bothWays), {}, LocalProjection(kCentre));
        QCOMPARE(map.links->count(), std::size_t(bothWays ? 2 : 1)); // feature = link
        const MapLayer *roads = find(map.ground, basemap::kRoads);
        QVERIFY(roads);
        int drawn = 0;
        for (std::size_t i = 0; i < map.links->count(); ++i)
            drawn += roads->attributes->style(i) ? 1 : 0;
        QCOMPARE(drawn, 1);
        const MapLayer *names = find(map.names, basemap::kStreets);
        QVERIFY(names);
        QCOMPARE(featureCount(names->geometry), std::size_t(1));
    }

    /// In the order of painting, whatever the order in the file; holes are kept.
    void kindsAreLayersFromBelowToAbove()
    {
        Backdrop backdrop;
        backdrop.areas.add(AreaKind::Building, square(8.001, 47.001, 0.001));
        backdrop.areas.add(AreaKind::Water, square(8.0, 47.0, 0.01));
        backdrop.areas.addHole(square(8.004, 47.004, 0.002));
        backdrop.areas.add(AreaKind::Sea, square(7.9, 46.9, 0.3));
        const BaseMap map = makeBaseMap({}, backdrop, LocalProjection(kCentre));
        QStringList ids;
        for (const MapLayer &layer : map.ground)
            ids += layer.id;
        QCOMPARE(ids,
            (QStringList{
                QStringLiteral("land-sea"), QStringLiteral("land-water"), basemap::kBuildings}));
        const auto water = std::get<std::shared_ptr<const AreaGeometry>>(map.ground[1].geometry);
        QCOMPARE(water->firstRing, (std::vector<std::uint32_t>{0, 2}));
        // The sea is not what a person wants to look at first.
        QVERIFY(map.box.width() < 2000.0);
    }

    void aLakeWithAnIslandIsPainted_data()
    {
        QTest::addColumn<ThemeMode>("theme");
        QTest::newRow("dark") << ThemeMode::Dark;
        QTest::newRow("light") << ThemeMode::Light;
    }
    void aLakeWithAnIslandIsPainted()
    {
        QFETCH(ThemeMode, theme);
        Backdrop backdrop;
        backdrop.areas.add(AreaKind::Water, square(7.995, 46.995, 0.01));
        backdrop.areas.addHole(square(7.999, 46.999, 0.002));
        const BaseMap map = makeBaseMap({}, backdrop, LocalProjection(kCentre));
        Viewport view;
        view.size = {100, 100};
        view.metersPerPixel = 6.0;
        RenderOptions options;
        options.theme = theme;
        const QImage picture = renderMap(map.ground, view, options);
        const Tokens &tokens = tokensOf(theme);
        QCOMPARE(picture.pixelColor(50, 50), tokens.mapGround); // the island
        QCOMPARE(picture.pixelColor(25, 50), tokens.mapWater);
    }

    void riverPiecesCarryOneName()
    {
        Backdrop backdrop;
        backdrop.names = {QStringLiteral("Rhine")};
        const auto at = [](double lon) { return FixedLonLat::nearest({lon, 47.0}); };
        const std::vector<FixedLonLat> first = {at(8.0), at(8.01)};
        const std::vector<FixedLonLat> second = {at(8.01), at(8.02)};
        backdrop.lines.add(LineKind::River, first, 0);
        backdrop.lines.add(LineKind::River, second, 0);
        const BaseMap map = makeBaseMap({}, backdrop, LocalProjection(kCentre));
        const MapLayer *waters = find(map.names, basemap::kWaters);
        QVERIFY(waters);
        QCOMPARE(featureCount(waters->geometry), std::size_t(1));
    }

    void graticuleCoversTheFocus()
    {
        QVERIFY(graticule({}, LocalProjection(kCentre)).empty());
        BoundingBox focus;
        focus.add(PointM{-5000.0, -5000.0});
        focus.add(PointM{5000.0, 5000.0});
        const auto layers = graticule(focus, LocalProjection(kCentre));
        QCOMPARE(layers.size(), std::size_t(2));
        QVERIFY(featureCount(layers[0].geometry) >= 8);
        QVERIFY(featureCount(layers[0].geometry) <= 64);
        QVERIFY(boundsOf(layers[0].geometry).width() >= focus.width());
    }
};

QTEST_MAIN(tst_BaseMap)
#include "tst_base_map.moc"
