// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/linear_forecaster.h"
#include "models/baseline/var_equations.h"

namespace belvedere {

/// Vector autoregression: the last deviations from the usual at all sites give, by one linear map
/// for each step ahead, the coming deviations at all sites; least squares with a penalty. Without
/// a given penalty it takes the one that does best on the last fifth of the training windows. The
/// quantiles are those of its errors there before they were learned from, by step ahead and site.
/// Coefficients grow with the square of the sites.
class VarForecaster : public LinearForecaster
{
public:
    /// @param spec  options complete and checked against optionTable()
    explicit VarForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<VarForecaster>> load(const ModelState &state);
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;

protected:
    /// @return Errc::Usage for more sites than memory has room for.
    [[nodiscard]] Result<> prepare(const ChannelHistory &history, StepRange steps) override;
    [[nodiscard]] Result<double> fit(const TaskContext &context) override;
    /// [horizon, lags N, N]; lag 0 first
    [[nodiscard]] std::vector<std::int64_t> coefficientShape() const override;

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
    [[nodiscard]] int lags() const;
    [[nodiscard]] std::size_t depth() const;
    [[nodiscard]] int firstRow() const { return spec().shape.history - 1; }
    [[nodiscard]] int endRow() const { return firstRow() + data().train.count; }
    [[nodiscard]] Result<VarEquations> equationsOf(
        const Sample &sample, int end, const TaskContext &context) const;
    [[nodiscard]] Result<std::vector<float>> coefficients(const VarEquations &equations,
        const Sample &sample, int end, int ahead, const TaskContext &context) const;
    [[nodiscard]] Probe probeOf(const Sample &sample, int first, int end, int most) const;
    [[nodiscard]] Result<double> squaredError(VarEquations &equations, const Sample &sample,
        double lambda, int cut, const TaskContext &context) const;
    [[nodiscard]] Result<double> fitOffsets(const VarEquations &equations, const Sample &sample,
        const UsualDeviations &usual, int cut, const TaskContext &context);
    /// Learns from the earlier training windows alone, what is usual included, and judges on the
    /// later ones: gives the penalty and the quantiles. @return the mean quantile loss.
    [[nodiscard]] Result<double> rehearse(const TaskContext &context);
};

} // namespace belvedere
