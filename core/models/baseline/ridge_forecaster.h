// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/companion_values.h"
#include "models/baseline/normal_equations.h"
#include "models/baseline/usual_deviations.h"
#include "models/forecaster.h"

namespace belvedere {

/// One linear map for all sites, from the deviations from the usual in the window, their mean over
/// all sites at its end and the last values of the other channels, to the deviation at each step
/// ahead: least squares with a penalty, in closed form. Without a given penalty it takes the one
/// that does best on the last fifth of the training windows. The quantiles are those of its errors
/// in the training part, by step ahead and site.
class RidgeForecaster : public TrainableForecaster
{
public:
    /// @param spec  options complete and checked against optionTable()
    explicit RidgeForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent, too many or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<RidgeForecaster>> load(const ModelState &state);
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;
    [[nodiscard]] ModelState state() const override;
    [[nodiscard]] int epochLimit() const override { return 1; }
    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override;
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override;

private:
    /// Deviations of a span of steps, as a window reads them.
    struct Deviations
    {
        const float *values; // [steps, N]
        const float *means; // [steps] over the sites
        int firstStep;
    };
    [[nodiscard]] std::size_t siteCount() const { return m_spec.siteCodes.size(); }
    /// Constant, deviations, observed share, mean of all sites, companions.
    [[nodiscard]] int inputCount() const;
    void writeInputs(Deviations deviations, const CompanionValues::Sources &sources, int lastStep,
        std::size_t site, double *out) const;
    /// Deviation in spreads at one step ahead.
    [[nodiscard]] float predicted(int ahead, const double *inputs) const;
    /// Sums over some of the training windows.
    [[nodiscard]] Result<NormalEquations> sumsOf(
        const std::vector<int> &windows, const TaskContext &context) const;
    [[nodiscard]] Result<> fitCoefficients(const TaskContext &context);
    /// @return the mean quantile loss.
    [[nodiscard]] Result<double> fitOffsets(const TaskContext &context);

    ModelSpec m_spec;
    UsualDeviations m_usual;
    CompanionValues m_companions;
    std::vector<float> m_coefficients; // [horizon, inputs]
    std::vector<float> m_offsets; // [horizon, N, quantiles], original unit
    bool m_nonNegative = false;
    float m_lambda = 0.0F; // as used
    TrainingData m_data;
    std::vector<float> m_deviations; // [training steps, N]
    std::vector<float> m_means; // [training steps]
    std::uint64_t m_seed = 0;
    int m_epoch = 0;
};

} // namespace belvedere
