// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/last_value_forecaster.h"

#include "models/baseline/residual_quantiles.h"
#include "models/baseline/window_sample.h"
#include "models/model_input.h"

#include <QElapsedTimer>

#include <algorithm>

namespace belvedere {

namespace {

constexpr int kMostSampledWindows = 2000;
constexpr std::size_t kLeastResiduals = 20; // with fewer, a site borrows those of all sites

/// The last observed value of every site in the window; NaN if there is none.
std::vector<float> lastObserved(const ChannelHistory &history, int lastStep, int steps)
{
    std::vector<float> last(history.siteCodes.size(), kMissing);
    for (int step = lastStep - steps + 1; step <= lastStep; ++step) {
        const float *row = history.row(step);
        for (std::size_t s = 0; s < last.size(); ++s) {
            if (!std::isnan(row[s]))
                last[s] = row[s];
        }
    }
    return last;
}

} // namespace

LastValueForecaster::LastValueForecaster(ModelSpec spec)
    : m_spec(std::move(spec))
    , m_offsets(static_cast<std::size_t>(m_spec.shape.horizon) * m_spec.siteCodes.size()
          * m_spec.shape.quantiles.size())
{
}

Result<> LastValueForecaster::begin(const TrainingData &data, std::uint64_t seed, int)
{
    BV_TRY(const StepRange steps, trainingSteps(m_spec, data));
    m_nonNegative = isNonNegative(*data.history, steps);
    m_data = data;
    m_seed = seed;
    m_epoch = 0;
    return {};
}

Result<EpochReport> LastValueForecaster::fitEpoch(const TaskContext &context)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_data.history)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
    const ChannelHistory &history = *m_data.history;
    const ForecastShape &shape = m_spec.shape;
    const std::size_t siteCount = m_spec.siteCodes.size();
    const std::size_t levels = shape.quantiles.size();
    std::vector<int> lastSteps;
    std::vector<std::vector<float>> anchors; // [windows][N]
    for (const int window : sampledWindows(m_data.train.count, kMostSampledWindows, m_seed)) {
        lastSteps.push_back(m_data.train.lastInputStep(window, shape));
        anchors.push_back(lastObserved(history, lastSteps.back(), shape.history));
    }

    double loss = 0.0;
    std::size_t compared = 0;
    for (int ahead = 0; ahead < shape.horizon; ++ahead) {
        std::vector<std::vector<float>> residuals(siteCount);
        std::vector<float> pooled;
        for (std::size_t w = 0; w < anchors.size(); ++w) {
            if (context.cancelled())
                return cancelledFailure();
            const float *truth = history.row(lastSteps[w] + 1 + ahead);
            for (std::size_t s = 0; s < siteCount; ++s) {
                const float residual = truth[s] - anchors[w][s];
                if (std::isnan(residual))
                    continue;
                residuals[s].push_back(residual);
            }
        }
        for (const auto &ofSite : residuals)
            pooled.insert(pooled.end(), ofSite.begin(), ofSite.end());
        const auto ofAll = quantileOffsets(pooled, shape.quantiles);
        for (std::size_t s = 0; s < siteCount; ++s) {
            const auto offsets = residuals[s].size() < kLeastResiduals
                ? ofAll
                : quantileOffsets(residuals[s], shape.quantiles);
            loss += pinballSum(residuals[s], offsets, shape.quantiles);
            compared += residuals[s].size() * levels;
            std::copy(offsets.begin(), offsets.end(),
                m_offsets.begin()
                    + static_cast<std::ptrdiff_t>(
                        (static_cast<std::size_t>(ahead) * siteCount + s) * levels));
        }
        context.progress(ahead + 1, shape.horizon, {});
    }
    EpochReport report;
    report.epoch = ++m_epoch;
    report.trainLoss = compared > 0 ? loss / static_cast<double>(compared) : 0.0;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

Result<std::vector<float>> LastValueForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(m_spec, history, lastSteps));
    const std::size_t siteCount = m_spec.siteCodes.size();
    const std::size_t levels = m_spec.shape.quantiles.size();
    std::vector<float> values;
    values.reserve(lastSteps.size() * m_offsets.size());
    for (const int lastStep : lastSteps) {
        if (context.cancelled())
            return cancelledFailure();
        const auto last = lastObserved(history, lastStep, m_spec.shape.history);
        for (std::size_t i = 0; i < m_offsets.size(); ++i) {
            const float value = last[i / levels % siteCount] + m_offsets[i];
            // Comparing this way round keeps NaN.
            values.push_back(m_nonNegative && value < 0.0F ? 0.0F : value);
        }
    }
    return values;
}

ModelState LastValueForecaster::state() const
{
    ModelState state;
    state.spec = m_spec;
    state.tensors.push_back({QStringLiteral("offsets"),
        {m_spec.shape.horizon, std::int64_t(m_spec.siteCodes.size()),
            std::int64_t(m_spec.shape.quantiles.size())},
        m_offsets});
    state.tensors.push_back({QStringLiteral("non_negative"), {1}, {m_nonNegative ? 1.0F : 0.0F}});
    return state;
}

Result<std::unique_ptr<LastValueForecaster>> LastValueForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<LastValueForecaster>(state.spec);
    const ModelState wanted = model->state();
    BV_TRY_VOID(checkTensors(state, wanted.tensors));
    BV_TRY(
        const NamedTensor *offsets, state.tensor(wanted.tensors[0].name, wanted.tensors[0].shape));
    BV_TRY(const NamedTensor *floor, state.tensor(wanted.tensors[1].name, wanted.tensors[1].shape));
    model->m_offsets = offsets->values;
    model->m_nonNegative = floor->values[0] != 0.0F;
    return model;
}

} // namespace belvedere
