// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/companion_values.h"
#include "models/baseline/linear_forecaster.h"
#include "models/baseline/normal_equations.h"

namespace belvedere {

/// One linear map for all sites, from the deviations from the usual in the window, their mean over
/// all sites at its end and the last values of the other channels, to the deviation at each step
/// ahead: least squares with a penalty, in closed form. Without a given penalty it takes the one
/// that does best on the last fifth of the training windows. The quantiles are those of its errors
/// in the training part, by step ahead and site.
class RidgeForecaster : public LinearForecaster
{
public:
    /// @param spec  options complete and checked against optionTable()
    explicit RidgeForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<RidgeForecaster>> load(const ModelState &state);
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;

protected:
    [[nodiscard]] Result<> prepare(const ChannelHistory &history, StepRange steps) override;
    [[nodiscard]] Result<double> fit(const TaskContext &context) override;
    [[nodiscard]] std::vector<std::int64_t> coefficientShape() const override;
    [[nodiscard]] std::vector<NamedTensor> ownTensors() const override;

private:
    /// Deviations of a span of steps, as a window reads them.
    struct Deviations
    {
        const float *values; // [steps, N]
        const float *means; // [steps] over the sites
        int firstStep;
    };
    /// Constant, deviations, observed share, mean of all sites, companions.
    [[nodiscard]] int inputCount() const;
    void writeInputs(Deviations deviations, const CompanionValues::Sources &sources, int lastStep,
        std::size_t site, double *out) const;
    /// Deviation in spreads at one step ahead.
    [[nodiscard]] float predicted(std::size_t ahead, const double *inputs) const;
    /// Sums over some of the training windows.
    [[nodiscard]] Result<NormalEquations> sumsOf(
        const std::vector<int> &windows, const TaskContext &context) const;
    [[nodiscard]] Result<> fitCoefficients(const TaskContext &context);
    /// @return the mean quantile loss.
    [[nodiscard]] Result<double> fitOffsets(const TaskContext &context);

    CompanionValues m_companions;
    // While learning only.
    std::vector<float> m_deviations; // [training steps, N]
    std::vector<float> m_means; // [training steps]
};

} // namespace belvedere
