// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/command_registry.h"
#include "common/linked_cursor.h"
#include "common/preferences.h"
#include "common/undo_hub.h"
#include "operate/operate_context.h"
#include "search/search_hub.h"

namespace belvedere::test {

/// What main() owns and the workspaces share.
struct Desk
{
    TaskPools pools;
    ui::CityClock clock;
    ui::Preferences preferences;
    ui::CommandRegistry commands;
    ui::SearchHub search;
    ui::LinkedCursor cursor;
    ui::UndoHub undo;

    [[nodiscard]] ui::OperateContext operate(const ForecasterFactory &factory)
    {
        return {&factory, &pools, &clock, &preferences, &commands, &search, &cursor, &undo};
    }
};

} // namespace belvedere::test
