// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "data/store/store.h"
#include "models/forecaster.h"

#include <memory>

namespace belvedere::ui {

/// What the workspace works with. The factory and the pools outlive it and all its tasks.
struct AnalyseContext
{
    std::shared_ptr<Store> store; ///< null while no city is open
    const ForecasterFactory *factory = nullptr;
    TaskPools *pools = nullptr;
};

} // namespace belvedere::ui
