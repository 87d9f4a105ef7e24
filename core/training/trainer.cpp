// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/trainer.h"

#include "training/checkpoint_writer.h"
#include "training/code_version.h"
#include "training/data_hash.h"
#include "training/early_stopping.h"
#include "training/epoch_plan.h"
#include "training/part_scoring.h"
#include "training/training_checks.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

// Of the time budget, to measure the pace; of fitting and of validating each.
constexpr double kProbeShare = 0.03;

QString newCheckpointId(UtcMs started)
{
    return QStringLiteral("c%1-%2")
        .arg(QDateTime::fromMSecsSinceEpoch(started, Qt::UTC)
                 .toString(QStringLiteral("yyyyMMdd-HHmmss")))
        .arg(QRandomGenerator::global()->bounded(0x10000), 4, 16, QLatin1Char('0'));
}

/// One training from the split to the figures.
class Training
{
public:
    Training(const TrainSpec &spec, TrainInputs inputs, const ForecasterFactory &factory,
        const TaskContext &context, const TrainerHooks &hooks)
        : m_inputs(std::move(inputs))
        , m_factory(factory)
        , m_hooks(hooks)
        , m_clock(context)
        , m_progress(context, m_clock, spec.threads)
        , m_stopping(spec.patience)
        , m_checkpoints(hooks, m_clock)
    {
        m_record.spec = spec;
    }

    [[nodiscard]] Result<TrainOutcome> run()
    {
        BV_TRY_VOID(prepare());
        BV_TRY_VOID(plan());
        BV_TRY_VOID(start());
        BV_TRY_VOID(fit());
        return score();
    }

private:
    Result<> prepare();
    Result<> prepareParts();
    Result<> checkResume() const;
    Result<> plan();
    Result<int> epochsInBudget(int asked);
    Result<std::optional<double>> epochSeconds(double probeSeconds);
    Result<> start();
    void takeUp(const TrainingCheckpoint &checkpoint);
    Result<> fit();
    bool takeBest(const EpochReport &report);
    Result<> finishEpoch(EpochReport report);
    Result<EpochReport> oneEpoch(int epoch);
    Result<> validate(EpochReport &report, const std::function<bool()> &alsoStop);
    Result<TrainOutcome> score();

    [[nodiscard]] TrainingCheckpoint checkpoint() const;
    [[nodiscard]] TrainingData trainingData() const;
    [[nodiscard]] RunRecord partRecord(std::size_t part) const;
    /// Empty = go on.
    [[nodiscard]] QString reasonToStop(double epochSeconds) const;
    [[nodiscard]] double seconds() const { return m_secondsBefore + m_clock.seconds(); }
    [[nodiscard]] bool overBudget(double moreSeconds) const;
    [[nodiscard]] int askedEpochs() const;

    TrainInputs m_inputs;
    const ForecasterFactory &m_factory;
    const TrainerHooks &m_hooks;
    WorkClock m_clock;
    JobProgress m_progress;
    EarlyStopping m_stopping;
    CheckpointWriter m_checkpoints;
    RunRecord m_record;
    std::vector<TrainPart> m_parts; // the main one, then the partners
    std::vector<double> m_yardsticks; // [parts] MAE of the last value; empty = not joint
    std::vector<QString> m_partnerHashes;
    std::vector<PartScoring> m_scorings; // [parts]
    std::unique_ptr<TrainableForecaster> m_model;
    std::vector<EarlyStopping> m_partBests; // [parts]
    std::vector<ModelState> m_best; // [parts]; without tensors = none yet
    double m_secondsBefore = 0.0; // of the training before it was interrupted
    double m_checkpointSeconds = 0.0;
    QString m_checkpointId;
    bool m_checkpointKept = false;
};

Result<> Training::prepareParts()
{
    TrainSpec &spec = m_record.spec;
    BV_TRY(
        TrainPart main, makeTrainPart(spec, m_inputs.history, m_inputs.learnFrom, m_inputs.split));
    m_parts.push_back(std::move(main));
    for (std::size_t i = 0; i < m_inputs.partners.size(); ++i) {
        BV_TRY(TrainPart part, makeTrainPart(spec, m_inputs.partners[i], nullptr, {}));
        spec.partners[i] = {part.history->dataset, part.history->channel.key};
        m_partnerHashes.push_back(dataHash(*part.history));
        m_parts.push_back(std::move(part));
    }
    if (m_parts.size() > 1) {
        for (const TrainPart &part : m_parts)
            m_yardsticks.push_back(lastValueMae(part));
    }
    m_partBests.assign(m_parts.size(), EarlyStopping(spec.patience));
    m_best.resize(m_parts.size());
    m_scorings.reserve(m_parts.size());
    for (const TrainPart &part : m_parts) {
        // A limit is one of the channel; a partner may measure another.
        const std::vector<double> eventsAbove =
            m_scorings.empty() ? spec.eventsAbove : std::vector<double>();
        m_scorings.emplace_back(
            part, m_factory, m_inputs.scoring, spec.model, eventsAbove, m_progress);
    }
    return {};
}

