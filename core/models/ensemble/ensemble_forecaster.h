// SPDX-License-Identifier: GPL-3.0-or-later
// core/models/ensemble makes one forecaster of several.
#pragma once

#include "models/forecaster.h"

#include <functional>

namespace belvedere {

/// Several networks that differ in their seed alone; the forecast is the mean of their quantiles.
/// What each learned by chance cancels out, for as many times the work.
/// Source: Lakshminarayanan et al. 2017 (deep ensembles); quantiles are averaged, not
/// distributions, which keeps the forecast sharp (Lichtendahl et al. 2013).
class EnsembleForecaster final : public TrainableForecaster
{
public:
    /// The option of a kind that says how many there are.
    static const QString kMembers;
    [[nodiscard]] static int memberCount(const ModelSpec &spec);

    /// @param factory  makes the members; it outlives the ensemble.
    [[nodiscard]] static Result<std::unique_ptr<EnsembleForecaster>> create(
        const ModelSpec &spec, const ForecasterFactory &factory);
    /// @return Errc::Schema for tensors of no member, or what a member's file would give.
    [[nodiscard]] static Result<std::unique_ptr<Forecaster>> load(
        const ModelState &state, const ForecasterFactory &factory);

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] int epochLimit() const override { return m_learners.front()->epochLimit(); }
    [[nodiscard]] bool learnsJointly() const override
    {
        return m_learners.front()->learnsJointly();
    }
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    /// One epoch of each.
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;
    /// `trained` may have another number of members: they are taken in turn.
    [[nodiscard]] Result<> warmStart(const ModelState &trained) override;
    [[nodiscard]] ModelState checkpoint() const override;
    [[nodiscard]] Result<> restore(const ModelState &checkpoint) override;
    [[nodiscard]] ModelState partnerState(std::size_t partner) const override;
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context = {}) const override;
    [[nodiscard]] ModelState state() const override;

private:
    explicit EnsembleForecaster(ModelSpec spec)
        : m_spec(std::move(spec))
    {
    }
    /// @param stateOf  of a member, by its number
    [[nodiscard]] ModelState together(
        const std::function<ModelState(std::size_t member)> &stateOf) const;

    ModelSpec m_spec;
    std::vector<std::unique_ptr<Forecaster>> m_members;
    std::vector<TrainableForecaster *> m_learners; // the same; empty if it was loaded
};

} // namespace belvedere
