// SPDX-License-Identifier: GPL-3.0-or-later
#include "assign_command.h"

#include "base/output_file.h"
#include "text_table.h"
#include "traffic/assignment/assignment.h"
#include "traffic/readers/flow_writer.h"
#include "traffic/readers/gmns_reader.h"
#include "traffic/readers/tntp_reader.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace belvedere::ctl {

namespace {

struct AssignArguments
{
    std::string network;
    std::string trips;
    double gap = AssignmentOptions().relativeGap;
    double maxSeconds = 0.0;
    int maxIterations = AssignmentOptions().maxIterations;
    std::string flows;
    AssignmentAlgorithm algorithm = AssignmentAlgorithm::Bush;
    AssignmentObjective objective = AssignmentObjective::UserEquilibrium;
    std::optional<double> tollFactor;
    std::optional<double> distanceFactor;
};

struct Input
{
    AssignmentNetwork network;
    OdMatrix trips;
};

/// A folder is GMNS, a file TNTP.
Result<Input> readInput(const AssignArguments &arguments)
{
    const QString network = QString::fromStdString(arguments.network);
    const QString trips = QString::fromStdString(arguments.trips);
    Input input;
    if (QFileInfo(network).isDir()) {
        VehicleClass cars;
        cars.tollFactor = arguments.tollFactor.value_or(0.0);
        cars.lengthFactor = arguments.distanceFactor.value_or(0.0);
        BV_TRY(GmnsNetwork gmns, readGmnsNetwork(network, cars));
        input.network = std::move(gmns.network);
        BV_TRY(input.trips, readGmnsDemand(trips, input.network));
        return input;
    }
    TntpFactors factors = publishedTntpFactors(network);
    factors.toll = arguments.tollFactor.value_or(factors.toll);
    factors.distance = arguments.distanceFactor.value_or(factors.distance);
    BV_TRY(input.network, readTntpNetwork(network, factors));
    BV_TRY(input.trips, readTntpTrips(trips, input.network.zones().size()));
    return input;
}

Result<> checkArguments(const AssignArguments &arguments)
{
    if (!(arguments.gap >= 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The gap is %1. Give a share of 0 or more, such as 1e-6."),
            {QString::number(arguments.gap)}, QStringLiteral("--gap"));
    if (!(arguments.maxSeconds >= 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The time is %1 seconds. Give more than 0."),
            {QString::number(arguments.maxSeconds)}, QStringLiteral("--max-seconds"));
    if (!arguments.flows.empty())
        return checkWritable(QString::fromStdString(arguments.flows));
    return {};
}

QJsonArray strandedJson(const AssignmentNetwork &network, const AssignmentResult &result)
{
    QJsonArray zones;
    for (const StrandedZone &zone : strandedZones(result))
        zones.append(
            QJsonObject{{QStringLiteral("zone"),
                            qint64(network.zones()[static_cast<std::size_t>(zone.zone)].id)},
                {QStringLiteral("tripsFrom"), zone.tripsFrom},
                {QStringLiteral("tripsTo"), zone.tripsTo}});
    return zones;
}

QJsonObject resultJson(const Input &input, const AssignmentResult &result)
{
    const VehicleClass &cars = input.network.classes().front();
    return {{QStringLiteral("links"), qint64(input.network.links().size())},
        {QStringLiteral("nodes"), qint64(input.network.nodeCount())},
        {QStringLiteral("zones"), qint64(input.network.zones().size())},
        {QStringLiteral("iterations"), result.iterations},
        {QStringLiteral("relativeGap"), result.relativeGap},
        {QStringLiteral("averageExcessCost"), result.averageExcessCost},
        {QStringLiteral("converged"), result.converged},
        {QStringLiteral("objective"), result.objective},
        {QStringLiteral("totalTravelTime"), result.totalTravelTime},
        {QStringLiteral("totalCost"), result.totalCost},
        {QStringLiteral("trips"), result.assignedTrips},
        {QStringLiteral("intrazonalTrips"), input.trips.intrazonal()},
        {QStringLiteral("tollFactor"), cars.tollFactor},
        {QStringLiteral("distanceFactor"), cars.lengthFactor},
        {QStringLiteral("stranded"), strandedJson(input.network, result)},
        {QStringLiteral("seconds"), result.seconds}};
}

QString resultText(const Input &input, const AssignmentResult &result)
{
    TextTable table({QStringLiteral("figure"), QStringLiteral("value")});
    const auto count = [](std::size_t value) { return QString::number(value); };
    table.add({QStringLiteral("links"), count(input.network.links().size())});
    table.add({QStringLiteral("zones"), count(input.network.zones().size())});
    table.add({QStringLiteral("trips between zones"), numberText(result.assignedTrips, 1)});
    table.add({QStringLiteral("iterations"), QString::number(result.iterations)});
    table.add({QStringLiteral("relative gap"), QString::number(result.relativeGap, 'e', 3)});
    table.add({QStringLiteral("objective"), numberText(result.objective, 6)});
    table.add({QStringLiteral("total travel time"), numberText(result.totalTravelTime, 6)});
    table.add({QStringLiteral("total cost"), numberText(result.totalCost, 6)});
    table.add({QStringLiteral("seconds"), numberText(result.seconds, 3)});
    return table.toString();
}

/// What a person must know besides the figures.
void noteLimits(Session &session, const Input &input, const AssignmentResult &result)
{
    if (!result.converged)
        session.note(QStringLiteral("The gap is still above the goal."));
    if (result.unserved.empty())
        return;
    double lost = 0.0;
    for (const UnservedTrips &trips : result.unserved)
        lost += trips.pair.trips;
    const StrandedZone worst = strandedZones(result).front();
    session.note(
        QStringLiteral("%1 trips have no route and are left out; most of them begin or end in "
                       "zone %2.")
            .arg(lost)
            .arg(input.network.zones()[static_cast<std::size_t>(worst.zone)].id));
}

Result<Answer> assignTrips(Session &session, const AssignArguments &arguments)
{
    BV_TRY_VOID(checkArguments(arguments));
    BV_TRY(const Input input, readInput(arguments));
    AssignmentOptions options;
    options.algorithm = arguments.algorithm;
    options.objective = arguments.objective;
    options.relativeGap = arguments.gap;
    options.maxSeconds = arguments.maxSeconds;
    options.maxIterations = arguments.maxIterations;
    TaskContext context = session.context();
    context.threads = session.threads();
    BV_TRY(const AssignmentResult result, assign(input.network, {input.trips}, options, context));
    noteLimits(session, input, result);
    Answer answer{resultJson(input, result), resultText(input, result)};
    if (!arguments.flows.empty()) {
        const QString file = QString::fromStdString(arguments.flows);
        BV_TRY_VOID(writeLinkFlows(file, input.network, result));
        answer.json.insert(QStringLiteral("flows"), file);
        answer.text += QStringLiteral("Flows written: %1\n").arg(file);
    }
    return answer;
}

} // namespace

void addAssignCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "assign",
        "Find the routes that all trips take when each avoids the traffic of the others: flows, "
        "times and how far from an equilibrium they are");
    const auto arguments = std::make_shared<AssignArguments>();
    verb->add_option("NET", arguments->network, "TNTP network file, or a folder in GMNS format")
        ->required();
    verb->add_option("TRIPS", arguments->trips, "TNTP trips file, or demand.csv in GMNS format")
        ->required();
    verb->add_option("--gap", arguments->gap, "Relative gap to reach")
        ->type_name("SHARE")
        ->capture_default_str();
    verb->add_option("--max-seconds", arguments->maxSeconds,
            "Stop after this time with what is reached (default: no limit)")
        ->type_name("SECONDS");
    verb->add_option("--max-iterations", arguments->maxIterations, "Stop after so many iterations")
        ->type_name("COUNT")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    verb->add_option("--flows", arguments->flows,
            "Write flow and cost of each link: FILE.csv, or FILE.tntp in TNTP format")
        ->type_name("FILE");
    verb->add_option("--algorithm", arguments->algorithm, "bush (default) or frank-wolfe (a check)")
        ->transform(CLI::CheckedTransformer(std::map<std::string, AssignmentAlgorithm>{
            {"bush", AssignmentAlgorithm::Bush}, {"frank-wolfe", AssignmentAlgorithm::FrankWolfe}}))
        ->type_name("NAME");
    verb->add_option("--objective", arguments->objective,
            "user (default): nobody gains by another route; system: the least total cost")
        ->transform(CLI::CheckedTransformer(std::map<std::string, AssignmentObjective>{
            {"user", AssignmentObjective::UserEquilibrium},
            {"system", AssignmentObjective::SystemOptimum}}))
        ->type_name("NAME");
    verb->add_option("--toll-factor", arguments->tollFactor,
            "Minutes a unit of toll (default: as published for the network, else 0)")
        ->type_name("MINUTES");
    verb->add_option("--distance-factor", arguments->distanceFactor,
            "Minutes a unit of length (default: as published for the network, else 0)")
        ->type_name("MINUTES");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return assignTrips(session, *arguments); };
    });
}

} // namespace belvedere::ctl