Result<> Training::prepare()
{
    TrainSpec &spec = m_record.spec;
    BV_TRY_VOID(checkTraining(spec, m_inputs));
    spec.dataset = m_inputs.history->dataset;
    spec.channel = m_inputs.history->channel.key;
    BV_TRY_VOID(prepareParts());
    BV_TRY(m_model, m_factory.create(m_parts[0].modelSpec(spec.model, spec.options)));
    spec.options = m_model->spec().options; // with defaults: they may change between versions
    if (!m_inputs.partners.empty() && !m_model->learnsJointly())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A model of kind \"%1\" learns from one data set only. Leave the partners out or "
                "choose another model."),
            {spec.model});
    m_record.started = QDateTime::currentMSecsSinceEpoch();
    m_record.unit = m_inputs.history->channel.unit;
    m_record.codeVersion = codeVersion();
    m_record.dataHash = dataHash(*m_inputs.history);
    m_record.startedFrom = spec.startFrom;
    m_checkpointId = newCheckpointId(m_record.started);
    m_progress.setBeforeAsking([this] {
        if (m_checkpoints.keepBeforePause()) {
            m_record.epochs.back().checkpoint = true;
            m_checkpointKept = true;
        }
    });
    if (m_inputs.resume)
        BV_TRY_VOID(checkResume());
    return m_clock.cancelled() ? Result<>(cancelledFailure()) : Result<>();
}

Result<> Training::checkResume() const
{
    const TrainingCheckpoint &checkpoint = *m_inputs.resume;
    const RunRecord &record = checkpoint.info.record;
    const QString &id = checkpoint.info.id;
    if (record.codeVersion != m_record.codeVersion)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Checkpoint %1 is of version %2 of the program, this is %3: going on would not "
                "give the same numbers. Use that version, or train from the beginning."),
            {id, record.codeVersion, m_record.codeVersion});
    if (record.dataHash != m_record.dataHash || checkpoint.partnerHashes != m_partnerHashes)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The data that checkpoint %1 learned from has changed since, so it cannot go on. "
                "Train from the beginning."),
            {id});
    if (record.spec.toJson() != m_record.spec.toJson())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Checkpoint %1 belongs to a training with other settings. Go on with its own."),
            {id});
    return {};
}

TrainingData Training::trainingData() const
{
    TrainingData data{m_parts[0].learnFrom, m_parts[0].split.train};
    data.validation = m_parts[0].split.validation;
    for (std::size_t i = 1; i < m_parts.size(); ++i)
        data.partners.push_back({m_parts[i].modelSpec(m_record.spec.model, m_record.spec.options),
            m_parts[i].learnFrom, m_parts[i].split.train});
    return data;
}

int Training::askedEpochs() const
{
    return std::clamp(m_model->epochLimit(), 1, m_record.spec.epochs);
}

/// How long the learning-rate schedule is.
Result<> Training::plan()
{
    const int asked = askedEpochs();
    int planned = asked;
    if (m_inputs.resume)
        planned = m_inputs.resume->info.record.plannedEpochs;
    else if (m_record.spec.plannedEpochs > 0)
        planned = std::min(asked, m_record.spec.plannedEpochs);
    else if (m_record.spec.budgetSeconds > 0.0 && asked > 1) {
        BV_TRY(planned, epochsInBudget(asked));
    }
    m_record.plannedEpochs = planned;

    qint64 epochWork = 0;
    qint64 scoringWork = 0;
    for (const TrainPart &part : m_parts)
        epochWork += JobProgress::kFitCost * part.split.train.count
            + JobProgress::kForecastCost * part.validationWindows();
    for (const PartScoring &scoring : m_scorings)
        scoringWork += scoring.work();
    m_progress.setTotal(planned * epochWork + scoringWork);
    return {};
}

Result<int> Training::epochsInBudget(int asked)
{
    const double budget = m_record.spec.budgetSeconds;
    const double before = m_clock.seconds();
    BV_TRY_VOID(m_model->begin(trainingData(), m_record.spec.seed, asked));
    const double beginSeconds = m_clock.seconds() - before;
    BV_TRY(const std::optional<double> epoch, epochSeconds(kProbeShare * budget));
    // It begins a second time, with the schedule that came out of this.
    const double remaining = budget - m_clock.seconds() - beginSeconds;
    return epoch ? epochsWithin(remaining, *epoch, asked) : asked;
}

