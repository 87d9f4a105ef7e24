// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/closed_form_forecaster.h"
#include "models/baseline/usual_deviations.h"

#include <functional>
#include <initializer_list>

namespace belvedere {

/// A linear map of deviations from the usual, by least squares with a penalty. Its coefficients
/// give the median; the other quantiles are those of its errors, by step ahead and site.
class LinearForecaster : public ClosedFormForecaster
{
public:
    [[nodiscard]] ModelState state() const final;

protected:
    using ClosedFormForecaster::ClosedFormForecaster;

    /// The option "lambda": 0 leaves the choice to the last fifth of the training windows.
    [[nodiscard]] static OptionSpec penaltyOption();
    /// The option, or the one of `penalties` with the least error.
    [[nodiscard]] Result<double> choosePenalty(std::initializer_list<double> penalties,
        const std::function<Result<double>(double penalty)> &errorOf) const;

    [[nodiscard]] Result<> prepare(const ChannelHistory &history, StepRange steps) override;
    /// [horizon, …]
    [[nodiscard]] virtual std::vector<std::int64_t> coefficientShape() const = 0;
    /// Tensors of state() beside those that every linear model has.
    [[nodiscard]] virtual std::vector<NamedTensor> ownTensors() const { return {}; }
    /// Takes what state() gave; ownTensors() must be taken before.
    /// @return Errc::Schema if a tensor is absent, too many or of another shape.
    [[nodiscard]] Result<> takeState(const ModelState &state);

    /// @return Errc::Usage before there are coefficients.
    [[nodiscard]] Result<> checkTrained() const;
    /// @param ahead  from 0
    /// @param median  original unit
    /// @param out  [quantiles]
    void writeQuantiles(std::size_t ahead, std::size_t site, float median, float *out) const;

    UsualDeviations m_usual;
    std::vector<float> m_coefficients; // coefficientShape()
    std::vector<float> m_offsets; // [horizon, N, quantiles], original unit
    float m_lambda = 0.0F; // as used

private:
    [[nodiscard]] std::vector<NamedTensor> tensors(
        std::vector<float> coefficients, std::vector<float> offsets) const;
    [[nodiscard]] std::vector<std::int64_t> offsetShape() const;
};

} // namespace belvedere
