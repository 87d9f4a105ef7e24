// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_controller.h"

#include "registry/train_inputs.h"
#include "training/study_archive.h"

#include <QDateTime>

#include <algorithm>

namespace belvedere::ui {

namespace {

using Emit = std::function<void(StudyEvent)>;

/// What a worker needs; it owns all of it.
struct StudyWork
{
    std::shared_ptr<Store> store;
    const ForecasterFactory *factory = nullptr;
    std::shared_ptr<std::atomic_bool> finishEarly;
};

Result<StudyDone> study(
    const StudyWork &work, TuningSpec spec, const TaskContext &context, const Emit &emitEvent)
{
    BV_TRY(const auto inputs, loadTrainInputs(work.store, spec.train));
    emitEvent(StudyPlan{inputs.history->channel.unit, spec.trials});
    TuningHooks hooks;
    hooks.onTrial = [&emitEvent](const TuningTrial &trial) { emitEvent(trial); };
    hooks.onEpoch = [&emitEvent](
                        const TuningTrial &trial, const EpochReport &) { emitEvent(trial); };
    hooks.finishEarly = [&work] { return work.finishEarly->load(); };
    BV_TRY(auto tuning, tuneForecaster(spec, inputs, *work.factory, context, hooks));
    for (const TuningTrial &trial : tuning.trials)
        emitEvent(trial);
    return StudyDone{
        tuning.best, std::make_shared<const TrainOutcome>(std::move(tuning.winner)), {}};
}

Result<StudyDone> study(const StudyWork &work, CrossValidationSpec spec, const TaskContext &context,
    const Emit &emitEvent)
{
    BV_TRY(const auto inputs, loadTrainInputs(work.store, spec.train));
    emitEvent(StudyPlan{inputs.history->channel.unit, spec.folds});
    CrossValidationHooks hooks;
    hooks.onOutcome = [&emitEvent](const FoldOutcome &fold) { emitEvent(fold); };
    BV_TRY(auto validation, crossValidate(spec, inputs, *work.factory, context, hooks));
    return StudyDone{0, nullptr, std::move(validation.test)};
}

Result<StudyDone> study(const StudyWork &work, LearningCurveSpec spec, const TaskContext &context,
    const Emit &emitEvent)
{
    BV_TRY(const auto inputs, loadTrainInputs(work.store, spec.train));
    BV_TRY(const auto planned, planLearningCurve(inputs.history->axis, spec));
    emitEvent(StudyPlan{inputs.history->channel.unit, static_cast<int>(planned.size())});
    LearningCurveHooks hooks;
    hooks.onOutcome = [&emitEvent](const LearningCurvePoint &point) { emitEvent(point); };
    BV_TRY_VOID(learningCurve(spec, inputs, *work.factory, context, hooks));
    return StudyDone{};
}

/// The winner of a search becomes a run, which the record then names.
Result<StudyRecord> stored(const std::shared_ptr<Store> &store, StudyRecord record,
    const std::shared_ptr<const TrainOutcome> &winner)
{
    if (winner) {
        BV_TRY(const RunRecord run, RunArchive(store).add(*winner));
        record.winnerRun = run.id;
    }
    return StudyArchive(store).add(std::move(record));
}

} // namespace

StudyController::StudyController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

StudyController::~StudyController()
{
    if (m_study)
        m_study->future().cancel();
}

void StudyController::setStore(std::shared_ptr<Store> store)
{
    cancel();
    m_context.store = std::move(store);
    m_kept.clear();
    m_record.reset();
    Q_EMIT changed();
    Q_EMIT keptChanged();
    reload();
}

void StudyController::reload()
{
    m_loading.cancel();
    if (!m_context.store)
        return;
    m_loading.start(
        runTask(m_context.pools->io,
            [store = m_context.store](TaskContext &) { return StudyArchive(store).studies(); }),
        [this](Result<std::vector<StudyRecord>> studies) {
            if (!studies) {
                Q_EMIT failed(studies.error());
                return;
            }
            m_kept = std::move(*studies);
            Q_EMIT keptChanged();
        });
}

void StudyController::open(const QString &id)
{
    const auto found = std::find_if(
        m_kept.begin(), m_kept.end(), [&id](const StudyRecord &record) { return record.id == id; });
    if (busy() || found == m_kept.end())
        return;
    m_record = *found;
    Q_EMIT changed();
}

void StudyController::remove(const QString &id)
{
    if (!m_context.store || m_removing.running())
        return;
    m_removing.start(runTask(m_context.pools->io,
                         [store = m_context.store, id](
                             TaskContext &) { return StudyArchive(store).remove(id); }),
        [this](const Result<> &removed) {
            if (!removed)
                Q_EMIT failed(removed.error());
            reload();
        });
}

void StudyController::start(const StudySpec &spec, bool waits)
{
    if (busy() || !m_context.store)
        return;
    m_spec = spec;
    m_record = recordOf(spec);
    m_outcome.reset();
    m_error.reset();
    m_done = 0.0;
    Q_EMIT changed();
    setState(State::Waiting);
    if (!waits)
        begin();
}

void StudyController::begin()
{
    if (m_state != State::Waiting)
        return;
    //: Shown in the status line. %1 is the name of a data set
    m_title = tr("Experiment on %1").arg(trainSpecOf(*m_spec).dataset);
    m_finishEarly = std::make_shared<std::atomic_bool>(false);
    watch();
    const StudyWork work{m_context.store, m_context.factory, m_finishEarly};
    m_study->setFuture(runStream<StudyEvent>(
        m_context.pools->training,
        [work, spec = *m_spec](const TaskContext &context, const Emit &emitEvent) {
            auto done = belvedere::detail::guarded<Result<StudyDone>>([&] {
                return std::visit(
                    [&](const auto &s) { return study(work, s, context, emitEvent); }, spec);
            });
            if (done)
                emitEvent(std::move(*done));
            else
                emitEvent(std::move(done.error()));
        },
        trainSpecOf(*m_spec).threads));
    setState(State::Running);
    Q_EMIT taskStarted(m_title, QFuture<void>(m_study->future()));
}

void StudyController::watch()
{
    m_study = new QFutureWatcher<StudyEvent>(this);
    connect(m_study, &QFutureWatcherBase::resultReadyAt, this,
        [this](int index) { handle(m_study->future().resultAt(index)); });
    connect(m_study, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        m_done = static_cast<double>(value) / belvedere::detail::kProgressScale;
        Q_EMIT progressChanged(m_done);
    });
    // Whoever holds the future, the status line for one, may cancel it too.
    connect(m_study, &QFutureWatcherBase::canceled, this, [this, watcher = m_study] {
        if (watcher == m_study)
            setState(State::Cancelling);
    });
    connect(m_study, &QFutureWatcherBase::finished, this, &StudyController::handleEnd);
}

