// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/seasonal_forecaster.h"

#include "models/baseline/residual_quantiles.h"
#include "models/tensor_lookup.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr int kHours = 24;
constexpr int kMinutesPerHour = 60;

int hourOf(int minuteOfWeek)
{
    return minuteOfWeek % kMinutesPerDay / kMinutesPerHour;
}

} // namespace

SeasonalForecaster::SeasonalForecaster(ModelSpec modelSpec)
    : ClosedFormForecaster(std::move(modelSpec))
    , m_offsets(kHours * siteCount() * levelCount())
{
    const int slots = 7 * SeasonalProfile::slotsPerDay(spec().shape.stepMs);
    m_profile = SeasonalProfile::fromValues(
        std::vector<float>(static_cast<std::size_t>(slots) * siteCount(), kMissing),
        static_cast<int>(siteCount()));
}

Result<> SeasonalForecaster::prepare(const ChannelHistory &history, StepRange steps)
{
    m_profile = SeasonalProfile::fromSteps(history, steps);
    return {};
}

Result<double> SeasonalForecaster::fit(const TaskContext &context)
{
    const ChannelHistory &history = *data().history;
    const std::vector<double> &levels = spec().shape.quantiles;
    double loss = 0.0;
    std::size_t compared = 0;
    for (std::size_t s = 0; s < siteCount(); ++s) {
        if (context.cancelled())
            return cancelledFailure();
        std::vector<std::vector<float>> residuals(kHours);
        for (int step = steps().begin; step < steps().end; ++step) {
            const int minute = history.minuteOfWeekAt(step);
            const int slot = m_profile.slotAt(minute);
            const int support = m_profile.support(slot, static_cast<int>(s));
            const float value = history.row(step)[s];
            if (std::isnan(value) || support < 2)
                continue;
            // Leaving the value itself out of the mean, or few weeks would look too certain.
            const float residual =
                (value - m_profile.row(slot)[s]) * float(support) / float(support - 1);
            residuals[static_cast<std::size_t>(hourOf(minute))].push_back(residual);
        }
        for (std::size_t hour = 0; hour < kHours; ++hour) {
            const auto offsets = quantileOffsets(residuals[hour], levels);
            loss += pinballSum(residuals[hour], offsets, levels);
            compared += residuals[hour].size() * levels.size();
            std::copy(offsets.begin(), offsets.end(),
                m_offsets.begin()
                    + static_cast<std::ptrdiff_t>((hour * siteCount() + s) * levels.size()));
        }
        context.progress(static_cast<qint64>(s) + 1, static_cast<qint64>(siteCount()), {});
    }
    return compared > 0 ? loss / static_cast<double>(compared) : 0.0;
}

Result<std::vector<float>> SeasonalForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(spec(), history, lastSteps));
    const std::size_t rowSize = siteCount() * levelCount();
    std::vector<float> values;
    values.reserve(lastSteps.size() * static_cast<std::size_t>(spec().shape.horizon) * rowSize);
    for (const int lastStep : lastSteps) {
        if (context.cancelled())
            return cancelledFailure();
        for (int ahead = 1; ahead <= spec().shape.horizon; ++ahead) {
            const int minute = history.minuteOfWeekAt(lastStep + ahead);
            const float *usual = m_profile.row(m_profile.slotAt(minute));
            const float *offsets =
                m_offsets.data() + static_cast<std::size_t>(hourOf(minute)) * rowSize;
            for (std::size_t i = 0; i < rowSize; ++i)
                values.push_back(possible(usual[i / levelCount()] + offsets[i]));
        }
    }
    return values;
}

ModelState SeasonalForecaster::state() const
{
    const auto sites = std::int64_t(siteCount());
    return {spec(),
        {{QStringLiteral("profile"), {m_profile.slotCount(), sites}, m_profile.values()},
            {QStringLiteral("offsets"), {kHours, sites, std::int64_t(levelCount())}, m_offsets},
            floorTensor()}};
}

Result<std::unique_ptr<SeasonalForecaster>> SeasonalForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<SeasonalForecaster>(state.spec);
    BV_TRY_VOID(checkTensors(state, model->state().tensors));
    model->m_profile = SeasonalProfile::fromValues(
        tensorValues(state, QStringLiteral("profile")), static_cast<int>(model->siteCount()));
    model->m_offsets = tensorValues(state, QStringLiteral("offsets"));
    model->takeFloor(state);
    return model;
}

} // namespace belvedere
