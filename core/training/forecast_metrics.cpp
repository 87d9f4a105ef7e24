// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/forecast_metrics.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double ratio(double sum, double count)
{
    return count > 0.0 ? sum / count : kNan;
}

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

/// Loss of one quantile; Koenker and Bassett 1978, "Regression quantiles", section 3.
double pinball(double level, double truth, double forecast)
{
    const double miss = truth - forecast;
    return miss >= 0.0 ? level * miss : (level - 1.0) * miss;
}

/// So many that a call is worth it, so few that a cancel is seen soon and memory stays small.
int windowsPerPiece(const ForecastShape &shape, int siteCount)
{
    constexpr std::size_t kFloats = std::size_t{1} << 19;
    const std::size_t perWindow = static_cast<std::size_t>(shape.horizon)
        * static_cast<std::size_t>(std::max(1, siteCount)) * shape.quantiles.size();
    return static_cast<int>(std::clamp<std::size_t>(kFloats / perWindow, 1, 256));
}

} // namespace

QJsonObject ErrorFigures::toJson() const
{
    return {{QStringLiteral("mae"), number(mae)}, {QStringLiteral("rmse"), number(rmse)},
        {QStringLiteral("mape"), number(mape)}, {QStringLiteral("wape"), number(wape)},
        {QStringLiteral("coverage"), number(coverage)},
        {QStringLiteral("pinball"), number(pinball)}, {QStringLiteral("observed"), observed}};
}

ErrorFigures ErrorFigures::fromJson(const QJsonObject &json)
{
    const auto read = [&json](QLatin1String key) { return json[key].toDouble(kNan); };
    ErrorFigures figures;
    figures.mae = read(QLatin1String("mae"));
    figures.rmse = read(QLatin1String("rmse"));
    figures.mape = read(QLatin1String("mape"));
    figures.wape = read(QLatin1String("wape"));
    figures.coverage = read(QLatin1String("coverage"));
    figures.pinball = read(QLatin1String("pinball"));
    figures.observed = json[QLatin1String("observed")].toInteger();
    return figures;
}

QJsonObject ForecastMetrics::toJson() const
{
    QJsonArray steps;
    for (std::size_t i = 0; i < horizons.size(); ++i) {
        QJsonObject step = horizons[i].toJson();
        step[QStringLiteral("step")] = static_cast<int>(i) + 1;
        steps.append(step);
    }
    QJsonObject json = all.toJson();
    json[QStringLiteral("horizons")] = steps;
    return json;
}

ForecastMetrics ForecastMetrics::fromJson(const QJsonObject &json)
{
    ForecastMetrics metrics;
    metrics.all = ErrorFigures::fromJson(json);
    const QJsonArray steps = json[QLatin1String("horizons")].toArray();
    for (const QJsonValue &step : steps)
        metrics.horizons.push_back(ErrorFigures::fromJson(step.toObject()));
    return metrics;
}

ForecastScore::ForecastScore(const ForecastShape &shape)
    : m_shape(shape)
    , m_sums(static_cast<std::size_t>(shape.horizon))
{
}

void ForecastScore::add(const float *truth, const float *forecast, int siteCount)
{
    const std::vector<double> &levels = m_shape.quantiles;
    const auto median = static_cast<std::size_t>(m_shape.medianIndex());
    for (Sums &sums : m_sums) {
        for (int site = 0; site < siteCount; ++site, ++truth, forecast += levels.size()) {
            const double y = static_cast<double>(*truth);
            double loss = 0.0;
            for (std::size_t q = 0; q < levels.size(); ++q)
                loss += belvedere::pinball(levels[q], y, static_cast<double>(forecast[q]));
            if (std::isnan(loss)) // no truth, or no answer
                continue;
            const double miss = std::abs(y - static_cast<double>(forecast[median]));
            sums.absolute += miss;
            sums.squared += miss * miss;
            sums.truth += std::abs(y);
            sums.pinball += loss / static_cast<double>(levels.size());
            ++sums.count;
            if (*truth >= forecast[0] && *truth <= forecast[levels.size() - 1])
                ++sums.inside;
            if (y != 0.0) {
                sums.relative += miss / std::abs(y);
                ++sums.relativeCount;
            }
        }
    }
}

ErrorFigures ForecastScore::figures(const Sums &sums)
{
    const auto count = static_cast<double>(sums.count);
    ErrorFigures figures;
    figures.mae = ratio(sums.absolute, count);
    figures.rmse = std::sqrt(ratio(sums.squared, count));
    figures.mape = 100.0 * ratio(sums.relative, static_cast<double>(sums.relativeCount));
    figures.wape = 100.0 * ratio(sums.absolute, sums.truth);
    figures.coverage = ratio(static_cast<double>(sums.inside), count);
    figures.pinball = ratio(sums.pinball, count);
    figures.observed = sums.count;
    return figures;
}

ForecastMetrics ForecastScore::metrics() const
{
    ForecastMetrics metrics;
    Sums total;
    for (const Sums &sums : m_sums) {
        metrics.horizons.push_back(figures(sums));
        total.absolute += sums.absolute;
        total.squared += sums.squared;
        total.relative += sums.relative;
        total.truth += sums.truth;
        total.pinball += sums.pinball;
        total.inside += sums.inside;
        total.count += sums.count;
        total.relativeCount += sums.relativeCount;
    }
    metrics.all = figures(total);
    return metrics;
}

Result<ForecastMetrics> evaluateForecaster(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, const TaskContext &context, int stride)
{
    const ForecastShape &shape = model.spec().shape;
    const int sites = history.siteCount();
    if (windows.first < 0
        || windows.first + windows.count + shape.history + shape.horizon - 1 > history.axis.count)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The windows to score reach past the %1 steps of the data."),
            {QString::number(history.axis.count)});

    const std::size_t windowSize = static_cast<std::size_t>(shape.horizon)
        * static_cast<std::size_t>(sites) * shape.quantiles.size();
    stride = std::max(1, stride);
    const int piece = windowsPerPiece(shape, sites);
    ForecastScore score(shape);
    std::vector<int> lastSteps;
    for (int window = 0; window < windows.count;) {
        if (context.cancelled())
            return cancelledFailure();
        context.progress(window, windows.count, {});
        lastSteps.clear();
        for (; window < windows.count && static_cast<int>(lastSteps.size()) < piece;
             window += stride)
            lastSteps.push_back(windows.lastInputStep(window, shape));
        TaskContext inner = context; // its progress is ours to report
        inner.progress = [](qint64, qint64, const QString &) {};
        BV_TRY(const std::vector<float> values, model.forecastWindows(history, lastSteps, inner));
        if (values.size() != windowSize * lastSteps.size())
            return failure(Errc::Internal,
                QT_TRANSLATE_NOOP("Error", "Model %1 gave %2 values instead of %3."),
                {model.spec().kind, QString::number(values.size()),
                    QString::number(windowSize * lastSteps.size())});
        for (std::size_t i = 0; i < lastSteps.size(); ++i)
            score.add(history.row(lastSteps[i] + 1), values.data() + i * windowSize, sites);
    }
    context.progress(windows.count, windows.count, {});
    return score.metrics();
}

} // namespace belvedere
