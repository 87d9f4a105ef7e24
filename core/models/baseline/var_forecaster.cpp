// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/var_forecaster.h"

#include "models/baseline/site_offsets.h"
#include "models/baseline/window_sample.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace belvedere {

namespace {

constexpr int kMostResidualWindows = 2000;
constexpr int kMostSelectionWindows = 500;
constexpr double kJudgedShare = 0.2; // of the training windows, the last, to choose the penalty
constexpr std::array kPenalties = {1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0, 3.0, 10.0};
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
        {QStringLiteral("lambda"), QT_TRANSLATE_NOOP("Model", "Penalty"),
            QT_TRANSLATE_NOOP("Model",
                "How strongly coefficients are drawn towards zero; 0 chooses it on the last fifth "
                "of the training windows."),
            0.0, 0.0, 1000.0},
    };
    return table;
}

VarForecaster::VarForecaster(ModelSpec spec)
    : m_spec(std::move(spec))
{
}

int VarForecaster::lags() const
{
    return std::min(m_spec.options.value(QLatin1String("lags")).toInt(), m_spec.shape.history);
}

std::size_t VarForecaster::depth() const
{
    return static_cast<std::size_t>(lags()) * siteCount();
}

Result<> VarForecaster::begin(const TrainingData &data, std::uint64_t seed, int)
{
    BV_TRY(const StepRange steps, trainingSteps(m_spec, data));
    const double coefficients = double(depth()) * double(siteCount()) * m_spec.shape.horizon;
    if (coefficients > kMostCoefficients)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A vector autoregression of %1 sites would have %2 million coefficients; there is "
                "room for %3 million. Choose fewer sites, lags or steps ahead, or \"ridge\"."),
            {QString::number(siteCount()), QString::number(coefficients / 1e6, 'f', 0),
                QString::number(kMostCoefficients / 1e6, 'f', 0)});
    m_usual = UsualDeviations::fromSteps(*data.history, steps);
    m_nonNegative = isNonNegative(*data.history, steps);
    m_data = data;
    m_seed = seed;
    m_epoch = 0;
    return {};
}

