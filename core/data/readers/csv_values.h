// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "city/lon_lat.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

namespace belvedere {

/// What a cell says where a number is expected.
enum class CellKind {
    Number,
    Missing, ///< empty, "NA", "N/A", "NaN", "null", "None", "-" or "?"
    Text
};

/// A finite decimal number in the C locale; `value` is set for CellKind::Number alone.
[[nodiscard]] CellKind readFloat(std::string_view cell, float &value);
[[nodiscard]] CellKind readDouble(std::string_view cell, double &value);

[[nodiscard]] QString toQString(std::string_view cell);
[[nodiscard]] Error notANumber(std::string_view cell, const QString &column);
[[nodiscard]] Error raggedRow(std::size_t cells, qsizetype columns);
[[nodiscard]] Error unterminatedQuote();

/// "Primary Type" → "primary_type": lower case, all but letters and digits as one '_'.
[[nodiscard]] QString headerKey(const QString &name);
/// Position of the first of `keys` (in their order) that `header` has, or -1.
[[nodiscard]] int findColumn(const QStringList &header, const QStringList &keys);

// Names under which sources write the usual columns, as header keys.
[[nodiscard]] int findTimeColumn(const QStringList &header);
[[nodiscard]] int findSiteColumn(const QStringList &header);
[[nodiscard]] int findLatColumn(const QStringList &header);
[[nodiscard]] int findLonColumn(const QStringList &header);

/// The columns of a stretch from one point to another; -1 where there is none.
struct EndColumns
{
    int lat1 = -1;
    int lon1 = -1;
    int lat2 = -1;
    int lon2 = -1;
    int street1 = -1;
    int street2 = -1;

    [[nodiscard]] bool complete() const { return lat1 >= 0 && lon1 >= 0 && lat2 >= 0 && lon2 >= 0; }
};
[[nodiscard]] EndColumns findEndColumns(const QStringList &header);

/// Two cells as a position; nothing if both are missing.
/// @return Errc::Parse if they are no numbers or outside the Earth, with a hint when they look
/// swapped or projected.
[[nodiscard]] Result<std::optional<LonLat>> readPosition(
    std::string_view lat, std::string_view lon);

} // namespace belvedere
