// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace belvedere {

namespace {

using std::string_view;

/// One of a few texts, with what it means.
template <class Value> struct Meaning
{
    string_view text;
    Value value;
};

template <class Value, std::size_t N>
std::optional<Value> find(const Meaning<Value> (&table)[N], string_view text)
{
    for (const Meaning<Value> &entry : table) {
        if (entry.text == text)
            return entry.value;
    }
    return std::nullopt;
}

template <std::size_t N> bool isOneOf(string_view text, const std::array<string_view, N> &choices)
{
    return std::find(choices.begin(), choices.end(), text) != choices.end();
}

// ---- speed -----------------------------------------------------------------------------------

constexpr double kKmhPerMph = 1.609344;
constexpr double kKmhPerKnot = 1.852;
constexpr double kWalkKmh = 7.0;
constexpr double kFastestKmh = 200.0; // a larger number is a slip of the keyboard

/// Limits of a country outside towns and on motorways; where there is none, what is advised.
struct CountryLimits
{
    double ruralKmh;
    double motorwayKmh;
};

// https://wiki.openstreetmap.org/wiki/Speed_limits
constexpr Meaning<CountryLimits> kCountries[] = {{"DE", {100, 130}}, {"AT", {100, 130}},
    {"CH", {80, 120}}, {"LI", {80, 120}}, {"FI", {80, 120}}, {"FR", {80, 130}}, {"MC", {80, 130}},
    {"IT", {90, 130}}, {"ES", {90, 120}}, {"PT", {90, 120}}, {"BE", {70, 120}}, {"NL", {80, 130}},
    {"LU", {90, 130}}, {"DK", {80, 130}}, {"SE", {70, 110}}, {"NO", {80, 100}}, {"PL", {90, 140}},
    {"CZ", {90, 130}}, {"SK", {90, 130}}, {"HU", {90, 130}}, {"SI", {90, 130}}, {"HR", {90, 130}},
    {"RO", {90, 130}}, {"RU", {90, 110}}, {"UA", {90, 130}},
    {"GB", {60 * kKmhPerMph, 70 * kKmhPerMph}}};
constexpr CountryLimits kAnyCountry{90, 130};

/// "DE:urban", "GB:nsl_dual", "DE:zone:30", "FR:zone30"
std::optional<double> zoneSpeedKmh(string_view country, string_view zone)
{
    const CountryLimits limits = find(kCountries, country).value_or(kAnyCountry);
    if (zone == "urban")
        return country == "GB" ? 30 * kKmhPerMph : country == "RU" ? 60.0 : 50.0;
    if (zone == "rural" || zone == "nsl_single" || zone == "nsl_restricted")
        return limits.ruralKmh;
    if (zone == "trunk" || zone == "nsl_dual" || zone == "expressway")
        return country == "GB" ? limits.motorwayKmh : std::max(limits.ruralKmh, 100.0);
    if (zone == "motorway")
        return limits.motorwayKmh;
    if (zone == "living_street" || zone == "pedestrian_zone")
        return country == "RU" || country == "FR" ? 20.0 : kWalkKmh;
    if (zone == "bicycle_road" || zone == "school")
        return 30.0;
    if (zone.starts_with("zone"))
        zone.remove_prefix(4);
    if (zone.starts_with(":"))
        zone.remove_prefix(1);
    const auto number = leadingNumber(zone);
    return number && country == "GB" ? *number * kKmhPerMph : number;
}

std::optional<double> plausible(std::optional<double> speedKmh)
{
    return speedKmh && *speedKmh > 0.0 && *speedKmh <= kFastestKmh ? speedKmh : std::nullopt;
}

// ---- driving ---------------------------------------------------------------------------------

struct ClassDefaults
{
    double speedKmh;
    double laneCapacityVehH;
    double rampSpeedKmh;
    double rampCapacityVehH;
};
constexpr std::array<ClassDefaults, kRoadClassCount> kDefaults{
    {{120, 2000, 80, 1500}, {90, 2000, 60, 1500}, {60, 1500, 50, 1500}, {50, 1000, 50, 1000},
        {50, 600, 50, 600}, {50, 600, 50, 600}, {30, 600, 30, 600}, {10, 300, 10, 300}}};

constexpr Meaning<RoadClass> kClasses[] = {{"motorway", RoadClass::Motorway},
    {"trunk", RoadClass::Trunk}, {"primary", RoadClass::Primary},
    {"secondary", RoadClass::Secondary}, {"tertiary", RoadClass::Tertiary},
    {"unclassified", RoadClass::Unclassified}, {"residential", RoadClass::Residential},
    {"living_street", RoadClass::LivingStreet}, {"road", RoadClass::Unclassified}};

/// Whether the public may drive: the most specific tag decides.
bool isOpen(const OsmTags &tags)
{
    constexpr std::array<string_view, 12> kClosed{"no", "private", "agricultural", "forestry",
        "agricultural;forestry", "forestry;agricultural", "military", "emergency", "psv", "bus",
        "official", "use_sidepath"};
    for (const char *key : {"motorcar", "motor_vehicle", "vehicle", "access"}) {
        const string_view value = tags[key];
        if (!value.empty())
            return !isOneOf(value, kClosed);
    }
    return true;
}

enum class OneWay { Both, Forward, Backward };

OneWay oneWayOf(const OsmTags &tags, const OsmRoad &road)
{
    const string_view value = tags["oneway"];
    if (value == "yes" || value == "true" || value == "1" || value == "reversible")
        return OneWay::Forward;
    if (value == "-1" || value == "reverse")
        return OneWay::Backward;
    if (value == "no" || value == "false" || value == "0")
        return OneWay::Both;
    return road.roundabout || road.roadClass == RoadClass::Motorway ? OneWay::Forward
                                                                    : OneWay::Both;
}

std::optional<int> laneCount(string_view text)
{
    constexpr double kMostLanes = 16;
    const auto number = leadingNumber(text);
    if (!number || *number < 1.0 || *number > kMostLanes)
        return std::nullopt;
    return static_cast<int>(std::lround(*number));
}

void setLanes(const OsmTags &tags, OsmRoad &road)
{
    const bool oneWay = !road.forward.open || !road.backward.open;
    const auto all = laneCount(tags["lanes"]);
    if (oneWay) {
        const bool wide =
            road.roadClass == RoadClass::Motorway || road.roadClass == RoadClass::Trunk;
        road.forward.lanes = road.backward.lanes = all.value_or(wide && !road.ramp ? 2 : 1);
        return;
    }
    const auto forward = laneCount(tags["lanes:forward"]);
    const auto backward = laneCount(tags["lanes:backward"]);
    const int common = laneCount(tags["lanes:both_ways"]).value_or(0); // for turning left
    const int usual = road.roadClass == RoadClass::Motorway && !road.ramp ? 2 : 1;
    const int shared = std::max(2, all ? *all - common : 2 * usual);
    road.forward.lanes =
        forward.value_or(backward ? std::max(1, shared - *backward) : (shared + 1) / 2);
    road.backward.lanes = backward.value_or(forward ? std::max(1, shared - *forward) : shared / 2);
}

void setSpeeds(const OsmTags &tags, OsmRoad &road)
{
    std::optional<double> limit;
    for (const char *key : {"maxspeed", "maxspeed:type", "source:maxspeed", "zone:maxspeed"}) {
        limit = speedLimitKmh(tags[key]);
        if (limit)
            break;
    }
    const ClassDefaults &usual = kDefaults[static_cast<std::size_t>(road.roadClass)];
    const double both = limit.value_or(road.ramp ? usual.rampSpeedKmh : usual.speedKmh);
    road.forward.speedKmh = speedLimitKmh(tags["maxspeed:forward"]).value_or(both);
    road.backward.speedKmh = speedLimitKmh(tags["maxspeed:backward"]).value_or(both);
}

// ---- drawing ---------------------------------------------------------------------------------

constexpr Meaning<LineKind> kHighwayLines[] = {{"service", LineKind::ServiceRoad},
    {"services", LineKind::ServiceRoad}, {"busway", LineKind::ServiceRoad},
    {"bus_guideway", LineKind::ServiceRoad}, {"raceway", LineKind::ServiceRoad},
    {"track", LineKind::Track}, {"footway", LineKind::Footway}, {"path", LineKind::Footway},
    {"steps", LineKind::Footway}, {"bridleway", LineKind::Footway}, {"corridor", LineKind::Footway},
    {"platform", LineKind::Footway}, {"cycleway", LineKind::Cycleway},
    {"pedestrian", LineKind::Pedestrian}};
constexpr Meaning<LineKind> kRailLines[] = {{"rail", LineKind::Rail},
    {"narrow_gauge", LineKind::Rail}, {"funicular", LineKind::Rail}, {"preserved", LineKind::Rail},
    {"light_rail", LineKind::Tram}, {"tram", LineKind::Tram}, {"monorail", LineKind::Tram},
    {"subway", LineKind::Subway}};
constexpr Meaning<LineKind> kWaterLines[] = {{"river", LineKind::River}, {"canal", LineKind::River},
    {"stream", LineKind::Stream}, {"ditch", LineKind::Stream}, {"drain", LineKind::Stream},
    {"brook", LineKind::Stream}};

constexpr Meaning<AreaKind> kLandUse[] = {{"residential", AreaKind::BuiltUp},
    {"commercial", AreaKind::BuiltUp}, {"retail", AreaKind::BuiltUp},
    {"garages", AreaKind::BuiltUp}, {"farmyard", AreaKind::BuiltUp},
    {"industrial", AreaKind::Industrial}, {"railway", AreaKind::Industrial},
    {"construction", AreaKind::Industrial}, {"brownfield", AreaKind::Industrial},
    {"landfill", AreaKind::Industrial}, {"quarry", AreaKind::Industrial},
    {"port", AreaKind::Industrial}, {"military", AreaKind::Institution},
    {"education", AreaKind::Institution}, {"religious", AreaKind::Institution},
    {"farmland", AreaKind::Farmland}, {"farm", AreaKind::Farmland}, {"orchard", AreaKind::Farmland},
    {"vineyard", AreaKind::Farmland}, {"plant_nursery", AreaKind::Farmland},
    {"grass", AreaKind::Green}, {"meadow", AreaKind::Green}, {"allotments", AreaKind::Green},
    {"cemetery", AreaKind::Green}, {"village_green", AreaKind::Park},
    {"recreation_ground", AreaKind::Park}, {"flowerbed", AreaKind::Green},
    {"forest", AreaKind::Wood}, {"reservoir", AreaKind::Water}, {"basin", AreaKind::Water}};
constexpr Meaning<AreaKind> kNatural[] = {{"water", AreaKind::Water}, {"wood", AreaKind::Wood},
    {"scrub", AreaKind::Green}, {"heath", AreaKind::Green}, {"grassland", AreaKind::Green},
    {"fell", AreaKind::Green}, {"tundra", AreaKind::Green}, {"beach", AreaKind::Sand},
    {"sand", AreaKind::Sand}, {"dune", AreaKind::Sand}, {"bare_rock", AreaKind::Rock},
    {"rock", AreaKind::Rock}, {"scree", AreaKind::Rock}, {"shingle", AreaKind::Rock},
    {"glacier", AreaKind::Glacier}, {"wetland", AreaKind::Wetland}, {"marsh", AreaKind::Wetland},
    {"mud", AreaKind::Wetland}};
constexpr Meaning<AreaKind> kLeisure[] = {{"park", AreaKind::Park}, {"garden", AreaKind::Park},
    {"playground", AreaKind::Park}, {"dog_park", AreaKind::Park}, {"golf_course", AreaKind::Park},
    {"miniature_golf", AreaKind::Park}, {"common", AreaKind::Park}, {"pitch", AreaKind::Sport},
    {"track", AreaKind::Sport}, {"sports_centre", AreaKind::Sport}, {"stadium", AreaKind::Sport},
    {"water_park", AreaKind::Sport}, {"swimming_pool", AreaKind::Water}};
constexpr Meaning<AreaKind> kAmenity[] = {{"parking", AreaKind::Parking},
    {"school", AreaKind::Institution}, {"kindergarten", AreaKind::Institution},
    {"university", AreaKind::Institution}, {"college", AreaKind::Institution},
    {"hospital", AreaKind::Institution}, {"grave_yard", AreaKind::Green},
    {"fountain", AreaKind::Water}};

struct Naming
{
    PlaceKind kind;
    int rank;
};
constexpr Meaning<Naming> kPlaces[] = {{"city", {PlaceKind::City, 0}},
    {"town", {PlaceKind::Town, 1}}, {"borough", {PlaceKind::Suburb, 1}},
    {"suburb", {PlaceKind::Suburb, 1}}, {"village", {PlaceKind::Village, 2}},
    {"quarter", {PlaceKind::Quarter, 2}}, {"neighbourhood", {PlaceKind::Quarter, 3}},
    {"hamlet", {PlaceKind::Hamlet, 3}}, {"isolated_dwelling", {PlaceKind::Hamlet, 4}},
    {"farm", {PlaceKind::Locality, 4}}, {"locality", {PlaceKind::Locality, 4}},
    {"island", {PlaceKind::Locality, 3}}, {"islet", {PlaceKind::Locality, 4}},
    {"square", {PlaceKind::Locality, 4}}, {"municipality", {PlaceKind::Village, 2}}};

std::optional<Naming> pointNaming(const OsmTags &tags)
{
    const string_view railway = tags["railway"];
    const bool underground = tags.is("station", "subway") || tags.is("station", "light_rail");
    if (railway == "station" || railway == "halt")
        return underground ? Naming{PlaceKind::SubwayStation, 4}
                           : Naming{PlaceKind::RailStation, 3};
    const string_view amenity = tags["amenity"];
    if (amenity == "hospital")
        return Naming{PlaceKind::Hospital, 4};
    if (amenity == "police")
        return Naming{PlaceKind::Police, 4};
    if (amenity == "fire_station")
        return Naming{PlaceKind::FireStation, 4};
    if (amenity == "university")
        return Naming{PlaceKind::University, 4};
    if (tags.is("aeroway", "aerodrome"))
        return Naming{PlaceKind::Airport, 3};
    if (tags.is("natural", "peak"))
        return Naming{PlaceKind::Peak, 4};
    return std::nullopt;
}

} // namespace