/// Of fitting and validating; nothing if the model does not say how far it is.
Result<std::optional<double>> Training::epochSeconds(double probeSeconds)
{
    PaceProbe fitting(m_clock, m_record.spec.threads, probeSeconds);
    const Result<EpochReport> report = m_model->fitEpoch(fitting.context());
    if (!report && (report.error().code != Errc::Cancelled || m_clock.cancelled()))
        return failure(report.error());
    std::optional<double> seconds = fitting.wholeSeconds();
    if (!seconds)
        return seconds;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const TrainPart &part = m_parts[i];
        std::unique_ptr<Forecaster> partner;
        if (i > 0) {
            BV_TRY(partner, m_factory.load(m_model->partnerState(i - 1)));
        }
        PaceProbe validating(m_clock, m_record.spec.threads, probeSeconds);
        const Result<ForecastMetrics> metrics = evaluateForecaster(i == 0 ? *m_model : *partner,
            *part.history, part.split.validation, validating.context(), part.validationStride);
        if (!metrics && (metrics.error().code != Errc::Cancelled || m_clock.cancelled()))
            return failure(metrics.error());
        *seconds += validating.wholeSeconds().value_or(0.0);
    }
    return seconds;
}

bool Training::overBudget(double moreSeconds) const
{
    const double budget = m_record.spec.budgetSeconds;
    return budget > 0.0 && seconds() + moreSeconds > budget;
}

QString Training::reasonToStop(double epochSeconds) const
{
    if (static_cast<int>(m_record.epochs.size()) >= m_record.plannedEpochs)
        return m_record.plannedEpochs < askedEpochs() ? QStringLiteral("budget")
                                                      : QStringLiteral("epochs");
    if (m_stopping.exhausted())
        return QStringLiteral("early-stopping");
    if (m_hooks.finishEarly())
        return QStringLiteral("stopped");
    if (overBudget(epochSeconds)) // the next one would not end in time
        return QStringLiteral("budget");
    return {};
}

Result<> Training::start()
{
    BV_TRY_VOID(m_model->begin(trainingData(), m_record.spec.seed, m_record.plannedEpochs));
    if (m_inputs.resume) {
        BV_TRY_VOID(m_model->restore(m_inputs.resume->model));
        takeUp(*m_inputs.resume);
        m_inputs.resume.reset();
    } else if (m_inputs.startFrom) {
        BV_TRY_VOID(m_model->warmStart(*m_inputs.startFrom));
        m_inputs.startFrom.reset();
    }
    return {};
}

/// What the training knew of itself when the checkpoint was taken.
void Training::takeUp(const TrainingCheckpoint &checkpoint)
{
    const RunRecord &record = checkpoint.info.record;
    m_record.started = record.started;
    m_record.epochs = record.epochs;
    m_record.resumes = record.resumes + 1;
    m_secondsBefore = record.seconds;
    for (const EpochReport &epoch : record.epochs) {
        m_stopping.observe(epoch.epoch, epoch.score);
        for (std::size_t i = 0; i < std::min(m_parts.size(), epoch.partMaes.size()); ++i)
            m_partBests[i].observe(epoch.epoch, epoch.partMaes[i]);
    }
    m_best = checkpoint.best;
    m_checkpointId = checkpoint.info.id;
    m_checkpointKept = true;
    if (!m_record.epochs.empty())
        m_record.stopReason = reasonToStop(m_record.epochs.back().seconds);
}

/// Figures after an epoch, of all parts.
Result<> Training::validate(EpochReport &report, const std::function<bool()> &alsoStop)
{
    report.score = 0.0;
    report.partMaes.clear();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const TrainPart &part = m_parts[i];
        std::unique_ptr<Forecaster> partner;
        if (i > 0) {
            BV_TRY(partner, m_factory.load(m_model->partnerState(i - 1)));
        }
        const TaskContext validating =
            m_progress.part(JobProgress::kForecastCost * part.validationWindows(),
                QT_TRANSLATE_NOOP("Task", "Training"), alsoStop);
        BV_TRY(const ForecastMetrics metrics,
            evaluateForecaster(i == 0 ? *m_model : *partner, *part.history, part.split.validation,
                validating, part.validationStride));
        if (i == 0) {
            report.validationMae = metrics.all.mae;
            report.validationLoss = metrics.all.pinball;
        }
        report.partMaes.push_back(metrics.all.mae);
        // A yardstick of 0 or none measures nothing: then the plain error counts.
        const bool relative = !m_yardsticks.empty() && m_yardsticks[i] > 0.0;
        report.score += metrics.all.mae / (relative ? m_yardsticks[i] : 1.0);
    }
    report.score /= static_cast<double>(m_parts.size());
    return {};
}

