// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFileDevice>

class QSaveFile;

#include <memory>

namespace belvedere {

/// A file that appears whole or not at all: until commit() an older one of that name stays as it
/// is, and without it nothing is left behind.
class OutputFile
{
public:
    /// @return Errc::NotFound if the folder is missing, Errc::Io if nothing may be written there.
    [[nodiscard]] static Result<OutputFile> open(const QString &file);
    ~OutputFile();
    OutputFile(OutputFile &&other) noexcept;
    OutputFile &operator=(OutputFile &&) = delete;

    /// @return Errc::Io, for a full disk with words of its own.
    [[nodiscard]] Result<> write(const QByteArray &bytes);
    [[nodiscard]] Result<> commit();

    /// For libraries that write to a device; its errors appear at commit().
    [[nodiscard]] QFileDevice &device();

private:
    explicit OutputFile(std::unique_ptr<QSaveFile> file);

    std::unique_ptr<QSaveFile> m_file;
};

/// Whether a file of that name could be written, without writing anything.
[[nodiscard]] Result<> checkWritable(const QString &file);

/// Puts a finished file in the place of another one: to the disk first, then renamed.
[[nodiscard]] Result<> replaceFile(const QString &finished, const QString &target);

} // namespace belvedere
