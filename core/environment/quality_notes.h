// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

namespace belvedere {

/// Something about a data set that a person must know before trusting it.
struct QualityNote
{
    enum class Kind {
        UnitImplausible, ///< CO in µg/m³ that is said to be mg/m³, or the other way about
        PartAboveWhole, ///< PM2.5 > PM10
        Sentinel, ///< 999, -9999 …: a code for "nothing measured"
        Negative,
        Stuck, ///< the same value for a long time
        TimeShifted, ///< the daily course of ozone, sun or temperature peaks at night
        StationWithoutPosition, ///< a station that the list does not have
        Gap ///< a long time without any value
    };
    Kind kind = Kind::Negative;
    QString channel; ///< key; empty = of the data set as a whole
    QString site; ///< code; empty = of several
    qint64 count = 0; ///< values, or sites
    qint64 of = 0; ///< values that were looked at
    /// English with %1 …, marked for translation in the context "QualityNote": what is odd.
    const char *text = "";
    QStringList args;
    /// The same context: what to do.
    const char *advice = "";
};

/// "unit-implausible", "part-above-whole" …: what scripts write.
[[nodiscard]] QString qualityNoteName(QualityNote::Kind kind);

/// The most serious first. Nothing is changed.
[[nodiscard]] std::vector<QualityNote> qualityNotes(const Dataset &dataset, const Series &series);

/// What one site's values are like, over all channels.
struct SiteQuality
{
    QString site;
    double missingShare = 0.0; ///< of all values, 0 … 1
    double stuckShare =
        0.0; ///< of present ones, in runs of equal values of 6 h or more; rain left out
    double outlierShare = 0.0; ///< of present ones, Quality::Suspect or far outside the site's own
    QString sameAs; ///< code of a site before it with the very same values; empty = none
};
[[nodiscard]] std::vector<SiteQuality> siteQuality(const Dataset &dataset, const Series &series);

} // namespace belvedere
