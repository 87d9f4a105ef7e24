// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/measures.h"
#include "scenario/edit_applier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

bool positive(double value)
{
    return value > 0.0 && std::isfinite(value);
}

tl::unexpected<Error> notPositive(const char *text, const QString &link, double value)
{
    return failure(Errc::Usage, text, {link, QString::number(value)});
}

double shapeLengthM(const std::vector<LonLat> &shape)
{
    double length = 0.0;
    for (std::size_t k = 1; k < shape.size(); ++k)
        length += distanceM(shape[k - 1], shape[k]);
    return length;
}

/// Trips spread over the other zones: as those of the zone are, or as all are.
Result<std::vector<double>> eventShares(const OdMatrix &matrix, std::size_t zone, bool arriving)
{
    const std::size_t zones = matrix.zoneCount();
    std::vector<double> own(zones, 0.0);
    std::vector<double> all(zones, 0.0);
    for (const OdPair &pair : matrix.pairs()) {
        const auto o = static_cast<std::size_t>(pair.origin);
        const auto d = static_cast<std::size_t>(pair.destination);
        const std::size_t here = arriving ? d : o;
        const std::size_t other = arriving ? o : d;
        if (other == zone)
            continue;
        all[other] += pair.trips;
        if (here == zone)
            own[other] += pair.trips;
    }
    double sum = std::accumulate(own.begin(), own.end(), 0.0);
    if (sum <= 0.0) {
        own = std::move(all);
        sum = std::accumulate(own.begin(), own.end(), 0.0);
    }
    if (sum <= 0.0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "There are no trips that show where guests of the event come from."));
    for (double &share : own)
        share /= sum;
    return own;
}

} // namespace

Result<> EditApplier::change(const CloseLinks &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    for (const std::size_t link : links)
        close(link);
    return {};
}

Result<> EditApplier::change(const ChangeLanes &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    if (edit.lanes < 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "Link %1 would have %2 lanes. Give it at least 1, or close it."),
            {linkKeyText(edit.links.front()), QString::number(edit.lanes)});
    for (const std::size_t link : links)
        if (m_drafts[m_periods.front()].lanes[link] < 1)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "The base case does not know how many lanes link %1 has. Change its capacity "
                    "instead."),
                {linkKeyText(m_links.keyOf(link))});
    forOpen(links, [&edit](Draft &draft, std::size_t link) {
        draft.network.links[link].delay.capacity *=
            static_cast<double>(edit.lanes) / draft.lanes[link];
        draft.lanes[link] = edit.lanes;
    });
    return {};
}

Result<> EditApplier::change(const ChangeSpeed &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    if (!positive(edit.limitKmh.value))
        return notPositive(
            QT_TRANSLATE_NOOP(
                "Error", "The speed limit of link %1 would be %2. Give more than 0, or close it."),
            linkKeyText(edit.links.front()), edit.limitKmh.value);
    if (!(edit.followed >= 0.0 && edit.followed <= 1.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The share that follows the limit is %1, not 0 to 1."),
            {QString::number(edit.followed)});
    for (const std::size_t link : links)
        if (!edit.limitKmh.relative && m_drafts[m_periods.front()].limitKmh[link] <= 0.0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "The base case does not know the speed on link %1. Give a factor instead."),
                {linkKeyText(m_links.keyOf(link))});
    forOpen(links, [&edit](Draft &draft, std::size_t link) {
        double ratio = edit.limitKmh.value;
        if (!edit.limitKmh.relative)
            ratio /= draft.limitKmh[link];
        draft.limitKmh[link] *= ratio;
        double &time = draft.network.links[link].delay.freeTime;
        const double running = time - draft.signalMin[link];
        time = running / (1.0 + edit.followed * (ratio - 1.0)) + draft.signalMin[link];
    });
    return {};
}

