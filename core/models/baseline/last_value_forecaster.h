// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/closed_form_forecaster.h"

namespace belvedere {

/// Says that everything stays as it is: the median is the last observed value of the window.
/// The other quantiles are those of its errors in the training part, by step ahead and site.
class LastValueForecaster : public ClosedFormForecaster
{
public:
    explicit LastValueForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent or has another shape.
    [[nodiscard]] static Result<std::unique_ptr<LastValueForecaster>> load(const ModelState &state);

    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;
    [[nodiscard]] ModelState state() const override;

protected:
    [[nodiscard]] Result<> prepare(const ChannelHistory &, StepRange) override { return {}; }
    [[nodiscard]] Result<double> fit(const TaskContext &context) override;

private:
    std::vector<float> m_offsets; // [horizon, N, quantiles]
};

} // namespace belvedere
