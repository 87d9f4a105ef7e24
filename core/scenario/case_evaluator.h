// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/emission/link_emissions.h"
#include "scenario/air_model.h"
#include "scenario/coupled_run.h"
#include "scenario/ensemble.h"
#include "scenario/road_crashes.h"
#include "scenario/traffic_figures.h"

#include <memory>
#include <vector>

namespace belvedere {

/// Takes a case from its edits to its indicators, stage by stage.
class CaseEvaluator
{
public:
    /// @param draw  of an ensemble; null = the case itself.
    CaseEvaluator(std::shared_ptr<const AppliedCase> applied, const ScenarioSettings &settings,
        const EnsembleDraw *draw = nullptr);

    /// Each period from the routes of `start`; where a period is unchanged and `start` solved it,
    /// its result is taken as it is.
    /// @param start  [periods] or empty = from scratch. @param reuse  of unchanged periods.
    [[nodiscard]] Result<> assignAll(
        const std::vector<PeriodRun> &start, bool reuse, const TaskContext &context);
    /// Emissions, concentrations, crashes, accessibility, response: the indicators.
    /// @param air  null = none. @param baseSpeedKmh  mean speeds before; empty = this is before.
    [[nodiscard]] Result<> evaluate(
        const AirModel *air, const std::vector<double> &baseSpeedKmh, const TaskContext &context);

    [[nodiscard]] const CoupledRun &run() const { return m_run; }
    /// What is there so far.
    [[nodiscard]] std::shared_ptr<const CoupledRun> partial();
    [[nodiscard]] CoupledRun take() { return std::move(m_run); }

private:
    void addTravelKpis();
    [[nodiscard]] Result<> addAccessKpis(const TaskContext &context);
    void addEmissionValues(const std::vector<LinkEmissions> &emissions);
    void addEmissionKpis(const std::vector<LinkEmissions> &emissions);
    [[nodiscard]] Result<> addAir(const AirModel &air, const std::vector<LinkEmissions> &emissions);
    void addAirKpis(const AirRun &air);
    void addCrashKpis(const RoadCrashes &crashes);
    KpiValue &add(const char *key, double value);

    CoupledRun m_run;
    const EnsembleDraw *m_draw;
};

} // namespace belvedere
