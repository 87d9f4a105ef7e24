// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/period_assignment.h"

#include <cmath>

namespace belvedere {

Result<AssignmentNetwork> overHours(const AssignmentNetwork &hourly, double hours)
{
    if (!(hours > 0.0) || !std::isfinite(hours))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A period of %1 hours. Give it more than 0."),
            {QString::number(hours)});
    AssignmentNetworkData data = hourly.data();
    for (AssignmentLink &link : data.links)
        link.delay.capacity *= hours;
    return AssignmentNetwork::make(std::move(data));
}

Result<std::vector<AssignmentResult>> assignPeriods(const AssignmentNetwork &hourly,
    const std::vector<DayPeriod> &periods, const AssignmentOptions &options,
    const TaskContext &context)
{
    std::vector<AssignmentResult> results;
    std::shared_ptr<const BushState> routes;
    for (const DayPeriod &period : periods) {
        auto network = overHours(hourly, period.hours);
        auto result = network ? assign(*network, period.demand, options, context, routes)
                              : Result<AssignmentResult>(failure(network.error()));
        if (!result) {
            if (result.error().where.isEmpty())
                result.error().where = period.name;
            return failure(result.error());
        }
        routes = result->state;
        results.push_back(std::move(*result));
    }
    return results;
}

} // namespace belvedere
