// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_command.h"

#include "base/output_file.h"
#include "scenario/comparison.h"
#include "scenario/run_export.h"
#include "scenario_input.h"
#include "text_table.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace belvedere::ctl {

namespace {

struct RunArguments
{
    std::string file;
    std::string out;
    bool sumo = false;
};

struct CompareArguments
{
    std::string before;
    std::string after;
    std::string out;
};

QString signedText(double value, int decimals)
{
    const QString text = numberText(value, decimals);
    return value > 0.0 ? QLatin1Char('+') + text : text;
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Same:
        return QStringLiteral("same");
    case Verdict::Better:
        return QStringLiteral("better");
    case Verdict::Worse:
        return QStringLiteral("worse");
    case Verdict::Changed:
        return QStringLiteral("changed");
    case Verdict::Unclear:
        break;
    }
    return QStringLiteral("unclear");
}

QString comparisonText(const std::vector<KpiComparison> &comparison)
{
    TextTable table({QStringLiteral("indicator"), QStringLiteral("unit"), QStringLiteral("before"),
        QStringLiteral("after"), QStringLiteral("change"), QStringLiteral("change in %"),
        QStringLiteral("verdict")});
    for (const KpiComparison &kpi : comparison)
        table.add({QString::fromUtf8(kpi.definition.title), kpi.definition.unit,
            numberText(kpi.before, kpi.definition.decimals),
            numberText(kpi.after, kpi.definition.decimals),
            signedText(kpi.change, kpi.definition.decimals), signedText(100.0 * kpi.relative, 2),
            verdictText(kpi.verdict)});
    return table.toString();
}

QJsonArray strandedJson(const CoupledRun &run)
{
    QJsonArray zones;
    for (const StrandedZone &zone : run.stranded)
        zones.append(QJsonObject{
            {QStringLiteral("zone"),
                qint64(
                    run.applied->base->network().zones()[static_cast<std::size_t>(zone.zone)].id)},
            {QStringLiteral("tripsFrom"), zone.tripsFrom},
            {QStringLiteral("tripsTo"), zone.tripsTo}});
    return zones;
}

QJsonArray streetsJson(const CoupledRun &before, const CoupledRun &after)
{
    QJsonArray streets;
    for (const AffectedStreet &street : affectedStreets(before, after, LinkQuantity::Flow, 10))
        streets.append(QJsonObject{{QStringLiteral("street"), street.title},
            {QStringLiteral("before"), street.before}, {QStringLiteral("after"), street.after},
            {QStringLiteral("change"), street.change}});
    return streets;
}

QJsonArray assignmentsJson(const CoupledRun &run)
{
    QJsonArray periods;
    for (std::size_t p = 0; p < run.periods.size(); ++p) {
        const AssignmentResult &result = *run.periods[p].assignment;
        periods.append(
            QJsonObject{{QStringLiteral("period"), run.applied->base->data().periods[p].name},
                {QStringLiteral("objective"), result.objective},
                {QStringLiteral("totalTravelTime"), result.totalTravelTime},
                {QStringLiteral("totalCost"), result.totalCost},
                {QStringLiteral("relativeGap"), result.relativeGap},
                {QStringLiteral("iterations"), result.iterations},
                {QStringLiteral("trips"), result.assignedTrips},
                {QStringLiteral("converged"), result.converged}});
    }
    return periods;
}

QJsonObject answerJson(const QString &name, const CoupledRun &before, const CoupledRun &after)
{
    const BaseCase &base = *before.applied->base;
    return {{QStringLiteral("scenario"), name}, {QStringLiteral("base"), base.data().title},
        {QStringLiteral("baseHash"), base.hash()},
        {QStringLiteral("syntheticDemand"), base.data().syntheticDemand},
        {QStringLiteral("links"), qint64(after.applied->roads.size())},
        {QStringLiteral("zones"), qint64(base.network().zones().size())},
        {QStringLiteral("kpis"), kpisToJson(after)},
        {QStringLiteral("baseKpis"), kpisToJson(before)},
        {QStringLiteral("indicators"), indicatorsToJson(after)},
        {QStringLiteral("comparison"), comparisonToJson(compareKpis(before, after))},
        {QStringLiteral("affectedStreets"), streetsJson(before, after)},
        {QStringLiteral("assignments"), assignmentsJson(after)},
        {QStringLiteral("stranded"), strandedJson(after)},
        {QStringLiteral("seconds"), after.seconds},
        {QStringLiteral("baseSeconds"), before.seconds}};
}

Result<> makeFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The folder cannot be made. Check who may write there."), {},
            folder);
    return {};
}

/// links.csv and, where places are known, links.geojson; a base case with several periods has a
/// pair for each of them and one for the day.
Result<QStringList> writeLinks(const QString &folder, const CoupledRun &before,
    const CoupledRun &after, const TaskContext &context)
{
    QStringList files;
    const auto write = [&](const QString &name, int period) -> Result<> {
        for (const char *ending : {".csv", ".geojson"}) {
            if (QLatin1String(ending) != QLatin1String(".csv") && !after.applied->base->hasMap())
                continue;
            const QString file = QDir(folder).filePath(name + QLatin1String(ending));
            BV_TRY_VOID(exportLinks(file, after, &before, period, context));
            files.append(file);
        }
        return {};
    };
    if (after.periods.size() == 1) {
        BV_TRY_VOID(write(QStringLiteral("links"), 0));
        return files;
    }
    BV_TRY_VOID(write(QStringLiteral("links_day"), -1));
    for (std::size_t period = 0; period < after.periods.size(); ++period)
        BV_TRY_VOID(write(QStringLiteral("links_%1").arg(period + 1), static_cast<int>(period)));
    return files;
}

