// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_trainer.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace belvedere {

namespace {

constexpr std::size_t kMostClasses = 100;
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

auto wrongTarget(const char *text, const QString &column, const QStringList &more = {})
{
    return failure(Errc::Usage, text, QStringList{column} + more);
}

/// Classes of a column of numbers: its values.
Result<TableTarget> numberClasses(const ColumnInfo &info, const std::vector<double> &cells)
{
    std::set<double> values;
    for (const double cell : cells) {
        if (!std::isnan(cell))
            values.insert(cell);
        if (values.size() > kMostClasses)
            return wrongTarget(
                QT_TRANSLATE_NOOP("Error",
                    "Column \"%1\" holds more than %2 different numbers, too many for classes. "
                    "Choose the task regression or counts."),
                info.name, {QString::number(kMostClasses)});
    }
    TableTarget target;
    const std::vector<double> known(values.begin(), values.end());
    for (const double value : known)
        target.classes.push_back(QString::number(value, 'g', 12));
    for (const double cell : cells) {
        const auto at = std::lower_bound(known.begin(), known.end(), cell);
        target.values.push_back(
            static_cast<float>(std::isnan(cell) ? kMissing : double(at - known.begin())));
    }
    return target;
}

/// Classes of a column of categories: those that occur.
TableTarget categoryClasses(const ColumnInfo &info, const std::vector<double> &cells)
{
    std::vector<bool> occurs(static_cast<std::size_t>(info.categories.size()), false);
    for (const double cell : cells) {
        if (!std::isnan(cell))
            occurs[static_cast<std::size_t>(cell)] = true;
    }
    TableTarget target;
    std::vector<double> place(occurs.size(), kMissing);
    for (std::size_t k = 0; k < occurs.size(); ++k) {
        if (!occurs[k])
            continue;
        place[k] = static_cast<double>(target.classes.size());
        target.classes.push_back(info.categories[static_cast<qsizetype>(k)]);
    }
    for (const double cell : cells)
        target.values.push_back(static_cast<float>(
            std::isnan(cell) ? kMissing : place[static_cast<std::size_t>(cell)]));
    return target;
}

Result<TableTarget> classTarget(const ColumnInfo &info, const std::vector<double> &cells)
{
    if (info.kind == ColumnKind::Time)
        return wrongTarget(
            QT_TRANSLATE_NOOP(
                "Error", "Column \"%1\" holds times, which are no classes. Choose another target."),
            info.name);
    TableTarget target;
    if (info.kind == ColumnKind::Number) {
        BV_TRY(target, numberClasses(info, cells));
    } else {
        target = categoryClasses(info, cells);
    }
    if (target.classes.size() > kMostClasses)
        return wrongTarget(
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" has %2 different classes, more than %3. Group its values in the "
                "file."),
            info.name, {QString::number(target.classes.size()), QString::number(kMostClasses)});
    if (target.classes.size() == 1)
        return wrongTarget(
            QT_TRANSLATE_NOOP("Error",
                "Every row of column \"%1\" is \"%2\", so there is nothing to tell apart. At least "
                "two classes are needed."),
            info.name, {target.classes.front()});
    return target;
}

Result<TableTarget> numberTarget(
    const ColumnInfo &info, const std::vector<double> &cells, TableTask task)
{
    if (info.kind != ColumnKind::Number)
        return wrongTarget(
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" holds no numbers (%2). Choose another target, or the task "
                "classification."),
            info.name, {columnKindName(info.kind)});
    const auto below =
        std::find_if(cells.begin(), cells.end(), [](double cell) { return cell < 0.0; });
    if (task == TableTask::Counts && below != cells.end())
        return wrongTarget(
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" is %2 in row %3. A count cannot be below zero; choose "
                "the task regression."),
            info.name, {QString::number(*below), QString::number(below - cells.begin() + 1)});
    TableTarget target;
    for (const double cell : cells)
        target.values.push_back(static_cast<float>(cell));
    return target;
}

} // namespace

Result<TableTarget> tableTarget(const ColumnTable &table, const QString &column, TableTask task)
{
    if (column.isEmpty()) {
        QStringList names;
        for (const ColumnInfo &info : table.info.columns)
            names += info.name;
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "Say which column of \"%1\" is to be learned. There are: %2."),
            {table.info.name, names.join(QStringLiteral(", "))}, QStringLiteral("--target"));
    }
    BV_TRY(const int at, table.info.column(column));
    const ColumnInfo &info = table.info.columns[static_cast<std::size_t>(at)];
    if (info.kind == ColumnKind::Text)
        return wrongTarget(
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" holds text that is different in nearly every row: it cannot be "
                "learned. Choose another target."),
            column);
    const std::vector<double> &cells = table.cells[static_cast<std::size_t>(at)];
    TableTarget target;
    if (task == TableTask::Classification) {
        BV_TRY(target, classTarget(info, cells));
    } else {
        BV_TRY(target, numberTarget(info, cells, task));
    }
    for (std::size_t i = 0; i < target.values.size(); ++i) {
        if (!std::isnan(target.values[i]))
            target.rows.push_back(i);
    }
    if (target.rows.empty())
        return wrongTarget(
            QT_TRANSLATE_NOOP("Error", "Column \"%1\" is empty in every row."), column);
    return target;
}

Result<TableTarget> targetOf(const TablePredictor &model, const ColumnTable &table)
{
    const TableModelSpec &spec = model.spec();
    BV_TRY(TableTarget target, tableTarget(table, spec.target, spec.task));
    if (spec.task != TableTask::Classification)
        return target;
    QStringList unknown;
    std::vector<float> place;
    for (const QString &name : target.classes) {
        const auto at = std::find(spec.classes.begin(), spec.classes.end(), name);
        if (at == spec.classes.end())
            unknown += name;
        place.push_back(static_cast<float>(at - spec.classes.begin()));
    }
    if (!unknown.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" has classes that the model never saw: %2. Train again, or leave "
                "these rows out."),
            {spec.target, unknown.join(QStringLiteral(", "))});
    for (const std::size_t row : target.rows)
        target.values[row] = place[static_cast<std::size_t>(target.values[row])];
    target.classes = spec.classes;
    return target;
}

} // namespace belvedere
