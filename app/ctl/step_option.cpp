// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_option.h"

#include "base/utc_time.h"

namespace belvedere::ctl {

void addStepOption(CLI::App &verb, double &stepMs)
{
    verb.add_option("--step", stepMs, "Length of a step in min, h or d (default: 1h)")
        ->transform(CLI::AsNumberWithUnit(
            std::map<std::string, double>{{"min", static_cast<double>(kMsPerMinute)},
                {"h", static_cast<double>(kMsPerHour)}, {"d", static_cast<double>(kMsPerDay)}},
            CLI::AsNumberWithUnit::UNIT_REQUIRED))
        ->type_name("TIME");
}

} // namespace belvedere::ctl