Result<> writeJson(const QString &file, const QJsonObject &json)
{
    BV_TRY(OutputFile output, OutputFile::open(file));
    BV_TRY_VOID(output.write(QJsonDocument(json).toJson()));
    return output.commit();
}

/// Puts what was computed into the folder of --out and names the files in the answer.
Result<> writeOut(const QString &folder, const CoupledRun &before, const CoupledRun &after,
    bool sumo, const TaskContext &context, Answer &answer)
{
    BV_TRY_VOID(makeFolder(folder));
    BV_TRY(QStringList files, writeLinks(folder, before, after, context));
    if (sumo) {
        BV_TRY(const SumoFiles written, exportSumo(folder, QStringLiteral("network"), after));
        files += written.files;
    }
    const QString kpis = QDir(folder).filePath(QStringLiteral("kpis.json"));
    BV_TRY_VOID(writeJson(kpis, answer.json));
    files.append(kpis);
    answer.json.insert(QStringLiteral("files"), QJsonArray::fromStringList(files));
    answer.text += QStringLiteral("Written: %1\n").arg(files.join(QLatin1String(", ")));
    return {};
}

void noteStranded(Session &session, const CoupledRun &run)
{
    if (run.stranded.empty())
        return;
    const StrandedZone &worst = run.stranded.front();
    const std::vector<AssignmentZone> &zones = run.applied->base->network().zones();
    session.note(QStringLiteral("Some trips have no route and are left out; most of them begin or "
                                "end in zone %1.")
                     .arg(zones[static_cast<std::size_t>(worst.zone)].id));
}

Result<Answer> runOne(Session &session, const RunArguments &run, const ScenarioArguments &arguments)
{
    BV_TRY(const ScenarioSettings settings, settingsOf(session, arguments));
    BV_TRY(const NamedScenario scenario, readScenario(run.file));
    BV_TRY(const auto base, openBase(session, arguments, scenario.tree));
    TaskContext context = session.context();
    context.threads = session.threads();
    BV_TRY(const auto before, runBase(base, settings, context));
    BV_TRY(const auto after, runScenario(*before, scenario.edits, context));
    noteStranded(session, *after);
    Answer answer{answerJson(scenario.name, *before->run, *after),
        comparisonText(compareKpis(*before->run, *after))};
    if (!run.out.empty())
        BV_TRY_VOID(writeOut(
            QString::fromStdString(run.out), *before->run, *after, run.sumo, context, answer));
    return answer;
}

Result<Answer> compareTwo(
    Session &session, const CompareArguments &compare, const ScenarioArguments &arguments)
{
    BV_TRY(const ScenarioSettings settings, settingsOf(session, arguments));
    BV_TRY(const NamedScenario a, readScenario(compare.before));
    BV_TRY(const NamedScenario b, readScenario(compare.after));
    const bool baseOfA = a.tree.files || !a.tree.baseHash.isEmpty();
    BV_TRY(const auto base, openBase(session, arguments, baseOfA ? a.tree : b.tree));
    BV_TRY_VOID(checkBase(a.tree, *base));
    BV_TRY_VOID(checkBase(b.tree, *base));
    TaskContext context = session.context();
    context.threads = session.threads();
    BV_TRY(const auto before, runBase(base, settings, context));
    BV_TRY(const auto first, runScenario(*before, a.edits, context));
    BV_TRY(const auto second, runScenario(*before, b.edits, context));
    noteStranded(session, *second);
    Answer answer{
        answerJson(b.name, *first, *second), comparisonText(compareKpis(*first, *second))};
    answer.json.insert(QStringLiteral("comparedWith"), a.name);
    if (!compare.out.empty())
        BV_TRY_VOID(
            writeOut(QString::fromStdString(compare.out), *first, *second, false, context, answer));
    return answer;
}

void addRunVerb(CLI::App &scenario, Session &session)
{
    CLI::App *verb = session.addVerb(scenario, "run",
        "Run a scenario beside its base case: traffic, emissions, air, exposure, crashes, access");
    const auto run = std::make_shared<RunArguments>();
    const auto arguments = std::make_shared<ScenarioArguments>();
    verb->add_option("FILE", run->file,
            "Scenario file, FILE#NAME where it holds several; \"base\" for the base case alone")
        ->required();
    verb->add_option("--out", run->out,
            "Write the indicators and the figures of each link, before, after and their difference")
        ->type_name("DIR");
    verb->add_flag("--sumo", run->sumo, "With --out: network and demand for SUMO too");
    addScenarioOptions(*verb, arguments);
    verb->callback([run, arguments, &session] {
        session.verb = [run, arguments, &session] { return runOne(session, *run, *arguments); };
    });
}

void addCompareVerb(CLI::App &scenario, Session &session)
{
    CLI::App *verb =
        session.addVerb(scenario, "compare", "Compare two scenarios of the same base case");
    const auto compare = std::make_shared<CompareArguments>();
    const auto arguments = std::make_shared<ScenarioArguments>();
    verb->add_option("A", compare->before, "Scenario file, FILE#NAME, or \"base\"")->required();
    verb->add_option("B", compare->after, "Scenario file, FILE#NAME, or \"base\"")->required();
    verb->add_option("--out", compare->out, "Write the figures of each link of A, B and B - A")
        ->type_name("DIR");
    addScenarioOptions(*verb, arguments);
    verb->callback([compare, arguments, &session] {
        session.verb = [compare, arguments, &session] {
            return compareTwo(session, *compare, *arguments);
        };
    });
}

} // namespace

void addScenarioCommand(CLI::App &app, Session &session)
{
    CLI::App *scenario = session.addVerb(app, "scenario", "What would happen if: run, compare");
    scenario->require_subcommand(1);
    addRunVerb(*scenario, session);
    addCompareVerb(*scenario, session);
}

} // namespace belvedere::ctl
