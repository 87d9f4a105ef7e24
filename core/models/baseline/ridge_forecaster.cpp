// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/ridge_forecaster.h"

#include "models/baseline/site_offsets.h"
#include "models/baseline/window_sample.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace belvedere {

namespace {

constexpr int kMostResidualWindows = 2000;
constexpr std::size_t kBlockRows = 2048; // samples of one product, a few milliseconds
// With more multiplications than this, ten seconds or so, windows are thinned out.
constexpr double kMostProducts = 3e10;
constexpr double kSelectionShare = 0.2; // of the training windows, the last, to choose the penalty
constexpr std::array kPenalties = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0};

/// Mean of each row over its known values; 0, as usual, where there is none.
std::vector<float> rowMeans(const std::vector<float> &values, std::size_t width)
{
    std::vector<float> means;
    for (auto row = values.begin(); row != values.end();
         row += static_cast<std::ptrdiff_t>(width)) {
        double sum = 0.0;
        double count = 0.0;
        for (auto value = row; value != row + static_cast<std::ptrdiff_t>(width); ++value) {
            if (std::isnan(*value))
                continue;
            sum += double(*value);
            count += 1.0;
        }
        means.push_back(count > 0.0 ? static_cast<float>(sum / count) : 0.0F);
    }
    return means;
}

} // namespace

const std::vector<OptionSpec> &RidgeForecaster::optionTable()
{
    static const std::vector<OptionSpec> table = {
        {QStringLiteral("lambda"), QT_TRANSLATE_NOOP("Model", "Penalty"),
            QT_TRANSLATE_NOOP("Model",
                "How strongly coefficients are drawn towards zero; 0 chooses it on the last fifth "
                "of the training windows."),
            0.0, 0.0, 1000.0},
    };
    return table;
}

RidgeForecaster::RidgeForecaster(ModelSpec spec)
    : m_spec(std::move(spec))
{
}

int RidgeForecaster::inputCount() const
{
    return 1 + m_spec.shape.history + 2 + m_companions.count();
}

Result<> RidgeForecaster::begin(const TrainingData &data, std::uint64_t seed, int)
{
    BV_TRY(const StepRange steps, trainingSteps(m_spec, data));
    m_usual = UsualDeviations::fromSteps(*data.history, steps);
    m_companions = CompanionValues::fromSteps(*data.history, steps);
    m_spec.companions = m_companions.channels();
    m_deviations = m_usual.leavingOut(*data.history, steps);
    m_means = rowMeans(m_deviations, siteCount());
    m_nonNegative = isNonNegative(*data.history, steps);
    m_data = data;
    m_seed = seed;
    m_epoch = 0;
    return {};
}

void RidgeForecaster::writeInputs(Deviations deviations, const CompanionValues::Sources &sources,
    int lastStep, std::size_t site, double *out) const
{
    const int history = m_spec.shape.history;
    const int first = lastStep - history + 1 - deviations.firstStep;
    int observed = 0;
    *out++ = 1.0;
    for (int i = 0; i < history; ++i) {
        const float value =
            deviations.values[static_cast<std::size_t>(first + i) * siteCount() + site];
        const bool known = !std::isnan(value);
        *out++ = known ? double(value) : 0.0;
        observed += known ? 1 : 0;
    }
    *out++ = double(observed) / history;
    *out++ = double(deviations.means[lastStep - deviations.firstStep]);
    m_companions.write(sources, lastStep, history, site, out);
}

float RidgeForecaster::predicted(int ahead, const double *inputs) const
{
    const auto width = static_cast<std::size_t>(inputCount());
    const float *coefficients = m_coefficients.data() + static_cast<std::size_t>(ahead) * width;
    double sum = 0.0;
    for (std::size_t i = 0; i < width; ++i)
        sum += double(coefficients[i]) * inputs[i];
    return static_cast<float>(sum);
}

