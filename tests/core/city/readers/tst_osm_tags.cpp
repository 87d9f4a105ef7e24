// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_tags.h"

#include <QTest>

using namespace belvedere;

namespace {

/// The texts live as long as this.
struct Tags
{
    QByteArrayList texts;
    OsmTags tags;

    explicit Tags(const QString &list)
    {
        const QStringList parts = list.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            texts += part.section(QLatin1Char('='), 0, 0).toUtf8();
            texts += part.section(QLatin1Char('='), 1).toUtf8();
        }
        for (qsizetype i = 0; i < texts.size(); i += 2)
            tags.add(texts[i].constData(), texts[i + 1].constData());
    }
};

QString lanesText(const OsmRoad &road)
{
    return QStringLiteral("%1/%2")
        .arg(road.forward.open ? road.forward.lanes : 0)
        .arg(road.backward.open ? road.backward.lanes : 0);
}

} // namespace

class tst_OsmTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speeds_data();
    void speeds();
    void roads_data();
    void roads();
    void notDrivable_data();
    void notDrivable();
    void capacity();
    void speedsByDirection();
    void areas_data();
    void areas();
    void lines_data();
    void lines();
    void places();
};

void tst_OsmTags::speeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("kmh"); // -1 = says nothing
    const auto row = [](const char *text, double kmh) {
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text) << kmh;
    };
    row("", -1);
    row("50", 50);
    row("50 km/h", 50);
    row("30 mph", 48.28032);
    row("30mph", 48.28032);
    row("10 knots", 18.52);
    row("50;30", 50);
    row("none", 130);
    row("walk", 7);
    row("signals", -1);
    row("variable", -1);
    row("0", -1);
    row("-5", -1);
    row("5000", -1);
    row("nan", -1);
    row("DE:urban", 50);
    row("DE:rural", 100);
    row("CH:rural", 80);
    row("DE:motorway", 130);
    row("CH:motorway", 120);
    row("XX:rural", 90);
    row("RU:urban", 60);
    row("GB:nsl_single", 96.56064);
    row("GB:nsl_dual", 112.65408);
    row("DE:zone:30", 30);
    row("DE:zone30", 30);
    row("FR:zone:30", 30);
    row("DE:30", 30);
    row("GB:zone20", 32.18688);
    row("DE:living_street", 7);
    row("DE:walk_this_way", -1);
}

void tst_OsmTags::speeds()
{
    QFETCH(const QString, text);
    QFETCH(const double, kmh);
    const auto speed = speedLimitKmh(text.toStdString());
    QCOMPARE(speed.has_value(), kmh > 0.0);
    if (speed)
        QVERIFY2(std::abs(*speed - kmh) < 1e-9, qPrintable(QString::number(*speed)));
}

