// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_content.h"

namespace belvedere::ui {

class OperateWorkspace;

/// What the control room shows, ready to be printed.
[[nodiscard]] ReportContent reportContentOf(const OperateWorkspace &workspace);

} // namespace belvedere::ui
