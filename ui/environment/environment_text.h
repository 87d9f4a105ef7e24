// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/air_picture.h"
#include "environment/surface_picture.h"

#include <QColor>
#include <QStringList>

namespace belvedere::ui {

/// "Unhealthy for sensitive groups", in the language of the program.
[[nodiscard]] QString categoryTitle(const IndexCategory &category);
[[nodiscard]] QColor categoryColor(const IndexCategory &category);
/// Null without an index.
[[nodiscard]] const IndexCategory *categoryOf(
    const AirQualityStandard &standard, const AirQualityIndex &index);

/// "126", "500+" beyond the scale, a dash without an index.
[[nodiscard]] QString indexText(const AirQualityIndex &index);
/// "PM2.5, O₃"; "PM2.5 or PM10" for one of two.
[[nodiscard]] QString pollutantList(const QStringList &pollutants);
/// Why there is no index.
[[nodiscard]] QString noIndexText(AirTime what);
/// "Incomplete: no CO, SO₂"; empty for a complete index.
[[nodiscard]] QString completenessText(const AirQualityIndex &index);
/// "1 h", "8 h", "24 h"
[[nodiscard]] QString averageTitle(int minutes);
/// "Valid 6 May 2024 and later", and which table stands in where there is none of that time.
[[nodiscard]] QString validityText(const AirQualityStandard &standard, bool valid);
/// "Moment", "Day", "Forecast"
[[nodiscard]] QString airTimeTitle(AirTime what);
/// What that means, in one sentence.
[[nodiscard]] QString airTimeHint(AirTime what);
[[nodiscard]] QString surfaceMethodTitle(SurfaceMethod method);

/// An index family as a person chooses it: its revisions share one entry.
struct StandardFamily
{
    QString family;
    QString title; ///< of the revision that is valid on a day
};
[[nodiscard]] std::vector<StandardFamily> standardFamilies(const QDate &date);

} // namespace belvedere::ui
