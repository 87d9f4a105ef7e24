// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/data_hash.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

/// One NaN for all.
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

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

void addNumber(QCryptographicHash &hash, double value)
{
    addInteger(hash, std::bit_cast<qint64>(value));
}

void addValues(QCryptographicHash &hash, const std::vector<float> &values)
{
    constexpr std::size_t kBlock = 16384;
    std::vector<std::uint32_t> block;
    for (std::size_t begin = 0; begin < values.size(); begin += kBlock) {
        const std::size_t end = std::min(values.size(), begin + kBlock);
        block.clear();
        for (std::size_t i = begin; i < end; ++i)
            block.push_back(canonicalBits(values[i]));
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(block.data()),
            static_cast<qsizetype>(block.size() * sizeof(std::uint32_t))));
    }
}

void addPoint(QCryptographicHash &hash, LonLat point)
{
    addNumber(hash, point.lon);
    addNumber(hash, point.lat);
}

/// What may come beside the values. A part that is absent leaves no trace, so that the hash of
/// plain data does not depend on what else a history can hold.
void addPlaces(QCryptographicHash &hash, const std::vector<Site> &sites)
{
    const auto placed = [](const Site &site) { return site.position || !site.path.empty(); };
    if (std::none_of(sites.begin(), sites.end(), placed))
        return;
    addText(hash, QByteArrayLiteral("places"));
    for (const Site &site : sites) {
        addInteger(hash, site.position ? 1 : 0);
        if (site.position)
            addPoint(hash, *site.position);
        addInteger(hash, static_cast<qint64>(site.path.size()));
        for (const LonLat point : site.path)
            addPoint(hash, point);
    }
}

void addTies(QCryptographicHash &hash, const std::vector<SiteTie> &ties)
{
    if (ties.empty())
        return;
    addText(hash, QByteArrayLiteral("ties"));
    addInteger(hash, static_cast<qint64>(ties.size()));
    for (const SiteTie &tie : ties) {
        addInteger(hash, tie.from.value);
        addInteger(hash, tie.to.value);
        addNumber(hash, static_cast<double>(tie.weight));
    }
}

void addHolidays(QCryptographicHash &hash, const std::vector<int> &days)
{
    if (days.empty())
        return;
    addText(hash, QByteArrayLiteral("holidays"));
    addInteger(hash, static_cast<qint64>(days.size()));
    for (const int day : days)
        addInteger(hash, day);
}

void addCompanions(
    QCryptographicHash &hash, const std::vector<std::shared_ptr<const ChannelHistory>> &companions)
{
    for (const auto &companion : companions) {
        addText(hash, QByteArrayLiteral("companion"));
        addText(hash, companion->channel.key.toUtf8());
        addText(hash, companion->channel.unit.toUtf8());
        addValues(hash, companion->values);
    }
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
    addValues(hash, history.values);
    addPlaces(hash, history.sites);
    addTies(hash, history.ties);
    addHolidays(hash, history.holidays);
    addCompanions(hash, history.companions);
    return QString::fromLatin1(hash.result().toHex());
}

QString dataHash(const ColumnTable &table)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addText(hash, table.info.zone.id());
    for (std::size_t i = 0; i < table.info.columns.size(); ++i) {
        const ColumnInfo &column = table.info.columns[i];
        addText(hash, column.name.toUtf8());
        addText(hash, columnKindName(column.kind).toUtf8());
        addInteger(hash, column.categories.size());
        for (const QString &category : column.categories)
            addText(hash, category.toUtf8());
        addInteger(hash, static_cast<qint64>(table.cells[i].size()));
        for (const double cell : table.cells[i])
            addNumber(hash, std::isnan(cell) ? kNoNumber : cell);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace belvedere
