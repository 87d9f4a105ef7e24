// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/series_block.h"

#include <algorithm>
#include <cstring>

namespace belvedere {

namespace {

constexpr char kPlain = 0;
constexpr char kZlib = 1;
constexpr int kPlanes = 4;
/// zlib's fastest: level 6 takes three times as long for a tenth less space.
constexpr int kZlibLevel = 1;

} // namespace

SeriesBlock::SeriesBlock(int stepCount, int siteCount, int channelCount)
    : steps(stepCount)
    , sites(siteCount)
    , channels(channelCount)
{
    const std::size_t size = offset(stepCount, 0, 0);
    values.assign(size, kMissing);
    quality.assign(size, Quality::Missing);
}

SeriesBlock SeriesBlock::widened(int siteCount, int channelCount) const
{
    SeriesBlock wide(steps, siteCount, channelCount);
    for (int step = 0; step < steps; ++step) {
        for (int site = 0; site < sites; ++site) {
            const std::size_t from = offset(step, site, 0);
            const std::size_t to = wide.offset(step, site, 0);
            for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
                wide.values[to + c] = values[from + c];
                wide.quality[to + c] = quality[from + c];
            }
        }
    }
    return wide;
}

QByteArray encodeBlock(const SeriesBlock &block)
{
    const std::size_t size = block.values.size();
    QByteArray planes(static_cast<qsizetype>(size * (kPlanes + 1)), Qt::Uninitialized);
    char *const out = planes.data();
    for (std::size_t i = 0; i < size; ++i) {
        std::uint32_t bits = 0; // a missing value has none, whatever NaN it was
        if (block.quality[i] != Quality::Missing)
            std::memcpy(&bits, &block.values[i], sizeof bits);
        for (std::size_t plane = 0; plane < kPlanes; ++plane)
            out[plane * size + i] = static_cast<char>(bits >> (8 * plane));
        out[kPlanes * size + i] = static_cast<char>(block.quality[i]);
    }
    const QByteArray packed = qCompress(planes, kZlibLevel);
    return packed.size() < planes.size() ? kZlib + packed : kPlain + planes;
}

std::optional<SeriesBlock> decodeBlock(const QByteArray &data, int steps, int sites, int channels)
{
    if (data.isEmpty() || steps <= 0 || sites < 0 || channels < 0)
        return std::nullopt;
    SeriesBlock block(steps, sites, channels);
    const std::size_t size = block.values.size();
    const QByteArray planes = data[0] == kZlib
        ? qUncompress(reinterpret_cast<const uchar *>(data.constData()) + 1, data.size() - 1)
        : data.mid(1);
    if (static_cast<std::size_t>(planes.size()) != size * (kPlanes + 1))
        return std::nullopt;
    const auto *const in = reinterpret_cast<const unsigned char *>(planes.constData());
    for (std::size_t i = 0; i < size; ++i) {
        const unsigned char flag = in[kPlanes * size + i];
        if (flag > static_cast<unsigned char>(Quality::Suspect))
            return std::nullopt;
        if (flag == 0)
            continue;
        std::uint32_t bits = 0;
        for (std::size_t plane = 0; plane < kPlanes; ++plane)
            bits |= std::uint32_t(in[plane * size + i]) << (8 * plane);
        std::memcpy(&block.values[i], &bits, sizeof bits);
        block.quality[i] = static_cast<Quality>(flag);
    }
    return block;
}

} // namespace belvedere
