// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/hour_profile.h"
#include "safety/risk_order.h"

namespace belvedere {

/// What is expected in a cell, and how sure that is: a negative binomial count.
struct ExpectedCount
{
    double mean = 0.0;
    double meanDeviation = 0.0; ///< standard deviation of the mean itself: how well it is known
    double dispersion = 0.0; ///< variance of the count = mean + dispersion mean²
    double atLeastOne = 0.0; ///< P(y > 0)

    /// Smallest count that is not exceeded with probability `level`, 0 < level < 1.
    [[nodiscard]] int quantile(double level) const;
    [[nodiscard]] double probability(int count) const; ///< P(y = count)
};

inline constexpr int kValidationWeeks = 26;

/// How the past of a cell is weighted, and how much that view of it counts.
struct RiskMemory
{
    double halfLifeWeeks = 0.0; ///< after which an incident weighs half
    double season = 0.0; ///< weight added to the same weeks of earlier years
    double priorWeight = 0.0; ///< expected incidents that the long-run rate counts as
    double share = 0.0; ///< of this memory in the mixture; all shares add up to about 1
};

/// All that is chosen on validation weeks.
struct RiskSpec
{
    QTimeZone zone = QTimeZone::utc(); ///< of the hours of the week
    /// What the rate expected of a cell's surroundings is made of, shares that add up to 1: near
    /// neighbours (Gaussian, 0.7 cells), wider ones (2 cells), and the mean of the area; of a
    /// single type also the pattern of all types, plain and smoothed.
    std::vector<double> surroundings;
    double priorWeight = 4.0; ///< expected incidents that the surroundings count as
    double longRunShare = 1.0; ///< of the long-run rate in the mixture
    std::vector<RiskMemory> memories;
    double levelShare = 0.0; ///< how far the area's total follows the last four weeks; 0 … 1
    double dispersion = 0.0; ///< beyond Poisson, of forecasts one week ahead
    double hourWeight = 100.0; ///< incidents that the area's profile of the week counts as
    std::vector<OrderBand> order; ///< of the cells, where some of them are to be flagged
};

/// Expected number of incidents per cell and time.
///
/// A hierarchy of gamma-Poisson rates. The long-run rate of a cell leans on its surroundings (the
/// fewer incidents, the more); rates of shorter memory, some of them with the season, lean on the
/// long-run rate; the forecast is their mixture, fitted by maximum likelihood (EM), whose total
/// follows the last weeks. The hour of the week leans on the profile of the whole area. Which cells
/// come first is a question of its own: counts so far decide it but where the model did better.
class RiskModel
{
public:
    /// From incidents before `until` alone.
    /// @return Errc::Usage for a specification that makes no sense; Errc::Shape for less than
    /// four weeks; Errc::Cancelled.
    [[nodiscard]] static Result<RiskModel> fit(const CellIncidents &incidents, UtcMs until,
        const RiskSpec &spec, int type = kAllTypes, const TaskContext &context = {});
    /// Chooses the specification by what it forecasts for the last weeks before `until`, each of
    /// them from the ones before it.
    /// @param validationWeeks  at most; a third of the weeks there are if these are few.
    /// @return as fit(); Errc::Shape for less than eight weeks, or no incident of that
    /// type before the validation weeks.
    [[nodiscard]] static Result<RiskSpec> tuned(const CellIncidents &incidents, UtcMs until,
        const QTimeZone &zone, int type = kAllTypes, int validationWeeks = kValidationWeeks,
        const TaskContext &context = {});

    [[nodiscard]] const RiskSpec &spec() const { return m_spec; }
    /// Expected incidents in the `days` after `until`. [cells]
    [[nodiscard]] std::vector<ExpectedCount> expected(double days = 7.0) const;
    /// What cells are flagged by, the highest first; see urgencyOf(). [cells]
    [[nodiscard]] const std::vector<double> &urgency() const { return m_urgency; }
    /// In one hour of the week. [cells]
    /// @param hour  of the local week, 0 = Monday 00:00 … 167
    [[nodiscard]] std::vector<ExpectedCount> expectedInHour(int hour) const;
    /// When incidents happen; `spec().hourWeight` says how far a cell leans on the area.
    [[nodiscard]] const HourProfile &profile() const { return m_profile; }

private:
    [[nodiscard]] ExpectedCount count(std::size_t cell, double weeks) const;

    RiskSpec m_spec;
    std::vector<double> m_weekly; // [cells] mean of a week
    std::vector<double> m_deviation; // [cells] of that mean
    std::vector<double> m_urgency; // [cells]
    HourProfile m_profile;
};

} // namespace belvedere
