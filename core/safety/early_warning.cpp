// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/early_warning.h"

#include "base/random.h"
#include "safety/warning_watch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kUsualBudget = 1.0; // alarms a week, where a detector has no threshold of its own

Result<> check(const IncidentTable &table, const WarningOptions &options)
{
    if (options.budgetPerWeek && !(*options.budgetPerWeek > 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A budget of %1 alarms a week leaves no alarm at all. Choose one above 0."),
            {QString::number(*options.budgetPerWeek)});
    if (options.baselineWeeks < 2 || options.historyWeeks < 1 || options.lookBackMs <= 0
        || options.mergeMs < 0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Early warning needs at least 2 weeks as its baseline, a week of history and a "
                "time to look back."));
    const bool beyond = options.at != 0
        && (table.incidents.empty() || options.at <= table.incidents.front().from
            || options.at > table.incidents.back().from + kMsPerDay);
    if (beyond)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "Table %1 has no incidents about %2. Choose a time between %3 and %4."),
            {table.name, formatUtc(options.at),
                table.incidents.empty() ? QString() : formatUtc(table.incidents.front().from),
                table.incidents.empty() ? QString() : formatUtc(table.incidents.back().from)});
    return {};
}

Result<std::unique_ptr<WarningWatch>> watchFor(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context)
{
    return options.detector == WarningDetector::Scan ? watchClusters(table, options, context)
                                                     : watchStreams(table, options, context);
}

double weeksOf(const WarningWatch &watch, StepSpan span)
{
    return double(span.to - span.from) * double(watch.axis().stepMs) / double(7 * kMsPerDay);
}

double ratePerWeek(const WarningWatch &watch, double threshold, StepSpan span, UtcMs mergeMs)
{
    return double(mergedAlarms(watch.alarms(threshold, span), mergeMs).size())
        / weeksOf(watch, span);
}

/// How many alarms a week thresholds had, from the highest down to where there are too many.
std::vector<ThresholdRate> ratesOf(
    const WarningWatch &watch, StepSpan span, UtcMs mergeMs, double mostPerWeek)
{
    constexpr double kFiner = 0.98;
    constexpr double kLowest = 0.5;
    std::vector<ThresholdRate> rates;
    for (double threshold = watch.highestScore(span); threshold > kLowest; threshold *= kFiner) {
        rates.push_back({threshold, ratePerWeek(watch, threshold, span, mergeMs)});
        if (rates.back().alarmsPerWeek > mostPerWeek)
            break;
    }
    return rates;
}

/// The lowest threshold below which the budget is exceeded for the first time.
double thresholdFor(const std::vector<ThresholdRate> &rates, double budget)
{
    double threshold = rates.empty() ? 0.0 : rates.front().threshold;
    for (const ThresholdRate &each : rates) {
        if (each.alarmsPerWeek > budget)
            break;
        threshold = each.threshold;
    }
    return threshold;
}

std::vector<ThresholdRate> ratesToTell(const std::vector<ThresholdRate> &rates)
{
    constexpr std::array<double, 7> kBudgets = {0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0};
    std::vector<ThresholdRate> told;
    for (const double budget : kBudgets) {
        const double threshold = thresholdFor(rates, budget);
        const auto found = std::find_if(rates.begin(), rates.end(),
            [&](const ThresholdRate &each) { return each.threshold == threshold; });
        if (found != rates.end() && (told.empty() || told.back().threshold != threshold))
            told.push_back(*found);
    }
    std::reverse(told.begin(), told.end());
    return told;
}

/// Of the city and of what has an alarm.
void addTraces(WarningReport &report, const WarningWatch &watch, StepSpan span)
{
    const auto add = [&](AlarmScope scope, const QString &subject) {
        const bool known =
            std::any_of(report.traces.begin(), report.traces.end(), [&](const WarningTrace &each) {
                return each.scope == scope && each.subject == subject;
            });
        if (known)
            return;
        if (auto trace = watch.trace(scope, subject, report.threshold, span))
            report.traces.push_back(std::move(*trace));
    };
    add(AlarmScope::City, {});
    for (const Alarm &alarm : report.alarms)
        add(alarm.scope, alarm.subject);
}

