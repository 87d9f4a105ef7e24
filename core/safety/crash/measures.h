// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace belvedere {

/// Which crashes a factor is about.
enum class MeasureTarget { All, Injury, Pedestrian };

/// A measure of the what-if menu with its crash modification factor.
struct CrashMeasure
{
    QString id; ///< "roundabout-for-stop"
    QString title; ///< English, for translation in "CrashMeasures"
    MeasureTarget target = MeasureTarget::Injury;
    bool junction = false; ///< of a junction, else of a stretch of road
    double factor = 1.0; ///< crashes with / without
    double low = 1.0; ///< range of the studies; low <= factor <= high
    double high = 1.0;
    int stars = 0; ///< rating of the CMF Clearinghouse, 1 … 5; 0 = not rated there
    QString source;
    QStringList excludes; ///< ids that make no sense beside it
};

/// From resources/crash/measures.json.
[[nodiscard]] const std::vector<CrashMeasure> &crashMeasures();
/// @return Errc::NotFound listing the ids.
[[nodiscard]] Result<CrashMeasure> crashMeasure(const QString &id);

/// Factors of several measures at one site, by target. Effects are taken as independent, which
/// overstates them: at most three are multiplied (HSM 1st edition, 3.5.3), the strongest three,
/// and the rest are named.
struct CombinedMeasures
{
    double all = 1.0;
    double injury = 1.0; ///< on injury crashes: those for all and for injury crashes
    double pedestrian = 1.0;
    QStringList leftOut;
};
inline constexpr int kMostMeasures = 3;

/// @return Errc::NotFound for an unknown id; Errc::Usage naming two measures that exclude each
/// other or one that stands twice.
[[nodiscard]] Result<CombinedMeasures> combineMeasures(const QStringList &ids);

[[nodiscard]] Result<std::vector<CrashMeasure>> parseCrashMeasures(
    const QByteArray &bytes, const QString &name);

} // namespace belvedere
