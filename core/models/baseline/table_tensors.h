// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_model.h"

namespace belvedere {

/// The values of a tensor of exactly this shape.
/// @return Errc::Schema if it is absent, of another shape or not finite.
[[nodiscard]] Result<std::vector<float>> tableTensor(
    const TableModelState &state, const QString &name, const std::vector<std::int64_t> &shape);

/// Errc::Usage: asked before it has learned.
[[nodiscard]] tl::unexpected<Error> notFitted();

} // namespace belvedere
