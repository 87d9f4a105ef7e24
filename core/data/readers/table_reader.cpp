// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/table_reader.h"

#include "data/readers/csv_values.h"
#include "data/readers/time_reader.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace belvedere {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 kMostCounted = 10000; // different texts of a column
constexpr qint64 kAlwaysCategories = 20; // as few names group rows, however few rows there are
/// From this share of its cells on, a column is of numbers or times, and the others are mistakes.
constexpr double kNearlyAll = 0.95;

/// What the cells of a column look like, and how they are then read.
struct ColumnReading
{
    QString name;
    std::optional<ColumnKind> kind; ///< absent = not kept at all
    qint64 numbers = 0;
    qint64 times = 0;
    qint64 texts = 0; ///< that are neither
    QHash<QString, int> categories; ///< text → order of appearance
    QSet<double> values; ///< different numbers, as far as counted
    std::optional<TimeReader> time;

    [[nodiscard]] qint64 present() const { return numbers + times + texts; }
};

/// Cells that look like a time are few kinds of texts; numbers never are.
bool isTime(std::string_view cell)
{
    return cell.size() >= 8 && cell.front() >= '0' && cell.front() <= '9' && looksLikeTime(cell);
}

void look(std::string_view cell, ColumnReading &column)
{
    double number = 0.0;
    const CellKind kind = readDouble(cell, number);
    if (kind == CellKind::Missing)
        return;
    if (kind == CellKind::Number) {
        ++column.numbers;
        if (column.values.size() < kMostCounted)
            column.values.insert(number);
    } else if (isTime(cell)) {
        ++column.times;
    } else {
        ++column.texts;
    }
    if (column.categories.size() < kMostCounted) {
        const QString text = toQString(cell);
        if (!column.categories.contains(text))
            column.categories.insert(text, static_cast<int>(column.categories.size()));
    }
}

ColumnKind kindOf(const ColumnReading &column)
{
    const auto present = static_cast<double>(column.present());
    if (static_cast<double>(column.numbers) >= kNearlyAll * present)
        return ColumnKind::Number;
    if (static_cast<double>(column.times) >= kNearlyAll * present)
        return ColumnKind::Time;
    const auto different = static_cast<qint64>(column.categories.size());
    if (different <= kAlwaysCategories
        || (different < kMostCounted && different <= column.present() / 2))
        return ColumnKind::Category;
    return ColumnKind::Text;
}

Result<std::vector<ColumnReading>> columnsOf(const CsvTable &table)
{
    std::vector<ColumnReading> columns;
    QHash<QString, int> known;
    for (const QString &name : table.header()) {
        ColumnReading column;
        column.name = name;
        // The row numbers that other programs write have no name.
        if (name.isEmpty())
            column.name = QStringLiteral("column-%1").arg(columns.size() + 1);
        if (const int first = known.value(column.name, 0); first > 0)
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP(
                    "Error", "Columns %1 and %2 are both called \"%3\". Rename one of them."),
                {QString::number(first), QString::number(columns.size() + 1), column.name},
                QStringLiteral("%1:%2").arg(table.file()).arg(table.headerLine()));
        known.insert(column.name, static_cast<int>(columns.size()) + 1);
        columns.push_back(std::move(column));
    }
    return columns;
}

/// A cell as a number that ColumnTable keeps.
Result<double> valueOf(std::string_view cell, ColumnReading &column)
{
    double number = 0.0;
    const CellKind kind = readDouble(cell, number);
    if (kind == CellKind::Missing)
        return kMissing;
    switch (*column.kind) {
    case ColumnKind::Number:
        if (kind != CellKind::Number)
            return failure(notANumber(cell, column.name));
        return number;
    case ColumnKind::Time: {
        const auto time = column.time->read(cell);
        if (!time)
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "Column \"%2\" holds \"%1\", which is not a time."),
                {toQString(cell).left(40), column.name});
        return static_cast<double>(*time);
    }
    case ColumnKind::Category: {
        const QString text = toQString(cell);
        const auto known = column.categories.constFind(text);
        if (known != column.categories.constEnd())
            return static_cast<double>(*known);
        const auto next = static_cast<int>(column.categories.size());
        column.categories.insert(text, next);
        return static_cast<double>(next);
    }
    case ColumnKind::Text:
        break;
    }
    return kMissing;
}

/// Numbers the categories by their names and counts what a column holds.
ColumnInfo finished(ColumnReading &column, std::vector<double> &cells)
{
    ColumnInfo info{column.name, *column.kind, {}, 0, 0};
    info.missing =
        std::count_if(cells.begin(), cells.end(), [](double cell) { return std::isnan(cell); });
    info.distinct =
        column.kind == ColumnKind::Number ? column.values.size() : column.categories.size();
    if (column.kind != ColumnKind::Category)
        return info;
    // Those of rows that were rejected do not count.
    QStringList names(column.categories.size());
    for (auto it = column.categories.constBegin(); it != column.categories.constEnd(); ++it)
        names[it.value()] = it.key();
    QSet<QString> used;
    for (const double cell : cells) {
        if (!std::isnan(cell))
            used.insert(names[static_cast<int>(cell)]);
    }
    info.categories = QStringList(used.begin(), used.end());
    info.categories.sort();
    std::vector<double> place;
    for (const QString &name : names)
        place.push_back(static_cast<double>(info.categories.indexOf(name)));
    for (double &cell : cells) {
        if (!std::isnan(cell))
            cell = place[static_cast<std::size_t>(cell)];
    }
    info.distinct = info.categories.size();
    return info;
}

