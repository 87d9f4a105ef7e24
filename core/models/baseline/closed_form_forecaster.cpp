// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/closed_form_forecaster.h"

#include "models/tensor_lookup.h"

#include <QElapsedTimer>

namespace belvedere {

namespace {

const QString kFloor = QStringLiteral("non_negative");

} // namespace

ClosedFormForecaster::ClosedFormForecaster(ModelSpec spec)
    : m_spec(std::move(spec))
{
}

Result<> ClosedFormForecaster::begin(const TrainingData &data, std::uint64_t seed, int)
{
    BV_TRY(const StepRange steps, trainingSteps(m_spec, data));
    BV_TRY_VOID(prepare(*data.history, steps));
    m_nonNegative = isNonNegative(*data.history, steps);
    m_data = data;
    m_steps = steps;
    m_seed = seed;
    m_epoch = 0;
    return {};
}

Result<EpochReport> ClosedFormForecaster::fitEpoch(const TaskContext &context)
{
    QElapsedTimer timer;
    timer.start();
    if (!m_data.history)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
    EpochReport report;
    BV_TRY(report.trainLoss, fit(context));
    report.epoch = ++m_epoch;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

void ClosedFormForecaster::setCompanions(std::vector<QString> channels)
{
    m_spec.companions = std::move(channels);
}

NamedTensor ClosedFormForecaster::floorTensor() const
{
    return {kFloor, {1}, {m_nonNegative ? 1.0F : 0.0F}};
}

void ClosedFormForecaster::takeFloor(const ModelState &state)
{
    m_nonNegative = tensorValues(state, kFloor)[0] != 0.0F;
}

} // namespace belvedere
