// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "city/road_network.h"
#include "environment/dispersion/stability.h"
#include "environment/emission/fleet.h"
#include "environment/exposure/population.h"
#include "scenario/link_key.h"
#include "traffic/assignment/od_matrix.h"

#include <memory>
#include <optional>
#include <vector>

namespace belvedere {

/// What an assignment need not know of a link.
struct RoadFacts
{
    double lengthM = 0.0;
    int lanes = 0; ///< 0 = not known
    double limitKmh = 0.0; ///< 0 = not known, the free speed stands for it
    RoadClass roadClass = RoadClass::Secondary;
    bool connector = false; ///< from a zone to the roads: no road: emits nothing, no crashes
    QString name; ///< empty = has none
    LinkId road; ///< in the city's road network; invalid = not from there
    std::vector<LonLat> shape; ///< from end to end; empty = straight between its nodes
};

/// A part of the day with one matrix for each class of vehicles.
struct DemandPeriod
{
    QString name; ///< "Morning peak"
    double fromHour = 7.0;
    double hours = 1.0;
    std::vector<OdMatrix> demand; ///< [classes] vehicles per hour

    [[nodiscard]] double middleHour() const;
};

/// Where an ambulance or a fire engine stands.
struct EmergencyStation
{
    QString name;
    std::int32_t node = -1;
};

/// What is in the air without the traffic of the network, yearly means in µg/m³.
struct AirBackground
{
    double nox = 0.0;
    double pm25 = 0.0;
};

struct BaseCaseData
{
    QString title;
    QString source; ///< where network and demand come from, in a sentence
    bool syntheticDemand = false; ///< by a gravity model: to be said beside each figure
    AssignmentNetwork network;
    std::vector<RoadFacts> roads; ///< [links]
    double lengthUnitM = 1.0; ///< metres of one unit of AssignmentLink::length
    std::vector<LonLat> nodes; ///< [nodes]; empty = no places are known: no map and no air
    std::vector<DemandPeriod> periods;
    double shareOfDay = 0.1; ///< of a day's traffic that the periods carry together, 0 … 1
    std::vector<Fleet> fleets; ///< [classes]
    std::vector<double> residents; ///< [zones]; empty = departing trips stand for them
    std::vector<double> jobs; ///< [zones]; empty = arriving trips stand for them
    Population population; ///< on `plane()`; no places = residents at their zones, if known
    std::vector<EmergencyStation> stations;
    std::vector<WeatherHour> weather; ///< hours of a year; empty = an even wind is assumed
    AirBackground background;
    double crashCalibration = 1.0; ///< observed / predicted crashes of the own region
};

/// A city and its traffic as they are, from which scenarios start; immutable.
class BaseCase
{
public:
    /// @return Errc::Shape, Errc::Numeric naming link, zone, period or class.
    [[nodiscard]] static Result<std::shared_ptr<const BaseCase>> make(BaseCaseData data);

    [[nodiscard]] const BaseCaseData &data() const { return m_data; }
    [[nodiscard]] const AssignmentNetwork &network() const { return m_data.network; }
    [[nodiscard]] const LinkIndex &links() const { return *m_links; }
    /// SHA-256 of all that a run depends on; a scenario keeps that of its base.
    [[nodiscard]] const QString &hash() const { return m_hash; }
    /// Metres about the middle of the nodes.
    [[nodiscard]] const LocalProjection &plane() const { return m_plane; }
    /// The name of the road, or "10-16".
    [[nodiscard]] QString linkTitle(std::size_t link) const;
    /// Position of a zone by its id; -1 = none.
    [[nodiscard]] std::int32_t findZone(std::int64_t id) const;
    /// Position of the other direction of the same road; -1 = one-way.
    [[nodiscard]] std::int32_t reverseOf(std::size_t link) const;
    /// Position by the city's road network; -1 = not in the base.
    [[nodiscard]] std::int32_t findRoad(LinkId road) const;
    [[nodiscard]] bool hasMap() const { return !m_data.nodes.empty(); }

private:
    BaseCase() = default;

    BaseCaseData m_data;
    std::optional<LinkIndex> m_links;
    LocalProjection m_plane;
    QString m_hash;
};

/// Metres about the middle of some places; at least one.
[[nodiscard]] LocalProjection planeAbout(const std::vector<LonLat> &places);

/// From end to end, with at least two points; empty where no places are known.
[[nodiscard]] std::vector<LonLat> linkShape(const AssignmentNetwork &network,
    const std::vector<RoadFacts> &roads, const std::vector<LonLat> &nodes, std::size_t link);

/// Free speed of a link without traffic and signals, km/h; 0 where length or time are 0.
[[nodiscard]] double freeSpeedKmh(const AssignmentLink &link, const RoadFacts &road);

} // namespace belvedere
