// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/task_slot.h"
#include "safety/hotspot_study.h"
#include "safety/safety_data.h"

#include <QObject>

namespace belvedere::ui {

/// One comparison of rankings at a time, in the background.
class HotspotController : public QObject
{
    Q_OBJECT

public:
    explicit HotspotController(TaskPools &pools, QObject *parent = nullptr);

    /// Null closes the city. Cancels what runs; what is in it is read by load().
    void setStore(std::shared_ptr<Store> store);
    /// Reads the incidents, unless they were read.
    void load();

    /// Null before they were read.
    [[nodiscard]] const std::shared_ptr<const SafetyData> &data() const { return m_data; }
    [[nodiscard]] bool busy() const { return m_running.running(); }
    /// The last one that was finished; null before.
    [[nodiscard]] const std::shared_ptr<const HotspotStudy> &study() const { return m_study; }
    /// What it was made of.
    [[nodiscard]] const QString &table() const { return m_table; }
    [[nodiscard]] const HotspotSpec &spec() const { return m_spec; }

    /// Does nothing while busy. The zone of the specification is set to the city's.
    void start(const QString &table, HotspotSpec spec);
    void cancel();

Q_SIGNALS:
    void dataChanged();
    void busyChanged();
    /// 0 … 1
    void progressChanged(double done, const QString &text);
    void studyChanged();
    void failed(const belvedere::Error &error);
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

private:
    TaskPools &m_pools;
    std::shared_ptr<Store> m_store;
    std::shared_ptr<const SafetyData> m_data;
    std::shared_ptr<const HotspotStudy> m_study;
    QString m_table;
    HotspotSpec m_spec;
    TaskSlot<std::shared_ptr<const SafetyData>> m_loading{this};
    TaskSlot<std::shared_ptr<const HotspotStudy>> m_running{this};
};

} // namespace belvedere::ui
