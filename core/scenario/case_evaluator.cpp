// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/case_evaluator.h"

#include "safety/crash/crash_prediction.h"
#include "scenario/road_emissions.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace belvedere {

namespace {

constexpr double kWeekFactor = 0.93; // mean day of a week / working day
constexpr double kManyCalms = 1.0 / 3.0;
constexpr double kMemberGap = 1e-4; // a range needs no more digits

std::size_t at(LinkQuantity quantity)
{
    return static_cast<std::size_t>(quantity);
}

TaskContext silent(const TaskContext &context)
{
    TaskContext inner;
    inner.cancelled = context.cancelled;
    inner.threads = context.threads;
    return inner;
}

std::vector<double> scaled(std::vector<double> values, double factor)
{
    for (double &value : values)
        value *= factor;
    return values;
}

} // namespace

CaseEvaluator::CaseEvaluator(std::shared_ptr<const AppliedCase> applied,
    const ScenarioSettings &settings, const EnsembleDraw *draw)
    : m_draw(draw)
{
    m_run.applied = std::move(applied);
    m_run.settings = settings;
}

Result<> CaseEvaluator::assignAll(
    const std::vector<PeriodRun> &start, bool reuse, const TaskContext &context)
{
    const AppliedCase &applied = *m_run.applied;
    AssignmentOptions options;
    options.relativeGap = m_draw != nullptr ? std::max(kMemberGap, m_run.settings.relativeGap)
                                            : m_run.settings.relativeGap;
    options.objective = m_run.settings.objective;
    options.maxSeconds = m_run.settings.maxSeconds;
    std::map<std::int32_t, StrandedZone> stranded;
    for (std::size_t p = 0; p < applied.periods.size(); ++p) {
        const AppliedPeriod &period = applied.periods[p];
        PeriodRun run;
        if (reuse && period.unchanged) {
            run.assignment = start[p].assignment;
        } else {
            BV_TRY(AssignmentResult result,
                assign(*period.network, *period.demand, options, silent(context),
                    start.empty() ? nullptr : start[p].assignment->state));
            run.assignment = std::make_shared<const AssignmentResult>(std::move(result));
        }
        run.values = trafficValues(*period.network, applied.roads, *run.assignment);
        const double hours = applied.base->data().periods[p].hours;
        for (const StrandedZone &zone : strandedZones(*run.assignment)) {
            StrandedZone &sum = stranded[zone.zone];
            sum.zone = zone.zone;
            sum.tripsFrom += hours * zone.tripsFrom;
            sum.tripsTo += hours * zone.tripsTo;
        }
        m_run.periods.push_back(std::move(run));
        context.progress(qint64(p + 1), qint64(applied.periods.size()), QString());
    }
    for (const auto &[zone, sum] : stranded)
        m_run.stranded.push_back(sum);
    std::stable_sort(m_run.stranded.begin(), m_run.stranded.end(),
        [](const StrandedZone &a, const StrandedZone &b) {
            return a.tripsFrom + a.tripsTo > b.tripsFrom + b.tripsTo;
        });
    std::vector<double> hours;
    for (const DemandPeriod &period : applied.base->data().periods)
        hours.push_back(period.hours);
    addUpTraffic(m_run.periods, hours, applied.base->data().shareOfDay, m_run.day);
    addTravelKpis();
    return {};
}

std::shared_ptr<const CoupledRun> CaseEvaluator::partial()
{
    auto run = std::make_shared<CoupledRun>(m_run);
    run->tentative = true;
    return run;
}

Result<> CaseEvaluator::evaluate(
    const AirModel *air, const std::vector<double> &baseSpeedKmh, const TaskContext &context)
{
    if (context.cancelled())
        return cancelledFailure();
    BV_TRY_VOID(addAccessKpis(silent(context)));
    BV_TRY(
        const std::vector<LinkEmissions> emissions, roadEmissions(*m_run.applied, m_run.periods));
    addEmissionValues(emissions);
    addEmissionKpis(emissions);
    if (context.cancelled())
        return cancelledFailure();
    if (air != nullptr)
        BV_TRY_VOID(addAir(*air, emissions));
    BV_TRY(RoadCrashes crashes, roadCrashes(*m_run.applied, m_run.day, baseSpeedKmh));
    addCrashKpis(crashes);
    m_run.day[at(LinkQuantity::InjuryCrashes)] = std::move(crashes.injury);
    if (context.cancelled())
        return cancelledFailure();
    return {};
}

KpiValue &CaseEvaluator::add(const char *key, double value)
{
    return m_run.kpis.emplace_back(KpiValue{QLatin1String(key), value, {}, {}, {}});
}

