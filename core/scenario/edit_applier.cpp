// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/edit_applier.h"

#include "safety/crash/measures.h"

#include <algorithm>
#include <numeric>

namespace belvedere {

EditApplier::EditApplier(const std::shared_ptr<const BaseCase> &base)
    : m_base(base)
    , m_roads(base->data().roads)
    , m_links(base->links())
    , m_fleets(base->data().fleets)
{
    Draft draft;
    draft.network = base->network().data();
    draft.signalMin.assign(m_roads.size(), 0.0);
    for (std::size_t link = 0; link < m_roads.size(); ++link) {
        const RoadFacts &road = m_roads[link];
        draft.limitKmh.push_back(
            road.limitKmh > 0.0 ? road.limitKmh : freeSpeedKmh(draft.network.links[link], road));
        draft.lanes.push_back(road.lanes);
    }
    for (const DemandPeriod &period : base->data().periods) {
        draft.demand = period.demand;
        m_drafts.push_back(draft);
    }
    for (std::size_t node = 0; node < draft.network.nodeIds.size(); ++node)
        m_nodes.emplace(draft.network.nodeIds[node], node);
}

Result<> EditApplier::apply(const Edit &edit, std::size_t number)
{
    m_number = number;
    Result<> done = findPeriods(edit);
    if (done)
        done = std::visit([this](const auto &body) { return change(body); }, edit.body);
    if (!done)
        done.error().where = QStringLiteral("Edit %1 (%2)").arg(number).arg(editKind(edit.body));
    return done;
}

Result<> EditApplier::findPeriods(const Edit &edit)
{
    const std::vector<DemandPeriod> &periods = m_base->data().periods;
    m_periods.clear();
    QStringList known;
    for (std::size_t period = 0; period < periods.size(); ++period) {
        if (!edit.window || edit.window->contains(periods[period].middleHour()))
            m_periods.push_back(period);
        known.append(QStringLiteral("%1-%2")
                         .arg(periods[period].fromHour)
                         .arg(periods[period].fromHour + periods[period].hours));
    }
    if (edit.window
        && (!(edit.window->fromHour >= 0.0 && edit.window->fromHour <= 24.0)
            || !(edit.window->toHour >= 0.0 && edit.window->toHour <= 24.0)))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The hours %1 to %2 are not hours of a day, 0 to 24."),
            {QString::number(edit.window->fromHour), QString::number(edit.window->toHour)});
    if (m_periods.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "No period of the base case has its middle between %1 and %2 o'clock. Its periods "
                "are: %3."),
            {QString::number(edit.window->fromHour), QString::number(edit.window->toHour),
                known.join(QLatin1String(", "))});
    return {};
}

Result<std::vector<std::size_t>> EditApplier::openLinks(const std::vector<LinkKey> &keys) const
{
    if (keys.empty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "No link is named."));
    std::vector<std::size_t> links;
    for (const LinkKey key : keys) {
        const std::optional<std::size_t> link = m_links.find(key);
        if (!link)
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error",
                    "There is no link %1 in the base case. Check that the scenario belongs to it."),
                {linkKeyText(key)});
        const bool open = std::any_of(m_periods.begin(), m_periods.end(),
            [&](std::size_t period) { return m_drafts[period].network.links[*link].open; });
        if (const auto closed = m_closedBy.find(*link); !open && closed != m_closedBy.end())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "Link %1 was closed by edit %2. Remove one of the two edits."),
                {linkKeyText(key), QString::number(closed->second)});
        if (!open)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Link %1 is closed in the base case."),
                {linkKeyText(key)});
        if (std::find(links.begin(), links.end(), *link) != links.end())
            return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "Link %1 is named twice."),
                {linkKeyText(key)});
        links.push_back(*link);
    }
    return links;
}

Result<std::size_t> EditApplier::findNode(std::int64_t id) const
{
    const auto found = m_nodes.find(id);
    if (found == m_nodes.end())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no node %1 in the base case."),
            {QString::number(id)});
    return found->second;
}

Result<std::vector<std::size_t>> EditApplier::findZones(const std::vector<std::int64_t> &ids) const
{
    std::vector<std::size_t> zones;
    for (const std::int64_t id : ids) {
        const std::int32_t zone = m_base->findZone(id);
        if (zone < 0)
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "There is no zone %1 in the base case."),
                {QString::number(id)});
        zones.push_back(static_cast<std::size_t>(zone));
    }
    return zones;
}

Result<std::vector<std::size_t>> EditApplier::findClasses(const QStringList &names) const
{
    const std::vector<VehicleClass> &classes = m_base->network().classes();
    std::vector<std::size_t> result(names.isEmpty() ? classes.size() : 0);
    std::iota(result.begin(), result.end(), std::size_t(0));
    QStringList known;
    for (const VehicleClass &vehicles : classes)
        known.append(vehicles.name);
    for (const QString &name : names) {
        const qsizetype found = known.indexOf(name);
        if (found < 0)
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "There is no vehicle class \"%1\". There is: %2."),
                {name, known.join(QLatin1String(", "))});
        result.push_back(static_cast<std::size_t>(found));
    }
    return result;
}

void EditApplier::close(std::size_t link)
{
    for (const std::size_t period : m_periods)
        m_drafts[period].network.links[link].open = false;
    m_closedBy[link] = m_number;
}

