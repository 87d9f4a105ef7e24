// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace belvedere {

/// One row; the cells point into the table or into `unescaped` and live until the next row.
struct CsvRow
{
    qint64 line = 0; ///< of its first character, counted from 1
    std::vector<std::string_view> cells; ///< without quotes and without blanks around them
    std::deque<std::string> unescaped; ///< cells in which "" stood for "
    bool unterminated = false; ///< a quote was opened and never closed
};

/// A text file of separated values as RFC 4180 describes it. Also taken: a byte order mark,
/// LF, CRLF or CR, semicolon, tab or bar as separator, blank lines, lines of '#' before the header.
class CsvTable
{
public:
    /// Reads the file; it must be UTF-8.
    /// @return Errc::NotFound, Errc::Io if it may not be read or is a folder, Errc::Parse if it is
    /// empty or not text, naming the line and the byte.
    [[nodiscard]] static Result<CsvTable> open(
        const QString &file, const TaskContext &context = {});

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] char delimiter() const { return m_delimiter; }
    [[nodiscard]] const QStringList &header() const { return m_header; }
    [[nodiscard]] qint64 headerLine() const { return m_headerLine; }
    /// The header as a person should see it in a message: cut after some 100 characters.
    [[nodiscard]] QString headerText() const;

    /// The first row is data: from now on next() gives it first, and the columns are called by
    /// their numbers, "1" and so on.
    void takeHeaderAsRow();

    /// The next row that is not blank; false at the end.
    [[nodiscard]] bool next(CsvRow &row);
    /// Back to the first row after the header.
    void rewind();
    /// Bytes read so far, and in all.
    [[nodiscard]] qint64 position() const { return static_cast<qint64>(m_at); }
    [[nodiscard]] qint64 size() const { return m_bytes.size(); }

private:
    CsvTable() = default;
    void readCell(CsvRow &row);
    void readQuotedCell(CsvRow &row);
    void endLine();

    QString m_file;
    QByteArray m_bytes;
    std::size_t m_at = 0;
    qint64 m_line = 1;
    char m_delimiter = ',';
    QStringList m_header;
    qint64 m_headerLine = 1;
    std::size_t m_headerAt = 0;
    std::size_t m_bodyAt = 0;
    qint64 m_bodyLine = 1;
};

} // namespace belvedere
