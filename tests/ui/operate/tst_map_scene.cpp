// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/scene_attributes.h"

#include <QTest>

#include <algorithm>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kNow = 1600000000000;

/// A city of one road at 8° E, 47° N.
std::shared_ptr<const CityView> smallCity()
{
    auto city = std::make_shared<CityView>();
    city->info.centre = LonLat{8.0, 47.0};
    Link road;
    road.from = NodeId(0);
    road.to = NodeId(1);
    road.name = QStringLiteral("High Street");
    road.shape = {{8.0, 47.0}, {8.01, 47.0}};
    city->network =
        std::make_shared<RoadNetwork>(*RoadNetwork::make({{8.0, 47.0}, {8.01, 47.0}}, {road}));
    city->backdrop = std::make_shared<Backdrop>();
    return city;
}

/// Three speed sites around `centre`: on the road, beside it, and without a position; a crash.
std::shared_ptr<const QuantityBundle> threeSites(LonLat centre)
{
    Dataset dataset;
    dataset.sites.resize(3);
    for (std::size_t s = 0; s < 3; ++s)
        dataset.sites[s].code = QString::number(s);
    dataset.sites[0].position = centre;
    dataset.sites[0].link = LinkId(0);
    dataset.sites[1].position = LonLat{centre.lon + 0.005, centre.lat + 0.001};
    auto series = std::make_shared<Series>(TimeAxis{kNow, 5 * kMsPerMinute, 1}, 3,
        std::vector<Channel>{{QStringLiteral("speed"), QStringLiteral("km/h")}});
    for (int s = 0; s < 3; ++s)
        series->set(0, SiteId(s), 0, 50.0F);
    dataset.axis = series->axis;
    dataset.channels = series->channels;
    auto bundle = std::make_shared<QuantityBundle>();
    bundle->main = *prepareQuantity(dataset, series, {});
    Incident crash;
    crash.from = kNow - kMsPerHour;
    crash.to = kNow + kMsPerHour;
    crash.position = LonLat{8.005, 47.0};
    crash.severity = 3;
    bundle->incidents = {crash};
    return bundle;
}

TimeContext at(UtcMs current)
{
    TimeContext time;
    time.now = kNow;
    time.current = time.from = time.to = current;
    return time;
}

bool has(const MapScene &scene, const QString &id)
{
    return std::any_of(scene.layers.begin(), scene.layers.end(),
        [&](const MapLayer &layer) { return layer.id == id; });
}

} // namespace

class tst_MapScene : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void incidentIsShown_data()
    {
        QTest::addColumn<UtcMs>("from");
        QTest::addColumn<bool>("hasEnd");
        QTest::addColumn<UtcMs>("to");
        QTest::addColumn<UtcMs>("current");
        QTest::addColumn<bool>("shown");
        const UtcMs hour = kMsPerHour;
        QTest::newRow("going on") << kNow - hour << true << kNow + hour << kNow << true;
        QTest::newRow("over") << kNow - 2 * hour << true << kNow - hour << kNow << false;
        QTest::newRow("was going on then")
            << kNow - 3 * hour << true << kNow - hour << kNow - 2 * hour << true;
        QTest::newRow("not yet begun then")
            << kNow - hour << true << kNow + hour << kNow - 2 * hour << false;
        QTest::newRow("will still go on")
            << kNow - hour << true << kNow + 2 * hour << kNow + hour << true;
        QTest::newRow("nobody knows of it yet")
            << kNow + hour / 2 << true << kNow + 2 * hour << kNow + hour << false;
        QTest::newRow("call just now") << kNow - 60000 << false << UtcMs(0) << kNow << true;
        QTest::newRow("call an hour ago") << kNow - hour << false << UtcMs(0) << kNow << false;
    }
    void incidentIsShown()
    {
        QFETCH(UtcMs, from);
        QFETCH(bool, hasEnd);
        QFETCH(UtcMs, to);
        QFETCH(UtcMs, current);
        QFETCH(bool, shown);
        Incident incident;
        incident.from = from;
        if (hasEnd)
            incident.to = to;
        QCOMPARE(isShown(incident, at(current)), shown);
    }

    void dataOfTheCityStandOnItsRoads()
    {
        const auto scene = buildScene(smallCity(), threeSites({8.0, 47.0}));
        QVERIFY(has(*scene, QStringLiteral("roads")));
        QVERIFY(has(*scene, layer::kEstimates));
        QVERIFY(has(*scene, layer::kIncidents));
        QVERIFY(!has(*scene, QStringLiteral("graticule")));
        QCOMPARE(scene->placedSites, 2);
        QCOMPARE(scene->onLine, (std::vector<bool>{true, false, false}));
    }

    void dataFromElsewhereStandOnAGraticule()
    {
        const auto scene = buildScene(smallCity(), threeSites({-118.0, 34.0}));
        QVERIFY(!has(*scene, QStringLiteral("roads")));
        QVERIFY(!has(*scene, layer::kIncidents));
        QVERIFY(has(*scene, QStringLiteral("graticule")));
    }

    /// A site is drawn once, as a line or as a point, and not at all without a place.
    void eachSiteIsDrawnOnce()
    {
        const auto scene = buildScene(smallCity(), threeSites({8.0, 47.0}));
        const TimeContext time = at(kNow);
        const auto states = siteStates(*scene->bundle->main, time, nullptr);
        const SceneAttributes attributes =
            attributesAt(*scene, states, time, SpeedPalette::Belvedere);
        const auto drawn = [](const LayerAttributes &a, std::size_t site) {
            const FeatureStyle *style = a.style(site);
            return style && style->color.isValid();
        };
        QVERIFY(drawn(*attributes.siteLines, 0) && !drawn(*attributes.sitePoints, 0));
        QVERIFY(!drawn(*attributes.siteLines, 1) && drawn(*attributes.sitePoints, 1));
        QVERIFY(!drawn(*attributes.siteLines, 2) && !drawn(*attributes.sitePoints, 2));
        QVERIFY(!drawn(*attributes.estimates, 0)); // the road is measured
        QVERIFY(attributes.incidents->style(0));
    }
};

QTEST_MAIN(tst_MapScene)
#include "tst_map_scene.moc"
