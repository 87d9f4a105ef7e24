// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/data_hash.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace belvedere {

namespace {

void addInteger(QCryptographicHash &hash, qint64 value)
{
    const qint64 little = qToLittleEndian(value);
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&little), sizeof little));
}

/// With its length, so that {"ab", "c"} and {"a", "bc"} differ.
void addText(QCryptographicHash &hash, const QByteArray &utf8)
{
    addInteger(hash, utf8.size());
    hash.addData(utf8);
}

std::uint32_t canonicalBits(float value)
{
    constexpr std::uint32_t kQuietNan = 0x7fc00000U;
    return qToLittleEndian(std::isnan(value) ? kQuietNan : std::bit_cast<std::uint32_t>(value));
}

} // namespace

QString dataHash(const ChannelHistory &history)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addText(hash, QByteArrayLiteral("belvedere channel 1"));
    addInteger(hash, history.axis.start);
    addInteger(hash, history.axis.stepMs);
    addInteger(hash, history.axis.count);
    addText(hash, history.zone.id());
    addText(hash, history.channel.key.toUtf8());
    addText(hash, history.channel.unit.toUtf8());
    addInteger(hash, history.siteCount());
    for (const QString &code : history.siteCodes)
        addText(hash, code.toUtf8());

    constexpr std::size_t kBlock = 16384;
    std::vector<std::uint32_t> block;
    for (std::size_t begin = 0; begin < history.values.size(); begin += kBlock) {
        const std::size_t end = std::min(history.values.size(), begin + kBlock);
        block.clear();
        for (std::size_t i = begin; i < end; ++i)
            block.push_back(canonicalBits(history.values[i]));
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(block.data()),
            static_cast<qsizetype>(block.size() * sizeof(std::uint32_t))));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace belvedere
