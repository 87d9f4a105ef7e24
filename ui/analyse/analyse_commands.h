// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere::ui {

class AnalyseWorkspace;

/// What the command bar and the keyboard can do with this workspace. They go with it.
void addAnalyseCommands(AnalyseWorkspace &workspace);

} // namespace belvedere::ui
