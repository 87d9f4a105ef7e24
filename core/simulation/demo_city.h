// SPDX-License-Identifier: GPL-3.0-or-later
// core/simulation makes a city that does not exist, so that the program works at once without
// any download. Everything it makes says that it is simulated. It is a composition: later the
// engines of the domains take over its parts.
#pragma once

#include "base/task.h"
#include "data/store/store.h"

namespace belvedere {

enum class DemoSize { Small, Medium, Large };

struct DemoOptions
{
    DemoSize size = DemoSize::Medium; ///< Medium: about 2 000 links and 300 traffic sites
    int days = 28;
    std::uint64_t seed = 7;
    UtcMs end = 0; ///< end of the recording; 0 = today 00:00 UTC of the machine's clock
};

/// Makes the demo city in `directory`; if one of the same options is there already, it stays.
/// The folder appears only when it is complete. Same options, same city, byte for byte in values.
/// @return Errc::Usage if the folder holds something else.
[[nodiscard]] Result<std::shared_ptr<Store>> makeDemoCity(
    const QString &directory, const DemoOptions &options, const TaskContext &context = {});

} // namespace belvedere
