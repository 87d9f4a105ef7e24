// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/event_scores.h"

#include "models/exceedance.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kEvenOdds = 0.5;
constexpr std::size_t kNear = 4; // steps within a quarter of the distance count as well

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
        step.insert(QStringLiteral("alarmAt"), alarmAt[i]);
        steps.append(step);
    }
    QJsonObject json = all.toJson();
    json.insert(QStringLiteral("above"), above);
    json.insert(QStringLiteral("horizons"), steps);
    return json;
}

EventMetrics EventMetrics::fromJson(const QJsonObject &json)
{
    EventMetrics metrics;
    metrics.above = json[QLatin1String("above")].toDouble();
    metrics.all = EventFigures::fromJson(json);
    const QJsonArray steps = json[QLatin1String("horizons")].toArray();
    for (const QJsonValue &step : steps) {
        metrics.horizons.push_back(EventFigures::fromJson(step.toObject()));
        metrics.alarmAt.push_back(step[QLatin1String("alarmAt")].toDouble(
            json[QLatin1String("alarmAt")].toDouble(kEvenOdds)));
    }
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

EventScore::Step &EventScore::Step::operator+=(const Step &other)
{
    for (std::size_t bin = 0; bin <= kBins; ++bin) {
        events[bin] += other.events[bin];
        others[bin] += other.others[bin];
    }
    squares += other.squares;
    return *this;
}

EventCounts EventScore::Step::counts(int fromBin) const
{
    EventCounts counts;
    for (int bin = 0; bin <= kBins; ++bin) {
        const auto at = static_cast<std::size_t>(bin);
        (bin >= fromBin ? counts.hits : counts.misses) += events[at];
        (bin >= fromBin ? counts.falseAlarms : counts.correctNegatives) += others[at];
    }
    return counts;
}

/// NaN without events.
double EventScore::highestCsi(const Step &step)
{
    if (step.counts(0).hits == 0)
        return kNan;
    double highest = 0.0;
    for (int bin = 1; bin <= kBins; ++bin)
        highest = std::max(highest, step.counts(bin).csi());
    return highest;
}

std::vector<double> EventScore::bestAlarms() const
{
    std::vector<double> alarms;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const std::size_t near = (i + 1) / kNear;
        Step sum;
        for (std::size_t k = i - near; k <= std::min(m_steps.size() - 1, i + near); ++k)
            sum += m_steps[k];
        const double csi = highestCsi(sum);
        alarms.push_back(
            std::isnan(csi) ? kEvenOdds : std::round(csi / (1.0 + csi) * kBins) / kBins);
    }
    return alarms;
}

EventMetrics EventScore::metrics(const std::vector<double> &alarmAt) const
{
    EventMetrics metrics;
    metrics.above = m_above;
    metrics.alarmAt = alarmAt;
    EventCounts &all = metrics.all.counts;
    double squares = 0.0;
    const auto brier = [](double sum, const EventCounts &counts) {
        const qint64 count =
            counts.hits + counts.misses + counts.falseAlarms + counts.correctNegatives;
        return count > 0 ? sum / static_cast<double>(count) : kNan;
    };
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const EventCounts counts =
            m_steps[i].counts(static_cast<int>(std::lround(alarmAt[i] * kBins)));
        metrics.horizons.push_back({counts, brier(m_steps[i].squares, counts)});
        all.hits += counts.hits;
        all.misses += counts.misses;
        all.falseAlarms += counts.falseAlarms;
        all.correctNegatives += counts.correctNegatives;
        squares += m_steps[i].squares;
    }
    metrics.all.brier = brier(squares, all);
    return metrics;
}

} // namespace belvedere