constexpr double kMostPerWeek = 20.0;

double chosenThreshold(const WarningWatch &watch, const WarningOptions &options,
    const std::vector<ThresholdRate> &rates)
{
    const double usual = watch.usualThreshold();
    if (!options.budgetPerWeek && !std::isnan(usual))
        return usual;
    return thresholdFor(rates, options.budgetPerWeek.value_or(kUsualBudget));
}

double mostToLookAt(const WarningOptions &options)
{
    return std::max(kMostPerWeek, options.budgetPerWeek.value_or(0.0));
}

/// The weeks before the look-back; with less than four of them all there is.
StepSpan historyOf(const WarningWatch &watch, const WarningOptions &options)
{
    constexpr double kLeastWeeks = 4.0;
    const TimeAxis &axis = watch.axis();
    const auto perWeek = static_cast<int>(7 * kMsPerDay / axis.stepMs);
    const auto lookBack = static_cast<int>(options.lookBackMs / axis.stepMs);
    const int first =
        std::max(watch.firstStep(), axis.count - lookBack - options.historyWeeks * perWeek);
    const StepSpan before{first, axis.count - lookBack};
    return weeksOf(watch, before) >= kLeastWeeks ? before : StepSpan{first, axis.count};
}

std::vector<Incident> clusterAbout(const Incident &where, UtcMs from, const InjectionSpec &spec,
    int steps, UtcMs stepMs, Random &random)
{
    const double radius = random.uniform(spec.leastRadiusM, spec.largestRadiusM);
    const LonLat centre = *where.position;
    const double metersPerDegree = kEarthRadiusM * std::numbers::pi / 180.0;
    std::vector<Incident> cluster;
    for (int i = 0; i < spec.incidents; ++i) {
        const double distance = radius * std::sqrt(random.uniform());
        const double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        Incident incident;
        incident.category = where.category;
        incident.from = from + static_cast<UtcMs>(random.uniform() * double(steps * stepMs));
        const double north = centre.lat + distance * std::cos(angle) / metersPerDegree;
        incident.position = LonLat{centre.lon
                + distance * std::sin(angle)
                    / (metersPerDegree * std::cos(centre.lat * std::numbers::pi / 180.0)),
            north};
        cluster.push_back(std::move(incident));
    }
    return cluster;
}

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return kNone;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Result<> check(const InjectionSpec &spec)
{
    if (spec.clusters < 1 || spec.incidents < 1 || spec.leastSteps < 1
        || spec.mostSteps < spec.leastSteps || !(spec.leastRadiusM > 0.0)
        || !(spec.largestRadiusM >= spec.leastRadiusM) || spec.graceMs < 0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Injected clusters need at least one incident, one step and a radius above 0, and "
                "ranges whose end is not below their begin."));
    return {};
}

/// Incidents about which a cluster may be put: before `until`, so not in the weeks that are
/// scored, and not far outside.
std::vector<const Incident *> possiblePlaces(const IncidentTable &table, UtcMs until)
{
    std::vector<const Incident *> places;
    for (const Incident &incident : table.incidents) {
        if (incident.position && incident.from < until)
            places.push_back(&incident);
    }
    return places;
}

} // namespace

