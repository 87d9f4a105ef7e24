// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// Several kinds of models at once. They err in different ways, so that their weighted mean errs
/// less than the best of them. The weights are those that did best on the validation part, by step
/// ahead (see BlendWeights); equal ones without such a part. Quantiles are averaged, which keeps
/// the forecast sharp (Lichtendahl et al. 2013).
class BlendForecaster final : public TrainableForecaster
{
public:
    /// @param spec  options complete and checked against optionTable()
    /// @param factory  makes the members; it outlives the blend.
    [[nodiscard]] static Result<std::unique_ptr<BlendForecaster>> create(
        const ModelSpec &spec, const ForecasterFactory &factory);
    /// @return Errc::Schema if a tensor is absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<Forecaster>> load(
        const ModelState &state, const ForecasterFactory &factory);
    /// Which kinds, and what of their own options can be set: each goes to all that know it.
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }
    /// That of the member that goes on longest; the others are then finished already.
    [[nodiscard]] int epochLimit() const override;
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    /// One epoch of each member that is not finished, then new weights.
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;
    /// Of another blend, for the members that can go on from one of their kind.
    [[nodiscard]] Result<> warmStart(const ModelState &trained) override;
    [[nodiscard]] ModelState checkpoint() const override;
    [[nodiscard]] Result<> restore(const ModelState &checkpoint) override;
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context = {}) const override;
    [[nodiscard]] ModelState state() const override;

    /// [horizon, members], in the order of the kinds.
    [[nodiscard]] const std::vector<float> &weights() const { return m_weights; }

private:
    struct Member
    {
        std::unique_ptr<Forecaster> model;
        TrainableForecaster *learner = nullptr; ///< the same; null if there is nothing to learn
        std::vector<float> errors = {}; ///< of the mean forecasts; NaN = missing
        bool judged = false; ///< `errors` are those of the model as it is
    };

    BlendForecaster(ModelSpec spec, const ForecasterFactory &factory)
        : m_spec(std::move(spec))
        , m_factory(&factory)
    {
    }
    [[nodiscard]] static QStringList kindsOf(const ModelSpec &spec);
    [[nodiscard]] static ModelSpec memberSpec(
        const ModelSpec &spec, const QString &kind, const ForecasterFactory &factory);
    [[nodiscard]] static Result<std::vector<ModelState>> apart(
        const ModelState &state, const ForecasterFactory &factory);
    [[nodiscard]] bool learns(const Member &member) const;
    [[nodiscard]] ModelState together(bool withMemory) const;
    [[nodiscard]] Result<> takeWeights(const ModelState &state);
    [[nodiscard]] Result<> weigh(const TaskContext &context);
    [[nodiscard]] Result<> judge(
        Member &member, const std::vector<int> &lastSteps, const TaskContext &context) const;
    [[nodiscard]] std::vector<int> judgedSteps() const;

    ModelSpec m_spec;
    const ForecasterFactory *m_factory;
    std::vector<Member> m_members;
    std::vector<float> m_weights; // [horizon, members]
    TrainingData m_data;
    int m_epoch = 0;
    int m_planned = 0;
};

} // namespace belvedere
