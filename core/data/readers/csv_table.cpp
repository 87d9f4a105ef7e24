// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_table.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstring>

namespace belvedere {

namespace {

constexpr qint64 kChunkBytes = qint64(4) << 20;
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

/// Read, not mapped: a mapped file that somebody shortens meanwhile would end the program.
Result<QByteArray> readAll(const QString &file, const TaskContext &context)
{
    const QFileInfo info(file);
    if (!info.exists())
        return failure(Errc::NotFound, QT_TRANSLATE_NOOP("Error", "There is no file %1."), {file});
    if (info.isDir())
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "%1 is a folder. Choose the files in it."), {file});
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return failure(Errc::Io, QT_TRANSLATE_NOOP("Error", "%1 could not be opened: %2."),
            {file, in.errorString()});
    QByteArray bytes;
    bytes.reserve(in.size());
    while (!in.atEnd()) {
        if (context.cancelled())
            return cancelledFailure();
        const QByteArray chunk = in.read(kChunkBytes);
        if (chunk.isEmpty())
            break;
        bytes += chunk;
    }
    if (in.error() != QFileDevice::NoError)
        return failure(Errc::Io, QT_TRANSLATE_NOOP("Error", "%1 could not be read: %2."),
            {file, in.errorString()});
    return bytes;
}

/// Length of the UTF-8 sequence at `at`, or 0 if there is none (RFC 3629, section 4).
std::size_t utf8Length(const unsigned char *at, const unsigned char *end)
{
    const auto left = static_cast<std::size_t>(end - at);
    const auto follows = [&](std::size_t count) {
        if (left <= count)
            return false;
        for (std::size_t i = 1; i <= count; ++i) {
            if ((at[i] & 0xc0U) != 0x80U)
                return false;
        }
        return true;
    };
    if (at[0] >= 0xc2 && at[0] <= 0xdf)
        return follows(1) ? 2 : 0;
    if (at[0] >= 0xe0 && at[0] <= 0xef) {
        const bool overlong = at[0] == 0xe0 && left > 1 && at[1] < 0xa0;
        const bool surrogate = at[0] == 0xed && left > 1 && at[1] > 0x9f;
        return follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (at[0] >= 0xf0 && at[0] <= 0xf4) {
        const bool overlong = at[0] == 0xf0 && left > 1 && at[1] < 0x90;
        const bool tooLarge = at[0] == 0xf4 && left > 1 && at[1] > 0x8f;
        return follows(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

/// The first byte from `at` on that text cannot hold, or the first character that begins at or
/// behind `stop`.
const unsigned char *scanText(
    const unsigned char *at, const unsigned char *stop, const unsigned char *end, bool &bad)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    while (at < stop) {
        if (end - at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            // All eight are ASCII and none is zero.
            if ((word & kHighBits) == 0 && ((word - kOnes) & kHighBits) == 0) {
                at += 8;
                continue;
            }
        }
        const std::size_t length = *at == 0 ? 0 : *at < 0x80 ? 1 : utf8Length(at, end);
        if (length == 0) {
            bad = true;
            return at;
        }
        at += length;
    }
    return at;
}

Result<> checkText(const QString &file, const QByteArray &bytes, const TaskContext &context)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "The file is UTF-16 text. Save it as UTF-8."), {}, file);
    const auto *const begin = reinterpret_cast<const unsigned char *>(bytes.constData());
    const auto *const end = begin + bytes.size();
    const unsigned char *at = begin;
    bool bad = false;
    while (at < end && !bad) {
        if (context.cancelled())
            return cancelledFailure();
        at = scanText(at, at + std::min<qint64>(kChunkBytes, end - at), end, bad);
    }
    if (!bad)
        return {};
    const auto line = 1 + std::count(begin, at, static_cast<unsigned char>('\n'));
    const QString where = QStringLiteral("%1:%2").arg(file).arg(line);
    const QString position = QString::number(at - begin + 1);
    if (*at == 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP(
                "Error", "This is not a text file: byte %1 is zero. Choose a CSV file."),
            {position}, where);
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "Byte %1 (%2) is not UTF-8. If the file is Latin-1 or another encoding, save it as "
            "UTF-8; if it is not text, choose a CSV file."),
        {position, QStringLiteral("0x%1").arg(uint(*at), 2, 16, QLatin1Char('0'))}, where);
}

