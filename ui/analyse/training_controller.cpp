// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training_controller.h"

#include "base/check.h"
#include "registry/table_runs.h"
#include "registry/train_inputs.h"
#include "training/checkpoint_store.h"
#include "training/run_archive.h"

#include <QCoreApplication>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kMsPerSecondReal = 1000.0;
// Of the whole work: what goes before is mostly reading the data.
constexpr double kTellsSomething = 0.01;

using Emit = std::function<void(TrainEvent)>;

/// Reads what the training needs, and from a checkpoint where it stopped.
Result<TrainInputs> loadInputs(const std::shared_ptr<Store> &store, CheckpointStore &checkpoints,
    const QString &id, TrainSpec &spec)
{
    if (id.isEmpty())
        return loadTrainInputs(store, spec);
    BV_TRY(auto checkpoint, checkpoints.take(id));
    return loadTrainInputs(store, std::move(checkpoint), spec);
}

Result<TrainPlan> planOf(
    const TrainSpec &spec, const TrainInputs &inputs, const ForecasterFactory &factory)
{
    ForecastShape shape;
    shape.history = spec.history;
    shape.horizon = spec.horizon;
    shape.stepMs = inputs.history->axis.stepMs;
    ModelSpec model;
    model.kind = spec.model;
    model.options = spec.options;
    model.shape = shape;
    model.siteCodes = inputs.history->siteCodes;
    BV_TRY(const auto made, factory.create(model));
    TrainPlan plan;
    plan.spec = spec;
    plan.siteCount = inputs.history->siteCount();
    plan.unit = inputs.history->channel.unit;
    plan.epochs = std::clamp(made->epochLimit(), 1, spec.epochs);
    BV_TRY(plan.split, chronologicalSplit(inputs.history->axis.count, shape, spec.split));
    if (inputs.resume) {
        plan.done = inputs.resume->info.record.epochs;
        plan.seconds = inputs.resume->info.record.seconds;
    }
    return plan;
}

/// The kinds of models that a training may be of.
struct Factories
{
    const ForecasterFactory *forecasters = nullptr;
    const TableLearnerFactory *tables = nullptr;
};

Result<std::shared_ptr<const TrainOutcome>> trainOnTable(const std::shared_ptr<Store> &store,
    const TableLearnerFactory *tables, const TrainSpec &spec, const TaskContext &context,
    const Emit &emitEvent)
{
    if (!tables)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "This program has no models that learn from tables."));
    TrainPlan plan;
    plan.spec = spec;
    plan.epochs = 1;
    emitEvent(std::move(plan));
    BV_TRY(auto outcome, trainTableRun(store, *tables, spec, context));
    return std::make_shared<const TrainOutcome>(std::move(outcome));
}

Result<std::shared_ptr<const TrainOutcome>> train(const std::shared_ptr<Store> &store,
    const Factories &factories, TrainSpec spec, const QString &checkpointId,
    const std::shared_ptr<TrainControl> &control, const TaskContext &context, const Emit &emitEvent)
{
    if (spec.table)
        return trainOnTable(store, factories.tables, spec, context, emitEvent);
    CheckpointStore checkpoints(store->directory());
    BV_TRY(auto inputs, loadInputs(store, checkpoints, checkpointId, spec));
    BV_TRY(auto plan, planOf(spec, inputs, *factories.forecasters));
    emitEvent(std::move(plan));

    TrainerHooks hooks;
    hooks.onEpoch = [&emitEvent](const EpochReport &epoch) { emitEvent(epoch); };
    hooks.finishEarly = [control] { return control->finishEarly.load(); };
    hooks.pausing = [control] { return control->pausing.load(); };
    hooks.onCheckpoint = [control, &checkpoints](const TrainingCheckpoint &checkpoint) {
        const auto written = checkpoints.write(checkpoint);
        if (written) {
            const std::lock_guard lock(control->mutex);
            control->checkpoint = checkpoint.info.id;
        }
        return written;
    };
    BV_TRY(auto outcome,
        trainForecaster(spec, std::move(inputs), *factories.forecasters, context, hooks));
    return std::make_shared<const TrainOutcome>(std::move(outcome));
}

} // namespace

