// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <vector>

namespace belvedere {

/// What the cells of a column are.
enum class ColumnKind {
    Number,
    Category, ///< one of a few names
    Time, ///< UtcMs
    Text ///< names of single things, remarks: listed, but its cells are not kept
};

/// "number", "category", "time", "text": what scripts write.
[[nodiscard]] QString columnKindName(ColumnKind kind);
/// @return Errc::Schema for any other name.
[[nodiscard]] Result<ColumnKind> columnKindByName(const QString &name);

/// A column without its cells.
struct ColumnInfo
{
    QString name; ///< unique in its table, as the file writes it
    ColumnKind kind = ColumnKind::Number;
    QStringList categories = {}; ///< of ColumnKind::Category, sorted; a cell is a position in it
    qint64 missing = 0; ///< cells without a value
    /// Different values, empty cells not counted; of ColumnKind::Text only as far as counted.
    qint64 distinct = 0;

    friend bool operator==(const ColumnInfo &a, const ColumnInfo &b)
    {
        return a.name == b.name && a.kind == b.kind && a.categories == b.categories
            && a.missing == b.missing && a.distinct == b.distinct;
    }
};

/// A table of anything, without its cells. Units are unknown: nothing is converted.
struct TableInfo
{
    QString name; ///< unique in the city, among data sets too; what scripts write
    QString source; ///< file name or origin, licence
    bool simulated = false;
    QTimeZone zone = QTimeZone::utc(); ///< in which hours and weekdays of time columns count
    qint64 rows = 0;
    std::vector<ColumnInfo> columns;

    /// Position of the column, or -1.
    [[nodiscard]] int columnAt(const QString &columnName) const;
    /// @return Errc::NotFound listing the columns there are.
    [[nodiscard]] Result<int> column(const QString &columnName) const;
};

/// A table of columns: rows are things of one kind, in the order of their file.
struct ColumnTable
{
    TableInfo info;
    /// [column][row]: the number, the category's position, or UtcMs; NaN = missing. Of
    /// ColumnKind::Text there are none.
    std::vector<std::vector<double>> cells;
};

} // namespace belvedere
