// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/base_case_bytes.h"

#include "data/store/byte_stream.h"

#include <limits>

namespace belvedere {

namespace {

constexpr std::uint64_t kVersion = 1;

template <class T, class F> void writeAll(ByteWriter &out, const std::vector<T> &values, F write)
{
    out.number(values.size());
    for (const T &value : values)
        write(value);
}

template <class T, class F> void readAll(ByteReader &in, std::vector<T> &values, F read)
{
    const std::size_t count = in.count();
    values.reserve(count);
    for (std::size_t k = 0; k < count && in.good(); ++k)
        values.push_back(read());
}

void writeReals(ByteWriter &out, const std::vector<double> &values)
{
    writeAll(out, values, [&out](double value) { out.real(value); });
}

void readReals(ByteReader &in, std::vector<double> &values)
{
    readAll(in, values, [&in] { return in.real(); });
}

void writeMarks(ByteWriter &out, const std::vector<std::uint8_t> &marks)
{
    writeAll(out, marks, [&out](std::uint8_t mark) { out.byte(mark); });
}

void readMarks(ByteReader &in, std::vector<std::uint8_t> &marks)
{
    readAll(in, marks, [&in] { return in.byte(); });
}

void writePlace(ByteWriter &out, LonLat place)
{
    out.real(place.lon);
    out.real(place.lat);
}

LonLat readPlace(ByteReader &in)
{
    const double lon = in.real();
    return {lon, in.real()};
}

/// An int that was written as a signed number; damage is caught by the checks of make().
int readInt(ByteReader &in)
{
    const std::int64_t value = in.signedNumber();
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        in.fail();
    return static_cast<int>(value);
}

void writeNetwork(ByteWriter &out, const AssignmentNetworkData &network)
{
    writeAll(out, network.nodeIds, [&out](std::int64_t id) { out.signedNumber(id); });
    writeMarks(out, network.noThrough);
    writeAll(out, network.zones, [&out](const AssignmentZone &zone) {
        out.signedNumber(zone.id);
        out.signedNumber(zone.node);
    });
    writeAll(out, network.links, [&out](const AssignmentLink &link) {
        out.signedNumber(link.from);
        out.signedNumber(link.to);
        out.byte(static_cast<std::uint8_t>(link.delay.function));
        for (const double value : {link.delay.freeTime, link.delay.capacity, link.delay.coefficient,
                 link.delay.power, link.length, link.toll})
            out.real(value);
        out.byte(link.open ? 1 : 0);
    });
    writeAll(out, network.turns, [&out](const TurnRule &turn) {
        out.signedNumber(turn.fromLink);
        out.signedNumber(turn.toLink);
        out.byte(turn.banned ? 1 : 0);
        out.real(turn.penaltyMin);
    });
    writeAll(out, network.classes, [&out](const VehicleClass &vehicles) {
        out.text(vehicles.name);
        for (const double value :
            {vehicles.carEquivalents, vehicles.tollFactor, vehicles.lengthFactor})
            out.real(value);
        writeReals(out, vehicles.tolls);
        writeMarks(out, vehicles.banned);
    });
}

AssignmentLink readLink(ByteReader &in)
{
    AssignmentLink link;
    link.from = readInt(in);
    link.to = readInt(in);
    const std::uint8_t function = in.byte();
    if (function > static_cast<std::uint8_t>(DelayFunction::Conical))
        in.fail();
    link.delay.function = static_cast<DelayFunction>(function);
    for (double *value : {&link.delay.freeTime, &link.delay.capacity, &link.delay.coefficient,
             &link.delay.power, &link.length, &link.toll})
        *value = in.real();
    link.open = in.byte() != 0;
    return link;
}

VehicleClass readClass(ByteReader &in)
{
    VehicleClass vehicles;
    vehicles.name = in.text();
    for (double *value : {&vehicles.carEquivalents, &vehicles.tollFactor, &vehicles.lengthFactor})
        *value = in.real();
    readReals(in, vehicles.tolls);
    readMarks(in, vehicles.banned);
    return vehicles;
}

AssignmentNetworkData readNetwork(ByteReader &in)
{
    AssignmentNetworkData network;
    readAll(in, network.nodeIds, [&in] { return in.signedNumber(); });
    readMarks(in, network.noThrough);
    readAll(in, network.zones, [&in] {
        AssignmentZone zone;
        zone.id = in.signedNumber();
        zone.node = readInt(in);
        return zone;
    });
    readAll(in, network.links, [&in] { return readLink(in); });
    readAll(in, network.turns, [&in] {
        TurnRule turn;
        turn.fromLink = readInt(in);
        turn.toLink = readInt(in);
        turn.banned = in.byte() != 0;
        turn.penaltyMin = in.real();
        return turn;
    });
    network.classes.clear();
    readAll(in, network.classes, [&in] { return readClass(in); });
    return network;
}

void writeRoad(ByteWriter &out, const RoadFacts &road)
{
    out.real(road.lengthM);
    out.signedNumber(road.lanes);
    out.real(road.limitKmh);
    out.byte(static_cast<std::uint8_t>(road.roadClass));
    out.byte(road.connector ? 1 : 0);
    out.text(road.name);
    out.signedNumber(road.road.value);
    writeAll(out, road.shape, [&out](LonLat place) { writePlace(out, place); });
}

RoadFacts readRoad(ByteReader &in)
{
    RoadFacts road;
    road.lengthM = in.real();
    road.lanes = readInt(in);
    road.limitKmh = in.real();
    const std::uint8_t roadClass = in.byte();
    if (roadClass >= kRoadClassCount)
        in.fail();
    road.roadClass = static_cast<RoadClass>(roadClass);
    road.connector = in.byte() != 0;
    road.name = in.text();
    road.road = LinkId(readInt(in));
    readAll(in, road.shape, [&in] { return readPlace(in); });
    return road;
}

void writePeriod(ByteWriter &out, const DemandPeriod &period)
{
    out.text(period.name);
    out.real(period.fromHour);
    out.real(period.hours);
    writeAll(out, period.demand, [&out](const OdMatrix &matrix) {
        out.number(matrix.zoneCount());
        writeAll(out, matrix.pairs(), [&out](const OdPair &pair) {
            out.signedNumber(pair.origin);
            out.signedNumber(pair.destination);
            out.real(pair.trips);
        });
    });
}

Result<DemandPeriod> readPeriod(ByteReader &in)
{
    DemandPeriod period;
    period.name = in.text();
    period.fromHour = in.real();
    period.hours = in.real();
    const std::size_t matrices = in.count();
    for (std::size_t k = 0; k < matrices && in.good(); ++k) {
        const std::size_t zones = in.count();
        std::vector<OdPair> pairs;
        readAll(in, pairs, [&in] {
            OdPair pair;
            pair.origin = readInt(in);
            pair.destination = readInt(in);
            pair.trips = in.real();
            return pair;
        });
        BV_TRY(OdMatrix matrix, OdMatrix::make(zones, std::move(pairs)));
        period.demand.push_back(std::move(matrix));
    }
    return period;
}

void writeFleet(ByteWriter &out, const Fleet &fleet)
{
    out.text(fleet.id);
    out.text(fleet.title);
    out.text(fleet.note);
    writeAll(out, fleet.shares, [&out](const FleetShare &share) {
        out.text(share.vehicle);
        out.real(share.share);
    });
}

Fleet readFleet(ByteReader &in)
{
    Fleet fleet;
    fleet.id = in.text();
    fleet.title = in.text();
    fleet.note = in.text();
    readAll(in, fleet.shares, [&in] {
        FleetShare share;
        share.vehicle = in.text();
        share.share = in.real();
        return share;
    });
    return fleet;
}

void writeSurroundings(ByteWriter &out, const BaseCaseData &data)
{
    writeReals(out, data.residents);
    writeReals(out, data.jobs);
    writeAll(out, data.population.places, [&out](PointM place) {
        out.real(place.x);
        out.real(place.y);
    });
    writeReals(out, data.population.people);
    out.byte(data.population.proxy ? 1 : 0);
    writeAll(out, data.stations, [&out](const EmergencyStation &station) {
        out.text(station.name);
        out.signedNumber(station.node);
    });
    writeAll(out, data.weather, [&out](const WeatherHour &hour) {
        out.real(hour.windFromDeg);
        out.real(hour.windSpeedMs);
        out.byte(static_cast<std::uint8_t>(hour.stability));
    });
    out.real(data.background.nox);
    out.real(data.background.pm25);
    out.real(data.crashCalibration);
}

void readSurroundings(ByteReader &in, BaseCaseData &data)
{
    readReals(in, data.residents);
    readReals(in, data.jobs);
    readAll(in, data.population.places, [&in] {
        const double x = in.real();
        return PointM{x, in.real()};
    });
    readReals(in, data.population.people);
    data.population.proxy = in.byte() != 0;
    readAll(in, data.stations, [&in] {
        EmergencyStation station;
        station.name = in.text();
        station.node = readInt(in);
        return station;
    });
    readAll(in, data.weather, [&in] {
        WeatherHour hour;
        hour.windFromDeg = in.real();
        hour.windSpeedMs = in.real();
        const std::uint8_t stability = in.byte();
        if (stability >= kStabilityCount)
            in.fail();
        hour.stability = static_cast<Stability>(stability);
        return hour;
    });
    data.background.nox = in.real();
    data.background.pm25 = in.real();
    data.crashCalibration = in.real();
}

tl::unexpected<Error> damaged()
{
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "The base case is damaged. Make it again from its sources."));
}

} // namespace

