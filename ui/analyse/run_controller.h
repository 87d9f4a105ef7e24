// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "registry/registry.h"
#include "registry/run_notes.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

class QUndoStack;

namespace belvedere::ui {

/// A kept run, what a person says about it and, if it was registered, as what.
struct RunEntry
{
    RunRecord record;
    std::optional<ModelVersion> version = {};
    RunNote note = {};

    [[nodiscard]] bool live() const { return version && version->stage == ModelStage::Live; }
    /// What a person calls it.
    [[nodiscard]] const QString &title() const
    {
        return note.name.isEmpty() ? record.id : note.name;
    }
};

using RunEntries = std::vector<RunEntry>;

/// The runs of the city, what people say about them, and which of them serve.
class RunController : public QObject
{
    Q_OBJECT

public:
    explicit RunController(const AnalyseContext &context, QObject *parent = nullptr);

    /// Forgets the former store's runs and loads the new one's.
    void setStore(std::shared_ptr<Store> store);
    [[nodiscard]] const std::shared_ptr<Store> &store() const { return m_context.store; }

    /// Newest first, without those that were removed.
    [[nodiscard]] const RunEntries &runs() const { return m_runs; }
    /// False until the first answer of the store.
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] bool deploying() const { return m_deploying.running(); }
    /// Null if there is none of that id.
    [[nodiscard]] const RunEntry *run(const QString &id) const;
    /// What serves this data now, if anything.
    [[nodiscard]] const RunEntry *live(const QString &dataset, const QString &channel) const;

    void reload();
    /// Puts the run's model behind the map; what served the same data before retires.
    void deploy(const QString &runId);

    // Each is one step of undo; runs that are unknown or say so already are left out.
    void rename(const QString &runId, const QString &name);
    void setKept(const QStringList &runIds, bool kept);
    /// Takes them off the list. One that serves, or is kept, stays.
    void remove(const QStringList &runIds);
    /// Whether remove() would take it away.
    [[nodiscard]] static bool canRemove(const RunEntry &run)
    {
        return !run.live() && !run.note.kept;
    }
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }

Q_SIGNALS:
    /// Others came or went, or serve now.
    void runsChanged();
    /// What is said about these is another thing; all else is as it was.
    void notesChanged(const QStringList &runIds);
    void deployingChanged();
    void deployed(const belvedere::ModelVersion &version);
    void failed(const belvedere::Error &error);

private:
    using Notes = std::map<QString, RunNote>;
    class NoteCommand;

    void take(RunEntries entries);
    /// Puts what was removed, or is back, where it belongs.
    void partition();
    void push(const QString &text, const Notes &notes);
    /// Shows them at once and writes them in the background.
    void apply(const Notes &notes);
    void write();

    AnalyseContext m_context;
    RunEntries m_runs;
    RunEntries m_removed;
    QHash<QString, std::size_t> m_index; // of m_runs
    QHash<QString, std::size_t> m_place; // of all, newest first
    bool m_loaded = false;
    QUndoStack *m_undo;
    Notes m_unwritten;
    TaskSlot<RunEntries> m_loading{this};
    TaskSlot<ModelVersion> m_deploying{this};
    TaskSlot<void> m_writing{this};
};

} // namespace belvedere::ui
