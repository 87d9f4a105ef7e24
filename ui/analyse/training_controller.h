// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "training/trainer.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace belvedere::ui {

/// What a training goes through, known once its data is loaded.
struct TrainPlan
{
    TrainSpec spec; ///< nothing left open
    int siteCount = 0;
    QString unit;
    Split split;
    int epochs = 0; ///< at most; 1 where a model learns in one pass
    std::vector<EpochReport> done; ///< epochs that were done before it was interrupted
    double seconds = 0.0; ///< of these
};

/// What is asked of a training while it runs, by other threads.
struct TrainControl
{
    std::atomic_bool finishEarly = false;
    std::atomic_bool pausing = false;
    std::mutex mutex;
    QString checkpoint; ///< id of the one that was written; guarded by the mutex
};

/// A training as a stream: a plan, its epochs, and at the end an outcome or an error.
using TrainEvent = std::variant<TrainPlan, EpochReport, std::shared_ptr<const TrainOutcome>, Error>;

/// One training at a time, from the specification to the kept run.
class TrainingController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Pausing, ///< asked to pause; the batch at work is still being finished
        Paused,
        Finishing, ///< asked to stop with the best model so far
        Cancelling,
        Storing
    };
    Q_ENUM(State)

    explicit TrainingController(const AnalyseContext &context, QObject *parent = nullptr);
    /// Cancels what runs and does not wait.
    ~TrainingController() override;

    /// Cancels what runs on the former one.
    void setStore(std::shared_ptr<Store> store);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_state != State::Idle; }
    [[nodiscard]] const TrainSpec &spec() const { return m_spec; }
    [[nodiscard]] const std::optional<TrainPlan> &plan() const { return m_plan; }
    [[nodiscard]] const std::vector<EpochReport> &epochs() const { return m_epochs; }
    /// What is being done, in the language of the program: "Training", "Scoring the baselines".
    [[nodiscard]] QString phase() const;

    /// 0 … 1 of the whole work, scoring included.
    [[nodiscard]] double done() const { return m_done; }
    /// Time at work, pauses left out.
    [[nodiscard]] double elapsedSeconds() const;
    /// At most this long, if all epochs are needed and the pace stays; absent at the beginning,
    /// when nobody can say.
    [[nodiscard]] std::optional<double> remainingSeconds() const;
    /// Training windows a second of the last epoch; absent before the first.
    [[nodiscard]] std::optional<double> windowsPerSecond() const;

    /// Does nothing while busy or without a store.
    void start(const TrainSpec &spec);
    /// Goes on where an interrupted training stopped.
    void goOn(const CheckpointInfo &checkpoint);
    void pause();
    void resume();
    /// Stops after the epoch at work and keeps the best model so far.
    void finishNow();
    /// Throws the training away. A run that is already being stored is kept.
    void cancel();
    /// Stops and keeps what is needed to go on: the program ends, or the city is closed.
    void leave();

Q_SIGNALS:
    void stateChanged(belvedere::ui::TrainingController::State state);
    void planned(const belvedere::ui::TrainPlan &plan);
    void epochDone(const belvedere::EpochReport &epoch);
    /// 0 … 1 of the whole work, scoring included.
    void progressChanged(double done);
    void phaseChanged();
    /// The run is kept.
    void finished(const belvedere::RunRecord &record);
    void failed(const belvedere::Error &error);
    void cancelled();
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

private:
    void begin(const TrainSpec &spec, const QString &checkpoint);
    void stop(bool keepsCheckpoint);
    void dropCheckpoint();
    void setState(State state);
    void watch();
    void handle(const TrainEvent &event);
    void handleEnd();
    void store(std::shared_ptr<const TrainOutcome> outcome);
    void end();
    void stopClock();

    AnalyseContext m_context;
    State m_state = State::Idle;
    TrainSpec m_spec;
    QString m_title;
    std::optional<TrainPlan> m_plan;
    std::vector<EpochReport> m_epochs;
    QString m_phase; // untranslated
    double m_done = 0.0;
    std::shared_ptr<const TrainOutcome> m_outcome;
    std::optional<Error> m_error;
    std::shared_ptr<TrainControl> m_control;
    bool m_keepsCheckpoint = false; // when it is cancelled
    QFutureWatcher<TrainEvent> *m_training = nullptr;
    TaskSlot<RunRecord> m_storing{this};
    TaskSlot<void> m_dropping{this};
    QElapsedTimer m_clock; // valid while at work
    qint64 m_workedMs = 0; // before the clock was last started
};

} // namespace belvedere::ui
