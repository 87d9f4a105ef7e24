// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <vector>

namespace belvedere {

/// Reads JSON (RFC 8259) token by token and checks its grammar, for files of any size.
class JsonReader
{
public:
    enum class Token {
        BeginObject,
        EndObject,
        BeginArray,
        EndArray,
        Key,
        String,
        Number,
        True,
        False,
        Null,
        End, ///< after the one value
        Broken ///< see error(); it stays so
    };

    /// `bytes` must outlive the reader. @param file  for messages.
    JsonReader(QByteArrayView bytes, QString file);

    Token next();
    /// Passes over the value whose first token was `first`. @return false if broken.
    bool skip(Token first);

    /// Of the last Key or String.
    [[nodiscard]] QString text() const;
    /// Of the last Number.
    [[nodiscard]] double number() const;
    /// The last token as it is written; strings without their quotes.
    [[nodiscard]] QByteArrayView raw() const { return m_raw; }
    [[nodiscard]] qsizetype offset() const { return m_at; }
    /// Of the last token, from 1.
    [[nodiscard]] qint64 line() const;
    /// "districts.geojson:17"
    [[nodiscard]] QString place() const;
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    enum class Expect { Value, FirstKeyOrEnd, Key, FirstValueOrEnd, CommaOrEnd, Nothing };

    Token broken(const char *text, QStringList args = {});
    Token unexpected();
    Token close(Token token);
    Token readString(Token token);
    Token readNumber();
    Token readWord(QByteArrayView word, Token token);
    Token readValue();
    void skipBlanks();
    void afterValue();

    QByteArrayView m_bytes;
    QString m_file;
    qsizetype m_at = 0;
    qsizetype m_tokenAt = 0;
    mutable qsizetype m_countedTo = 0; // lines are counted up to here
    mutable qint64 m_line = 1;
    QByteArrayView m_raw;
    bool m_escaped = false;
    Expect m_expect = Expect::Value;
    std::vector<bool> m_inObject; // innermost last
    bool m_failed = false;
    Error m_error;
};

} // namespace belvedere
