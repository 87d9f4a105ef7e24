// SPDX-License-Identifier: GPL-3.0-or-later
// core/models/neural is the only folder that knows torch; its headers show nothing of it, except
// those marked as private, which only this folder and its tests include.
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// A model whose heart is a network of network_kinds.h. Around it, what all of them share: scales
/// and usual patterns from the training part, windows as batches, a head that makes quantiles, an
/// optimiser, and a running mean of the weights, which forecasts.
/// Same data, seed, options and threads give the same bits.
class NeuralForecaster : public TrainableForecaster
{
public:
    /// Kinds of networks, for the catalog.
    [[nodiscard]] static std::vector<ForecasterFactory::Kind> kinds();
    /// @param spec  options complete and checked against the kind's table
    [[nodiscard]] static Result<std::unique_ptr<NeuralForecaster>> create(ModelSpec spec);
    /// @return Errc::Schema listing all tensors that are absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<NeuralForecaster>> load(const ModelState &state);

    ~NeuralForecaster() override;

    [[nodiscard]] const ModelSpec &spec() const override;
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context = {}) const override;
    [[nodiscard]] ModelState state() const override;
    [[nodiscard]] int epochLimit() const override;
    [[nodiscard]] bool learnsJointly() const override;
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;
    [[nodiscard]] Result<> warmStart(const ModelState &trained) override;
    [[nodiscard]] ModelState checkpoint() const override;
    [[nodiscard]] Result<> restore(const ModelState &checkpoint) override;
    [[nodiscard]] ModelState partnerState(std::size_t partner) const override;

private:
    struct Private;
    explicit NeuralForecaster(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace belvedere