Result<WarningReport> findWarnings(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context)
{
    BV_TRY_VOID(check(table, options));
    BV_TRY(const auto watch, watchFor(table, options, context));
    const TimeAxis &axis = watch->axis();
    const StepSpan history = historyOf(*watch, options);
    const std::vector<ThresholdRate> rates =
        ratesOf(*watch, history, options.mergeMs, mostToLookAt(options));
    WarningReport report;
    report.table = table.name;
    report.detector = options.detector;
    report.at = axis.at(axis.count);
    report.history = {axis.at(history.from), axis.at(history.to)};
    report.threshold = chosenThreshold(*watch, options, rates);
    report.alarmsPerWeek = ratePerWeek(*watch, report.threshold, history, options.mergeMs);
    report.theoreticalPerWeek = watch->theoreticalPerWeek(report.threshold);
    report.rates = ratesToTell(rates);
    report.streams = watch->streamCount();
    report.dispersion = watch->dispersion();
    const int first = std::max(watch->firstStep(),
        axis.count - static_cast<int>((options.lookBackMs + options.mergeMs) / axis.stepMs));
    report.alarms =
        mergedAlarms(watch->alarms(report.threshold, {first, axis.count}), options.mergeMs);
    const UtcMs since = report.at - options.lookBackMs;
    report.alarms.erase(std::remove_if(report.alarms.begin(), report.alarms.end(),
                            [&](const Alarm &alarm) { return alarm.to <= since; }),
        report.alarms.end());
    std::reverse(report.alarms.begin(), report.alarms.end());
    BV_TRY_VOID(watch->addDetails(report.alarms, context));
    for (Alarm &alarm : report.alarms) {
        alarm.acknowledged = std::any_of(options.acknowledged.begin(), options.acknowledged.end(),
            [&](const Acknowledgement &each) { return covers(each, alarm); });
    }
    addTraces(report, *watch, {first, axis.count});
    return report;
}

Result<InjectionScore> scoreWarnings(const IncidentTable &table, const WarningOptions &options,
    const InjectionSpec &spec, const TaskContext &context)
{
    BV_TRY_VOID(check(table, options));
    BV_TRY_VOID(check(spec));
    BV_TRY(const auto watch, watchFor(table, options, context));
    const TimeAxis &axis = watch->axis();
    const auto perWeek = static_cast<int>(7 * kMsPerDay / axis.stepMs);
    const int first = std::max(watch->firstStep(), axis.count - options.historyWeeks * perWeek);
    const StepSpan scored{axis.count - (axis.count - first) / 3, axis.count};
    const auto grace = static_cast<int>((spec.graceMs + axis.stepMs - 1) / axis.stepMs);
    if (scored.to - scored.from <= spec.mostSteps + grace)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The history is too short for clusters of %1 steps. Choose shorter clusters or a "
                "later time."),
            {QString::number(spec.mostSteps)});
    const auto places = possiblePlaces(table, axis.at(scored.from));
    if (places.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "No incident of table %1 has a position."), {table.name});
    const auto rates =
        ratesOf(*watch, {first, scored.from}, options.mergeMs, mostToLookAt(options));
    InjectionScore score;
    score.threshold = chosenThreshold(*watch, options, rates);
    score.falseAlarmsPerWeek = ratePerWeek(*watch, score.threshold, scored, options.mergeMs);
    score.range = {axis.at(scored.from), axis.at(scored.to)};
    std::vector<double> delays;
    Random random(spec.seed);
    for (int i = 0; i < spec.clusters; ++i) {
        if (context.cancelled())
            return cancelledFailure();
        context.progress(i, spec.clusters, {});
        const auto range = static_cast<std::uint64_t>(spec.mostSteps - spec.leastSteps + 1);
        const int steps = spec.leastSteps + static_cast<int>(random.below(range));
        const int begin = scored.from
            + static_cast<int>(
                random.below(static_cast<std::uint64_t>(scored.to - scored.from - steps - grace)));
        const Incident &where = *places[random.below(places.size())];
        const auto cluster = clusterAbout(where, axis.at(begin), spec, steps, axis.stepMs, random);
        const auto raised =
            watch->noticed(cluster, {begin, begin + steps + grace}, score.threshold);
        if (raised)
            delays.push_back(double(*raised - axis.at(begin)) / double(kMsPerHour));
    }
    score.injected = spec.clusters;
    score.detected = static_cast<int>(delays.size());
    double sum = 0.0;
    for (const double delay : delays)
        sum += delay;
    score.meanDelayHours = delays.empty() ? kNone : sum / double(delays.size());
    score.medianDelayHours = medianOf(std::move(delays));
    return score;
}

} // namespace belvedere
