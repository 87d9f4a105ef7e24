// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/source_text.h"

#include <QStringList>

namespace belvedere::architecture {

/// One sentence for each spelling in `source` that has led to trouble, with what to write instead.
[[nodiscard]] QStringList bannedSpellings(const SourceText &source);
/// What every source file has: a snake_case name, the licence line, an include guard.
[[nodiscard]] QStringList formViolations(const SourceText &source);

} // namespace belvedere::architecture
