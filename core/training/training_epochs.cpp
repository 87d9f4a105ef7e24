// SPDX-License-Identifier: GPL-3.0-or-later
// The epochs of a training: of all parts together, then of each alone.
#include "training/training_job.h"

#include <algorithm>

namespace belvedere {

namespace {

// Reasons to stop.
constexpr QLatin1String kStopped("stopped");
constexpr QLatin1String kOutOfTime("budget");

} // namespace

bool Training::overBudget(double moreSeconds) const
{
    const double budget = m_record.spec.budgetSeconds;
    return budget > 0.0 && seconds() + moreSeconds > budget;
}

QString Training::reasonToStop(double epochSeconds) const
{
    if (epochsOf(-1) >= m_record.plannedEpochs)
        return m_record.plannedEpochs < askedEpochs() ? kOutOfTime : QLatin1String("epochs");
    if (m_stopping.exhausted())
        return QStringLiteral("early-stopping");
    if (m_hooks.finishEarly())
        return kStopped;
    if (overBudget(epochSeconds)) // the next one would not end in time
        return kOutOfTime;
    return {};
}

/// Of the model that learns now.
Result<ForecastMetrics> Training::validatePart(
    std::size_t part, const std::function<bool()> &alsoStop)
{
    const TrainPart &own = m_parts[part];
    std::unique_ptr<Forecaster> partner;
    if (m_tunedPart < 0 && part > 0) {
        BV_TRY(partner, m_factory.load(m_model->partnerState(part - 1)));
    }
    const TaskContext validating =
        m_progress.part(JobProgress::kForecastCost * own.validationWindows(),
            QT_TRANSLATE_NOOP("Task", "Training"), alsoStop);
    return evaluateForecaster(partner ? *partner : *m_model, *own.history, own.split.validation,
        validating, own.validationStride);
}

/// Figures after an epoch, of all parts: of those that do not learn now, what is best so far.
Result<> Training::validate(EpochReport &report, const std::function<bool()> &alsoStop)
{
    if (m_tunedPart >= 0)
        report.validationLoss =
            m_record.epochs[static_cast<std::size_t>(m_partBests[0].bestEpoch() - 1)]
                .validationLoss;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        double mae = m_partBests[i].bestError();
        if (m_tunedPart < 0 || m_tunedPart == static_cast<int>(i)) {
            BV_TRY(const ForecastMetrics metrics, validatePart(i, alsoStop));
            mae = metrics.all.mae;
            if (i == 0)
                report.validationLoss = metrics.all.pinball;
        }
        report.partMaes.push_back(mae);
        report.score += mae / yardstick(i);
    }
    report.validationMae = report.partMaes.front();
    report.score /= static_cast<double>(m_parts.size());
    return {};
}

Result<EpochReport> Training::oneEpoch()
{
    const double before = m_clock.seconds();
    const int epoch = static_cast<int>(m_record.epochs.size()) + 1;
    // Without any epoch there is no model: the first one may outlast the budget.
    const auto outOfTime = [this, epoch] { return epoch > 1 && overBudget(0.0); };
    qint64 windows = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        windows += m_tunedPart < 0 || m_tunedPart == static_cast<int>(i)
            ? m_parts[i].split.train.count
            : 0;
    const TaskContext fitting = m_progress.part(
        JobProgress::kFitCost * windows, QT_TRANSLATE_NOOP("Task", "Training"), outOfTime);
    BV_TRY(EpochReport report, m_model->fitEpoch(fitting));
    report.epoch = epoch;
    report.tunedPart = m_tunedPart;
    if (m_tunedPart >= 0)
        report.trainLoss *= yardstick(0) / yardstick(static_cast<std::size_t>(m_tunedPart));
    BV_TRY_VOID(validate(report, outOfTime));
    report.seconds = m_clock.seconds() - before;
    return report;
}

