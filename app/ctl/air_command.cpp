// SPDX-License-Identifier: GPL-3.0-or-later
#include "air_command.h"

#include "environment/air_quality_index.h"
#include "environment_data.h"
#include "text_table.h"

#include <QJsonArray>

#include <map>

namespace belvedere::ctl {

namespace {

struct AirArguments
{
    std::string dataset;
    std::string standard = "us-epa";
    std::string site;
    std::string from;
    std::string to;
    bool moment = false;
};

QJsonObject indexJson(const AirQualityIndex &index)
{
    QJsonObject json{{QStringLiteral("standard"), index.standard},
        {QStringLiteral("primary"), QJsonArray::fromStringList(index.primary)},
        {QStringLiteral("missing"), QJsonArray::fromStringList(index.missing)}};
    const auto standard = airQualityStandard(index.standard);
    if (index.index && standard) {
        json.insert(QStringLiteral("index"), *index.index);
        json.insert(QStringLiteral("category"), (*standard)->categoryOf(*index.index).name);
    } else {
        json.insert(QStringLiteral("index"), QJsonValue());
        json.insert(QStringLiteral("category"), QJsonValue());
    }
    QJsonObject parts;
    for (const SubIndex &part : index.parts)
        parts.insert(part.pollutant, part.index);
    json.insert(QStringLiteral("parts"), parts);
    return json;
}

/// Days of each class, in the order of the classes.
struct DayCounts
{
    std::map<int, int> days;
    int without = 0; ///< nothing to go by
    int incomplete = 0; ///< a pollutant was missing
};

/// The standard that a person names: a revision, or the one of a family on a day.
Result<const AirQualityStandard *> standardNamed(
    const QString &name, UtcMs at, const QTimeZone &zone)
{
    if (const auto revision = airQualityStandard(name))
        return *revision;
    return airQualityStandardOn(name, QDateTime::fromMSecsSinceEpoch(at, zone).date());
}

Result<QJsonObject> siteJson(const Dataset &dataset, const Series &series, SiteId site,
    const QString &family, DayCounts &counts)
{
    BV_TRY(const AirSeries air, airSeries(dataset, series, site));
    BV_TRY(const std::vector<DailyIndex> days, dailyIndices(family, air));
    QJsonArray list;
    for (const DailyIndex &day : days) {
        QJsonObject json = indexJson(day.index);
        json.insert(QStringLiteral("day"), dayText(day.day));
        list.append(json);
        const auto standard = airQualityStandard(day.index.standard);
        counts.incomplete += day.index.missing.isEmpty() ? 0 : 1;
        if (day.index.index && standard)
            ++counts.days[(*standard)->categoryIndex(*day.index.index)];
        else
            ++counts.without;
    }
    return QJsonObject{
        {QStringLiteral("id"), site.valid() ? dataset.sites[site.index()].code : QString()},
        {QStringLiteral("days"), list}};
}

Result<Answer> airDays(Session &session, const AirArguments &arguments)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const StoredSeries stored,
        storedSeries(*store, arguments.dataset, arguments.from, arguments.to));
    BV_TRY(const SiteId only, siteNamed(stored.dataset, arguments.site));
    const QString family = QString::fromStdString(arguments.standard);
    BV_TRY(const AirQualityStandard *const latest,
        standardNamed(family, stored.series->axis.last(), stored.dataset.zone));

    QStringList header{QStringLiteral("days")};
    for (const IndexCategory &category : latest->categories)
        header += category.name;
    header += {QStringLiteral("no index"), QStringLiteral("incomplete")};
    TextTable table(header);
    QJsonArray sites;
    for (int i = 0; i < stored.series->siteCount; ++i) {
        const SiteId site(i);
        if (only.valid() && site != only)
            continue;
        DayCounts counts;
        BV_TRY(
            const QJsonObject json, siteJson(stored.dataset, *stored.series, site, family, counts));
        sites.append(json);
        QStringList row{stored.dataset.sites[site.index()].title()};
        for (std::size_t c = 0; c < latest->categories.size(); ++c)
            row += QString::number(counts.days[static_cast<int>(c)]);
        row += {QString::number(counts.without), QString::number(counts.incomplete)};
        table.add(row);
    }
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), stored.dataset.name},
        {QStringLiteral("standard"), family}, {QStringLiteral("latest"), latest->id},
        {QStringLiteral("simulated"), stored.dataset.simulated}, {QStringLiteral("sites"), sites}};
    answer.text = QStringLiteral("%1; classes as on the last day: %2\n")
                      .arg(stored.dataset.name, latest->title)
        + table.toString();
    return answer;
}

/// The index of the last step, site by site.
Result<Answer> airNow(Session &session, const AirArguments &arguments)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const StoredSeries stored,
        storedSeries(*store, arguments.dataset, arguments.from, arguments.to));
    BV_TRY(const SiteId only, siteNamed(stored.dataset, arguments.site));
    const int step = stored.series->axis.count - 1;
    const UtcMs at = stored.series->axis.at(step);
    BV_TRY(const AirQualityStandard *const standard,
        standardNamed(QString::fromStdString(arguments.standard), at, stored.dataset.zone));
    QJsonArray sites;
    TextTable table({QStringLiteral("site"), QStringLiteral("index"), QStringLiteral("category"),
        QStringLiteral("primary"), QStringLiteral("missing")});
    for (int i = 0; i < stored.series->siteCount; ++i) {
        const SiteId site(i);
        if (only.valid() && site != only)
            continue;
        BV_TRY(const AirSeries air, airSeries(stored.dataset, *stored.series, site));
        const AirQualityIndex index = indexAt(*standard, air, step);
        QJsonObject json = indexJson(index);
        json.insert(QStringLiteral("id"), stored.dataset.sites[site.index()].code);
        sites.append(json);
        table.add({stored.dataset.sites[site.index()].title(),
            index.index ? QString::number(*index.index) : QStringLiteral("-"),
            index.index ? standard->categoryOf(*index.index).name : QStringLiteral("-"),
            index.primary.join(QStringLiteral(", ")), index.missing.join(QStringLiteral(", "))});
    }
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), stored.dataset.name},
        {QStringLiteral("standard"), standard->id}, {QStringLiteral("at"), formatUtc(at)},
        {QStringLiteral("simulated"), stored.dataset.simulated}, {QStringLiteral("sites"), sites}};
    answer.text =
        QStringLiteral("%1 at %2, %3\n").arg(stored.dataset.name, formatUtc(at), standard->title)
        + table.toString();
    return answer;
}

} // namespace

void addAirCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "air", "Air-quality index of each day and station, by the standard valid on that day");
    const auto arguments = std::make_shared<AirArguments>();
    verb->add_option("DATASET", arguments->dataset, "Stations with pollutants")->required();
    verb->add_option("--standard", arguments->standard,
            "us-epa, cn-hj633 or eu (each day by its revision), or one revision: us-epa-2024")
        ->type_name("STANDARD")
        ->capture_default_str();
    verb->add_option("--site", arguments->site, "Only this station")->type_name("ID");
    verb->add_option("--from", arguments->from, "First time")->type_name("TIME");
    verb->add_option("--to", arguments->to, "Up to before this time")->type_name("TIME");
    verb->add_flag("--now", arguments->moment,
        "The index of the last moment instead, from running means as the standard says");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] {
            return arguments->moment ? airNow(session, *arguments) : airDays(session, *arguments);
        };
    });
}

} // namespace belvedere::ctl
