// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/readers/text_lines.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <charconv>

namespace belvedere {

Result<TextLines> TextLines::read(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no file \"%1\". Check its name."), {file});
    if (!source.open(QIODevice::ReadOnly))
        return failure(Errc::Io, QT_TRANSLATE_NOOP("Error", "The file \"%1\" cannot be read: %2"),
            {file, source.errorString()});
    TextLines lines;
    lines.m_file = QFileInfo(file).fileName();
    lines.m_bytes = source.readAll();
    if (lines.m_bytes.startsWith("\xEF\xBB\xBF"))
        lines.m_at = 3;
    return lines;
}

std::optional<std::string_view> TextLines::next()
{
    if (m_at >= m_bytes.size())
        return std::nullopt;
    qsizetype end = m_bytes.indexOf('\n', m_at);
    if (end < 0)
        end = m_bytes.size();
    std::string_view line(m_bytes.constData() + m_at, static_cast<std::size_t>(end - m_at));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    m_at = end + 1;
    ++m_line;
    return line;
}

QString TextLines::where() const
{
    return m_file + QLatin1Char(':') + QString::number(m_line);
}

void splitWords(std::string_view line, std::vector<std::string_view> &words)
{
    constexpr std::string_view kBlanks = " \t\r";
    words.clear();
    std::size_t from = line.find_first_not_of(kBlanks);
    while (from != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(kBlanks, from), line.size());
        words.push_back(line.substr(from, end - from));
        from = line.find_first_not_of(kBlanks, end);
    }
}

void splitCells(std::string_view line, std::vector<std::string_view> &cells)
{
    cells.clear();
    for (std::size_t from = 0; from <= line.size();) {
        bool quoted = false;
        std::size_t end = from;
        for (; end < line.size() && (quoted || line[end] != ','); ++end)
            if (line[end] == '"')
                quoted = !quoted;
        std::string_view cell = line.substr(from, end - from);
        if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"'))
            cell = cell.substr(1, cell.size() - 2);
        cells.push_back(cell);
        from = end + 1;
    }
}

namespace {

template <class T> std::optional<T> parsed(std::string_view word)
{
    if (word.starts_with('+'))
        word.remove_prefix(1);
    T value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

} // namespace

std::optional<double> numberOf(std::string_view word)
{
    return parsed<double>(word);
}

std::optional<std::int64_t> wholeNumberOf(std::string_view word)
{
    return parsed<std::int64_t>(word);
}

QString textOf(std::string_view word)
{
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace belvedere
