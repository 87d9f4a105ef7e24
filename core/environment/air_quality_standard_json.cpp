// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_quality_standard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace belvedere {

namespace {

/// Names of the classes as the files have them, for lupdate; tst_air_quality_standard compares.
[[maybe_unused]] constexpr const char *kCategoryNames[] = {
    QT_TRANSLATE_NOOP("AirQuality", "Good"),
    QT_TRANSLATE_NOOP("AirQuality", "Moderate"),
    QT_TRANSLATE_NOOP("AirQuality", "Unhealthy for sensitive groups"),
    QT_TRANSLATE_NOOP("AirQuality", "Unhealthy"),
    QT_TRANSLATE_NOOP("AirQuality", "Very unhealthy"),
    QT_TRANSLATE_NOOP("AirQuality", "Hazardous"),
    QT_TRANSLATE_NOOP("AirQuality", "Excellent"),
    QT_TRANSLATE_NOOP("AirQuality", "Lightly polluted"),
    QT_TRANSLATE_NOOP("AirQuality", "Moderately polluted"),
    QT_TRANSLATE_NOOP("AirQuality", "Heavily polluted"),
    QT_TRANSLATE_NOOP("AirQuality", "Severely polluted"),
    QT_TRANSLATE_NOOP("AirQuality", "Fair"),
    QT_TRANSLATE_NOOP("AirQuality", "Poor"),
    QT_TRANSLATE_NOOP("AirQuality", "Very poor"),
    QT_TRANSLATE_NOOP("AirQuality", "Extremely poor"),
    QT_TRANSLATE_NOOP("AirQuality", "Low"),
    QT_TRANSLATE_NOOP("AirQuality", "High"),
    QT_TRANSLATE_NOOP("AirQuality", "Very high"),
    QT_TRANSLATE_NOOP("AirQuality", "Very low"),
    QT_TRANSLATE_NOOP("AirQuality", "Medium"),
};

constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

tl::unexpected<Error> wrong(const QString &name, const QString &field)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error", "The index \"%1\": the field \"%2\" is absent or wrong."),
        {name, field});
}

template <class T> struct Word
{
    const char *name;
    T value;
};

template <class T, std::size_t N>
std::optional<T> byWord(const Word<T> (&words)[N], const QJsonValue &value)
{
    for (const Word<T> &word : words) {
        if (value.toString() == QLatin1String(word.name))
            return word.value;
    }
    return {};
}

constexpr Word<Rounding> kRoundings[] = {{"truncate", Rounding::Truncate},
    {"half-up", Rounding::HalfUp}, {"half-even", Rounding::HalfEven}, {"up", Rounding::Up}};
constexpr Word<AboveTable> kAbove[] = {
    {"continue", AboveTable::Continue}, {"cap", AboveTable::Cap}, {"refer", AboveTable::Refer}};
constexpr Word<IndexIngredient::Statistic> kStatistics[] = {
    {"mean", IndexIngredient::Statistic::Mean},
    {"maximum", IndexIngredient::Statistic::DailyMaximum},
    {"nowcast", IndexIngredient::Statistic::NowCast}};

/// A decimal of a table as an integer; none if it has more decimals than the table.
std::optional<std::int64_t> scaled(const QJsonValue &value, int decimals)
{
    const double exact = value.toDouble(-1.0) * std::pow(10.0, decimals);
    const std::int64_t whole = std::llround(exact);
    if (exact < 0.0 || std::abs(exact - static_cast<double>(whole)) > 1e-6)
        return {};
    return whole;
}

/// [low, high, index low, index high]: both ends are written, with one last digit between lines.
bool readSegments(const QJsonArray &rows, IndexTable &table)
{
    for (const QJsonValue &row : rows) {
        const auto low = scaled(row[0], table.decimals);
        const auto high = scaled(row[1], table.decimals);
        if (!low || !high)
            return false;
        table.segments.push_back({*low, *high, row[2].toInt(-1), row[3].toInt(-1)});
    }
    return true;
}

/// [concentration, index]: a line joins each node with the next one.
bool readNodes(const QJsonArray &rows, IndexTable &table)
{
    for (qsizetype i = 1; i < rows.size(); ++i) {
        const auto low = scaled(rows[i - 1][0], table.decimals);
        const auto high = scaled(rows[i][0], table.decimals);
        if (!low || !high)
            return false;
        table.segments.push_back({*low, *high, rows[i - 1][1].toInt(-1), rows[i][1].toInt(-1)});
    }
    return true;
}

