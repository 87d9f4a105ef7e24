// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_content.h"

namespace belvedere::ui {

class PlanWorkspace;

/// The scenario that is looked at: its edits, the map, the scoreboard, the streets most affected.
[[nodiscard]] ReportContent planReportOf(PlanWorkspace &workspace);

} // namespace belvedere::ui