TrainingController::TrainingController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    BV_CHECK(context.factory && context.pools, return );
}

TrainingController::~TrainingController()
{
    // Without a word: who would hear it may be gone. What it needs to go on is kept.
    if (m_training)
        m_training->future().cancel();
}

void TrainingController::setStore(std::shared_ptr<Store> store)
{
    leave();
    m_context.store = std::move(store);
}

double TrainingController::elapsedSeconds() const
{
    const qint64 running = m_clock.isValid() ? m_clock.elapsed() : 0;
    return static_cast<double>(m_workedMs + running) / kMsPerSecondReal;
}

std::optional<double> TrainingController::remainingSeconds() const
{
    if (m_done < kTellsSomething)
        return {};
    const double remaining = elapsedSeconds() * (1.0 - m_done) / m_done;
    if (m_spec.budgetSeconds <= 0.0 || m_epochs.empty())
        return remaining;
    return std::min(remaining, std::max(0.0, m_spec.budgetSeconds - elapsedSeconds()));
}

QString TrainingController::phase() const
{
    return m_phase.isEmpty() ? QString()
                             : QCoreApplication::translate("Task", m_phase.toLatin1().constData());
}

std::optional<double> TrainingController::windowsPerSecond() const
{
    if (m_epochs.empty() || !m_plan || m_epochs.back().seconds <= 0.0)
        return {};
    return m_plan->split.train.count / m_epochs.back().seconds;
}

void TrainingController::start(const TrainSpec &spec)
{
    begin(spec, {});
}

void TrainingController::goOn(const CheckpointInfo &checkpoint)
{
    begin(checkpoint.record.spec, checkpoint.id);
}

void TrainingController::begin(const TrainSpec &spec, const QString &checkpoint)
{
    if (busy() || !m_context.store)
        return;
    m_spec = spec;
    m_plan.reset();
    m_epochs.clear();
    m_outcome.reset();
    m_error.reset();
    m_workedMs = 0;
    m_clock.start();
    m_control = std::make_shared<TrainControl>();
    m_control->checkpoint = checkpoint;
    m_keepsCheckpoint = false;
    //: Shown in the status line. %1 is the name of a data set
    m_title = tr("Training on %1").arg(spec.dataset);

    m_phase.clear();
    m_done = 0.0;
    watch();
    m_training->setFuture(runStream<TrainEvent>(
        m_context.pools->training,
        [store = m_context.store, factories = Factories{m_context.factory, m_context.tables}, spec,
            checkpoint, control = m_control](const TaskContext &context, const Emit &emitEvent) {
            auto outcome =
                belvedere::detail::guarded<Result<std::shared_ptr<const TrainOutcome>>>([&] {
                    return train(store, factories, spec, checkpoint, control, context, emitEvent);
                });
            if (outcome)
                emitEvent(std::move(*outcome));
            else
                emitEvent(std::move(outcome.error()));
        },
        spec.threads));
    setState(State::Running);
    Q_EMIT taskStarted(m_title, QFuture<void>(m_training->future()));
}

void TrainingController::watch()
{
    m_training = new QFutureWatcher<TrainEvent>(this);
    connect(m_training, &QFutureWatcherBase::resultReadyAt, this,
        [this](int index) { handle(m_training->future().resultAt(index)); });
    connect(m_training, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        m_done = static_cast<double>(value) / belvedere::detail::kProgressScale;
        Q_EMIT progressChanged(m_done);
    });
    connect(
        m_training, &QFutureWatcherBase::progressTextChanged, this, [this](const QString &text) {
            m_phase = text;
            Q_EMIT phaseChanged();
        });
    connect(m_training, &QFutureWatcherBase::suspended, this, [this] {
        if (m_state == State::Pausing) {
            stopClock();
            setState(State::Paused);
        }
    });
    // Whoever holds the future, the status line for one, may cancel it too.
    // A training that was cancelled before it began may tell so after its end.
    connect(m_training, &QFutureWatcherBase::canceled, this, [this, watcher = m_training] {
        if (watcher != m_training)
            return;
        stopClock();
        setState(State::Cancelling);
    });
    connect(m_training, &QFutureWatcherBase::finished, this, &TrainingController::handleEnd);
}

