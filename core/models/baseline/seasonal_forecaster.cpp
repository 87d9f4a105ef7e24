// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/seasonal_forecaster.h"

#include "models/baseline/residual_quantiles.h"

#include <QElapsedTimer>

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

SeasonalForecaster::SeasonalForecaster(ModelSpec spec)
    : m_spec(std::move(spec))
    , m_offsets(kHours * m_spec.siteCodes.size() * m_spec.shape.quantiles.size())
{
    const int slots = 7 * SeasonalProfile::slotsPerDay(m_spec.shape.stepMs);
    const auto siteCount = m_spec.siteCodes.size();
    m_profile = SeasonalProfile::fromValues(
        std::vector<float>(static_cast<std::size_t>(slots) * siteCount, kMissing),
        static_cast<int>(siteCount));
}

Result<> SeasonalForecaster::begin(const TrainingData &data, std::uint64_t, int)
{
    BV_TRY(const StepRange steps, trainingSteps(m_spec, data));
    m_profile = SeasonalProfile::fromSteps(*data.history, steps);
    m_nonNegative = isNonNegative(*data.history, steps);
    m_data = data;
    m_epoch = 0;
    return {};
}

Result<EpochReport> SeasonalForecaster::fitEpoch(const TaskContext &context)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_data.history)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
    const ChannelHistory &history = *m_data.history;
    BV_TRY(const StepRange steps, trainingSteps(m_spec, m_data));
    const std::size_t siteCount = m_spec.siteCodes.size();
    const std::size_t levels = m_spec.shape.quantiles.size();
    double loss = 0.0;
    std::size_t compared = 0;
    for (std::size_t s = 0; s < siteCount; ++s) {
        if (context.cancelled())
            return cancelledFailure();
        std::vector<std::vector<float>> residuals(kHours);
        for (int step = steps.begin; step < steps.end; ++step) {
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
            const auto offsets = quantileOffsets(residuals[hour], m_spec.shape.quantiles);
            loss += pinballSum(residuals[hour], offsets, m_spec.shape.quantiles);
            compared += residuals[hour].size() * levels;
            std::copy(offsets.begin(), offsets.end(),
                m_offsets.begin() + static_cast<std::ptrdiff_t>((hour * siteCount + s) * levels));
        }
        context.progress(static_cast<qint64>(s) + 1, static_cast<qint64>(siteCount), {});
    }
    EpochReport report;
    report.epoch = ++m_epoch;
    report.trainLoss = compared > 0 ? loss / static_cast<double>(compared) : 0.0;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

Result<std::vector<float>> SeasonalForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    BV_TRY_VOID(checkWindows(m_spec, history, lastSteps));
    const std::size_t levels = m_spec.shape.quantiles.size();
    const std::size_t rowSize = m_spec.siteCodes.size() * levels;
    std::vector<float> values;
    values.reserve(lastSteps.size() * static_cast<std::size_t>(m_spec.shape.horizon) * rowSize);
    for (const int lastStep : lastSteps) {
        if (context.cancelled())
            return cancelledFailure();
        for (int ahead = 1; ahead <= m_spec.shape.horizon; ++ahead) {
            const int minute = history.minuteOfWeekAt(lastStep + ahead);
            const float *usual = m_profile.row(m_profile.slotAt(minute));
            const float *offsets =
                m_offsets.data() + static_cast<std::size_t>(hourOf(minute)) * rowSize;
            for (std::size_t i = 0; i < rowSize; ++i) {
                const float value = usual[i / levels] + offsets[i];
                // Comparing this way round keeps NaN.
                values.push_back(m_nonNegative && value < 0.0F ? 0.0F : value);
            }
        }
    }
    return values;
}

ModelState SeasonalForecaster::state() const
{
    const auto siteCount = std::int64_t(m_spec.siteCodes.size());
    ModelState state;
    state.spec = m_spec;
    state.tensors.push_back(
        {QStringLiteral("profile"), {m_profile.slotCount(), siteCount}, m_profile.values()});
    state.tensors.push_back({QStringLiteral("offsets"),
        {kHours, siteCount, std::int64_t(m_spec.shape.quantiles.size())}, m_offsets});
    state.tensors.push_back({QStringLiteral("non_negative"), {1}, {m_nonNegative ? 1.0F : 0.0F}});
    return state;
}

Result<std::unique_ptr<SeasonalForecaster>> SeasonalForecaster::load(const ModelState &state)
{
    auto model = std::make_unique<SeasonalForecaster>(state.spec);
    const ModelState wanted = model->state();
    BV_TRY_VOID(checkTensors(state, wanted.tensors));
    BV_TRY(
        const NamedTensor *profile, state.tensor(wanted.tensors[0].name, wanted.tensors[0].shape));
    BV_TRY(
        const NamedTensor *offsets, state.tensor(wanted.tensors[1].name, wanted.tensors[1].shape));
    BV_TRY(const NamedTensor *floor, state.tensor(wanted.tensors[2].name, wanted.tensors[2].shape));
    model->m_profile =
        SeasonalProfile::fromValues(profile->values, static_cast<int>(state.spec.siteCodes.size()));
    model->m_offsets = offsets->values;
    model->m_nonNegative = floor->values[0] != 0.0F;
    return model;
}

} // namespace belvedere