void leaveOut(const CsvTable &table, const QString &name, FileReading &reading)
{
    reading.data.leftOut.push_back({table.file(), table.headerLine(),
        Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "Column \"%1\" is empty in every row; it is left out."),
            {name}, {}, {}}});
}

/// The first pass: what the columns hold.
Result<> lookThrough(CsvTable &table, FileReading &reading, std::vector<ColumnReading> &columns)
{
    CsvRow row;
    while (table.next(row)) {
        BV_TRY_VOID(reading.advance(table));
        if (row.unterminated || row.cells.size() != columns.size())
            continue; // told in the second pass
        for (std::size_t c = 0; c < columns.size(); ++c)
            look(row.cells[c], columns[c]);
    }
    table.rewind();
    reading.reportedAt = 0;
    return {};
}

/// What each column is read as; those without any value are left out.
void decideKinds(CsvTable &table, FileReading &reading, const std::map<QString, ColumnKind> &kinds,
    std::vector<ColumnReading> &columns)
{
    for (std::size_t c = 0; c < columns.size(); ++c) {
        ColumnReading &column = columns[c];
        const auto wanted = kinds.find(column.name);
        if (wanted != kinds.end())
            column.kind = wanted->second;
        else if (column.present() > 0)
            column.kind = kindOf(column);
        else
            leaveOut(table, column.name, reading);
        if (column.kind == ColumnKind::Time) {
            column.time.emplace(
                TimeCells{TimeCells::Form::Whole, {static_cast<int>(c)}}, reading.options.zone);
            column.time->detect(table);
        }
    }
}

} // namespace

Result<ColumnTable> readColumnTable(
    CsvTable &table, FileReading &reading, const std::map<QString, ColumnKind> &kinds)
{
    const std::size_t firstRejection = reading.data.rejected.size();
    BV_TRY(auto columns, columnsOf(table));
    BV_TRY_VOID(lookThrough(table, reading, columns));
    decideKinds(table, reading, kinds, columns);
    std::vector<std::vector<double>> cells(columns.size());
    std::vector<double> values(columns.size());
    qint64 rows = 0;
    CsvRow row;
    for (;;) {
        BV_TRY(const bool more, reading.nextRow(table, row));
        if (!more)
            break;
        std::optional<Error> wrong;
        for (std::size_t c = 0; c < columns.size() && !wrong; ++c) {
            if (!columns[c].kind || columns[c].kind == ColumnKind::Text)
                continue;
            auto value = valueOf(row.cells[c], columns[c]);
            if (value)
                values[c] = *value;
            else
                wrong = std::move(value.error());
        }
        if (wrong) {
            reading.reject(table, row.line, std::move(*wrong));
            continue;
        }
        ++rows;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].kind && columns[c].kind != ColumnKind::Text)
                cells[c].push_back(values[c]);
        }
    }
    if (rows == 0)
        return failure(nothingUsable(reading, table,
            QStringLiteral("one column a quantity, one row a thing"), firstRejection));
    ColumnTable result;
    result.info.rows = rows;
    result.info.zone = reading.options.zone;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!columns[c].kind)
            continue;
        result.info.columns.push_back(finished(columns[c], cells[c]));
        result.cells.push_back(std::move(cells[c]));
    }
    return result;
}

Result<ColumnTable> readTableFor(const QString &file, const std::map<QString, ColumnKind> &kinds,
    const QTimeZone &zone, const TaskContext &context)
{
    BV_TRY(CsvTable table, CsvTable::open(file, context));
    QStringList absent;
    for (const auto &[name, kind] : kinds) {
        if (!table.header().contains(name))
            absent += name;
    }
    if (!absent.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "The file lacks columns that the model needs: %1. Found the header \"%2\"."),
            {absent.join(QStringLiteral(", ")), table.headerText()},
            QStringLiteral("%1:%2").arg(file).arg(table.headerLine()));
    ImportOptions options;
    options.zone = zone;
    ImportedData data;
    FileReading reading{options, context, data, 0, QFileInfo(file).size(), 0};
    // Columns that the model does not look at may hold anything.
    std::map<QString, ColumnKind> all = kinds;
    for (const QString &name : table.header())
        all.emplace(name, ColumnKind::Text);
    BV_TRY(ColumnTable read, readColumnTable(table, reading, all));
    if (!data.rejected.empty()) {
        Rejection &first = data.rejected.front();
        first.reason.where = QStringLiteral("%1:%2").arg(first.file).arg(first.line);
        return failure(std::move(first.reason));
    }
    return read;
}

} // namespace belvedere
