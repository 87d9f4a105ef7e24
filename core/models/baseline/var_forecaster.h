// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/usual_deviations.h"
#include "models/baseline/var_equations.h"
#include "models/forecaster.h"

namespace belvedere {

/// Vector autoregression: the last deviations from the usual at all sites give, by one linear map
/// for each step ahead, the coming deviations at all sites; least squares with a penalty. Without
/// a given penalty it takes the one that does best on the last fifth of the training windows. The
/// quantiles are those of its errors there before they were learned from, by step ahead and site.
/// Coefficients grow with the square of the sites.
class VarForecaster : public TrainableForecaster
{
public:
    /// @param spec  options complete and checked against optionTable()
    explicit VarForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<VarForecaster>> load(const ModelState &state);
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;
    [[nodiscard]] ModelState state() const override;
    [[nodiscard]] int epochLimit() const override { return 1; }
    /// @return Errc::Usage also for more sites than memory has room for.
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;

private:
    /// Deviations of the training steps as the equations take them.
    struct Sample
    {
        std::vector<float> deviations; // [steps, N]; NaN = missing
        std::vector<float> rows; // the same, missing = 0
    };
    /// Some last input steps, for judging.
    struct Probe
    {
        std::vector<int> lastSteps; // rows of the sample
        std::vector<float> inputs; // [lastSteps, lags N]
    };
    [[nodiscard]] std::size_t siteCount() const { return m_spec.siteCodes.size(); }
    [[nodiscard]] int lags() const;
    [[nodiscard]] std::size_t depth() const;
    [[nodiscard]] int firstRow() const { return m_spec.shape.history - 1; }
    [[nodiscard]] int endRow() const { return firstRow() + m_data.train.count; }
    [[nodiscard]] Result<VarEquations> equationsOf(
        const Sample &sample, int end, const TaskContext &context) const;
    [[nodiscard]] Result<std::vector<float>> coefficients(const VarEquations &equations,
        const Sample &sample, int end, int ahead, const TaskContext &context) const;
    [[nodiscard]] Probe probeOf(const Sample &sample, int first, int end, int most) const;
    [[nodiscard]] Result<double> squaredError(VarEquations &equations, const Sample &sample,
        double lambda, int cut, const TaskContext &context) const;
    [[nodiscard]] Result<> chooseLambda(
        VarEquations &equations, const Sample &sample, int cut, const TaskContext &context);
    [[nodiscard]] Result<double> fitOffsets(const VarEquations &equations, const Sample &sample,
        const UsualDeviations &usual, int cut, const TaskContext &context);
    /// Learns from the earlier training windows alone, what is usual included, and judges on the
    /// later ones: gives the penalty and the quantiles. @return the mean quantile loss.
    [[nodiscard]] Result<double> rehearse(const TaskContext &context);

    ModelSpec m_spec;
    UsualDeviations m_usual;
    std::vector<float> m_coefficients; // [horizon, lags N, N]; lag 0 first
    std::vector<float> m_offsets; // [horizon, N, quantiles], original unit
    bool m_nonNegative = false;
    float m_lambda = 0.0F; // as used
    TrainingData m_data;
    std::uint64_t m_seed = 0;
    int m_epoch = 0;
};

} // namespace belvedere