void tst_OsmTags::roads_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<int>("roadClass");
    QTest::addColumn<bool>("ramp");
    QTest::addColumn<QString>("lanes"); // forward/backward, 0 = closed
    QTest::addColumn<double>("speedKmh");
    const auto row = [](const char *tags, RoadClass roadClass, bool ramp, const char *lanes,
                         double speed) {
        QTest::newRow(tags) << QString::fromLatin1(tags) << static_cast<int>(roadClass) << ramp
                            << QString::fromLatin1(lanes) << speed;
    };
    row("highway=residential", RoadClass::Residential, false, "1/1", 30);
    row("highway=road", RoadClass::Unclassified, false, "1/1", 50);
    row("highway=living_street", RoadClass::LivingStreet, false, "1/1", 10);
    row("highway=primary oneway=yes", RoadClass::Primary, false, "1/0", 60);
    row("highway=primary oneway=1", RoadClass::Primary, false, "1/0", 60);
    row("highway=primary oneway=-1 lanes=3", RoadClass::Primary, false, "0/3", 60);
    row("highway=primary lanes=2", RoadClass::Primary, false, "1/1", 60);
    row("highway=primary lanes=3", RoadClass::Primary, false, "2/1", 60);
    row("highway=primary lanes=4", RoadClass::Primary, false, "2/2", 60);
    row("highway=primary lanes=1", RoadClass::Primary, false, "1/1", 60);
    row("highway=primary lanes=3 lanes:backward=2", RoadClass::Primary, false, "1/2", 60);
    row("highway=primary lanes:forward=3 lanes:backward=1", RoadClass::Primary, false, "3/1", 60);
    row("highway=primary lanes=5 lanes:both_ways=1", RoadClass::Primary, false, "2/2", 60);
    row("highway=primary lanes=many", RoadClass::Primary, false, "1/1", 60);
    row("highway=primary lanes=-4", RoadClass::Primary, false, "1/1", 60);
    row("highway=primary lanes=1e300", RoadClass::Primary, false, "1/1", 60);
    row("highway=motorway", RoadClass::Motorway, false, "2/0", 120);
    row("highway=motorway lanes=3 maxspeed=none", RoadClass::Motorway, false, "3/0", 130);
    row("highway=motorway oneway=no", RoadClass::Motorway, false, "2/2", 120);
    row("highway=motorway_link", RoadClass::Motorway, true, "1/0", 80);
    row("highway=trunk oneway=yes", RoadClass::Trunk, false, "2/0", 90);
    row("highway=trunk", RoadClass::Trunk, false, "1/1", 90);
    row("highway=trunk_link", RoadClass::Trunk, true, "1/1", 60);
    row("highway=tertiary junction=roundabout", RoadClass::Tertiary, false, "1/0", 50);
    row("highway=tertiary junction=roundabout oneway=-1", RoadClass::Tertiary, false, "0/1", 50);
    row("highway=secondary maxspeed=DE:urban", RoadClass::Secondary, false, "1/1", 50);
    row("highway=secondary source:maxspeed=DE:rural", RoadClass::Secondary, false, "1/1", 100);
    row("highway=secondary maxspeed=70 source:maxspeed=DE:rural", RoadClass::Secondary, false,
        "1/1", 70);
    row("highway=residential access=destination", RoadClass::Residential, false, "1/1", 30);
    row("highway=residential access=no motor_vehicle=yes", RoadClass::Residential, false, "1/1",
        30);
}

void tst_OsmTags::roads()
{
    QFETCH(const QString, tags);
    const Tags made(tags);
    const auto road = roadOf(made.tags);
    QVERIFY(road.has_value());
    QTEST(static_cast<int>(road->roadClass), "roadClass");
    QTEST(road->ramp, "ramp");
    QTEST(lanesText(*road), "lanes");
    QTEST((road->forward.open ? road->forward : road->backward).speedKmh, "speedKmh");
}

void tst_OsmTags::notDrivable_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<int>("line"); // -1 = none
    const auto row = [](const char *tags, int line) {
        QTest::newRow(tags) << QString::fromLatin1(tags) << line;
    };
    row("building=yes", -1);
    row("highway=construction", -1);
    row("highway=proposed", -1);
    row("highway=crossing", -1);
    row("highway=residential area=yes", -1);
    row("highway=service", int(LineKind::ServiceRoad));
    row("highway=residential access=private", int(LineKind::ServiceRoad));
    row("highway=residential motor_vehicle=no access=yes", int(LineKind::ServiceRoad));
    row("highway=primary_link vehicle=no", int(LineKind::ServiceRoad));
    row("highway=track", int(LineKind::Track));
    row("highway=steps", int(LineKind::Footway));
    row("highway=cycleway", int(LineKind::Cycleway));
    row("highway=pedestrian", int(LineKind::Pedestrian));
}

void tst_OsmTags::notDrivable()
{
    QFETCH(const QString, tags);
    const Tags made(tags);
    QVERIFY(!roadOf(made.tags).has_value());
    const auto line = lineKindOf(made.tags);
    QTEST(line ? static_cast<int>(*line) : -1, "line");
}

void tst_OsmTags::capacity()
{
    const Tags motorway(QStringLiteral("highway=motorway lanes=3"));
    QCOMPARE(roadOf(motorway.tags)->forward.capacityVehH, 6000.0);
    const Tags ramp(QStringLiteral("highway=motorway_link"));
    QCOMPARE(roadOf(ramp.tags)->forward.capacityVehH, 1500.0);
    const Tags street(QStringLiteral("highway=secondary lanes=3"));
    QCOMPARE(roadOf(street.tags)->forward.capacityVehH, 2000.0);
    QCOMPARE(roadOf(street.tags)->backward.capacityVehH, 1000.0);
}

