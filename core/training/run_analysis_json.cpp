// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_analysis.h"

#include "base/utc_time.h"

#include <QJsonArray>

#include <cmath>

namespace belvedere {

namespace {

tl::unexpected<Error> wrongField(const char *field)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP(
            "Error", "The field \"%1\" of the analysis is missing or has another type."),
        {QString::fromLatin1(field)});
}

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

double numberOrNan(const QJsonValue &value)
{
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

/// @param size  how many there must be; -1 = any number.
Result<QJsonArray> arrayOf(const QJsonObject &json, const char *field, qsizetype size)
{
    const QJsonValue value = json[QLatin1String(field)];
    if (!value.isArray() || (size >= 0 && value.toArray().size() != size))
        return wrongField(field);
    return value.toArray();
}

template <class T> QJsonArray listOf(const std::vector<T> &values)
{
    QJsonArray list;
    for (const T &value : values)
        list.append(value.toJson());
    return list;
}

Result<Regime> regimeByName(const QString &name)
{
    for (const Regime regime : {Regime::FreeFlow, Regime::Congestion, Regime::Incident, Regime::Low,
             Regime::Middle, Regime::High}) {
        if (regimeName(regime) == name)
            return regime;
    }
    return wrongField("regimes");
}

QJsonArray sitesToJson(const RunAnalysis &analysis)
{
    QJsonArray list;
    for (std::size_t i = 0; i < analysis.sites.size(); ++i) {
        QJsonObject site = analysis.sites[i].figures.toJson();
        QJsonArray hours;
        for (const int hour : analysis.sites[i].worstHours)
            hours.append(hour);
        site.insert(QStringLiteral("id"), analysis.siteCodes[i]);
        site.insert(QStringLiteral("worstHours"), hours);
        list.append(site);
    }
    return list;
}

void readSites(const QJsonArray &list, RunAnalysis &analysis)
{
    for (const QJsonValue &entry : list) {
        SiteErrors site;
        site.figures = ErrorFigures::fromJson(entry.toObject());
        const QJsonArray hours = entry[QLatin1String("worstHours")].toArray();
        for (const QJsonValue &hour : hours)
            site.worstHours.push_back(hour.toInt());
        analysis.siteCodes.push_back(entry[QLatin1String("id")].toString());
        analysis.sites.push_back(std::move(site));
    }
}

Result<> readShape(const QJsonObject &json, ForecastShape &shape)
{
    shape.history = json[QLatin1String("history")].toInt();
    shape.horizon = json[QLatin1String("horizon")].toInt();
    shape.stepMs = json[QLatin1String("stepMs")].toInteger();
    shape.quantiles.clear();
    BV_TRY(const QJsonArray calibration, arrayOf(json, "calibration", -1));
    for (const QJsonValue &point : calibration)
        shape.quantiles.push_back(point[QLatin1String("level")].toDouble());
    if (!checkShape(shape))
        return wrongField("calibration");
    return {};
}

Result<> readWorst(const QJsonArray &list, RunAnalysis &analysis)
{
    for (const QJsonValue &entry : list) {
        WorstCase worst;
        BV_TRY(
            worst.issued, parseTime(entry[QLatin1String("issued")].toString(), QTimeZone::utc()));
        const int site = entry[QLatin1String("site")].toInt(-1);
        if (site < 0 || static_cast<std::size_t>(site) >= analysis.sites.size())
            return wrongField("worst");
        worst.site = SiteId(site);
        worst.mae = numberOrNan(entry[QLatin1String("mae")]);
        analysis.worst.push_back(worst);
    }
    return {};
}

} // namespace

QJsonObject RunAnalysis::toJson() const
{
    QJsonArray regimeList;
    for (const RegimeErrors &errors : regimes) {
        QJsonObject entry = errors.metrics.toJson();
        entry.insert(QStringLiteral("regime"), regimeName(errors.regime));
        regimeList.append(entry);
    }
    QJsonArray calibrationList;
    for (const CalibrationPoint &point : calibration)
        calibrationList.append(QJsonObject{{QStringLiteral("level"), point.level},
            {QStringLiteral("share"), number(point.share)}});
    QJsonArray worstList;
    for (const WorstCase &worstCase : worst)
        worstList.append(QJsonObject{{QStringLiteral("issued"), formatUtc(worstCase.issued)},
            {QStringLiteral("site"), worstCase.site.value},
            {QStringLiteral("mae"), number(worstCase.mae)}});
    return {{QStringLiteral("history"), shape.history}, {QStringLiteral("horizon"), shape.horizon},
        {QStringLiteral("stepMs"), static_cast<qint64>(shape.stepMs)},
        {QStringLiteral("unit"), unit}, {QStringLiteral("from"), formatUtc(from)},
        {QStringLiteral("to"), formatUtc(to)}, {QStringLiteral("windows"), windows},
        {QStringLiteral("metrics"), metrics.toJson()},
        {QStringLiteral("sites"), sitesToJson(*this)}, {QStringLiteral("hours"), listOf(hours)},
        {QStringLiteral("weekdays"), listOf(weekdays)}, {QStringLiteral("regimes"), regimeList},
        {QStringLiteral("calibration"), calibrationList}, {QStringLiteral("worst"), worstList}};
}

Result<RunAnalysis> RunAnalysis::fromJson(const QJsonObject &json)
{
    RunAnalysis analysis;
    BV_TRY_VOID(readShape(json, analysis.shape));
    analysis.unit = json[QLatin1String("unit")].toString();
    BV_TRY(analysis.from, parseTime(json[QLatin1String("from")].toString(), QTimeZone::utc()));
    BV_TRY(analysis.to, parseTime(json[QLatin1String("to")].toString(), QTimeZone::utc()));
    analysis.windows = json[QLatin1String("windows")].toInt();
    if (!json[QLatin1String("metrics")].isObject())
        return wrongField("metrics");
    analysis.metrics = ForecastMetrics::fromJson(json[QLatin1String("metrics")].toObject());
    BV_TRY(const QJsonArray sites, arrayOf(json, "sites", -1));
    readSites(sites, analysis);
    BV_TRY(const QJsonArray hours, arrayOf(json, "hours", 24));
    for (const QJsonValue &hour : hours)
        analysis.hours.push_back(ForecastMetrics::fromJson(hour.toObject()));
    BV_TRY(const QJsonArray weekdays, arrayOf(json, "weekdays", 7));
    for (const QJsonValue &weekday : weekdays)
        analysis.weekdays.push_back(ErrorFigures::fromJson(weekday.toObject()));
    BV_TRY(const QJsonArray regimes, arrayOf(json, "regimes", 3));
    for (const QJsonValue &entry : regimes) {
        BV_TRY(const Regime regime, regimeByName(entry[QLatin1String("regime")].toString()));
        analysis.regimes.push_back({regime, ForecastMetrics::fromJson(entry.toObject())});
    }
    BV_TRY(const QJsonArray calibration, arrayOf(json, "calibration", -1));
    for (const QJsonValue &point : calibration)
        analysis.calibration.push_back(
            {point[QLatin1String("level")].toDouble(), numberOrNan(point[QLatin1String("share")])});
    BV_TRY(const QJsonArray worst, arrayOf(json, "worst", -1));
    BV_TRY_VOID(readWorst(worst, analysis));
    return analysis;
}

} // namespace belvedere
