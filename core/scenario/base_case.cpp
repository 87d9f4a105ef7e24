// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/base_case.h"

#include "scenario/base_case_bytes.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

bool fits(std::size_t size, std::size_t wanted)
{
    return size == 0 || size == wanted;
}

bool notNegative(const std::vector<double> &values)
{
    return std::all_of(values.begin(), values.end(),
        [](double value) { return value >= 0.0 && std::isfinite(value); });
}

Result<> checkRoads(const BaseCaseData &data)
{
    if (data.roads.size() != data.network.links().size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "%1 roads are described, but the network has %2 links."),
            {QString::number(data.roads.size()), QString::number(data.network.links().size())});
    for (std::size_t link = 0; link < data.roads.size(); ++link) {
        const RoadFacts &road = data.roads[link];
        if (!(road.lengthM >= 0.0) || !std::isfinite(road.lengthM) || !(road.limitKmh >= 0.0)
            || !std::isfinite(road.limitKmh) || road.lanes < 0)
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "Link %1 has a length of %2 m, %3 lanes and a limit of %4 km/h. None may be "
                    "below 0."),
                {data.network.linkName(link), QString::number(road.lengthM),
                    QString::number(road.lanes), QString::number(road.limitKmh)});
    }
    return {};
}

Result<> checkPeriods(const BaseCaseData &data)
{
    if (data.periods.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "The base case has no demand. Give it at least one period."));
    double hours = 0.0;
    for (const DemandPeriod &period : data.periods) {
        hours += period.hours;
        if (!(period.hours > 0.0) || !(period.fromHour >= 0.0 && period.fromHour <= 24.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "Period \"%1\" begins at %2 and lasts %3 hours. Give it hours of a day."),
                {period.name, QString::number(period.fromHour), QString::number(period.hours)});
        if (period.demand.size() != data.network.classes().size())
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "Period \"%1\" has %2 matrices for %3 vehicle classes. Give one for each."),
                {period.name, QString::number(period.demand.size()),
                    QString::number(data.network.classes().size())});
        for (const OdMatrix &matrix : period.demand)
            if (matrix.zoneCount() != data.network.zones().size())
                return failure(Errc::Shape,
                    QT_TRANSLATE_NOOP(
                        "Error", "A matrix of period \"%1\" has %2 zones, but the network has %3."),
                    {period.name, QString::number(matrix.zoneCount()),
                        QString::number(data.network.zones().size())});
    }
    if (!(data.lengthUnitM > 0.0) || hours > 24.0 + 1e-9
        || !(data.shareOfDay > 0.0 && data.shareOfDay <= 1.0))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "The periods last %1 hours and carry %2 of a day's traffic. At most 24 hours and a "
                "share above 0, at most 1, make sense."),
            {QString::number(hours), QString::number(data.shareOfDay)});
    return {};
}

Result<> checkSurroundings(const BaseCaseData &data)
{
    const std::size_t zones = data.network.zones().size();
    if (!fits(data.nodes.size(), data.network.nodeCount()) || !fits(data.residents.size(), zones)
        || !fits(data.jobs.size(), zones)
        || data.population.places.size() != data.population.people.size()
        || data.fleets.size() != data.network.classes().size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Places of nodes, residents, jobs, population or fleets of the base case do not "
                "fit its network."));
    if (!notNegative(data.residents) || !notNegative(data.jobs)
        || !notNegative(data.population.people)
        || !notNegative({data.background.nox, data.background.pm25, data.crashCalibration}))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Residents, jobs, population, background and calibration must be 0 or more."));
    for (const LonLat place : data.nodes)
        if (!(std::abs(place.lon) <= 180.0) || !(std::abs(place.lat) <= 90.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "A node lies at longitude %1, latitude %2."),
                {QString::number(place.lon), QString::number(place.lat)});
    for (const EmergencyStation &station : data.stations)
        if (station.node < 0 || static_cast<std::size_t>(station.node) >= data.network.nodeCount())
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error", "Station \"%1\" lies at a node that there is not."),
                {station.name});
    for (const Fleet &fleet : data.fleets)
        BV_TRY_VOID(checkFleet(fleet));
    return {};
}

} // namespace

double DemandPeriod::middleHour() const
{
    return std::fmod(fromHour + hours / 2.0, 24.0);
}

Result<std::shared_ptr<const BaseCase>> BaseCase::make(BaseCaseData data)
{
    BV_TRY_VOID(checkRoads(data));
    BV_TRY_VOID(checkPeriods(data));
    BV_TRY_VOID(checkSurroundings(data));
    const std::shared_ptr<BaseCase> base(new BaseCase);
    base->m_hash = QString::fromLatin1(
        QCryptographicHash::hash(baseCaseBytes(data), QCryptographicHash::Sha256).toHex());
    base->m_links.emplace(data.network.data());
    if (!data.nodes.empty())
        base->m_plane = planeAbout(data.nodes);
    base->m_data = std::move(data);
    return std::shared_ptr<const BaseCase>(base);
}

QString BaseCase::linkTitle(std::size_t link) const
{
    const QString &name = m_data.roads[link].name;
    return name.isEmpty() ? linkKeyText(m_links->keyOf(link)) : name;
}

std::int32_t BaseCase::findZone(std::int64_t id) const
{
    const std::vector<AssignmentZone> &zones = m_data.network.zones();
    const auto found = std::find_if(
        zones.begin(), zones.end(), [id](const AssignmentZone &zone) { return zone.id == id; });
    return found == zones.end() ? -1 : static_cast<std::int32_t>(found - zones.begin());
}

std::int32_t BaseCase::reverseOf(std::size_t link) const
{
    const LinkKey key = m_links->keyOf(link);
    const auto reverse = m_links->find({key.to, key.from, key.nth});
    return reverse ? static_cast<std::int32_t>(*reverse) : -1;
}

std::int32_t BaseCase::findRoad(LinkId road) const
{
    if (!road.valid())
        return -1;
    // Roads stand in the order of the city's network, where they come from there.
    if (road.index() < m_data.roads.size() && m_data.roads[road.index()].road == road)
        return road.value;
    const auto found = std::find_if(m_data.roads.begin(), m_data.roads.end(),
        [road](const RoadFacts &facts) { return facts.road == road; });
    return found == m_data.roads.end() ? -1
                                       : static_cast<std::int32_t>(found - m_data.roads.begin());
}

LocalProjection planeAbout(const std::vector<LonLat> &places)
{
    LonLat low = places.front();
    LonLat high = low;
    for (const LonLat place : places) {
        low = {std::min(low.lon, place.lon), std::min(low.lat, place.lat)};
        high = {std::max(high.lon, place.lon), std::max(high.lat, place.lat)};
    }
    return LocalProjection({(low.lon + high.lon) / 2.0, (low.lat + high.lat) / 2.0});
}

std::vector<LonLat> linkShape(const AssignmentNetwork &network, const std::vector<RoadFacts> &roads,
    const std::vector<LonLat> &nodes, std::size_t link)
{
    if (roads[link].shape.size() >= 2)
        return roads[link].shape;
    if (nodes.empty())
        return {};
    const AssignmentLink &ends = network.links()[link];
    return {nodes[static_cast<std::size_t>(ends.from)], nodes[static_cast<std::size_t>(ends.to)]};
}

double freeSpeedKmh(const AssignmentLink &link, const RoadFacts &road)
{
    return link.delay.freeTime > 0.0 ? road.lengthM * 0.06 / link.delay.freeTime : 0.0;
}

} // namespace belvedere
