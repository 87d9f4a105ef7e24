// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/beeswarm.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace belvedere::ui {

namespace {

/// Shades by rank, so that one outlier does not take all the colours.
std::vector<std::int16_t> shadesOf(const std::vector<double> &values, std::size_t n)
{
    std::vector<std::int16_t> shades(n, -1);
    std::vector<double> sorted;
    for (const double value : values) {
        if (std::isfinite(value))
            sorted.push_back(value);
    }
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    const double last = double(std::max<std::size_t>(1, sorted.size() - (sorted.empty() ? 0 : 1)));
    for (std::size_t i = 0; i < std::min(n, values.size()); ++i) {
        if (!std::isfinite(values[i]))
            continue;
        const auto rank =
            std::lower_bound(sorted.begin(), sorted.end(), values[i]) - sorted.begin();
        const double share = sorted.size() == 1 ? 0.5 : double(rank) / last;
        shades[i] = static_cast<std::int16_t>(std::lround(share * (kSwarmShades - 1)));
    }
    return shades;
}

struct Placed
{
    std::int32_t column;
    std::int16_t shade;
    std::uint32_t index;
};

} // namespace

std::vector<SwarmDot> swarmOf(
    const SwarmRow &row, double low, double high, double width, double height, double dotPx)
{
    std::vector<SwarmDot> dots;
    if (!(low < high) || !(width > 0.0) || !(dotPx > 0.0))
        return dots;
    const std::vector<std::int16_t> shades = shadesOf(row.values, row.effects.size());
    const double perEffect = width / (high - low);
    std::vector<Placed> placed;
    placed.reserve(row.effects.size());
    for (std::size_t i = 0; i < row.effects.size(); ++i) {
        const double x = (row.effects[i] - low) * perEffect;
        if (!(x >= 0.0 && x <= width)) // NaN too
            continue;
        placed.push_back({static_cast<std::int32_t>(x / dotPx), shades[i], std::uint32_t(i)});
    }
    std::sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) {
        return std::tie(a.column, a.shade, a.index) < std::tie(b.column, b.shade, b.index);
    });
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(height / dotPx)));
    const std::size_t most = 2 * room - 1;
    for (std::size_t begin = 0; begin < placed.size();) {
        std::size_t end = begin;
        while (end < placed.size() && placed[end].column == placed[begin].column)
            ++end;
        const std::size_t count = end - begin;
        const std::size_t shown = std::min(count, most);
        const double step = shown <= room ? dotPx : dotPx * double(room) / double(shown + 1);
        for (std::size_t k = 0; k < shown; ++k) {
            const Placed &p = placed[begin + k * count / shown];
            const double x = (row.effects[p.index] - low) * perEffect;
            // Rank from the bottom up: low values below, high ones above the middle.
            const double offset = (double(shown - 1) / 2.0 - double(k)) * step;
            dots.push_back({float(x), float(offset), p.shade, p.index});
        }
        begin = end;
    }
    return dots;
}

} // namespace belvedere::ui
