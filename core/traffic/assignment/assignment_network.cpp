// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/assignment_network.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

bool isIndex(std::int32_t value, std::size_t size)
{
    return value >= 0 && static_cast<std::size_t>(value) < size;
}

QString nameOf(const AssignmentNetworkData &data, std::size_t link)
{
    const auto id = [&data](std::int32_t node) {
        return isIndex(node, data.nodeIds.size())
            ? QString::number(data.nodeIds[static_cast<std::size_t>(node)])
            : QStringLiteral("?");
    };
    return id(data.links[link].from) + QLatin1Char('-') + id(data.links[link].to);
}

Result<> checkDelay(const VolumeDelay &delay, const QString &link)
{
    if (!(delay.capacity > 0.0) || !std::isfinite(delay.capacity))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Link %1 has the capacity %2. Give it a capacity above 0, or close the link."),
            {link, QString::number(delay.capacity)});
    if (!(delay.freeTime >= 0.0) || !std::isfinite(delay.freeTime))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP(
                "Error", "Link %1 has the free-flow time %2. It must be 0 or more minutes."),
            {link, QString::number(delay.freeTime)});
    const bool conical = delay.function == DelayFunction::Conical;
    const bool powerOk = conical ? delay.power > 1.0 : delay.power >= 0.0;
    if (!(delay.coefficient >= 0.0) || !powerOk || !std::isfinite(delay.coefficient + delay.power))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Link %1 has a delay function with coefficient %2 and power %3. Both must be 0 or "
                "more, the power of a conical function above 1."),
            {link, QString::number(delay.coefficient), QString::number(delay.power)});
    return {};
}

Result<> checkLink(const AssignmentNetworkData &data, std::size_t index)
{
    const AssignmentLink &link = data.links[index];
    if (!isIndex(link.from, data.nodeIds.size()) || !isIndex(link.to, data.nodeIds.size()))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Link %1 (number %2) begins or ends at a node that there is not. Add the node or "
                "remove the link."),
            {nameOf(data, index), QString::number(index + 1)});
    if (!link.open)
        return {};
    BV_TRY_VOID(checkDelay(link.delay, nameOf(data, index)));
    if (!std::isfinite(link.length) || !std::isfinite(link.toll))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "The length or the toll of link %1 is not a number."),
            {nameOf(data, index)});
    return {};
}

double fixedCostOf(const VehicleClass &vehicles, const AssignmentLink &link, std::size_t index)
{
    const double toll = vehicles.tolls.empty() ? link.toll : vehicles.tolls[index];
    return vehicles.tollFactor * toll + vehicles.lengthFactor * link.length;
}

Result<> checkClass(const AssignmentNetworkData &data, const VehicleClass &vehicles)
{
    const std::size_t links = data.links.size();
    if ((!vehicles.tolls.empty() && vehicles.tolls.size() != links)
        || (!vehicles.banned.empty() && vehicles.banned.size() != links))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The tolls or bans of the vehicle class \"%1\" are not one for each of %2 links."),
            {vehicles.name, QString::number(links)});
    if (!(vehicles.carEquivalents > 0.0) || !std::isfinite(vehicles.carEquivalents))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "A vehicle of the class \"%1\" counts as %2 cars. It must be more than 0."),
            {vehicles.name, QString::number(vehicles.carEquivalents)});
    for (std::size_t index = 0; index < links; ++index) {
        const AssignmentLink &link = data.links[index];
        if (!link.open || (!vehicles.banned.empty() && vehicles.banned[index] != 0))
            continue;
        const double fixed = fixedCostOf(vehicles, link, index);
        if (!std::isfinite(fixed) || fixed + link.delay.freeTime < 0.0)
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "Link %1 costs %2 minutes at no traffic. A cost below 0 has no equilibrium: "
                    "check its toll and length and their factors."),
                {nameOf(data, index), QString::number(fixed + link.delay.freeTime)});
    }
    return {};
}

Result<> checkZones(const AssignmentNetworkData &data)
{
    if (!data.noThrough.empty() && data.noThrough.size() != data.nodeIds.size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "%1 nodes say whether routes may pass, but the network has %2 nodes."),
            {QString::number(data.noThrough.size()), QString::number(data.nodeIds.size())});
    std::vector<std::uint8_t> taken(data.nodeIds.size(), 0);
    for (const AssignmentZone &zone : data.zones) {
        if (!isIndex(zone.node, data.nodeIds.size()))
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error", "Zone %1 lies at a node that there is not."),
                {QString::number(zone.id)});
        if (taken[static_cast<std::size_t>(zone.node)]++ != 0)
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP(
                    "Error", "Zone %1 lies at the node of another zone. Give each its own node."),
                {QString::number(zone.id)});
    }
    return {};
}

Result<> checkTurn(const AssignmentNetworkData &data, const TurnRule &turn)
{
    if (!isIndex(turn.fromLink, data.links.size()) || !isIndex(turn.toLink, data.links.size()))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "A turn from link number %1 to link number %2 names a link that there is not."),
            {QString::number(turn.fromLink + 1), QString::number(turn.toLink + 1)});
    const auto from = static_cast<std::size_t>(turn.fromLink);
    const auto to = static_cast<std::size_t>(turn.toLink);
    if (data.links[from].to != data.links[to].from)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The links %1 and %2 of a turn do not meet."),
            {nameOf(data, from), nameOf(data, to)});
    if (!turn.banned && (!(turn.penaltyMin >= 0.0) || !std::isfinite(turn.penaltyMin)))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "The turn from link %1 to link %2 costs %3 minutes. It must be 0 or more."),
            {nameOf(data, from), nameOf(data, to), QString::number(turn.penaltyMin)});
    return {};
}

} // namespace

Result<AssignmentNetwork> AssignmentNetwork::make(AssignmentNetworkData data)
{
    for (std::size_t index = 0; index < data.links.size(); ++index)
        BV_TRY_VOID(checkLink(data, index));
    BV_TRY_VOID(checkZones(data));
    for (const TurnRule &turn : data.turns)
        BV_TRY_VOID(checkTurn(data, turn));
    if (data.classes.empty())
        return failure(
            Errc::Shape, QT_TRANSLATE_NOOP("Error", "The network has no vehicle class."));
    for (const VehicleClass &vehicles : data.classes)
        BV_TRY_VOID(checkClass(data, vehicles));
    AssignmentNetwork network;
    network.m_data = std::move(data);
    return network;
}

QString AssignmentNetwork::linkName(std::size_t link) const
{
    return nameOf(m_data, link);
}

double AssignmentNetwork::fixedCost(std::size_t vehicleClass, std::size_t link) const
{
    return fixedCostOf(m_data.classes[vehicleClass], m_data.links[link], link);
}

bool AssignmentNetwork::usable(std::size_t vehicleClass, std::size_t link) const
{
    const std::vector<std::uint8_t> &banned = m_data.classes[vehicleClass].banned;
    return m_data.links[link].open && (banned.empty() || banned[link] == 0);
}

std::int32_t AssignmentNetwork::findLink(std::int64_t fromId, std::int64_t toId) const
{
    const auto found =
        std::find_if(m_data.links.begin(), m_data.links.end(), [&](const AssignmentLink &link) {
            return m_data.nodeIds[static_cast<std::size_t>(link.from)] == fromId
                && m_data.nodeIds[static_cast<std::size_t>(link.to)] == toId;
        });
    return found == m_data.links.end() ? -1
                                       : static_cast<std::int32_t>(found - m_data.links.begin());
}

} // namespace belvedere
