// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/run_controller.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

Result<std::vector<RunEntry>> loadRuns(const std::shared_ptr<Store> &store)
{
    BV_TRY(auto records, RunArchive(store).runs());
    BV_TRY(const auto versions, Registry(store).versions());
    std::vector<RunEntry> entries;
    entries.reserve(records.size());
    for (RunRecord &record : records) {
        const auto version = std::find_if(versions.begin(), versions.end(),
            [&record](const ModelVersion &v) { return v.runId == record.id; });
        RunEntry entry{std::move(record), {}};
        if (version != versions.end())
            entry.version = *version;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

RunController::RunController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void RunController::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_deploying.cancel();
    m_runs.clear();
    m_loaded = false;
    Q_EMIT runsChanged();
    reload();
}

const RunEntry *RunController::run(const QString &id) const
{
    const auto found = std::find_if(
        m_runs.begin(), m_runs.end(), [&id](const RunEntry &e) { return e.record.id == id; });
    return found == m_runs.end() ? nullptr : &*found;
}

const RunEntry *RunController::live(const QString &dataset, const QString &channel) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunEntry &e) {
        return e.live() && e.version->dataset == dataset && e.version->channel == channel;
    });
    return found == m_runs.end() ? nullptr : &*found;
}

void RunController::reload()
{
    if (!m_context.store) {
        m_loading.cancel();
        return;
    }
    m_loading.start(runTask(m_context.pools->io,
                        [store = m_context.store](TaskContext &) { return loadRuns(store); }),
        [this](Result<Runs> runs) {
            m_loaded = true;
            if (runs)
                m_runs = std::move(*runs);
            else
                Q_EMIT failed(runs.error());
            Q_EMIT runsChanged();
        });
}

void RunController::deploy(const QString &runId)
{
    if (!m_context.store || deploying())
        return;
    m_deploying.start(runTask(m_context.pools->io,
                          [store = m_context.store, runId](
                              TaskContext &) { return Registry(store).deploy(runId); }),
        [this](const Result<ModelVersion> &version) {
            if (version)
                Q_EMIT deployed(*version);
            else
                Q_EMIT failed(version.error());
            Q_EMIT deployingChanged();
            reload();
        });
    Q_EMIT deployingChanged();
}

} // namespace belvedere::ui
