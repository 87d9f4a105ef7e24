// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/column_table.h"
#include "models/feature_matrix.h"

#include <QJsonObject>

#include <map>

namespace belvedere {

/// A category column with more names than this is not learned from: it names things, it does not
/// group them.
inline constexpr qsizetype kMostCategories = 100;

/// A column that is not learned from, and why.
struct ColumnLeftOut
{
    QString column;
    Error reason;
};

/// How the cells of a table become features, learned from the training rows alone:
/// - a number is itself, and where some are missing, one more feature says so;
/// - a category is one feature a name, 1 or 0; names that the training rows lack are 0 in all;
/// - a time is its hour (also as a point on the circle of the day), its weekday, one feature a
///   day, its day of the year as a point on a circle, and the years since the first;
/// - what is the same in all training rows is left out.
class TableEncoder
{
public:
    /// @param columns  names of those to learn from; empty = all but the target, where those that
    /// cannot be learned from are put into leftOut().
    /// @param rows  the training part.
    /// @return Errc::NotFound for an unknown column; Errc::Usage for a named one that cannot be
    /// learned from: text, the target itself, too many categories, one value only; or if none is
    /// left.
    [[nodiscard]] static Result<TableEncoder> learn(const ColumnTable &table,
        const std::vector<QString> &columns, const QString &target,
        const std::vector<std::size_t> &rows);

    /// In which hours and weekdays of times count.
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    /// Names of the table's columns that are used, in their order.
    [[nodiscard]] std::vector<QString> columns() const;
    [[nodiscard]] const std::vector<ColumnLeftOut> &leftOut() const { return m_leftOut; }
    [[nodiscard]] const std::vector<Feature> &features() const { return m_features; }
    /// Kinds that a file to predict has to have its columns read as.
    [[nodiscard]] std::map<QString, ColumnKind> kinds() const;
    /// [features] position in columns() of the column that each is made of.
    [[nodiscard]] std::vector<std::size_t> sources() const;

    /// Categories are matched by name, so that any table with these columns will do.
    /// @param rows  which, in this order.
    /// @return Errc::NotFound naming the columns that the table lacks, Errc::Usage for one of
    /// another kind.
    [[nodiscard]] Result<FeatureMatrix> encode(
        const ColumnTable &table, const std::vector<std::size_t> &rows) const;

    [[nodiscard]] QJsonObject toJson() const;
    /// @return Errc::Schema
    [[nodiscard]] static Result<TableEncoder> fromJson(const QJsonObject &json);

private:
    /// What a feature takes from a cell.
    enum class Part {
        Value,
        IsMissing,
        IsCategory,
        Hour,
        HourSine,
        HourCosine,
        Weekday,
        YearSine,
        YearCosine,
        Years
    };
    struct LocalTime;
    struct Column
    {
        QString name;
        ColumnKind kind = ColumnKind::Number;
        QStringList categories = {}; ///< of the training rows
        double first = 0.0; ///< of a time: where Part::Years counts from
    };
    struct Take
    {
        std::size_t column = 0; ///< of m_columns
        Part part = Part::Value;
        int index = 0; ///< category, or weekday from 0 for Monday
    };
    [[nodiscard]] static const char *partName(Part part);
    [[nodiscard]] static Result<Column> columnOf(const ColumnTable &table, int at,
        const QString &target, const std::vector<std::size_t> &rows);
    void addColumn(const Column &column, bool missing);
    void addFeature(const Take &take);
    /// Takes out features that are the same in all rows.
    [[nodiscard]] Result<> dropConstant(
        const ColumnTable &table, const std::vector<std::size_t> &rows, bool named);
    [[nodiscard]] LocalTime localTime(double cell) const;
    [[nodiscard]] double valueOf(const Take &take, double cell, const LocalTime &time) const;

    QTimeZone m_zone = QTimeZone::utc();
    std::vector<Column> m_columns;
    std::vector<Take> m_takes; // [features]
    std::vector<Feature> m_features;
    std::vector<ColumnLeftOut> m_leftOut; // not kept in JSON
};

} // namespace belvedere
