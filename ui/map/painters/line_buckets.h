// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of a layer a picture shows, style by style. The same for every backend.
#pragma once

#include "map/map_renderer.h"

namespace belvedere::ui {

/// More lines than this in one picture take longer than anybody waits, and cannot be told apart.
inline constexpr std::size_t kMostLines = 3'000'000;
/// A bend of a line that is moved aside moves no farther than this many times the offset.
inline constexpr double kLineMiterLimit = 2.0;

/// The lines that one style paints.
struct LineBucket
{
    std::vector<std::uint32_t> lines; ///< in the packed order
    double width = 0.0; ///< logical pixels
    double offset = 0.0; ///< device pixels
    bool shown = false;
};

/// Indices of the styles, those of a higher rank later.
[[nodiscard]] std::vector<std::size_t> stylesByRank(const std::vector<FeatureStyle> &styles);
/// One a style, without lines.
[[nodiscard]] std::vector<LineBucket> lineBuckets(const MapLayer &layer, const Viewport &viewport);
/// How far from its geometry a feature's paint may lie, in metres.
[[nodiscard]] double lineReach(const std::vector<LineBucket> &buckets,
    const std::vector<FeatureStyle> &styles, const Viewport &viewport);
/// Only every so many lines are painted.
[[nodiscard]] std::size_t lineStride(const PackedLines &lines, const BoundingBox &seen);
/// @return false if cancelled.
bool fillBuckets(std::vector<LineBucket> &buckets, const LayerAttributes &attributes,
    const PackedLines &lines, const BoundingBox &seen, std::size_t stride,
    const Cancelled &cancelled);

} // namespace belvedere::ui
