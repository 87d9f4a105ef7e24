// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_command.h"

#include "exports/city_export.h"
#include "geo/feature_writer.h"
#include "models/catalog/model_catalog.h"
#include "registry/deployed_forecaster.h"
#include "training/code_version.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace belvedere::ctl {

namespace {

struct ExportArguments
{
    std::string dataset;
    std::string out;
    ExportKind what = ExportKind::Sites;
    std::string at;
    std::string from;
    std::string to;
    std::string channel;
    std::string model;
    bool exact = false;
    int k = PrivacyOptions().k;
};

Result<std::optional<UtcMs>> timeOf(
    const std::string &text, const QTimeZone &zone, const char *option)
{
    if (text.empty())
        return std::optional<UtcMs>();
    auto time = parseTime(QString::fromStdString(text), zone);
    if (!time) {
        time.error().where = QString::fromLatin1(option);
        return failure(time.error());
    }
    return std::optional<UtcMs>(*time);
}

/// The step of the forecast issued at `at` that lies `step` steps ahead.
SiteForecast sliceOf(const QuantileForecast &forecast, const QString &model, int step)
{
    SiteForecast slice;
    slice.channel = forecast.channel.key;
    slice.model = model;
    slice.at = forecast.timeOf(step);
    slice.issued = forecast.issued;
    slice.quantiles = forecast.shape.quantiles;
    slice.siteCodes = forecast.siteCodes;
    for (std::size_t site = 0; site < forecast.siteCodes.size(); ++site) {
        for (std::size_t q = 0; q < slice.quantiles.size(); ++q)
            slice.values.push_back(
                forecast.at(step, SiteId(static_cast<std::int32_t>(site)), static_cast<int>(q)));
    }
    return slice;
}

Result<ExportRequest> requestOf(
    const std::shared_ptr<Store> &store, const ExportArguments &arguments)
{
    ExportRequest request;
    request.what = arguments.what;
    request.dataset = QString::fromStdString(arguments.dataset);
    request.channel = QString::fromStdString(arguments.channel);
    const bool ofData = request.what == ExportKind::Sites || request.what == ExportKind::Series;
    if (ofData && request.dataset.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Name the data set to export. \"info\" lists them."), {},
            QStringLiteral("DATASET"));
    BV_TRY(const CityInfo city, store->cityInfo());
    QTimeZone zone = city.zone;
    if (ofData) {
        BV_TRY(const Dataset dataset, store->dataset(request.dataset));
        zone = dataset.zone;
    }
    request.privacy->k = arguments.k;
    if (arguments.exact)
        request.privacy.reset();
    BV_TRY(request.at, timeOf(arguments.at, zone, "--at"));
    BV_TRY(const auto from, timeOf(arguments.from, zone, "--from"));
    BV_TRY(const auto to, timeOf(arguments.to, zone, "--to"));
    if (from)
        request.range.from = *from;
    if (to)
        request.range.to = *to;
    if (from && to && *from >= *to)
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "The end must lie after the begin."),
            {}, QStringLiteral("--to"));
    if (!arguments.model.empty()) {
        BV_TRY(const auto model,
            DeployedForecaster::load(
                store, modelCatalog(), QString::fromStdString(arguments.model)));
        BV_TRY(const QuantileForecast forecast, model->forecast(request.at));
        request.forecast = sliceOf(forecast, model->version().id(), forecast.shape.horizon - 1);
    }
    request.facts = {{QStringLiteral("program"), QStringLiteral("Belvedere " BELVEDERE_VERSION)},
        {QStringLiteral("codeVersion"), codeVersion()},
        {QStringLiteral("exported"), formatUtc(QDateTime::currentMSecsSinceEpoch())}};
    if (city.simulated)
        request.facts.emplace_back(QStringLiteral("seed"), QString::number(city.seed));
    return request;
}

Result<Answer> exportFile(Session &session, const ExportArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    const QString out = QString::fromStdString(arguments.out);
    if (const auto format = featureFormatOf(out); !format) {
        Error error = format.error();
        error.where = QStringLiteral("--out");
        return failure(std::move(error));
    }
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const ExportRequest request, requestOf(store, arguments));
    BV_TRY(const ExportSummary summary, exportCity(*store, out, request, session.context()));
    const auto instant = [](const std::optional<UtcMs> &time) {
        return time ? formatUtc(*time) : QJsonValue();
    };
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    Answer answer;
    answer.json = {{QStringLiteral("file"), out}, {QStringLiteral("rows"), summary.rows},
        {QStringLiteral("withoutPlace"), summary.withoutPlace},
        {QStringLiteral("at"), instant(summary.at)},
        {QStringLiteral("from"), instant(summary.from)},
        {QStringLiteral("to"), instant(summary.to)},
        {QStringLiteral("simulated"), summary.simulated},
        {QStringLiteral("dataHash"), summary.dataHash},
        {QStringLiteral("bytes"), QFileInfo(out).size()}, {QStringLiteral("seconds"), seconds}};
    answer.text = QStringLiteral("%1 rows%2 written to %3 (%4)\n")
                      .arg(summary.rows)
                      .arg(summary.simulated ? QStringLiteral(" of simulated data") : QString())
                      .arg(out, durationText(seconds));
    return answer;
}

} // namespace

void addExportCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "export", "Write data of the city to a CSV, GeoJSON or GeoPackage file");
    const auto arguments = std::make_shared<ExportArguments>();
    verb->add_option("DATASET", arguments->dataset,
        "Data set; of incidents a table (default: all); not needed for links");
    verb->add_option("--out", arguments->out, "FILE.csv, FILE.geojson or FILE.gpkg")
        ->type_name("FILE")
        ->required();
    verb->add_option("--what", arguments->what,
            "sites (default: one row a site at one instant), series, links or incidents")
        ->transform(CLI::CheckedTransformer(std::map<std::string, ExportKind>{
            {"sites", ExportKind::Sites}, {"series", ExportKind::Series},
            {"links", ExportKind::Links}, {"incidents", ExportKind::Incidents}}))
        ->type_name("WHAT");
    verb->add_option("--at", arguments->at,
            "Instant of sites, in the data set's zone unless written (default: the last one)")
        ->type_name("TIME");
    verb->add_option("--from", arguments->from, "First time of series and incidents")
        ->type_name("TIME");
    verb->add_option("--to", arguments->to, "Time before which series and incidents end")
        ->type_name("TIME");
    verb->add_option("--channel", arguments->channel, "Only this channel")->type_name("KEY");
    verb->add_option(
            "--model", arguments->model, "Add its forecast for the end of its horizon to sites")
        ->type_name("MODEL");
    verb->add_option("--k", arguments->k,
            "Least incidents that a place of incidents stands for; fewer are put together into "
            "larger cells")
        ->type_name("COUNT")
        ->capture_default_str();
    verb->add_flag("--exact", arguments->exact,
        "Incidents with their exact positions and descriptions, which may name people's homes");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return exportFile(session, *arguments); };
    });
}

} // namespace belvedere::ctl
