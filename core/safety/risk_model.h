// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/cell_incidents.h"

#include <array>

namespace belvedere {

inline constexpr int kHoursPerWeek = 168;

/// What is expected in a cell, and how sure that is: a negative binomial.
struct ExpectedCount
{
    double mean = 0.0;
    double variance = 0.0; ///< at least the mean
    double atLeastOne = 0.0; ///< P(y > 0)

    /// Smallest count that is not exceeded with probability `level`.
    [[nodiscard]] int quantile(double level) const;
};

/// How a rate is made up; chosen on validation weeks by RiskModel::tuned().
struct RiskSpec
{
    QTimeZone zone = QTimeZone::utc(); ///< of the hours of the week
    double bandwidthM = 500.0; ///< of the neighbourhood that a cell with few incidents leans on
    double priorWeight = 4.0; ///< expected incidents that the neighbourhood counts as
    double halfLifeDays = 365.0; ///< after which an incident weighs half; 0 = never
    double typeShare = 0.0; ///< of the neighbourhood's rate that the pattern of all types gives
};

/// Expected number of incidents per cell and time. The long-run rate of a cell is shrunk towards
/// the smoothed rate about it (gamma-Poisson: a cell with few incidents leans on its neighbours,
/// a busy one on itself), recent incidents weigh more, and the level of the whole area follows the
/// last weeks and the season. Variance beyond Poisson is estimated on weeks that the fit has not
/// seen.
class RiskModel
{
public:
    /// From incidents before `until` alone.
    /// @return Errc::Usage for a specification that makes no sense; Errc::Shape for less than
    /// four weeks; Errc::Cancelled.
    [[nodiscard]] static Result<RiskModel> fit(const CellIncidents &incidents, UtcMs until,
        const RiskSpec &spec, int type = kAllTypes, const TaskContext &context = {});
    /// Chooses the specification that forecasts the last `validationWeeks` before `until` best
    /// (mean Poisson deviance), each week from the ones before it.
    [[nodiscard]] static Result<RiskSpec> tuned(const CellIncidents &incidents, UtcMs until,
        const QTimeZone &zone, int type = kAllTypes, int validationWeeks = 8,
        const TaskContext &context = {});

    [[nodiscard]] const RiskSpec &spec() const { return m_spec; }
    /// Expected incidents in the `days` after `until`. [cells]
    [[nodiscard]] std::vector<ExpectedCount> expected(double days = 7.0) const;
    /// In one hour of the week. [cells]
    /// @param hour  of the local week, 0 = Monday 00:00 … 167
    [[nodiscard]] std::vector<ExpectedCount> expectedInHour(int hour) const;
    /// Share of the week's incidents in each hour of the local week; adds up to 1.
    [[nodiscard]] const std::array<double, kHoursPerWeek> &hourShares() const { return m_hours; }

private:
    RiskSpec m_spec;
    std::vector<double> m_weekly; // [cells] mean of a week
    std::vector<double> m_spread; // [cells] variance of that mean
    double m_dispersion = 0.0; // variance = mean + dispersion mean²
    std::array<double, kHoursPerWeek> m_hours = {};
};

} // namespace belvedere
