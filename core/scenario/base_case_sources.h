// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "scenario/base_case.h"

#include <QString>

#include <optional>

namespace belvedere {

/// Where a base case is read from, as a scenario file says it.
struct BaseCaseFiles
{
    QString network; ///< TNTP network file, or a folder in GMNS format
    QString trips; ///< TNTP trips file, or demand.csv in GMNS format
    QString nodes; ///< TNTP node file or GeoJSON of points, optional
    double lengthUnitM = 0.0; ///< metres of one unit of length; 0 = as published, else 1000
    std::optional<double> tollFactor; ///< minutes a unit of toll; absent = as published, else 0
    std::optional<double> distanceFactor;
    QString fleet = QStringLiteral("eu-mixed-2025");
    double shareOfDay = 0.1;

    friend bool operator==(const BaseCaseFiles &, const BaseCaseFiles &) = default;
};

/// Network, demand and places of nodes from files.
[[nodiscard]] Result<std::shared_ptr<const BaseCase>> readBaseCase(const BaseCaseFiles &files);

} // namespace belvedere
