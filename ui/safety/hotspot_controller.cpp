// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/hotspot_controller.h"

namespace belvedere::ui {

HotspotController::HotspotController(TaskPools &pools, QObject *parent)
    : QObject(parent)
    , m_pools(pools)
{
}

void HotspotController::setStore(std::shared_ptr<Store> store)
{
    cancel();
    m_loading.cancel();
    m_store = std::move(store);
    m_data.reset();
    m_study.reset();
    Q_EMIT dataChanged();
    Q_EMIT studyChanged();
}

void HotspotController::load()
{
    if (m_data || !m_store || m_loading.running())
        return;
    m_loading.start(runTask(m_pools.io,
                        [store = std::shared_ptr<const Store>(m_store)](
                            TaskContext &context) { return loadSafety(*store, context); }),
        [this](Result<std::shared_ptr<const SafetyData>> data) {
            if (!data) {
                Q_EMIT failed(data.error());
                return;
            }
            m_data = *data;
            Q_EMIT dataChanged();
        });
}

void HotspotController::start(const QString &table, HotspotSpec spec)
{
    const auto incidents = m_data ? m_data->table(table) : nullptr;
    if (busy() || !incidents)
        return;
    spec.zone = m_data->zone;
    const QString title = tr("Comparing hot spots of %1").arg(table);
    auto task = runTask(m_pools.io,
        [incidents, spec](TaskContext &context) -> Result<std::shared_ptr<const HotspotStudy>> {
            BV_TRY(HotspotStudy study, studyHotspots(*incidents, spec, context));
            return std::make_shared<const HotspotStudy>(std::move(study));
        });
    onProgress(task, this, [this](double done, const QString &text) {
        if (busy())
            Q_EMIT progressChanged(done, text);
    });
    m_running.start(task, [this, table, spec, title](auto study) {
        if (study) {
            m_study = *study;
            m_table = table;
            m_spec = spec;
            Q_EMIT studyChanged();
        }
        Q_EMIT busyChanged();
        Q_EMIT taskFinished(title);
        if (!study)
            Q_EMIT failed(study.error());
    });
    Q_EMIT taskStarted(title, QFuture<void>(task));
    Q_EMIT busyChanged();
}

void HotspotController::cancel()
{
    if (!busy())
        return;
    m_running.cancel();
    Q_EMIT busyChanged();
}

} // namespace belvedere::ui