void CaseEvaluator::addTravelKpis()
{
    const TrafficSums sums = trafficSums(*m_run.applied, m_run.periods);
    const std::size_t first = m_run.kpis.size();
    add("totalTravelTime", sums.unitMinutes);
    add("meanTravelTime", sums.trips > 0.0 ? sums.vehicleMinutes / sums.trips : 0.0);
    add("delay", sums.delayH);
    add("meanSpeed", sums.roadMinutes > 0.0 ? sums.distanceKm * 60.0 / sums.roadMinutes : 0.0);
    add("distance", sums.distanceKm);
    add("unservedTrips", sums.unserved);
    for (std::size_t k = first; k < m_run.kpis.size(); ++k) {
        std::vector<const char *> &flags = m_run.kpis[k].flags;
        if (sums.unserved > 0.0)
            flags.push_back(QT_TRANSLATE_NOOP("Kpi", "Trips without a route are not in it."));
        if (!sums.converged)
            flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "The assignment is still above its goal for the gap."));
        if (m_run.applied->base->data().syntheticDemand)
            flags.push_back(QT_TRANSLATE_NOOP("Kpi", "The demand was made, not observed."));
    }
}

Result<> CaseEvaluator::addAccessKpis(const TaskContext &context)
{
    const BaseCase &base = *m_run.applied->base;
    const std::size_t period = busiestPeriod(base);
    const AssignmentNetwork &network = *m_run.applied->periods[period].network;
    const std::vector<double> &time = m_run.periods[period].assignment->time;
    BV_TRY(
        const double share, accessibility(base, network, time, m_run.settings.reachMin, context));
    KpiValue &access = add("accessibility", 100.0 * share);
    if (base.data().residents.empty() || base.data().jobs.empty())
        access.flags.push_back(
            QT_TRANSLATE_NOOP("Kpi", "Trips stand for residents and jobs, which are not known."));
    if (base.data().stations.empty())
        return {};
    const ResponseTimes times = responseTimes(base, network, time, m_run.settings.responseGoalMin);
    const std::size_t first = m_run.kpis.size();
    add("responseTime", times.meanMin);
    add("responseInTime", 100.0 * times.inTime);
    for (std::size_t k = first; k < m_run.kpis.size(); ++k) {
        if (times.unreached > 0.0)
            m_run.kpis[k].flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "Some people are reached by no station."));
        if (base.data().residents.empty())
            m_run.kpis[k].flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "Trips stand for residents, who are not known."));
    }
    return {};
}

void CaseEvaluator::addEmissionValues(const std::vector<LinkEmissions> &emissions)
{
    const BaseCaseData &base = m_run.applied->base->data();
    constexpr std::array<std::pair<LinkQuantity, Emitted>, 3> kEmissions = {
        {{LinkQuantity::Nox, Emitted::Nox}, {LinkQuantity::Pm25, Emitted::Pm25},
            {LinkQuantity::Co2, Emitted::Co2}}};
    for (const auto &[quantity, emitted] : kEmissions)
        for (std::size_t p = 0; p < emissions.size(); ++p) {
            m_run.periods[p].values[at(quantity)] = emissions[p].of(emitted);
            std::vector<double> &day = m_run.day[at(quantity)];
            for (std::size_t link = 0; link < day.size(); ++link)
                day[link] +=
                    emissions[p].of(emitted)[link] * base.periods[p].hours / base.shareOfDay;
        }
}

void CaseEvaluator::addEmissionKpis(const std::vector<LinkEmissions> &emissions)
{
    const auto sum = [this](LinkQuantity quantity) {
        double total = 0.0;
        for (const double value : m_run.day[at(quantity)])
            total += value;
        return total;
    };
    const std::size_t first = m_run.kpis.size();
    add("nox", sum(LinkQuantity::Nox) * 1e-3 * (m_draw != nullptr ? m_draw->nox : 1.0));
    add("pm25", sum(LinkQuantity::Pm25) * 1e-3 * (m_draw != nullptr ? m_draw->pm25 : 1.0));
    add("co2", sum(LinkQuantity::Co2) * 1e-6 * (m_draw != nullptr ? m_draw->co2 : 1.0));
    const bool flagged = std::any_of(emissions.begin(), emissions.end(),
        [](const LinkEmissions &period) { return period.flaggedLinks() > 0; });
    for (std::size_t k = first; k < m_run.kpis.size(); ++k) {
        if (flagged)
            m_run.kpis[k].flags.push_back(QT_TRANSLATE_NOOP(
                "Kpi", "Some traffic is outside the range of its emission factors."));
        if (m_run.applied->base->data().shareOfDay < 1.0)
            m_run.kpis[k].flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "The day is expanded from the periods of the base case."));
    }
}

