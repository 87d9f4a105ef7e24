// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace belvedere {

/// A measure of the what-if menu with its crash modification factors: crashes with / without it.
struct CrashMeasure
{
    QString id; ///< "roundabout-for-stop"
    QString title; ///< English, for translation in "CrashMeasures"
    bool junction = false; ///< of a junction, else of a stretch of road
    std::optional<double> all; ///< on all crashes
    std::optional<double> injury; ///< on crashes with injured people
    std::optional<double> pedestrian; ///< on crashes with pedestrians
    std::optional<double> low; ///< range of the studies for the first factor; absent = not known
    std::optional<double> high;
    int stars = 0; ///< rating of the CMF Clearinghouse, 1 … 5; 0 = not known here
    bool checked = false; ///< read in the cited table; otherwise quoted, to be looked up
    QString source;
    QStringList excludes; ///< ids that make no sense beside it
};

/// From resources/crash/measures.json.
[[nodiscard]] const std::vector<CrashMeasure> &crashMeasures();
/// @return Errc::NotFound listing the ids.
[[nodiscard]] Result<CrashMeasure> crashMeasure(const QString &id);

/// Factors of several measures at one site. Effects are taken as independent, which
/// overstates them: at most three are multiplied (HSM 1st edition, 3.5.3), the strongest three,
/// and the rest are named.
struct CombinedMeasures
{
    double all = 1.0;
    double injury = 1.0; ///< of a measure that has none for injuries, the one for all
    double pedestrian = 1.0; ///< of a measure that has none for pedestrians, the one for injuries
    QStringList leftOut;
};
inline constexpr int kMostMeasures = 3;

/// @return Errc::NotFound for an unknown id; Errc::Usage naming two measures that exclude each
/// other or one that stands twice.
[[nodiscard]] Result<CombinedMeasures> combineMeasures(const QStringList &ids);

[[nodiscard]] Result<std::vector<CrashMeasure>> parseCrashMeasures(
    const QByteArray &bytes, const QString &name);

} // namespace belvedere
