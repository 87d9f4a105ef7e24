// SPDX-License-Identifier: GPL-3.0-or-later
// core/training owns how models learn and how they are judged: splits, metrics, the epoch loop,
// run records. It works on plain floats, drives models through core/models and knows no torch.
#pragma once

#include "models/forecaster.h"

namespace belvedere {

/// Shares of the windows; they add up to 1.
struct SplitShares
{
    double train = 0.7;
    double validation = 0.1;
    double test = 0.2;
};

/// "0.7,0.1,0.2". @return Errc::Usage if it is not three shares of at least 0.01 with sum 1.
[[nodiscard]] Result<SplitShares> parseSplit(const QString &text);

struct Split
{
    WindowRange train;
    WindowRange validation;
    WindowRange test;
};

/// Cuts the windows of a history of `steps` steps in order of time, by window index, as the
/// literature does: test = round(share n), train = round(share n), validation is the rest.
/// Source: DCRNN (Li et al. 2018), its data preparation. Neighbouring parts share history +
/// horizon - 1 steps, never a target with an input of an earlier part's fit.
/// Sources differ by one window where both shares round up: PEMS08 (17 856 steps, 0.6,0.2,0.2)
/// gives 10 700 / 3 566 / 3 567 here and in STIDGCN, 10 700 / 3 567 / 3 566 in STAEformer.
/// @return Errc::Shape if a part would be empty, with the number of steps needed; Errc::Usage
/// for a history or horizon below 1 or impossible shares.
[[nodiscard]] Result<Split> chronologicalSplit(
    int steps, const ForecastShape &shape, const SplitShares &shares);

} // namespace belvedere
