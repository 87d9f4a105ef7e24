// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// All kinds of models of this program.
[[nodiscard]] const ForecasterFactory &modelCatalog();

} // namespace belvedere
