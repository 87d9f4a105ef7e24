// SPDX-License-Identifier: GPL-3.0-or-later
#include "forecast_command.h"

#include "forecast_file.h"
#include "models/catalog/model_catalog.h"
#include "registry/deployed_forecaster.h"
#include "text_table.h"
#include "training/run_archive.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

struct ForecastArguments
{
    std::string model;
    std::string at;
    std::string out;
    std::optional<double> above;
};

/// The probability of an alarm is the one that the run chose on its validation part.
Result<std::optional<AlarmRule>> ruleFor(
    const std::shared_ptr<Store> &store, const QString &runId, std::optional<double> above)
{
    if (!above)
        return std::optional<AlarmRule>();
    AlarmRule rule{*above};
    BV_TRY(const RunRecord run, RunArchive(store).run(runId));
    for (const EventMetrics &event : run.test.events) {
        if (event.above == *above)
            rule.alarmAt = event.alarmAt;
    }
    return std::optional(rule);
}

QString forecastTable(const QuantileForecast &forecast, const std::optional<AlarmRule> &rule)
{
    const int median = forecast.shape.medianIndex();
    const int lowest = forecast.shape.lowerIndex();
    const int highest = forecast.shape.upperIndex();
    const int last = forecast.shape.horizon - 1;
    QStringList header{QStringLiteral("site"),
        QStringLiteral("in %1 min").arg(forecast.shape.stepMs / kMsPerMinute),
        QStringLiteral("in %1 min").arg(forecast.shape.stepMs * (last + 1) / kMsPerMinute),
        QStringLiteral("from"), QStringLiteral("to")};
    if (rule)
        header += QStringLiteral("then above %1").arg(rule->above);
    TextTable table(header);
    for (std::size_t i = 0; i < forecast.siteCodes.size(); ++i) {
        const SiteId site(static_cast<std::int32_t>(i));
        const auto cell = [&](int step, int quantile) {
            return numberText(static_cast<double>(forecast.at(step, site, quantile)), 1);
        };
        QStringList row{forecast.siteCodes[i], cell(0, median), cell(last, median),
            cell(last, lowest), cell(last, highest)};
        if (rule)
            row += numberText(100.0 * exceedance(forecast, last, site, rule->above), 0)
                + (alarm(forecast, last, site, *rule).value_or(false) ? QLatin1String(" %, alarm")
                                                                      : QLatin1String(" %"));
        table.add(row);
    }
    QString text = table.toString();
    if (rule && rule->alarmAt.empty())
        text +=
            QStringLiteral("From which probability on it is an alarm was not chosen: train with "
                           "--event-above %1.\n")
                .arg(rule->above);
    return text;
}

Result<Answer> forecast(const Session &session, const ForecastArguments &arguments)
{
    const QString out = QString::fromStdString(arguments.out);
    if (!out.isEmpty())
        BV_TRY_VOID(checkForecastFile(out));
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const auto model,
        DeployedForecaster::load(store, modelCatalog(), QString::fromStdString(arguments.model)));
    BV_TRY(const Dataset dataset, store->dataset(model->spec().dataset));
    std::optional<UtcMs> at;
    if (!arguments.at.empty()) {
        BV_TRY(at, parseTime(QString::fromStdString(arguments.at), dataset.zone));
    }
    BV_TRY(const QuantileForecast result, model->forecast(at));
    BV_TRY(const auto rule, ruleFor(store, model->version().runId, arguments.above));
    const ForecastOrigin origin{model->version().id(), model->version().runId, &dataset};
    if (!out.isEmpty())
        BV_TRY_VOID(writeForecast(out, result, origin));

    const qint64 horizonMinutes = result.shape.horizon * result.shape.stepMs / kMsPerMinute;
    Answer answer;
    answer.json = {{QStringLiteral("issued"), formatUtc(result.issued)},
        {QStringLiteral("horizonMinutes"), horizonMinutes}, {QStringLiteral("model"), origin.model},
        {QStringLiteral("run"), origin.run}, {QStringLiteral("dataset"), dataset.name},
        {QStringLiteral("simulated"), dataset.simulated},
        {QStringLiteral("channel"), result.channel.key},
        {QStringLiteral("unit"), result.channel.unit},
        {QStringLiteral("sites"), forecastSites(result, rule)}};
    if (!out.isEmpty())
        answer.json.insert(QStringLiteral("file"), out);
    answer.text = QStringLiteral("%1 of %2 [%3]%4, issued %5, %6 min ahead, by %7\n")
                      .arg(result.channel.key, dataset.name, result.channel.unit,
                          dataset.simulated ? QStringLiteral(" (simulated)") : QString(),
                          formatUtc(result.issued))
                      .arg(horizonMinutes)
                      .arg(origin.model);
    answer.text +=
        out.isEmpty() ? forecastTable(result, rule) : QStringLiteral("Written to %1\n").arg(out);
    return answer;
}

} // namespace

void addForecastCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "forecast", "Forecast every site with a quantile band");
    const auto arguments = std::make_shared<ForecastArguments>();
    verb->add_option("MODEL", arguments->model,
            "traffic-speed (its live version), traffic-speed/3, or a registered run")
        ->required();
    verb->add_option("--at", arguments->at,
            "Use observations up to this time, in the data set's zone unless written (default: "
            "all)")
        ->type_name("TIME");
    verb->add_option("--above", arguments->above,
            "Say the probability of exceeding this value too, at every step, and whether it is an "
            "alarm")
        ->type_name("VALUE");
    verb->add_option("--out", arguments->out, "Write a .csv or .geojson file")->type_name("FILE");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return forecast(session, *arguments); };
    });
}

} // namespace belvedere::ctl
