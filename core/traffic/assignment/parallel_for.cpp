// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/parallel_for.h"

#include <QMutex>
#include <QMutexLocker>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <exception>

namespace belvedere {

namespace {

/// Items taken at once: few enough to cancel soon and to share the work evenly.
constexpr int kChunk = 8;

} // namespace

bool parallelFor(int items, int threads, const std::function<bool()> &cancelled,
    const std::function<void(int item, int worker)> &work)
{
    std::atomic<int> next = 0;
    std::atomic<bool> stopped = false;
    QMutex mutex;
    std::exception_ptr thrown;
    const auto run = [&](int worker) {
        try {
            for (int first = next.fetch_add(kChunk); first < items && !stopped;
                 first = next.fetch_add(kChunk)) {
                if (worker == 0 && cancelled())
                    stopped = true;
                for (int item = first; item < std::min(first + kChunk, items) && !stopped; ++item)
                    work(item, worker);
            }
        } catch (...) {
            const QMutexLocker lock(&mutex);
            thrown = std::current_exception();
            stopped = true;
        }
    };
    QThreadPool pool; // waits in its destructor
    const int helpers = std::min(threads, (items + kChunk - 1) / kChunk) - 1;
    pool.setMaxThreadCount(std::max(helpers, 1));
    for (int worker = 1; worker <= helpers; ++worker)
        pool.start([&run, worker] { run(worker); });
    run(0);
    pool.waitForDone();
    if (thrown)
        std::rethrow_exception(thrown);
    return !stopped;
}

} // namespace belvedere
