// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_charts.h"

#include "common/format.h"
#include "common/quantity_names.h"
#include "environment/daily_values.h"
#include "environment/environment_text.h"
#include "environment/noise_picture.h"
#include "environment/time_variation.h"
#include "environment/trend.h"
#include "environment/wind_rose.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::EnvironmentCharts)
};

constexpr int kLeastCases = 5; // in a cell of a polar plot
constexpr int kDraws = 200;
constexpr int kWholeYearDays = 350; // fewer measured days are told
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// What the profession reports of a day: of ozone the highest running mean over 8 h.
DailyStatistic dailyStatisticOf(const QString &channel)
{
    return channel == QLatin1String("o3") ? DailyStatistic::MaximumOf8h : DailyStatistic::Mean;
}

QString dailyText(const QString &channel)
{
    return dailyStatisticOf(channel) == DailyStatistic::MaximumOf8h
        ? Text::tr("highest 8 h mean of the day")
        : Text::tr("mean of the day");
}

/// "PM2.5, Dongsi"
QString subject(const PlaceQuery &query)
{
    //: %1 a quantity, %2 a station
    return Text::tr("%1, %2").arg(query.channelName(), query.siteTitle());
}

VariationCurve curveOf(const QString &key, const QString &label, const TimeVariation &variation,
    VariationData::Cycle cycle, double scale)
{
    const std::vector<MeanWithInterval> &parts = cycle == VariationData::Cycle::Day
        ? variation.hours
        : cycle == VariationData::Cycle::Week ? variation.hoursOfWeek
                                              : variation.months;
    VariationCurve curve;
    curve.key = key;
    curve.label = label;
    for (const MeanWithInterval &part : parts) {
        curve.values.push_back(part.mean * scale);
        curve.low.push_back(part.low * scale);
        curve.high.push_back(part.high * scale);
    }
    return curve;
}

double meanOf(const std::vector<float> &values)
{
    double sum = 0.0;
    qint64 count = 0;
    for (const float value : values) {
        if (std::isfinite(value)) {
            sum += double(value);
            ++count;
        }
    }
    return count > 0 ? sum / double(count) : kNaN;
}

/// The places that are told: the chosen one, and of `Extremes` those at either end.
Result<std::vector<int>> placesOf(const PlaceQuery &query, VariationOf what)
{
    std::vector<int> sites = {query.site};
    if (what != VariationOf::Extremes)
        return sites;
    int highest = -1;
    int lowest = -1;
    double most = -std::numeric_limits<double>::infinity();
    double least = -most;
    for (int site = 0; site < query.set->siteCount(); ++site) {
        PlaceQuery other = query;
        other.site = site;
        BV_TRY(const PlaceValues values, valuesOf(other));
        const double mean = meanOf(values.values);
        if (!std::isfinite(mean))
            continue;
        if (mean > most) {
            most = mean;
            highest = site;
        }
        if (mean < least) {
            least = mean;
            lowest = site;
        }
    }
    for (const int site : {highest, lowest}) {
        if (site >= 0 && std::find(sites.begin(), sites.end(), site) == sites.end())
            sites.push_back(site);
    }
    return sites;
}

/// The wind of the same hours; of the place, or where it has none of the whole data set.
Result<WindValues> windOf(const PlaceQuery &query, const PlaceValues &values)
{
    BV_TRY(WindValues wind,
        windValues(query.set->dataset, *query.set->series,
            query.site < 0 ? SiteId() : SiteId(query.site)));
    const int first = query.set->series->axis.indexOf(values.axis.start);
    const auto cut = [&](std::vector<float> &all) {
        all = std::vector<float>(all.begin() + first, all.begin() + first + values.axis.count);
    };
    cut(wind.directionDeg);
    cut(wind.speed);
    return wind;
}