Result<> CaseEvaluator::addAir(const AirModel &air, const std::vector<LinkEmissions> &emissions)
{
    // One hour of the busiest period, or the mean over all hours of the year.
    const bool hour = m_run.settings.hour.has_value();
    const std::size_t busiest = busiestPeriod(*m_run.applied->base);
    const auto rate = [&](LinkQuantity quantity, Emitted emitted, double draw) {
        return hour ? scaled(emissions[busiest].of(emitted), draw)
                    : scaled(m_run.day[at(quantity)], draw * kWeekFactor / 24.0);
    };
    BV_TRY(AirRun run,
        air.run(*m_run.applied,
            rate(LinkQuantity::Nox, Emitted::Nox, m_draw != nullptr ? m_draw->nox : 1.0),
            rate(LinkQuantity::Pm25, Emitted::Pm25, m_draw != nullptr ? m_draw->pm25 : 1.0),
            m_draw != nullptr ? m_draw->dispersion : 1.0));
    addAirKpis(run);
    m_run.air = std::make_shared<const AirRun>(std::move(run));
    return {};
}

void CaseEvaluator::addAirKpis(const AirRun &air)
{
    if (!air.no2Exposure || !air.pm25Exposure)
        return;
    const std::size_t first = m_run.kpis.size();
    add("no2Exposure", air.no2Exposure->weightedMean);
    add("pm25Exposure", air.pm25Exposure->weightedMean);
    // Guidelines and limits are for yearly means.
    if (!m_run.settings.hour) {
        for (const LimitShare &limit : air.no2Exposure->limits)
            if (limit.limit.id == QLatin1String("who-2021"))
                add("peopleAboveNo2", limit.people);
        for (const LimitShare &limit : air.pm25Exposure->limits)
            if (limit.limit.id == QLatin1String("who-2021"))
                add("peopleAbovePm25", limit.people);
    }
    const BaseCaseData &base = m_run.applied->base->data();
    for (std::size_t k = first; k < m_run.kpis.size(); ++k) {
        std::vector<const char *> &flags = m_run.kpis[k].flags;
        if (air.assumedWeather)
            flags.push_back(QT_TRANSLATE_NOOP(
                "Kpi", "The wind of the year is not known: an even one was assumed."));
        if (air.calmShare > kManyCalms)
            flags.push_back(QT_TRANSLATE_NOOP(
                "Kpi", "More than a third of the hours are calm, which the plume does not know."));
        if (air.no2Extrapolated > 0.0
            && m_run.kpis[k].key.contains(QLatin1String("no2"), Qt::CaseInsensitive))
            flags.push_back(QT_TRANSLATE_NOOP(
                "Kpi", "Where there is little or much NOx, its share of NO2 is extrapolated."));
        if (base.background.nox <= 0.0 && base.background.pm25 <= 0.0)
            flags.push_back(QT_TRANSLATE_NOOP(
                "Kpi", "The background is not known: only the traffic's part is in it."));
        if (base.population.places.empty() || base.population.proxy)
            flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "Where people live was estimated, not counted."));
    }
}

void CaseEvaluator::addCrashKpis(const RoadCrashes &crashes)
{
    const double draw = m_draw != nullptr ? m_draw->crashes : 1.0;
    const std::size_t first = m_run.kpis.size();
    add("fatalCrashes", draw * crashes.fatal);
    add("seriousCrashes", draw * crashes.serious);
    add("slightCrashes", draw * crashes.slight);
    add("damageCrashes", draw * crashes.damage);
    for (std::size_t k = first; k < m_run.kpis.size(); ++k) {
        std::vector<const char *> &flags = m_run.kpis[k].flags;
        if ((crashes.flags & VolumeAboveRange) != 0)
            flags.push_back(QT_TRANSLATE_NOOP(
                "Kpi", "Some roads carry more traffic than the model was fitted to."));
        if ((crashes.flags & OtherRoadKind) != 0)
            flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "Some roads are no urban arterials, for which it is."));
        if (crashes.speedOutside)
            flags.push_back(
                QT_TRANSLATE_NOOP("Kpi", "Some speeds change by more than the model covers."));
        if (m_run.applied->base->data().crashCalibration == 1.0)
            flags.push_back(QT_TRANSLATE_NOOP("Kpi", "Not calibrated with crashes of the region."));
    }
}

} // namespace belvedere
