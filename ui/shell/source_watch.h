// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/task_slot.h"
#include "data/store/store.h"
#include "shell/source_indicator.h"

#include <QObject>
#include <QTimer>

namespace belvedere::ui {

class CityClock;

/// Says of each data set of the city whether it is up to date: its newest value may lie three
/// steps back. Reads the store in the background.
class SourceWatch : public QObject
{
    Q_OBJECT

public:
    SourceWatch(CityClock &clock, QThreadPool &pool, QObject *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    /// Something was imported or removed.
    void reload();
    /// @param now  when that is; in a replay data of the future do not count.
    [[nodiscard]] static SourceState stateOf(const Dataset &dataset, UtcMs now);

Q_SIGNALS:
    void sourcesChanged(
        const std::vector<belvedere::ui::SourceState> &sources, belvedere::UtcMs now);

private:
    void announce();

    CityClock &m_clock;
    QThreadPool &m_pool;
    std::shared_ptr<Store> m_store;
    UtcMs m_announced = 0; // the clock's now, of the last time
    std::vector<Dataset> m_datasets;
    TaskSlot<std::vector<Dataset>> m_reading;
    QTimer m_timer;
};

} // namespace belvedere::ui
