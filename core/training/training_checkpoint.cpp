// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_checkpoint.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <utility>

namespace belvedere {

namespace {

constexpr char kMagic[] = "BVCKPT01";
constexpr qsizetype kMagicSize = sizeof kMagic - 1;
constexpr qsizetype kHashSize = 32; // of SHA-256
constexpr quint64 kMostHeader = quint64{1} << 28; // a damaged length must not ask for all memory

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

auto damaged()
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error",
            "The checkpoint is damaged or of another version of the program. Train from the "
            "beginning."));
}

/// The header, checked; the device stands at the first block then.
Result<QJsonObject> readHeader(QIODevice &device)
{
    if (device.read(kMagicSize) != QByteArrayView(kMagic, kMagicSize))
        return damaged();
    const QByteArray length = device.read(sizeof(quint64));
    if (length.size() != sizeof(quint64))
        return damaged();
    const auto size = qFromLittleEndian<quint64>(length.constData());
    const QByteArray hash = device.read(kHashSize);
    if (size > kMostHeader)
        return damaged();
    const QByteArray header = device.read(static_cast<qint64>(size));
    if (static_cast<quint64>(header.size()) != size || sha256(header) != hash)
        return damaged();
    const QJsonDocument json = QJsonDocument::fromJson(header);
    if (!json.isObject())
        return damaged();
    return json.object();
}

Result<CheckpointInfo> infoOf(const QJsonObject &header)
{
    CheckpointInfo info;
    info.id = header[QLatin1String("id")].toString();
    BV_TRY(info.written, parseTime(header[QLatin1String("written")].toString(), QTimeZone::utc()));
    BV_TRY(info.record, RunRecord::fromJson(header[QLatin1String("record")].toObject()));
    return info;
}

Result<ModelState> readBlock(QIODevice &device, const QJsonValue &description)
{
    const qint64 size = description[QLatin1String("bytes")].toInteger(-1);
    if (size < 0 || size > device.bytesAvailable())
        return damaged();
    const QByteArray block = device.read(size);
    if (QString::fromLatin1(sha256(block).toHex())
        != description[QLatin1String("sha256")].toString())
        return damaged();
    return fromSafetensors(block);
}

} // namespace

Result<CheckpointInfo> CheckpointInfo::read(QIODevice &device)
{
    BV_TRY(const QJsonObject header, readHeader(device));
    return infoOf(header);
}

QByteArray TrainingCheckpoint::toBytes() const
{
    std::vector<QByteArray> blocks{toSafetensors(model)};
    for (const ModelState &state : best)
        blocks.push_back(toSafetensors(state));
    QJsonArray descriptions;
    for (const QByteArray &block : blocks)
        descriptions.append(
            QJsonObject{{QStringLiteral("bytes"), static_cast<qint64>(block.size())},
                {QStringLiteral("sha256"), QString::fromLatin1(sha256(block).toHex())}});
    QJsonArray hashes;
    for (const QString &hash : partnerHashes)
        hashes.append(hash);
    const QByteArray header = QJsonDocument(
        QJsonObject{{QStringLiteral("id"), info.id},
            {QStringLiteral("written"), formatUtc(info.written)},
            {QStringLiteral("record"), info.record.toJson()},
            {QStringLiteral("partnerHashes"), hashes},
            {QStringLiteral("blocks"),
                descriptions}}).toJson(QJsonDocument::Compact);
    const quint64 length = qToLittleEndian(static_cast<quint64>(header.size()));
    QByteArray bytes(kMagic, kMagicSize);
    bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    bytes.append(sha256(header));
    bytes.append(header);
    for (QByteArray &block : blocks)
        bytes.append(std::exchange(block, {}));
    return bytes;
}

Result<TrainingCheckpoint> TrainingCheckpoint::fromBytes(const QByteArray &bytes)
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    BV_TRY(const QJsonObject header, readHeader(device));
    TrainingCheckpoint checkpoint;
    BV_TRY(checkpoint.info, infoOf(header));
    const QJsonArray hashes = header[QLatin1String("partnerHashes")].toArray();
    for (const QJsonValue &hash : hashes)
        checkpoint.partnerHashes.push_back(hash.toString());
    const QJsonArray blocks = header[QLatin1String("blocks")].toArray();
    if (blocks.isEmpty())
        return damaged();
    BV_TRY(checkpoint.model, readBlock(device, blocks[0]));
    for (qsizetype i = 1; i < blocks.size(); ++i) {
        BV_TRY(ModelState state, readBlock(device, blocks[i]));
        checkpoint.best.push_back(std::move(state));
    }
    if (device.bytesAvailable() > 0)
        return damaged();
    return checkpoint;
}

} // namespace belvedere
