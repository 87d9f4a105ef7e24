// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace belvedere::ctl {

void addScenarioCommand(CLI::App &app, Session &session);

} // namespace belvedere::ctl
