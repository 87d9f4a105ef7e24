// SPDX-License-Identifier: GPL-3.0-or-later
#include "forecast_file.h"

#include "models/exceedance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>
#include <span>

namespace belvedere::ctl {

namespace {

constexpr int kCsvDigits = 6; // as many as a float holds

const QLatin1String kCsvEnding(".csv");
const QLatin1String kGeoJsonEnding(".geojson");

/// 0.1 → "p10".
QString quantileName(double quantile)
{
    return QLatin1Char('p') + QString::number(std::lround(quantile * 100.0));
}

const Site *siteOf(const Dataset &dataset, const QString &code)
{
    const SiteId id = dataset.siteByCode(code);
    return id.valid() ? &dataset.sites[id.index()] : nullptr;
}

QJsonArray siteValues(
    const QuantileForecast &forecast, SiteId site, const std::optional<AlarmRule> &rule = {})
{
    QJsonArray values;
    for (int step = 0; step < forecast.shape.horizon; ++step) {
        QJsonObject value{{QStringLiteral("at"), formatUtc(forecast.timeOf(step))}};
        for (std::size_t q = 0; q < forecast.shape.quantiles.size(); ++q) {
            const float quantile = forecast.at(step, site, static_cast<int>(q));
            value.insert(quantileName(forecast.shape.quantiles[q]),
                std::isnan(quantile) ? QJsonValue() : QJsonValue(static_cast<double>(quantile)));
        }
        if (rule) {
            const double chance = exceedance(forecast, step, site, rule->above);
            value.insert(QStringLiteral("exceedance"),
                std::isnan(chance) ? QJsonValue() : QJsonValue(chance));
            if (const auto raised = alarm(forecast, step, site, *rule))
                value.insert(QStringLiteral("alarm"), *raised);
        }
        values.append(value);
    }
    return values;
}

QString csvField(QString text)
{
    static const QString kSpecial = QStringLiteral(",\"\n\r");
    for (const QChar c : text) {
        if (kSpecial.contains(c))
            return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\""))
                + QLatin1Char('"');
    }
    return text;
}

/// One line a fact, without line feeds of its own.
QString commentLine(const QString &text)
{
    return QLatin1String("# ") + text.simplified() + QLatin1Char('\n');
}

} // namespace

double exceedance(const QuantileForecast &forecast, int step, SiteId site, double above)
{
    const std::size_t levels = forecast.shape.quantiles.size();
    const std::size_t at =
        (static_cast<std::size_t>(step) * forecast.siteCodes.size() + site.index()) * levels;
    return exceedanceProbability(
        forecast.shape.quantiles, std::span(forecast.values).subspan(at, levels), above);
}

std::optional<bool> alarm(
    const QuantileForecast &forecast, int step, SiteId site, const AlarmRule &rule)
{
    const auto i = static_cast<std::size_t>(step);
    const double chance = exceedance(forecast, step, site, rule.above);
    if (i >= rule.alarmAt.size() || std::isnan(chance))
        return {};
    return chance >= rule.alarmAt[i];
}

QJsonArray forecastSites(const QuantileForecast &forecast, const std::optional<AlarmRule> &rule)
{
    QJsonArray sites;
    for (std::size_t i = 0; i < forecast.siteCodes.size(); ++i) {
        sites.append(QJsonObject{{QStringLiteral("id"), forecast.siteCodes[i]},
            {QStringLiteral("values"),
                siteValues(forecast, SiteId(static_cast<std::int32_t>(i)), rule)}});
    }
    return sites;
}

