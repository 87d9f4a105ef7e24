// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "models/model_input.h"

namespace belvedere {

/// A model that one pass over its training part fits: no epochs, no first weights.
class ClosedFormForecaster : public TrainableForecaster
{
public:
    [[nodiscard]] const ModelSpec &spec() const final { return m_spec; }
    [[nodiscard]] int epochLimit() const final { return 1; }
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) final;
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) final;

protected:
    explicit ClosedFormForecaster(ModelSpec spec);

    /// Part of begin(): takes profiles and scales from the training part.
    /// @param steps  those that the training windows touch
    [[nodiscard]] virtual Result<> prepare(const ChannelHistory &history, StepRange steps) = 0;
    /// @return the mean quantile loss on what it was fitted to, original unit.
    [[nodiscard]] virtual Result<double> fit(const TaskContext &context) = 0;

    [[nodiscard]] std::size_t siteCount() const { return m_spec.siteCodes.size(); }
    [[nodiscard]] std::size_t levelCount() const { return m_spec.shape.quantiles.size(); }
    [[nodiscard]] const TrainingData &data() const { return m_data; }
    [[nodiscard]] StepRange steps() const { return m_steps; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }
    void setCompanions(std::vector<QString> channels);

    /// A forecast below zero becomes 0 if no observation was below it; NaN stays.
    [[nodiscard]] float possible(float value) const
    {
        return m_nonNegative && value < 0.0F ? 0.0F : value;
    }
    /// Whether possible() does so, as a tensor of state().
    [[nodiscard]] NamedTensor floorTensor() const;
    void takeFloor(const ModelState &state);

private:
    ModelSpec m_spec;
    TrainingData m_data;
    StepRange m_steps;
    std::uint64_t m_seed = 0;
    int m_epoch = 0;
    bool m_nonNegative = false;
};

} // namespace belvedere
