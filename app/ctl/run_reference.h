// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_archive.h"

namespace belvedere::ctl {

/// The run that a person means by "r0007-neural", "traffic-speed/3" or "traffic-speed" (the live
/// version of that name).
/// @return Errc::NotFound that says where to look.
[[nodiscard]] Result<RunRecord> runByReference(
    const std::shared_ptr<Store> &store, const QString &reference);

} // namespace belvedere::ctl