TrainingCheckpoint Training::checkpoint() const
{
    TrainingCheckpoint checkpoint;
    checkpoint.info.id = m_checkpointId;
    checkpoint.info.record = m_record;
    checkpoint.info.record.seconds = seconds();
    checkpoint.partnerHashes = m_partnerHashes;
    checkpoint.model = m_model->checkpoint();
    checkpoint.best = m_best;
    return checkpoint;
}

/// Each part keeps the epoch that was best for it: they do not learn at the same pace.
/// @return whether it was that of the main part.
bool Training::takeBest(const EpochReport &report)
{
    bool main = false;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!m_partBests[i].observe(report.epoch, report.partMaes[i]))
            continue;
        m_best[i] = i == 0 || m_tunedPart >= 0 ? m_model->state() : m_model->partnerState(i - 1);
        main = main || i == 0;
    }
    return main;
}

void Training::finishEpoch(EpochReport report)
{
    (m_tunedPart < 0 ? m_stopping : m_tuning).observe(report.epoch, report.score);
    report.best = takeBest(report);
    m_record.epochs.push_back(report);
    if (m_checkpoints.wanted() && askedEpochs() > 1 && m_checkpoints.offer(checkpoint())) {
        m_record.epochs.back().checkpoint = true;
        m_checkpointKept = true;
    }
    m_hooks.onEpoch(m_record.epochs.back());
}

/// @return false when the time is over.
Result<bool> Training::epochInTime()
{
    if (m_progress.part(0, QT_TRANSLATE_NOOP("Task", "Training")).cancelled())
        return cancelledFailure();
    const Result<EpochReport> report = oneEpoch();
    if (report)
        finishEpoch(*report);
    else if (report.error().code != Errc::Cancelled || m_clock.cancelled())
        return failure(report.error());
    return report.has_value();
}

/// All parts together.
Result<> Training::fitTogether()
{
    while (m_record.stopReason.isEmpty()) {
        BV_TRY(const bool done, epochInTime());
        m_record.stopReason = done ? reasonToStop(m_record.epochs.back().seconds) : kOutOfTime;
    }
    if (std::any_of(m_partBests.begin(), m_partBests.end(),
            [](const EarlyStopping &best) { return best.bestEpoch() == 0; }))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Model %1 gave no usable forecast for the validation part in %2 epochs. Check the "
                "data for gaps or choose another model."),
            {m_record.spec.model, QString::number(m_record.epochs.size())});
    return {};
}

/// A part alone, from the best of what was learned together.
Result<> Training::fineTune(int part)
{
    if (m_tunedPart != part) {
        m_tunedPart = part;
        m_tuning = EarlyStopping(m_record.spec.patience);
        BV_TRY_VOID(begin());
        BV_TRY_VOID(m_model->warmStart(m_best[static_cast<std::size_t>(part)]));
    }
    qint64 remaining = scoringWork();
    for (std::size_t i = static_cast<std::size_t>(part); i < m_parts.size(); ++i)
        remaining += (fineTuneEpochs() - epochsOf(static_cast<int>(i))) * epochWork(i);
    m_progress.setRemaining(remaining);
    while (epochsOf(part) < fineTuneEpochs() && !m_tuning.exhausted()) {
        if (m_hooks.finishEarly()) {
            m_record.stopReason = kStopped;
            return {};
        }
        const bool begun = !overBudget(m_record.epochs.back().seconds);
        BV_TRY(const bool done, begun ? epochInTime() : Result<bool>(false));
        if (!done) {
            m_record.stopReason = kOutOfTime;
            return {};
        }
    }
    return {};
}

Result<> Training::fit()
{
    BV_TRY_VOID(fitTogether());
    const int tuned = fineTuneEpochs() > 0 ? static_cast<int>(m_parts.size()) : 0;
    for (int part = std::max(0, m_tunedPart); part < tuned && m_record.stopReason != kStopped;
         ++part)
        BV_TRY_VOID(fineTune(part));
    m_record.bestEpoch = m_partBests.front().bestEpoch();
    return {};
}

} // namespace belvedere