Result<VarEquations> VarForecaster::equationsOf(
    const Sample &sample, int end, const TaskContext &context) const
{
    BV_TRY(LaggedProducts products,
        LaggedProducts::fromRows(
            sample.rows, siteCount(), firstRow(), end, lags() + m_spec.shape.horizon, context));
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
    for (const int window : sampledWindows(end - first, most, m_seed)) {
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
    const int horizon = m_spec.shape.horizon;
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

Result<> VarForecaster::chooseLambda(
    VarEquations &equations, const Sample &sample, int cut, const TaskContext &context)
{
    double lambda = m_spec.options.value(QLatin1String("lambda")).toDouble();
    if (lambda == 0.0) {
        double best = std::numeric_limits<double>::infinity();
        for (const double penalty : kPenalties) {
            BV_TRY(const double error, squaredError(equations, sample, penalty, cut, context));
            if (error < best) {
                best = error;
                lambda = penalty;
            }
        }
    }
    m_lambda = static_cast<float>(lambda);
    return {};
}

Result<double> VarForecaster::fitOffsets(const VarEquations &equations, const Sample &sample,
    const UsualDeviations &usual, int cut, const TaskContext &context)
{
    const Probe probe = probeOf(sample, cut, endRow(), kMostResidualWindows);
    SiteOffsets offsets(m_spec.shape, siteCount());
    for (int ahead = 1; ahead <= m_spec.shape.horizon; ++ahead) {
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
    const ChannelHistory &history = *m_data.history;
    BV_TRY(const StepRange steps, trainingSteps(m_spec, m_data));
    const auto earlier = std::max(1, static_cast<int>(m_data.train.count * (1 - kJudgedShare)));
    const int cut = firstRow() + earlier;
    const StepRange known{steps.begin, steps.begin + cut + m_spec.shape.horizon};
    const UsualDeviations usual = UsualDeviations::fromSteps(history, known);
    Sample sample{usual.leavingOut(history, known), {}};
    sample.deviations.resize(
        static_cast<std::size_t>(steps.end - steps.begin) * siteCount(), kMissing);
    for (int step = known.end; step < steps.end; ++step)
        usual.write(history, step,
            sample.deviations.data() + static_cast<std::size_t>(step - steps.begin) * siteCount());
    sample.rows = zeroFilled(sample.deviations);
    BV_TRY(VarEquations equations, equationsOf(sample, cut, context));
    BV_TRY_VOID(chooseLambda(equations, sample, cut, context));
    BV_TRY_VOID(equations.factor(double(m_lambda), context));
    return fitOffsets(equations, sample, usual, cut, context);
}

Result<EpochReport> VarForecaster::fitEpoch(const TaskContext &context)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_data.history)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
    EpochReport report;
    BV_TRY(report.trainLoss, rehearse(context));
    context.progress(1, 2, {});
    BV_TRY(const StepRange steps, trainingSteps(m_spec, m_data));
    Sample sample{m_usual.leavingOut(*m_data.history, steps), {}};
    sample.rows = zeroFilled(sample.deviations);
    BV_TRY(VarEquations equations, equationsOf(sample, endRow(), context));
    BV_TRY_VOID(equations.factor(double(m_lambda), context));
    m_coefficients.clear();
    for (int ahead = 1; ahead <= m_spec.shape.horizon; ++ahead) {
        BV_TRY(const auto map, coefficients(equations, sample, endRow(), ahead, context));
        m_coefficients.insert(m_coefficients.end(), map.begin(), map.end());
    }
    context.progress(2, 2, {});
    report.epoch = ++m_epoch;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

Result<std::vector<float>> VarForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(m_spec, history, lastSteps));
    if (m_coefficients.empty())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
    const auto horizon = static_cast<std::size_t>(m_spec.shape.horizon);
    const std::size_t levels = m_spec.shape.quantiles.size();
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
                const std::size_t place = (ahead * siteCount() + site) * levels;
                for (std::size_t q = 0; q < levels; ++q) {
                    const float value = median + m_offsets[place + q];
                    // Comparing this way round keeps NaN.
                    values[window * m_offsets.size() + place + q] =
                        m_nonNegative && value < 0.0F ? 0.0F : value;
                }
            }
        }
    }
    return values;
}

ModelState VarForecaster::state() const
{
    const auto sites = std::int64_t(siteCount());
    const auto levels = std::int64_t(m_spec.shape.quantiles.size());
    const std::int64_t horizon = m_spec.shape.horizon;
    ModelState state;
    state.spec = m_spec;
    state.tensors =
        m_usual.siteCount() > 0 ? m_usual.tensors() : UsualDeviations::emptyTensors(m_spec);
    state.tensors.push_back(
        {QStringLiteral("coefficients"), {horizon, std::int64_t(depth()), sites}, m_coefficients});
    state.tensors.push_back({QStringLiteral("offsets"), {horizon, sites, levels}, m_offsets});
    state.tensors.push_back({QStringLiteral("lambda"), {1}, {m_lambda}});
    state.tensors.push_back({QStringLiteral("non_negative"), {1}, {m_nonNegative ? 1.0F : 0.0F}});
    return state;
}

Result<std::unique_ptr<VarForecaster>> VarForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<VarForecaster>(state.spec);
    const ModelState wanted = model->state(); // shapes; nothing is learned yet
    BV_TRY_VOID(checkTensors(state, wanted.tensors));
    BV_TRY(model->m_usual, UsualDeviations::fromTensors(state));
    const auto valuesOf = [&](const char *name) -> const std::vector<float> & {
        return std::find_if(state.tensors.begin(), state.tensors.end(), [&](const NamedTensor &t) {
            return t.name == QLatin1String(name);
        })->values;
    };
    model->m_coefficients = valuesOf("coefficients");
    model->m_offsets = valuesOf("offsets");
    model->m_lambda = valuesOf("lambda")[0];
    model->m_nonNegative = valuesOf("non_negative")[0] != 0.0F;
    return model;
}

} // namespace belvedere
