// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/training_queue.h"

#include <QAbstractListModel>

namespace belvedere::ui {

/// The queue as a list that can be put in another order by dragging. Roles are those of
/// EntryModel.
class QueueModel : public QAbstractListModel
{
    Q_OBJECT

public:
    QueueModel(TrainingQueue &queue, const ForecasterFactory &factory, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

private:
    TrainingQueue &m_queue;
    const ForecasterFactory &m_factory;
    std::vector<QueuedTraining> m_items; // as the views know them
};

} // namespace belvedere::ui
