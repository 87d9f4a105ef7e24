// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "training/study_record.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <optional>
#include <variant>
#include <vector>

namespace belvedere::ui {

/// What is known once the data is read.
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

/// One study at a time, on the training thread, and those that the city keeps. A study that is
/// started while something trains waits for its end.
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
        Storing
    };
    Q_ENUM(State)

    explicit StudyController(const AnalyseContext &context, QObject *parent = nullptr);
    /// Cancels what runs and does not wait.
    ~StudyController() override;

    void setStore(std::shared_ptr<Store> store);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool busy() const { return m_state != State::Idle; }
    /// What is shown: the study that runs, or ran last, or was opened; absent before the first.
    [[nodiscard]] const std::optional<StudyRecord> &record() const { return m_record; }
    [[nodiscard]] double done() const { return m_done; }
    /// Studies that came to an end, newest first.
    [[nodiscard]] const std::vector<StudyRecord> &kept() const { return m_kept; }

    /// Does nothing while busy or without a store.
    /// @param waits  the training thread is taken: begin() is called when it is free.
    void start(const StudySpec &spec, bool waits = false);
    /// Begins what waits.
    void begin();
    /// Of a search: begins no further trial and trains the best one to its end.
    void finishNow();
    void cancel();
    /// Shows one that is kept; does nothing while busy.
    void open(const QString &id);
    /// Throws it away; the run of its winner stays.
    void remove(const QString &id);

Q_SIGNALS:
    void stateChanged(belvedere::ui::StudyController::State state);
    /// What is shown has changed.
    void changed();
    void keptChanged();
    void progressChanged(double done);
    /// It has its result and is kept; of a search, the winner is kept as a run.
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
    void reload();
    void end();

    AnalyseContext m_context;
    State m_state = State::Idle;
    std::optional<StudySpec> m_spec; // of what waits or runs
    std::optional<StudyRecord> m_record;
    std::vector<StudyRecord> m_kept;
    QString m_title;
    double m_done = 0.0;
    std::optional<StudyDone> m_outcome;
    std::optional<Error> m_error;
    std::shared_ptr<std::atomic_bool> m_finishEarly;
    QFutureWatcher<StudyEvent> *m_study = nullptr;
    TaskSlot<StudyRecord> m_storing{this};
    TaskSlot<std::vector<StudyRecord>> m_loading{this};
    TaskSlot<void> m_removing{this};
};

} // namespace belvedere::ui
