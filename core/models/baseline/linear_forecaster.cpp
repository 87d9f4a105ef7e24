// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/linear_forecaster.h"

#include "models/tensor_lookup.h"

#include <limits>
#include <numeric>

namespace belvedere {

namespace {

std::size_t sizeOf(const std::vector<std::int64_t> &shape)
{
    return static_cast<std::size_t>(
        std::accumulate(shape.begin(), shape.end(), std::int64_t(1), std::multiplies<>()));
}

} // namespace

OptionSpec LinearForecaster::penaltyOption()
{
    return {QStringLiteral("lambda"), QT_TRANSLATE_NOOP("Model", "Penalty"),
        QT_TRANSLATE_NOOP("Model",
            "How strongly coefficients are drawn towards zero; 0 chooses it on the last fifth "
            "of the training windows."),
        0.0, 0.0, 1000.0};
}

Result<double> LinearForecaster::choosePenalty(std::initializer_list<double> penalties,
    const std::function<Result<double>(double penalty)> &errorOf) const
{
    double chosen = spec().options.value(QLatin1String("lambda")).toDouble();
    if (chosen != 0.0)
        return chosen;
    double least = std::numeric_limits<double>::infinity();
    for (const double penalty : penalties) {
        BV_TRY(const double error, errorOf(penalty));
        if (error < least) {
            least = error;
            chosen = penalty;
        }
    }
    return chosen;
}

Result<> LinearForecaster::prepare(const ChannelHistory &history, StepRange steps)
{
    m_usual = UsualDeviations::fromSteps(history, steps);
    return {};
}

Result<> LinearForecaster::checkTrained() const
{
    if (m_coefficients.empty())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
    return {};
}

void LinearForecaster::writeQuantiles(
    std::size_t ahead, std::size_t site, float median, float *out) const
{
    const float *offsets = m_offsets.data() + (ahead * siteCount() + site) * levelCount();
    for (std::size_t q = 0; q < levelCount(); ++q)
        out[q] = possible(median + offsets[q]);
}

std::vector<std::int64_t> LinearForecaster::offsetShape() const
{
    return {spec().shape.horizon, std::int64_t(siteCount()), std::int64_t(levelCount())};
}

std::vector<NamedTensor> LinearForecaster::tensors(
    std::vector<float> coefficients, std::vector<float> offsets) const
{
    auto tensors =
        m_usual.siteCount() > 0 ? m_usual.tensors() : UsualDeviations::emptyTensors(spec());
    for (NamedTensor &t : ownTensors())
        tensors.push_back(std::move(t));
    tensors.push_back(
        {QStringLiteral("coefficients"), coefficientShape(), std::move(coefficients)});
    tensors.push_back({QStringLiteral("offsets"), offsetShape(), std::move(offsets)});
    tensors.push_back({QStringLiteral("lambda"), {1}, {m_lambda}});
    tensors.push_back(floorTensor());
    return tensors;
}

ModelState LinearForecaster::state() const
{
    std::vector<float> coefficients = m_coefficients;
    coefficients.resize(sizeOf(coefficientShape()));
    std::vector<float> offsets = m_offsets;
    offsets.resize(sizeOf(offsetShape()));
    return {spec(), tensors(std::move(coefficients), std::move(offsets))};
}

Result<> LinearForecaster::takeState(const ModelState &state)
{
    BV_TRY_VOID(checkTensors(state, tensors({}, {}))); // names and shapes
    BV_TRY(m_usual, UsualDeviations::fromTensors(state));
    m_coefficients = tensorValues(state, QStringLiteral("coefficients"));
    m_offsets = tensorValues(state, QStringLiteral("offsets"));
    m_lambda = tensorValues(state, QStringLiteral("lambda"))[0];
    takeFloor(state);
    return {};
}

} // namespace belvedere
