// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/incident_table.h"
#include "safety/alarm.h"

namespace belvedere {

/// Counts over time that are watched together.
struct WarningStream
{
    AlarmScope scope = AlarmScope::City;
    QString subject; ///< type or cell
    std::optional<LonLat> centre; ///< of a cell
    std::vector<int> counts; ///< [steps]
};

struct WarningStreams
{
    TimeAxis axis;
    std::vector<int> localSteps; ///< [steps], whole steps since 1970 in local time
    int stepsPerWeek = 168;
    double cellM = 0.0;
    std::vector<WarningStream> streams; ///< the first one is the city

    /// Streams in which an incident at a step of the axis counts.
    [[nodiscard]] std::vector<std::size_t> of(const Incident &incident) const;
    /// The latest step at the same local time whole weeks before; may be negative.
    [[nodiscard]] int weeksBefore(int step, int weeks) const;
};

struct StreamSpec
{
    UtcMs stepMs = kMsPerHour;
    QTimeZone zone = QTimeZone::utc();
    double cellM = 4000.0;
    double leastPerDay = 0.5;
    UtcMs at = 0; ///< nothing later counts; 0 = the end of the incidents
};

/// All incidents, those of each type and those of each cell, where they are not too few.
/// @return Errc::Usage for a step or cell size that makes no sense; Errc::Shape if the incidents
/// fill no step.
[[nodiscard]] Result<WarningStreams> warningStreams(
    const IncidentTable &table, const StreamSpec &spec, const TaskContext &context = {});

} // namespace belvedere
