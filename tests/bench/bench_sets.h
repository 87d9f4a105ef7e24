// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/trainer.h"

#include <QStringList>

#include <optional>

namespace belvedere {

/// A public data set with the protocol its results are told by.
struct BenchSet
{
    const char *name;
    QStringList files;
    const char *zone;
    const char *channel;
    int history;
    int horizon;
    SplitShares split;
    UtcMs resampleMs; ///< 0 = as it is
};

/// @param folder  of the public data.
[[nodiscard]] std::vector<BenchSet> benchSets(const QString &folder);

/// @return Errc::Usage naming those there are.
[[nodiscard]] Result<const BenchSet *> benchSet(
    const std::vector<BenchSet> &sets, const QString &name);

/// @param sites  which sites; empty = all.
[[nodiscard]] Result<std::shared_ptr<const ChannelHistory>> loadBenchSet(
    const BenchSet &set, const std::vector<QString> &sites = {});

/// The first steps of a history.
[[nodiscard]] std::shared_ptr<const ChannelHistory> firstSteps(
    const ChannelHistory &history, int steps);

/// What "key=value" arguments say: seeds, epochs, fineTune, patience, history, horizon, threads,
/// split, events (a limit), every; anything else is an option of the model.
struct BenchArguments
{
    TrainSpec spec;
    std::vector<std::uint64_t> seeds = {1};
    QStringList partners;
    double until = 1.0; ///< share of the steps that is used at all
    int every = 0; ///< only each so-manieth window is tested; 0 = all, and all that a run has
};

[[nodiscard]] Result<BenchArguments> benchArguments(
    const BenchSet &set, const QString &model, const QStringList &arguments);

} // namespace belvedere
