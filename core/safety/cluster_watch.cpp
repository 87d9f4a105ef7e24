// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/warning_watch.h"

#include "city/projection.h"
#include "safety/scan_statistic.h"
#include "safety/warning_streams.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace belvedere {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kLocationM = 500.0; // cases closer than this share a location
constexpr double kFarthestM = 150000.0; // from the middle; farther out is no part of the city
constexpr int kMostCentres = 1200;
constexpr std::size_t kKeptOfStep = 3;
constexpr double kLeastScore = 3.0; // chance alone reaches this several times a day

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

LonLat middleOf(const std::vector<Incident> &incidents)
{
    std::vector<double> lons;
    std::vector<double> lats;
    for (const Incident &incident : incidents) {
        if (!incident.position)
            continue;
        lons.push_back(incident.position->lon);
        lats.push_back(incident.position->lat);
    }
    if (lons.empty())
        return {};
    return {medianOf(std::move(lons)), medianOf(std::move(lats))};
}

/// Squares in which something happened, numbered.
class Locations
{
public:
    explicit Locations(LonLat middle)
        : m_projection(middle)
    {
    }
    /// -1 far outside.
    int add(LonLat position)
    {
        const PointM p = m_projection.toPlane(position);
        if (std::hypot(p.x, p.y) > kFarthestM)
            return -1;
        const auto [found, fresh] =
            m_numbers.try_emplace(keyOf(p), static_cast<int>(m_points.size()));
        if (fresh)
            m_points.push_back({(double(found->first.first) + 0.5) * kLocationM,
                (double(found->first.second) + 0.5) * kLocationM});
        return found->second;
    }
    /// The one that the position is in, or the nearest.
    [[nodiscard]] int nearest(LonLat position) const
    {
        const PointM p = m_projection.toPlane(position);
        if (const auto found = m_numbers.find(keyOf(p)); found != m_numbers.end())
            return found->second;
        const auto best =
            std::min_element(m_points.begin(), m_points.end(), [&](PointM a, PointM b) {
                return std::hypot(a.x - p.x, a.y - p.y) < std::hypot(b.x - p.x, b.y - p.y);
            });
        return static_cast<int>(best - m_points.begin());
    }
    [[nodiscard]] const std::vector<PointM> &points() const { return m_points; }
    [[nodiscard]] LonLat position(int location) const
    {
        return m_projection.toSphere(m_points[static_cast<std::size_t>(location)]);
    }

private:
    using Key = std::pair<int, int>;
    [[nodiscard]] static Key keyOf(PointM p)
    {
        return {static_cast<int>(std::floor(p.x / kLocationM)),
            static_cast<int>(std::floor(p.y / kLocationM))};
    }

    LocalProjection m_projection;
    std::map<Key, int> m_numbers;
    std::vector<PointM> m_points;
};

class ClusterWatch : public WarningWatch
{
public:
    ClusterWatch(const IncidentTable &table, WarningStreams streams, const WarningOptions &options);

    [[nodiscard]] Result<> scanHistory(const TaskContext &context);

    const TimeAxis &axis() const override { return m_streams.axis; }
    int firstStep() const override { return m_firstStep; }
    int streamCount() const override { return m_circles.centreCount(); }
    double dispersion() const override { return kNone; }
    double usualThreshold() const override { return kNone; }
    double theoreticalPerWeek(double) const override { return kNone; }
    double highestScore(StepSpan span) const override;
    std::vector<Alarm> alarms(double threshold, StepSpan span) const override;
    Result<> addDetails(std::vector<Alarm> &alarms, const TaskContext &context) const override;
    std::optional<UtcMs> noticed(
        const std::vector<Incident> &further, StepSpan span, double threshold) const override;

private:
    [[nodiscard]] ScanStudy studyAt(int step, const std::vector<Incident> &further = {}) const;
    [[nodiscard]] Alarm alarmOf(int step, const ScanCluster &cluster) const;

