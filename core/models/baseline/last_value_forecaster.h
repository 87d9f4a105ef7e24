// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// Says that everything stays as it is: the median is the last observed value of the window.
/// The other quantiles are those of its errors in the training part, by step ahead and site.
class LastValueForecaster : public TrainableForecaster
{
public:
    explicit LastValueForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent or has another shape.
    [[nodiscard]] static Result<std::unique_ptr<LastValueForecaster>> load(const ModelState &state);

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;
    [[nodiscard]] ModelState state() const override;
    [[nodiscard]] int epochLimit() const override { return 1; }
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;

private:
    ModelSpec m_spec;
    std::vector<float> m_offsets; // [horizon, N, quantiles]
    bool m_nonNegative = false;
    TrainingData m_data;
    std::uint64_t m_seed = 0;
    int m_epoch = 0;
};

} // namespace belvedere
