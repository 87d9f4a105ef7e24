// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan/plan_context.h"
#include "scenario/coupled_run.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// A scenario to be run.
struct PlanJob
{
    QString id;
    QString name;
    std::vector<Edit> edits;
};

/// What is known of a scenario so far.
struct PlanResult
{
    std::shared_ptr<const CoupledRun> run;
    std::vector<Edit> edits; ///< that it was run with
};

/// Runs the base case and scenarios in the background, one after another, and keeps what came of
/// them. What a run has found so far is shown before it is done, flagged tentative.
class PlanRuns : public QObject
{
    Q_OBJECT

public:
    explicit PlanRuns(const PlanContext &context, QObject *parent = nullptr);
    /// Cancels and does not wait.
    ~PlanRuns() override;

    /// Forgets all results of the former one.
    void setBase(std::shared_ptr<const BaseCase> base);
    /// Other settings make all results old.
    void setSettings(const ScenarioSettings &settings);
    [[nodiscard]] const ScenarioSettings &settings() const { return m_settings; }

    /// The base case first, unless it was run. Ends what runs.
    void run(std::vector<PlanJob> jobs);
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }
    /// For the status line.
    [[nodiscard]] QFuture<void> progress() const { return QFuture<void>(m_stream); }

    /// Null if there is none yet; an empty id is the base case.
    [[nodiscard]] std::shared_ptr<const CoupledRun> result(const QString &id) const;
    /// Whether the result is that of these edits.
    [[nodiscard]] bool isCurrent(const QString &id, const std::vector<Edit> &edits) const;
    /// Other edits may do better.
    void forgetErrors() { m_errors.clear(); }
    /// Why a scenario could not be run.
    [[nodiscard]] const Error *error(const QString &id) const;

Q_SIGNALS:
    void runningChanged();
    /// 0 … 1, and what is being done.
    void progressed(double fraction, const QString &text);
    void resultChanged(const QString &id);
    void failed(const QString &id, const belvedere::Error &error);

private:
    struct Event
    {
        QString id;
        std::shared_ptr<const BaseRun> base; // once
        std::shared_ptr<const CoupledRun> run;
        std::vector<Edit> edits;
        std::optional<Error> error;
    };
    using Emit = std::function<void(Event)>;
    static void work(const std::shared_ptr<const BaseCase> &base,
        std::shared_ptr<const BaseRun> run, const ScenarioSettings &settings,
        const std::vector<PlanJob> &jobs, TaskContext &context, const Emit &emitEvent);
    void take(const Event &event);
    void finish();

    PlanContext m_context;
    std::shared_ptr<const BaseCase> m_base;
    std::shared_ptr<const BaseRun> m_baseRun;
    ScenarioSettings m_settings;
    QHash<QString, PlanResult> m_results;
    QHash<QString, PlanResult> m_replaced; // whole ones that tentative ones stand for meanwhile
    QHash<QString, Error> m_errors;
    QFuture<Event> m_stream;
    quint64 m_generation = 0; // what an ended stream still says is dropped
    bool m_running = false;
};

} // namespace belvedere::ui
