// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_runs.h"

#include "common/on_finished.h"

namespace belvedere::ui {

namespace {

/// Step `part` of `parts` of the whole work.
TaskContext partOf(const TaskContext &whole, int part, int parts, const QString &name)
{
    constexpr qint64 kSteps = 1000;
    TaskContext context = whole;
    context.progress = [progress = whole.progress, part, parts, name](
                           qint64 done, qint64 total, const QString &) {
        const qint64 within = total > 0 ? kSteps * done / total : 0;
        progress(kSteps * part + within, kSteps * parts, name);
    };
    return context;
}

} // namespace

PlanRuns::PlanRuns(const PlanContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

PlanRuns::~PlanRuns()
{
    m_stream.cancel();
}

void PlanRuns::setBase(std::shared_ptr<const BaseCase> base)
{
    cancel();
    m_base = std::move(base);
    m_baseRun.reset();
    m_results.clear();
    m_replaced.clear();
    m_errors.clear();
}

void PlanRuns::setSettings(const ScenarioSettings &settings)
{
    m_settings = settings;
    setBase(m_base);
    Q_EMIT resultChanged(QString());
}

void PlanRuns::work(const std::shared_ptr<const BaseCase> &base, std::shared_ptr<const BaseRun> run,
    const ScenarioSettings &settings, const std::vector<PlanJob> &jobs, TaskContext &context,
    const Emit &emitEvent)
{
    const int first = run ? 0 : 1;
    const int parts = first + static_cast<int>(jobs.size());
    if (!run) {
        const auto partial = [&](std::shared_ptr<const CoupledRun> so) {
            emitEvent({{}, nullptr, std::move(so), {}, {}});
        };
        const auto result =
            runBase(base, settings, partOf(context, 0, parts, base->data().title), partial);
        if (!result) {
            emitEvent({{}, nullptr, nullptr, {}, result.error()});
            return;
        }
        run = *result;
        emitEvent({{}, run, run->run, {}, {}});
    }
    for (std::size_t i = 0; i < jobs.size() && !context.cancelled(); ++i) {
        const PlanJob &job = jobs[i];
        const auto partial = [&](std::shared_ptr<const CoupledRun> so) {
            emitEvent({job.id, nullptr, std::move(so), job.edits, {}});
        };
        const auto result = runScenario(*run, job.edits,
            partOf(context, first + static_cast<int>(i), parts, job.name), partial);
        if (result)
            emitEvent({job.id, nullptr, *result, job.edits, {}});
        else
            emitEvent({job.id, nullptr, nullptr, job.edits, result.error()});
    }
}

void PlanRuns::run(std::vector<PlanJob> jobs)
{
    cancel();
    if (!m_base || (m_baseRun && jobs.empty()))
        return;
    for (const PlanJob &job : jobs)
        m_errors.remove(job.id);
    m_running = true;
    const quint64 generation = ++m_generation;
    m_stream = runStream<Event>(
        m_context.pools->io,
        [base = m_base, run = m_baseRun, settings = m_settings, jobs = std::move(jobs)](
            TaskContext &context, const auto &emitEvent) {
            try {
                work(base, run, settings, jobs, context, emitEvent);
            } catch (const std::exception &e) {
                emitEvent({{}, nullptr, nullptr, {},
                    Error{Errc::Internal,
                        QT_TRANSLATE_NOOP("Error", "Internal error: %1. Please report it."),
                        {QString::fromUtf8(e.what())}, {}, {}}});
            }
        },
        trainingThreads());
    onResult(m_stream, this, [this, generation](const Event &event) {
        if (generation == m_generation)
            take(event);
    });
    onProgress(m_stream, this, [this, generation](double fraction, const QString &text) {
        if (generation == m_generation)
            Q_EMIT progressed(fraction, text);
    });
    onFinished(m_stream, this, [this, generation] {
        if (generation == m_generation)
            finish();
    });
    Q_EMIT runningChanged();
}

void PlanRuns::cancel()
{
    if (!m_running)
        return;
    ++m_generation;
    m_stream.cancel();
    finish();
}

void PlanRuns::finish()
{
    m_running = false;
    // A part of a result is none: the one before it comes back.
    QStringList dropped;
    for (auto it = m_results.begin(); it != m_results.end();) {
        if (it->run->tentative) {
            dropped += it.key();
            it = m_results.erase(it);
        } else {
            ++it;
        }
    }
    for (const QString &id : dropped) {
        if (const auto whole = m_replaced.constFind(id); whole != m_replaced.constEnd())
            m_results.insert(id, *whole);
    }
    m_replaced.clear();
    for (const QString &id : dropped)
        Q_EMIT resultChanged(id);
    Q_EMIT runningChanged();
}

void PlanRuns::take(const Event &event)
{
    if (event.error) {
        m_results.remove(event.id);
        if (event.error->code != Errc::Cancelled) {
            m_errors.insert(event.id, *event.error);
            Q_EMIT failed(event.id, *event.error);
        }
    } else {
        if (event.base)
            m_baseRun = event.base;
        m_errors.remove(event.id);
        const PlanResult before = m_results.value(event.id);
        if (event.run->tentative && before.run && !before.run->tentative)
            m_replaced.insert(event.id, before);
        m_results.insert(event.id, {event.run, event.edits});
    }
    Q_EMIT resultChanged(event.id);
}

std::shared_ptr<const CoupledRun> PlanRuns::result(const QString &id) const
{
    return m_results.value(id).run;
}

bool PlanRuns::isCurrent(const QString &id, const std::vector<Edit> &edits) const
{
    const auto found = m_results.constFind(id);
    return found != m_results.constEnd() && !found->run->tentative && found->edits == edits;
}

const Error *PlanRuns::error(const QString &id) const
{
    const auto found = m_errors.constFind(id);
    return found == m_errors.constEnd() ? nullptr : &*found;
}

} // namespace belvedere::ui
