// SPDX-License-Identifier: GPL-3.0-or-later
// core/traffic/assignment owns static traffic assignment: from a network with volume-delay
// functions and a matrix of trips to flows, times and routes. It knows no files and no map.
#pragma once

#include "base/result.h"
#include "traffic/assignment/volume_delay.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace belvedere {

struct AssignmentLink
{
    std::int32_t from = -1; ///< position of a node
    std::int32_t to = -1;
    VolumeDelay delay;
    double length = 0.0; ///< any unit; in the cost by VehicleClass::lengthFactor
    double toll = 0.0; ///< any unit; in the cost by VehicleClass::tollFactor
    bool open = true; ///< a closed link keeps its position, so that results stay comparable
};

/// From one link into another at the node between them.
struct TurnRule
{
    std::int32_t fromLink = -1;
    std::int32_t toLink = -1;
    bool banned = true;
    double penaltyMin = 0.0; ///< where not banned
};

/// Vehicles that share a cost. Cost in minutes = time + tollFactor toll + lengthFactor length.
struct VehicleClass
{
    QString name;
    double carEquivalents = 1.0; ///< passenger-car units of one vehicle
    double tollFactor = 0.0; ///< minutes a unit of toll: 60 / value of time per hour
    double lengthFactor = 0.0; ///< minutes a unit of length
    std::vector<double> tolls; ///< [links] instead of the links' own; empty = theirs
    std::vector<std::uint8_t> banned; ///< [links] not 0 = may not enter; empty = all may
};

struct AssignmentZone
{
    std::int64_t id = 0; ///< as in its file
    std::int32_t node = -1;
};

/// What a network is made of; edits copy it, change it and make a new network.
struct AssignmentNetworkData
{
    std::vector<std::int64_t> nodeIds; ///< [nodes] as in their file
    std::vector<std::uint8_t> noThrough; ///< [nodes] not 0 = routes only begin or end; empty = none
    std::vector<AssignmentZone> zones; ///< rows and columns of a matrix, in its order
    std::vector<AssignmentLink> links;
    std::vector<TurnRule> turns;
    std::vector<VehicleClass> classes = {VehicleClass()};
};

/// A directed network that can be assigned; immutable once made.
class AssignmentNetwork
{
public:
    AssignmentNetwork() = default;

    /// @return Errc::Shape for a link, zone or turn that does not fit, Errc::Numeric for a zero
    /// capacity or a negative cost; named with link or zone.
    [[nodiscard]] static Result<AssignmentNetwork> make(AssignmentNetworkData data);

    [[nodiscard]] const AssignmentNetworkData &data() const { return m_data; }
    [[nodiscard]] const std::vector<AssignmentLink> &links() const { return m_data.links; }
    [[nodiscard]] const std::vector<AssignmentZone> &zones() const { return m_data.zones; }
    [[nodiscard]] const std::vector<VehicleClass> &classes() const { return m_data.classes; }
    [[nodiscard]] std::size_t nodeCount() const { return m_data.nodeIds.size(); }
    /// "63-62", by the ids of its ends.
    [[nodiscard]] QString linkName(std::size_t link) const;
    /// Minutes that a class pays on a link besides its time: toll and length.
    [[nodiscard]] double fixedCost(std::size_t vehicleClass, std::size_t link) const;
    /// Whether a class may use a link: it is open and not banned.
    [[nodiscard]] bool usable(std::size_t vehicleClass, std::size_t link) const;
    /// The first link between two nodes named as in their file; -1 = none.
    [[nodiscard]] std::int32_t findLink(std::int64_t fromId, std::int64_t toId) const;

private:
    AssignmentNetworkData m_data;
};

} // namespace belvedere
