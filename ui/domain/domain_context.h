// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/preferences.h"

namespace belvedere::ui {

class CityClock;
class CommandRegistry;
class LinkedCursor;
class UndoHub;

/// What a domain works with; all of it outlives the domain and its tasks.
struct DomainContext
{
    TaskPools *pools = nullptr;
    Preferences *preferences = nullptr;
    CityClock *clock = nullptr; ///< to read; the control room moves it
    CommandRegistry *commands = nullptr;
    LinkedCursor *cursor = nullptr;
    UndoHub *undo = nullptr;
    QString commandScope; ///< of shortcuts, see Command::scope
};

} // namespace belvedere::ui
