// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"

#include <QString>

#include <vector>

namespace belvedere {

/// A part of the day in which demand is taken as even.
struct DayPeriod
{
    QString name;
    double hours = 1.0;
    std::vector<OdMatrix> demand; ///< trips within the period, one matrix for each class
};

/// The same network with the capacity that it has in so many hours.
/// @param hourly  capacities an hour. @return Errc::Usage unless hours is above 0.
[[nodiscard]] Result<AssignmentNetwork> overHours(const AssignmentNetwork &hourly, double hours);

/// Each period by itself, from the routes of the one before it: no traffic waits from one to the
/// next. Errors name the period.
[[nodiscard]] Result<std::vector<AssignmentResult>> assignPeriods(const AssignmentNetwork &hourly,
    const std::vector<DayPeriod> &periods, const AssignmentOptions &options,
    const TaskContext &context = {});

} // namespace belvedere