Result<> EditApplier::change(const ChangeCapacity &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    if (!positive(edit.vehH.value))
        return notPositive(
            QT_TRANSLATE_NOOP(
                "Error", "The capacity of link %1 would be %2. Give more than 0, or close it."),
            linkKeyText(edit.links.front()), edit.vehH.value);
    forOpen(links, [&edit](Draft &draft, std::size_t link) {
        double &capacity = draft.network.links[link].delay.capacity;
        capacity = edit.vehH.of(capacity);
    });
    return {};
}

Result<> EditApplier::change(const AddLink &edit)
{
    BV_TRY(const std::size_t from, findNode(edit.from));
    BV_TRY(const std::size_t to, findNode(edit.to));
    const QString name = linkKeyText({edit.from, edit.to, 0});
    if (from == to)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A new link from node %1 to itself goes nowhere."),
            {QString::number(edit.from)});
    RoadFacts road;
    road.name = edit.name;
    road.roadClass = edit.roadClass;
    road.lanes = edit.lanes;
    road.limitKmh = edit.limitKmh;
    road.shape = edit.shape;
    const std::vector<LonLat> &nodes = m_base->data().nodes;
    road.lengthM = edit.lengthM;
    if (edit.lengthM == 0.0 && edit.shape.size() >= 2)
        road.lengthM = shapeLengthM(edit.shape);
    else if (edit.lengthM == 0.0 && !nodes.empty())
        road.lengthM = distanceM(nodes[from], nodes[to]);
    if (!positive(road.lengthM))
        return notPositive(
            QT_TRANSLATE_NOOP(
                "Error", "The new link %1 would be %2 m long. Give its length in \"lengthM\"."),
            name, road.lengthM);
    if (!positive(edit.limitKmh))
        return notPositive(QT_TRANSLATE_NOOP("Error",
                               "The new link %1 would have a limit of %2 km/h. Give more than 0."),
            name, edit.limitKmh);
    if (!positive(edit.capacityVehH))
        return notPositive(QT_TRANSLATE_NOOP("Error",
                               "The new link %1 would have the capacity %2. Give more than 0."),
            name, edit.capacityVehH);
    if (edit.lanes < 1)
        return notPositive(
            QT_TRANSLATE_NOOP("Error", "The new link %1 would have %2 lanes. Give at least 1."),
            name, edit.lanes);
    AssignmentLink link;
    link.from = static_cast<std::int32_t>(from);
    link.to = static_cast<std::int32_t>(to);
    link.delay.freeTime = road.lengthM * 0.06 / edit.limitKmh;
    link.delay.capacity = edit.capacityVehH;
    link.length = road.lengthM / m_base->data().lengthUnitM;
    append(link, road);
    if (edit.bothWays) {
        std::swap(link.from, link.to);
        std::reverse(road.shape.begin(), road.shape.end());
        append(link, road);
    }
    return {};
}

Result<> EditApplier::change(const ChangeDirection &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    if (edit.change == DirectionChange::OneWay) {
        for (const std::size_t link : links) {
            const LinkKey key = m_links.keyOf(link);
            if (std::count(edit.links.begin(), edit.links.end(), LinkKey{key.to, key.from, key.nth})
                > 0)
                return failure(Errc::Usage,
                    QT_TRANSLATE_NOOP("Error",
                        "Both directions of link %1 are to be one-way, which would close the road. "
                        "Name the direction that stays."),
                    {linkKeyText(key)});
            BV_TRY(const std::vector<std::size_t> reverse,
                openLinks({LinkKey{key.to, key.from, key.nth}}));
            close(reverse.front());
        }
        return {};
    }
    for (const std::size_t link : links) {
        AssignmentLink reversed = m_drafts[m_periods.front()].network.links[link];
        std::swap(reversed.from, reversed.to);
        RoadFacts road = m_roads[link];
        std::reverse(road.shape.begin(), road.shape.end());
        close(link);
        append(reversed, road);
    }
    return {};
}

