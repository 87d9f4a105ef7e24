// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "map/views/saved_view_store.h"

#include <QAbstractListModel>

#include <memory>

class QThreadPool;
class QUndoStack;

namespace belvedere::ui {

/// The saved views of a city in the person's order. Each change can be undone and is saved at
/// once, off the GUI thread; what is still to be saved when it goes is saved then.
class SavedViews : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `undo` and `io` must outlive it.
    SavedViews(QUndoStack &undo, QThreadPool &io, QObject *parent = nullptr);
    ~SavedViews() override;

    /// Reads the views of another city; those of the one before are saved. Without a store the
    /// list is empty and cannot be changed.
    void setStore(std::shared_ptr<SavedViewStore> store);
    [[nodiscard]] bool isReady() const { return m_store && !m_loading.running(); }

    [[nodiscard]] const QList<SavedView> &views() const { return m_views; }
    /// At the end. A name that is taken gets a number, an empty one becomes "View".
    void add(SavedView view);
    /// False for a row that does not exist or a name that is empty, taken or too long.
    bool rename(int row, const QString &name);
    void remove(int row);
    /// `to` is the row where it ends.
    void move(int from, int to);
    /// `name`, or with a number behind it if that is taken.
    [[nodiscard]] QString freeName(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void loaded();
    /// Reading or writing went wrong.
    void failed(const belvedere::Error &error);

private:
    friend class InsertView;
    friend class RenameView;
    friend class MoveView;

    void insertAt(int row, const SavedView &view);
    void takeAt(int row);
    void renameAt(int row, const QString &name);
    void moveTo(int from, int to);
    void saveSoon();
    void saveNow();
    [[nodiscard]] bool isRow(int row) const { return row >= 0 && row < m_views.size(); }

    QUndoStack &m_undo;
    QThreadPool &m_io;
    std::shared_ptr<SavedViewStore> m_store;
    QList<SavedView> m_views;
    TaskSlot<QList<SavedView>> m_loading{this};
    TaskSlot<void> m_saving{this};
    quint64 m_revision = 0;
    quint64 m_savedRevision = 0;
    quint64 m_generation = 0; ///< of the store; a command of another one does nothing
};

} // namespace belvedere::ui
