// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/base_case.h"

#include <QByteArray>

namespace belvedere {

/// All of a base case; the same bytes for the same values on every machine.
[[nodiscard]] QByteArray baseCaseBytes(const BaseCaseData &data);
/// @return Errc::Parse for bytes that are damaged, and what BaseCase::make() says.
[[nodiscard]] Result<std::shared_ptr<const BaseCase>> baseCaseOf(const QByteArray &bytes);

} // namespace belvedere