string_view OsmTags::operator[](string_view key) const
{
    for (const auto &[k, value] : m_tags) {
        if (k == key)
            return value;
    }
    return {};
}

bool OsmTags::has(string_view key) const
{
    const string_view value = (*this)[key];
    return !value.empty() && value != "no";
}

std::optional<double> leadingNumber(string_view text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> speedLimitKmh(string_view text)
{
    if (text == "none")
        return 130.0; // what is advised where it is allowed
    if (text == "walk")
        return kWalkKmh;
    if (const std::size_t colon = text.find(':'); colon != string_view::npos)
        return plausible(zoneSpeedKmh(text.substr(0, colon), text.substr(colon + 1)));
    const auto number = leadingNumber(text);
    if (!number)
        return std::nullopt;
    const string_view first = text.substr(0, text.find(';'));
    const double unit = first.find("mph") != string_view::npos ? kKmhPerMph
        : first.find("knots") != string_view::npos             ? kKmhPerKnot
                                                               : 1.0;
    return plausible(*number * unit);
}

std::optional<OsmRoad> roadOf(const OsmTags &tags)
{
    string_view highway = tags["highway"];
    if (highway.empty() || tags.is("area", "yes"))
        return std::nullopt;
    OsmRoad road;
    constexpr string_view kLink = "_link";
    if (highway.ends_with(kLink)) {
        road.ramp = true;
        highway.remove_suffix(kLink.size());
    }
    const auto roadClass = find(kClasses, highway);
    if (!roadClass || !isOpen(tags))
        return std::nullopt;
    road.roadClass = *roadClass;
    road.roundabout = tags.is("junction", "roundabout") || tags.is("junction", "circular");
    road.bridge = tags.has("bridge");
    road.tunnel = tags.has("tunnel") && !tags.is("tunnel", "building_passage");
    const OneWay oneWay = oneWayOf(tags, road);
    road.forward.open = oneWay != OneWay::Backward;
    road.backward.open = oneWay != OneWay::Forward;
    setLanes(tags, road);
    setSpeeds(tags, road);
    const ClassDefaults &usual = kDefaults[static_cast<std::size_t>(road.roadClass)];
    const double laneCapacity = road.ramp ? usual.rampCapacityVehH : usual.laneCapacityVehH;
    road.forward.capacityVehH = road.forward.lanes * laneCapacity;
    road.backward.capacityVehH = road.backward.lanes * laneCapacity;
    return road;
}

std::optional<LineKind> lineKindOf(const OsmTags &tags)
{
    if (const auto kind = find(kRailLines, tags["railway"]))
        return kind;
    if (string_view highway = tags["highway"]; !highway.empty() && !tags.is("area", "yes")) {
        if (const auto kind = find(kHighwayLines, highway))
            return kind;
        if (highway.ends_with("_link"))
            highway.remove_suffix(5);
        // Closed to the public, or it would be a road.
        if (find(kClasses, highway))
            return LineKind::ServiceRoad;
    }
    if (const auto kind = find(kWaterLines, tags["waterway"]))
        return kind;
    if (tags.is("man_made", "pier") || tags.is("man_made", "breakwater"))
        return LineKind::Pier;
    if (tags.is("route", "ferry"))
        return LineKind::Ferry;
    const string_view aeroway = tags["aeroway"];
    if (aeroway == "runway" || aeroway == "taxiway")
        return LineKind::Runway;
    if (tags.has("aerialway") && !tags.is("aerialway", "pylon"))
        return LineKind::Cableway;
    if (tags.is("boundary", "administrative")) {
        constexpr double kMunicipality = 8;
        const auto level = leadingNumber(tags["admin_level"]);
        if (level && *level <= kMunicipality)
            return LineKind::Boundary;
    }
    return std::nullopt;
}

LineSet::Flag lineFlagOf(const OsmTags &tags)
{
    if (tags.has("tunnel") && !tags.is("tunnel", "building_passage"))
        return LineSet::Tunnel;
    return tags.has("bridge") ? LineSet::Bridge : LineSet::Plain;
}

std::optional<AreaKind> areaKindOf(const OsmTags &tags)
{
    if (tags.has("building") && !tags.is("location", "underground"))
        return AreaKind::Building;
    if (tags.is("waterway", "riverbank") || tags.is("waterway", "dock"))
        return AreaKind::Water;
    if (const auto kind = find(kNatural, tags["natural"]))
        return kind;
    if (const auto kind = find(kLeisure, tags["leisure"]))
        return kind;
    if (const auto kind = find(kAmenity, tags["amenity"])) {
        const bool below = *kind == AreaKind::Parking && tags.is("parking", "underground");
        return below ? std::nullopt : kind;
    }
    if (tags.is("man_made", "pier") || tags.is("man_made", "breakwater"))
        return AreaKind::Pier;
    const string_view highway = tags["highway"];
    const bool walked = highway == "pedestrian" || highway == "footway" || highway == "platform";
    if ((walked && tags.is("area", "yes")) || tags.is("area:highway", "pedestrian")
        || tags.is("place", "square"))
        return AreaKind::Plaza;
    if (const auto kind = find(kLandUse, tags["landuse"]))
        return kind;
    if (tags.is("aeroway", "aerodrome"))
        return AreaKind::Institution;
    if (tags.is("tourism", "zoo") || tags.is("tourism", "theme_park"))
        return AreaKind::Park;
    return std::nullopt;
}

std::optional<Place> placeOf(const OsmTags &tags)
{
    const string_view name = tags["name"];
    if (name.empty())
        return std::nullopt;
    std::optional<Naming> naming = find(kPlaces, tags["place"]);
    if (!naming)
        naming = pointNaming(tags);
    if (!naming)
        return std::nullopt;
    Place place;
    place.name = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    place.kind = naming->kind;
    place.rank = naming->rank;
    constexpr double kMostPeople = 1e9;
    const double population = leadingNumber(tags["population"]).value_or(0.0);
    if (population > 0.0 && population < kMostPeople)
        place.population = static_cast<std::int64_t>(population);
    constexpr std::int64_t kLargeTown = 100000;
    const bool settled = place.kind == PlaceKind::Town || place.kind == PlaceKind::Village;
    if (settled && (place.population >= kLargeTown || tags.is("capital", "yes")))
        place.rank = 0;
    return place;
}

} // namespace belvedere
