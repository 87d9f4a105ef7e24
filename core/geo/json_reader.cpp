// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/json_reader.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <limits>

namespace belvedere {

namespace {

constexpr std::size_t kDeepest = 100;
constexpr qsizetype kShownCharacters = 20;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonReader::JsonReader(QByteArrayView bytes, QString file)
    : m_bytes(bytes)
    , m_file(std::move(file))
{
    constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";
    if (m_bytes.startsWith(kByteOrderMark))
        m_at = 3;
}

qint64 JsonReader::line() const
{
    const char *begin = m_bytes.data();
    m_line += std::count(begin + m_countedTo, begin + std::max(m_tokenAt, m_countedTo), '\n');
    m_countedTo = std::max(m_tokenAt, m_countedTo);
    return m_line;
}

QString JsonReader::place() const
{
    return QStringLiteral("%1:%2").arg(QFileInfo(m_file).fileName()).arg(line());
}

QString JsonReader::text() const
{
    if (!m_escaped)
        return QString::fromUtf8(m_raw);
    // Rare enough to leave the escapes to Qt.
    const QByteArray array = "[\"" + m_raw.toByteArray() + "\"]";
    return QJsonDocument::fromJson(array).array().at(0).toString();
}

double JsonReader::number() const
{
    double value = std::numeric_limits<double>::quiet_NaN();
    const auto read = std::from_chars(m_raw.begin(), m_raw.end(), value);
    if (read.ec == std::errc::result_out_of_range)
        value = m_raw.contains("e-") || m_raw.contains("E-")
            ? 0.0
            : std::numeric_limits<double>::infinity();
    return value;
}

JsonReader::Token JsonReader::broken(const char *text, QStringList args)
{
    if (!m_failed)
        m_error = Error{Errc::Parse, text, std::move(args), place(), {}};
    m_failed = true;
    return Token::Broken;
}

JsonReader::Token JsonReader::unexpected()
{
    if (m_at >= m_bytes.size())
        return broken(QT_TRANSLATE_NOOP(
            "Error", "The file ends too early: it is cut off. Copy or download it again."));
    QString found = QString::fromUtf8(
        m_bytes.sliced(m_at, std::min<qsizetype>(kShownCharacters, m_bytes.size() - m_at)));
    found = found.section(QLatin1Char('\n'), 0, 0).simplified();
    return broken(QT_TRANSLATE_NOOP("Error",
                      "This is no valid JSON: \"%1\" was not expected here. Correct the line, or "
                      "export the file again."),
        {found});
}

void JsonReader::skipBlanks()
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
            return;
        ++m_at;
    }
}

void JsonReader::afterValue()
{
    m_expect = m_inObject.empty() ? Expect::Nothing : Expect::CommaOrEnd;
}

JsonReader::Token JsonReader::close(Token token)
{
    ++m_at;
    m_inObject.pop_back();
    afterValue();
    return token;
}

JsonReader::Token JsonReader::readString(Token token)
{
    const qsizetype begin = ++m_at;
    m_escaped = false;
    while (m_at < m_bytes.size() && m_bytes[m_at] != '"') {
        if (static_cast<unsigned char>(m_bytes[m_at]) < 0x20)
            return unexpected();
        if (m_bytes[m_at] == '\\') {
            m_escaped = true;
            ++m_at;
        }
        ++m_at;
    }
    if (m_at >= m_bytes.size()) {
        m_at = m_bytes.size();
        return unexpected();
    }
    m_raw = m_bytes.sliced(begin, m_at - begin);
    ++m_at;
    return token;
}

JsonReader::Token JsonReader::readNumber()
{
    const qsizetype begin = m_at;
    const auto peek = [this] { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; };
    const auto digits = [&] {
        const qsizetype first = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > first;
    };
    if (peek() == '-')
        ++m_at;
    const bool leadingZero = peek() == '0';
    const qsizetype whole = m_at;
    if (!digits() || (leadingZero && m_at > whole + 1))
        return unexpected();
    if (peek() == '.') {
        ++m_at;
        if (!digits())
            return unexpected();
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        if (!digits())
            return unexpected();
    }
    m_raw = m_bytes.sliced(begin, m_at - begin);
    afterValue();
    return Token::Number;
}

JsonReader::Token JsonReader::readWord(QByteArrayView word, Token token)
{
    if (!m_bytes.sliced(m_at).startsWith(word))
        return unexpected();
    m_raw = m_bytes.sliced(m_at, word.size());
    m_at += word.size();
    afterValue();
    return token;
}

JsonReader::Token JsonReader::readValue()
{
    switch (m_bytes[m_at]) {
    case '{':
    case '[': {
        if (m_inObject.size() >= kDeepest)
            return broken(QT_TRANSLATE_NOOP(
                "Error", "Lists and objects are nested more than 100 deep. This is no map data."));
        const bool object = m_bytes[m_at] == '{';
        ++m_at;
        m_inObject.push_back(object);
        m_expect = object ? Expect::FirstKeyOrEnd : Expect::FirstValueOrEnd;
        return object ? Token::BeginObject : Token::BeginArray;
    }
    case '"': {
        const Token token = readString(Token::String);
        if (token == Token::String)
            afterValue();
        return token;
    }
    case 't':
        return readWord("true", Token::True);
    case 'f':
        return readWord("false", Token::False);
    case 'n':
        return readWord("null", Token::Null);
    default:
        return readNumber();
    }
}

JsonReader::Token JsonReader::next()
{
    if (m_failed)
        return Token::Broken;
    skipBlanks();
    m_tokenAt = m_at;
    if (m_expect == Expect::Nothing)
        return m_at >= m_bytes.size() ? Token::End : unexpected();
    if (m_at >= m_bytes.size())
        return unexpected();
    char c = m_bytes[m_at];
    if (m_expect == Expect::CommaOrEnd) {
        const bool object = m_inObject.back();
        if (c == (object ? '}' : ']'))
            return close(object ? Token::EndObject : Token::EndArray);
        if (c != ',')
            return unexpected();
        ++m_at;
        skipBlanks();
        m_tokenAt = m_at;
        if (m_at >= m_bytes.size())
            return unexpected();
        c = m_bytes[m_at];
        m_expect = object ? Expect::Key : Expect::Value;
    }
    if (m_expect == Expect::FirstKeyOrEnd && c == '}')
        return close(Token::EndObject);
    if (m_expect == Expect::FirstValueOrEnd && c == ']')
        return close(Token::EndArray);
    if (m_expect == Expect::Value || m_expect == Expect::FirstValueOrEnd)
        return readValue();
    // A key and its colon.
    if (c != '"')
        return unexpected();
    if (readString(Token::Key) == Token::Broken)
        return Token::Broken;
    skipBlanks();
    if (m_at >= m_bytes.size() || m_bytes[m_at] != ':')
        return unexpected();
    ++m_at;
    m_expect = Expect::Value;
    return Token::Key;
}

bool JsonReader::skip(Token first)
{
    if (first == Token::Broken)
        return false;
    if (first != Token::BeginObject && first != Token::BeginArray)
        return true;
    const std::size_t depth = m_inObject.size();
    while (m_inObject.size() >= depth) {
        if (next() == Token::Broken)
            return false;
    }
    return true;
}

} // namespace belvedere
