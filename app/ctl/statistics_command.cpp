// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics_command.h"

#include "environment/daily_values.h"
#include "environment/time_variation.h"
#include "environment/trend.h"
#include "environment/wind_rose.h"
#include "environment_data.h"
#include "text_table.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace belvedere::ctl {

namespace {

struct StatisticsArguments
{
    std::string dataset;
    std::string channel;
    std::string site;
    std::string from;
    std::string to;
    std::optional<double> limit;
};

QJsonArray meansJson(const std::vector<MeanWithInterval> &means)
{
    QJsonArray list;
    for (const MeanWithInterval &mean : means)
        list.append(QJsonObject{{QStringLiteral("mean"), jsonNumber(mean.mean)},
            {QStringLiteral("low"), jsonNumber(mean.low)},
            {QStringLiteral("high"), jsonNumber(mean.high)},
            {QStringLiteral("count"), mean.count}});
    return list;
}

QJsonObject trendJson(const Trend &trend)
{
    QJsonArray months;
    for (const MonthlyValue &month : trend.months)
        months.append(QJsonObject{
            {QStringLiteral("month"),
                QStringLiteral("%1-%2").arg(month.year).arg(month.month, 2, 10, QLatin1Char('0'))},
            {QStringLiteral("mean"), jsonNumber(month.mean)},
            {QStringLiteral("deseasonalised"), jsonNumber(month.deseasonalised)}});
    return {{QStringLiteral("slopePerYear"), trend.slopePerYear},
        {QStringLiteral("low"), trend.low}, {QStringLiteral("high"), trend.high},
        {QStringLiteral("percentPerYear"), jsonNumber(trend.percentPerYear)},
        {QStringLiteral("p"), trend.pValue}, {QStringLiteral("monthsUsed"), trend.used},
        {QStringLiteral("deseasonalised"), trend.deseasonalised},
        {QStringLiteral("months"), months}};
}

QJsonObject roseJson(const WindRose &rose, const QString &speedUnit)
{
    QJsonArray sectors;
    for (std::size_t i = 0; i < rose.sectors.size(); ++i) {
        QJsonArray speeds;
        for (int bin = 0; bin < rose.speedBins(); ++bin) {
            const WindCell &cell = rose.cell(static_cast<int>(i), bin);
            speeds.append(QJsonObject{
                {QStringLiteral("from"), rose.bins.speedEdges[static_cast<std::size_t>(bin)]},
                {QStringLiteral("count"), cell.count},
                {QStringLiteral("mean"), jsonNumber(cell.mean)}});
        }
        sectors.append(QJsonObject{
            {QStringLiteral("direction"), 360.0 * static_cast<double>(i) / rose.bins.sectors},
            {QStringLiteral("count"), rose.sectors[i].count},
            {QStringLiteral("mean"), jsonNumber(rose.sectors[i].mean)},
            {QStringLiteral("speeds"), speeds}});
    }
    return {{QStringLiteral("speedUnit"), speedUnit}, {QStringLiteral("calmShare"), rose.calmShare},
        {QStringLiteral("calmMean"), jsonNumber(rose.calm.mean)},
        {QStringLiteral("total"), rose.total}, {QStringLiteral("sectors"), sectors}};
}

void addDays(Answer &answer, const PlaceValues &values, std::optional<double> limit)
{
    const std::vector<DailyValue> days = dailyValues(values);
    QJsonArray list;
    for (const DailyValue &day : days)
        list.append(QJsonObject{{QStringLiteral("day"), dayText(day.day)},
            {QStringLiteral("mean"), jsonNumber(day.value)}});
    answer.json.insert(QStringLiteral("days"), list);
    if (!limit)
        return;
    QJsonArray years;
    for (const ExceedanceYear &year : exceedanceDays(days, *limit)) {
        years.append(
            QJsonObject{{QStringLiteral("year"), year.year}, {QStringLiteral("days"), year.days},
                {QStringLiteral("observedDays"), year.observedDays}});
        answer.text += QStringLiteral("%1: %2 of %3 days above %4 %5\n")
                           .arg(year.year)
                           .arg(year.days)
                           .arg(year.observedDays)
                           .arg(*limit)
                           .arg(values.channel.unit);
    }
    answer.json.insert(QStringLiteral("limit"), *limit);
    answer.json.insert(QStringLiteral("exceedances"), years);
}

/// What cannot be computed from these values is said and left out.
Result<> addTrend(
    Answer &answer, const PlaceValues &values, std::uint64_t seed, const TaskContext &context)
{
    constexpr int kDraws = 1000;
    const auto trend = theilSenTrend(values, seed, kDraws, context);
    if (!trend && trend.error().code != Errc::Numeric)
        return failure(trend.error());
    if (!trend) {
        answer.text += trend.error().message() + QLatin1Char('\n');
        answer.json.insert(QStringLiteral("trend"), QJsonValue());
        return {};
    }
    answer.json.insert(QStringLiteral("trend"), trendJson(*trend));
    answer.text += QStringLiteral("trend: %1 %2 a year (95 %: %3 to %4), %5 months, p %6\n")
                       .arg(numberText(trend->slopePerYear), values.channel.unit,
                           numberText(trend->low), numberText(trend->high))
                       .arg(trend->used)
                       .arg(numberText(trend->pValue, 3));
    return {};
}

Result<> addRose(Answer &answer, const StoredSeries &stored, const PlaceValues &values, SiteId site)
{
    const auto wind = windValues(stored.dataset, *stored.series, site);
    if (!wind)
        return {}; // not every network measures wind
    BV_TRY(const WindRose rose, windRose(values, *wind));
    answer.json.insert(QStringLiteral("rose"), roseJson(rose, wind->speedUnit));
    const auto highest = std::max_element(
        rose.sectors.begin(), rose.sectors.end(), [](const WindCell &a, const WindCell &b) {
            return !(a.mean >= b.mean) && !std::isnan(b.mean);
        });
    answer.text +=
        QStringLiteral("wind: calm %1 % of the time; highest with wind from %2°: %3 %4\n")
            .arg(numberText(100.0 * rose.calmShare, 1))
            .arg(360.0 * static_cast<double>(highest - rose.sectors.begin()) / rose.bins.sectors)
            .arg(numberText(highest->mean), values.channel.unit);
    return {};
}

Result<Answer> statistics(Session &session, const StatisticsArguments &arguments)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const StoredSeries stored,
        storedSeries(*store, arguments.dataset, arguments.from, arguments.to));
    BV_TRY(const SiteId site, siteNamed(stored.dataset, arguments.site));
    BV_TRY(const PlaceValues values,
        placeValues(
            stored.dataset, *stored.series, QString::fromStdString(arguments.channel), site));
    const std::uint64_t seed = session.options.seed.value_or(1);
    const TaskContext context = session.context();
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), stored.dataset.name},
        {QStringLiteral("channel"), values.channel.key},
        {QStringLiteral("unit"), values.channel.unit},
        {QStringLiteral("site"),
            site.valid() ? QJsonValue(stored.dataset.sites[site.index()].code) : QJsonValue()},
        {QStringLiteral("simulated"), stored.dataset.simulated}};
    answer.text = QStringLiteral("%1 of %2, %3\n")
                      .arg(values.channel.key, stored.dataset.name,
                          site.valid() ? stored.dataset.sites[site.index()].title()
                                       : QStringLiteral("mean of all sites"));
    BV_TRY_VOID(addTrend(answer, values, seed, context));
    constexpr int kDraws = 200;
    BV_TRY(const TimeVariation variation, timeVariation(values, seed, kDraws, context));
    answer.json.insert(QStringLiteral("variation"),
        QJsonObject{{QStringLiteral("hours"), meansJson(variation.hours)},
            {QStringLiteral("weekdays"), meansJson(variation.weekdays)},
            {QStringLiteral("hoursOfWeek"), meansJson(variation.hoursOfWeek)},
            {QStringLiteral("months"), meansJson(variation.months)}});
    BV_TRY_VOID(addRose(answer, stored, values, site));
    addDays(answer, values, arguments.limit);
    TextTable table({QStringLiteral("hour"), QStringLiteral("mean"), QStringLiteral("low"),
        QStringLiteral("high")});
    for (std::size_t hour = 0; hour < variation.hours.size(); ++hour) {
        const MeanWithInterval &mean = variation.hours[hour];
        table.add({QString::number(hour), numberText(mean.mean), numberText(mean.low),
            numberText(mean.high)});
    }
    answer.text += table.toString();
    return answer;
}

} // namespace

void addStatisticsCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "statistics",
        "Trend, daily and weekly variation, pollution rose and daily means of one quantity");
    const auto arguments = std::make_shared<StatisticsArguments>();
    verb->add_option("DATASET", arguments->dataset, "Data set")->required();
    verb->add_option("CHANNEL", arguments->channel, "pm2.5, noise, temperature …")->required();
    verb->add_option("--site", arguments->site, "One site (default: the mean of all)")
        ->type_name("ID");
    verb->add_option("--from", arguments->from, "First time")->type_name("TIME");
    verb->add_option("--to", arguments->to, "Up to before this time")->type_name("TIME");
    verb->add_option("--limit", arguments->limit, "Count days whose mean is above it, by year")
        ->type_name("NUMBER");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return statistics(session, *arguments); };
    });
}

} // namespace belvedere::ctl
