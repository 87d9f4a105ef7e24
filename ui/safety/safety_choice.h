// SPDX-License-Identifier: GPL-3.0-or-later
// ui/safety shows public safety: incidents, hot spots and risk on the map, early warning, and the
// comparison of rankings. What it computes is core/safety's; it runs on the pools and is kept.
#pragma once

#include <QString>

namespace belvedere::ui {

/// What covers the ground. The ids of their layer groups are those of surfaceId().
enum class SafetySurface {
    Density, ///< kernel density of the period
    Count, ///< incidents per cell in the period
    Risk, ///< expected incidents per cell in the hour shown
    HotSpots, ///< Getis-Ord Gi* of the counts
    Change ///< against the period before
};
inline constexpr SafetySurface kSafetySurfaces[] = {SafetySurface::Density, SafetySurface::Count,
    SafetySurface::Risk, SafetySurface::HotSpots, SafetySurface::Change};

/// What a person chose to see of the incidents.
struct SafetyChoice
{
    QString table; ///< name of the incident table
    QString type; ///< incidentType(); empty = all
    int days = 28; ///< of the period, which ends at the hour shown; 0 = all that is known then
    double cellM = 500.0; ///< edge of a cell
    double bandwidthM = 0.0; ///< of the density; 0 = usualBandwidthM()
    int k = 5; ///< least incidents that a place on the map stands for

    friend bool operator==(const SafetyChoice &, const SafetyChoice &) = default;
};

inline constexpr int kPeriodDays[] = {7, 28, 91, 365, 0};
inline constexpr double kCellSizesM[] = {250.0, 500.0, 1000.0, 2000.0};

} // namespace belvedere::ui
