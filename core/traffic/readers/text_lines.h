// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace belvedere {

/// The lines of a text file, and errors that name its lines.
class TextLines
{
public:
    /// @return Errc::NotFound, Errc::Io.
    [[nodiscard]] static Result<TextLines> read(const QString &file);

    /// The next line without its end; none after the last.
    [[nodiscard]] std::optional<std::string_view> next();
    /// "net.tntp:12", of the line that next() gave last.
    [[nodiscard]] QString where() const;
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
    QByteArray m_bytes;
    qsizetype m_at = 0;
    int m_line = 0;
};

/// Words between blanks; the views end with their line.
void splitWords(std::string_view line, std::vector<std::string_view> &words);

/// Cells of a CSV line; a quoted cell loses its quotes and keeps what is doubled inside.
void splitCells(std::string_view line, std::vector<std::string_view> &cells);

[[nodiscard]] std::optional<double> numberOf(std::string_view word);
[[nodiscard]] std::optional<std::int64_t> wholeNumberOf(std::string_view word);

[[nodiscard]] QString textOf(std::string_view word);

} // namespace belvedere
