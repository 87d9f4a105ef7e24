// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere::ctl {

/// From now on the first Ctrl+C or SIGTERM asks the work to stop; a second one ends the program.
void watchInterruption();
[[nodiscard]] bool interrupted();

} // namespace belvedere::ctl
