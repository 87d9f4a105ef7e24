// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace belvedere::ctl {

void addAssignCommand(CLI::App &app, Session &session);

} // namespace belvedere::ctl
