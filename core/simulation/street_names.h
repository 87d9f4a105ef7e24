// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "simulation/street.h"

#include <QString>

namespace belvedere::simulation {

/// A name for each street; the same for the pieces of none, different for up to 5 000 streets.
[[nodiscard]] std::vector<QString> streetNames(const std::vector<Street> &streets, Random random);

/// Names of bridges, in order along the river.
[[nodiscard]] QString bridgeName(int index);

/// Names of districts, best known first.
[[nodiscard]] QString districtName(int index);
[[nodiscard]] int districtNameCount();

} // namespace belvedere::simulation