/// The separator that stands most often in the first line, outside quotes; earlier ones win ties.
char detectDelimiter(std::string_view text)
{
    constexpr std::string_view kCandidates = ",;\t|";
    std::array<int, kCandidates.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        if (const auto i = kCandidates.find(c); !quoted && i != std::string_view::npos)
            ++counts[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return kCandidates[static_cast<std::size_t>(most - counts.begin())];
}

bool blank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

Result<CsvTable> CsvTable::open(const QString &file, const TaskContext &context)
{
    CsvTable table;
    table.m_file = file;
    BV_TRY(table.m_bytes, readAll(file, context));
    BV_TRY_VOID(checkText(file, table.m_bytes, context));
    const std::string_view text(
        table.m_bytes.constData(), static_cast<std::size_t>(table.m_bytes.size()));
    if (text.substr(0, kUtf8Mark.size()) == kUtf8Mark)
        table.m_at = kUtf8Mark.size();
    while (table.m_at < text.size()
        && (text[table.m_at] == '#' || text[table.m_at] == '\n' || text[table.m_at] == '\r')) {
        table.m_at = std::min(text.find_first_of("\r\n", table.m_at), text.size());
        table.endLine();
    }
    table.m_delimiter = detectDelimiter(text.substr(table.m_at));
    table.m_headerAt = table.m_at;
    CsvRow header;
    if (!table.next(header))
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The file is empty."), {}, file);
    table.m_headerLine = header.line;
    for (const std::string_view cell : header.cells)
        table.m_header += QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
    table.m_bodyAt = table.m_at;
    table.m_bodyLine = table.m_line;
    return table;
}

void CsvTable::takeHeaderAsRow()
{
    for (qsizetype i = 0; i < m_header.size(); ++i)
        m_header[i] = QString::number(i + 1);
    m_bodyAt = m_headerAt;
    m_bodyLine = m_headerLine;
    rewind();
}

QString CsvTable::headerText() const
{
    constexpr qsizetype kLongest = 100;
    const QString all = m_header.join(QLatin1Char(m_delimiter));
    return all.size() <= kLongest ? all : all.left(kLongest) + QChar(0x2026);
}

void CsvTable::rewind()
{
    m_at = m_bodyAt;
    m_line = m_bodyLine;
}

void CsvTable::endLine()
{
    const auto size = static_cast<std::size_t>(m_bytes.size());
    const char *const text = m_bytes.constData();
    if (m_at < size && text[m_at] == '\r')
        m_at += m_at + 1 < size && text[m_at + 1] == '\n' ? 2 : 1;
    else if (m_at < size)
        ++m_at;
    ++m_line;
}

void CsvTable::readCell(CsvRow &row)
{
    const char *const text = m_bytes.constData();
    const auto size = static_cast<std::size_t>(m_bytes.size());
    std::size_t start = m_at;
    while (start < size && text[start] == ' ')
        ++start;
    if (start < size && text[start] == '"') {
        m_at = start;
        readQuotedCell(row);
        return;
    }
    std::size_t end = start;
    while (end < size && text[end] != m_delimiter && text[end] != '\n' && text[end] != '\r')
        ++end;
    row.cells.push_back(trimmed(std::string_view(text + start, end - start)));
    m_at = end;
}

void CsvTable::readQuotedCell(CsvRow &row)
{
    const char *const text = m_bytes.constData();
    const auto size = static_cast<std::size_t>(m_bytes.size());
    const std::size_t start = ++m_at;
    std::string *copy = nullptr;
    std::size_t copied = start;
    for (; m_at < size; ++m_at) {
        // Of CRLF only LF counts.
        if (text[m_at] == '\n'
            || (text[m_at] == '\r' && (m_at + 1 == size || text[m_at + 1] != '\n')))
            ++m_line;
        if (text[m_at] != '"')
            continue;
        if (m_at + 1 >= size || text[m_at + 1] != '"')
            break;
        if (!copy)
            copy = &row.unescaped.emplace_back();
        copy->append(text + copied, m_at + 1 - copied);
        copied = m_at + 2;
        ++m_at;
    }
    row.unterminated = row.unterminated || m_at >= size;
    if (copy)
        copy->append(text + copied, m_at - copied);
    row.cells.push_back(
        copy ? std::string_view(*copy) : std::string_view(text + start, m_at - start));
    // What stands between the closing quote and the separator is dropped.
    while (m_at < size && text[m_at] != m_delimiter && text[m_at] != '\n' && text[m_at] != '\r')
        ++m_at;
}

bool CsvTable::next(CsvRow &row)
{
    const char *const text = m_bytes.constData();
    const auto size = static_cast<std::size_t>(m_bytes.size());
    while (m_at < size) {
        row.cells.clear();
        row.unescaped.clear();
        row.unterminated = false;
        row.line = m_line;
        for (;;) {
            readCell(row);
            if (m_at >= size || text[m_at] != m_delimiter)
                break;
            ++m_at;
        }
        endLine();
        if (row.cells.size() > 1 || !row.cells.front().empty())
            return true;
    }
    return false;
}

} // namespace belvedere
