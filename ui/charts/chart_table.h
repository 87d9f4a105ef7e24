// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/utc_time.h"

#include <QStringList>

#include <vector>

class QTimeZone;

namespace belvedere::ui {

/// The numbers behind a chart as text, for other programs: decimal points whatever the language,
/// empty cells where a value is missing, units in the header.
struct ChartTable
{
    QStringList header;
    std::vector<QStringList> rows; ///< each as wide as the header
};

/// "61.4", as short as it can be and still exact to ten digits; empty for what is not finite.
[[nodiscard]] QString plainNumber(double value);
/// "2012-03-01 08:05:00" in the zone.
[[nodiscard]] QString plainTime(UtcMs time, const QTimeZone &zone);
/// "Speed (km/h)"; without unit the name alone.
[[nodiscard]] QString withUnit(const QString &name, const QString &unit);

/// Lines end with a line feed; tabs and line feeds within cells become spaces.
[[nodiscard]] QString toTsv(const ChartTable &table);
/// As RFC 4180 has it, but with plain line feeds.
[[nodiscard]] QString toCsv(const ChartTable &table);

[[nodiscard]] Result<void> writeCsv(const ChartTable &table, const QString &path);

} // namespace belvedere::ui