Result<NormalEquations> RidgeForecaster::sumsOf(
    const std::vector<int> &windows, const TaskContext &context) const
{
    const auto width = static_cast<std::size_t>(inputCount());
    const auto horizon = static_cast<std::size_t>(m_spec.shape.horizon);
    const auto sources = m_companions.sourcesIn(*m_data.history);
    const Deviations deviations{m_deviations.data(), m_means.data(), m_data.train.first};
    NormalEquations sums(inputCount(), m_spec.shape.horizon);
    std::vector<double> inputs; // [rows, width]
    std::vector<double> targets; // [rows, horizon]
    const auto flush = [&] {
        sums.add(inputs, targets);
        inputs.clear();
        targets.clear();
    };
    for (const int window : windows) {
        const int last = m_data.train.lastInputStep(window, m_spec.shape);
        for (std::size_t site = 0; site < siteCount(); ++site) {
            inputs.resize(inputs.size() + width);
            writeInputs(deviations, sources, last, site, inputs.data() + inputs.size() - width);
            for (std::size_t ahead = 1; ahead <= horizon; ++ahead)
                targets.push_back(double(
                    m_deviations[(static_cast<std::size_t>(last - m_data.train.first) + ahead)
                            * siteCount()
                        + site]));
            if (inputs.size() < kBlockRows * width)
                continue;
            flush();
            if (context.cancelled())
                return cancelledFailure();
        }
    }
    flush();
    return sums;
}

Result<> RidgeForecaster::fitCoefficients(const TaskContext &context)
{
    const double products =
        double(siteCount()) * inputCount() * (inputCount() + m_spec.shape.horizon); // of one window
    const auto most = static_cast<int>(std::clamp(kMostProducts / products, 100.0, 1e9));
    const std::vector<int> windows = sampledWindows(m_data.train.count, most, m_seed);
    const auto cut = windows.begin()
        + static_cast<std::ptrdiff_t>(double(windows.size()) * (1.0 - kSelectionShare));
    BV_TRY(NormalEquations sums, sumsOf({windows.begin(), cut}, context));
    context.progress(1, 3, {});
    BV_TRY(const NormalEquations selection, sumsOf({cut, windows.end()}, context));
    context.progress(2, 3, {});
    double lambda = m_spec.options.value(QLatin1String("lambda")).toDouble();
    if (lambda == 0.0) {
        double best = std::numeric_limits<double>::infinity();
        for (const double penalty : kPenalties) {
            const double error = selection.squaredError(sums.solve(penalty));
            if (error < best) {
                best = error;
                lambda = penalty;
            }
        }
    }
    sums.add(selection);
    const std::vector<double> coefficients = sums.solve(lambda);
    m_coefficients.assign(coefficients.begin(), coefficients.end());
    m_lambda = static_cast<float>(lambda);
    return {};
}

Result<double> RidgeForecaster::fitOffsets(const TaskContext &context)
{
    const auto horizon = static_cast<std::size_t>(m_spec.shape.horizon);
    const std::vector<int> windows =
        sampledWindows(m_data.train.count, kMostResidualWindows, m_seed);
    const auto sources = m_companions.sourcesIn(*m_data.history);
    const Deviations deviations{m_deviations.data(), m_means.data(), m_data.train.first};
    std::vector<double> inputs(static_cast<std::size_t>(inputCount()));
    SiteOffsets offsets(m_spec.shape, siteCount());
    for (std::size_t site = 0; site < siteCount(); ++site) {
        if (context.cancelled())
            return cancelledFailure();
        std::vector<std::vector<float>> residuals(horizon);
        for (const int window : windows) {
            const int last = m_data.train.lastInputStep(window, m_spec.shape);
            writeInputs(deviations, sources, last, site, inputs.data());
            const auto next = static_cast<std::size_t>(last + 1 - m_data.train.first);
            for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
                const float truth = m_deviations[(next + ahead) * siteCount() + site];
                if (!std::isnan(truth))
                    residuals[ahead].push_back(
                        truth - predicted(static_cast<int>(ahead), inputs.data()));
            }
        }
        for (std::size_t ahead = 0; ahead < horizon; ++ahead)
            offsets.set(
                static_cast<int>(ahead), site, std::move(residuals[ahead]), m_usual.spread(site));
    }
    m_offsets = offsets.take();
    return offsets.meanLoss();
}

