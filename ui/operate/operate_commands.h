// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere::ui {

class OperateWorkspace;

/// What the command bar and the keyboard can do with the control room. They go with it.
void addOperateCommands(OperateWorkspace &workspace);
/// One for each view, "view.traffic" among them; anew after a domain was added.
void addViewCommands(OperateWorkspace &workspace);

} // namespace belvedere::ui
