// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/byte_stream.h"

#include <QtEndian>

namespace belvedere {

namespace {

constexpr int kGroupBits = 7;
constexpr std::uint8_t kMore = 0x80;

} // namespace

void ByteWriter::number(std::uint64_t value)
{
    while (value >= kMore) {
        byte(static_cast<std::uint8_t>(value) | kMore);
        value >>= kGroupBits;
    }
    byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::signedNumber(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    number((bits << 1) ^ (value < 0 ? ~std::uint64_t(0) : 0));
}

void ByteWriter::real(double value)
{
    char bytes[sizeof value];
    qToLittleEndian(value, bytes);
    m_bytes.append(bytes, sizeof value);
}

void ByteWriter::text(const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    number(static_cast<std::uint64_t>(utf8.size()));
    m_bytes.append(utf8);
}

void ByteWriter::points(std::span<const FixedLonLat> points, FixedLonLat from)
{
    for (const FixedLonLat point : points) {
        signedNumber(std::int64_t(point.lon) - from.lon);
        signedNumber(std::int64_t(point.lat) - from.lat);
        from = point;
    }
}

std::uint8_t ByteReader::byte()
{
    if (m_at == m_end) {
        fail();
        return 0;
    }
    return static_cast<std::uint8_t>(*m_at++);
}

std::uint64_t ByteReader::number()
{
    constexpr int kMostBits = 64;
    std::uint64_t value = 0;
    for (int shift = 0; shift < kMostBits; shift += kGroupBits) {
        const std::uint8_t group = byte();
        value |= static_cast<std::uint64_t>(group & (kMore - 1)) << shift;
        if (group < kMore)
            return value;
    }
    fail();
    return 0;
}

std::int64_t ByteReader::signedNumber()
{
    const std::uint64_t bits = number();
    return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

double ByteReader::real()
{
    if (m_end - m_at < static_cast<std::ptrdiff_t>(sizeof(double))) {
        fail();
        return 0.0;
    }
    const auto value = qFromLittleEndian<double>(m_at);
    m_at += sizeof(double);
    return value;
}

QString ByteReader::text()
{
    const std::size_t size = count();
    const QString value = QString::fromUtf8(m_at, static_cast<qsizetype>(size));
    m_at += size;
    return value;
}

std::size_t ByteReader::count()
{
    const std::uint64_t value = number();
    if (value > static_cast<std::uint64_t>(m_end - m_at)) {
        fail();
        return 0;
    }
    return static_cast<std::size_t>(value);
}

void ByteReader::points(std::vector<FixedLonLat> &points, std::size_t count, FixedLonLat from)
{
    points.clear();
    for (std::size_t i = 0; i < count && m_good; ++i) {
        // A damaged difference may lead out of 32 bits; the sum then wraps, harmlessly.
        from.lon = static_cast<std::int32_t>(
            static_cast<std::uint32_t>(from.lon) + static_cast<std::uint32_t>(signedNumber()));
        from.lat = static_cast<std::int32_t>(
            static_cast<std::uint32_t>(from.lat) + static_cast<std::uint32_t>(signedNumber()));
        points.push_back(from);
    }
}

} // namespace belvedere
