// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/command.h"

#include <vector>

namespace belvedere::ui {

class CityClock;
class CommandRegistry;
class TimeRiver;

/// What the keyboard and the command bar can do with the clock: play, step, go to a time, to the
/// next event. Both outlive what is done with the commands.
[[nodiscard]] std::vector<Command> timeCommands(CityClock &clock, TimeRiver &river);

/// Adds them to the registry; they go with the river. `scope` as in Command.
void addTimeCommands(
    CommandRegistry &registry, CityClock &clock, TimeRiver &river, const QString &scope);

} // namespace belvedere::ui
