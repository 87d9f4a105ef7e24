// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_quality_index.h"

#include "data/holidays.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr int kMinutesPerHour = 60;
constexpr int kNowCastHours = 12;
/// Of anything shorter than what the standard says: three quarters, as EU law asks for.
constexpr double kNeededShare = 0.75;

int stepsOf(const TimeAxis &axis, int minutes)
{
    return static_cast<int>(minutes * kMsPerMinute / axis.stepMs);
}

/// How many steps of a window must be there.
int neededSteps(const AirQualityStandard &standard, const TimeAxis &axis, int windowMinutes)
{
    const int steps = stepsOf(axis, windowMinutes);
    double share = kNeededShare;
    if (windowMinutes == 8 * kMinutesPerHour)
        share = standard.hoursNeededOf8 / 8.0;
    else if (windowMinutes == 24 * kMinutesPerHour)
        share = standard.hoursNeededOf24 / 24.0;
    return std::max(1, static_cast<int>(std::ceil(share * steps - 1e-9)));
}

/// Mean of the steps begin … end - 1; those outside the axis count as missing.
double meanOf(const std::vector<float> &values, int begin, int end, int needed)
{
    double sum = 0.0;
    int count = 0;
    for (int i = std::max(0, begin); i < std::min(end, static_cast<int>(values.size())); ++i) {
        const float value = values[static_cast<std::size_t>(i)];
        if (!std::isnan(value)) {
            sum += static_cast<double>(value);
            ++count;
        }
    }
    return count >= needed && count > 0 ? sum / count : kNan;
}

/// The steps of a local day: begin … end - 1, perhaps beyond the axis.
struct DaySteps
{
    int begin = 0;
    int end = 0;
};

DaySteps stepsOfDay(const AirSeries &series, int day)
{
    const auto firstStepOf = [&series](int localDay) {
        const QDateTime midnight = QDate(1970, 1, 1).addDays(localDay).startOfDay(series.zone);
        return series.axis.indexOf(midnight.toMSecsSinceEpoch() + series.axis.stepMs - 1);
    };
    return {firstStepOf(day), firstStepOf(day + 1)};
}

double valueAt(const AirQualityStandard &standard, const AirSeries &series,
    const AirSeries::Part &part, const IndexIngredient &ingredient, int step)
{
    const TimeAxis &axis = series.axis;
    if (ingredient.statistic == IndexIngredient::Statistic::NowCast) {
        const int hour = stepsOf(axis, kMinutesPerHour);
        std::vector<double> newestFirst;
        for (int i = 0; i < kNowCastHours; ++i) {
            const int end = step + 1 - i * hour;
            newestFirst.push_back(
                meanOf(part.values, end - hour, end, neededSteps(standard, axis, kMinutesPerHour)));
        }
        return nowCast(newestFirst);
    }
    const int window = stepsOf(axis, ingredient.windowMinutes);
    return meanOf(part.values, step + 1 - window, step + 1,
        neededSteps(standard, axis, ingredient.windowMinutes));
}

double valueOfDay(const AirQualityStandard &standard, const AirSeries &series,
    const AirSeries::Part &part, const IndexIngredient &ingredient, DaySteps day)
{
    const TimeAxis &axis = series.axis;
    if (ingredient.statistic == IndexIngredient::Statistic::Mean) {
        // The clocks make days of 23 and 25 hours.
        const double share = standard.hoursNeededOf24 / 24.0;
        const int needed = static_cast<int>(std::ceil(share * (day.end - day.begin) - 1e-9));
        return meanOf(part.values, day.begin, day.end, std::max(1, needed));
    }
    const int window = stepsOf(axis, ingredient.windowMinutes);
    const int hour = stepsOf(axis, kMinutesPerHour);
    const int needed = neededSteps(standard, axis, ingredient.windowMinutes);
    double highest = kNan;
    int windows = 0;
    int observed = 0;
    for (int end = day.begin + ingredient.firstEndHour * hour;
         end <= day.begin + ingredient.lastEndHour * hour; end += window < hour ? window : hour) {
        const double mean = meanOf(part.values, end - window, end, needed);
        ++windows;
        if (std::isnan(mean))
            continue;
        ++observed;
        highest = std::isnan(highest) ? mean : std::max(highest, mean);
    }
    return observed >= kNeededShare * windows ? highest : kNan;
}

template <class ValueOf>
AirQualityIndex indexFrom(const AirQualityStandard &standard, const AirSeries &series,
    const std::vector<IndexIngredient> &ingredients, ValueOf valueOf)
{
    std::vector<SubIndex> parts;
    for (const IndexIngredient &ingredient : ingredients) {
        const AirSeries::Part *const part = series.part(ingredient.pollutant);
        // Steps longer than the window cannot tell its mean.
        if (part == nullptr || ingredient.windowMinutes * kMsPerMinute < series.axis.stepMs)
            continue;
        const double value = valueOf(*part, ingredient);
        if (std::isnan(value))
            continue;
        // Instruments scatter about zero in clean air.
        auto sub = subIndex(standard, ingredient.pollutant, std::max(0.0, value), part->unit,
            ingredient.tableMinutes, series.state);
        if (sub)
            parts.push_back(std::move(*sub));
    }
    return combineIndex(standard, std::move(parts));
}

Result<ConcentrationUnit> unitOf(const Channel &channel)
{
    auto unit = parseConcentrationUnit(channel.unit);
    if (unit)
        return unit;
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "The unit of %1 is \"%2\". For an index it must be µg/m³, mg/m³, ppb or ppm: import it "
            "again with its unit."),
        {channel.key, channel.unit});
}

