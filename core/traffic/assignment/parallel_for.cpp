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
constexpr int kMostAtOnce = 8;
constexpr int kSharesPerThread = 4;

} // namespace

bool parallelFor(int items, int threads, const std::function<bool()> &cancelled,
    const std::function<void(int item, int worker)> &work)
{
    const int chunk = std::clamp(items / (kSharesPerThread * threads), 1, kMostAtOnce);
    std::atomic<int> next = 0;
    std::atomic<bool> stopped = false;
    QMutex mutex;
    std::exception_ptr thrown;
    const auto run = [&](int worker) {
        try {
            for (int first = next.fetch_add(chunk); first < items && !stopped;
                 first = next.fetch_add(chunk)) {
                const int end = std::min(first + chunk, items);
                for (int item = first; item < end && !stopped; ++item) {
                    if (worker == 0 && cancelled())
                        stopped = true;
                    else
                        work(item, worker);
                }
            }
        } catch (...) {
            const QMutexLocker lock(&mutex);
            thrown = std::current_exception();
            stopped = true;
        }
    };
    QThreadPool pool; // waits in its destructor
    const int helpers = std::min(threads, (items + chunk - 1) / chunk) - 1;
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
