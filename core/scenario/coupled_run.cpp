// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/coupled_run.h"

#include "scenario/case_evaluator.h"

#include <QElapsedTimer>

#include <algorithm>

namespace belvedere {

namespace {

/// Mean speeds of each member of the base's ensemble, for crashes by the change of speed.
using MemberSpeeds = std::vector<std::vector<double>>;

const std::vector<double> &speedsOf(const LinkValues &day)
{
    return day[static_cast<std::size_t>(LinkQuantity::Speed)];
}

/// One step for the case itself and one for each member.
class Steps
{
public:
    Steps(const TaskContext &context, int members)
        : m_context(context)
        , m_total(members + 3)
    {
    }
    void next() { m_context.progress(++m_done, m_total, QString()); }

private:
    const TaskContext &m_context;
    qint64 m_done = 0;
    qint64 m_total;
};

/// Runs the case again for each draw and keeps the values of its indicators.
/// @param before  of the base, to compare speeds with; null = this is the base, whose speeds go
/// into `own`.
Result<> runMembers(CoupledRun &run, const AirModel *air, const MemberSpeeds *before,
    MemberSpeeds *own, const TaskContext &context, Steps &steps)
{
    const std::size_t zones = run.applied->base->network().zones().size();
    for (int member = 0; member < run.settings.ensembleMembers; ++member) {
        const EnsembleDraw draw = drawMember(run.settings.seed, member, zones);
        BV_TRY(AppliedCase drawn, perturbed(*run.applied, draw));
        CaseEvaluator evaluator(
            std::make_shared<const AppliedCase>(std::move(drawn)), run.settings, &draw);
        TaskContext inner;
        inner.cancelled = context.cancelled;
        inner.threads = context.threads;
        BV_TRY_VOID(evaluator.assignAll(run.periods, false, inner));
        const std::vector<double> none;
        BV_TRY_VOID(evaluator.evaluate(
            air, before != nullptr ? (*before)[static_cast<std::size_t>(member)] : none, inner));
        for (KpiValue &kpi : run.kpis)
            if (const KpiValue *value = findKpi(evaluator.run().kpis, kpi.key))
                kpi.members.push_back(value->value);
        if (own != nullptr)
            own->push_back(speedsOf(evaluator.run().day));
        steps.next();
    }
    for (KpiValue &kpi : run.kpis)
        if (!kpi.members.empty()) {
            const auto [low, high] = tenNinety(kpi.members);
            kpi.range = KpiRange{low, high};
        }
    return {};
}

bool changesNothing(const AppliedCase &applied)
{
    const auto same = [](const Fleet &a, const Fleet &b) {
        return std::equal(a.shares.begin(), a.shares.end(), b.shares.begin(), b.shares.end(),
            [](const FleetShare &x, const FleetShare &y) {
                return x.vehicle == y.vehicle && x.share == y.share;
            });
    };
    const std::vector<Fleet> &fleets = applied.base->data().fleets;
    return std::all_of(applied.periods.begin(), applied.periods.end(),
               [](const AppliedPeriod &period) { return period.unchanged; })
        && applied.crashFactor.empty() && applied.fleetOfLink.empty()
        && std::equal(
            fleets.begin(), fleets.end(), applied.fleets.begin(), applied.fleets.end(), same);
}

} // namespace

bool operator==(const ScenarioSettings &a, const ScenarioSettings &b)
{
    const auto sameHour = [](const WeatherHour &x, const WeatherHour &y) {
        return x.windFromDeg == y.windFromDeg && x.windSpeedMs == y.windSpeedMs
            && x.stability == y.stability;
    };
    return a.relativeGap == b.relativeGap && a.objective == b.objective
        && a.maxSeconds == b.maxSeconds && a.air == b.air && a.cellM == b.cellM
        && a.hour.has_value() == b.hour.has_value() && (!a.hour || sameHour(*a.hour, *b.hour))
        && a.reachMin == b.reachMin && a.responseGoalMin == b.responseGoalMin
        && a.ensembleMembers == b.ensembleMembers && a.seed == b.seed;
}

Result<std::shared_ptr<const BaseRun>> runBase(const std::shared_ptr<const BaseCase> &base,
    const ScenarioSettings &settings, const TaskContext &context, const PartialRun &partial)
{
    QElapsedTimer clock;
    clock.start();
    Steps steps(context, settings.ensembleMembers);
    auto result = std::make_shared<BaseRun>();
    result->base = base;
    CaseEvaluator evaluator(std::make_shared<const AppliedCase>(unchangedCase(base)), settings);
    TaskContext inner;
    inner.cancelled = context.cancelled;
    inner.threads = context.threads;
    BV_TRY_VOID(evaluator.assignAll({}, false, inner));
    steps.next();
    if (partial)
        partial(evaluator.partial());
    if (settings.air && base->hasMap()) {
        BV_TRY(result->air, AirModel::make(*base, settings));
    }
    BV_TRY_VOID(evaluator.evaluate(result->air.get(), {}, inner));
    steps.next();
    if (partial && settings.ensembleMembers > 0)
        partial(evaluator.partial());
    CoupledRun run = evaluator.take();
    BV_TRY_VOID(runMembers(run, result->air.get(), nullptr, &result->memberSpeeds, context, steps));
    run.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    result->run = std::make_shared<const CoupledRun>(std::move(run));
    steps.next();
    return std::shared_ptr<const BaseRun>(result);
}

Result<std::shared_ptr<const CoupledRun>> runScenario(const BaseRun &base,
    const std::vector<Edit> &edits, const TaskContext &context, const PartialRun &partial)
{
    QElapsedTimer clock;
    clock.start();
    const ScenarioSettings &settings = base.run->settings;
    Steps steps(context, settings.ensembleMembers);
    BV_TRY(AppliedCase applied, applyEdits(base.base, edits));
    if (changesNothing(applied) && applied.roads.size() == base.base->data().roads.size()) {
        CoupledRun same = *base.run;
        same.applied = std::make_shared<const AppliedCase>(std::move(applied));
        same.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        return std::make_shared<const CoupledRun>(std::move(same));
    }
    CaseEvaluator evaluator(std::make_shared<const AppliedCase>(std::move(applied)), settings);
    TaskContext inner;
    inner.cancelled = context.cancelled;
    inner.threads = context.threads;
    BV_TRY_VOID(evaluator.assignAll(base.run->periods, true, inner));
    steps.next();
    if (partial)
        partial(evaluator.partial());
    BV_TRY_VOID(evaluator.evaluate(base.air.get(), speedsOf(base.run->day), inner));
    steps.next();
    if (partial && settings.ensembleMembers > 0)
        partial(evaluator.partial());
    CoupledRun run = evaluator.take();
    BV_TRY_VOID(runMembers(run, base.air.get(), &base.memberSpeeds, nullptr, context, steps));
    run.seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    steps.next();
    return std::make_shared<const CoupledRun>(std::move(run));
}

} // namespace belvedere
