// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_controller.h"

#include "registry/train_inputs.h"

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

} // namespace

const TrainSpec &trainSpecOf(const StudySpec &spec)
{
    return std::visit([](const auto &s) -> const TrainSpec & { return s.train; }, spec);
}

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
}

void StudyController::start(const StudySpec &spec, bool waits)
{
    if (busy() || !m_context.store)
        return;
    m_spec = spec;
    m_plan = {};
    m_trials.clear();
    m_folds.clear();
    m_points.clear();
    m_spread.reset();
    m_outcome.reset();
    m_error.reset();
    m_bestTrial = 0;
    m_done = 0.0;
    m_winnerRun.clear();
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
        m_plan = *plan;
    } else if (const auto *trial = std::get_if<TuningTrial>(&event)) {
        const auto place = std::lower_bound(m_trials.begin(), m_trials.end(), trial->number,
            [](const TuningTrial &known, int number) { return known.number < number; });
        if (place != m_trials.end() && place->number == trial->number)
            *place = *trial;
        else
            m_trials.insert(place, *trial);
    } else if (const auto *fold = std::get_if<FoldOutcome>(&event)) {
        m_folds.push_back(*fold);
    } else if (const auto *point = std::get_if<LearningCurvePoint>(&event)) {
        m_points.push_back(*point);
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
    m_bestTrial = m_outcome->bestTrial;
    m_spread = m_outcome->spread;
    if (m_outcome->winner) {
        keep(m_outcome->winner);
        return;
    }
    end();
    Q_EMIT finished();
}

void StudyController::keep(const std::shared_ptr<const TrainOutcome> &winner)
{
    setState(State::Storing);
    m_storing.start(runTask(m_context.pools->io,
                        [store = m_context.store, winner](
                            TaskContext &) { return RunArchive(store).add(*winner); }),
        [this](const Result<RunRecord> &run) {
            if (run)
                m_winnerRun = run->id;
            end();
            if (run)
                Q_EMIT finished();
            else
                Q_EMIT failed(run.error());
        });
}

void StudyController::end()
{
    m_outcome.reset();
    m_error.reset();
    setState(State::Idle);
    Q_EMIT changed();
    Q_EMIT taskFinished(m_title);
}

} // namespace belvedere::ui
