// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace belvedere::ctl {

/// "--step 15min": the length of a step of the series that a verb makes.
void addStepOption(CLI::App &verb, double &stepMs);

} // namespace belvedere::ctl
