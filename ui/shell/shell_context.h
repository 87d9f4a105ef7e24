// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "models/forecaster.h"
#include "models/table_learner.h"
#include "shell/language.h"
#include "time/city_clock.h"

namespace belvedere::ui {

class CommandRegistry;
class LinkedCursor;
class Preferences;
class SearchHub;
class UndoHub;

/// What the window works with; made and owned by main(), outliving the window and its tasks.
struct ShellContext
{
    const ForecasterFactory *factory = nullptr;
    TaskPools *pools = nullptr;
    CityClock *clock = nullptr;
    Language *language = nullptr;
    CommandRegistry *commands = nullptr;
    SearchHub *search = nullptr;
    Preferences *preferences = nullptr;
    UndoHub *undo = nullptr; ///< each workspace adds its own stack
    LinkedCursor *cursor = nullptr;
    const TableLearnerFactory *tables = nullptr; ///< null: tables are not offered
};

} // namespace belvedere::ui
