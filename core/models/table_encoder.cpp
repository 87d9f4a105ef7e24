// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_encoder.h"

#include "base/utc_time.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <set>

namespace belvedere {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kMsPerYear = 365.2425 * 24 * 3600 * 1000;
constexpr int kDaysPerWeek = 7;

} // namespace

/// A time in parts, in the zone of the table.
struct TableEncoder::LocalTime
{
    double hour = 0.0;
    int weekday = 0; // Monday = 0
    double yearShare = 0.0; // 0 … 1
};

namespace {

/// Errc::Usage about one column.
Error unusable(const char *text, const QString &column, const QStringList &more = {})
{
    return Error{Errc::Usage, text, QStringList{column} + more, {}, {}};
}

auto damaged()
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error",
            "The model does not say how its columns are made of a table. It is damaged, or was "
            "not made from a table; train again."));
}

} // namespace

const char *TableEncoder::partName(Part part)
{
    switch (part) {
    case Part::Value:
        return "value";
    case Part::IsMissing:
        return "missing";
    case Part::IsCategory:
        return "category";
    case Part::Hour:
        return "hour";
    case Part::HourSine:
        return "hour-sine";
    case Part::HourCosine:
        return "hour-cosine";
    case Part::Weekday:
        return "weekday";
    case Part::YearSine:
        return "year-sine";
    case Part::YearCosine:
        return "year-cosine";
    case Part::Years:
        break;
    }
    return "years";
}

TableEncoder::LocalTime TableEncoder::localTime(double cell) const
{
    if (std::isnan(cell))
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(cell), m_zone);
    return {static_cast<double>(time.time().msecsSinceStartOfDay()) / double(kMsPerHour),
        time.date().dayOfWeek() - 1,
        static_cast<double>(time.date().dayOfYear() - 1) / time.date().daysInYear()};
}

Result<TableEncoder::Column> TableEncoder::columnOf(
    const ColumnTable &table, int at, const QString &target, const std::vector<std::size_t> &rows)
{
    const ColumnInfo &info = table.info.columns[static_cast<std::size_t>(at)];
    if (info.name == target)
        return failure(
            unusable(QT_TRANSLATE_NOOP("Error",
                         "Column \"%1\" is the target itself: nothing can be learned from it."),
                info.name));
    if (info.kind == ColumnKind::Text)
        return failure(unusable(
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" holds text that is different in nearly every row, so nothing can "
                "be learned from it. Leave it out, or group its values in the file."),
            info.name));
    Column column{info.name, info.kind, {}, 0.0};
    const std::vector<double> &cells = table.cells[static_cast<std::size_t>(at)];
    std::set<int> codes;
    double first = std::numeric_limits<double>::infinity();
    for (const std::size_t row : rows) {
        if (std::isnan(cells[row]))
            continue;
        first = std::min(first, cells[row]);
        if (info.kind == ColumnKind::Category)
            codes.insert(static_cast<int>(cells[row]));
    }
    column.first = std::isfinite(first) ? first : 0.0;
    for (const int code : codes)
        column.categories += info.categories[code];
    if (column.categories.size() > kMostCategories)
        return failure(unusable(
            QT_TRANSLATE_NOOP("Error",
                "Column \"%1\" has %2 different names, too many to learn from (at most %3). Leave "
                "it out, or group its values in the file."),
            info.name,
            {QString::number(column.categories.size()), QString::number(kMostCategories)}));
    return column;
}

void TableEncoder::addFeature(const Take &take)
{
    const Column &column = m_columns[take.column];
    Feature feature{column.name, "", {}};
    if (take.part == Part::IsCategory) {
        const QString &category = column.categories[take.index];
        feature = {column.name + QLatin1Char('=') + category,
            QT_TRANSLATE_NOOP("Model", "%1 is %2"), {column.name, category}};
    } else if (take.part == Part::IsMissing) {
        feature = {column.name + QLatin1String(":missing"),
            QT_TRANSLATE_NOOP("Model", "%1 is missing"), {column.name}};
    } else if (take.part != Part::Value) {
        feature.name += QLatin1Char(':') + QLatin1String(partName(take.part));
        if (take.part == Part::Weekday)
            feature.name += QString::number(take.index + 1);
    }
    m_takes.push_back(take);
    m_features.push_back(std::move(feature));
}

void TableEncoder::addColumn(const Column &column, bool missing)
{
    const std::size_t at = m_columns.size();
    m_columns.push_back(column);
    switch (column.kind) {
    case ColumnKind::Number:
        addFeature({at, Part::Value, 0});
        break;
    case ColumnKind::Category:
        for (int i = 0; i < column.categories.size(); ++i)
            addFeature({at, Part::IsCategory, i});
        break;
    case ColumnKind::Time:
        for (const Part part : {Part::Hour, Part::HourSine, Part::HourCosine, Part::YearSine,
                 Part::YearCosine, Part::Years})
            addFeature({at, part, 0});
        for (int day = 0; day < kDaysPerWeek; ++day)
            addFeature({at, Part::Weekday, day});
        break;
    case ColumnKind::Text:
        return;
    }
    if (missing)
        addFeature({at, Part::IsMissing, 0});
}