Result<EpochReport> RidgeForecaster::fitEpoch(const TaskContext &context)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_data.history)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
    BV_TRY_VOID(fitCoefficients(context));
    EpochReport report;
    BV_TRY(report.trainLoss, fitOffsets(context));
    context.progress(3, 3, {});
    report.epoch = ++m_epoch;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

Result<std::vector<float>> RidgeForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(m_spec, history, lastSteps));
    if (m_coefficients.empty())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
    const ForecastShape &shape = m_spec.shape;
    const std::size_t levels = shape.quantiles.size();
    const auto width = static_cast<std::size_t>(inputCount());
    const auto sources = m_companions.sourcesIn(history);
    std::vector<float> deviations(static_cast<std::size_t>(shape.history) * siteCount());
    std::vector<double> inputs(siteCount() * width);
    std::vector<float> values(lastSteps.size() * m_offsets.size());
    float *out = values.data();
    for (const int lastStep : lastSteps) {
        if (context.cancelled())
            return cancelledFailure();
        const int first = lastStep - shape.history + 1;
        for (int i = 0; i < shape.history; ++i)
            m_usual.write(
                history, first + i, deviations.data() + static_cast<std::size_t>(i) * siteCount());
        const std::vector<float> means = rowMeans(deviations, siteCount());
        for (std::size_t site = 0; site < siteCount(); ++site)
            writeInputs({deviations.data(), means.data(), first}, sources, lastStep, site,
                inputs.data() + site * width);
        const float *offset = m_offsets.data();
        for (int ahead = 0; ahead < shape.horizon; ++ahead) {
            const float *usual = m_usual.usual(history.minuteOfWeekAt(lastStep + 1 + ahead));
            for (std::size_t site = 0; site < siteCount(); ++site) {
                const float median = usual[site]
                    + predicted(ahead, inputs.data() + site * width) * m_usual.spread(site);
                for (std::size_t q = 0; q < levels; ++q) {
                    const float value = median + *offset++;
                    // Comparing this way round keeps NaN.
                    *out++ = m_nonNegative && value < 0.0F ? 0.0F : value;
                }
            }
        }
    }
    return values;
}

ModelState RidgeForecaster::state() const
{
    const auto sites = std::int64_t(siteCount());
    const auto levels = std::int64_t(m_spec.shape.quantiles.size());
    ModelState state;
    state.spec = m_spec;
    state.tensors =
        m_usual.siteCount() > 0 ? m_usual.tensors() : UsualDeviations::emptyTensors(m_spec);
    for (NamedTensor &t : m_companions.tensors())
        state.tensors.push_back(std::move(t));
    std::vector<float> coefficients = m_coefficients;
    coefficients.resize(static_cast<std::size_t>(m_spec.shape.horizon * inputCount()));
    std::vector<float> offsets = m_offsets;
    offsets.resize(static_cast<std::size_t>(m_spec.shape.horizon * sites * levels));
    state.tensors.push_back({QStringLiteral("coefficients"), {m_spec.shape.horizon, inputCount()},
        std::move(coefficients)});
    state.tensors.push_back(
        {QStringLiteral("offsets"), {m_spec.shape.horizon, sites, levels}, std::move(offsets)});
    state.tensors.push_back({QStringLiteral("lambda"), {1}, {m_lambda}});
    state.tensors.push_back({QStringLiteral("non_negative"), {1}, {m_nonNegative ? 1.0F : 0.0F}});
    return state;
}

Result<std::unique_ptr<RidgeForecaster>> RidgeForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<RidgeForecaster>(state.spec);
    model->m_companions = CompanionValues::fromTensors(state);
    const ModelState wanted = model->state();
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
