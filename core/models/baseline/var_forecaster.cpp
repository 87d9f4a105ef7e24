// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/var_forecaster.h"

#include "models/baseline/site_offsets.h"
#include "models/baseline/window_sample.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr int kMostResidualWindows = 2000;
constexpr int kMostSelectionWindows = 500;
constexpr double kJudgedShare = 0.2; // of the training windows, the last, to choose the penalty
constexpr std::initializer_list<double> kPenalties = {
    1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0, 10.0};
constexpr double kMostCoefficients = 5e7; // 200 MB
constexpr std::size_t kForecastPiece = 32; // windows that are multiplied at once

/// Missing deviations become 0: as usual.
std::vector<float> zeroFilled(std::vector<float> values)
{
    std::replace_if(
        values.begin(), values.end(), [](float v) { return std::isnan(v); }, 0.0F);
    return values;
}

} // namespace

const std::vector<OptionSpec> &VarForecaster::optionTable()
{
    static const std::vector<OptionSpec> table = {
        {QStringLiteral("lags"), QT_TRANSLATE_NOOP("Model", "Lags"),
            QT_TRANSLATE_NOOP(
                "Model", "Steps of all sites that go in, the last ones of the window."),
            3.0, 1.0, 48.0, true},
        penaltyOption(),
    };
    return table;
}

VarForecaster::VarForecaster(ModelSpec spec)
    : LinearForecaster(std::move(spec))
{
}

int VarForecaster::lags() const
{
    return std::min(spec().options.value(QLatin1String("lags")).toInt(), spec().shape.history);
}

std::size_t VarForecaster::depth() const
{
    return static_cast<std::size_t>(lags()) * siteCount();
}

std::vector<std::int64_t> VarForecaster::coefficientShape() const
{
    return {spec().shape.horizon, std::int64_t(depth()), std::int64_t(siteCount())};
}

Result<> VarForecaster::prepare(const ChannelHistory &history, StepRange steps)
{
    const double coefficients = double(depth()) * double(siteCount()) * spec().shape.horizon;
    if (coefficients > kMostCoefficients)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A vector autoregression of %1 sites would have %2 million coefficients; there is "
                "room for %3 million. Choose fewer sites, lags or steps ahead, or \"ridge\"."),
            {QString::number(siteCount()), QString::number(coefficients / 1e6, 'f', 0),
                QString::number(kMostCoefficients / 1e6, 'f', 0)});
    return LinearForecaster::prepare(history, steps);
}

Result<VarEquations> VarForecaster::equationsOf(
    const Sample &sample, int end, const TaskContext &context) const
{
    BV_TRY(LaggedProducts products,
        LaggedProducts::fromRows(
            sample.rows, siteCount(), firstRow(), end, lags() + spec().shape.horizon, context));
    return VarEquations(sample.rows, siteCount(), std::move(products), end - firstRow(), lags());
}

Result<std::vector<float>> VarForecaster::coefficients(const VarEquations &equations,
    const Sample &sample, int end, int ahead, const TaskContext &context) const
{
    return equations.coefficients(ahead,
        observedShares(sample.deviations, siteCount(), firstRow(), end, lags(), ahead), context);
}

VarForecaster::Probe VarForecaster::probeOf(
    const Sample &sample, int first, int end, int most) const
{
    Probe probe;
    for (const int window : sampledWindows(end - first, most, seed())) {
        const int last = first + window;
        probe.lastSteps.push_back(last);
        for (int lag = 0; lag < lags(); ++lag) {
            const float *row =
                sample.rows.data() + static_cast<std::size_t>(last - lag) * siteCount();
            probe.inputs.insert(probe.inputs.end(), row, row + siteCount());
        }
    }
    return probe;
}

Result<double> VarForecaster::squaredError(VarEquations &equations, const Sample &sample,
    double lambda, int cut, const TaskContext &context) const
{
    BV_TRY_VOID(equations.factor(lambda, context));
    const Probe probe = probeOf(sample, cut, endRow(), kMostSelectionWindows);
    const int horizon = spec().shape.horizon;
    double error = 0.0;
    // Three of the steps ahead tell as much as all of them.
    for (const int ahead : {1, (1 + horizon) / 2, horizon}) {
        BV_TRY(const auto map, coefficients(equations, sample, cut, ahead, context));
        const auto forecasts = product(probe.inputs, map, depth(), siteCount());
        for (std::size_t i = 0; i < forecasts.size(); ++i) {
            const auto step = static_cast<std::size_t>(probe.lastSteps[i / siteCount()] + ahead);
            const float residual =
                sample.deviations[step * siteCount() + i % siteCount()] - forecasts[i];
            error += std::isnan(residual) ? 0.0 : double(residual) * double(residual);
        }
    }
    return error;
}

