// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/checkpoint_store.h"

#include "base/output_file.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

#include <algorithm>

namespace belvedere {

namespace {

const QString kSuffix = QStringLiteral(".checkpoint");

std::unique_ptr<QLockFile> lockOf(const QString &checkpointFile)
{
    auto lock = std::make_unique<QLockFile>(checkpointFile + QLatin1String(".lock"));
    lock->setStaleLockTime(0); // only a dead holder makes a lock stale
    return lock;
}

auto busy(const QString &id)
{
    return failure(Errc::Busy,
        QT_TRANSLATE_NOOP("Error",
            "Another training goes on from checkpoint %1 already. Wait for it, or choose another "
            "one."),
        {id});
}

} // namespace

CheckpointStore::CheckpointStore(const QString &cityDirectory)
    : m_folder(cityDirectory + QLatin1String("/models/checkpoints"))
{
}

CheckpointStore::~CheckpointStore() = default;

QString CheckpointStore::fileOf(const QString &id) const
{
    return m_folder + QLatin1Char('/') + id + kSuffix;
}

QStringList CheckpointStore::ids() const
{
    QStringList ids;
    const QStringList files = QDir(m_folder).entryList({QLatin1Char('*') + kSuffix}, QDir::Files);
    for (const QString &file : files)
        ids += file.chopped(kSuffix.size());
    return ids;
}

bool CheckpointStore::heldElsewhere(const QString &id) const
{
    // Held by this store is at work too.
    return m_held.count(id) > 0 || !lockOf(fileOf(id))->tryLock(0);
}

Result<> CheckpointStore::hold(const QString &id)
{
    if (m_held.count(id) > 0)
        return {};
    if (!QDir().mkpath(m_folder))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The folder %1 cannot be made. Check the permissions and the space on the disk."),
            {m_folder});
    std::unique_ptr<QLockFile> lock = lockOf(fileOf(id));
    if (!lock->tryLock(0)) {
        if (lock->error() == QLockFile::LockFailedError)
            return busy(id);
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be written. Check the permissions."),
            {m_folder});
    }
    m_held.emplace(id, std::move(lock));
    return {};
}

Result<> CheckpointStore::write(const TrainingCheckpoint &checkpoint)
{
    BV_TRY_VOID(hold(checkpoint.info.id));
    BV_TRY(OutputFile file, OutputFile::open(fileOf(checkpoint.info.id)));
    BV_TRY_VOID(file.write(checkpoint.toBytes()));
    return file.commit();
}

std::vector<CheckpointInfo> CheckpointStore::unfinished() const
{
    std::vector<CheckpointInfo> infos;
    const QStringList known = ids();
    for (const QString &id : known) {
        if (heldElsewhere(id))
            continue;
        QFile file(fileOf(id));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Result<CheckpointInfo> info = CheckpointInfo::read(file);
        if (info && info->id == id)
            infos.push_back(std::move(*info));
    }
    std::sort(infos.begin(), infos.end(),
        [](const CheckpointInfo &a, const CheckpointInfo &b) { return a.written > b.written; });
    return infos;
}

Result<TrainingCheckpoint> CheckpointStore::take(const QString &id)
{
    const QStringList known = ids();
    if (!known.contains(id)) {
        if (known.isEmpty())
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error",
                    "There is no checkpoint \"%1\": no training of this city was interrupted."),
                {id});
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no checkpoint \"%1\". There is: %2."),
            {id, known.join(QStringLiteral(", "))});
    }
    BV_TRY_VOID(hold(id));
    QFile file(fileOf(id));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::Io, QT_TRANSLATE_NOOP("Error", "Checkpoint %1 cannot be read: %2."),
            {id, file.errorString()}, file.fileName());
    Result<TrainingCheckpoint> checkpoint = TrainingCheckpoint::fromBytes(file.readAll());
    if (!checkpoint)
        checkpoint.error().where = file.fileName();
    return checkpoint;
}

Result<> CheckpointStore::remove(const QString &id)
{
    if (ids().contains(id)) {
        BV_TRY_VOID(hold(id));
        QFile file(fileOf(id));
        if (!file.remove())
            return failure(Errc::Io,
                QT_TRANSLATE_NOOP("Error", "Checkpoint %1 cannot be removed: %2."),
                {id, file.errorString()}, file.fileName());
    }
    m_held.erase(id);
    return {};
}

} // namespace belvedere
