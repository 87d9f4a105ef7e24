// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/event_scores.h"

#include "models/exceedance.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kEvenOdds = 0.5;

double ratio(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : kNan;
}

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

} // namespace

double EventCounts::csi() const
{
    return ratio(hits, hits + misses + falseAlarms);
}

double EventCounts::pod() const
{
    return ratio(hits, hits + misses);
}

double EventCounts::far() const
{
    return ratio(falseAlarms, hits + falseAlarms);
}

double EventCounts::bias() const
{
    return ratio(hits + falseAlarms, hits + misses);
}

QJsonObject EventFigures::toJson() const
{
    return {{QStringLiteral("hits"), counts.hits}, {QStringLiteral("misses"), counts.misses},
        {QStringLiteral("falseAlarms"), counts.falseAlarms},
        {QStringLiteral("correctNegatives"), counts.correctNegatives},
        {QStringLiteral("csi"), number(counts.csi())},
        {QStringLiteral("pod"), number(counts.pod())},
        {QStringLiteral("far"), number(counts.far())},
        {QStringLiteral("frequencyBias"), number(counts.bias())},
        {QStringLiteral("brier"), number(brier)}};
}

EventFigures EventFigures::fromJson(const QJsonObject &json)
{
    EventFigures figures;
    figures.counts.hits = json[QLatin1String("hits")].toInteger();
    figures.counts.misses = json[QLatin1String("misses")].toInteger();
    figures.counts.falseAlarms = json[QLatin1String("falseAlarms")].toInteger();
    figures.counts.correctNegatives = json[QLatin1String("correctNegatives")].toInteger();
    figures.brier = json[QLatin1String("brier")].toDouble(kNan);
    return figures;
}

QJsonObject EventMetrics::toJson() const
{
    QJsonArray steps;
    for (std::size_t i = 0; i < horizons.size(); ++i) {
        QJsonObject step = horizons[i].toJson();
        step.insert(QStringLiteral("step"), static_cast<int>(i) + 1);
        steps.append(step);
    }
    QJsonObject json = all.toJson();
    json.insert(QStringLiteral("above"), above);
    json.insert(QStringLiteral("alarmAt"), alarmAt);
    json.insert(QStringLiteral("horizons"), steps);
    return json;
}

EventMetrics EventMetrics::fromJson(const QJsonObject &json)
{
    EventMetrics metrics;
    metrics.above = json[QLatin1String("above")].toDouble();
    metrics.alarmAt = json[QLatin1String("alarmAt")].toDouble(kEvenOdds);
    metrics.all = EventFigures::fromJson(json);
    const QJsonArray steps = json[QLatin1String("horizons")].toArray();
    for (const QJsonValue &step : steps)
        metrics.horizons.push_back(EventFigures::fromJson(step.toObject()));
    return metrics;
}

EventScore::EventScore(const ForecastShape &shape, double above)
    : m_levels(shape.quantiles)
    , m_above(above)
    , m_steps(static_cast<std::size_t>(shape.horizon))
{
}

void EventScore::add(const float *truth, const float *forecast, int siteCount)
{
    for (Step &step : m_steps) {
        for (int site = 0; site < siteCount; ++site, ++truth, forecast += m_levels.size()) {
            if (std::isnan(*truth))
                continue;
            const double probability =
                exceedanceProbability(m_levels, {forecast, m_levels.size()}, m_above);
            if (std::isnan(probability))
                continue;
            const bool event = static_cast<double>(*truth) > m_above;
            // What is written as 0.35 must not fall below it by its last bit.
            const auto bin = static_cast<std::size_t>(probability * kBins + 1e-9);
            ++(event ? step.events : step.others)[bin];
            const double miss = probability - (event ? 1.0 : 0.0);
            step.squares += miss * miss;
        }
    }
}

EventFigures EventScore::figuresOf(const Step &step, double alarmAt)
{
    EventFigures figures;
    const int from = static_cast<int>(std::lround(alarmAt * kBins));
    for (int bin = 0; bin <= kBins; ++bin) {
        const auto at = static_cast<std::size_t>(bin);
        (bin >= from ? figures.counts.hits : figures.counts.misses) += step.events[at];
        (bin >= from ? figures.counts.falseAlarms : figures.counts.correctNegatives) +=
            step.others[at];
    }
    const EventCounts &counts = figures.counts;
    const qint64 all = counts.hits + counts.misses + counts.falseAlarms + counts.correctNegatives;
    figures.brier = all > 0 ? step.squares / static_cast<double>(all) : kNan;
    return figures;
}

EventScore::Step EventScore::total() const
{
    Step total;
    for (const Step &step : m_steps) {
        for (std::size_t bin = 0; bin <= kBins; ++bin) {
            total.events[bin] += step.events[bin];
            total.others[bin] += step.others[bin];
        }
        total.squares += step.squares;
    }
    return total;
}

double EventScore::bestAlarm() const
{
    const Step all = total();
    double best = kEvenOdds;
    double highest = figuresOf(all, kEvenOdds).counts.csi();
    for (int bin = 1; bin <= kBins; ++bin) {
        const double alarmAt = static_cast<double>(bin) / kBins;
        const double csi = figuresOf(all, alarmAt).counts.csi();
        if (csi > highest) {
            highest = csi;
            best = alarmAt;
        }
    }
    return best;
}

EventMetrics EventScore::metrics(double alarmAt) const
{
    EventMetrics metrics;
    metrics.above = m_above;
    metrics.alarmAt = alarmAt;
    metrics.all = figuresOf(total(), alarmAt);
    for (const Step &step : m_steps)
        metrics.horizons.push_back(figuresOf(step, alarmAt));
    return metrics;
}

} // namespace belvedere