void StudyController::finishNow()
{
    if (m_state != State::Running || !std::holds_alternative<TuningSpec>(*m_spec))
        return;
    *m_finishEarly = true;
    setState(State::Finishing);
}

void StudyController::cancel()
{
    if (m_state == State::Waiting)
        setState(State::Idle);
    if (!m_study || m_state == State::Cancelling)
        return;
    m_study->future().cancel();
    setState(State::Cancelling);
}

void StudyController::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void StudyController::handle(const StudyEvent &event)
{
    if (m_state == State::Cancelling)
        return;
    if (const auto *plan = std::get_if<StudyPlan>(&event)) {
        m_record->unit = plan->unit;
        m_record->parts = plan->parts;
    } else if (const auto *trial = std::get_if<TuningTrial>(&event)) {
        std::vector<TuningTrial> &trials = m_record->trials;
        const auto place = std::lower_bound(trials.begin(), trials.end(), trial->number,
            [](const TuningTrial &known, int number) { return known.number < number; });
        if (place != trials.end() && place->number == trial->number)
            *place = *trial;
        else
            trials.insert(place, *trial);
    } else if (const auto *fold = std::get_if<FoldOutcome>(&event)) {
        m_record->folds.push_back(*fold);
    } else if (const auto *point = std::get_if<LearningCurvePoint>(&event)) {
        m_record->points.push_back(*point);
    } else if (const auto *outcome = std::get_if<StudyDone>(&event)) {
        m_outcome = *outcome;
    } else {
        m_error = std::get<Error>(event);
    }
    Q_EMIT changed();
}

void StudyController::handleEnd()
{
    const bool dropped = m_study->isCanceled();
    m_study->deleteLater();
    m_study = nullptr;
    if (dropped) {
        end();
        return;
    }
    if (!m_outcome) {
        const Error error = m_error.value_or(Error{});
        end();
        if (error.code != Errc::Cancelled)
            Q_EMIT failed(error);
        return;
    }
    m_record->bestTrial = m_outcome->bestTrial;
    m_record->spread = m_outcome->spread;
    m_record->ended = QDateTime::currentMSecsSinceEpoch();
    keep(m_outcome->winner);
}

void StudyController::keep(const std::shared_ptr<const TrainOutcome> &winner)
{
    setState(State::Storing);
    m_storing.start(runTask(m_context.pools->io,
                        [store = m_context.store, record = *m_record, winner](
                            TaskContext &) { return stored(store, record, winner); }),
        [this, city = m_context.store](Result<StudyRecord> record) {
            if (record && city == m_context.store) {
                m_record = *record;
                m_kept.insert(m_kept.begin(), std::move(*record));
                Q_EMIT keptChanged();
            }
            end();
            if (record)
                Q_EMIT finished();
            else
                Q_EMIT failed(record.error());
        });
}

void StudyController::end()
{
    m_spec.reset();
    m_outcome.reset();
    m_error.reset();
    setState(State::Idle);
    Q_EMIT changed();
    Q_EMIT taskFinished(m_title);
}

} // namespace belvedere::ui
