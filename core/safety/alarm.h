// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "city/lon_lat.h"
#include "data/dataset.h"

#include <optional>
#include <vector>

namespace belvedere {

enum class WarningDetector { EarsC1, EarsC2, EarsC3, Cusum, Scan };
inline constexpr int kWarningDetectorCount = 5;

/// "ears-c1", "ears-c2", "ears-c3", "cusum", "scan": what scripts write.
[[nodiscard]] QString detectorName(WarningDetector detector);
/// @return Errc::Usage listing the names.
[[nodiscard]] Result<WarningDetector> detectorByName(const QString &name);

/// What an alarm is about.
enum class AlarmScope {
    City, ///< all incidents
    Type, ///< those of one incidentType()
    Cell, ///< those in a square
    Cluster ///< those in a circle that the scan statistic found
};

/// More happened than is usual, for as long as it was unusual.
struct Alarm
{
    QString id; ///< the same whenever it is computed from the same data and options
    WarningDetector detector = WarningDetector::EarsC2;
    AlarmScope scope = AlarmScope::City;
    QString subject; ///< the type or the cell; empty for the city and for clusters
    UtcMs from = 0; ///< of the first incidents that it is about
    UtcMs to = 0; ///< of the last ones, exclusive
    UtcMs raised = 0; ///< when it could first be known
    UtcMs peak = 0; ///< when the score was highest
    /// Incidents that its highest score is about; of clusters, places of 500 m with an incident in
    /// an hour.
    int observed = 0;
    double expected = 0.0; ///< how many of these are usual at such hours of the week
    double score = 0.0; ///< highest; compare with the report's threshold
    std::optional<double> p; ///< of clusters
    std::optional<LonLat> centre; ///< of cells and clusters
    double radiusM = 0.0; ///< of clusters; half the edge of cells
    int merged = 1; ///< alarms that became this one
    bool acknowledged = false;
};

/// Alarms of one detector and scope that are one event: less than `gapMs` apart in time, and of
/// the same subject or, for cells and clusters, with areas that touch. The one with the highest
/// score gives all but the times. Ordered by `raised`; with their ids.
[[nodiscard]] std::vector<Alarm> mergedAlarms(std::vector<Alarm> alarms, UtcMs gapMs);

/// A person has seen an alarm and knows why: what happened then is no example of the usual.
struct Acknowledgement
{
    QString alarmId;
    AlarmScope scope = AlarmScope::City;
    QString subject;
    std::optional<LonLat> centre;
    double radiusM = 0.0;
    TimeRange range;
    QString note; ///< by the person
    UtcMs at = 0;
};

[[nodiscard]] Acknowledgement acknowledgementOf(const Alarm &alarm, const QString &note, UtcMs at);
/// Whether the alarm is about what was acknowledged.
[[nodiscard]] bool covers(const Acknowledgement &acknowledgement, const Alarm &alarm);

} // namespace belvedere