void tst_OsmTags::speedsByDirection()
{
    const Tags made(QStringLiteral("highway=secondary maxspeed=50 maxspeed:backward=30"));
    const auto road = roadOf(made.tags);
    QCOMPARE(road->forward.speedKmh, 50.0);
    QCOMPARE(road->backward.speedKmh, 30.0);
}

void tst_OsmTags::areas_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<int>("kind"); // -1 = none
    const auto row = [](const char *tags, int kind) {
        QTest::newRow(tags) << QString::fromLatin1(tags) << kind;
    };
    row("building=yes", int(AreaKind::Building));
    row("building=no landuse=retail", int(AreaKind::BuiltUp));
    row("waterway=riverbank", int(AreaKind::Water));
    row("natural=water", int(AreaKind::Water));
    row("natural=coastline", -1);
    row("landuse=forest", int(AreaKind::Wood));
    row("leisure=park", int(AreaKind::Park));
    row("amenity=parking", int(AreaKind::Parking));
    row("amenity=parking parking=underground", -1);
    row("amenity=school building=yes", int(AreaKind::Building));
    row("highway=pedestrian area=yes", int(AreaKind::Plaza));
    row("highway=pedestrian", -1);
    row("man_made=pier", int(AreaKind::Pier));
    row("", -1);
}

void tst_OsmTags::areas()
{
    QFETCH(const QString, tags);
    const Tags made(tags);
    const auto kind = areaKindOf(made.tags);
    QTEST(kind ? static_cast<int>(*kind) : -1, "kind");
}

void tst_OsmTags::lines_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<int>("kind"); // -1 = none
    QTest::addColumn<int>("flag");
    const auto row = [](const char *tags, int kind, int flag = LineSet::Plain) {
        QTest::newRow(tags) << QString::fromLatin1(tags) << kind << flag;
    };
    row("railway=rail", int(LineKind::Rail));
    row("railway=rail tunnel=yes", int(LineKind::Rail), LineSet::Tunnel);
    row("railway=rail bridge=viaduct", int(LineKind::Rail), LineSet::Bridge);
    row("railway=abandoned", -1);
    row("railway=tram highway=residential", int(LineKind::Tram));
    row("waterway=river", int(LineKind::River));
    row("waterway=stream tunnel=culvert", int(LineKind::Stream), LineSet::Tunnel);
    row("highway=service tunnel=building_passage", int(LineKind::ServiceRoad));
    row("boundary=administrative admin_level=8", int(LineKind::Boundary));
    row("boundary=administrative admin_level=10", -1);
    row("boundary=administrative", -1);
    row("route=ferry", int(LineKind::Ferry));
}

void tst_OsmTags::lines()
{
    QFETCH(const QString, tags);
    const Tags made(tags);
    const auto kind = lineKindOf(made.tags);
    QTEST(kind ? static_cast<int>(*kind) : -1, "kind");
    QTEST(static_cast<int>(lineFlagOf(made.tags)), "flag");
}

void tst_OsmTags::places()
{
    const Tags city(QStringLiteral("place=city name=Aarhus population=285273"));
    const auto place = placeOf(city.tags);
    QVERIFY(place.has_value());
    QCOMPARE(place->name, QStringLiteral("Aarhus"));
    QCOMPARE(place->rank, 0);
    QCOMPARE(place->population, 285273);
    const Tags capital(QStringLiteral("place=village name=Vaduz capital=yes"));
    QCOMPARE(placeOf(capital.tags)->rank, 0);
    const Tags suburb(QStringLiteral("place=suburb name=Nord population=1e99"));
    QCOMPARE(placeOf(suburb.tags)->rank, 1);
    QCOMPARE(placeOf(suburb.tags)->population, 0);
    const Tags metro(QStringLiteral("railway=station station=subway name=Kamppi"));
    QVERIFY(placeOf(metro.tags)->kind == PlaceKind::SubwayStation);
    QVERIFY(!placeOf(Tags(QStringLiteral("place=city")).tags));
    QVERIFY(!placeOf(Tags(QStringLiteral("name=Somewhere")).tags));
}

QTEST_GUILESS_MAIN(tst_OsmTags)
#include "tst_osm_tags.moc"
