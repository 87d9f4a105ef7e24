// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere::ui {

/// A piece of something that has a name: a link of a street, a way of a river.
struct NamedPiece
{
    std::int32_t name = 0; ///< any number; pieces of one name are joined
    std::span<const PointM> line; ///< at least two points
};

/// A line of joined pieces.
struct NamedChain
{
    std::int32_t name = 0;
    std::vector<PointM> line;
};

/// Joins the pieces of each name where their ends meet, straight on first, so that a name can be
/// written along a street and not along its pieces. Pieces that lie on one another (the two
/// directions of a street) count once. Deterministic.
[[nodiscard]] std::vector<NamedChain> joinPieces(const std::vector<NamedPiece> &pieces);

} // namespace belvedere::ui
