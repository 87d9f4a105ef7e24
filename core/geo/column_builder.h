// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_table.h"

#include <QHash>

namespace belvedere {

/// Columns from rows whose attributes are known only as they come. A column that meets values of
/// several types takes the narrowest that holds all: integer, number, text.
class ColumnBuilder
{
public:
    void addText(std::size_t row, const QString &key, const QString &value);
    void addInteger(std::size_t row, const QString &key, qint64 value);
    void addReal(std::size_t row, const QString &key, double value);
    void addFlag(std::size_t row, const QString &key, bool value);
    void addTime(std::size_t row, const QString &key, UtcMs value);
    /// Forgets what was added for `row` and later.
    void dropFrom(std::size_t row);

    [[nodiscard]] std::size_t count() const { return m_columns.size(); }
    /// All columns, `rows` long, missing where nothing was added.
    [[nodiscard]] std::vector<FeatureColumn> take(std::size_t rows);

private:
    FeatureColumn &column(const QString &key, ColumnType type);
    static void resize(FeatureColumn &column, std::size_t rows);
    static void become(FeatureColumn &column, ColumnType type);
    static QString valueText(const FeatureColumn &column, std::size_t row);
    void store(std::size_t row, FeatureColumn &target, const FeatureColumn &value);

    std::vector<FeatureColumn> m_columns;
    QHash<QString, std::size_t> m_byKey;
};

} // namespace belvedere
