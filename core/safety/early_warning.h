// SPDX-License-Identifier: GPL-3.0-or-later
// Early warning: detectors on what is left of counts once the hour of the week is taken out. A
// raw stream would alarm at each rush hour.
#pragma once

#include "base/task.h"
#include "data/incident_table.h"
#include "safety/alarm.h"

namespace belvedere {

struct WarningOptions
{
    WarningDetector detector = WarningDetector::EarsC2;
    /// Alarms a week that people can look after; the threshold is set so that the history had as
    /// many. Absent = the detector's usual threshold: z for an error of 0.001 (C3: 0.025), h = 5;
    /// the scan statistic has none and gets 1 a week.
    std::optional<double> budgetPerWeek;
    UtcMs at = 0; ///< nothing later is known; 0 = the end of the incidents
    UtcMs lookBackMs = 7 * kMsPerDay; ///< alarms raised in this time before `at` are told
    UtcMs stepMs = kMsPerHour;
    QTimeZone zone = QTimeZone::utc(); ///< the hours of the week are its
    double cellM = 4000.0; ///< edge of the squares that are watched beside city and types
    double leastPerDay = 0.5; ///< types and squares with fewer incidents a day are not watched
    int baselineWeeks = 8; ///< that the usual is taken from
    int historyWeeks = 26; ///< before `at` that false alarms are counted in, at most
    UtcMs mergeMs = 6 * kMsPerHour; ///< alarms closer than this are one
    double largestRadiusM = 5000.0; ///< of clusters
    int longestSteps = 6; ///< of clusters
    int replicates = 999; ///< for the p values of clusters that are told
    std::uint64_t seed = 1;
    std::vector<Acknowledgement> acknowledged;
};

/// How often a threshold is crossed by chance.
struct ThresholdRate
{
    double threshold = 0.0;
    double alarmsPerWeek = 0.0; ///< after merging, on the history, all streams together
};

/// What a detector saw of one stream in the look-back, for a chart.
struct WarningTrace
{
    AlarmScope scope = AlarmScope::City;
    QString subject;
    TimeAxis axis;
    std::vector<int> counts; ///< [steps]
    std::vector<double> expected; ///< [steps]
    std::vector<double> scores; ///< [steps], to compare with the report's threshold
};

struct WarningReport
{
    QString table;
    WarningDetector detector = WarningDetector::EarsC2;
    UtcMs at = 0;
    TimeRange history; ///< in which alarms were counted: before the look-back, if it is long enough
    double threshold = 0.0;
    double alarmsPerWeek = 0.0; ///< measured on the history; what happened there counts as chance
    /// What theory says for independent normal residuals, before merging; NaN where there is no
    /// formula. For CUSUM 168 streams / ARL.
    double theoreticalPerWeek = 0.0;
    std::vector<ThresholdRate> rates; ///< of other thresholds, ascending
    int streams = 0; ///< that are watched; centres of circles for the scan
    double dispersion = 1.0; ///< variance over mean of the residuals' counts, median of the streams
    std::vector<Alarm> alarms; ///< in the look-back, newest first
    /// Of the city, then of each type and square with an alarm; none of the scan.
    std::vector<WarningTrace> traces;
};

/// @return Errc::Usage for options that make no sense; Errc::Shape if the table has less than
/// three weeks before `at`, or too few incidents; Errc::Cancelled.
[[nodiscard]] Result<WarningReport> findWarnings(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context = {});

/// Incidents that are put where none were, to see whether and when they are noticed.
struct InjectionSpec
{
    int clusters = 200;
    int incidents = 8; ///< in each
    double leastRadiusM = 1000.0;
    double largestRadiusM = 3000.0;
    int leastSteps = 1;
    int mostSteps = 6;
    UtcMs graceMs = kMsPerHour; ///< after its end, in which a cluster may still be noticed
    std::uint64_t seed = 1;
};

struct InjectionScore
{
    int injected = 0;
    int detected = 0;
    double meanDelayHours = 0.0; ///< of those detected, from their begin to the alarm; NaN if none
    double medianDelayHours = 0.0;
    double falseAlarmsPerWeek = 0.0; ///< in the same weeks without the clusters
    double threshold = 0.0;
    TimeRange range; ///< that the clusters lie in: the last third of the history
    [[nodiscard]] double detectionRate() const
    {
        return injected > 0 ? double(detected) / injected : 0.0;
    }
};

/// One cluster at a time is put into the last third of the history, about the place of a random
/// incident; the threshold is set on the part before it. Noticed is what raises an alarm that is
/// not there without the cluster, at its place and before its grace ends.
[[nodiscard]] Result<InjectionScore> scoreWarnings(const IncidentTable &table,
    const WarningOptions &options, const InjectionSpec &spec, const TaskContext &context = {});

} // namespace belvedere
