// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/run_controller.h"

#include "common/undo_hub.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <iterator>

namespace belvedere::ui {

namespace {

Result<RunEntries> loadRuns(const std::shared_ptr<Store> &store)
{
    BV_TRY(auto records, RunArchive(store).runs());
    BV_TRY(const auto versions, Registry(store).versions());
    BV_TRY(auto notes, RunNotes(store).all());
    QHash<QString, const ModelVersion *> versionOf;
    for (const ModelVersion &version : versions) {
        if (!versionOf.contains(version.runId))
            versionOf.insert(version.runId, &version);
    }
    RunEntries entries;
    entries.reserve(records.size());
    for (RunRecord &record : records) {
        RunEntry entry{std::move(record)};
        if (const ModelVersion *version = versionOf.value(entry.record.id))
            entry.version = *version;
        if (const auto note = notes.find(entry.record.id); note != notes.end())
            entry.note = std::move(note->second);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

/// A change of notes, and what they were.
class RunController::NoteCommand : public QUndoCommand
{
public:
    NoteCommand(RunController &controller, const QString &text, Notes before, Notes after)
        : QUndoCommand(text)
        , m_controller(controller)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_controller.apply(m_before); }
    void redo() override { m_controller.apply(m_after); }

private:
    RunController &m_controller;
    Notes m_before;
    Notes m_after;
};

RunController::RunController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_undo(new QUndoStack(this))
{
    if (m_context.undo)
        m_context.undo->add(m_undo);
}

void RunController::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_deploying.cancel();
    m_writing.cancel();
    m_unwritten.clear();
    m_undo->clear();
    m_loaded = false;
    take({});
    reload();
}

void RunController::take(RunEntries entries)
{
    m_place.clear();
    for (const RunEntry &entry : entries)
        m_place.insert(entry.record.id, std::size_t(m_place.size()));
    m_runs = std::move(entries);
    m_removed.clear();
    partition();
    Q_EMIT runsChanged();
}

void RunController::partition()
{
    const auto move = [](RunEntries &from, RunEntries &to, bool removed) {
        const auto first = std::stable_partition(from.begin(), from.end(),
            [removed](const RunEntry &e) { return e.note.removed != removed; });
        std::move(first, from.end(), std::back_inserter(to));
        const bool any = first != from.end();
        from.erase(first, from.end());
        return any;
    };
    if (move(m_removed, m_runs, false))
        std::sort(m_runs.begin(), m_runs.end(), [this](const RunEntry &a, const RunEntry &b) {
            return m_place[a.record.id] < m_place[b.record.id];
        });
    move(m_runs, m_removed, true);
    m_index.clear();
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        m_index.insert(m_runs[i].record.id, i);
}

const RunEntry *RunController::run(const QString &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.cend() ? nullptr : &m_runs[*found];
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
        [this](Result<RunEntries> runs) {
            m_loaded = true;
            if (!runs) {
                Q_EMIT failed(runs.error());
                Q_EMIT runsChanged();
                return;
            }
            for (RunEntry &entry : *runs) {
                if (const auto note = m_unwritten.find(entry.record.id); note != m_unwritten.end())
                    entry.note = note->second;
            }
            take(std::move(*runs));
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

void RunController::rename(const QString &runId, const QString &name)
{
    const RunEntry *entry = run(runId);
    const QString trimmed = name.trimmed();
    if (!entry)
        return;
    RunNote note = entry->note;
    note.name = trimmed == runId ? QString() : trimmed;
    //: a step of undo; %1 a run
    push(tr("Rename %1").arg(entry->title()), {{runId, note}});
}

void RunController::setKept(const QStringList &runIds, bool kept)
{
    Notes notes;
    for (const QString &id : runIds) {
        if (const RunEntry *entry = run(id)) {
            notes[id] = entry->note;
            notes[id].kept = kept;
        }
    }
    //: steps of undo
    push(kept ? tr("Keep %Ln run(s)", nullptr, int(notes.size()))
              : tr("Keep %Ln run(s) no longer", nullptr, int(notes.size())),
        notes);
}

void RunController::remove(const QStringList &runIds)
{
    Notes notes;
    for (const QString &id : runIds) {
        if (const RunEntry *entry = run(id); entry && canRemove(*entry)) {
            notes[id] = entry->note;
            notes[id].removed = true;
        }
    }
    //: a step of undo
    push(tr("Remove %Ln run(s)", nullptr, int(notes.size())), notes);
}

void RunController::push(const QString &text, const Notes &notes)
{
    Notes before;
    Notes after;
    for (const auto &[id, note] : notes) {
        const RunNote &present = run(id)->note;
        if (present == note)
            continue;
        before[id] = present;
        after[id] = note;
    }
    if (!after.empty())
        m_undo->push(new NoteCommand(*this, text, std::move(before), std::move(after)));
}

void RunController::apply(const Notes &notes)
{
    bool moved = false;
    for (RunEntries *entries : {&m_runs, &m_removed}) {
        for (RunEntry &entry : *entries) {
            const auto note = notes.find(entry.record.id);
            if (note == notes.end())
                continue;
            moved = moved || note->second.removed != entry.note.removed;
            entry.note = note->second;
        }
    }
    for (const auto &[id, note] : notes)
        m_unwritten[id] = note;
    if (!m_writing.running())
        write();
    if (moved) {
        partition();
        Q_EMIT runsChanged();
        return;
    }
    QStringList ids;
    for (const auto &[id, note] : notes)
        ids.append(id);
    Q_EMIT notesChanged(ids);
}

void RunController::write()
{
    if (m_unwritten.empty() || !m_context.store)
        return;
    m_writing.start(runTask(m_context.pools->io,
                        [store = m_context.store, notes = m_unwritten](
                            TaskContext &) { return RunNotes(store).set(notes); }),
        [this, written = m_unwritten](const Result<> &done) {
            if (!done) {
                m_unwritten.clear();
                m_undo->clear(); // its steps would start from what is not there
                Q_EMIT failed(done.error());
                reload();
                return;
            }
            for (const auto &[id, note] : written) {
                if (const auto it = m_unwritten.find(id);
                    it != m_unwritten.end() && it->second == note)
                    m_unwritten.erase(it);
            }
            write(); // what came meanwhile
        });
}

} // namespace belvedere::ui
