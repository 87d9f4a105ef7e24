// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/undo_hub.h"

#include <QUndoStack>

#include <algorithm>

namespace belvedere::ui {

namespace {

/// Takes the last entry of `stack` out of `entries`.
void dropLast(std::vector<QUndoStack *> &entries, const QUndoStack *stack)
{
    const auto it = std::find(entries.rbegin(), entries.rend(), stack);
    if (it != entries.rend())
        entries.erase(std::next(it).base());
}

} // namespace

UndoHub::UndoHub(QObject *parent)
    : QObject(parent)
{
}

void UndoHub::add(QUndoStack *stack)
{
    if (m_index.contains(stack))
        return;
    m_index.insert(stack, 0);
    connect(stack, &QUndoStack::indexChanged, this, [this, stack] { stackMoved(stack); });
    connect(stack, &QObject::destroyed, this, &UndoHub::forget);
    stackMoved(stack);
}

void UndoHub::stackMoved(QUndoStack *stack)
{
    const auto of = [stack](const std::vector<QUndoStack *> &entries) {
        return static_cast<int>(std::count(entries.begin(), entries.end(), stack));
    };
    const int before = m_index.value(stack);
    const int now = stack->index();
    m_index.insert(stack, now);
    for (int i = before; i < now; ++i) {
        m_done.push_back(stack);
        if (m_redoing)
            dropLast(m_undone, stack);
    }
    for (int i = now; i < before; ++i) {
        dropLast(m_done, stack);
        m_undone.push_back(stack);
    }
    // After a new command nothing that was undone elsewhere comes back; a command that its stack
    // has thrown away does not either.
    if (now > before && !m_redoing)
        m_undone.erase(std::remove_if(m_undone.begin(), m_undone.end(),
                           [stack](const QUndoStack *s) { return s != stack; }),
            m_undone.end());
    while (of(m_undone) > stack->count() - now)
        dropLast(m_undone, stack);
    Q_EMIT changed();
}

void UndoHub::forget(QObject *stack)
{
    m_index.remove(stack);
    const auto gone = [stack](const QUndoStack *s) {
        return static_cast<const void *>(s) == static_cast<const void *>(stack);
    };
    m_done.erase(std::remove_if(m_done.begin(), m_done.end(), gone), m_done.end());
    m_undone.erase(std::remove_if(m_undone.begin(), m_undone.end(), gone), m_undone.end());
    Q_EMIT changed();
}

bool UndoHub::canUndo() const
{
    return !m_done.empty();
}

bool UndoHub::canRedo() const
{
    return !m_undone.empty();
}

QString UndoHub::undoText() const
{
    return m_done.empty() ? QString() : m_done.back()->undoText();
}

QString UndoHub::redoText() const
{
    return m_undone.empty() ? QString() : m_undone.back()->redoText();
}

void UndoHub::undo()
{
    if (!m_done.empty())
        m_done.back()->undo();
}

void UndoHub::redo()
{
    if (m_undone.empty())
        return;
    m_redoing = true;
    m_undone.back()->redo();
    m_redoing = false;
}

} // namespace belvedere::ui
