// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace belvedere::ui {

class CommandRegistry;
class MainWindow;

/// Maps, layers and raster tiles of the open city.
void addMapCommands(MainWindow &window, CommandRegistry &commands);

} // namespace belvedere::ui
