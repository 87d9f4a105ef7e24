// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/base_case_sources.h"
#include "traffic/assignment/route_analysis.h"
#include "traffic/demand/gravity_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr int kUsualStoreys = 2;
constexpr double kFloorAreaPerJobM2 = 60.0;
constexpr double kJobsPerPerson = 0.45; // where workplaces are not known
constexpr double kPeoplePerStreetKm = 120.0; // a round figure for towns of low houses

LonLat middleOf(std::span<const FixedLonLat> ring)
{
    double lon = 0.0;
    double lat = 0.0;
    for (const FixedLonLat point : ring) {
        lon += point.toLonLat().lon;
        lat += point.toLonLat().lat;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(ring.size(), 1));
    return {lon / count, lat / count};
}

double areaM2(std::span<const FixedLonLat> ring)
{
    if (ring.size() < 3)
        return 0.0;
    const LocalProjection plane(ring.front().toLonLat());
    double twice = 0.0;
    for (std::size_t k = 0; k < ring.size(); ++k) {
        const PointM a = plane.toPlane(ring[k].toLonLat());
        const PointM b = plane.toPlane(ring[(k + 1) % ring.size()].toLonLat());
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2.0;
}

/// Floor area of each building; large ones hold jobs rather than people.
std::vector<TripPlace> placesOfBuildings(const AreaSet &areas)
{
    constexpr double kShedM2 = 30.0;
    constexpr double kHallM2 = 1200.0;
    std::vector<TripPlace> places;
    for (std::size_t area = 0; area < areas.count(); ++area) {
        if (areas.kind(area) != AreaKind::Building)
            continue;
        const double ground = areaM2(areas.outer(area));
        if (ground < kShedM2)
            continue;
        TripPlace place{middleOf(areas.outer(area)), 0.0, 0.0};
        if (ground > kHallM2)
            place.jobs = ground / kFloorAreaPerJobM2;
        else
            place.people = ground * kUsualStoreys / kFloorAreaPerPersonM2;
        places.push_back(place);
    }
    return places;
}

/// Where no buildings are known, people live along small streets and work along large ones.
std::vector<TripPlace> placesOfStreets(const RoadNetwork &roads)
{
    std::vector<TripPlace> places;
    for (const Link &link : roads.links()) {
        if (link.roadClass == RoadClass::Motorway || link.roadClass == RoadClass::Trunk)
            continue;
        const bool small = link.roadClass >= RoadClass::Unclassified;
        const double people = kPeoplePerStreetKm * link.lengthM / 1000.0;
        const LonLat at = link.shape[link.shape.size() / 2];
        places.push_back({at, small ? people : 0.0, small ? 0.0 : people});
    }
    return places;
}

double sumOf(const std::vector<TripPlace> &places, double TripPlace::*member)
{
    double sum = 0.0;
    for (const TripPlace &place : places)
        sum += place.*member;
    return sum;
}

/// Jobs that add up, spread as people are where none are known.
void balanceJobs(std::vector<TripPlace> &places)
{
    const double people = sumOf(places, &TripPlace::people);
    const double jobs = sumOf(places, &TripPlace::jobs);
    for (TripPlace &place : places)
        place.jobs = jobs > 0.0 ? place.jobs * kJobsPerPerson * people / jobs
                                : place.people * kJobsPerPerson;
}

std::int32_t nearestNode(const RoadNetwork &roads, LonLat place)
{
    std::int32_t best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (const Link &link : roads.links()) {
        if (link.roadClass == RoadClass::Motorway)
            continue;
        const double distance = distanceM(roads.nodes()[link.from.index()], place);
        if (distance < least) {
            least = distance;
            best = link.from.value;
        }
    }
    return best;
}

std::vector<RoadFacts> roadsOf(const RoadNetwork &roads, const CityNetwork &city)
{
    std::vector<RoadFacts> facts(city.network.links().size());
    for (std::size_t link = 0; link < facts.size(); ++link) {
        RoadFacts &road = facts[link];
        road.lengthM = city.network.links()[link].length;
        if (link >= city.roadLinks) {
            road.connector = true;
            continue;
        }
        const Link &own = roads.links()[link];
        road.lengthM = own.lengthM;
        road.lanes = own.lanes;
        road.limitKmh = own.freeSpeedKmh;
        road.roadClass = own.roadClass;
        road.name = own.name.isEmpty() ? own.ref : own.name;
        road.road = LinkId(static_cast<std::int32_t>(link));
        road.shape = own.shape;
    }
    return facts;
}

Result<OdMatrix> demandOf(const CityNetwork &city, const std::vector<CityZone> &zones,
    const CityBaseOptions &options, const TaskContext &context)
{
    if (options.trips)
        return *options.trips;
    std::vector<double> freeTime;
    for (const AssignmentLink &link : city.network.links())
        freeTime.push_back(link.delay.freeTime);
    BV_TRY(const Skims skims, skim(city.network, freeTime, 0, context));
    const TripEnds ends = tripEndsOf(zones, {options.tripsPerPerson, options.homeToWork});
    Result<SyntheticDemand> demand = options.meanTripMin > 0.0
        ? gravityModelOfMean(ends, skims.timeMin, options.meanTripMin, {}, context)
        : gravityModel(ends, skims.timeMin, {}, context);
    if (!demand)
        return failure(std::move(demand.error()));
    return std::move(demand->trips);
}

} // namespace

