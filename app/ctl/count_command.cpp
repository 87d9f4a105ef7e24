// SPDX-License-Identifier: GPL-3.0-or-later
#include "count_command.h"

#include "city_incidents.h"
#include "data/store/stored_counts.h"
#include "step_option.h"

#include <QElapsedTimer>

namespace belvedere::ctl {

namespace {

struct CountArguments
{
    std::string incidents;
    std::string dataset;
    double stepMs = static_cast<double>(kMsPerHour);
    CountBy by = CountBy::Type;
    double cellM = CountSpec().cellM;
    std::string zone;
};

Result<Answer> count(Session &session, const CountArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const IncidentTable table,
        incidentsNamed(*store, QString::fromStdString(arguments.incidents)));
    BV_TRY(const CityInfo city, store->cityInfo());
    CountSpec spec;
    spec.dataset = arguments.dataset.empty() ? table.name + QStringLiteral("-counts")
                                             : QString::fromStdString(arguments.dataset);
    spec.by = arguments.by;
    spec.stepMs = static_cast<UtcMs>(arguments.stepMs);
    spec.cellM = arguments.cellM;
    spec.zone = city.zone;
    if (!arguments.zone.empty()) {
        BV_TRY(spec.zone, parseZone(QString::fromStdString(arguments.zone)));
    }
    BV_TRY(const IncidentCounts counts, storeCounts(*store, table, spec, session.context()));

    const TimeAxis &axis = counts.series.axis;
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), spec.dataset},
        {QStringLiteral("sites"), counts.series.siteCount}, {QStringLiteral("steps"), axis.count},
        {QStringLiteral("stepMinutes"),
            static_cast<double>(axis.stepMs) / static_cast<double>(kMsPerMinute)},
        {QStringLiteral("incidents"), counts.counted},
        {QStringLiteral("outsideSpan"), counts.outsideSpan},
        {QStringLiteral("withoutPosition"), counts.withoutPosition},
        {QStringLiteral("from"), formatUtc(axis.start)},
        {QStringLiteral("to"), formatUtc(axis.last())}, {QStringLiteral("seconds"), seconds}};
    answer.text = QStringLiteral("%1: %2 incidents counted at %3 sites in %4 steps, %5 left out in "
                                 "steps not covered, %6 without a position (%7)\n")
                      .arg(spec.dataset)
                      .arg(counts.counted)
                      .arg(counts.series.siteCount)
                      .arg(axis.count)
                      .arg(counts.outsideSpan)
                      .arg(counts.withoutPosition)
                      .arg(durationText(seconds));
    return answer;
}

} // namespace

void addCountCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "count", "Make a series of the city's incidents: how many in each step");
    const auto arguments = std::make_shared<CountArguments>();
    verb->add_option("INCIDENTS", arguments->incidents, "Name under which they were imported")
        ->required();
    verb->add_option("--into", arguments->dataset,
            "Name of the data set (default: that of the incidents and \"-counts\")")
        ->type_name("DATASET");
    addStepOption(*verb, arguments->stepMs);
    verb->add_option("--by", arguments->by,
            "What becomes a site: type (default; of \"EMS: FALL\" it is EMS), cell, cell-type or "
            "all")
        ->transform(CLI::CheckedTransformer(std::map<std::string, CountBy>{{"type", CountBy::Type},
            {"cell", CountBy::Cell}, {"cell-type", CountBy::CellAndType}, {"all", CountBy::All}}))
        ->type_name("WHAT");
    verb->add_option("--cell", arguments->cellM, "Edge of a cell in metres")
        ->type_name("METRES")
        ->capture_default_str();
    verb->add_option("--zone", arguments->zone,
            "Zone whose midnight begins a step (default: that of the city)")
        ->type_name("ZONE");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return count(session, *arguments); };
    });
}

} // namespace belvedere::ctl
