// SPDX-License-Identifier: GPL-3.0-or-later
// core/models/neural is the only folder that knows torch; its headers show nothing of it, except
// quantile_network.h and pinball_loss.h, which only this folder and its tests include.
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// One small network for all sites: what the window held, what is usual there then, and learned
/// descriptions of site, time of day and weekday give the quantiles of each step ahead. Learns
/// the pinball loss with AdamW; forecasts come from the running mean of its weights.
/// Same data, seed, options and threads give the same bits.
class NeuralForecaster : public TrainableForecaster
{
public:
    /// @param spec  options complete and checked against optionTable()
    [[nodiscard]] static Result<std::unique_ptr<NeuralForecaster>> create(ModelSpec spec);
    /// @return Errc::Schema listing all tensors that are absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<NeuralForecaster>> load(const ModelState &state);
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    ~NeuralForecaster() override;

    [[nodiscard]] const ModelSpec &spec() const override;
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context = {}) const override;
    [[nodiscard]] ModelState state() const override;
    [[nodiscard]] int epochLimit() const override;
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;

private:
    struct Private;
    explicit NeuralForecaster(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace belvedere
