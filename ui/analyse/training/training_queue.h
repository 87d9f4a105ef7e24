// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training_controller.h"

#include <QObject>

#include <vector>

class QUndoStack;

namespace belvedere::ui {

/// A training that waits for its turn.
struct QueuedTraining
{
    QString id; ///< unique in the queue
    TrainSpec spec;
};

/// The trainings that wait, in their order. The first begins as soon as nothing trains and the
/// queue is not held. Kept in the city, so that it outlives the program: what was found there is
/// held until the person lets it go on.
class TrainingQueue : public QObject
{
    Q_OBJECT

public:
    /// @param undo  takes what can be taken back: removals and changes of the order.
    TrainingQueue(const AnalyseContext &context, TrainingController &training, QUndoStack &undo,
        QObject *parent = nullptr);

    /// Forgets the former city's queue and loads the new one's.
    void setStore(std::shared_ptr<Store> store);

    [[nodiscard]] const std::vector<QueuedTraining> &items() const { return m_items; }
    /// Position of the item, or -1.
    [[nodiscard]] int indexOf(const QString &id) const;
    [[nodiscard]] bool held() const { return m_held; }
    /// Nothing is begun while something else needs the training thread, such as a search.
    void setBlocked(bool blocked);

    /// Behind all others; begins at once if nothing is before it.
    void add(const TrainSpec &spec);
    void remove(const QString &id);
    /// @param index  where it stands afterwards; clipped.
    void move(const QString &id, int index);
    /// Keeps the waiting ones waiting, or lets them go on.
    void setHeld(bool held);

Q_SIGNALS:
    void changed();
    void failed(const belvedere::Error &error);

private:
    friend class QueueRemoval;
    friend class QueueMove;

    void insertAt(const QueuedTraining &item, int index);
    void takeOut(const QString &id);
    void place(const QString &id, int index);
    void startNext();
    void touch();
    void save();
    void load();

    AnalyseContext m_context;
    TrainingController &m_training;
    QUndoStack &m_undo;
    std::vector<QueuedTraining> m_items;
    bool m_held = false;
    bool m_blocked = false;
    bool m_loaded = false; // nothing is written over what was not read yet
    bool m_dirty = false;
    TaskSlot<std::vector<QueuedTraining>> m_loading{this};
    TaskSlot<void> m_saving{this};
};

} // namespace belvedere::ui
