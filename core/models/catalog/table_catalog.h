// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_learner.h"

namespace belvedere {

/// All kinds of learners of tables of this program.
[[nodiscard]] const TableLearnerFactory &tableCatalog();

} // namespace belvedere
