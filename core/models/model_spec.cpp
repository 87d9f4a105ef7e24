// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/model_spec.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

// Far above any real task; keeps a damaged file from asking for all memory.
constexpr double kMostSteps = 10000;
constexpr double kMostStepMs = 366.0 * 24 * 3600 * 1000;

auto badField(const char *field)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error",
            "The model description has no valid \"%1\". The file is damaged or of another kind."),
        {QLatin1String(field)});
}

/// A whole number from 1 to `most`; 0 if the field is anything else.
std::int64_t countOf(const QJsonObject &json, const char *field, double most)
{
    const double value = json.value(QLatin1String(field)).toDouble();
    return value >= 1 && value <= most && value == std::floor(value)
        ? static_cast<std::int64_t>(value)
        : 0;
}

Result<QString> textOf(const QJsonObject &json, const char *field)
{
    const QJsonValue value = json.value(QLatin1String(field));
    if (!value.isString())
        return badField(field);
    return value.toString();
}

} // namespace

int ForecastShape::nearestQuantile(double level) const
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < quantiles.size(); ++i) {
        if (std::abs(quantiles[i] - level) < std::abs(quantiles[best] - level))
            best = i;
    }
    return static_cast<int>(best);
}

Result<> checkShape(const ForecastShape &shape)
{
    if (shape.history < 1 || shape.horizon < 1 || shape.history > kMostSteps
        || shape.horizon > kMostSteps || shape.stepMs < 1
        || static_cast<double>(shape.stepMs) > kMostStepMs)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A forecast needs 1 to %1 steps of history and of horizon and a positive time "
                "step; it has %2, %3 and %4 ms."),
            {QString::number(kMostSteps), QString::number(shape.history),
                QString::number(shape.horizon), QString::number(shape.stepMs)});
    const auto &q = shape.quantiles;
    const bool ascending = std::adjacent_find(q.begin(), q.end(), [](double a, double b) {
        return !(a < b);
    }) == q.end();
    if (q.empty() || !ascending || !(q.front() > 0.0) || !(q.back() < 1.0)
        || std::find(q.begin(), q.end(), 0.5) == q.end())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "Quantiles must ascend between 0 and 1 and have 0.5 among them."));
    return {};
}

QJsonObject ModelSpec::toJson() const
{
    QJsonArray quantiles;
    for (const double q : shape.quantiles)
        quantiles.append(q);
    QJsonArray sites;
    for (const QString &code : siteCodes)
        sites.append(code);
    QJsonArray channels;
    for (const QString &key : companions)
        channels.append(key);
    return {{QStringLiteral("kind"), kind}, {QStringLiteral("history"), shape.history},
        {QStringLiteral("horizon"), shape.horizon},
        {QStringLiteral("stepMs"), static_cast<qint64>(shape.stepMs)},
        {QStringLiteral("quantiles"), quantiles}, {QStringLiteral("dataset"), dataset},
        {QStringLiteral("channel"), channel}, {QStringLiteral("unit"), unit},
        {QStringLiteral("sites"), sites}, {QStringLiteral("companions"), channels},
        {QStringLiteral("options"), options}};
}

Result<ModelSpec> ModelSpec::fromJson(const QJsonObject &json)
{
    ModelSpec spec;
    BV_TRY(spec.kind, textOf(json, "kind"));
    BV_TRY(spec.dataset, textOf(json, "dataset"));
    BV_TRY(spec.channel, textOf(json, "channel"));
    BV_TRY(spec.unit, textOf(json, "unit"));
    spec.shape.history = static_cast<int>(countOf(json, "history", kMostSteps));
    spec.shape.horizon = static_cast<int>(countOf(json, "horizon", kMostSteps));
    spec.shape.stepMs = countOf(json, "stepMs", kMostStepMs);
    spec.shape.quantiles.clear();
    for (const QJsonValue q : json.value(QLatin1String("quantiles")).toArray())
        spec.shape.quantiles.push_back(q.toDouble());
    if (auto valid = checkShape(spec.shape); !valid) {
        valid.error().code = Errc::Schema;
        return failure(std::move(valid.error()));
    }
    const QJsonArray sites = json.value(QLatin1String("sites")).toArray();
    for (const QJsonValue code : sites) {
        if (!code.isString())
            return badField("sites");
        spec.siteCodes.push_back(code.toString());
    }
    if (spec.siteCodes.empty())
        return badField("sites");
    const QJsonArray channels = json.value(QLatin1String("companions")).toArray();
    for (const QJsonValue key : channels) {
        if (!key.isString())
            return badField("companions");
        spec.companions.push_back(key.toString());
    }
    if (!json.value(QLatin1String("options")).isObject())
        return badField("options");
    spec.options = json.value(QLatin1String("options")).toObject();
    return spec;
}

} // namespace belvedere
