// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_quality_index.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// A concentration is held in thousandths of the table's last decimal, and all that follows is
/// whole numbers. What single precision and the way from decimal to binary change is less.
constexpr std::int64_t kFine = 1000;
constexpr double kLargest = 1e6; // in the table's unit; no air holds so much

std::int64_t roundedTo(std::int64_t fine, std::int64_t unit, Rounding rounding)
{
    const std::int64_t whole = fine / unit;
    const std::int64_t rest = fine % unit;
    switch (rounding) {
    case Rounding::Truncate:
        return whole;
    case Rounding::HalfUp:
        return whole + (2 * rest >= unit ? 1 : 0);
    case Rounding::HalfEven:
        if (2 * rest == unit)
            return whole + whole % 2;
        return whole + (2 * rest > unit ? 1 : 0);
    case Rounding::Up:
        break;
    }
    return whole + (rest > 0 ? 1 : 0);
}

double powerOfTen(int exponent)
{
    double power = 1.0;
    for (int i = 0; i < exponent; ++i)
        power *= 10.0;
    return power;
}

/// indexLow + (indexHigh - indexLow) · (value - low) / (high - low)
int alongLine(const IndexSegment &line, std::int64_t value, Rounding rounding)
{
    const std::int64_t run = line.high - line.low;
    const std::int64_t rise = line.indexHigh - line.indexLow;
    return line.indexLow + static_cast<int>(roundedTo(rise * (value - line.low), run, rounding));
}

QString otherAverages(const AirQualityStandard &standard, const IndexTable &table)
{
    QStringList others;
    for (const IndexTable &candidate : standard.tables) {
        if (candidate.pollutant == table.pollutant
            && candidate.averageMinutes != table.averageMinutes)
            others += averageText(candidate.averageMinutes);
    }
    return others.join(QStringLiteral(", "));
}

Result<const IndexTable *> tableOf(
    const AirQualityStandard &standard, const QString &pollutant, int averageMinutes)
{
    if (const IndexTable *const table = standard.table(pollutant, averageMinutes))
        return table;
    QStringList known;
    for (const IndexTable &table : standard.tables)
        known += QStringLiteral("%1 (%2)").arg(table.pollutant, averageText(table.averageMinutes));
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "%1 has no index for %2. It has: %3."),
        {standard.title,
            averageMinutes == 0
                ? pollutant
                : QStringLiteral("%1 (%2)").arg(pollutant, averageText(averageMinutes)),
            known.join(QStringLiteral(", "))});
}

tl::unexpected<Error> noIndexThere(
    const AirQualityStandard &standard, const IndexTable &table, double value)
{
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "%1 gives no index for a %2 mean of %3 %4 of %5: there another average counts (%6). "
            "Give that one."),
        {standard.title, averageText(table.averageMinutes), QString::number(value),
            unitText(table.unit), table.pollutant, otherAverages(standard, table)});
}

} // namespace

Result<SubIndex> subIndex(const AirQualityStandard &standard, const QString &pollutant,
    double value, ConcentrationUnit unit, int averageMinutes, std::optional<ReferenceState> state)
{
    BV_TRY(const IndexTable *const table, tableOf(standard, pollutant, averageMinutes));
    if (!(value >= 0.0 && std::isfinite(value)))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "%1 is no concentration: it must be zero or more."),
            {QString::number(value)});
    BV_TRY(const double converted,
        convertConcentration(value, pollutant, unit, table->unit, state.value_or(standard.state)));
    if (converted > kLargest)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "%1 %2 of %3 is no concentration of outdoor air. Check the unit."),
            {QString::number(converted), unitText(table->unit), pollutant});
    const double scale = powerOfTen(table->decimals);
    const std::int64_t fine = std::llround(converted * scale * static_cast<double>(kFine));
    const std::int64_t entered = roundedTo(fine, kFine, table->rounding);

    SubIndex result;
    result.pollutant = pollutant;
    result.averageMinutes = table->averageMinutes;
    result.unit = table->unit;
    result.concentration = static_cast<double>(entered) / scale;
    const IndexSegment &top = table->segments.back();
    if (entered < table->segments.front().low
        || (entered > top.high && table->above == AboveTable::Refer))
        return noIndexThere(standard, *table, result.concentration);
    result.beyondScale = entered > top.high;
    if (result.beyondScale && table->above == AboveTable::Cap) {
        result.index = top.indexHigh;
        return result;
    }
    const auto line = std::find_if(table->segments.begin(), table->segments.end() - 1,
        [entered](const IndexSegment &segment) { return entered <= segment.high; });
    result.index =
        table->classes ? line->indexHigh : alongLine(*line, entered, standard.indexRounding);
    return result;
}

Result<SubIndex> subIndex(
    const AirQualityStandard &standard, const QString &pollutant, double value, int averageMinutes)
{
    BV_TRY(const IndexTable *const table, tableOf(standard, pollutant, averageMinutes));
    return subIndex(standard, pollutant, value, table->unit, averageMinutes);
}

AirQualityIndex combineIndex(const AirQualityStandard &standard, std::vector<SubIndex> parts)
{
    std::stable_sort(parts.begin(), parts.end(),
        [](const SubIndex &a, const SubIndex &b) { return a.index > b.index; });
    AirQualityIndex result;
    result.standard = standard.id;
    const auto has = [&result](const QString &pollutant) {
        return std::any_of(result.parts.begin(), result.parts.end(),
            [&](const SubIndex &part) { return part.pollutant == pollutant; });
    };
    for (SubIndex &part : parts) {
        if (!has(part.pollutant))
            result.parts.push_back(std::move(part));
    }
    for (const QString &entry : standard.required) {
        const QStringList oneOf = entry.split(QLatin1Char('|'));
        if (std::none_of(oneOf.begin(), oneOf.end(), has))
            result.missing += oneOf.front();
    }
    if (result.parts.empty())
        return result;
    result.index = result.parts.front().index;
    for (const SubIndex &part : result.parts) {
        if (part.index != *result.index)
            break;
        result.beyondScale = result.beyondScale || part.beyondScale;
        if (part.index > standard.primaryAbove)
            result.primary += part.pollutant;
    }
    return result;
}

} // namespace belvedere
