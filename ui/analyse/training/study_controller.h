// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "training/cross_validation.h"
#include "training/learning_curve.h"
#include "training/tuning.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <optional>
#include <variant>
#include <vector>

namespace belvedere::ui {

/// A question that takes many trainings to answer.
using StudySpec = std::variant<TuningSpec, CrossValidationSpec, LearningCurveSpec>;

/// The unit, once the data is read.
struct StudyPlan
{
    QString unit;
    int parts = 0; ///< trials, folds or points
};
struct StudyDone
{
    int bestTrial = 0; ///< of a search
    std::shared_ptr<const TrainOutcome> winner; ///< of a search
    std::optional<MetricSpread> spread; ///< of a cross-validation
};
/// A study as a stream: a plan, what happens, and at the end its result or an error.
using StudyEvent =
    std::variant<StudyPlan, TuningTrial, FoldOutcome, LearningCurvePoint, StudyDone, Error>;

/// One study at a time, on the training thread. A study that is started while something trains
/// waits for its end.
class StudyController : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Waiting, ///< for the training thread
        Running,
        Finishing, ///< asked to make do with the trials so far
        Cancelling,
        Storing ///< the winner of a search
    };
    Q_ENUM(State)

    explicit StudyController(const AnalyseContext &context, QObject *parent = nullptr);
    /// Cancels what runs and does not wait.
    ~StudyController() override;

    void setStore(std::shared_ptr<Store> store);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_state != State::Idle; }
    /// Of the study that runs, or ran last; absent before the first.
    [[nodiscard]] const std::optional<StudySpec> &spec() const { return m_spec; }
    [[nodiscard]] const StudyPlan &plan() const { return m_plan; }
    [[nodiscard]] double done() const { return m_done; }

    // What is known so far. Trials in the order of their numbers.
    [[nodiscard]] const std::vector<TuningTrial> &trials() const { return m_trials; }
    [[nodiscard]] int bestTrial() const { return m_bestTrial; }
    [[nodiscard]] const std::vector<FoldOutcome> &folds() const { return m_folds; }
    [[nodiscard]] const std::optional<MetricSpread> &spread() const { return m_spread; }
    [[nodiscard]] const std::vector<LearningCurvePoint> &points() const { return m_points; }
    /// Id of the run that the winner was kept as; empty before.
    [[nodiscard]] const QString &winnerRun() const { return m_winnerRun; }

    /// Does nothing while busy or without a store.
    /// @param waits  the training thread is taken: begin() is called when it is free.
    void start(const StudySpec &spec, bool waits = false);
    /// Begins what waits.
    void begin();
    /// Of a search: begins no further trial and trains the best one to its end.
    void finishNow();
    void cancel();

Q_SIGNALS:
    void stateChanged(belvedere::ui::StudyController::State state);
    /// Trials, folds or points have changed.
    void changed();
    void progressChanged(double done);
    /// It has its result; of a search, the winner is kept as a run.
    void finished();
    void failed(const belvedere::Error &error);
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

private:
    void setState(State state);
    void watch();
    void handle(const StudyEvent &event);
    void handleEnd();
    void keep(const std::shared_ptr<const TrainOutcome> &winner);
    void end();

    AnalyseContext m_context;
    State m_state = State::Idle;
    std::optional<StudySpec> m_spec;
    StudyPlan m_plan;
    QString m_title;
    double m_done = 0.0;
    std::vector<TuningTrial> m_trials;
    int m_bestTrial = 0;
    std::vector<FoldOutcome> m_folds;
    std::optional<MetricSpread> m_spread;
    std::vector<LearningCurvePoint> m_points;
    QString m_winnerRun;
    std::optional<StudyDone> m_outcome;
    std::optional<Error> m_error;
    std::shared_ptr<std::atomic_bool> m_finishEarly;
    QFutureWatcher<StudyEvent> *m_study = nullptr;
    TaskSlot<RunRecord> m_storing{this};
};

/// The specification that all trainings of a study share.
[[nodiscard]] const TrainSpec &trainSpecOf(const StudySpec &spec);

} // namespace belvedere::ui
