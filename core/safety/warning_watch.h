// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "safety/early_warning.h"

#include <memory>

namespace belvedere {

/// A stretch of steps, the last one exclusive.
struct StepSpan
{
    int from = 0;
    int to = 0;
};

/// A detector and all that it has seen, ready to be asked with any threshold.
class WarningWatch
{
public:
    virtual ~WarningWatch() = default;

    [[nodiscard]] virtual const TimeAxis &axis() const = 0;
    /// The first step that can be judged.
    [[nodiscard]] virtual int firstStep() const = 0;
    [[nodiscard]] virtual int streamCount() const = 0;
    [[nodiscard]] virtual double dispersion() const = 0;
    /// The detector's own; NaN where it has none.
    [[nodiscard]] virtual double usualThreshold() const = 0;
    /// Alarms a week by chance, if residuals were independent and normal; NaN where nobody knows.
    [[nodiscard]] virtual double theoreticalPerWeek(double threshold) const = 0;
    /// A threshold that nothing in `span` is above.
    [[nodiscard]] virtual double highestScore(StepSpan span) const = 0;

    /// What crosses the threshold in a step of `span`, not merged.
    [[nodiscard]] virtual std::vector<Alarm> alarms(double threshold, StepSpan span) const = 0;
    /// Nothing where the detector has no scores of single streams.
    [[nodiscard]] virtual std::optional<WarningTrace> trace(
        AlarmScope, const QString & /*subject*/, double /*threshold*/, StepSpan) const
    {
        return {};
    }
    /// With p where the detector has one.
    [[nodiscard]] virtual Result<> addDetails(
        std::vector<Alarm> &alarms, const TaskContext &context) const = 0;
    /// When an alarm is first raised in `span` that is there only because of these further
    /// incidents, and at their place.
    [[nodiscard]] virtual std::optional<UtcMs> noticed(
        const std::vector<Incident> &further, StepSpan span, double threshold) const = 0;
};

/// EARS and CUSUM on the residuals of city, types and cells.
[[nodiscard]] Result<std::unique_ptr<WarningWatch>> watchStreams(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context);
/// The scan statistic, once in each step, on places of 500 m that count once in a step: several
/// calls about one crash are no cluster.
[[nodiscard]] Result<std::unique_ptr<WarningWatch>> watchClusters(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context);

} // namespace belvedere