void TrainingController::pause()
{
    if (m_state != State::Running)
        return;
    m_control->pausing = true; // before: it writes a checkpoint, then waits
    m_training->future().suspend();
    setState(State::Pausing);
}

void TrainingController::resume()
{
    if (m_state != State::Paused && m_state != State::Pausing)
        return;
    if (!m_clock.isValid())
        m_clock.start();
    m_control->pausing = false;
    m_training->future().resume();
    setState(State::Running);
}

void TrainingController::finishNow()
{
    if (m_state != State::Running && m_state != State::Pausing && m_state != State::Paused)
        return;
    m_control->finishEarly = true;
    if (m_state != State::Running)
        resume();
    setState(State::Finishing);
}

void TrainingController::cancel()
{
    stop(false);
}

void TrainingController::leave()
{
    stop(true);
}

void TrainingController::stop(bool keepsCheckpoint)
{
    if (!m_training || m_state == State::Cancelling)
        return;
    m_keepsCheckpoint = keepsCheckpoint;
    m_training->future().cancel();
    stopClock();
    setState(State::Cancelling);
}

void TrainingController::dropCheckpoint()
{
    const std::lock_guard lock(m_control->mutex);
    const QString id = std::exchange(m_control->checkpoint, {});
    if (id.isEmpty() || !m_context.store)
        return;
    m_dropping.start(runTask(m_context.pools->io,
                         [directory = m_context.store->directory(), id](
                             TaskContext &) { return CheckpointStore(directory).remove(id); }),
        [](const Result<> &) {}); // one that stays is offered again
}

void TrainingController::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void TrainingController::handle(const TrainEvent &event)
{
    if (m_state == State::Cancelling)
        return;
    if (const auto *plan = std::get_if<TrainPlan>(&event)) {
        m_plan = *plan;
        m_spec = plan->spec;
        m_epochs = plan->done;
        m_workedMs += static_cast<qint64>(plan->seconds * kMsPerSecondReal);
        Q_EMIT planned(*plan);
    } else if (const auto *epoch = std::get_if<EpochReport>(&event)) {
        m_epochs.push_back(*epoch);
        Q_EMIT epochDone(*epoch);
    } else if (const auto *outcome = std::get_if<std::shared_ptr<const TrainOutcome>>(&event)) {
        m_outcome = *outcome;
    } else {
        m_error = std::get<Error>(event);
    }
}

void TrainingController::handleEnd()
{
    const bool dropped = m_training->isCanceled();
    m_training->deleteLater();
    m_training = nullptr;
    stopClock();
    if (dropped) {
        if (!m_keepsCheckpoint)
            dropCheckpoint();
        end();
        Q_EMIT cancelled();
    } else if (m_outcome) {
        store(std::exchange(m_outcome, nullptr));
    } else {
        const Error error = m_error.value_or(Error{});
        // What did not learn will not learn from there either.
        if (error.code == Errc::Numeric)
            dropCheckpoint();
        end();
        if (error.code == Errc::Cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(error);
    }
}

void TrainingController::store(std::shared_ptr<const TrainOutcome> outcome)
{
    setState(State::Storing);
    const auto task = runTask(m_context.pools->io,
        [store = m_context.store, outcome = std::move(outcome)](
            TaskContext &) -> Result<RunRecord> {
            BV_TRY(auto record, RunArchive(store).add(*outcome));
            // One that stays is offered again; the run is kept all the same.
            if (!outcome->checkpointId.isEmpty())
                (void)CheckpointStore(store->directory()).remove(outcome->checkpointId);
            return record;
        });
    m_storing.start(task, [this](const Result<RunRecord> &result) {
        end();
        if (result)
            Q_EMIT finished(*result);
        else
            Q_EMIT failed(result.error());
    });
}

void TrainingController::end()
{
    m_error.reset();
    m_outcome.reset();
    setState(State::Idle);
    Q_EMIT taskFinished(m_title);
}

void TrainingController::stopClock()
{
    if (!m_clock.isValid())
        return;
    m_workedMs += m_clock.elapsed();
    m_clock.invalidate();
}

} // namespace belvedere::ui
