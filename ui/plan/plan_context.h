// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"

namespace belvedere::ui {

class CommandRegistry;
class Preferences;
class UndoHub;

/// What the workspace works with; all of it outlives the workspace and its tasks.
struct PlanContext
{
    TaskPools *pools = nullptr;
    Preferences *preferences = nullptr;
    CommandRegistry *commands = nullptr;
    UndoHub *undo = nullptr;
};

} // namespace belvedere::ui
