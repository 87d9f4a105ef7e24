// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/demo_city.h"

namespace belvedere::simulation {

/// A data set with its values.
struct FilledDataset
{
    Dataset dataset;
    Series series;
};

/// The whole demo city as values, before it is kept anywhere.
struct DemoContents
{
    CityInfo info;
    RoadNetwork network;
    Backdrop backdrop;
    FilledDataset traffic;
    FilledDataset air;
    FilledDataset weather;
    IncidentTable incidents;
    IncidentTable calls;
};

/// A pure function of `options`; `options.end` must be set.
/// @return Errc::Usage if `days` is not in 1 … 366.
[[nodiscard]] Result<DemoContents> demoContents(
    const DemoOptions &options, const TaskContext &context = {});

} // namespace belvedere::simulation
