// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "models/seasonal_profile.h"

namespace belvedere {

/// Says that everything is as usual: the median is the site's mean at that time of the week (see
/// SeasonalProfile). The other quantiles are those of its errors in the training part, by hour of
/// the day and site.
class SeasonalForecaster : public TrainableForecaster
{
public:
    explicit SeasonalForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent or has another shape.
    [[nodiscard]] static Result<std::unique_ptr<SeasonalForecaster>> load(const ModelState &state);

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
    SeasonalProfile m_profile;
    std::vector<float> m_offsets; // [24, N, quantiles]
    bool m_nonNegative = false;
    TrainingData m_data;
    int m_epoch = 0;
};

} // namespace belvedere
