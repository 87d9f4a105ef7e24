// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/cell_incidents.h"

namespace belvedere {

/// What becomes of the part of a kernel that reaches over the edge of the area.
enum class KernelEdge {
    Lost, ///< the density is too low along the edge
    Corrected ///< each incident spreads over the cells of the area alone: the sum is kept
};

struct KernelSpec
{
    double bandwidthM = 500.0; ///< standard deviation of the Gaussian
    KernelEdge edge = KernelEdge::Corrected;
    /// After so many days an incident weighs half (ST-KDE); 0 = all weigh the same.
    double halfLifeDays = 0.0;
};

/// Kernel density of incidents that were binned by cell first: exact up to the cell size, and
/// quick, because a Gaussian is a product of one along the rows and one along the columns. The
/// kernel is integrated over each cell and cut at four bandwidths.
/// @return incidents per cell as smoothed at the end of `range` (divide by grid.cellKm2() for a
/// density per km²), [cells]; Errc::Usage for a bandwidth or half-life that makes no sense.
[[nodiscard]] Result<std::vector<double>> kernelDensity(const CellIncidents &incidents,
    const KernelSpec &spec, TimeRange range = {}, int type = kAllTypes);

/// The same for weights of cells. [cells] in and out.
[[nodiscard]] Result<std::vector<double>> smoothed(
    const StudyArea &area, const std::vector<double> &weights, double bandwidthM, KernelEdge edge);

/// Scott's rule for points on a plane, n^(-1/6) times the standard distance of the incidents
/// (root of the mean variance of both coordinates), not below half a cell. Source: Scott 1992,
/// "Multivariate Density Estimation". It oversmooths a city with several centres: a first guess.
[[nodiscard]] double usualBandwidthM(
    const CellIncidents &incidents, TimeRange range = {}, int type = kAllTypes);

} // namespace belvedere
