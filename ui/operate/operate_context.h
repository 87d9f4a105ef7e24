// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "time/city_clock.h"
#include "data/store/store.h"
#include "models/forecaster.h"

#include <memory>

namespace belvedere::ui {

/// What the workspace works with; all of it outlives the workspace and its tasks.
struct OperateContext
{
    const ForecasterFactory *factory = nullptr;
    TaskPools *pools = nullptr;
    CityClock *clock = nullptr;
};

} // namespace belvedere::ui
