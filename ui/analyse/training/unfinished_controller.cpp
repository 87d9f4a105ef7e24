// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/unfinished_controller.h"

#include "training/checkpoint_store.h"

namespace belvedere::ui {

UnfinishedController::UnfinishedController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void UnfinishedController::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_trainings.clear();
    Q_EMIT changed();
    reload();
}

void UnfinishedController::reload()
{
    m_loading.cancel();
    if (!m_context.store)
        return;
    const auto load = [directory = m_context.store->directory()](
                          TaskContext &) -> Result<std::vector<CheckpointInfo>> {
        return CheckpointStore(directory).unfinished();
    };
    m_loading.start(
        runTask(m_context.pools->io, load), [this](Result<std::vector<CheckpointInfo>> trainings) {
            if (!trainings)
                return; // nobody asked for it: it is offered the next time
            m_trainings = std::move(*trainings);
            Q_EMIT changed();
        });
}

void UnfinishedController::discard(const QString &id)
{
    if (!m_context.store || m_discarding.running())
        return;
    m_discarding.start(runTask(m_context.pools->io,
                           [directory = m_context.store->directory(), id](
                               TaskContext &) { return CheckpointStore(directory).remove(id); }),
        [this](const Result<> &removed) {
            if (!removed)
                Q_EMIT failed(removed.error());
            reload();
        });
}

} // namespace belvedere::ui
