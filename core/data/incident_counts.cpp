// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/incident_counts.h"

#include "city/square_grid.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <map>

namespace belvedere {

namespace {

constexpr UtcMs kShortestStep = kMsPerMinute;
constexpr UtcMs kLongestStep = 366 * kMsPerDay;
constexpr double kMostValues = 2.7e8; // a gigabyte of floats
constexpr std::size_t kBetweenCancels = 4096;

LonLat originOf(const std::vector<Incident> &incidents)
{
    std::vector<LonLat> positions;
    for (const Incident &incident : incidents) {
        if (incident.position)
            positions.push_back(*incident.position);
    }
    return gridOrigin(positions);
}

/// What an incident is counted under.
using SiteKey = std::pair<GridCell, QString>;

Site siteOf(const SiteKey &key, const CountSpec &spec, const SquareGrid &grid)
{
    const bool cells = spec.by == CountBy::Cell || spec.by == CountBy::CellAndType;
    const QString cell = QStringLiteral("x%1y%2").arg(key.first.east).arg(key.first.north);
    Site site;
    if (spec.by == CountBy::All)
        site.code = QStringLiteral("all");
    else if (spec.by == CountBy::Type)
        site.code = key.second;
    else
        site.code = spec.by == CountBy::Cell ? cell : cell + QLatin1Char('/') + key.second;
    if (cells)
        site.position = grid.centre(key.first);
    return site;
}

/// The steps that the table covers as a whole.
TimeAxis coveredAxis(const std::vector<Incident> &incidents, const CountSpec &spec)
{
    constexpr UtcMs kUnusualSilence = 5; // times the mean distance: e^-5 = 0.7 % by chance
    const UtcMs first = incidents.front().from;
    const UtcMs last = incidents.back().from;
    const UtcMs unusual =
        kUnusualSilence * (last - first) / std::max<UtcMs>(1, std::ssize(incidents) - 1);
    const UtcMs offset =
        spec.zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(first, Qt::UTC)) * kMsPerSecond;
    const UtcMs phase = (((first + offset) % spec.stepMs) + spec.stepMs) % spec.stepMs;
    const UtcMs start = first - phase + (phase > unusual ? spec.stepMs : 0);
    const UtcMs past = (((last - start) % spec.stepMs) + spec.stepMs) % spec.stepMs;
    const UtcMs end = last - past + (spec.stepMs - past > unusual ? 0 : spec.stepMs);
    return {start, spec.stepMs, static_cast<int>(std::max<UtcMs>(0, (end - start) / spec.stepMs))};
}

QString unitOf(UtcMs step)
{
    if (step == kMsPerHour)
        return QStringLiteral("incidents/h");
    if (step == kMsPerDay)
        return QStringLiteral("incidents/d");
    if (step % kMsPerHour == 0)
        return QStringLiteral("incidents/%1 h").arg(step / kMsPerHour);
    return QStringLiteral("incidents/%1 min").arg(double(step) / double(kMsPerMinute));
}

Result<> checkSpec(const IncidentTable &table, const CountSpec &spec)
{
    if (spec.stepMs < kShortestStep || spec.stepMs > kLongestStep)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "A step of %1 s is not between a minute and a year. Choose another one."),
            {QString::number(double(spec.stepMs) / double(kMsPerSecond))});
    if (table.incidents.size() < 2)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "Table %1 has %2 incidents: too few to count over time."),
            {table.name, QString::number(table.incidents.size())});
    return {};
}

} // namespace

QString incidentType(const QString &category)
{
    const QString type = category.section(QLatin1Char(':'), 0, 0).trimmed();
    return type.isEmpty() ? QStringLiteral("unknown") : type;
}

Result<IncidentCounts> countIncidents(
    const IncidentTable &table, const CountSpec &spec, const TaskContext &context)
{
    BV_TRY_VOID(checkSpec(table, spec));
    const TimeAxis axis = coveredAxis(table.incidents, spec);
    const bool cells = spec.by == CountBy::Cell || spec.by == CountBy::CellAndType;
    const bool types = spec.by == CountBy::Type || spec.by == CountBy::CellAndType;
    BV_TRY(const SquareGrid grid, SquareGrid::make(originOf(table.incidents), spec.cellM));

    IncidentCounts counts;
    std::map<SiteKey, std::vector<int>> steps; // of the incidents of each site
    for (std::size_t i = 0; i < table.incidents.size(); ++i) {
        if (i % kBetweenCancels == 0 && context.cancelled())
            return cancelledFailure();
        const Incident &incident = table.incidents[i];
        const int step = axis.indexOf(incident.from);
        if (!axis.has(step)) {
            ++counts.outsideSpan;
        } else if (cells && !incident.position) {
            ++counts.withoutPosition;
        } else {
            const GridCell cell = cells ? grid.at(*incident.position) : GridCell();
            steps[{cell, types ? incidentType(incident.category) : QString()}].push_back(step);
            ++counts.counted;
        }
    }
    if (axis.count == 0 || steps.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "The incidents of %1 fill no whole step of %2 min. Choose a shorter one."),
            {table.name, QString::number(double(spec.stepMs) / double(kMsPerMinute))});
    if (double(axis.count) * double(steps.size()) > kMostValues)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "%1 sites with %2 steps each are too many. Choose larger cells or longer steps."),
            {QString::number(steps.size()), QString::number(axis.count)});

    counts.series = Series(
        axis, static_cast<int>(steps.size()), {{QStringLiteral("count"), unitOf(spec.stepMs)}});
    std::fill(counts.series.values.begin(), counts.series.values.end(), 0.0F);
    std::fill(counts.series.quality.begin(), counts.series.quality.end(), Quality::Good);
    for (const auto &[key, when] : steps) {
        const SiteId site(static_cast<std::int32_t>(counts.dataset.sites.size()));
        counts.dataset.sites.push_back(siteOf(key, spec, grid));
        for (const int step : when)
            counts.series.values[counts.series.offset(step, site, 0)] += 1.0F;
    }
    counts.dataset.name = spec.dataset;
    counts.dataset.domain = QStringLiteral("safety");
    counts.dataset.source = table.source;
    counts.dataset.simulated = table.simulated;
    counts.dataset.zone = spec.zone;
    counts.dataset.axis = axis;
    counts.dataset.channels = counts.series.channels;
    return counts;
}

Result<> checkSameCounting(const Dataset &stored, const Dataset &counted)
{
    QSet<QString> codes;
    for (const Site &site : counted.sites)
        codes.insert(site.code);
    const bool same = stored.axis.stepMs == counted.axis.stepMs
        && std::all_of(stored.sites.begin(), stored.sites.end(),
            [&](const Site &site) { return codes.contains(site.code); });
    if (same)
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "The data set \"%1\" is there already, with other sites or steps. Choose another name "
            "for the counts."),
        {stored.name});
}

} // namespace belvedere
