// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_picture.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr UtcMs kReachBackMs = 72 * kMsPerHour; // further than any running mean looks
constexpr int kHoursAhead[] = {6, 12, 24, 48, 72};

/// End of the second class in the unit of the data; nothing where the table has no such class or
/// the units do not meet.
std::optional<double> limitOf(const AirQualityStandard &standard, const AirSeries::Part &part,
    const std::optional<ReferenceState> &state)
{
    const IndexTable *table = standard.table(part.pollutant);
    if (!table || table->segments.empty() || standard.categories.size() < 2)
        return std::nullopt;
    const int end = standard.categories[1].upTo;
    const auto last = std::find_if(table->segments.begin(), table->segments.end(),
        [end](const IndexSegment &segment) { return segment.indexHigh >= end; });
    if (last == table->segments.end())
        return std::nullopt;
    const double inTable = double(last->high) / std::pow(10.0, table->decimals);
    const auto converted = convertConcentration(
        inTable, part.pollutant, table->unit, part.unit, state.value_or(standard.state));
    return converted ? std::optional(*converted) : std::nullopt;
}

std::optional<int> siteIn(const QuantileForecast &forecast, const QString &code)
{
    const auto found = std::find(forecast.siteCodes.begin(), forecast.siteCodes.end(), code);
    if (found == forecast.siteCodes.end())
        return std::nullopt;
    return int(found - forecast.siteCodes.begin());
}

void addExceedances(StationAir &station, const AirQuery &query, const AirQualityStandard &standard,
    const AirSeries &series, const QString &code)
{
    for (const auto &forecast : query.forecasts) {
        const auto site = siteIn(*forecast, code);
        const AirSeries::Part *part = series.part(forecast->channel.key);
        const auto limit = part ? limitOf(standard, *part, series.state) : std::nullopt;
        if (!site || !limit)
            continue;
        for (const int hours : kHoursAhead) {
            const auto step = int(hours * kMsPerHour / forecast->shape.stepMs) - 1;
            if (step < 0 || step >= forecast->shape.horizon)
                continue;
            std::vector<double> levels, values;
            for (std::size_t q = 0; q < forecast->shape.quantiles.size(); ++q) {
                levels.push_back(double(forecast->shape.quantiles[q]));
                values.push_back(double(forecast->at(step, SiteId(*site), int(q))));
            }
            const double share = probabilityAbove(levels, values, *limit);
            if (std::isfinite(share))
                station.exceedances.push_back({part->pollutant, *limit, unitText(part->unit),
                    forecast->timeOf(step), hours * 60, share});
        }
    }
}

/// The highest index of the hours ahead, from the pollutants that are forecast alone: what nobody
/// forecast is named as missing.
void setForecast(StationAir &station, const AirQuery &query, const AirQualityStandard &standard,
    const AirSeries &series, const QString &code)
{
    AirSeries ahead;
    int last = -1;
    for (const auto &forecast : query.forecasts) {
        const auto site = siteIn(*forecast, code);
        const AirSeries::Part *part = series.part(forecast->channel.key);
        const int issued = series.axis.indexOf(forecast->issued);
        if (!site || !part || !series.axis.has(issued)
            || forecast->shape.stepMs != series.axis.stepMs || (last >= 0 && last != issued))
            continue;
        if (last < 0) {
            last = issued;
            ahead.axis = series.axis;
            ahead.zone = series.zone;
            ahead.state = series.state;
        }
        ahead.parts.push_back(*part);
        std::vector<float> medians;
        for (int step = 0; step < forecast->shape.horizon; ++step)
            medians.push_back(forecast->at(step, SiteId(*site), forecast->shape.medianIndex()));
        appendForecast(ahead, part->pollutant, last, medians);
    }
    for (int step = last + 1; last >= 0 && step < ahead.axis.count; ++step) {
        AirQualityIndex index = indexAt(standard, ahead, step);
        if (index.index && (!station.index.index || *index.index > *station.index.index)) {
            station.index = std::move(index);
            station.time = ahead.axis.at(step);
        }
    }
}

} // namespace

double probabilityAbove(
    std::span<const double> levels, std::span<const double> values, double limit)
{
    const std::size_t count = std::min(levels.size(), values.size());
    if (count == 0
        || std::any_of(values.begin(), values.begin() + std::ptrdiff_t(count),
            [](double value) { return !std::isfinite(value); }))
        return std::nan("");
    if (count == 1)
        return values[0] > limit ? 1.0 - levels[0] : levels[0];
    // The ends of the distribution: as far beyond the outer quantile as the next one is inside.
    const double bottom = values[0] - (values[1] - values[0]);
    const double top = values[count - 1] + (values[count - 1] - values[count - 2]);
    if (limit <= bottom)
        return 1.0;
    if (limit >= top)
        return 0.0;
    double lowLevel = 0.0;
    double low = bottom;
    for (std::size_t i = 0; i <= count; ++i) {
        const double level = i < count ? levels[i] : 1.0;
        const double value = i < count ? values[i] : top;
        if (limit <= value) {
            const double share = value > low ? (limit - low) / (value - low) : 1.0;
            return 1.0 - (lowLevel + share * (level - lowLevel));
        }
        lowLevel = level;
        low = value;
    }
    return 0.0;
}

Result<std::shared_ptr<const AirPicture>> makeAirPicture(
    const AirQuery &query, const TaskContext &context)
{
    auto picture = std::make_shared<AirPicture>();
    picture->set = query.set;
    picture->what = query.what;
    picture->time = query.time;
    const QTimeZone &zone = query.set->dataset.zone;
    picture->date = QDateTime::fromMSecsSinceEpoch(query.time, zone).date();
    BV_TRY(picture->standard, airQualityStandardOn(query.family, picture->date));
    picture->standardIsValid = picture->standard->isValidOn(picture->date);
    for (const auto &forecast : query.forecasts)
        picture->forecastPollutants.append(forecast->channel.key);
    const TimeAxis &axis = query.set->series->axis;
    const int shown = axis.indexOf(query.time);
    const int known = axis.indexOf(std::min(query.now, query.time + kMsPerDay));
    const int first = axis.indexOf(query.time - kReachBackMs);
    picture->stations.resize(std::size_t(query.set->siteCount()));
    for (std::size_t i = 0; i < query.set->air.size(); ++i) {
        if (context.cancelled())
            return cancelledFailure();
        StationAir &station = picture->stations[i];
        const AirSeries series = trimmed(query.set->air[i], first, known);
        const QString &code = query.set->dataset.sites[i].code;
        switch (query.what) {
        case AirTime::Moment:
            station.time = axis.at(shown);
            station.index = indexAt(*picture->standard, series, series.axis.indexOf(query.time));
            break;
        case AirTime::Day:
            station.time = beginOfDay(localDay(query.time, zone), zone);
            station.index = indexOfDay(*picture->standard, series, localDay(query.time, zone));
            break;
        case AirTime::Forecast:
            setForecast(station, query, *picture->standard, series, code);
            break;
        }
        addExceedances(station, query, *picture->standard, series, code);
    }
    return picture;
}

} // namespace belvedere::ui
