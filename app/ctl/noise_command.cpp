// SPDX-License-Identifier: GPL-3.0-or-later
#include "noise_command.h"

#include "environment/noise_levels.h"
#include "environment_data.h"
#include "text_table.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

struct NoiseArguments
{
    std::string dataset;
    std::string channel = "noise";
    std::string from;
    std::string to;
    NoisePeriods periods;
};

QJsonObject levelsJson(const NoiseLevels &levels)
{
    return {{QStringLiteral("laeq"), jsonNumber(levels.lAeq)},
        {QStringLiteral("lday"), jsonNumber(levels.lDay)},
        {QStringLiteral("levening"), jsonNumber(levels.lEvening)},
        {QStringLiteral("lnight"), jsonNumber(levels.lNight)},
        {QStringLiteral("lden"), jsonNumber(levels.lDen)},
        {QStringLiteral("l10"), jsonNumber(levels.l10)},
        {QStringLiteral("l50"), jsonNumber(levels.l50)},
        {QStringLiteral("l90"), jsonNumber(levels.l90)},
        {QStringLiteral("coverage"), levels.coverage}};
}

Result<Answer> noise(Session &session, const NoiseArguments &arguments)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const StoredSeries stored,
        storedSeries(*store, arguments.dataset, arguments.from, arguments.to));
    QJsonArray sites;
    TextTable table({QStringLiteral("site"), QStringLiteral("Lden"), QStringLiteral("Lday"),
        QStringLiteral("Levening"), QStringLiteral("Lnight"), QStringLiteral("LAeq"),
        QStringLiteral("L10"), QStringLiteral("L50"), QStringLiteral("L90"),
        QStringLiteral("measured")});
    for (int i = 0; i < stored.series->siteCount; ++i) {
        const SiteId site(i);
        BV_TRY(const PlaceValues values,
            placeValues(
                stored.dataset, *stored.series, QString::fromStdString(arguments.channel), site));
        BV_TRY(const NoiseLevels levels, noiseLevels(values, arguments.periods));
        QJsonObject json = levelsJson(levels);
        json.insert(QStringLiteral("id"), stored.dataset.sites[site.index()].code);
        sites.append(json);
        QStringList row{stored.dataset.sites[site.index()].title()};
        for (const double level : {levels.lDen, levels.lDay, levels.lEvening, levels.lNight,
                 levels.lAeq, levels.l10, levels.l50, levels.l90})
            row += numberText(level, 1);
        row += numberText(100.0 * levels.coverage, 1) + QLatin1String(" %");
        table.add(row);
    }
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), stored.dataset.name},
        {QStringLiteral("channel"), QString::fromStdString(arguments.channel)},
        {QStringLiteral("from"), formatUtc(stored.series->axis.start)},
        {QStringLiteral("to"), formatUtc(stored.series->axis.last())},
        {QStringLiteral("simulated"), stored.dataset.simulated}, {QStringLiteral("sites"), sites}};
    answer.text = QStringLiteral("%1, %2 to %3, dB(A), energy averages\n")
                      .arg(stored.dataset.name, formatUtc(stored.series->axis.start),
                          formatUtc(stored.series->axis.last()))
        + table.toString();
    return answer;
}

} // namespace

void addNoiseCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "noise", "Noise figures of each site: Lden, Lday, Levening, Lnight, L10, L50, L90");
    const auto arguments = std::make_shared<NoiseArguments>();
    verb->add_option("DATASET", arguments->dataset, "Levels of an hour or less")->required();
    verb->add_option("--channel", arguments->channel, "Which level")
        ->type_name("CHANNEL")
        ->capture_default_str();
    verb->add_option("--from", arguments->from, "First time")->type_name("TIME");
    verb->add_option("--to", arguments->to, "Up to before this time")->type_name("TIME");
    verb->add_option("--day", arguments->periods.dayFrom, "Hour at which the day begins")
        ->type_name("HOUR")
        ->capture_default_str();
    verb->add_option("--evening", arguments->periods.eveningFrom, "Hour of the evening")
        ->type_name("HOUR")
        ->capture_default_str();
    verb->add_option("--night", arguments->periods.nightFrom, "Hour of the night")
        ->type_name("HOUR")
        ->capture_default_str();
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return noise(session, *arguments); };
    });
}

} // namespace belvedere::ctl
