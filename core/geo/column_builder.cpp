// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/column_builder.h"

#include "geo/written_values.h"

namespace belvedere {

namespace {

/// The type that holds values of both.
ColumnType common(ColumnType a, ColumnType b)
{
    if (a == b)
        return a;
    const auto isNumber = [](ColumnType t) {
        return t == ColumnType::Integer || t == ColumnType::Real;
    };
    return isNumber(a) && isNumber(b) ? ColumnType::Real : ColumnType::Text;
}

} // namespace

void ColumnBuilder::resize(FeatureColumn &column, std::size_t rows)
{
    if (column.type == ColumnType::Text)
        column.texts.resize(rows);
    else if (column.type == ColumnType::Real)
        column.reals.resize(rows, std::numeric_limits<double>::quiet_NaN());
    else
        column.integers.resize(rows, kNoInteger);
}

QString ColumnBuilder::valueText(const FeatureColumn &column, std::size_t row)
{
    if (column.missing(row))
        return {};
    switch (column.type) {
    case ColumnType::Text:
        return column.texts[row];
    case ColumnType::Real:
        return QString::fromLatin1(numberText(column.reals[row]));
    case ColumnType::Integer:
        return QString::number(column.integers[row]);
    case ColumnType::Flag:
        return column.integers[row] != 0 ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Time:
        break;
    }
    return formatUtc(column.integers[row]);
}

void ColumnBuilder::become(FeatureColumn &column, ColumnType type)
{
    if (column.type == type)
        return;
    FeatureColumn changed(column.key, type, column.unit);
    const std::size_t rows = column.size();
    resize(changed, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (column.missing(row))
            continue;
        if (type == ColumnType::Real)
            changed.reals[row] = static_cast<double>(column.integers[row]);
        else
            changed.texts[row] = valueText(column, row);
    }
    column = std::move(changed);
}

FeatureColumn &ColumnBuilder::column(const QString &key, ColumnType type)
{
    const auto known = m_byKey.constFind(key);
    if (known != m_byKey.cend())
        return m_columns[*known];
    m_byKey.insert(key, m_columns.size());
    return m_columns.emplace_back(key, type);
}

void ColumnBuilder::store(std::size_t row, FeatureColumn &target, const FeatureColumn &value)
{
    become(target, common(target.type, value.type));
    resize(target, row + 1);
    if (target.type == ColumnType::Text)
        target.texts[row] = valueText(value, 0);
    else if (target.type == ColumnType::Real)
        target.reals[row] = value.type == ColumnType::Real ? value.reals[0]
                                                           : static_cast<double>(value.integers[0]);
    else
        target.integers[row] = value.integers[0];
}

void ColumnBuilder::addText(std::size_t row, const QString &key, const QString &value)
{
    FeatureColumn one(key, ColumnType::Text);
    one.texts.push_back(value.isNull() ? QStringLiteral("") : value);
    store(row, column(key, one.type), one);
}

void ColumnBuilder::addInteger(std::size_t row, const QString &key, qint64 value)
{
    FeatureColumn one(key, ColumnType::Integer);
    one.integers.push_back(value);
    store(row, column(key, one.type), one);
}

void ColumnBuilder::addReal(std::size_t row, const QString &key, double value)
{
    if (!std::isfinite(value))
        return;
    FeatureColumn one(key, ColumnType::Real);
    one.reals.push_back(value);
    store(row, column(key, one.type), one);
}

void ColumnBuilder::addFlag(std::size_t row, const QString &key, bool value)
{
    FeatureColumn one(key, ColumnType::Flag);
    one.integers.push_back(value ? 1 : 0);
    store(row, column(key, one.type), one);
}

void ColumnBuilder::addTime(std::size_t row, const QString &key, UtcMs value)
{
    FeatureColumn one(key, ColumnType::Time);
    one.integers.push_back(value);
    store(row, column(key, one.type), one);
}

void ColumnBuilder::dropFrom(std::size_t row)
{
    for (FeatureColumn &column : m_columns) {
        if (column.size() > row)
            resize(column, row);
    }
}

std::vector<FeatureColumn> ColumnBuilder::take(std::size_t rows)
{
    for (FeatureColumn &column : m_columns)
        resize(column, rows);
    m_byKey.clear();
    return std::move(m_columns);
}

} // namespace belvedere
