// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"
#include "training/training_checkpoint.h"

#include <QObject>

#include <vector>

namespace belvedere::ui {

/// Trainings that were interrupted, by the end of the program for example, and can go on.
class UnfinishedController : public QObject
{
    Q_OBJECT

public:
    explicit UnfinishedController(const AnalyseContext &context, QObject *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    /// Newest first; those that run somewhere are left out.
    [[nodiscard]] const std::vector<CheckpointInfo> &trainings() const { return m_trainings; }

    void reload();
    /// Throws away what was learned there.
    void discard(const QString &id);

Q_SIGNALS:
    void changed();
    void failed(const belvedere::Error &error);

private:
    AnalyseContext m_context;
    std::vector<CheckpointInfo> m_trainings;
    TaskSlot<std::vector<CheckpointInfo>> m_loading{this};
    TaskSlot<void> m_discarding{this};
};

} // namespace belvedere::ui
