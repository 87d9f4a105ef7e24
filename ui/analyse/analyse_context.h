// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "data/store/store.h"
#include "models/forecaster.h"
#include "models/table_learner.h"

#include <memory>

namespace belvedere::ui {

class CommandRegistry;
class LinkedCursor;
class Preferences;
class SearchHub;
class UndoHub;

/// What the workspace works with; all of it outlives the workspace and its tasks.
struct AnalyseContext
{
    std::shared_ptr<Store> store; ///< null while no city is open
    const ForecasterFactory *factory = nullptr;
    TaskPools *pools = nullptr;
    // What the whole program shares; null where a part stands alone.
    Preferences *preferences = nullptr;
    LinkedCursor *cursor = nullptr;
    UndoHub *undo = nullptr;
    CommandRegistry *commands = nullptr;
    SearchHub *search = nullptr;
    const TableLearnerFactory *tables = nullptr; ///< null: tables are not offered
};

} // namespace belvedere::ui