    WarningStreams m_streams;
    WarningOptions m_options;
    ScanOptions m_scan;
    Locations m_locations;
    std::vector<std::vector<int>> m_cases; // [steps], locations
    ScanCircles m_circles;
    int m_firstStep = 0;
    std::vector<std::vector<ScanCluster>> m_found; // [steps], those with the highest scores
};

ClusterWatch::ClusterWatch(
    const IncidentTable &table, WarningStreams streams, const WarningOptions &options)
    : m_streams(std::move(streams))
    , m_options(options)
    , m_locations(middleOf(table.incidents))
{
    m_scan.longestSteps = options.longestSteps;
    m_scan.largestRadiusM = options.largestRadiusM;
    m_scan.seed = options.seed;
    m_scan.replicates = 0;
    m_scan.mostCentres = kMostCentres;
    m_scan.leastScore = kLeastScore;
    m_cases.resize(static_cast<std::size_t>(m_streams.axis.count));
    for (const Incident &incident : table.incidents) {
        const int step = m_streams.axis.indexOf(incident.from);
        if (!incident.position || !m_streams.axis.has(step))
            continue;
        const int location = m_locations.add(*incident.position);
        if (location >= 0)
            m_cases[static_cast<std::size_t>(step)].push_back(location);
    }
    // Several calls about one crash are no cluster: a place counts once in each step.
    for (std::vector<int> &cases : m_cases) {
        std::sort(cases.begin(), cases.end());
        cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
    }
    constexpr int kLeastWeeks = 3;
    m_firstStep = std::max(kLeastWeeks * m_streams.stepsPerWeek,
        m_streams.axis.count - options.historyWeeks * m_streams.stepsPerWeek);
}

/// The cases of the last steps, and those of the same hours of the days before: so that what is
/// usual at a place is what is usual there at this time of day.
ScanStudy ClusterWatch::studyAt(int step, const std::vector<Incident> &further) const
{
    const int longest = m_scan.longestSteps;
    const int perDay = m_streams.stepsPerWeek / 7;
    const int days = m_options.baselineWeeks * 7;
    ScanStudy study;
    study.locations = m_locations.points();
    study.steps = longest * (days + 1);
    for (int day = 0; day <= days; ++day) {
        for (int back = 0; back < longest; ++back) {
            const int at = step - day * perDay - back;
            if (at < 0)
                break;
            for (const int location : m_cases[static_cast<std::size_t>(at)])
                study.cases.push_back({location, day * longest + back});
        }
    }
    std::set<std::pair<int, int>> added; // age and location
    for (const Incident &incident : further) {
        const int back = step - m_streams.axis.indexOf(incident.from);
        if (!incident.position || back < 0 || back >= longest)
            continue;
        const int location = m_locations.nearest(*incident.position);
        const auto &known = m_cases[static_cast<std::size_t>(step - back)];
        if (!std::binary_search(known.begin(), known.end(), location)
            && added.emplace(back, location).second)
            study.cases.push_back({location, back});
    }
    return study;
}

Result<> ClusterWatch::scanHistory(const TaskContext &context)
{
    BV_TRY(m_circles,
        ScanCircles::about(
            m_locations.points(), m_scan.largestRadiusM, m_scan.mostCentres, context));
    if (m_circles.centreCount() == 0 || m_streams.axis.count <= m_firstStep)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The incidents with a position reach back %1 days: more than three weeks are "
                "needed to know what is usual. Choose a later time, or import earlier incidents."),
            {QString::number(m_circles.centreCount() == 0 ? 0.0
                                                          : double(m_streams.axis.count)
                        * double(m_streams.axis.stepMs) / double(kMsPerDay),
                'f', 1)});
    m_found.resize(static_cast<std::size_t>(m_streams.axis.count));
    for (int t = m_firstStep; t < m_streams.axis.count; ++t) {
        if (context.cancelled())
            return cancelledFailure();
        context.progress(t - m_firstStep, m_streams.axis.count - m_firstStep, {});
        BV_TRY(ScanResult result, scanSpaceTime(studyAt(t), m_circles, m_scan));
        result.clusters.resize(std::min(kKeptOfStep, result.clusters.size()));
        m_found[static_cast<std::size_t>(t)] = std::move(result.clusters);
    }
    return {};
}

