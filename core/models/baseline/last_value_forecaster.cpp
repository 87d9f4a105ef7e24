// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/last_value_forecaster.h"

#include "models/baseline/residual_quantiles.h"
#include "models/baseline/window_sample.h"
#include "models/tensor_lookup.h"

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

LastValueForecaster::LastValueForecaster(ModelSpec modelSpec)
    : ClosedFormForecaster(std::move(modelSpec))
    , m_offsets(static_cast<std::size_t>(spec().shape.horizon) * siteCount() * levelCount())
{
}

Result<double> LastValueForecaster::fit(const TaskContext &context)
{
    const ChannelHistory &history = *data().history;
    const ForecastShape &shape = spec().shape;
    std::vector<int> lastSteps;
    std::vector<std::vector<float>> anchors; // [windows][N]
    for (const int window : sampledWindows(data().train.count, kMostSampledWindows, seed())) {
        lastSteps.push_back(data().train.lastInputStep(window, shape));
        anchors.push_back(lastObserved(history, lastSteps.back(), shape.history));
    }

    double loss = 0.0;
    std::size_t compared = 0;
    for (int ahead = 0; ahead < shape.horizon; ++ahead) {
        std::vector<std::vector<float>> residuals(siteCount());
        std::vector<float> pooled;
        for (std::size_t w = 0; w < anchors.size(); ++w) {
            if (context.cancelled())
                return cancelledFailure();
            const float *truth = history.row(lastSteps[w] + 1 + ahead);
            for (std::size_t s = 0; s < siteCount(); ++s) {
                const float residual = truth[s] - anchors[w][s];
                if (std::isnan(residual))
                    continue;
                residuals[s].push_back(residual);
            }
        }
        for (const auto &ofSite : residuals)
            pooled.insert(pooled.end(), ofSite.begin(), ofSite.end());
        const auto ofAll = quantileOffsets(pooled, shape.quantiles);
        for (std::size_t s = 0; s < siteCount(); ++s) {
            const auto offsets = residuals[s].size() < kLeastResiduals
                ? ofAll
                : quantileOffsets(residuals[s], shape.quantiles);
            loss += pinballSum(residuals[s], offsets, shape.quantiles);
            compared += residuals[s].size() * levelCount();
            std::copy(offsets.begin(), offsets.end(),
                m_offsets.begin()
                    + static_cast<std::ptrdiff_t>(
                        (static_cast<std::size_t>(ahead) * siteCount() + s) * levelCount()));
        }
        context.progress(ahead + 1, shape.horizon, {});
    }
    return compared > 0 ? loss / static_cast<double>(compared) : 0.0;
}

Result<std::vector<float>> LastValueForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(spec(), history, lastSteps));
    std::vector<float> values;
    values.reserve(lastSteps.size() * m_offsets.size());
    for (const int lastStep : lastSteps) {
        if (context.cancelled())
            return cancelledFailure();
        const auto last = lastObserved(history, lastStep, spec().shape.history);
        for (std::size_t i = 0; i < m_offsets.size(); ++i)
            values.push_back(possible(last[i / levelCount() % siteCount()] + m_offsets[i]));
    }
    return values;
}

ModelState LastValueForecaster::state() const
{
    return {spec(),
        {{QStringLiteral("offsets"),
             {spec().shape.horizon, std::int64_t(siteCount()), std::int64_t(levelCount())},
             m_offsets},
            floorTensor()}};
}

Result<std::unique_ptr<LastValueForecaster>> LastValueForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<LastValueForecaster>(state.spec);
    BV_TRY_VOID(checkTensors(state, model->state().tensors));
    model->m_offsets = tensorValues(state, QStringLiteral("offsets"));
    model->takeFloor(state);
    return model;
}

} // namespace belvedere
