// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include <vector>

class QUndoStack;

namespace belvedere::ui {

/// One undo for the whole program over the stacks of its parts: takes back the last change,
/// whichever stack it was made on. A part may still undo on its own stack. Made and owned by
/// main(), passed in contexts.
class UndoHub : public QObject
{
    Q_OBJECT

public:
    explicit UndoHub(QObject *parent = nullptr);

    /// The stack leaves by itself when it is destroyed.
    void add(QUndoStack *stack);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    /// What would be undone, as its command is called; empty if nothing.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    void changed();

private:
    void stackMoved(QUndoStack *stack);
    void forget(QObject *stack);

    /// One entry a command, in the order of time; of the stack that holds it.
    std::vector<QUndoStack *> m_done;
    std::vector<QUndoStack *> m_undone; // latest undone last
    QHash<QObject *, int> m_index;
    bool m_redoing = false;
};

} // namespace belvedere::ui
