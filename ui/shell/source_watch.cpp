// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/source_watch.h"

#include "common/error_text.h"
#include "common/quantity_names.h"
#include "time/city_clock.h"

#include <cstdlib>

namespace belvedere::ui {

namespace {

constexpr int kRefreshMs = 10 * 1000;
constexpr int kStepsLate = 3;

} // namespace

SourceWatch::SourceWatch(CityClock &clock, QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pool(pool)
    , m_reading(this)
{
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &SourceWatch::announce);
    // A replay runs through hours in a minute.
    connect(&m_clock, &CityClock::nowChanged, this, [this](UtcMs now) {
        if (std::abs(now - m_announced) >= kMsPerMinute)
            announce();
    });
}

void SourceWatch::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_datasets.clear();
    reload();
}

void SourceWatch::reload()
{
    if (!m_store) {
        m_reading.cancel();
        m_timer.stop();
        announce();
        return;
    }
    m_timer.start();
    m_reading.start(runTask(m_pool, [store = m_store](TaskContext &) { return store->datasets(); }),
        [this](Result<std::vector<Dataset>> datasets) {
            if (datasets) {
                m_datasets = std::move(*datasets);
                announce();
                return;
            }
            SourceState broken;
            broken.name = m_store->directory();
            broken.condition = SourceState::Condition::Failed;
            broken.remark = errorText(datasets.error());
            Q_EMIT sourcesChanged({broken}, m_clock.now());
        });
}

SourceState SourceWatch::stateOf(const Dataset &dataset, UtcMs now)
{
    SourceState state;
    state.name = demoText(dataset.name);
    state.remark = sourceText(dataset.source);
    const TimeAxis &axis = dataset.axis;
    if (axis.count <= 0 || axis.start > now)
        return state;
    const UtcMs last = axis.last();
    state.newest = last <= now ? last : now - (now - axis.start) % axis.stepMs;
    state.condition = now - state.newest <= kStepsLate * axis.stepMs
        ? SourceState::Condition::Fresh
        : SourceState::Condition::Stale;
    return state;
}

void SourceWatch::announce()
{
    std::vector<SourceState> states;
    for (const Dataset &dataset : m_datasets)
        states.push_back(stateOf(dataset, m_clock.now()));
    m_announced = m_clock.now();
    Q_EMIT sourcesChanged(states, m_announced);
}

} // namespace belvedere::ui