Result<> EditApplier::change(const SignalDelay &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    const double minutes = edit.seconds / 60.0;
    if (!std::isfinite(minutes))
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The delay at the signal is no number."));
    for (const std::size_t period : m_periods)
        for (const std::size_t link : links)
            if (const AssignmentLink &open = m_drafts[period].network.links[link];
                open.open && open.delay.freeTime + minutes < 0.0)
                return failure(Errc::Usage,
                    QT_TRANSLATE_NOOP("Error",
                        "Link %1 takes %2 s without traffic. A signal cannot take %3 s off it."),
                    {linkKeyText(m_links.keyOf(link)), QString::number(open.delay.freeTime * 60.0),
                        QString::number(-edit.seconds)});
    forOpen(links, [minutes](Draft &draft, std::size_t link) {
        draft.network.links[link].delay.freeTime += minutes;
        draft.signalMin[link] += minutes;
    });
    return {};
}

Result<> EditApplier::change(const ChargeToll &edit)
{
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    BV_TRY(const std::vector<std::size_t> classes, findClasses(edit.classes));
    if (edit.amounts.size() != 1 && edit.amounts.size() != links.size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "%1 tolls are given for %2 links. Give one, or one each."),
            {QString::number(edit.amounts.size()), QString::number(links.size())});
    for (const double amount : edit.amounts)
        if (!(amount >= 0.0) || !std::isfinite(amount))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "A toll of %1 makes no sense. Give 0 or more."),
                {QString::number(amount)});
    for (const std::size_t k : classes)
        if (m_drafts.front().network.classes[k].tollFactor <= 0.0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "The base case gives vehicles of the class \"%1\" no value of time, so that a "
                    "toll would change nothing. Set its toll factor, minutes a unit of toll."),
                {m_drafts.front().network.classes[k].name});
    for (const std::size_t period : m_periods) {
        AssignmentNetworkData &network = m_drafts[period].network;
        for (const std::size_t k : classes) {
            std::vector<double> &tolls = network.classes[k].tolls;
            if (tolls.empty())
                for (const AssignmentLink &link : network.links)
                    tolls.push_back(link.toll);
            for (std::size_t i = 0; i < links.size(); ++i)
                tolls[links[i]] += edit.amounts[edit.amounts.size() == 1 ? 0 : i];
        }
    }
    return {};
}

Result<> EditApplier::change(const LowEmissionZone &edit)
{
    BV_TRY(std::vector<std::size_t> links, openLinks(edit.links));
    if (edit.bannedClasses.isEmpty() && edit.vehicles.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The low-emission zone keeps nobody out. Name classes or types of vehicles."));
    if (!edit.bannedClasses.isEmpty()) {
        BV_TRY(const std::vector<std::size_t> classes, findClasses(edit.bannedClasses));
        for (const std::size_t period : m_periods)
            for (const std::size_t k : classes) {
                AssignmentNetworkData &network = m_drafts[period].network;
                network.classes[k].banned.resize(network.links.size(), 0);
                for (const std::size_t link : links)
                    network.classes[k].banned[link] = 1;
            }
    }
    if (edit.vehicles.isEmpty())
        return {};
    BV_TRY_VOID(wholeDay());
    // Checked now, so that the message names this edit.
    BV_TRY_VOID(withReplaced(m_fleets.front(), edit.vehicles, edit.replacement));
    m_zones.push_back({std::move(links), edit.vehicles, edit.replacement});
    return {};
}

Result<> EditApplier::change(const ChangeFleet &edit)
{
    BV_TRY_VOID(wholeDay());
    BV_TRY(const std::vector<std::size_t> classes, findClasses(edit.classes));
    Fleet fleet;
    fleet.id = QStringLiteral("edit-%1").arg(m_number);
    for (const auto &[vehicle, share] : edit.shares)
        fleet.shares.push_back({vehicle, share});
    BV_TRY_VOID(checkFleet(fleet));
    for (const std::size_t k : classes)
        m_fleets[k] = fleet;
    return {};
}

Result<> EditApplier::change(const DemandFactor &edit)
{
    BV_TRY(const std::vector<std::size_t> origins, findZones(edit.origins));
    BV_TRY(const std::vector<std::size_t> destinations, findZones(edit.destinations));
    BV_TRY(const std::vector<std::size_t> classes, findClasses(edit.classes));
    if (!(edit.factor >= 0.0) || !std::isfinite(edit.factor))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Trips times %1 make no sense. Give a factor of 0 or more."),
            {QString::number(edit.factor)});
    const std::size_t zones = m_base->network().zones().size();
    const auto marks = [zones](const std::vector<std::size_t> &chosen) {
        std::vector<bool> mark(zones, chosen.empty());
        for (const std::size_t zone : chosen)
            mark[zone] = true;
        return mark;
    };
    const std::vector<bool> from = marks(origins);
    const std::vector<bool> to = marks(destinations);
    for (const std::size_t period : m_periods)
        for (const std::size_t k : classes) {
            OdMatrix &matrix = m_drafts[period].demand[k];
            matrix = matrix.scaled(
                [&](std::size_t o, std::size_t d) { return from[o] && to[d] ? edit.factor : 1.0; });
        }
    return {};
}

