// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_archive.h"

namespace belvedere {

/// The analysis of a kept run: the one that is kept beside it, else one pass over its test part,
/// which is then kept.
/// @return Errc::Usage if the data has changed since, so that the figures of the test part are
/// others.
[[nodiscard]] Result<RunAnalysis> analyseRun(std::shared_ptr<Store> store,
    const ForecasterFactory &factory, const QString &runId, const TaskContext &context = {});

/// Two kept runs on the windows that are in the test part of both.
/// @return Errc::Usage if they forecast different data or no window is in both.
[[nodiscard]] Result<Significance> compareRuns(std::shared_ptr<Store> store,
    const ForecasterFactory &factory, const QString &runId, const QString &rivalId,
    const TaskContext &context = {});

} // namespace belvedere
