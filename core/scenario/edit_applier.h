// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/applied_case.h"

#include <map>

namespace belvedere {

/// Applies edits one after another to copies of what a base case holds.
class EditApplier
{
public:
    explicit EditApplier(const std::shared_ptr<const BaseCase> &base);

    /// @param number  of the edit, from 1, for messages. After an error the applier is spent.
    [[nodiscard]] Result<> apply(const Edit &edit, std::size_t number);
    [[nodiscard]] Result<AppliedCase> finish();

private:
    /// A period that is being edited.
    struct Draft
    {
        AssignmentNetworkData network;
        std::vector<OdMatrix> demand; // [classes]
        std::vector<double> limitKmh; // [links]
        std::vector<int> lanes; // [links]
        std::vector<double> signalMin; // [links] of the free time; the rest is running
    };
    struct Zone
    {
        std::vector<std::size_t> links;
        QStringList vehicles;
        QString replacement;
    };

    [[nodiscard]] Result<> change(const CloseLinks &edit);
    [[nodiscard]] Result<> change(const ChangeLanes &edit);
    [[nodiscard]] Result<> change(const ChangeSpeed &edit);
    [[nodiscard]] Result<> change(const ChangeCapacity &edit);
    [[nodiscard]] Result<> change(const AddLink &edit);
    [[nodiscard]] Result<> change(const ChangeDirection &edit);
    [[nodiscard]] Result<> change(const SignalDelay &edit);
    [[nodiscard]] Result<> change(const ChargeToll &edit);
    [[nodiscard]] Result<> change(const LowEmissionZone &edit);
    [[nodiscard]] Result<> change(const ChangeFleet &edit);
    [[nodiscard]] Result<> change(const DemandFactor &edit);
    [[nodiscard]] Result<> change(const PlaceEvent &edit);
    [[nodiscard]] Result<> change(const ChangeWeather &edit);
    [[nodiscard]] Result<> change(const ApplyMeasures &edit);

    [[nodiscard]] Result<> findPeriods(const Edit &edit);
    /// Positions of links that exist and are open in some period of the edit.
    [[nodiscard]] Result<std::vector<std::size_t>> openLinks(
        const std::vector<LinkKey> &keys) const;
    [[nodiscard]] Result<std::size_t> findNode(std::int64_t id) const;
    [[nodiscard]] Result<std::vector<std::size_t>> findZones(
        const std::vector<std::int64_t> &ids) const;
    [[nodiscard]] Result<std::vector<std::size_t>> findClasses(const QStringList &names) const;
    /// Calls `work(draft, link)` for each link that is open, in the periods of the edit.
    template <class F> void forOpen(const std::vector<std::size_t> &links, F work)
    {
        for (const std::size_t period : m_periods)
            for (const std::size_t link : links)
                if (m_drafts[period].network.links[link].open)
                    work(m_drafts[period], link);
    }
    void close(std::size_t link);
    void append(const AssignmentLink &link, const RoadFacts &road);
    [[nodiscard]] Result<> wholeDay() const;
    [[nodiscard]] Result<> finishFleets(AppliedCase &result);
    [[nodiscard]] Result<AppliedPeriod> finishPeriod(std::size_t period);

    std::shared_ptr<const BaseCase> m_base;
    std::vector<Draft> m_drafts; // [periods]
    std::vector<RoadFacts> m_roads; // [links]
    LinkIndex m_links;
    std::vector<Fleet> m_fleets; // [classes]
    std::vector<Zone> m_zones;
    std::map<std::size_t, QStringList> m_measures; // by link
    std::map<std::int64_t, std::size_t> m_nodes; // by id
    std::map<std::size_t, std::size_t> m_closedBy; // by link, number of the edit
    std::vector<std::size_t> m_periods; // of the edit at hand
    std::size_t m_number = 0; // of the edit at hand
};

} // namespace belvedere
