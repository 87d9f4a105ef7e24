// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/output_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace belvedere {

namespace {

auto writeFailure(int systemError, const QString &file, const QString &detail)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "The disk is full: %1 could not be written. An older file of that name is "
                "unchanged. Free some space and try again."),
            {file}, {}, detail);
    case EACCES:
    case EPERM:
    case EROFS:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "%1 may not be written. Check the permissions of the file and of its folder, or "
                "choose another place."),
            {file}, {}, detail);
    default:
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error",
                "%1 could not be written: %2. An older file of that name is unchanged. Choose "
                "another place."),
            {file, detail}, {}, detail);
    }
}

QString systemText(int systemError)
{
    return QString::fromLocal8Bit(std::strerror(systemError));
}

} // namespace

Result<> checkWritable(const QString &file)
{
    const QFileInfo info(file);
    const QFileInfo folder(info.absolutePath());
    if (info.fileName().isEmpty() || info.isDir())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "%1 is a folder. Name a file in it."), {file});
    if (!folder.exists())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no folder %1. Make it, or choose another one."),
            {QDir::toNativeSeparators(info.path())});
    if (!folder.isDir())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "%1 is no folder. Choose another one."),
            {QDir::toNativeSeparators(info.path())});
    if (!folder.isWritable() || (info.exists() && !info.isWritable()))
        return writeFailure(EACCES, file, {});
    return {};
}

OutputFile::OutputFile(std::unique_ptr<QSaveFile> file)
    : m_file(std::move(file))
{
}

OutputFile::OutputFile(OutputFile &&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::open(const QString &file)
{
    BV_TRY_VOID(checkWritable(file));
    auto save = std::make_unique<QSaveFile>(file);
    errno = 0;
    if (!save->open(QIODevice::WriteOnly))
        return writeFailure(errno, file, save->errorString());
    return OutputFile(std::move(save));
}

Result<> OutputFile::write(const QByteArray &bytes)
{
    errno = 0;
    if (m_file->write(bytes) != bytes.size())
        return writeFailure(errno, m_file->fileName(), m_file->errorString());
    return {};
}

Result<> OutputFile::commit()
{
    errno = 0;
    if (!m_file->commit())
        return writeFailure(errno, m_file->fileName(), m_file->errorString());
    return {};
}

QFileDevice &OutputFile::device()
{
    return *m_file;
}

Result<> replaceFile(const QString &finished, const QString &target)
{
    QFile file(finished);
    // Renaming a file whose content is still on its way could leave an empty one after a crash.
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return writeFailure(errno, target, file.errorString());
    file.close();
    if (std::rename(QFile::encodeName(finished).constData(), QFile::encodeName(target).constData())
        != 0) {
        const int error = errno;
        return writeFailure(error, target, systemText(error));
    }
    return {};
}

} // namespace belvedere
