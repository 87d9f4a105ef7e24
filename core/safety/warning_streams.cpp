// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/warning_streams.h"

#include "city/projection.h"
#include "data/incident_counts.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

IncidentTable knownUntil(const IncidentTable &table, UtcMs at)
{
    IncidentTable known = table;
    if (at != 0) {
        const auto later = std::lower_bound(known.incidents.begin(), known.incidents.end(), at,
            [](const Incident &incident, UtcMs time) { return incident.from < time; });
        known.incidents.erase(later, known.incidents.end());
    }
    return known;
}

/// Quiet steps at the end belong to it where later incidents show that the source went on.
int countOfSteps(const TimeAxis &axis, const IncidentTable &table, UtcMs at)
{
    if (at == 0 || table.incidents.empty() || table.incidents.back().from < at)
        return axis.count;
    return std::max(axis.count, axis.indexOf(at));
}

void addStreams(
    WarningStreams &streams, const IncidentCounts &counts, AlarmScope scope, double leastPerDay)
{
    const Series &series = counts.series;
    for (int site = 0; site < series.siteCount; ++site) {
        const Site &what = counts.dataset.sites[static_cast<std::size_t>(site)];
        WarningStream stream;
        stream.scope = scope;
        stream.subject = scope == AlarmScope::City ? QString() : what.code;
        stream.centre = what.position;
        stream.counts.assign(static_cast<std::size_t>(streams.axis.count), 0);
        double all = 0.0;
        for (int step = 0; step < std::min(series.axis.count, streams.axis.count); ++step) {
            const float value = series.value(step, SiteId(site), 0);
            stream.counts[static_cast<std::size_t>(step)] = static_cast<int>(value);
            all += static_cast<double>(value);
        }
        const double days = static_cast<double>(streams.axis.count)
            * static_cast<double>(streams.axis.stepMs) / static_cast<double>(kMsPerDay);
        if (scope == AlarmScope::City || all >= leastPerDay * days)
            streams.streams.push_back(std::move(stream));
    }
}

} // namespace

std::vector<std::size_t> WarningStreams::of(const Incident &incident) const
{
    const QString type = incidentType(incident.category);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const WarningStream &stream = streams[i];
        bool inside = stream.scope == AlarmScope::City
            || (stream.scope == AlarmScope::Type && stream.subject == type);
        if (stream.scope == AlarmScope::Cell && incident.position && stream.centre) {
            // Near enough for a square of a few kilometres, wherever the grid has its origin.
            const PointM p = LocalProjection(*stream.centre).toPlane(*incident.position);
            inside = std::abs(p.x) <= cellM / 2.0 && std::abs(p.y) <= cellM / 2.0;
        }
        if (inside)
            found.push_back(i);
    }
    return found;
}

int WarningStreams::weeksBefore(int step, int weeks) const
{
    const auto at = [&](int s) { return localSteps[static_cast<std::size_t>(s)]; };
    const int plain = step - weeks * stepsPerWeek;
    if (plain < 0)
        return plain;
    // Where the clocks changed in between, the same hour lies elsewhere.
    return plain + (at(step) - weeks * stepsPerWeek - at(plain));
}

Result<WarningStreams> warningStreams(
    const IncidentTable &table, const StreamSpec &spec, const TaskContext &context)
{
    constexpr UtcMs kWeek = 7 * kMsPerDay;
    if (spec.stepMs <= 0 || kWeek % spec.stepMs != 0 || spec.stepMs > kMsPerDay)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A step of %1 min does not divide a day of the week. Choose a shorter one."),
            {QString::number(double(spec.stepMs) / double(kMsPerMinute))});
    const IncidentTable known = knownUntil(table, spec.at);
    CountSpec counting{table.name, CountBy::All, spec.stepMs, spec.cellM, spec.zone};
    WarningStreams streams;
    for (const auto &[by, scope] :
        {std::pair(CountBy::All, AlarmScope::City), std::pair(CountBy::Type, AlarmScope::Type),
            std::pair(CountBy::Cell, AlarmScope::Cell)}) {
        counting.by = by;
        const auto counts = countIncidents(known, counting, context);
        const bool noPositions =
            !counts && by == CountBy::Cell && counts.error().code == Errc::Shape;
        if (noPositions)
            continue;
        if (!counts)
            return failure(counts.error());
        streams.axis = counts->series.axis;
        streams.axis.count = countOfSteps(counts->series.axis, table, spec.at);
        addStreams(streams, *counts, scope, spec.leastPerDay);
    }
    streams.cellM = spec.cellM;
    streams.stepsPerWeek = static_cast<int>(kWeek / spec.stepMs);
    for (int step = 0; step < streams.axis.count; ++step) {
        const UtcMs time = streams.axis.at(step);
        const UtcMs offset =
            spec.zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)) * kMsPerSecond;
        streams.localSteps.push_back(static_cast<int>((time + offset) / spec.stepMs));
    }
    return streams;
}

} // namespace belvedere