QByteArray forecastCsv(const QuantileForecast &forecast, const ForecastOrigin &origin)
{
    const Dataset &dataset = *origin.dataset;
    QString text = commentLine(QStringLiteral("forecast of %1 [%2] by %3 (run %4), issued %5")
                                   .arg(forecast.channel.key, forecast.channel.unit, origin.model,
                                       origin.run, formatUtc(forecast.issued)));
    text += commentLine(
        QStringLiteral("data: %1%2; %3")
            .arg(dataset.name, dataset.simulated ? QStringLiteral(" (simulated)") : QString(),
                dataset.source));
    text += QLatin1String("site,latitude,longitude,at");
    for (const double quantile : forecast.shape.quantiles)
        text += QLatin1Char(',') + quantileName(quantile);
    text += QLatin1Char('\n');
    for (std::size_t i = 0; i < forecast.siteCodes.size(); ++i) {
        const QString &code = forecast.siteCodes[i];
        const Site *site = siteOf(dataset, code);
        QString place = QStringLiteral(",");
        if (site && site->position)
            place = QStringLiteral("%1,%2")
                        .arg(site->position->lat, 0, 'f', kCsvDigits)
                        .arg(site->position->lon, 0, 'f', kCsvDigits);
        for (int step = 0; step < forecast.shape.horizon; ++step) {
            text += csvField(code) + QLatin1Char(',') + place + QLatin1Char(',')
                + formatUtc(forecast.timeOf(step));
            for (std::size_t q = 0; q < forecast.shape.quantiles.size(); ++q) {
                const double value = static_cast<double>(
                    forecast.at(step, SiteId(static_cast<std::int32_t>(i)), static_cast<int>(q)));
                text += QLatin1Char(',');
                if (!std::isnan(value))
                    text += QString::number(value, 'g', kCsvDigits);
            }
            text += QLatin1Char('\n');
        }
    }
    return text.toUtf8();
}

QByteArray forecastGeoJson(const QuantileForecast &forecast, const ForecastOrigin &origin)
{
    QJsonArray features;
    for (std::size_t i = 0; i < forecast.siteCodes.size(); ++i) {
        const QString &code = forecast.siteCodes[i];
        const Site *site = siteOf(*origin.dataset, code);
        QJsonValue geometry;
        if (site && site->position)
            geometry = QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                {QStringLiteral("coordinates"),
                    QJsonArray{site->position->lon, site->position->lat}}};
        features.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("id"), code}, {QStringLiteral("geometry"), geometry},
            {QStringLiteral("properties"),
                QJsonObject{{QStringLiteral("id"), code},
                    {QStringLiteral("name"), site ? site->title() : code},
                    {QStringLiteral("values"),
                        siteValues(forecast, SiteId(static_cast<std::int32_t>(i)))}}}});
    }
    const QJsonObject collection{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
        {QStringLiteral("model"), origin.model}, {QStringLiteral("run"), origin.run},
        {QStringLiteral("dataset"), origin.dataset->name},
        {QStringLiteral("source"), origin.dataset->source},
        {QStringLiteral("simulated"), origin.dataset->simulated},
        {QStringLiteral("channel"), forecast.channel.key},
        {QStringLiteral("unit"), forecast.channel.unit},
        {QStringLiteral("issued"), formatUtc(forecast.issued)},
        {QStringLiteral("features"), features}};
    return QJsonDocument(collection).toJson(QJsonDocument::Compact) + '\n';
}

Result<> checkForecastFile(const QString &file)
{
    if (!file.endsWith(kCsvEnding, Qt::CaseInsensitive)
        && !file.endsWith(kGeoJsonEnding, Qt::CaseInsensitive))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "\"%1\" must end with .csv or .geojson."), {file},
            QStringLiteral("--out"));
    return {};
}

Result<> writeForecast(
    const QString &file, const QuantileForecast &forecast, const ForecastOrigin &origin)
{
    BV_TRY_VOID(checkForecastFile(file));
    const QByteArray content = file.endsWith(kCsvEnding, Qt::CaseInsensitive)
        ? forecastCsv(forecast, origin)
        : forecastGeoJson(forecast, origin);
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size()
        || !target.commit())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP(
                "Error", "The file cannot be written: %1. Choose another folder or make room."),
            {target.errorString()}, file);
    return {};
}

} // namespace belvedere::ctl
