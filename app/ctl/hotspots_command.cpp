// SPDX-License-Identifier: GPL-3.0-or-later
#include "hotspots_command.h"

#include "city_incidents.h"
#include "exports/hotspot_export.h"
#include "geo/feature_writer.h"
#include "hotspots_text.h"

#include <QElapsedTimer>

namespace belvedere::ctl {

namespace {

struct HotspotArguments
{
    std::string incidents;
    double cellM = AreaSpec().cellM;
    AreaExtent extent = AreaExtent::CellsWithIncidents;
    std::vector<double> box;
    std::string type;
    std::string method;
    int weeks = HotspotSpec().weeks;
    std::optional<double> bandwidthM;
    double halfLifeDays = HotspotSpec().halfLifeDays;
    std::string out;
};

Result<HotspotSpec> specOf(const HotspotArguments &arguments, const CityInfo &city)
{
    HotspotSpec spec;
    spec.area.cellM = arguments.cellM;
    spec.area.kind = arguments.extent;
    if (!arguments.box.empty()) {
        spec.area.box =
            LonLatBox{arguments.box[0], arguments.box[1], arguments.box[2], arguments.box[3]};
        if (spec.area.box->empty() || spec.area.box->south > spec.area.box->north)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "The box is empty. Give west, south, east, north in degrees."),
                {}, QStringLiteral("--box"));
    }
    spec.type = QString::fromStdString(arguments.type);
    spec.weeks = arguments.weeks;
    spec.zone = city.zone;
    spec.bandwidthM = arguments.bandwidthM;
    spec.halfLifeDays = arguments.halfLifeDays;
    if (!arguments.method.empty()) {
        BV_TRY(const HotspotMethod method,
            hotspotMethodNamed(QString::fromStdString(arguments.method)));
        spec.methods = {method};
    }
    return spec;
}

/// The surface after the last incident, of all cells where something happened.
Result<> writeSurface(const IncidentTable &table, const HotspotSpec &spec, const QString &file,
    const TaskContext &context)
{
    BV_TRY(const CellIncidents incidents, placeIncidents(table, spec.area, context));
    BV_TRY(const HotspotSurface surface,
        hotspotSurface(
            incidents, spec.methods.back(), spec, endOfIncidents(table, spec.zone), context));
    return writeFeatures(file, {hotspotTable(incidents.area, surface)},
        hotspotFileInfo(incidents, surface, spec), context);
}

Result<Answer> hotspots(Session &session, const HotspotArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    const QString out = QString::fromStdString(arguments.out);
    if (!out.isEmpty()) {
        if (auto format = featureFormatOf(out); !format) {
            format.error().where = QStringLiteral("--out");
            return failure(format.error());
        }
    }
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const CityInfo city, store->cityInfo());
    BV_TRY(HotspotSpec spec, specOf(arguments, city));
    spec.seed = session.options.seed.value_or(spec.seed);
    BV_TRY(const IncidentTable table,
        incidentsNamed(*store, QString::fromStdString(arguments.incidents)));
    BV_TRY(const HotspotStudy study, studyHotspots(table, spec, session.context()));
    if (!out.isEmpty())
        BV_TRY_VOID(writeSurface(table, spec, out, session.context()));

    Answer answer;
    answer.json = hotspotJson(study, spec);
    answer.text = hotspotText(study, spec);
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    answer.json.insert(QStringLiteral("seconds"), seconds);
    if (!out.isEmpty()) {
        answer.json.insert(QStringLiteral("file"), out);
        answer.text +=
            QStringLiteral("%1 written: %2\n").arg(hotspotMethodName(spec.methods.back()), out);
    }
    answer.text += QStringLiteral("%1\n").arg(durationText(seconds));
    return answer;
}

} // namespace

void addHotspotsCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "hotspots",
        "Say where incidents gather, and how well the last weeks were foreseen: hit rate, PAI, "
        "PEI of each method");
    const auto arguments = std::make_shared<HotspotArguments>();
    verb->add_option("INCIDENTS", arguments->incidents, "Name under which they were imported")
        ->required();
    verb->add_option("--cell", arguments->cellM, "Edge of a cell in metres")
        ->type_name("METRES")
        ->capture_default_str();
    verb->add_option("--area", arguments->extent,
            "Which cells the shares are of: incidents (default: those with an incident before the "
            "test weeks) or box (all)")
        ->transform(CLI::CheckedTransformer(std::map<std::string, AreaExtent>{
            {"incidents", AreaExtent::CellsWithIncidents}, {"box", AreaExtent::WholeBox}}))
        ->type_name("WHICH");
    verb->add_option("--box", arguments->box,
            "Leave out what lies outside (default: what is far off all others)")
        ->type_name("W,S,E,N")
        ->delimiter(',')
        ->expected(4);
    verb->add_option(
            "--type", arguments->type, "Only this type; of \"EMS: FALL\" it is EMS (default: all)")
        ->type_name("TYPE");
    verb->add_option("--method", arguments->method,
            "Only count, count-90d, count-28d, kde, st-kde or risk, beside count (default: all)")
        ->type_name("METHOD");
    verb->add_option("--weeks", arguments->weeks, "Last weeks, each foreseen from those before it")
        ->type_name("COUNT")
        ->capture_default_str();
    verb->add_option("--bandwidth", arguments->bandwidthM,
            "Standard deviation of the kernels (default: 1 cell for kde, 0.7 for st-kde)")
        ->type_name("METRES");
    verb->add_option("--half-life", arguments->halfLifeDays,
            "Days after which an incident weighs half in st-kde")
        ->type_name("DAYS")
        ->capture_default_str();
    verb->add_option("--out", arguments->out,
            "Write the surface after the last incident (of --method, else risk): FILE.geojson, "
            "FILE.csv or FILE.gpkg")
        ->type_name("FILE");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return hotspots(session, *arguments); };
    });
}

} // namespace belvedere::ctl
