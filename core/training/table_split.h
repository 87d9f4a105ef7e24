// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/column_table.h"
#include "training/split.h"

#include <cstdint>

namespace belvedere {

/// Rows of a table by their position in it.
struct TableSplit
{
    std::vector<std::size_t> train;
    std::vector<std::size_t> validation;
    std::vector<std::size_t> test;
};

/// At random, seeded; of a classification with the same shares of each class in all parts, to a
/// row. The parts keep the order of the table.
/// @param rows  those that have a target.
/// @param strata  [rows] class of each; empty = none.
/// @return Errc::Shape if a part would be empty, Errc::Usage for impossible shares.
[[nodiscard]] Result<TableSplit> randomSplit(const std::vector<std::size_t> &rows,
    const std::vector<int> &strata, const SplitShares &shares, std::uint64_t seed);

/// By ascending `order`, first train, then validation, then test; rows of the same order stay
/// together, with the earlier part.
/// @param order  [rows]; time, or position. None is missing.
[[nodiscard]] Result<TableSplit> orderedSplit(const std::vector<std::size_t> &rows,
    const std::vector<double> &order, const SplitShares &shares);

} // namespace belvedere