/// Upper bounds, which still belong to their class; above the last one lies one class more.
bool readClasses(const QJsonArray &bounds, IndexTable &table)
{
    table.classes = true;
    std::int64_t low = 0;
    int index = 1;
    for (const QJsonValue &bound : bounds) {
        const auto high = scaled(bound, table.decimals);
        if (!high)
            return false;
        table.segments.push_back({low, *high, index, index});
        low = *high + 1;
        ++index;
    }
    table.segments.push_back({low, kOpen, index, index});
    return true;
}

bool segmentsAreSound(const IndexTable &table)
{
    if (table.segments.empty())
        return false;
    for (std::size_t i = 0; i < table.segments.size(); ++i) {
        const IndexSegment &segment = table.segments[i];
        if (segment.low >= segment.high || segment.indexLow < 0
            || segment.indexLow > segment.indexHigh)
            return false;
        if (i == 0)
            continue;
        const IndexSegment &before = table.segments[i - 1];
        const bool joined = segment.low == before.high && segment.indexLow == before.indexHigh;
        const bool next =
            segment.low == before.high + 1 && segment.indexLow == before.indexHigh + 1;
        if (!joined && !next)
            return false;
    }
    return true;
}

Result<IndexTable> readTable(const QJsonValue &json, const QString &name, const QString &field)
{
    IndexTable table;
    table.pollutant = json[QLatin1String("pollutant")].toString();
    table.usual = json[QLatin1String("usual")].toBool();
    table.decimals = json[QLatin1String("decimals")].toInt(-1);
    const auto average = parseAverage(json[QLatin1String("average")].toString());
    const auto unit = parseConcentrationUnit(json[QLatin1String("unit")].toString());
    const auto rounding = byWord(kRoundings, json[QLatin1String("rounding")]);
    const auto above = byWord(kAbove, json[QLatin1String("above")]);
    if (!isPollutant(table.pollutant) || !average || !unit || !rounding || !above
        || table.decimals < 0 || table.decimals > 6)
        return wrong(name, field);
    table.averageMinutes = *average;
    table.unit = *unit;
    table.rounding = *rounding;
    table.above = *above;
    const QJsonValue segments = json[QLatin1String("segments")];
    const QJsonValue nodes = json[QLatin1String("nodes")];
    const QJsonValue classes = json[QLatin1String("classes")];
    const bool read = segments.isArray() ? readSegments(segments.toArray(), table)
        : nodes.isArray()                ? readNodes(nodes.toArray(), table)
        : classes.isArray()              ? readClasses(classes.toArray(), table)
                                         : false;
    if (!read || !segmentsAreSound(table))
        return wrong(name, field);
    return table;
}

Result<IndexIngredient> readIngredient(
    const QJsonValue &json, const AirQualityStandard &standard, const QString &field)
{
    IndexIngredient ingredient;
    ingredient.pollutant = json[QLatin1String("pollutant")].toString();
    const auto table = parseAverage(json[QLatin1String("table")].toString());
    const auto window = parseAverage(json[QLatin1String("window")].toString());
    const auto statistic = byWord(kStatistics, json[QLatin1String("statistic")]);
    if (!table || !window || !statistic || standard.table(ingredient.pollutant, *table) == nullptr)
        return wrong(standard.id, field);
    ingredient.tableMinutes = *table;
    ingredient.windowMinutes = *window;
    ingredient.statistic = *statistic;
    if (const QJsonValue ends = json[QLatin1String("ends")]; ends.isArray()) {
        ingredient.firstEndHour = ends[0].toInt();
        ingredient.lastEndHour = ends[1].toInt();
        if (ingredient.firstEndHour < 1 || ingredient.lastEndHour < ingredient.firstEndHour
            || ingredient.lastEndHour > 48)
            return wrong(standard.id, field);
    }
    return ingredient;
}

Result<> readCategories(const QJsonArray &list, AirQualityStandard &standard)
{
    static const QRegularExpression colour(QStringLiteral("^#[0-9A-F]{6}$"));
    int before = 0;
    for (const QJsonValue &json : list) {
        IndexCategory category;
        category.name = json[QLatin1String("name")].toString();
        category.colour = json[QLatin1String("colour")].toString();
        category.upTo = json[QLatin1String("upTo")].toInt();
        if (category.name.isEmpty() || !colour.match(category.colour).hasMatch()
            || category.upTo <= before)
            return wrong(standard.id, QStringLiteral("categories"));
        before = category.upTo;
        standard.categories.push_back(std::move(category));
    }
    if (standard.categories.empty())
        return wrong(standard.id, QStringLiteral("categories"));
    return {};
}

