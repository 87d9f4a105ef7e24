// SPDX-License-Identifier: GPL-3.0-or-later
#include "warnings_command.h"

#include "city_incidents.h"
#include "safety/acknowledgements.h"
#include "safety/early_warning.h"
#include "text_table.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace belvedere::ctl {

namespace {

struct WarningArguments
{
    std::string table;
    std::string detector = "ears-c2";
    std::optional<double> budget;
    std::string at;
    double lookBackDays = 7.0;
    double cellM = WarningOptions().cellM;
    int replicates = WarningOptions().replicates;
    int inject = 0;
    int clusters = InjectionSpec().clusters;
    std::string acknowledge;
    std::string note;
};

QJsonValue finite(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QString scopeName(AlarmScope scope)
{
    constexpr std::array<const char *, 4> kNames = {"city", "type", "cell", "cluster"};
    return QString::fromLatin1(kNames[static_cast<std::size_t>(scope)]);
}

QJsonObject alarmJson(const Alarm &alarm)
{
    QJsonObject json{{QStringLiteral("id"), alarm.id},
        {QStringLiteral("scope"), scopeName(alarm.scope)},
        {QStringLiteral("subject"), alarm.subject}, {QStringLiteral("from"), formatUtc(alarm.from)},
        {QStringLiteral("to"), formatUtc(alarm.to)},
        {QStringLiteral("raised"), formatUtc(alarm.raised)},
        {QStringLiteral("observed"), alarm.observed},
        {QStringLiteral("expected"), finite(alarm.expected)},
        {QStringLiteral("score"), finite(alarm.score)},
        {QStringLiteral("p"), alarm.p ? QJsonValue(*alarm.p) : QJsonValue()},
        {QStringLiteral("merged"), alarm.merged},
        {QStringLiteral("acknowledged"), alarm.acknowledged}};
    if (alarm.centre) {
        json.insert(QStringLiteral("lat"), alarm.centre->lat);
        json.insert(QStringLiteral("lon"), alarm.centre->lon);
        json.insert(QStringLiteral("radiusM"), alarm.radiusM);
    }
    return json;
}

QJsonObject reportJson(const WarningReport &report)
{
    QJsonArray rates;
    for (const ThresholdRate &rate : report.rates)
        rates.append(QJsonObject{{QStringLiteral("threshold"), rate.threshold},
            {QStringLiteral("alarmsPerWeek"), rate.alarmsPerWeek}});
    QJsonArray alarms;
    for (const Alarm &alarm : report.alarms)
        alarms.append(alarmJson(alarm));
    return {{QStringLiteral("dataset"), report.table},
        {QStringLiteral("detector"), detectorName(report.detector)},
        {QStringLiteral("at"), formatUtc(report.at)},
        {QStringLiteral("threshold"), report.threshold},
        {QStringLiteral("alarmsPerWeek"), report.alarmsPerWeek},
        {QStringLiteral("theoreticalPerWeek"), finite(report.theoreticalPerWeek)},
        {QStringLiteral("historyFrom"), formatUtc(report.history.from)},
        {QStringLiteral("historyTo"), formatUtc(report.history.to)},
        {QStringLiteral("streams"), report.streams},
        {QStringLiteral("dispersion"), finite(report.dispersion)}, {QStringLiteral("rates"), rates},
        {QStringLiteral("alarms"), alarms}};
}

QJsonObject scoreJson(const InjectionScore &score, const InjectionSpec &spec)
{
    return {{QStringLiteral("incidents"), spec.incidents},
        {QStringLiteral("injected"), score.injected}, {QStringLiteral("detected"), score.detected},
        {QStringLiteral("detectionRate"), score.detectionRate()},
        {QStringLiteral("meanDelayHours"), finite(score.meanDelayHours)},
        {QStringLiteral("medianDelayHours"), finite(score.medianDelayHours)},
        {QStringLiteral("falseAlarmsPerWeek"), score.falseAlarmsPerWeek},
        {QStringLiteral("threshold"), score.threshold},
        {QStringLiteral("from"), formatUtc(score.range.from)},
        {QStringLiteral("to"), formatUtc(score.range.to)}};
}

QString reportText(const WarningReport &report, const QTimeZone &zone)
{
    const auto local = [&](UtcMs time) {
        return QDateTime::fromMSecsSinceEpoch(time, zone)
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    QString text = QStringLiteral("%1, %2 at %3: threshold %4, %5 alarms a week from %6 to %7\n")
                       .arg(report.table, detectorName(report.detector), local(report.at),
                           numberText(report.threshold), numberText(report.alarmsPerWeek),
                           local(report.history.from), local(report.history.to));
    if (report.alarms.empty())
        return text + QStringLiteral("No alarm.\n");
    TextTable table({QStringLiteral("raised"), QStringLiteral("what"), QStringLiteral("observed"),
        QStringLiteral("expected"), QStringLiteral("score"), QStringLiteral("p")});
    for (const Alarm &alarm : report.alarms) {
        const QString place = alarm.scope == AlarmScope::Cluster && alarm.centre
            ? QStringLiteral("%1 km about %2, %3")
                  .arg(alarm.radiusM / 1000.0, 0, 'f', 1)
                  .arg(alarm.centre->lat, 0, 'f', 3)
                  .arg(alarm.centre->lon, 0, 'f', 3)
            : alarm.subject;
        table.add({local(alarm.raised),
            QStringLiteral("%1 %2%3").arg(scopeName(alarm.scope), place,
                alarm.acknowledged ? QStringLiteral(" (acknowledged)") : QString()),
            QString::number(alarm.observed), numberText(alarm.expected, 1), numberText(alarm.score),
            numberText(alarm.p.value_or(std::numeric_limits<double>::quiet_NaN()), 3)});
    }
    return text + table.toString();
}

Result<> acknowledge(Store &store, const WarningReport &report, const WarningArguments &arguments)
{
    const QString id = QString::fromStdString(arguments.acknowledge);
    const auto found = std::find_if(report.alarms.begin(), report.alarms.end(),
        [&](const Alarm &alarm) { return alarm.id == id; });
    if (found == report.alarms.end())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "There is no alarm \"%1\" with these options. Run the verb with --json to see "
                "their names."),
            {id}, QStringLiteral("--acknowledge"));
    return writeAcknowledgement(store, report.table,
        acknowledgementOf(
            *found, QString::fromStdString(arguments.note), QDateTime::currentMSecsSinceEpoch()));
}

Result<WarningOptions> optionsOf(
    const Session &session, const Store &store, const WarningArguments &arguments)
{
    BV_TRY(const CityInfo city, store.cityInfo());
    WarningOptions options;
    BV_TRY(options.detector, detectorByName(QString::fromStdString(arguments.detector)));
    options.zone = city.zone;
    options.budgetPerWeek = arguments.budget;
    options.cellM = arguments.cellM;
    options.replicates = arguments.replicates;
    options.seed = session.options.seed.value_or(options.seed);
    options.lookBackMs =
        static_cast<UtcMs>(arguments.lookBackDays * static_cast<double>(kMsPerDay));
    if (!arguments.at.empty()) {
        BV_TRY(options.at, parseTime(QString::fromStdString(arguments.at), city.zone));
    }
    BV_TRY(options.acknowledged, acknowledgements(store, QString::fromStdString(arguments.table)));
    return options;
}

Result<Answer> warnings(Session &session, const WarningArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    BV_TRY(const auto store, session.openCity());
    BV_TRY(
        const IncidentTable table, incidentsNamed(*store, QString::fromStdString(arguments.table)));
    BV_TRY(const WarningOptions options, optionsOf(session, *store, arguments));
    const TaskContext context = session.context();
    BV_TRY(const WarningReport report, findWarnings(table, options, context));
    Answer answer;
    answer.json = reportJson(report);
    answer.text = reportText(report, options.zone);
    if (!arguments.acknowledge.empty()) {
        BV_TRY_VOID(acknowledge(*store, report, arguments));
        answer.text = QStringLiteral("Acknowledged.\n");
    }
    if (arguments.inject > 0) {
        InjectionSpec spec;
        spec.incidents = arguments.inject;
        spec.clusters = arguments.clusters;
        spec.seed = options.seed;
        BV_TRY(const InjectionScore score, scoreWarnings(table, options, spec, context));
        answer.json.insert(QStringLiteral("injected"), scoreJson(score, spec));
        answer.text += QStringLiteral(
            "Of %1 clusters of %2 incidents %3 noticed, after %4 h in the middle; %5 false alarms "
            "a week\n")
                           .arg(score.injected)
                           .arg(spec.incidents)
                           .arg(score.detected)
                           .arg(numberText(score.medianDelayHours, 1),
                               numberText(score.falseAlarmsPerWeek));
    }
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0);
    return answer;
}

} // namespace

void addWarningsCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "warnings", "Where more incidents happened than is usual, and how sure that is");
    const auto arguments = std::make_shared<WarningArguments>();
    verb->add_option("INCIDENTS", arguments->table, "Name under which they were imported")
        ->required();
    verb->add_option("--detector", arguments->detector,
            "ears-c1, ears-c2, ears-c3, cusum or scan (space and time)")
        ->type_name("NAME")
        ->capture_default_str();
    verb->add_option("--budget", arguments->budget,
            "Alarms a week that people can look after (default: the detector's own threshold)")
        ->type_name("ALARMS");
    verb->add_option("--at", arguments->at,
            "Nothing later is known, in the city's zone unless written (default: the last "
            "incident)")
        ->type_name("TIME");
    verb->add_option("--look-back", arguments->lookBackDays, "Days in which alarms are told")
        ->type_name("DAYS")
        ->capture_default_str();
    verb->add_option("--cell", arguments->cellM, "Edge of the watched squares in metres")
        ->type_name("METRES")
        ->capture_default_str();
    verb->add_option("--replicates", arguments->replicates, "For the p values of clusters")
        ->type_name("COUNT")
        ->capture_default_str();
    verb->add_option("--inject", arguments->inject,
            "Also put clusters of so many incidents where none were, and tell how many are noticed")
        ->type_name("INCIDENTS");
    verb->add_option("--clusters", arguments->clusters, "How many of them")
        ->type_name("COUNT")
        ->capture_default_str();
    verb->add_option("--acknowledge", arguments->acknowledge,
            "Say of an alarm that its reason is known: it stops counting as usual")
        ->type_name("ALARM");
    verb->add_option("--note", arguments->note, "What the reason is")->type_name("TEXT");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return warnings(session, *arguments); };
    });
}

} // namespace belvedere::ctl
