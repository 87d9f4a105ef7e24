// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/features/training_blocks.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr int kMostPieces = 8;
constexpr int kLeastPieceGaps = 20; // length of a piece in gaps
constexpr double kHeldOutShare = 0.2;

} // namespace

TrainingBlocks TrainingBlocks::of(int count, const ForecastShape &shape)
{
    // Windows nearer than this share a step that one of them is to forecast.
    const int gap = shape.history + shape.horizon - 1;
    const int pieces = std::clamp(count / (kLeastPieceGaps * gap), 1, kMostPieces);
    TrainingBlocks blocks;
    std::vector<bool> near(static_cast<std::size_t>(count), false);
    for (int piece = 0; piece < pieces; ++piece) {
        const auto begin = static_cast<int>(std::int64_t(piece) * count / pieces);
        const auto end = static_cast<int>(std::int64_t(piece + 1) * count / pieces);
        // With next to no windows there is no room for gaps: then all are learned from.
        const int first = end - static_cast<int>(kHeldOutShare * (end - begin));
        for (int window = first; window < end; ++window)
            blocks.heldOut.push_back(window);
        if (first < end) {
            const int before = std::min(gap, (first - begin) / 2);
            const int after = std::min(gap, (count - end) / 2);
            std::fill(near.begin() + first - before, near.begin() + end + after, true);
        }
    }
    for (int window = 0; window < count; ++window) {
        if (!near[static_cast<std::size_t>(window)])
            blocks.learned.push_back(window);
    }
    return blocks;
}

std::vector<StepGroup> stepGroups(int horizon)
{
    std::vector<StepGroup> groups;
    for (int first = 1; first <= horizon; first = groups.back().last + 1)
        groups.push_back({first, std::min(horizon, first + first / 2)});
    return groups;
}

} // namespace belvedere
