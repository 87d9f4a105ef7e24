// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace belvedere {

/// Calls `work(item, worker)` for each item below `items` on up to `threads` threads, `worker`
/// below `threads`. Which worker takes which item is chance: results must not depend on it.
/// Stops early once `cancelled()`, which only the calling thread asks.
/// @return false if it stopped early. Rethrows what `work` threw.
bool parallelFor(int items, int threads, const std::function<bool()> &cancelled,
    const std::function<void(int item, int worker)> &work);

} // namespace belvedere