Result<TableEncoder> TableEncoder::learn(const ColumnTable &table,
    const std::vector<QString> &columns, const QString &target,
    const std::vector<std::size_t> &rows)
{
    TableEncoder encoder;
    encoder.m_zone = table.info.zone;
    std::vector<int> positions;
    for (const QString &name : columns) {
        BV_TRY(const int at, table.info.column(name));
        positions.push_back(at);
    }
    const bool named = !columns.empty();
    for (int i = 0; !named && i < static_cast<int>(table.info.columns.size()); ++i) {
        if (table.info.columns[static_cast<std::size_t>(i)].name != target)
            positions.push_back(i);
    }
    for (const int at : positions) {
        auto column = columnOf(table, at, target, rows);
        if (column) {
            const auto &cells = table.cells[static_cast<std::size_t>(at)];
            const bool missing = std::any_of(rows.begin(), rows.end(),
                [&cells](std::size_t row) { return std::isnan(cells[row]); });
            encoder.addColumn(*column, missing);
        } else if (named) {
            return failure(std::move(column.error()));
        } else {
            encoder.m_leftOut.push_back(
                {table.info.columns[static_cast<std::size_t>(at)].name, std::move(column.error())});
        }
    }
    BV_TRY_VOID(encoder.dropConstant(table, rows, named));
    if (encoder.m_takes.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Table \"%1\" has no column from which \"%2\" can be learned: all are text, or the "
                "same in every row."),
            {table.info.name, target});
    return encoder;
}

Result<> TableEncoder::dropConstant(
    const ColumnTable &table, const std::vector<std::size_t> &rows, bool named)
{
    BV_TRY(const FeatureMatrix matrix, encode(table, rows));
    std::vector<Take> takes;
    std::vector<bool> used(m_columns.size(), false);
    for (std::size_t c = 0; c < matrix.columns(); ++c) {
        float low = std::numeric_limits<float>::infinity();
        float high = -low;
        for (std::size_t i = 0; i < matrix.rows; ++i) {
            low = std::min(low, matrix.row(i)[c]); // a NaN is neither
            high = std::max(high, matrix.row(i)[c]);
        }
        if (low < high) {
            takes.push_back(m_takes[c]);
            used[m_takes[c].column] = true;
        }
    }
    const std::vector<Column> all = std::move(m_columns);
    m_columns.clear();
    std::vector<std::size_t> place(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        place[i] = m_columns.size();
        if (used[i]) {
            m_columns.push_back(all[i]);
            continue;
        }
        Error reason = unusable(QT_TRANSLATE_NOOP("Error",
                                    "Column \"%1\" is the same in every training row, so nothing "
                                    "can be learned from it."),
            all[i].name);
        if (named)
            return failure(std::move(reason));
        m_leftOut.push_back({all[i].name, std::move(reason)});
    }
    m_takes.clear();
    m_features.clear();
    for (Take take : takes) {
        take.column = place[take.column];
        addFeature(take);
    }
    return {};
}

std::vector<QString> TableEncoder::columns() const
{
    std::vector<QString> names;
    for (const Column &column : m_columns)
        names.push_back(column.name);
    return names;
}

std::map<QString, ColumnKind> TableEncoder::kinds() const
{
    std::map<QString, ColumnKind> kinds;
    for (const Column &column : m_columns)
        kinds[column.name] = column.kind;
    return kinds;
}

std::vector<std::size_t> TableEncoder::sources() const
{
    std::vector<std::size_t> sources;
    for (const Take &take : m_takes)
        sources.push_back(take.column);
    return sources;
}

double TableEncoder::valueOf(const Take &take, double cell, const LocalTime &time) const
{
    if (take.part == Part::IsMissing)
        return std::isnan(cell) ? 1.0 : 0.0;
    if (take.part == Part::IsCategory)
        return cell == static_cast<double>(take.index) ? 1.0 : 0.0;
    if (std::isnan(cell))
        return kMissing;
    const double day = 2.0 * std::numbers::pi * time.hour / 24.0;
    const double year = 2.0 * std::numbers::pi * time.yearShare;
    switch (take.part) {
    case Part::Hour:
        return time.hour;
    case Part::HourSine:
        return std::sin(day);
    case Part::HourCosine:
        return std::cos(day);
    case Part::YearSine:
        return std::sin(year);
    case Part::YearCosine:
        return std::cos(year);
    case Part::Weekday:
        return time.weekday == take.index ? 1.0 : 0.0;
    case Part::Years:
        return (cell - m_columns[take.column].first) / kMsPerYear;
    default:
        return cell;
    }
}

