// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/main_window.h"

namespace belvedere::desktop {

/// Waits until everything on the window has settled, writes its picture to `file` (PNG) and quits
/// the program: with 0, or with 1 and a message if that takes too long or cannot be written.
void quitAfterScreenshot(ui::MainWindow &window, const QString &file);

} // namespace belvedere::desktop
