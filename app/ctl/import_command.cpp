// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_command.h"

#include "city/readers/osm_reader.h"
#include "data/readers/import_files.h"
#include "import_ground.h"
#include "import_overlay.h"
#include "quality_command.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace belvedere::ctl {

namespace {

constexpr std::size_t kShownRejections = 5;

enum class OnError { Stop, Skip };

struct ImportArguments
{
    std::vector<std::string> files;
    std::string format;
    std::string dataset;
    std::string zone = "UTC";
    std::string channel;
    std::string unit;
    std::string domain;
    std::string source;
    Zeros zeros = Zeros::Auto;
    OnError onError = OnError::Stop;
    OverlayArguments overlay;
    std::string map;
    std::string timeFormat;
    bool noHeader = false;
};

Result<ImportOptions> importOptions(const ImportArguments &arguments)
{
    ImportOptions options;
    options.dataset = QString::fromStdString(arguments.dataset);
    if (!arguments.format.empty()) {
        BV_TRY(options.format, formatByName(QString::fromStdString(arguments.format)));
    }
    BV_TRY(options.zone, parseZone(QString::fromStdString(arguments.zone)));
    options.channel = QString::fromStdString(arguments.channel);
    options.unit = QString::fromStdString(arguments.unit);
    options.domain = QString::fromStdString(arguments.domain);
    options.source = QString::fromStdString(arguments.source);
    options.zeros = arguments.zeros;
    BV_TRY(options.incidents, parseIncidentMapping(QString::fromStdString(arguments.map)));
    options.incidents.timeFormat = QString::fromStdString(arguments.timeFormat);
    if (arguments.noHeader)
        options.incidents.header = false;
    if (!arguments.map.empty() && !options.format)
        options.format = FileFormat::IncidentsCsv;
    return options;
}

Result<QStringList> readableFiles(const std::vector<std::string> &paths)
{
    QStringList files;
    for (const std::string &path : paths) {
        const QFileInfo file(QString::fromStdString(path));
        if (!file.exists())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "There is no such file. Check its name and folder."), {},
                file.filePath());
        if (!file.isReadable())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "You may not read this file. Ask its owner for the permission."),
                {}, file.filePath());
        files.append(file.filePath());
    }
    return files;
}

QString rejectionText(const Rejection &rejection)
{
    const QString place = rejection.line > 0
        ? QStringLiteral("%1:%2").arg(rejection.file).arg(rejection.line)
        : rejection.file;
    // The reason may name the place itself.
    const QString reason = rejection.reason.message();
    return reason.startsWith(place) ? reason : QStringLiteral("%1: %2").arg(place, reason);
}

QString firstOf(const std::vector<Rejection> &rejections, qint64 count)
{
    QStringList lines;
    const std::size_t shown = std::min(kShownRejections, rejections.size());
    for (std::size_t i = 0; i < shown; ++i)
        lines.append(QLatin1String("  ") + rejectionText(rejections[i]));
    const qint64 more = count - static_cast<qint64>(shown);
    if (more > 0)
        lines.append(QStringLiteral("  … and %1 more").arg(more));
    return lines.join(QLatin1Char('\n'));
}

QJsonArray rejectionsJson(const std::vector<Rejection> &rejections)
{
    QJsonArray rows;
    for (const Rejection &rejection : rejections) {
        rows.append(QJsonObject{{QStringLiteral("file"), rejection.file},
            {QStringLiteral("line"), rejection.line},
            {QStringLiteral("reason"), rejection.reason.message()}});
    }
    return rows;
}

QJsonObject importJson(const ImportedData &data)
{
    const bool series = data.series.axis.count > 0;
    const auto &incidents = data.incidents.incidents;
    QJsonArray columns;
    for (const ColumnInfo &column :
        data.table ? data.table->info.columns : std::vector<ColumnInfo>())
        columns.append(QJsonObject{{QStringLiteral("name"), column.name},
            {QStringLiteral("kind"), columnKindName(column.kind)}});
    QJsonValue from;
    QJsonValue to;
    if (series) {
        from = formatUtc(data.series.axis.start);
        to = formatUtc(data.series.axis.last());
    } else if (!incidents.empty()) {
        from = formatUtc(incidents.front().from);
        to = formatUtc(incidents.back().from);
    }
    return {{QStringLiteral("dataset"), series ? data.dataset.name : data.incidents.name},
        {QStringLiteral("rows"), data.rows}, {QStringLiteral("columns"), columns},
        {QStringLiteral("values"),
            static_cast<qint64>(std::count_if(data.series.quality.begin(),
                data.series.quality.end(), [](Quality q) { return q != Quality::Missing; }))},
        {QStringLiteral("incidents"), static_cast<qint64>(incidents.size())},
        {QStringLiteral("holidays"), static_cast<qint64>(data.holidays.size())},
        {QStringLiteral("rejected"), rejectionsJson(data.rejected)},
        {QStringLiteral("rejectedCount"), data.rejectedCount},
        {QStringLiteral("leftOut"), rejectionsJson(data.leftOut)},
        {QStringLiteral("repeatedRows"), data.repeatedRows},
        {QStringLiteral("mergedRows"), data.mergedRows},
        {QStringLiteral("suspectValues"), data.suspectValues},
        {QStringLiteral("outside"), rejectionsJson(data.outside)},
        {QStringLiteral("outsideCount"), data.outsideCount},
        {QStringLiteral("withoutPosition"), data.withoutPosition},
        {QStringLiteral("withoutCategory"), data.withoutCategory},
        {QStringLiteral("sameIncidents"), data.sameIncidents},
        {QStringLiteral("sites"), static_cast<qint64>(data.dataset.sites.size())},
        {QStringLiteral("from"), from}, {QStringLiteral("to"), to},
        {QStringLiteral("stored"), false}};
}

