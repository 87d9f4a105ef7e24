// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belvedere {

/// "0.1.0+07c0225-dirty": project version and commit, as known when the build was configured;
/// "0.1.0+unknown" outside git.
[[nodiscard]] QString codeVersion();

} // namespace belvedere