/// Open in the periods of the edit alone.
void EditApplier::append(const AssignmentLink &link, const RoadFacts &road)
{
    const std::vector<std::int64_t> &ids = m_drafts.front().network.nodeIds;
    m_links.add(ids[static_cast<std::size_t>(link.from)], ids[static_cast<std::size_t>(link.to)]);
    m_roads.push_back(road);
    for (std::size_t period = 0; period < m_drafts.size(); ++period) {
        Draft &draft = m_drafts[period];
        draft.network.links.push_back(link);
        draft.network.links.back().open =
            std::find(m_periods.begin(), m_periods.end(), period) != m_periods.end();
        for (VehicleClass &vehicles : draft.network.classes) {
            if (!vehicles.tolls.empty())
                vehicles.tolls.push_back(link.toll);
            if (!vehicles.banned.empty())
                vehicles.banned.push_back(0);
        }
        draft.limitKmh.push_back(road.limitKmh);
        draft.lanes.push_back(road.lanes);
        draft.signalMin.push_back(0.0);
    }
}

Result<> EditApplier::wholeDay() const
{
    if (m_periods.size() == m_drafts.size())
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP(
            "Error", "Fleets and safety measures hold all day. Take the hours off this edit."));
}

Result<> EditApplier::finishFleets(AppliedCase &result)
{
    result.fleets = m_fleets;
    if (m_zones.empty())
        return {};
    const std::size_t classes = m_fleets.size();
    result.fleetOfLink.assign(classes, {});
    for (std::size_t k = 0; k < classes; ++k)
        result.fleetOfLink[k].assign(m_roads.size(), static_cast<std::uint16_t>(k));
    for (const Zone &zone : m_zones)
        for (std::size_t k = 0; k < classes; ++k) {
            std::map<std::uint16_t, std::uint16_t> cleaner; // zones within zones
            for (const std::size_t link : zone.links) {
                std::uint16_t &fleet = result.fleetOfLink[k][link];
                auto found = cleaner.find(fleet);
                if (found == cleaner.end()) {
                    BV_TRY(Fleet replaced,
                        withReplaced(result.fleets[fleet], zone.vehicles, zone.replacement));
                    found = cleaner.emplace(fleet, static_cast<std::uint16_t>(result.fleets.size()))
                                .first;
                    result.fleets.push_back(std::move(replaced));
                }
                fleet = found->second;
            }
        }
    return {};
}

namespace {

bool sameLink(const AssignmentLink &a, const AssignmentLink &b)
{
    return a.from == b.from && a.to == b.to && a.delay == b.delay && a.length == b.length
        && a.toll == b.toll && a.open == b.open;
}

/// Nodes, zones and turns are never edited.
bool sameNetwork(const AssignmentNetworkData &a, const AssignmentNetworkData &b)
{
    return std::equal(a.links.begin(), a.links.end(), b.links.begin(), b.links.end(), sameLink)
        && std::equal(a.classes.begin(), a.classes.end(), b.classes.begin(), b.classes.end(),
            [](const VehicleClass &x, const VehicleClass &y) {
                return x.tolls == y.tolls && x.banned == y.banned;
            });
}

bool sameMatrix(const OdMatrix &a, const OdMatrix &b)
{
    if (a.pairCount() != b.pairCount())
        return false;
    for (std::size_t zone = 0; zone < a.zoneCount(); ++zone) {
        const auto x = a.row(zone);
        const auto y = b.row(zone);
        if (!std::equal(x.begin(), x.end(), y.begin(), y.end(),
                [](const OdMatrix::Cell &c, const OdMatrix::Cell &d) {
                    return c.destination == d.destination && c.trips == d.trips;
                }))
            return false;
    }
    return true;
}

} // namespace

Result<AppliedPeriod> EditApplier::finishPeriod(std::size_t period)
{
    Draft &draft = m_drafts[period];
    const std::vector<OdMatrix> &demand = m_base->data().periods[period].demand;
    AppliedPeriod result;
    result.limitKmh = std::move(draft.limitKmh);
    result.lanes = std::move(draft.lanes);
    const bool network = sameNetwork(draft.network, m_base->network().data());
    const bool trips = std::equal(demand.begin(), demand.end(), draft.demand.begin(), sameMatrix);
    result.unchanged = network && trips;
    if (network) {
        result.network = {m_base, &m_base->network()};
    } else {
        BV_TRY(AssignmentNetwork made, AssignmentNetwork::make(std::move(draft.network)));
        result.network = std::make_shared<const AssignmentNetwork>(std::move(made));
    }
    if (trips)
        result.demand = {m_base, &demand};
    else
        result.demand = std::make_shared<const std::vector<OdMatrix>>(std::move(draft.demand));
    return result;
}

Result<AppliedCase> EditApplier::finish()
{
    AppliedCase result{m_base, {}, {}, {}, {}, {}, {}, m_links};
    for (std::size_t period = 0; period < m_drafts.size(); ++period) {
        BV_TRY(AppliedPeriod applied, finishPeriod(period));
        result.periods.push_back(std::move(applied));
    }
    BV_TRY_VOID(finishFleets(result));
    if (!m_measures.empty()) {
        result.crashFactor.assign(m_roads.size(), 1.0);
        result.injuryFactor.assign(m_roads.size(), 1.0);
    }
    for (const auto &[link, measures] : m_measures) {
        BV_TRY(const CombinedMeasures combined, combineMeasures(measures));
        result.crashFactor[link] = combined.all;
        result.injuryFactor[link] = combined.injury;
    }
    result.roads = std::move(m_roads);
    return result;
}

AppliedCase unchangedCase(const std::shared_ptr<const BaseCase> &base)
{
    // No edit, nothing that could fail.
    return *EditApplier(base).finish();
}

Result<AppliedCase> applyEdits(
    const std::shared_ptr<const BaseCase> &base, const std::vector<Edit> &edits)
{
    EditApplier applier(base);
    for (std::size_t k = 0; k < edits.size(); ++k)
        BV_TRY_VOID(applier.apply(edits[k], k + 1));
    return applier.finish();
}

} // namespace belvedere