/// What is odd about incidents that are stored all the same.
void noteOddIncidents(Session &session, const ImportedData &data)
{
    if (data.outsideCount > 0)
        session.note(QStringLiteral("%1 incidents lie far outside the area of the others:\n%2")
                         .arg(data.outsideCount)
                         .arg(firstOf(data.outside, data.outsideCount)));
    if (data.withoutPosition > 0)
        session.note(QStringLiteral("%1 incidents have no position.").arg(data.withoutPosition));
    if (data.withoutCategory > 0)
        session.note(QStringLiteral("%1 incidents have no category: they count as \"unknown\".")
                         .arg(data.withoutCategory));
    if (data.sameIncidents > 0)
        session.note(QStringLiteral("%1 incidents say the same as an earlier one; they are kept, "
                                    "as several may happen at one place in one minute.")
                         .arg(data.sameIncidents));
}

constexpr char kOsm[] = "osm";
constexpr char kOverlay[] = "overlay";

/// Whether the files are the ground of the city, not measurements.
bool isGround(const ImportArguments &arguments)
{
    if (!arguments.format.empty())
        return arguments.format == kOsm;
    return std::any_of(arguments.files.begin(), arguments.files.end(),
        [](const std::string &file) { return isOsmFileName(QString::fromStdString(file)); });
}

Result<Answer> importMap(Session &session, const ImportArguments &arguments)
{
    BV_TRY(const QStringList files, readableFiles(arguments.files));
    if (files.size() != 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A city has one map: import one OpenStreetMap file at a time. Several extracts "
                "become one with osmium merge."));
    BV_TRY(const QTimeZone zone, parseZone(QString::fromStdString(arguments.zone)));
    return importGround(session, files.front(), zone);
}

/// Whether the files are what somebody else drew.
bool isOverlay(const ImportArguments &arguments)
{
    if (!arguments.format.empty())
        return arguments.format == kOverlay;
    return std::any_of(arguments.files.begin(), arguments.files.end(),
        [](const std::string &file) { return isOverlayFileName(QString::fromStdString(file)); });
}

Result<Answer> importLayer(Session &session, const ImportArguments &arguments)
{
    BV_TRY(const QStringList files, readableFiles(arguments.files));
    if (files.size() != 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Each layer of the map is one file: import %1 and the others one at a time."),
            {files.front()});
    BV_TRY(const QTimeZone zone, parseZone(QString::fromStdString(arguments.zone)));
    OverlayArguments overlay = arguments.overlay;
    overlay.name = arguments.dataset;
    return importOverlayFile(session, files.front(), overlay, zone);
}

