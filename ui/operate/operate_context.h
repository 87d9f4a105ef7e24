// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/preferences.h"
#include "data/store/store.h"
#include "models/forecaster.h"
#include "time/city_clock.h"

#include <memory>

namespace belvedere::ui {

class CommandRegistry;
class LinkedCursor;
class SearchHub;
class UndoHub;

/// What the workspace works with; all of it outlives the workspace and its tasks.
struct OperateContext
{
    const ForecasterFactory *factory = nullptr;
    TaskPools *pools = nullptr;
    CityClock *clock = nullptr;
    Preferences *preferences = nullptr;
    CommandRegistry *commands = nullptr;
    SearchHub *search = nullptr;
    LinkedCursor *cursor = nullptr;
    UndoHub *undo = nullptr;
};

} // namespace belvedere::ui