Result<FeatureMatrix> TableEncoder::encode(
    const ColumnTable &table, const std::vector<std::size_t> &rows) const
{
    QStringList absent;
    std::vector<std::size_t> at(m_columns.size());
    std::vector<std::vector<double>> codes(m_columns.size()); // theirs → ours
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const Column &column = m_columns[c];
        const int found = table.info.columnAt(column.name);
        if (found < 0) {
            absent += column.name;
            continue;
        }
        at[c] = static_cast<std::size_t>(found);
        const ColumnInfo &info = table.info.columns[at[c]];
        if (info.kind != column.kind)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "Column \"%1\" holds cells of the kind \"%2\"; the model learned from \"%3\"."),
                {column.name, columnKindName(info.kind), columnKindName(column.kind)});
        for (const QString &category : info.categories)
            codes[c].push_back(static_cast<double>(column.categories.indexOf(category)));
    }
    if (!absent.isEmpty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The table lacks columns that the model needs: %1."),
            {absent.join(QStringLiteral(", "))});
    // Features of a column stand together, in the order of the columns.
    std::vector<std::size_t> firsts(m_columns.size() + 1, 0);
    for (const Take &take : m_takes)
        ++firsts[take.column + 1];
    std::partial_sum(firsts.begin(), firsts.end(), firsts.begin());
    FeatureMatrix matrix{m_features, rows.size(), {}};
    matrix.values.resize(rows.size() * m_takes.size());
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const ColumnKind kind = m_columns[c].kind;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            double cell = table.cells[at[c]][rows[i]];
            if (kind == ColumnKind::Category && !std::isnan(cell))
                cell = codes[c][static_cast<std::size_t>(cell)];
            // Zones are slow to ask: once a cell, not once a feature.
            const LocalTime time = kind == ColumnKind::Time ? localTime(cell) : LocalTime();
            float *row = matrix.values.data() + i * m_takes.size();
            for (std::size_t f = firsts[c]; f < firsts[c + 1]; ++f)
                row[f] = static_cast<float>(valueOf(m_takes[f], cell, time));
        }
    }
    return matrix;
}

QJsonObject TableEncoder::toJson() const
{
    QJsonArray columns;
    for (const Column &column : m_columns)
        columns.append(QJsonObject{{QStringLiteral("name"), column.name},
            {QStringLiteral("kind"), columnKindName(column.kind)},
            {QStringLiteral("categories"), QJsonArray::fromStringList(column.categories)},
            {QStringLiteral("first"), column.first}});
    QJsonArray takes;
    for (const Take &take : m_takes)
        takes.append(QJsonObject{{QStringLiteral("column"), static_cast<qint64>(take.column)},
            {QStringLiteral("part"), QLatin1String(partName(take.part))},
            {QStringLiteral("index"), take.index}});
    return {{QStringLiteral("zone"), QString::fromUtf8(m_zone.id())},
        {QStringLiteral("columns"), columns}, {QStringLiteral("features"), takes}};
}

Result<TableEncoder> TableEncoder::fromJson(const QJsonObject &json)
{
    TableEncoder encoder;
    encoder.m_zone = QTimeZone(json[QLatin1String("zone")].toString().toUtf8());
    if (!encoder.m_zone.isValid())
        return damaged();
    for (const QJsonValue entry : json[QLatin1String("columns")].toArray()) {
        Column column;
        column.name = entry[QLatin1String("name")].toString();
        BV_TRY(column.kind, columnKindByName(entry[QLatin1String("kind")].toString()));
        for (const QJsonValue category : entry[QLatin1String("categories")].toArray())
            column.categories += category.toString();
        column.first = entry[QLatin1String("first")].toDouble();
        encoder.m_columns.push_back(std::move(column));
    }
    constexpr int kParts = static_cast<int>(Part::Years) + 1;
    for (const QJsonValue entry : json[QLatin1String("features")].toArray()) {
        Take take;
        take.column = static_cast<std::size_t>(entry[QLatin1String("column")].toInteger(-1));
        take.index = entry[QLatin1String("index")].toInt();
        const QString name = entry[QLatin1String("part")].toString();
        int part = 0;
        while (part < kParts && name != QLatin1String(partName(static_cast<Part>(part))))
            ++part;
        const bool ordered =
            encoder.m_takes.empty() || take.column >= encoder.m_takes.back().column;
        if (part == kParts || take.column >= encoder.m_columns.size() || !ordered)
            return damaged();
        take.part = static_cast<Part>(part);
        const qsizetype limit = take.part == Part::IsCategory
            ? encoder.m_columns[take.column].categories.size()
            : kDaysPerWeek;
        if (take.index < 0 || take.index >= limit)
            return damaged();
        encoder.addFeature(take);
    }
    if (encoder.m_takes.empty())
        return damaged();
    return encoder;
}

} // namespace belvedere
