// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/queue_model.h"

#include "analyse/entry_model.h"
#include "analyse/training/training_text.h"

#include <QMimeData>

namespace belvedere::ui {

namespace {
const QString kMimeType = QStringLiteral("application/x-belvedere-queued-training");
}

QueueModel::QueueModel(TrainingQueue &queue, const ForecasterFactory &factory, QObject *parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
    , m_factory(factory)
{
    connect(&m_queue, &TrainingQueue::changed, this, [this] {
        beginResetModel();
        m_items = m_queue.items();
        endResetModel();
    });
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueuedTraining &item = m_items[static_cast<std::size_t>(index.row())];
    const QString title = trainingTitle(item.spec, m_factory);
    const QStringList lines = trainingLines(item.spec, m_factory);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::ToolTipRole:
        return (QStringList{title} + lines).join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
        return (QStringList{title} + lines).join(QLatin1String(", "));
    case EntryModel::IdRole:
        return item.id;
    case EntryModel::LinesRole:
        return lines;
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    // Things are dropped between rows, never onto one.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

QStringList QueueModel::mimeTypes() const
{
    return {kMimeType};
}

QMimeData *QueueModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(kMimeType, indexes.front().data(EntryModel::IdRole).toString().toUtf8());
    return data;
}

bool QueueModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(kMimeType) || parent.isValid())
        return false;
    const QString id = QString::fromUtf8(data->data(kMimeType));
    const int from = m_queue.indexOf(id);
    if (from < 0)
        return false;
    const int before = row < 0 ? rowCount() : row;
    m_queue.move(id, before > from ? before - 1 : before);
    return false; // nothing is to be removed where it came from
}

} // namespace belvedere::ui