Result<EpochReport> Training::oneEpoch(int epoch)
{
    const double before = m_clock.seconds();
    // Without any epoch there is no model: the first one may outlast the budget.
    const auto outOfTime = [this, epoch] { return epoch > 1 && overBudget(0.0); };
    qint64 windows = 0;
    for (const TrainPart &part : m_parts)
        windows += part.split.train.count;
    const TaskContext fitting = m_progress.part(
        JobProgress::kFitCost * windows, QT_TRANSLATE_NOOP("Task", "Training"), outOfTime);
    BV_TRY(EpochReport report, m_model->fitEpoch(fitting));
    report.epoch = epoch;
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
        m_best[i] = i == 0 ? m_model->state() : m_model->partnerState(i - 1);
        main = main || i == 0;
    }
    return main;
}

Result<> Training::finishEpoch(EpochReport report)
{
    m_stopping.observe(report.epoch, report.score);
    report.best = takeBest(report);
    m_record.epochs.push_back(report);
    if (m_checkpoints.wanted() && askedEpochs() > 1 && m_checkpoints.offer(checkpoint())) {
        m_record.epochs.back().checkpoint = true;
        m_checkpointKept = true;
    }
    m_hooks.onEpoch(m_record.epochs.back());
    m_record.stopReason = reasonToStop(report.seconds);
    return {};
}

Result<> Training::fit()
{
    while (m_record.stopReason.isEmpty()) {
        if (m_progress.part(0, QT_TRANSLATE_NOOP("Task", "Training")).cancelled())
            return cancelledFailure();
        const Result<EpochReport> report = oneEpoch(static_cast<int>(m_record.epochs.size()) + 1);
        if (report) {
            BV_TRY_VOID(finishEpoch(*report));
        } else if (report.error().code != Errc::Cancelled || m_clock.cancelled()) {
            return failure(report.error());
        } else {
            m_record.stopReason = QStringLiteral("budget");
        }
    }
    if (std::any_of(m_partBests.begin(), m_partBests.end(),
            [](const EarlyStopping &best) { return best.bestEpoch() == 0; }))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Model %1 gave no usable forecast for the validation part in %2 epochs. Check the "
                "data for gaps or choose another model."),
            {m_record.spec.model, QString::number(m_record.epochs.size())});
    m_record.bestEpoch = m_partBests.front().bestEpoch();
    return {};
}

/// The record of a part, with itself as the data set and the others as its partners.
RunRecord Training::partRecord(std::size_t part) const
{
    RunRecord record = m_record;
    if (part == 0)
        return record;
    TrainSpec &spec = record.spec;
    const TrainPartner own = spec.partners[part - 1];
    spec.partners[part - 1] = {spec.dataset, spec.channel};
    spec.dataset = own.dataset;
    spec.channel = own.channel;
    record.unit = m_parts[part].history->channel.unit;
    record.dataHash = m_partnerHashes[part - 1];
    EarlyStopping best(m_record.spec.patience);
    for (EpochReport &epoch : record.epochs) {
        epoch.validationMae = epoch.partMaes[part];
        epoch.validationLoss = std::numeric_limits<double>::quiet_NaN(); // of the main part alone
        epoch.best = best.observe(epoch.epoch, epoch.validationMae);
    }
    record.bestEpoch = best.bestEpoch();
    return record;
}

Result<TrainOutcome> Training::score()
{
    std::optional<TrainingCheckpoint> stoppedAt;
    if (m_inputs.goesOn)
        stoppedAt = checkpoint();
    m_model.reset(); // what is scored is what is kept, not what the last epoch left
    qint64 remaining = 0; // whatever the epochs took, they are behind us
    for (const PartScoring &scoring : m_scorings)
        remaining += scoring.work();
    m_progress.setRemaining(remaining);
    std::vector<TrainOutcome> outcomes;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        TrainOutcome outcome;
        outcome.record = partRecord(i);
        outcome.model = std::move(m_best[i]);
        const bool compared = i == 0 && m_inputs.incumbent;
        BV_TRY_VOID(m_scorings[i].run(outcome, compared ? &*m_inputs.incumbent : nullptr));
        outcomes.push_back(std::move(outcome));
    }
    for (TrainOutcome &outcome : outcomes)
        outcome.record.seconds = seconds();
    TrainOutcome main = std::move(outcomes.front());
    outcomes.erase(outcomes.begin());
    main.partners = std::move(outcomes);
    main.stoppedAt = std::move(stoppedAt);
    if (m_checkpointKept)
        main.checkpointId = m_checkpointId;
    return main;
}

} // namespace

Result<TrainOutcome> trainForecaster(const TrainSpec &spec, TrainInputs inputs,
    const ForecasterFactory &factory, const TaskContext &context, const TrainerHooks &hooks)
{
    return Training(spec, std::move(inputs), factory, context, hooks).run();
}

} // namespace belvedere