/// How often which class comes from where.
void fillShares(PolarData &rose, const PlaceValues &values, const WindValues &wind,
    const std::vector<ValueClass> &classes, const WindBins &bins)
{
    rose.classes = classes;
    const auto sectors = std::size_t(bins.sectors);
    rose.counts.assign(classes.size() * sectors, 0);
    std::vector<qint64> calm(classes.size(), 0);
    qint64 all = 0;
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        const int found = classOf(classes, double(values.values[i]));
        const auto speed = double(wind.speed[i]);
        if (found < 0 || !std::isfinite(speed))
            continue;
        const auto ring = std::size_t(found);
        if (speed < bins.calmBelow) {
            ++calm[ring];
        } else if (std::isfinite(wind.directionDeg[i])) {
            const double turn = double(wind.directionDeg[i]) / 360.0 * bins.sectors;
            const auto sector = std::size_t(std::lround(turn)) % sectors;
            ++rose.counts[ring * sectors + sector];
        } else {
            continue;
        }
        ++all;
    }
    const auto share = [all](qint64 count) { return all > 0 ? double(count) / double(all) : 0.0; };
    for (const qint64 count : rose.counts)
        rose.shares.push_back(share(count));
    for (const qint64 count : calm) {
        rose.calmShares.push_back(share(count));
        rose.calmCount += count;
    }
}

/// Rings of round speeds that hold nearly all hours.
std::vector<double> speedEdges(const std::vector<float> &speeds, double calmBelow)
{
    std::vector<float> known;
    std::copy_if(speeds.begin(), speeds.end(), std::back_inserter(known),
        [](float speed) { return std::isfinite(speed); });
    if (known.empty())
        return {calmBelow, 2.0 * calmBelow};
    const auto rank = std::ptrdiff_t(0.99 * double(known.size() - 1));
    std::nth_element(known.begin(), known.begin() + rank, known.end());
    const double top = std::max(4.0 * calmBelow, std::ceil(double(known[std::size_t(rank)])));
    const double step = std::max(1.0, std::ceil(top / 6.0));
    std::vector<double> edges = {calmBelow};
    for (double edge = step; edge < top + 0.5 * step; edge += step)
        edges.push_back(edge);
    return edges;
}

} // namespace

QString PlaceQuery::siteTitle() const
{
    return site < 0 ? Text::tr("Mean of all stations")
                    : set->dataset.sites[std::size_t(site)].title();
}

QString PlaceQuery::channelName() const
{
    return channelTitle(channel);
}

const AirQualityStandard *PlaceQuery::standard() const
{
    if (isNoise())
        return nullptr;
    const QDate date = QDateTime::fromMSecsSinceEpoch(to - 1, set->dataset.zone).date();
    const auto found = airQualityStandardOn(family, date);
    return found ? *found : nullptr;
}

Result<PlaceValues> valuesOf(const PlaceQuery &query)
{
    BV_TRY(const PlaceValues values,
        placeValues(query.set->dataset, *query.set->series, query.channel,
            query.site < 0 ? SiteId() : SiteId(query.site)));
    return within(values, query.from, query.to);
}

std::vector<ValueClass> concentrationClasses(
    const AirQualityStandard &standard, const QString &pollutant, const QString &unit)
{
    std::vector<ValueClass> classes;
    const IndexTable *table = standard.table(pollutant);
    const auto own = parseConcentrationUnit(unit);
    if (!table || !own)
        return classes;
    for (const IndexCategory &category : standard.categories) {
        const auto last = std::find_if(table->segments.rbegin(), table->segments.rend(),
            [&](const IndexSegment &segment) { return segment.indexHigh <= category.upTo; });
        if (last == table->segments.rend())
            continue;
        const double end = double(last->high) / std::pow(10.0, table->decimals);
        const auto value = convertConcentration(end, pollutant, table->unit, *own, standard.state);
        if (!value || (!classes.empty() && *value <= classes.back().upTo))
            continue;
        classes.push_back({QString::number(classes.size()),
            //: a class of concentrations: %1 its upper end with unit
            Text::tr("up to %1").arg(formatValue(*value, unit)), categoryColor(category), *value});
    }
    if (!classes.empty() && classes.size() > 1) {
        ValueClass &top = classes.back();
        top.upTo = std::numeric_limits<double>::infinity();
        //: a class of concentrations: %1 its lower end with unit
        top.label = Text::tr("above %1").arg(formatValue(classes[classes.size() - 2].upTo, unit));
    }
    return classes;
}

