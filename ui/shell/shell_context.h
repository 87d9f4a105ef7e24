// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "time/city_clock.h"
#include "models/forecaster.h"
#include "shell/language.h"

namespace belvedere::ui {

/// What the window works with; made and owned by main(), outliving the window and its tasks.
struct ShellContext
{
    const ForecasterFactory *factory = nullptr;
    TaskPools *pools = nullptr;
    CityClock *clock = nullptr;
    Language *language = nullptr;
};

} // namespace belvedere::ui
