// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/series.h"

#include <QByteArray>

#include <optional>

namespace belvedere {

/// A piece of a series as the store keeps it: [step, site, channel], channel innermost.
struct SeriesBlock
{
    int steps = 0;
    int sites = 0;
    int channels = 0;
    std::vector<float> values;
    std::vector<Quality> quality;

    SeriesBlock() = default;
    /// All missing.
    SeriesBlock(int stepCount, int siteCount, int channelCount);

    [[nodiscard]] std::size_t offset(int step, int site, int channel) const
    {
        return (static_cast<std::size_t>(step) * static_cast<std::size_t>(sites)
                   + static_cast<std::size_t>(site))
            * static_cast<std::size_t>(channels)
            + static_cast<std::size_t>(channel);
    }
    /// The same with sites and channels appended, which are missing.
    [[nodiscard]] SeriesBlock widened(int siteCount, int channelCount) const;
};

/// One byte for the form (0 = plain, 1 = zlib), then the four bytes of all float32 values as four
/// planes, least significant first, then the quality flags. Planes compress far better.
[[nodiscard]] QByteArray encodeBlock(const SeriesBlock &block);
/// Nothing if `data` is not a block of that shape.
[[nodiscard]] std::optional<SeriesBlock> decodeBlock(
    const QByteArray &data, int steps, int sites, int channels);

} // namespace belvedere
