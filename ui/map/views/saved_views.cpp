// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/views/saved_views.h"

#include <QPointer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>

namespace belvedere::ui {

/// Adds a view, or takes one away when it is the other way round.
class InsertView : public QUndoCommand
{
public:
    InsertView(SavedViews *views, int row, SavedView view, bool takes, const QString &text)
        : QUndoCommand(text)
        , m_views(views)
        , m_generation(views->m_generation)
        , m_row(row)
        , m_view(std::move(view))
        , m_takes(takes)
    {
    }
    void redo() override { apply(!m_takes); }
    void undo() override { apply(m_takes); }

private:
    void apply(bool insert)
    {
        if (!m_views || m_views->m_generation != m_generation)
            setObsolete(true);
        else if (insert)
            m_views->insertAt(m_row, m_view);
        else
            m_views->takeAt(m_row);
    }

    QPointer<SavedViews> m_views;
    quint64 m_generation;
    int m_row;
    SavedView m_view;
    bool m_takes;
};

class RenameView : public QUndoCommand
{
public:
    RenameView(SavedViews *views, int row, const QString &name, const QString &text)
        : QUndoCommand(text)
        , m_views(views)
        , m_generation(views->m_generation)
        , m_row(row)
        , m_before(views->m_views[row].name)
        , m_after(name)
    {
    }
    void redo() override { apply(m_after); }
    void undo() override { apply(m_before); }

private:
    void apply(const QString &name)
    {
        if (!m_views || m_views->m_generation != m_generation)
            setObsolete(true);
        else
            m_views->renameAt(m_row, name);
    }

    QPointer<SavedViews> m_views;
    quint64 m_generation;
    int m_row;
    QString m_before;
    QString m_after;
};

class MoveView : public QUndoCommand
{
public:
    MoveView(SavedViews *views, int from, int to, const QString &text)
        : QUndoCommand(text)
        , m_views(views)
        , m_generation(views->m_generation)
        , m_from(from)
        , m_to(to)
    {
    }
    void redo() override { apply(m_from, m_to); }
    void undo() override { apply(m_to, m_from); }

private:
    void apply(int from, int to)
    {
        if (!m_views || m_views->m_generation != m_generation)
            setObsolete(true);
        else
            m_views->moveTo(from, to);
    }

    QPointer<SavedViews> m_views;
    quint64 m_generation;
    int m_from;
    int m_to;
};

SavedViews::SavedViews(QUndoStack &undo, QThreadPool &io, QObject *parent)
    : QAbstractListModel(parent)
    , m_undo(undo)
    , m_io(io)
{
}

SavedViews::~SavedViews()
{
    saveNow();
}

void SavedViews::setStore(std::shared_ptr<SavedViewStore> store)
{
    saveNow();
    m_saving.cancel();
    ++m_generation;
    m_store = std::move(store);
    m_revision = m_savedRevision = 0;
    beginResetModel();
    m_views.clear();
    endResetModel();
    if (!m_store) {
        m_loading.cancel();
        Q_EMIT loaded();
        return;
    }
    m_loading.start(runTask(m_io, [store = m_store](TaskContext &) { return store->load(); }),
        [this](const Result<QList<SavedView>> &views) {
            if (views) {
                beginResetModel();
                m_views = *views;
                endResetModel();
            } else {
                Q_EMIT failed(views.error());
            }
            Q_EMIT loaded();
        });
}

QString SavedViews::freeName(const QString &name) const
{
    const auto taken = [this](const QString &candidate) {
        return std::any_of(m_views.begin(), m_views.end(),
            [&](const SavedView &view) { return view.name == candidate; });
    };
    QString base = name.simplified().left(SavedView::kLongestName - 5);
    if (base.isEmpty())
        base = tr("View");
    QString result = base;
    for (int i = 2; taken(result); ++i)
        //: A name that is taken, and a number to tell them apart
        result = tr("%1 %2").arg(base).arg(i);
    return result;
}

void SavedViews::add(SavedView view)
{
    if (!isReady())
        return;
    view.name = freeName(view.name);
    m_undo.push(new InsertView(
        this, int(m_views.size()), view, false, tr("Save view \"%1\"").arg(view.name)));
}

bool SavedViews::rename(int row, const QString &name)
{
    const QString wanted = name.simplified();
    if (!isReady() || !isRow(row) || wanted.isEmpty() || wanted.size() > SavedView::kLongestName)
        return false;
    if (wanted == m_views[row].name)
        return true;
    if (freeName(wanted) != wanted)
        return false;
    m_undo.push(new RenameView(this, row, wanted, tr("Rename view \"%1\"").arg(m_views[row].name)));
    return true;
}

void SavedViews::remove(int row)
{
    if (!isReady() || !isRow(row))
        return;
    m_undo.push(new InsertView(
        this, row, m_views[row], true, tr("Remove view \"%1\"").arg(m_views[row].name)));
}

void SavedViews::move(int from, int to)
{
    if (!isReady() || !isRow(from) || !isRow(to) || from == to)
        return;
    m_undo.push(new MoveView(this, from, to, tr("Move view \"%1\"").arg(m_views[from].name)));
}

int SavedViews::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_views.size());
}

QVariant SavedViews::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole)
        return m_views[index.row()].name;
    return {};
}

bool SavedViews::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return index.isValid() && role == Qt::EditRole && rename(index.row(), value.toString());
}

Qt::ItemFlags SavedViews::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable | Qt::ItemNeverHasChildren : flags;
}

void SavedViews::insertAt(int row, const SavedView &view)
{
    beginInsertRows({}, row, row);
    m_views.insert(row, view);
    endInsertRows();
    ++m_revision;
    saveSoon();
}

void SavedViews::takeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_views.removeAt(row);
    endRemoveRows();
    ++m_revision;
    saveSoon();
}

void SavedViews::renameAt(int row, const QString &name)
{
    m_views[row].name = name;
    Q_EMIT dataChanged(index(row), index(row));
    ++m_revision;
    saveSoon();
}

void SavedViews::moveTo(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_views.move(from, to);
    endMoveRows();
    ++m_revision;
    saveSoon();
}

void SavedViews::saveSoon()
{
    if (m_saving.running())
        return; // goes on with the newest when it is done
    m_saving.start(runTask(m_io,
                       [store = m_store, views = m_views, revision = m_revision](
                           TaskContext &) { return store->save(views, revision); }),
        [this, revision = m_revision](const Result<> &result) {
            if (!result) {
                Q_EMIT failed(result.error());
                return; // the next change tries again
            }
            m_savedRevision = revision;
            if (m_revision != revision)
                saveSoon();
        });
}

void SavedViews::saveNow()
{
    // A save that waits in the pool comes too late then, and is passed over by its revision.
    if (m_store && m_savedRevision != m_revision)
        (void)m_store->save(m_views, m_revision);
    m_savedRevision = m_revision;
}

} // namespace belvedere::ui
