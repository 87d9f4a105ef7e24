// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/artifact_lock.h"

#include <QDir>

namespace belvedere {

Result<ArtifactLock> ArtifactLock::acquire(const QString &cityDirectory)
{
    static std::mutex threads;
    constexpr int kPatienceMs = 20000;

    const QString folder = cityDirectory + QLatin1String("/models");
    if (!QDir().mkpath(folder))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The folder %1 cannot be made. Check the permissions and the space on the disk."),
            {folder});
    ArtifactLock lock;
    lock.m_threads = std::unique_lock(threads);
    lock.m_processes = std::make_unique<QLockFile>(folder + QLatin1String("/.lock"));
    lock.m_processes->setStaleLockTime(0); // only a dead holder makes a lock stale
    if (lock.m_processes->tryLock(kPatienceMs))
        return lock;
    if (lock.m_processes->error() != QLockFile::LockFailedError)
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "The folder %1 cannot be written. Check the permissions."),
            {folder});
    qint64 process = 0;
    QString host;
    QString program;
    lock.m_processes->getLockInfo(&process, &host, &program);
    return failure(Errc::Busy,
        QT_TRANSLATE_NOOP("Error",
            "The models of this city are being changed by %1 (process %2 on %3). Try again later."),
        {program, QString::number(process), host});
}

} // namespace belvedere
