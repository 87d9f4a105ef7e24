// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/trainer.h"

#include "training/code_version.h"
#include "training/data_hash.h"
#include "training/epoch_plan.h"
#include "training/training_checks.h"
#include "training/training_job.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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

} // namespace

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
        BV_TRY_VOID(checkResume(*m_inputs.resume, m_record, m_partnerHashes));
    return m_clock.cancelled() ? Result<>(cancelledFailure()) : Result<>();
}

/// Of what learns now.
TrainingData Training::trainingData() const
{
    const TrainPart &own = m_parts[static_cast<std::size_t>(std::max(0, m_tunedPart))];
    TrainingData data{own.learnFrom, own.split.train};
    data.validation = own.split.validation;
    if (m_tunedPart >= 0)
        return data;
    for (std::size_t i = 1; i < m_parts.size(); ++i)
        data.partners.push_back({m_parts[i].modelSpec(m_record.spec.model, m_record.spec.options),
            m_parts[i].learnFrom, m_parts[i].split.train});
    return data;
}

int Training::askedEpochs() const
{
    return std::clamp(m_model->epochLimit(), 1, m_record.spec.epochs);
}

int Training::fineTuneEpochs() const
{
    if (m_parts.size() < 2 || m_inputs.goesOn)
        return 0;
    // As much shorter as a budget made the learning before.
    const double share = static_cast<double>(m_record.plannedEpochs) / askedEpochs();
    return static_cast<int>(std::lround(share * m_record.spec.fineTuneEpochs));
}

int Training::epochsOf(int tunedPart) const
{
    return static_cast<int>(std::count_if(m_record.epochs.begin(), m_record.epochs.end(),
        [tunedPart](const EpochReport &epoch) { return epoch.tunedPart == tunedPart; }));
}

qint64 Training::epochWork(std::size_t part) const
{
    return JobProgress::kFitCost * m_parts[part].split.train.count
        + JobProgress::kForecastCost * m_parts[part].validationWindows();
}

qint64 Training::scoringWork() const
{
    return std::accumulate(m_scorings.begin(), m_scorings.end(), qint64{0},
        [](qint64 sum, const PartScoring &scoring) { return sum + scoring.work(); });
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

    qint64 work = scoringWork();
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        work += (planned + fineTuneEpochs()) * epochWork(i);
    m_progress.setTotal(work);
    return {};
}

Result<int> Training::epochsInBudget(int asked)
{
    const double budget = m_record.spec.budgetSeconds;
    const double before = m_clock.seconds();
    BV_TRY_VOID(m_model->begin(trainingData(), m_record.spec.seed, asked));
    const double beginSeconds = m_clock.seconds() - before;
    BV_TRY(const std::optional<double> epoch,
        epochSeconds(
            *m_model, m_parts, m_factory, m_clock, m_record.spec.threads, kProbeShare * budget));
    // It begins a second time, with the schedule that came out of this.
    const double remaining = budget - m_clock.seconds() - beginSeconds;
    // An epoch of fine-tuning takes no longer than one of all parts.
    const double epochsEach = m_record.spec.epochsInAll() / static_cast<double>(asked);
    return epoch ? epochsWithin(remaining, epochsEach * *epoch, asked) : asked;
}

/// What learns next.
Result<> Training::begin()
{
    if (m_tunedPart >= 0) {
        const TrainPart &part = m_parts[static_cast<std::size_t>(m_tunedPart)];
        BV_TRY(
            m_model, m_factory.create(part.modelSpec(m_record.spec.model, m_record.spec.options)));
    }
    const int planned = m_tunedPart >= 0 ? fineTuneEpochs() : m_record.plannedEpochs;
    return m_model->begin(trainingData(), m_record.spec.seed, planned);
}

Result<> Training::start()
{
    if (m_inputs.resume)
        takeUp(*m_inputs.resume);
    BV_TRY_VOID(begin());
    if (m_inputs.resume) {
        BV_TRY_VOID(m_model->restore(m_inputs.resume->model));
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
    m_tunedPart = record.epochs.empty() ? -1 : record.epochs.back().tunedPart;
    for (const EpochReport &epoch : record.epochs) {
        if (epoch.tunedPart < 0)
            m_stopping.observe(epoch.epoch, epoch.score);
        else if (epoch.tunedPart == m_tunedPart)
            m_tuning.observe(epoch.epoch, epoch.score);
        for (std::size_t i = 0; i < std::min(m_parts.size(), epoch.partMaes.size()); ++i)
            m_partBests[i].observe(epoch.epoch, epoch.partMaes[i]);
    }
    m_best = checkpoint.best;
    m_checkpointId = checkpoint.info.id;
    m_checkpointKept = true;
    m_record.stopReason = record.stopReason;
    if (!m_record.epochs.empty() && m_tunedPart < 0)
        m_record.stopReason = reasonToStop(m_record.epochs.back().seconds);
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
    m_progress.setRemaining(scoringWork()); // whatever the epochs took, they are behind us
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

Result<TrainOutcome> trainForecaster(const TrainSpec &spec, TrainInputs inputs,
    const ForecasterFactory &factory, const TaskContext &context, const TrainerHooks &hooks)
{
    return Training(spec, std::move(inputs), factory, context, hooks).run();
}

} // namespace belvedere