Result<> EditApplier::change(const PlaceEvent &edit)
{
    BV_TRY(const std::vector<std::size_t> zones, findZones({edit.zone}));
    BV_TRY(const std::vector<std::size_t> classes,
        findClasses(edit.vehicleClass.isEmpty()
                ? QStringList{m_base->network().classes().front().name}
                : QStringList{edit.vehicleClass}));
    for (const double trips : {edit.tripsTo, edit.tripsFrom})
        if (!(trips >= 0.0) || !std::isfinite(trips))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "%1 trips to or from zone %2 make no sense."),
                {QString::number(trips), QString::number(edit.zone)});
    const auto zone = static_cast<std::int32_t>(zones.front());
    for (const std::size_t period : m_periods) {
        OdMatrix &matrix = m_drafts[period].demand[classes.front()];
        std::vector<OdPair> pairs = matrix.pairs();
        for (const bool arriving : {true, false}) {
            const double trips = arriving ? edit.tripsTo : edit.tripsFrom;
            if (trips == 0.0)
                continue;
            BV_TRY(const std::vector<double> shares, eventShares(matrix, zones.front(), arriving));
            for (std::size_t other = 0; other < shares.size(); ++other) {
                const auto there = static_cast<std::int32_t>(other);
                if (shares[other] > 0.0)
                    pairs.push_back(arriving ? OdPair{there, zone, trips * shares[other]}
                                             : OdPair{zone, there, trips * shares[other]});
            }
        }
        BV_TRY(matrix, OdMatrix::make(matrix.zoneCount(), std::move(pairs)));
    }
    return {};
}

Result<> EditApplier::change(const ChangeWeather &edit)
{
    if (!positive(edit.capacity) || !positive(edit.freeSpeed))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The weather leaves %1 of the capacity and %2 of the free speed. Both must be "
                "above "
                "0."),
            {QString::number(edit.capacity), QString::number(edit.freeSpeed)});
    for (const std::size_t period : m_periods) {
        Draft &draft = m_drafts[period];
        for (std::size_t link = 0; link < m_roads.size(); ++link) {
            if (m_roads[link].connector)
                continue;
            VolumeDelay &delay = draft.network.links[link].delay;
            delay.capacity *= edit.capacity;
            delay.freeTime =
                (delay.freeTime - draft.signalMin[link]) / edit.freeSpeed + draft.signalMin[link];
        }
    }
    return {};
}

Result<> EditApplier::change(const ApplyMeasures &edit)
{
    BV_TRY_VOID(wholeDay());
    BV_TRY(const std::vector<std::size_t> links, openLinks(edit.links));
    if (edit.measures.isEmpty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "No safety measure is named."));
    for (const QString &id : edit.measures) {
        BV_TRY(const CrashMeasure measure, crashMeasure(id));
        if (measure.junction)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "\"%1\" is a measure for junctions, whose crashes a scenario does not "
                    "predict. Take one for stretches of road."),
                {measure.id});
    }
    for (const std::size_t link : links) {
        QStringList &measures = m_measures[link];
        measures += edit.measures;
        BV_TRY_VOID(combineMeasures(measures));
    }
    return {};
}

} // namespace belvedere