Result<std::shared_ptr<const CalendarData>> makeCalendar(
    const PlaceQuery &query, CalendarOf what, const TaskContext &context)
{
    auto calendar = std::make_shared<CalendarData>();
    if (what == CalendarOf::Values || query.isNoise()) {
        BV_TRY(const PlaceValues values, valuesOf(query));
        const std::vector<DailyValue> days = dailyValues(values, dailyStatisticOf(query.channel));
        calendar->quantity =
            //: %1 "PM2.5, Dongsi", %2 "mean of the day", %3 a unit
            Text::tr("%1: %2, %3").arg(subject(query), dailyText(query.channel), query.unit());
        calendar->unit = query.unit();
        calendar->ramp = Ramp::Risk;
        if (!days.empty())
            calendar->first = dateOf(days.front().day);
        for (const DailyValue &day : days)
            calendar->values.push_back(day.value);
        return calendar;
    }
    BV_TRY(const AirSeries whole,
        airSeries(query.set->dataset, *query.set->series,
            query.site < 0 ? SiteId() : SiteId(query.site)));
    const AirSeries series =
        trimmed(whole, whole.axis.indexOf(query.from), whole.axis.indexOf(query.to - 1));
    if (context.cancelled())
        return cancelledFailure();
    BV_TRY(const std::vector<DailyIndex> days, dailyIndices(query.family, series));
    const AirQualityStandard *standard = query.standard();
    if (!standard || days.empty())
        return calendar;
    //: %1 an official index, %2 a station
    calendar->quantity =
        Text::tr("%1, index of the day, %2").arg(standard->title, query.siteTitle());
    calendar->first = dateOf(days.front().day);
    for (const DailyIndex &day : days)
        calendar->values.push_back(day.index.index ? double(*day.index.index) : kNaN);
    for (const IndexCategory &category : standard->categories)
        calendar->classes.push_back({category.name, categoryTitle(category),
            categoryColor(category), double(category.upTo)});
    calendar->classes.back().upTo = std::numeric_limits<double>::infinity();
    return calendar;
}

Result<std::shared_ptr<const VariationData>> makeVariation(const PlaceQuery &query,
    VariationOf what, VariationData::Cycle cycle, const TaskContext &context)
{
    auto data = std::make_shared<VariationData>();
    data->cycle = cycle;
    data->interval = Text::tr("band: 95 % interval of the mean");
    data->quantity = what == VariationOf::AllChannels
        //: %1 a station
        ? Text::tr("Multiple of the mean, %1").arg(query.siteTitle())
        : what == VariationOf::Extremes ? query.channelName() : subject(query);
    data->unit = what == VariationOf::AllChannels ? QString() : query.unit();
    BV_TRY(const std::vector<int> sites, placesOf(query, what));
    const QStringList channels = what == VariationOf::AllChannels && !query.isNoise()
        ? query.set->pollutants
        : QStringList{query.channel};
    for (const QString &channel : channels) {
        for (const int site : sites) {
            PlaceQuery one = query;
            one.channel = channel;
            one.site = site;
            BV_TRY(const PlaceValues values, valuesOf(one));
            BV_TRY(const TimeVariation variation, timeVariation(values, 1, kDraws, context));
            const double mean = meanOf(values.values);
            const bool relative = what == VariationOf::AllChannels;
            data->curves.push_back(curveOf(relative ? channel : QString::number(site),
                relative ? one.channelName() : one.siteTitle(), variation, cycle,
                relative && mean > 0.0 ? 1.0 / mean : 1.0));
        }
    }
    return data;
}

Result<std::shared_ptr<const PolarData>> makeRose(
    const PlaceQuery &query, PolarData::Kind kind, const TaskContext &context)
{
    BV_TRY(const PlaceValues values, valuesOf(query));
    BV_TRY(const WindValues wind, windOf(query, values));
    if (context.cancelled())
        return cancelledFailure();
    auto rose = std::make_shared<PolarData>();
    rose->kind = kind;
    rose->quantity = subject(query);
    rose->unit = query.unit();
    rose->speedName = Text::tr("wind speed");
    rose->speedUnit = wind.speedUnit;
    rose->ramp = Ramp::Risk;
    WindBins bins;
    bins.speedEdges = speedEdges(wind.speed, bins.calmBelow);
    rose->sectors = bins.sectors;
    const AirQualityStandard *standard = query.standard();
    if (kind == PolarData::Kind::Shares) {
        if (standard)
            fillShares(*rose, values, wind,
                concentrationClasses(*standard, query.channel, query.unit()), bins);
        return rose;
    }
    // The last ring ends where nearly all hours are; what was faster still counts in it.
    rose->speedEdges = bins.speedEdges;
    bins.speedEdges.pop_back();
    BV_TRY(const WindRose found, windRose(values, wind, bins));
    for (int ring = 0; ring < found.speedBins(); ++ring) {
        for (int sector = 0; sector < bins.sectors; ++sector) {
            const WindCell &cell = found.cell(sector, ring);
            rose->counts.push_back(cell.count);
            rose->means.push_back(cell.count >= kLeastCases ? cell.mean : kNaN);
        }
    }
    rose->calmCount = found.calm.count;
    rose->calmMean = found.calm.mean;
    return rose;
}

