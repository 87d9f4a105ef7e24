// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/forecast_metrics.h"

#include <QJsonArray>

#include <algorithm>

namespace belvedere {

namespace {

/// So many that a call is worth it, so few that a cancel is seen soon and memory stays small.
int windowsPerPiece(const ForecastShape &shape, int siteCount)
{
    constexpr std::size_t kFloats = std::size_t{1} << 19;
    const std::size_t perWindow = static_cast<std::size_t>(shape.horizon)
        * static_cast<std::size_t>(std::max(1, siteCount)) * shape.quantiles.size();
    return static_cast<int>(std::clamp<std::size_t>(kFloats / perWindow, 1, 256));
}

Result<std::vector<EventScore>> eventScores(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, const std::vector<double> &limits, const TaskContext &context)
{
    std::vector<EventScore> scores;
    for (const double limit : limits)
        scores.emplace_back(model.spec().shape, limit);
    BV_TRY_VOID(forecastInPieces(
        model, history, windows, context, 1, [&](const ForecastPiece &piece) -> Result<> {
            const std::size_t windowSize = piece.values.size() / piece.lastSteps.size();
            for (std::size_t i = 0; i < piece.lastSteps.size(); ++i) {
                for (EventScore &score : scores)
                    score.add(history.row(piece.lastSteps[i] + 1),
                        piece.values.data() + i * windowSize, history.siteCount());
            }
            return {};
        }));
    return scores;
}

} // namespace

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
    QJsonArray limits;
    for (const EventMetrics &event : events)
        limits.append(event.toJson());
    if (!limits.isEmpty())
        json[QStringLiteral("events")] = limits;
    return json;
}

ForecastMetrics ForecastMetrics::fromJson(const QJsonObject &json)
{
    ForecastMetrics metrics;
    metrics.all = ErrorFigures::fromJson(json);
    const QJsonArray steps = json[QLatin1String("horizons")].toArray();
    for (const QJsonValue &step : steps)
        metrics.horizons.push_back(ErrorFigures::fromJson(step.toObject()));
    const QJsonArray limits = json[QLatin1String("events")].toArray();
    for (const QJsonValue &limit : limits)
        metrics.events.push_back(EventMetrics::fromJson(limit.toObject()));
    return metrics;
}

ForecastMetrics metricsOf(const std::vector<ErrorSums> &horizons)
{
    ForecastMetrics metrics;
    ErrorSums total;
    for (const ErrorSums &sums : horizons) {
        metrics.horizons.push_back(sums.figures());
        total += sums;
    }
    metrics.all = total.figures();
    return metrics;
}

ForecastScore::ForecastScore(const ForecastShape &shape)
    : m_rule(shape)
    , m_sums(static_cast<std::size_t>(shape.horizon))
{
}

void ForecastScore::add(const float *truth, const float *forecast, int siteCount)
{
    for (ErrorSums &sums : m_sums) {
        ErrorSums row;
        for (int site = 0; site < siteCount; ++site, ++truth, forecast += m_rule.levelCount()) {
            if (const std::optional<ErrorSums> one = m_rule.compare(*truth, forecast))
                row += *one;
        }
        sums += row;
    }
}

ForecastMetrics ForecastScore::metrics() const
{
    return metricsOf(m_sums);
}

Result<> forecastInPieces(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, const TaskContext &context, int stride,
    const std::function<Result<>(const ForecastPiece &)> &take)
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
        BV_TRY_VOID(take({lastSteps, values}));
    }
    context.progress(windows.count, windows.count, {});
    return {};
}

Result<ForecastMetrics> evaluateForecaster(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, const TaskContext &context, int stride)
{
    ForecastScore score(model.spec().shape);
    const auto take = [&](const ForecastPiece &piece) -> Result<> {
        const std::size_t windowSize = piece.values.size() / piece.lastSteps.size();
        for (std::size_t i = 0; i < piece.lastSteps.size(); ++i)
            score.add(history.row(piece.lastSteps[i] + 1), piece.values.data() + i * windowSize,
                history.siteCount());
        return {};
    };
    BV_TRY_VOID(forecastInPieces(model, history, windows, context, stride, take));
    return score.metrics();
}

Result<std::vector<EventMetrics>> evaluateEvents(const Forecaster &model,
    const ChannelHistory &history, WindowRange validation, WindowRange test,
    const std::vector<double> &limits, const TaskContext &context)
{
    std::vector<EventMetrics> events;
    if (limits.empty())
        return events;
    BV_TRY(const auto known, eventScores(model, history, validation, limits, context));
    BV_TRY(const auto scores, eventScores(model, history, test, limits, context));
    for (std::size_t i = 0; i < scores.size(); ++i)
        events.push_back(scores[i].metrics(known[i].bestAlarms()));
    return events;
}

} // namespace belvedere