Result<> readHead(const QJsonObject &json, const QString &name, AirQualityStandard &standard)
{
    const auto text = [&json](const char *key) { return json[QLatin1String(key)].toString(); };
    standard.id = text("id");
    standard.family = text("family");
    standard.title = text("title");
    standard.source = text("source");
    standard.note = text("note");
    if (standard.id != name || standard.family.isEmpty() || standard.title.isEmpty()
        || standard.source.isEmpty())
        return wrong(name, QStringLiteral("id, family, title, source"));
    standard.validFrom = QDate::fromString(text("validFrom"), Qt::ISODate);
    standard.validTo = QDate::fromString(text("validTo"), Qt::ISODate);
    const bool open = json[QLatin1String("validTo")].isNull();
    if (!standard.validFrom.isValid() || open == standard.validTo.isValid()
        || (!open && standard.validTo < standard.validFrom))
        return wrong(name, QStringLiteral("validFrom, validTo"));
    const auto rounding = byWord(kRoundings, json[QLatin1String("indexRounding")]);
    if (!rounding)
        return wrong(name, QStringLiteral("indexRounding"));
    standard.indexRounding = *rounding;
    standard.state.temperatureK = json[QLatin1String("temperatureK")].toDouble();
    standard.primaryAbove = json[QLatin1String("primaryAbove")].toInt();
    standard.hoursNeededOf8 = json[QLatin1String("hoursNeededOf8")].toInt();
    standard.hoursNeededOf24 = json[QLatin1String("hoursNeededOf24")].toInt();
    if (standard.hoursNeededOf8 < 1 || standard.hoursNeededOf8 > 8 || standard.hoursNeededOf24 < 1
        || standard.hoursNeededOf24 > 24 || !(standard.state.temperatureK > 0.0))
        return wrong(name, QStringLiteral("temperatureK, hoursNeededOf8, hoursNeededOf24"));
    return {};
}

Result<> readRequired(const QJsonArray &list, AirQualityStandard &standard)
{
    for (const QJsonValue &entry : list) {
        const QStringList oneOf = entry.toString().split(QLatin1Char('|'));
        for (const QString &pollutant : oneOf) {
            if (standard.table(pollutant) == nullptr)
                return wrong(standard.id, QStringLiteral("required"));
        }
        standard.required += entry.toString();
    }
    return {};
}

/// The index of a table's last line must lie within the categories.
bool indicesFitCategories(const AirQualityStandard &standard)
{
    const int top = standard.categories.back().upTo;
    for (const IndexTable &table : standard.tables) {
        if (table.segments.back().indexHigh > top)
            return false;
    }
    return true;
}

} // namespace

Result<AirQualityStandard> parseAirQualityStandard(const QByteArray &bytes, const QString &name)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
    if (!document.isObject())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The index \"%1\" is no JSON: %2."),
            {name, parse.errorString()});
    const QJsonObject json = document.object();
    AirQualityStandard standard;
    BV_TRY_VOID(readHead(json, name, standard));
    BV_TRY_VOID(readCategories(json[QLatin1String("categories")].toArray(), standard));
    const QJsonArray tables = json[QLatin1String("tables")].toArray();
    for (const QJsonValue &entry : tables) {
        BV_TRY(IndexTable table,
            readTable(entry, name, QStringLiteral("tables[%1]").arg(standard.tables.size())));
        if (standard.table(table.pollutant, table.averageMinutes) != nullptr)
            return wrong(name, QStringLiteral("tables[%1]").arg(standard.tables.size()));
        standard.tables.push_back(std::move(table));
    }
    if (standard.tables.empty() || !indicesFitCategories(standard))
        return wrong(name, QStringLiteral("tables"));
    for (const IndexTable &table : standard.tables) {
        if (standard.table(table.pollutant) == nullptr) // one average of each must be the usual
            return wrong(name, QStringLiteral("usual"));
    }
    for (const char *field : {"moment", "day"}) {
        const QJsonArray list = json[QLatin1String(field)].toArray();
        auto &ingredients =
            QLatin1String(field) == QLatin1String("day") ? standard.day : standard.moment;
        for (const QJsonValue &entry : list) {
            BV_TRY(IndexIngredient ingredient,
                readIngredient(entry, standard,
                    QStringLiteral("%1[%2]").arg(QLatin1String(field)).arg(ingredients.size())));
            ingredients.push_back(std::move(ingredient));
        }
        if (ingredients.empty())
            return wrong(name, QLatin1String(field));
    }
    BV_TRY_VOID(readRequired(json[QLatin1String("required")].toArray(), standard));
    return standard;
}

} // namespace belvedere
