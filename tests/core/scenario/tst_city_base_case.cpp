// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/base_case_sources.h"
#include "scenario/coupled_run.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr int kSide = 7;
constexpr double kSpacingM = 400.0;

const LocalProjection &plane()
{
    static const LocalProjection local(LonLat{9.7, 50.9});
    return local;
}

LonLat crossing(int column, int row)
{
    return plane().toSphere({column * kSpacingM, row * kSpacingM});
}

/// A grid of two-way streets with names; those in the middle are larger.
RoadNetwork town()
{
    std::vector<LonLat> nodes;
    std::vector<Link> links;
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column)
            nodes.push_back(crossing(column, row));
    const auto join = [&](int a, int b, bool main, const QString &name) {
        for (const auto &[from, to] : {std::pair(a, b), std::pair(b, a)}) {
            Link link;
            link.from = NodeId(from);
            link.to = NodeId(to);
            link.roadClass = main ? RoadClass::Primary : RoadClass::Residential;
            link.lanes = main ? 2 : 1;
            link.capacityVehH = main ? 1800.0 : 600.0;
            link.lengthM = kSpacingM;
            link.name = name;
            link.shape = {nodes[std::size_t(from)], nodes[std::size_t(to)]};
            links.push_back(link);
        }
    };
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) {
            const int node = row * kSide + column;
            if (column + 1 < kSide)
                join(node, node + 1, row == kSide / 2, QStringLiteral("Row %1").arg(row));
            if (row + 1 < kSide)
                join(node, node + kSide, column == kSide / 2,
                    QStringLiteral("Column %1").arg(column));
        }
    return *RoadNetwork::make(std::move(nodes), std::move(links));
}

/// Houses and one large hall.
Backdrop houses()
{
    Backdrop backdrop;
    const auto add = [&backdrop](double x, double y, double sideM) {
        std::vector<FixedLonLat> ring;
        for (const auto &[dx, dy] :
            {std::pair(0.0, 0.0), std::pair(1.0, 0.0), std::pair(1.0, 1.0), std::pair(0.0, 1.0)})
            ring.push_back(
                FixedLonLat::nearest(plane().toSphere({x + dx * sideM, y + dy * sideM})));
        backdrop.areas.add(AreaKind::Building, ring);
    };
    for (int k = 0; k < 40; ++k)
        add(60.0 * k, 50.0 * ((k * 17) % 43), 12.0);
    add(1200.0, 1200.0, 60.0);
    add(10.0, 10.0, 3.0); // a shed
    backdrop.places.push_back(
        {QStringLiteral("Fire brigade"), crossing(1, 1), 4, PlaceKind::FireStation, 0});
    backdrop.places.push_back(
        {QStringLiteral("Old town"), crossing(3, 3), 2, PlaceKind::Quarter, 0});
    return backdrop;
}

} // namespace

class tst_CityBaseCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleLiveInHousesAndWorkInHalls()
    {
        const RoadNetwork roads = town();
        const auto places = cityPlaces(roads, houses(), 5000.0);
        QCOMPARE(places.size(), std::size_t(41));
        double people = 0.0;
        for (const TripPlace &place : places)
            people += place.people;
        QVERIFY(std::abs(people - 5000.0) < 1e-6);
        QCOMPARE(places.back().people, 0.0);
        QVERIFY(places.back().jobs > 1000.0);
    }

    void peopleLiveAlongStreetsWhereNoHousesAreKnown()
    {
        const auto places = cityPlaces(town(), {}, 0.0);
        double people = 0.0;
        for (const TripPlace &place : places)
            people += place.people;
        QVERIFY(people > 1000.0);
    }

    void aCityRunsWithADemandThatIsMarked()
    {
        const RoadNetwork roads = town();
        const Backdrop backdrop = houses();
        CityBaseOptions options;
        options.title = QStringLiteral("Town");
        options.zoneCellM = 600.0;
        options.stations = cityStations(backdrop);
        QCOMPARE(options.stations.size(), std::size_t(1));
        const auto base = cityBaseCase(roads, cityPlaces(roads, backdrop, 9000.0), options);
        VERIFY_OK(base);
        QVERIFY((*base)->data().syntheticDemand);
        QCOMPARE((*base)->findRoad(LinkId(5)), 5);
        QCOMPARE((*base)->linkTitle(0), QStringLiteral("Row 0"));
        QCOMPARE((*base)->data().stations.front().node, kSide + 1);
        const auto before = runBase(*base, {});
        VERIFY_OK(before);
        const CoupledRun &run = *(*before)->run;
        for (const char *key : {"totalTravelTime", "nox", "no2Exposure", "peopleAbovePm25",
                 "fatalCrashes", "responseTime", "accessibility"}) {
            const KpiValue *kpi = findKpi(run.kpis, QLatin1String(key));
            QVERIFY2(kpi != nullptr && std::isfinite(kpi->value), key);
        }
        QVERIFY(findKpi(run.kpis, QStringLiteral("delay"))->value > 0.0);
        const auto &flags = findKpi(run.kpis, QStringLiteral("totalTravelTime"))->flags;
        QVERIFY(std::any_of(flags.begin(), flags.end(),
            [](const char *flag) { return QByteArray(flag).contains("made, not observed"); }));
        // The same city gives the same base case.
        const auto again = cityBaseCase(roads, cityPlaces(roads, backdrop, 9000.0), options);
        VERIFY_OK(again);
        QCOMPARE((*again)->hash(), (*base)->hash());
    }

    void citiesWithoutRoadsAreRefused()
    {
        const auto base = cityBaseCase({}, cityPlaces(town(), houses()), {});
        QVERIFY(!base);
        QVERIFY(!cityBaseCase(town(), {}, {}));
    }
};

QTEST_GUILESS_MAIN(tst_CityBaseCase)
#include "tst_city_base_case.moc"