QByteArray baseCaseBytes(const BaseCaseData &data)
{
    ByteWriter out;
    out.number(kVersion);
    out.text(data.title);
    out.text(data.source);
    out.byte(data.syntheticDemand ? 1 : 0);
    writeNetwork(out, data.network.data());
    writeAll(out, data.roads, [&out](const RoadFacts &road) { writeRoad(out, road); });
    writeAll(out, data.nodes, [&out](LonLat place) { writePlace(out, place); });
    writeAll(out, data.periods, [&out](const DemandPeriod &period) { writePeriod(out, period); });
    out.real(data.lengthUnitM);
    out.real(data.shareOfDay);
    writeAll(out, data.fleets, [&out](const Fleet &fleet) { writeFleet(out, fleet); });
    writeSurroundings(out, data);
    return out.bytes();
}

Result<std::shared_ptr<const BaseCase>> baseCaseOf(const QByteArray &bytes)
{
    ByteReader in(bytes);
    if (const std::uint64_t version = in.number(); in.good() && version != kVersion)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The base case was written by another version of the program (layout %1). Make it "
                "again from its sources."),
            {QString::number(version)});
    BaseCaseData data;
    data.title = in.text();
    data.source = in.text();
    data.syntheticDemand = in.byte() != 0;
    AssignmentNetworkData network = readNetwork(in);
    if (!in.good())
        return damaged();
    BV_TRY(data.network, AssignmentNetwork::make(std::move(network)));
    readAll(in, data.roads, [&in] { return readRoad(in); });
    readAll(in, data.nodes, [&in] { return readPlace(in); });
    const std::size_t periods = in.count();
    for (std::size_t k = 0; k < periods && in.good(); ++k) {
        BV_TRY(DemandPeriod period, readPeriod(in));
        data.periods.push_back(std::move(period));
    }
    data.lengthUnitM = in.real();
    data.shareOfDay = in.real();
    readAll(in, data.fleets, [&in] { return readFleet(in); });
    readSurroundings(in, data);
    if (!in.good() || !in.atEnd())
        return damaged();
    return BaseCase::make(std::move(data));
}

} // namespace belvedere
