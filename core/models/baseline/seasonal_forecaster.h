// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/baseline/closed_form_forecaster.h"
#include "models/seasonal_profile.h"

namespace belvedere {

/// Says that everything is as usual: the median is the site's mean at that time of the week (see
/// SeasonalProfile). The other quantiles are those of its errors in the training part, by hour of
/// the day and site.
class SeasonalForecaster : public ClosedFormForecaster
{
public:
    explicit SeasonalForecaster(ModelSpec spec);
    /// @return Errc::Schema if a tensor is absent or has another shape.
    [[nodiscard]] static Result<std::unique_ptr<SeasonalForecaster>> load(const ModelState &state);

    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context) const override;
    [[nodiscard]] ModelState state() const override;

protected:
    [[nodiscard]] Result<> prepare(const ChannelHistory &history, StepRange steps) override;
    [[nodiscard]] Result<double> fit(const TaskContext &context) override;

private:
    SeasonalProfile m_profile;
    std::vector<float> m_offsets; // [24, N, quantiles]
};

} // namespace belvedere
