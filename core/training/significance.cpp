// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/significance.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr int kDraws = 2000;
constexpr double kTail = 0.025; // of the 95 % interval

/// JSON knows no NaN: it is null there.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

/// Sums of everything before a window, so that a block of any place and length costs the same.
std::vector<PairedErrors> runningSums(const std::vector<PairedErrors> &windows)
{
    std::vector<PairedErrors> sums(1);
    for (const PairedErrors &window : windows) {
        const PairedErrors &last = sums.back();
        sums.push_back(
            {last.sum + window.sum, last.rivalSum + window.rivalSum, last.count + window.count});
    }
    return sums;
}

/// Differences of MAE as other days would have made them.
std::vector<double> drawDifferences(
    const std::vector<PairedErrors> &sums, std::size_t block, std::uint64_t seed)
{
    const std::size_t total = sums.size() - 1;
    Random random(seed);
    std::vector<double> differences;
    for (int draw = 0; draw < kDraws; ++draw) {
        double difference = 0.0;
        qint64 count = 0;
        for (std::size_t done = 0; done < total; done += block) {
            const auto begin = static_cast<std::size_t>(random.below(total - block + 1));
            const std::size_t end = begin + std::min(block, total - done);
            difference +=
                (sums[end].sum - sums[begin].sum) - (sums[end].rivalSum - sums[begin].rivalSum);
            count += sums[end].count - sums[begin].count;
        }
        if (count > 0)
            differences.push_back(difference / static_cast<double>(count));
    }
    return differences;
}

} // namespace

QJsonObject Significance::toJson() const
{
    return {{QStringLiteral("rival"), rival}, {QStringLiteral("mae"), number(mae)},
        {QStringLiteral("rivalMae"), number(rivalMae)},
        {QStringLiteral("difference"), number(difference)},
        {QStringLiteral("lower"), number(lower)}, {QStringLiteral("upper"), number(upper)},
        {QStringLiteral("pValue"), number(pValue)}, {QStringLiteral("days"), number(days)},
        {QStringLiteral("observed"), observed}};
}

Significance Significance::fromJson(const QJsonObject &json)
{
    const auto read = [&json](const char *key) {
        return json[QLatin1String(key)].toDouble(std::nan(""));
    };
    Significance result;
    result.rival = json[QLatin1String("rival")].toString();
    result.mae = read("mae");
    result.rivalMae = read("rivalMae");
    result.difference = read("difference");
    result.lower = read("lower");
    result.upper = read("upper");
    result.pValue = read("pValue");
    result.days = read("days");
    result.observed = json[QLatin1String("observed")].toInteger();
    return result;
}

Result<Significance> blockBootstrap(
    const std::vector<PairedErrors> &windows, int windowsPerDay, std::uint64_t seed)
{
    const auto block = static_cast<std::size_t>(std::max(1, windowsPerDay));
    if (windows.size() < 2 * block)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Two models can be compared from two days of common test windows on; there are "
                "%1 of %2 windows. Bring in more data or widen the test part."),
            {QString::number(windows.size()), QString::number(2 * block)});
    const std::vector<PairedErrors> sums = runningSums(windows);
    const PairedErrors &all = sums.back();
    if (all.count == 0)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP(
                "Error", "The two models have no forecast in common whose truth was observed."));
    const auto count = static_cast<double>(all.count);
    Significance result;
    result.mae = all.sum / count;
    result.rivalMae = all.rivalSum / count;
    result.difference = (all.sum - all.rivalSum) / count;
    result.days = static_cast<double>(windows.size()) / static_cast<double>(block);
    result.observed = all.count;

    std::vector<double> draws = drawDifferences(sums, block, seed);
    double mean = 0.0;
    for (const double draw : draws)
        mean += draw / static_cast<double>(draws.size());
    const double widening = std::sqrt(result.days / (result.days - 1.0));
    std::size_t farther = 0;
    for (double &draw : draws) {
        draw = (draw - mean) * widening;
        if (std::abs(draw) >= std::abs(result.difference))
            ++farther;
    }
    std::sort(draws.begin(), draws.end());
    const auto last = static_cast<double>(draws.size() - 1);
    // Both ends are turned about the estimate: a skewed bootstrap errs to the other side.
    result.lower =
        result.difference - draws[static_cast<std::size_t>(std::lround((1.0 - kTail) * last))];
    result.upper = result.difference - draws[static_cast<std::size_t>(std::lround(kTail * last))];
    // One more than drawn, so that no finite sample says "impossible".
    result.pValue = static_cast<double>(farther + 1) / static_cast<double>(draws.size() + 1);
    return result;
}