std::vector<TripPlace> cityPlaces(const RoadNetwork &roads, const Backdrop &backdrop, double people)
{
    std::vector<TripPlace> places = placesOfBuildings(backdrop.areas);
    if (sumOf(places, &TripPlace::people) <= 0.0)
        places = placesOfStreets(roads);
    const double all = sumOf(places, &TripPlace::people);
    if (people > 0.0 && all > 0.0)
        for (TripPlace &place : places)
            place.people *= people / all;
    balanceJobs(places);
    return places;
}

std::vector<std::pair<QString, LonLat>> cityStations(const Backdrop &backdrop)
{
    std::vector<std::pair<QString, LonLat>> stations;
    for (const Place &place : backdrop.places)
        if (place.kind == PlaceKind::FireStation || place.kind == PlaceKind::Hospital)
            stations.emplace_back(place.name, place.position);
    return stations;
}

Result<std::shared_ptr<const BaseCase>> cityBaseCase(const RoadNetwork &roads,
    const std::vector<TripPlace> &places, const CityBaseOptions &options,
    const TaskContext &context)
{
    BV_TRY(const std::vector<CityZone> zones, zonesOf(places, options.zoneCellM));
    BV_TRY(CityNetwork city, makeCityNetwork(roads, zones));
    BV_TRY(OdMatrix trips, demandOf(city, zones, options, context));
    BaseCaseData data;
    data.roads = roadsOf(roads, city);
    AssignmentNetworkData network = city.network.data();
    network.classes.front().name = QStringLiteral("cars");
    if (options.valueOfTimePerHour > 0.0)
        network.classes.front().tollFactor = 60.0 / options.valueOfTimePerHour;
    BV_TRY(data.network, AssignmentNetwork::make(std::move(network)));
    data.title = options.title;
    data.syntheticDemand = !options.trips.has_value();
    data.nodes = roads.nodes();
    for (const CityZone &zone : zones) {
        data.nodes.push_back(zone.centre);
        data.residents.push_back(zone.people);
        data.jobs.push_back(zone.jobs);
    }
    data.periods.push_back({options.periodName, options.fromHour, 1.0, {std::move(trips)}});
    data.shareOfDay = options.shareOfDay;
    BV_TRY(const Fleet vehicles, fleet(options.fleet));
    data.fleets.push_back(vehicles);
    for (const auto &[name, place] : options.stations)
        data.stations.push_back({name, nearestNode(roads, place)});
    data.weather = options.weather;
    data.background = options.background;
    data.population.proxy = true;
    const LocalProjection plane = planeAbout(data.nodes);
    for (const TripPlace &place : places)
        if (place.people > 0.0) {
            data.population.places.push_back(plane.toPlane(place.position));
            data.population.people.push_back(place.people);
        }
    return BaseCase::make(std::move(data));
}

} // namespace belvedere