float meanOverSites(const Series &series, int step, int channel)
{
    double sum = 0.0;
    int count = 0;
    for (int site = 0; site < series.siteCount; ++site) {
        const std::size_t at = series.offset(step, SiteId(site), channel);
        if (series.quality[at] == Quality::Missing || series.quality[at] == Quality::Suspect)
            continue;
        sum += static_cast<double>(series.values[at]);
        ++count;
    }
    return count > 0 ? static_cast<float>(sum / count) : kMissing;
}

} // namespace

const AirSeries::Part *AirSeries::part(const QString &pollutant) const
{
    for (const Part &candidate : parts) {
        if (candidate.pollutant == pollutant)
            return &candidate;
    }
    return nullptr;
}

Result<AirSeries> airSeries(const Dataset &dataset, const Series &series, SiteId site)
{
    if (series.axis.stepMs > kMsPerHour)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The steps of %1 are longer than an hour. Indices need hourly values or shorter "
                "ones."),
            {dataset.name});
    AirSeries air;
    air.axis = series.axis;
    air.zone = dataset.zone;
    for (std::size_t c = 0; c < series.channels.size(); ++c) {
        const Channel &channel = series.channels[c];
        if (!isPollutant(channel.key))
            continue;
        AirSeries::Part part;
        part.pollutant = channel.key;
        BV_TRY(part.unit, unitOf(channel));
        part.values.assign(static_cast<std::size_t>(series.axis.count), kMissing);
        const int index = static_cast<int>(c);
        for (int step = 0; step < series.axis.count; ++step) {
            float &value = part.values[static_cast<std::size_t>(step)];
            if (!site.valid())
                value = meanOverSites(series, step, index);
            else if (series.quality[series.offset(step, site, index)] != Quality::Suspect)
                value = series.value(step, site, index);
        }
        air.parts.push_back(std::move(part));
    }
    if (air.parts.empty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "%1 has no pollutants. An index needs one of: %2."),
            {dataset.name,
                QStringList(pollutantKeys().begin(), pollutantKeys().end())
                    .join(QStringLiteral(", "))});
    return air;
}

void appendForecast(
    AirSeries &series, const QString &pollutant, int lastStep, std::span<const float> values)
{
    const int count = std::max(series.axis.count, lastStep + 1 + static_cast<int>(values.size()));
    series.axis.count = count;
    for (AirSeries::Part &part : series.parts) {
        part.values.resize(static_cast<std::size_t>(count), kMissing);
        if (part.pollutant != pollutant)
            continue;
        const auto first = part.values.begin() + lastStep + 1;
        std::fill(first, part.values.end(), kMissing);
        std::copy(values.begin(), values.end(), first);
    }
}

AirQualityIndex indexAt(const AirQualityStandard &standard, const AirSeries &series, int step)
{
    return indexFrom(standard, series, standard.moment,
        [&](const AirSeries::Part &part, const IndexIngredient &ingredient) {
            return valueAt(standard, series, part, ingredient, step);
        });
}

AirQualityIndex indexOfDay(const AirQualityStandard &standard, const AirSeries &series, int day)
{
    const DaySteps steps = stepsOfDay(series, day);
    return indexFrom(standard, series, standard.day,
        [&](const AirSeries::Part &part, const IndexIngredient &ingredient) {
            return valueOfDay(standard, series, part, ingredient, steps);
        });
}

Result<std::vector<DailyIndex>> dailyIndices(const QString &family, const AirSeries &series)
{
    const AirQualityStandard *fixed = nullptr;
    if (const auto byId = airQualityStandard(family))
        fixed = *byId;
    std::vector<DailyIndex> days;
    if (series.axis.count == 0)
        return days;
    const int last = localDay(series.axis.last(), series.zone);
    for (int day = localDay(series.axis.start, series.zone); day <= last; ++day) {
        const AirQualityStandard *standard = fixed;
        if (standard == nullptr) {
            BV_TRY(standard, airQualityStandardOn(family, QDate(1970, 1, 1).addDays(day)));
        }
        days.push_back({day, indexOfDay(*standard, series, day)});
    }
    return days;
}

double nowCast(std::span<const double> newestFirst)
{
    const std::span<const double> hours =
        newestFirst.first(std::min<std::size_t>(newestFirst.size(), kNowCastHours));
    int recent = 0;
    double low = kNan;
    double high = kNan;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (std::isnan(hours[i]))
            continue;
        recent += i < 3 ? 1 : 0;
        low = std::isnan(low) ? hours[i] : std::min(low, hours[i]);
        high = std::isnan(high) ? hours[i] : std::max(high, hours[i]);
    }
    if (recent < 2)
        return kNan;
    const double weight = high > 0.0 ? std::max(0.5, low / high) : 1.0;
    double sum = 0.0;
    double weights = 0.0;
    double power = 1.0;
    for (const double value : hours) {
        if (!std::isnan(value)) {
            sum += power * value;
            weights += power;
        }
        power *= weight;
    }
    return sum / weights;
}

std::vector<float> runningMeans(std::span<const float> values, int window, int needed)
{
    std::vector<float> means(values.size(), kMissing);
    double sum = 0.0;
    int count = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i])) {
            sum += static_cast<double>(values[i]);
            ++count;
        }
        const auto width = static_cast<std::size_t>(window);
        if (i >= width && !std::isnan(values[i - width])) {
            sum -= static_cast<double>(values[i - width]);
            --count;
        }
        if (count >= std::max(1, needed))
            means[i] = static_cast<float>(sum / count);
    }
    return means;
}

} // namespace belvedere
