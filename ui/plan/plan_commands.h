// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere::ui {

class PlanWorkspace;

/// Everything of the workspace that can be asked for by name: run, change a road, show, save.
void addPlanCommands(PlanWorkspace &workspace);

} // namespace belvedere::ui
