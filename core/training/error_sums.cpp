// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/error_sums.h"

#include "models/quantile_mean.h"

#include <cmath>

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
double pinball(double level, double miss)
{
    return miss >= 0.0 ? level * miss : (level - 1.0) * miss;
}

/// Twice the trapezia over the levels, where the loss is 0 at the levels 0 and 1.
std::vector<double> crpsWeights(const std::vector<double> &levels)
{
    std::vector<double> weights;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double before = i == 0 ? 0.0 : levels[i - 1];
        const double after = i + 1 == levels.size() ? 1.0 : levels[i + 1];
        weights.push_back(after - before);
    }
    return weights;
}

constexpr ErrorFigureName kFigures[] = {{"mae", &ErrorFigures::mae}, {"rmse", &ErrorFigures::rmse},
    {"mape", &ErrorFigures::mape}, {"wape", &ErrorFigures::wape},
    {"coverage", &ErrorFigures::coverage}, {"pinball", &ErrorFigures::pinball},
    {"crps", &ErrorFigures::crps}, {"width", &ErrorFigures::width}, {"bias", &ErrorFigures::bias}};

} // namespace

std::span<const ErrorFigureName> errorFigureNames()
{
    return kFigures;
}

QJsonObject ErrorFigures::toJson() const
{
    QJsonObject json{{QStringLiteral("observed"), observed}};
    for (const ErrorFigureName &figure : kFigures)
        json.insert(QLatin1String(figure.name), number(this->*figure.value));
    return json;
}

ErrorFigures ErrorFigures::fromJson(const QJsonObject &json)
{
    ErrorFigures figures;
    for (const ErrorFigureName &figure : kFigures)
        figures.*figure.value = json[QLatin1String(figure.name)].toDouble(kNan);
    figures.observed = json[QLatin1String("observed")].toInteger();
    return figures;
}

ErrorSums &ErrorSums::operator+=(const ErrorSums &other)
{
    absolute += other.absolute;
    squared += other.squared;
    relative += other.relative;
    truth += other.truth;
    pinball += other.pinball;
    crps += other.crps;
    width += other.width;
    bias += other.bias;
    inside += other.inside;
    count += other.count;
    relativeCount += other.relativeCount;
    return *this;
}

ErrorFigures ErrorSums::figures() const
{
    const auto n = static_cast<double>(count);
    ErrorFigures figures;
    figures.mae = ratio(absolute, n);
    figures.rmse = std::sqrt(ratio(squared, n));
    figures.mape = 100.0 * ratio(relative, static_cast<double>(relativeCount));
    figures.wape = 100.0 * ratio(absolute, truth);
    figures.coverage = ratio(static_cast<double>(inside), n);
    figures.pinball = ratio(pinball, n);
    figures.crps = ratio(crps, n);
    figures.width = ratio(width, n);
    figures.bias = ratio(bias, n);
    figures.observed = count;
    return figures;
}

QuantileScore::QuantileScore(const ForecastShape &shape)
    : m_levels(shape.quantiles)
    , m_meanWeights(quantileMeanWeights(shape.quantiles))
    , m_crpsWeights(crpsWeights(shape.quantiles))
    , m_median(static_cast<std::size_t>(shape.medianIndex()))
    , m_lower(static_cast<std::size_t>(shape.lowerIndex()))
    , m_upper(static_cast<std::size_t>(shape.upperIndex()))
{
}

std::optional<ErrorSums> QuantileScore::compare(float truth, const float *forecast) const
{
    const auto y = static_cast<double>(truth);
    ErrorSums sums;
    double mean = 0.0;
    for (std::size_t q = 0; q < m_levels.size(); ++q) {
        const auto value = static_cast<double>(forecast[q]);
        const double loss = belvedere::pinball(m_levels[q], y - value);
        sums.pinball += loss;
        sums.crps += m_crpsWeights[q] * loss;
        mean += m_meanWeights[q] * value;
    }
    if (std::isnan(sums.pinball)) // no truth, or no answer
        return {};
    sums.pinball /= static_cast<double>(m_levels.size());
    sums.absolute = std::abs(y - static_cast<double>(forecast[m_median]));
    sums.bias = mean - y;
    sums.squared = sums.bias * sums.bias;
    sums.truth = std::abs(y);
    sums.width = static_cast<double>(forecast[m_upper]) - static_cast<double>(forecast[m_lower]);
    sums.inside = truth >= forecast[m_lower] && truth <= forecast[m_upper] ? 1 : 0;
    sums.count = 1;
    if (y != 0.0) {
        sums.relative = sums.absolute / std::abs(y);
        sums.relativeCount = 1;
    }
    return sums;
}

} // namespace belvedere
