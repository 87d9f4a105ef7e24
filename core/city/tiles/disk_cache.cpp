// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/tiles/disk_cache.h"

#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace belvedere {

namespace {

constexpr quint32 kMagic = 0x42565431; // "BVT1"
constexpr double kShareKept = 0.9; // when full, so that not each new tile walks the folder
constexpr qsizetype kLongestEtag = 256;

} // namespace

TileDiskCache::TileDiskCache(QString folder, qint64 maxBytes)
    : m_folder(std::move(folder))
    , m_maxBytes(maxBytes)
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return;
    QDirIterator files(m_folder, {QStringLiteral("*.tile")}, QDir::Files);
    while (files.hasNext()) {
        files.next();
        m_bytes += files.fileInfo().size();
    }
}

QString TileDiskCache::pathOf(TileKey key) const
{
    return QStringLiteral("%1/%2-%3-%4.tile").arg(m_folder).arg(key.z).arg(key.x).arg(key.y);
}

std::optional<TileDiskCache::Entry> TileDiskCache::read(TileKey key) const
{
    if (m_folder.isEmpty())
        return {};
    const std::lock_guard lock(m_mutex);
    QFile file(pathOf(key));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QDataStream stream(&file);
    quint32 magic = 0;
    Entry entry;
    stream >> magic >> entry.expiresMs >> entry.etag >> entry.bytes;
    if (magic != kMagic || stream.status() != QDataStream::Ok)
        return {};
    file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime); // used
    return entry;
}

void TileDiskCache::write(TileKey key, const Entry &entry)
{
    if (m_folder.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    const qint64 before = QFileInfo(pathOf(key)).size();
    QSaveFile file(pathOf(key));
    if (!file.open(QIODevice::WriteOnly))
        return;
    QDataStream stream(&file);
    stream << kMagic << entry.expiresMs << entry.etag.left(kLongestEtag) << entry.bytes;
    const qint64 size = file.pos();
    if (stream.status() != QDataStream::Ok || !file.commit())
        return;
    m_bytes += size - before;
    if (m_bytes > m_maxBytes)
        removeOldest();
}

void TileDiskCache::removeOldest()
{
    QFileInfoList files = QDir(m_folder).entryInfoList({QStringLiteral("*.tile")}, QDir::Files,
        QDir::Time | QDir::Reversed); // the oldest first
    m_bytes = 0;
    for (const QFileInfo &file : files)
        m_bytes += file.size();
    const auto kept = static_cast<qint64>(static_cast<double>(m_maxBytes) * kShareKept);
    for (const QFileInfo &file : files) {
        if (m_bytes <= kept)
            return;
        if (QFile::remove(file.filePath()))
            m_bytes -= file.size();
    }
}

} // namespace belvedere
