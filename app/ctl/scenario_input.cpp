// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario_input.h"

#include "scenario/scenario_archive.h"

#include <QFileInfo>

namespace belvedere::ctl {

namespace {

Result<std::shared_ptr<const BaseCase>> baseOfCity(
    Session &session, const ScenarioArguments &arguments, const ScenarioTree &tree)
{
    BV_TRY(const std::shared_ptr<Store> store, session.openCity());
    ScenarioArchive archive(store);
    if (!tree.baseHash.isEmpty())
        return archive.base(tree.baseHash);
    BV_TRY(const auto roads, store->roadNetwork());
    BV_TRY(const auto backdrop, store->backdrop());
    BV_TRY(const CityInfo info, store->cityInfo());
    CityBaseOptions options;
    options.title = info.name;
    options.stations = cityStations(*backdrop);
    BV_TRY(const auto base,
        cityBaseCase(
            *roads, cityPlaces(*roads, *backdrop, arguments.people), options, session.context()));
    session.note(QStringLiteral(
        "The demand of this base case was made by a gravity model; it was not observed."));
    BV_TRY_VOID(archive.addBase(*base));
    return base;
}

Result<> noScenarioChosen(const ScenarioTree &tree, const QString &file)
{
    QStringList names;
    for (const Scenario &scenario : tree.scenarios)
        names.append(scenario.name);
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP(
            "Error", "The file holds several scenarios. Choose one: %1#NAME with NAME one of %2."),
        {file, names.join(QLatin1String(", "))});
}

} // namespace

void addScenarioOptions(CLI::App &verb, const std::shared_ptr<ScenarioArguments> &arguments)
{
    verb.add_option("--net", arguments->network,
            "Base case: TNTP network file, or a folder in GMNS format (default: as the file says, "
            "else the city)")
        ->type_name("NET");
    verb.add_option("--trips", arguments->trips, "Base case: TNTP trips file, or demand.csv")
        ->type_name("TRIPS");
    verb.add_option("--nodes", arguments->nodes,
            "Base case: places of the nodes, TNTP node file or GeoJSON; without them no air")
        ->type_name("NODES");
    verb.add_option("--toll-factor", arguments->tollFactor, "Minutes a unit of toll")
        ->type_name("MINUTES");
    verb.add_option("--distance-factor", arguments->distanceFactor, "Minutes a unit of length")
        ->type_name("MINUTES");
    verb.add_option("--length-unit", arguments->lengthUnitM,
            "Metres of a unit of length (default: as published for the network, else 1000)")
        ->type_name("METRES");
    verb.add_option("--people", arguments->people,
            "People of the city, where its demand is made (default: by floor area)")
        ->type_name("COUNT")
        ->check(CLI::NonNegativeNumber);
    verb.add_option("--gap", arguments->gap, "Relative gap of the assignments")
        ->type_name("SHARE")
        ->capture_default_str();
    verb.add_option("--max-seconds", arguments->maxSeconds,
            "Stop each assignment after this time with what is reached (default: no limit)")
        ->type_name("SECONDS");
    verb.add_option("--ensemble", arguments->ensemble,
            "Runs with other demand and parameters, for ranges (default: none; --seed chooses "
            "which)")
        ->type_name("COUNT")
        ->check(CLI::Range(0, 1000));
    verb.add_option("--cell", arguments->cellM, "Cells of the grid of concentrations")
        ->type_name("METRES")
        ->capture_default_str()
        ->check(CLI::Range(20.0, 1000.0));
    verb.add_flag("--no-air", arguments->noAir, "Leave out concentrations and exposure");
    verb.add_option("--objective", arguments->objective,
            "user (default): nobody gains by another route; system: the least total cost")
        ->transform(CLI::CheckedTransformer(std::map<std::string, AssignmentObjective>{
            {"user", AssignmentObjective::UserEquilibrium},
            {"system", AssignmentObjective::SystemOptimum}}))
        ->type_name("NAME");
}

Result<ScenarioSettings> settingsOf(const Session &session, const ScenarioArguments &arguments)
{
    if (!(arguments.gap > 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The gap is %1. Give a share above 0, such as 1e-6."),
            {QString::number(arguments.gap)}, QStringLiteral("--gap"));
    if (!(arguments.maxSeconds >= 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The time is %1 seconds. Give more than 0."),
            {QString::number(arguments.maxSeconds)}, QStringLiteral("--max-seconds"));
    ScenarioSettings settings;
    settings.relativeGap = arguments.gap;
    settings.maxSeconds = arguments.maxSeconds;
    settings.objective = arguments.objective;
    settings.air = !arguments.noAir;
    settings.cellM = arguments.cellM;
    settings.ensembleMembers = arguments.ensemble;
    settings.seed = session.options.seed.value_or(settings.seed);
    return settings;
}

Result<NamedScenario> readScenario(const std::string &reference)
{
    QString file = QString::fromStdString(reference);
    if (file == QLatin1String("base"))
        return NamedScenario();
    QString name;
    if (const qsizetype hash = file.lastIndexOf(QLatin1Char('#'));
        hash > 0 && !QFileInfo::exists(file)) {
        name = file.mid(hash + 1);
        file.truncate(hash);
    }
    NamedScenario scenario;
    BV_TRY(scenario.tree, readScenarioFile(file));
    if (name.isEmpty() && scenario.tree.scenarios.size() > 1)
        BV_TRY_VOID(noScenarioChosen(scenario.tree, file));
    if (name.isEmpty() && !scenario.tree.scenarios.empty())
        name = scenario.tree.scenarios.front().id;
    BV_TRY(scenario.edits, editsOf(scenario.tree, name));
    if (const Scenario *found = findScenario(scenario.tree, name))
        scenario.name = found->name;
    return scenario;
}

Result<std::shared_ptr<const BaseCase>> openBase(
    Session &session, const ScenarioArguments &arguments, const ScenarioTree &tree)
{
    if (arguments.network.empty() != arguments.trips.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A base case needs a network and trips: give both."), {},
            arguments.trips.empty() ? QStringLiteral("--trips") : QStringLiteral("--net"));
    std::optional<BaseCaseFiles> files = tree.files;
    if (!arguments.network.empty()) {
        files = BaseCaseFiles();
        files->network = QString::fromStdString(arguments.network);
        files->trips = QString::fromStdString(arguments.trips);
        files->nodes = QString::fromStdString(arguments.nodes);
        files->tollFactor = arguments.tollFactor;
        files->distanceFactor = arguments.distanceFactor;
        files->lengthUnitM = arguments.lengthUnitM;
    }
    std::shared_ptr<const BaseCase> base;
    if (files) {
        BV_TRY(base, readBaseCase(*files));
    } else {
        BV_TRY(base, baseOfCity(session, arguments, tree));
    }
    BV_TRY_VOID(checkBase(tree, *base));
    return base;
}

} // namespace belvedere::ctl