RivalComparison::RivalComparison(
    const Forecaster &model, const Forecaster &rival, const ChannelHistory &history)
    : m_model(&model)
    , m_rival(&rival)
    , m_history(&history)
{
}

Result<RivalComparison> RivalComparison::create(
    const Forecaster &model, const Forecaster &rival, const ChannelHistory &history)
{
    const ModelSpec &a = model.spec();
    const ModelSpec &b = rival.spec();
    if (a.siteCodes != b.siteCodes || a.shape.stepMs != b.shape.stepMs)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The two models do not forecast the same sites in the same steps of time, so "
                "their errors cannot be compared."));
    return RivalComparison(model, rival, history);
}

Result<> RivalComparison::take(const ForecastPiece &piece, const TaskContext &context)
{
    TaskContext inner = context;
    inner.progress = [](qint64, qint64, const QString &) {};
    BV_TRY(const std::vector<float> values,
        m_rival->forecastWindows(*m_history, piece.lastSteps, inner));
    const auto sites = static_cast<std::size_t>(m_history->siteCount());
    const ForecastShape &shape = m_model->spec().shape;
    const ForecastShape &other = m_rival->spec().shape;
    const auto median = static_cast<std::size_t>(shape.medianIndex());
    const auto otherMedian = static_cast<std::size_t>(other.medianIndex());
    const auto steps = static_cast<std::size_t>(std::min(shape.horizon, other.horizon));
    for (std::size_t w = 0; w < piece.lastSteps.size(); ++w) {
        const float *truth = m_history->row(piece.lastSteps[w] + 1);
        const float *own = piece.values.data()
            + w * static_cast<std::size_t>(shape.horizon) * sites * shape.quantiles.size() + median;
        const float *rivals = values.data()
            + w * static_cast<std::size_t>(other.horizon) * sites * other.quantiles.size()
            + otherMedian;
        PairedErrors errors;
        for (std::size_t i = 0; i < steps * sites; ++i) {
            const float miss = truth[i] - own[i * shape.quantiles.size()];
            const float rivalMiss = truth[i] - rivals[i * other.quantiles.size()];
            if (std::isnan(miss) || std::isnan(rivalMiss))
                continue;
            errors.sum += static_cast<double>(std::abs(miss));
            errors.rivalSum += static_cast<double>(std::abs(rivalMiss));
            ++errors.count;
        }
        m_windows.push_back(errors);
    }
    return {};
}

Result<Significance> RivalComparison::result() const
{
    const double perDay =
        static_cast<double>(kMsPerDay) / static_cast<double>(m_model->spec().shape.stepMs);
    return blockBootstrap(m_windows, static_cast<int>(std::lround(std::max(1.0, perDay))));
}

Result<Significance> compareForecasters(const Forecaster &model, const Forecaster &rival,
    const ChannelHistory &history, WindowRange windows, const TaskContext &context)
{
    BV_TRY(RivalComparison comparison, RivalComparison::create(model, rival, history));
    BV_TRY_VOID(forecastInPieces(model, history, windows, context, 1,
        [&](const ForecastPiece &piece) { return comparison.take(piece, context); }));
    return comparison.result();
}

} // namespace belvedere