Result<Answer> importFiles(Session &session, const ImportArguments &arguments)
{
    if (isGround(arguments))
        return importMap(session, arguments);
    if (isOverlay(arguments))
        return importLayer(session, arguments);
    QElapsedTimer clock;
    clock.start();
    BV_TRY(ImportOptions options, importOptions(arguments));
    if (const auto city = session.openCity()) {
        BV_TRY(const CityInfo info, (*city)->cityInfo());
        options.cityCentre = info.centre;
    }
    BV_TRY(const QStringList files, readableFiles(arguments.files));
    const TaskContext context = session.context();
    BV_TRY(const ImportedData data, readFiles(files, options, context));

    Answer answer;
    answer.json = importJson(data);
    const auto setSeconds = [&] {
        answer.json.insert(
            QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0);
    };
    if (data.rejectedCount > 0 && arguments.onError == OnError::Stop) {
        setSeconds();
        answer.error = Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "%1 of %2 rows cannot be taken, so nothing was stored:\n%3\n"
                "Correct them, or store the other rows with --on-error skip."),
            {QString::number(data.rejectedCount), QString::number(data.rows),
                firstOf(data.rejected, data.rejectedCount)},
            {}, {}};
        return answer;
    }
    BV_TRY(const auto store, cityFor(session, options.zone));
    BV_TRY(const SeriesWritten written, storeImported(*store, data, context));
    setSeconds();
    answer.json.insert(QStringLiteral("stored"), true);
    answer.json.insert(QStringLiteral("added"), written.added);
    answer.json.insert(QStringLiteral("replaced"), written.replaced);
    if (data.rejectedCount > 0)
        session.note(QStringLiteral("Left out %1 of %2 rows:\n%3")
                         .arg(data.rejectedCount)
                         .arg(data.rows)
                         .arg(firstOf(data.rejected, data.rejectedCount)));
    if (!data.leftOut.empty())
        session.note(firstOf(data.leftOut, static_cast<qint64>(data.leftOut.size())));
    noteOddIncidents(session, data);
    const std::vector<QualityNote> notes = qualityNotes(data.dataset, data.series);
    answer.json.insert(QStringLiteral("notes"), notesJson(notes));
    if (!notes.empty())
        session.note(notesText(notes).trimmed());
    if (data.table) {
        const TableInfo &table = data.table->info;
        QStringList names;
        for (const ColumnInfo &column : table.columns)
            names += QStringLiteral("%1 (%2)").arg(column.name, columnKindName(column.kind));
        answer.text = QStringLiteral("%1: %2 rows of %3 columns: %4\n")
                          .arg(table.name)
                          .arg(table.rows)
                          .arg(table.columns.size())
                          .arg(names.join(QStringLiteral(", ")));
        return answer;
    }
    answer.text = QStringLiteral(
        "%1: %2 rows read, %3 values new, %4 replaced; %5 sites, %6 incidents, %7 holidays "
        "(%8)\n")
                      .arg(answer.json.value(QStringLiteral("dataset")).toString())
                      .arg(data.rows)
                      .arg(written.added)
                      .arg(written.replaced)
                      .arg(data.dataset.sites.size())
                      .arg(data.incidents.incidents.size())
                      .arg(data.holidays.size())
                      .arg(durationText(static_cast<double>(clock.elapsed()) / 1000.0));
    return answer;
}

} // namespace

void addImportCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "import",
        "Read files into one data set of the city, its ground or a layer of its map");
    const auto arguments = std::make_shared<ImportArguments>();
    verb->add_option("FILE", arguments->files, "Files that belong together")->required();
    verb->add_option("--as", arguments->format,
            "wide-csv, long-csv, sensors-csv, adjacency-csv, incidents-csv, holidays-csv, "
            "table-csv "
            "(any columns, to learn one from the others), osm or "
            "overlay (districts and the like: GeoJSON, GeoPackage, Shapefile, KML, FlatGeobuf; "
            "default: guessed)")
        ->type_name("FORMAT");
    verb->add_option("--into", arguments->dataset,
            "Name of the data set or of the layer (default: from the file)")
        ->type_name("DATASET");
    verb->add_option("--zone,--time-zone", arguments->zone, "Zone of times written without one")
        ->type_name("ZONE")
        ->capture_default_str();
    verb->add_option("--channel", arguments->channel, "What is measured: speed, flow, pm2.5 …");
    verb->add_option("--unit", arguments->unit, "Its unit: km/h, mph, veh/h …");
    verb->add_option("--domain", arguments->domain,
        "traffic, environment, safety or weather (default: guessed)");
    verb->add_option("--source", arguments->source, "Origin and licence, shown beside the data");
    verb->add_option("--zeros", arguments->zeros,
            "What zeros are: auto (default: missing for speeds), values or missing")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Zeros>{
            {"auto", Zeros::Auto}, {"values", Zeros::AreValues}, {"missing", Zeros::AreMissing}}))
        ->type_name("MEANING");
    verb->add_option("--on-error", arguments->onError,
            "Rows that cannot be taken: stop (default: store nothing) or skip them")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, OnError>{{"stop", OnError::Stop}, {"skip", OnError::Skip}}))
        ->type_name("WHAT");
    verb->add_option("--map", arguments->map,
            "Columns of incidents by name or number from 1: time=Date,lat=3,lon=4,category=2; also "
            "to, severity and description; MEANING= has no column (default: by their names)")
        ->type_name("MEANING=COLUMN,…");
    verb->add_option("--time-format", arguments->timeFormat,
            "Times of incidents, such as \"dd.MM.yyyy HH:mm\" (default: guessed)")
        ->type_name("FORMAT");
    verb->add_flag("--no-header", arguments->noHeader,
        "The first row of a file of incidents is an incident (default: guessed)");
    verb->add_option("--crs", arguments->overlay.crs,
            "Coordinate system of a layer that does not say it, such as EPSG:25832")
        ->type_name("CODE");
    verb->add_option("--layer", arguments->overlay.layer, "Which one of a file with several layers")
        ->type_name("NAME");
    verb->add_flag("--latitude-first", arguments->overlay.latitudeFirst,
        "The layer has latitude before longitude");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return importFiles(session, *arguments); };
    });
}

} // namespace belvedere::ctl
