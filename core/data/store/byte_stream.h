// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/fixed_lon_lat.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace belvedere {

/// Writes numbers in as few bytes as they need: a variable number of seven-bit groups, least
/// significant first; signed ones with the sign in the lowest bit.
class ByteWriter
{
public:
    void byte(std::uint8_t value) { m_bytes.append(static_cast<char>(value)); }
    void number(std::uint64_t value);
    void signedNumber(std::int64_t value);
    void real(double value); ///< eight bytes, least significant first
    void text(const QString &value); ///< UTF-8 after its length
    /// Each point as the difference to the one before, the first to `from`.
    void points(std::span<const FixedLonLat> points, FixedLonLat from = {});

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads them back. After the first thing that cannot be right everything reads as zero and
/// `good()` is false.
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_end(m_at + bytes.size())
    {
    }

    [[nodiscard]] std::uint8_t byte();
    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] std::int64_t signedNumber();
    [[nodiscard]] double real();
    [[nodiscard]] QString text();
    /// A number of things that take at least one byte each, so that damage asks for no memory.
    [[nodiscard]] std::size_t count();
    void points(std::vector<FixedLonLat> &points, std::size_t count, FixedLonLat from = {});

    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    void fail()
    {
        m_good = false;
        m_at = m_end;
    }

private:
    const char *m_at;
    const char *m_end;
    bool m_good = true;
};

} // namespace belvedere
