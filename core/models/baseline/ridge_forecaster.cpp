// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/ridge_forecaster.h"

#include "models/baseline/site_offsets.h"
#include "models/baseline/window_sample.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr int kMostResidualWindows = 2000;
constexpr std::size_t kBlockRows = 2048; // samples of one product, a few milliseconds
// With more multiplications than this, ten seconds or so, windows are thinned out.
constexpr double kMostProducts = 3e10;
constexpr double kSelectionShare = 0.2; // of the training windows, the last, to choose the penalty
constexpr std::initializer_list<double> kPenalties = {
    1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0};

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
    static const std::vector<OptionSpec> table = {penaltyOption()};
    return table;
}

RidgeForecaster::RidgeForecaster(ModelSpec spec)
    : LinearForecaster(std::move(spec))
{
}

int RidgeForecaster::inputCount() const
{
    return 1 + spec().shape.history + 2 + m_companions.count();
}

std::vector<std::int64_t> RidgeForecaster::coefficientShape() const
{
    return {spec().shape.horizon, inputCount()};
}

std::vector<NamedTensor> RidgeForecaster::ownTensors() const
{
    return m_companions.tensors();
}

Result<> RidgeForecaster::prepare(const ChannelHistory &history, StepRange steps)
{
    BV_TRY_VOID(LinearForecaster::prepare(history, steps));
    m_companions = CompanionValues::fromSteps(history, steps);
    setCompanions(m_companions.channels());
    m_deviations = m_usual.leavingOut(history, steps);
    m_means = rowMeans(m_deviations, siteCount());
    return {};
}

void RidgeForecaster::writeInputs(Deviations deviations, const CompanionValues::Sources &sources,
    int lastStep, std::size_t site, double *out) const
{
    const int history = spec().shape.history;
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

float RidgeForecaster::predicted(std::size_t ahead, const double *inputs) const
{
    const auto width = static_cast<std::size_t>(inputCount());
    const float *coefficients = m_coefficients.data() + ahead * width;
    double sum = 0.0;
    for (std::size_t i = 0; i < width; ++i)
        sum += double(coefficients[i]) * inputs[i];
    return static_cast<float>(sum);
}

Result<NormalEquations> RidgeForecaster::sumsOf(
    const std::vector<int> &windows, const TaskContext &context) const
{
    const auto width = static_cast<std::size_t>(inputCount());
    const auto horizon = static_cast<std::size_t>(spec().shape.horizon);
    const auto sources = m_companions.sourcesIn(*data().history);
    const Deviations deviations{m_deviations.data(), m_means.data(), data().train.first};
    NormalEquations sums(inputCount(), spec().shape.horizon);
    std::vector<double> inputs; // [rows, width]
    std::vector<double> targets; // [rows, horizon]
    const auto flush = [&] {
        sums.add(inputs, targets);
        inputs.clear();
        targets.clear();
    };
    for (const int window : windows) {
        const int last = data().train.lastInputStep(window, spec().shape);
        for (std::size_t site = 0; site < siteCount(); ++site) {
            inputs.resize(inputs.size() + width);
            writeInputs(deviations, sources, last, site, inputs.data() + inputs.size() - width);
            for (std::size_t ahead = 1; ahead <= horizon; ++ahead)
                targets.push_back(double(
                    m_deviations[(static_cast<std::size_t>(last - data().train.first) + ahead)
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
        double(siteCount()) * inputCount() * (inputCount() + spec().shape.horizon); // of one window
    const auto most = static_cast<int>(std::clamp(kMostProducts / products, 100.0, 1e9));
    const std::vector<int> windows = sampledWindows(data().train.count, most, seed());
    const auto cut = windows.begin()
        + static_cast<std::ptrdiff_t>(double(windows.size()) * (1.0 - kSelectionShare));
    BV_TRY(NormalEquations sums, sumsOf({windows.begin(), cut}, context));
    context.progress(1, 3, {});
    BV_TRY(const NormalEquations selection, sumsOf({cut, windows.end()}, context));
    context.progress(2, 3, {});
    BV_TRY(const double lambda, choosePenalty(kPenalties, [&](double penalty) {
        return Result<double>(selection.squaredError(sums.solve(penalty)));
    }));
    sums.add(selection);
    const std::vector<double> coefficients = sums.solve(lambda);
    m_coefficients.assign(coefficients.begin(), coefficients.end());
    m_lambda = static_cast<float>(lambda);
    return {};
}

Result<double> RidgeForecaster::fitOffsets(const TaskContext &context)
{
    const auto horizon = static_cast<std::size_t>(spec().shape.horizon);
    const std::vector<int> windows =
        sampledWindows(data().train.count, kMostResidualWindows, seed());
    const auto sources = m_companions.sourcesIn(*data().history);
    const Deviations deviations{m_deviations.data(), m_means.data(), data().train.first};
    std::vector<double> inputs(static_cast<std::size_t>(inputCount()));
    SiteOffsets offsets(spec().shape, siteCount());
    for (std::size_t site = 0; site < siteCount(); ++site) {
        if (context.cancelled())
            return cancelledFailure();
        std::vector<std::vector<float>> residuals(horizon);
        for (const int window : windows) {
            const int last = data().train.lastInputStep(window, spec().shape);
            writeInputs(deviations, sources, last, site, inputs.data());
            const auto next = static_cast<std::size_t>(last + 1 - data().train.first);
            for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
                const float truth = m_deviations[(next + ahead) * siteCount() + site];
                if (!std::isnan(truth))
                    residuals[ahead].push_back(truth - predicted(ahead, inputs.data()));
            }
        }
        for (std::size_t ahead = 0; ahead < horizon; ++ahead)
            offsets.set(
                static_cast<int>(ahead), site, std::move(residuals[ahead]), m_usual.spread(site));
    }
    m_offsets = offsets.take();
    return offsets.meanLoss();
}

Result<double> RidgeForecaster::fit(const TaskContext &context)
{
    BV_TRY_VOID(fitCoefficients(context));
    BV_TRY(const double loss, fitOffsets(context));
    context.progress(3, 3, {});
    return loss;
}

Result<std::vector<float>> RidgeForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(spec(), history, lastSteps));
    BV_TRY_VOID(checkTrained());
    const ForecastShape &shape = spec().shape;
    const auto horizon = static_cast<std::size_t>(shape.horizon);
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
        for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
            const float *usual =
                m_usual.usual(history.minuteOfWeekAt(lastStep + 1 + static_cast<int>(ahead)));
            for (std::size_t site = 0; site < siteCount(); ++site, out += levelCount()) {
                const float deviation = predicted(ahead, inputs.data() + site * width);
                writeQuantiles(ahead, site, usual[site] + deviation * m_usual.spread(site), out);
            }
        }
    }
    return values;
}

Result<std::unique_ptr<RidgeForecaster>> RidgeForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<RidgeForecaster>(state.spec);
    model->m_companions = CompanionValues::fromTensors(state);
    BV_TRY_VOID(model->takeState(state));
    return model;
}

} // namespace belvedere