Result<double> VarForecaster::fitOffsets(const VarEquations &equations, const Sample &sample,
    const UsualDeviations &usual, int cut, const TaskContext &context)
{
    const Probe probe = probeOf(sample, cut, endRow(), kMostResidualWindows);
    SiteOffsets offsets(spec().shape, siteCount());
    for (int ahead = 1; ahead <= spec().shape.horizon; ++ahead) {
        BV_TRY(const auto map, coefficients(equations, sample, cut, ahead, context));
        const auto forecasts = product(probe.inputs, map, depth(), siteCount());
        for (std::size_t site = 0; site < siteCount(); ++site) {
            std::vector<float> residuals;
            for (std::size_t i = 0; i < probe.lastSteps.size(); ++i) {
                const auto step = static_cast<std::size_t>(probe.lastSteps[i] + ahead);
                const float residual = sample.deviations[step * siteCount() + site]
                    - forecasts[i * siteCount() + site];
                if (!std::isnan(residual))
                    residuals.push_back(residual);
            }
            offsets.set(ahead - 1, site, std::move(residuals), usual.spread(site));
        }
    }
    m_offsets = offsets.take();
    return offsets.meanLoss();
}

Result<double> VarForecaster::rehearse(const TaskContext &context)
{
    const ChannelHistory &history = *data().history;
    const auto earlier = std::max(1, static_cast<int>(data().train.count * (1 - kJudgedShare)));
    const int cut = firstRow() + earlier;
    const StepRange known{steps().begin, steps().begin + cut + spec().shape.horizon};
    const UsualDeviations usual = UsualDeviations::fromSteps(history, known);
    Sample sample{usual.leavingOut(history, known), {}};
    sample.deviations.resize(
        static_cast<std::size_t>(steps().end - steps().begin) * siteCount(), kMissing);
    for (int step = known.end; step < steps().end; ++step)
        usual.write(history, step,
            sample.deviations.data()
                + static_cast<std::size_t>(step - steps().begin) * siteCount());
    sample.rows = zeroFilled(sample.deviations);
    BV_TRY(VarEquations equations, equationsOf(sample, cut, context));
    BV_TRY(const double lambda, choosePenalty(kPenalties, [&](double penalty) {
        return squaredError(equations, sample, penalty, cut, context);
    }));
    m_lambda = static_cast<float>(lambda);
    BV_TRY_VOID(equations.factor(double(m_lambda), context));
    return fitOffsets(equations, sample, usual, cut, context);
}

Result<double> VarForecaster::fit(const TaskContext &context)
{
    BV_TRY(const double loss, rehearse(context));
    context.progress(1, 2, {});
    Sample sample{m_usual.leavingOut(*data().history, steps()), {}};
    sample.rows = zeroFilled(sample.deviations);
    BV_TRY(VarEquations equations, equationsOf(sample, endRow(), context));
    BV_TRY_VOID(equations.factor(double(m_lambda), context));
    m_coefficients.clear();
    for (int ahead = 1; ahead <= spec().shape.horizon; ++ahead) {
        BV_TRY(const auto map, coefficients(equations, sample, endRow(), ahead, context));
        m_coefficients.insert(m_coefficients.end(), map.begin(), map.end());
    }
    context.progress(2, 2, {});
    return loss;
}

Result<std::vector<float>> VarForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(spec(), history, lastSteps));
    BV_TRY_VOID(checkTrained());
    const auto horizon = static_cast<std::size_t>(spec().shape.horizon);
    const std::size_t mapSize = depth() * siteCount();
    std::vector<float> values(lastSteps.size() * m_offsets.size());
    for (std::size_t first = 0; first < lastSteps.size(); first += kForecastPiece) {
        const std::size_t count = std::min(kForecastPiece, lastSteps.size() - first);
        std::vector<float> inputs(count * depth());
        for (std::size_t i = 0; i < count * static_cast<std::size_t>(lags()); ++i) {
            const auto lag = static_cast<int>(i % static_cast<std::size_t>(lags()));
            m_usual.write(history, lastSteps[first + i / static_cast<std::size_t>(lags())] - lag,
                inputs.data() + i * siteCount());
        }
        inputs = zeroFilled(std::move(inputs));
        for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
            if (context.cancelled())
                return cancelledFailure();
            const std::vector<float> coefficients(
                m_coefficients.begin() + static_cast<std::ptrdiff_t>(ahead * mapSize),
                m_coefficients.begin() + static_cast<std::ptrdiff_t>((ahead + 1) * mapSize));
            const auto deviations = product(inputs, coefficients, depth(), siteCount());
            for (std::size_t i = 0; i < deviations.size(); ++i) {
                const std::size_t window = first + i / siteCount();
                const std::size_t site = i % siteCount();
                const float *usual = m_usual.usual(
                    history.minuteOfWeekAt(lastSteps[window] + static_cast<int>(ahead) + 1));
                const float median = usual[site] + deviations[i] * m_usual.spread(site);
                const std::size_t place = (ahead * siteCount() + site) * levelCount();
                writeQuantiles(
                    ahead, site, median, values.data() + window * m_offsets.size() + place);
            }
        }
    }
    return values;
}

Result<std::unique_ptr<VarForecaster>> VarForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<VarForecaster>(state.spec);
    BV_TRY_VOID(model->takeState(state));
    return model;
}

} // namespace belvedere