double ClusterWatch::highestScore(StepSpan span) const
{
    double highest = 0.0;
    for (int t = span.from; t < span.to; ++t) {
        for (const ScanCluster &cluster : m_found[static_cast<std::size_t>(t)])
            highest = std::max(highest, cluster.score);
    }
    return highest;
}

Alarm ClusterWatch::alarmOf(int step, const ScanCluster &cluster) const
{
    Alarm alarm;
    alarm.detector = WarningDetector::Scan;
    alarm.scope = AlarmScope::Cluster;
    alarm.raised = m_streams.axis.at(step + 1);
    alarm.peak = alarm.raised;
    alarm.to = alarm.raised;
    alarm.from = m_streams.axis.at(step + 1 - cluster.steps);
    alarm.observed = cluster.observed;
    alarm.expected = cluster.expected;
    alarm.score = cluster.score;
    alarm.centre = m_locations.position(cluster.centre);
    alarm.radiusM = std::max(cluster.radiusM, kLocationM / 2.0);
    return alarm;
}

std::vector<Alarm> ClusterWatch::alarms(double threshold, StepSpan span) const
{
    std::vector<Alarm> all;
    for (int t = std::max(m_firstStep, span.from); t < span.to; ++t) {
        for (const ScanCluster &cluster : m_found[static_cast<std::size_t>(t)]) {
            if (cluster.score > threshold)
                all.push_back(alarmOf(t, cluster));
        }
    }
    return all;
}

Result<> ClusterWatch::addDetails(std::vector<Alarm> &alarms, const TaskContext &context) const
{
    if (m_options.replicates == 0)
        return {};
    ScanOptions scan = m_scan;
    scan.replicates = m_options.replicates;
    for (Alarm &alarm : alarms) {
        const int step = m_streams.axis.indexOf(alarm.peak) - 1;
        BV_TRY(const ScanResult result, scanSpaceTime(studyAt(step), m_circles, scan, context));
        for (const ScanCluster &cluster : result.clusters) {
            if (cluster.score == alarm.score)
                alarm.p = cluster.p;
        }
    }
    return {};
}

std::optional<UtcMs> ClusterWatch::noticed(
    const std::vector<Incident> &further, StepSpan span, double threshold) const
{
    // The middle of the incidents, and how far they reach from it.
    LonLat middle;
    for (const Incident &incident : further) {
        middle.lon += incident.position->lon / static_cast<double>(further.size());
        middle.lat += incident.position->lat / static_cast<double>(further.size());
    }
    double reach = 0.0;
    for (const Incident &incident : further)
        reach = std::max(reach, distanceM(middle, *incident.position));
    const auto isThere = [&](int step, const ScanCluster &cluster) {
        const Alarm alarm = alarmOf(step, cluster);
        return cluster.score > threshold
            && distanceM(middle, *alarm.centre) <= reach + alarm.radiusM;
    };
    const auto anyThere = [&](int step, const std::vector<ScanCluster> &clusters) {
        return std::any_of(clusters.begin(), clusters.end(),
            [&](const ScanCluster &cluster) { return isThere(step, cluster); });
    };
    for (int t = span.from; t < span.to; ++t) {
        const auto result = scanSpaceTime(studyAt(t, further), m_circles, m_scan);
        if (result && anyThere(t, result->clusters)
            && !anyThere(t, m_found[static_cast<std::size_t>(t)]))
            return m_streams.axis.at(t + 1);
    }
    return std::nullopt;
}

} // namespace

Result<std::unique_ptr<WarningWatch>> watchClusters(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context)
{
    StreamSpec spec{options.stepMs, options.zone, options.cellM, options.leastPerDay, options.at};
    BV_TRY(WarningStreams streams, warningStreams(table, spec, context));
    auto watch = std::make_unique<ClusterWatch>(table, std::move(streams), options);
    BV_TRY_VOID(watch->scanHistory(context));
    return std::unique_ptr<WarningWatch>(std::move(watch));
}

} // namespace belvedere