Result<std::shared_ptr<const TrendData>> makeTrend(
    const PlaceQuery &query, const TaskContext &context)
{
    BV_TRY(const PlaceValues values, valuesOf(query));
    auto data = std::make_shared<TrendData>();
    data->quantity = subject(query);
    data->unit = query.unit();
    auto trend = theilSenTrend(values, 1, 1000, context);
    if (!trend) {
        if (trend.error().code == Errc::Numeric)
            return data; // too few months: the chart says so
        return tl::unexpected(trend.error());
    }
    for (const MonthlyValue &month : trend->months) {
        const QDateTime middle(QDate(month.year, month.month, 15), QTime(0, 0), values.zone);
        data->months.push_back({middle.toMSecsSinceEpoch(), month.mean});
    }
    data->hasLine = !data->months.empty();
    data->level = trend->intercept;
    data->slope = trend->slopePerYear;
    data->slopeLow = trend->low;
    data->slopeHigh = trend->high;
    data->p = trend->pValue;
    return data;
}

double usualLimit(const PlaceQuery &query)
{
    if (query.isNoise())
        return noiseBands().front();
    const AirQualityStandard *standard = query.standard();
    const auto classes = standard ? concentrationClasses(*standard, query.channel, query.unit())
                                  : std::vector<ValueClass>();
    return classes.size() > 2 ? classes[1].upTo : 100.0;
}

Result<std::shared_ptr<const HeatMapData>> makeExceedances(
    const PlaceQuery &query, double limit, const TaskContext &context)
{
    auto map = std::make_shared<HeatMapData>();
    //: %1 a quantity, %2 "mean of the day", %3 a limit with unit
    map->quantity =
        Text::tr("Days with %1 (%2) above %3")
            .arg(query.channelName(), dailyText(query.channel), formatValue(limit, query.unit()));
    map->unit = Text::tr("days");
    map->columnTitle = Text::tr("Year");
    map->ramp = Ramp::Risk;
    map->low = 0.0;
    map->decimals = 0;
    const int firstYear =
        QDateTime::fromMSecsSinceEpoch(query.from, query.set->dataset.zone).date().year();
    const int lastYear =
        QDateTime::fromMSecsSinceEpoch(query.to - 1, query.set->dataset.zone).date().year();
    std::vector<int> observed(std::size_t(lastYear - firstYear + 1), 0); // days, at most
    for (int site = -1; site < query.set->siteCount(); ++site) {
        if (context.cancelled())
            return cancelledFailure();
        PlaceQuery one = query;
        one.site = site;
        BV_TRY(const PlaceValues values, valuesOf(one));
        map->rows.append(one.siteTitle());
        std::vector<double> row(std::size_t(lastYear - firstYear + 1), kNaN);
        const auto years =
            exceedanceDays(dailyValues(values, dailyStatisticOf(query.channel)), limit);
        for (const ExceedanceYear &year : years) {
            if (year.year < firstYear || year.year > lastYear || year.observedDays == 0)
                continue;
            const auto column = std::size_t(year.year - firstYear);
            row[column] = year.days;
            observed[column] = std::max(observed[column], year.observedDays);
        }
        map->values.insert(map->values.end(), row.begin(), row.end());
    }
    for (int year = firstYear; year <= lastYear; ++year) {
        const int days = observed[std::size_t(year - firstYear)];
        //: a year of which only %Ln days were measured; %1 year
        map->columns.append(days >= kWholeYearDays
                ? QString::number(year)
                : Text::tr("%1 (%Ln day(s))", "", days).arg(year));
    }
    return map;
}

} // namespace belvedere::ui
