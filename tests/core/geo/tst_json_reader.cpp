// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/json_reader.h"

#include <QJsonDocument>
#include <QTest>

using namespace belvedere;
using Token = JsonReader::Token;

namespace {

/// One letter a token: { } [ ] k s n t f 0 and ! where it broke.
QString letters(const QByteArray &json, qint64 *brokenLine = nullptr)
{
    JsonReader reader(json, QStringLiteral("x.json"));
    QString found;
    for (;;) {
        switch (reader.next()) {
        case Token::BeginObject:
            found += QLatin1Char('{');
            break;
        case Token::EndObject:
            found += QLatin1Char('}');
            break;
        case Token::BeginArray:
            found += QLatin1Char('[');
            break;
        case Token::EndArray:
            found += QLatin1Char(']');
            break;
        case Token::Key:
            found += QLatin1Char('k');
            break;
        case Token::String:
            found += QLatin1Char('s');
            break;
        case Token::Number:
            found += QLatin1Char('n');
            break;
        case Token::True:
            found += QLatin1Char('t');
            break;
        case Token::False:
            found += QLatin1Char('f');
            break;
        case Token::Null:
            found += QLatin1Char('0');
            break;
        case Token::End:
            return found;
        case Token::Broken:
            if (brokenLine)
                *brokenLine = reader.line();
            return found + QLatin1Char('!');
        }
    }
}

} // namespace

class tst_JsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void agreesWithQt_data();
    void agreesWithQt();
    void values();
    void skips();
    void linesOfMistakes();
};

void tst_JsonReader::tokens_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *json, const char *expected) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(expected);
    };
    row("emptyObject", "{}", "{}");
    row("nested", R"({"a":[1,{"b":"c"}],"d":null})", "{k[n{ks}]k0}");
    row("blanks", " [ true ,\tfalse\r\n] ", "[tf]");
    row("byteOrderMark", "\xEF\xBB\xBF[]", "[]");
    row("oneNumber", "-1.5e+3", "n");
    // RFC 8259 refuses these, Qt 6.4 does not.
    row("noFraction", "[1.]", "[!");
    row("noWholePart", "[.5]", "[!");
    row("lineFeedInText", "[\"a\nb\"]", "[!");
}

void tst_JsonReader::tokens()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    QCOMPARE(letters(json), expected);
}

// What is JSON and what is not, judged by another reader.
void tst_JsonReader::agreesWithQt_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"[]", "[1]", "[1,]", "[,1]", "[1 2]", "[01]", "[-0]", "[-]", "[1e]",
             "[1e5]", "[+1]", "[NaN]", "[tru]", "[true]", "[nul]", "{}", "{\"a\"}", "{\"a\":}",
             "{\"a\":1}", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\":1 \"b\":2}", "[\"\\\"\"]", "[\"a",
             "[\"\\u00e4\"]", "[", "[[]", "]", "{]", "[}", "[]]", "[] x", "", "  ",
             "{\"a\":[1,2,{\"b\":[]}]}", "['a']", "[1]//"})
        QTest::newRow(json) << QByteArray(json);
}

void tst_JsonReader::agreesWithQt()
{
    QFETCH(QByteArray, json);
    QJsonParseError error;
    QJsonDocument::fromJson(json, &error);
    const bool qtTakesIt = error.error == QJsonParseError::NoError;
    QCOMPARE(!letters(json).endsWith(QLatin1Char('!')), qtTakesIt);
}

void tst_JsonReader::values()
{
    const QByteArray json = "{\"a\\u4e2d\":\"\xE5\x9F\x8E\\n\", \"n\":-12.5e-1}";
    JsonReader reader(json, QStringLiteral("x.json"));
    QCOMPARE(reader.next(), Token::BeginObject);
    QCOMPARE(reader.next(), Token::Key);
    QCOMPARE(reader.text(), QString::fromUtf8("a中"));
    QCOMPARE(reader.next(), Token::String);
    QCOMPARE(reader.text(), QString::fromUtf8("城\n"));
    QCOMPARE(reader.next(), Token::Key);
    QCOMPARE(reader.next(), Token::Number);
    QCOMPARE(reader.number(), -1.25);
}

void tst_JsonReader::skips()
{
    const QByteArray json = R"([{"a":[[1],[2]]},7])";
    JsonReader reader(json, QStringLiteral("x.json"));
    reader.next();
    QVERIFY(reader.skip(reader.next()));
    QCOMPARE(reader.next(), Token::Number);
    QCOMPARE(reader.number(), 7.0);
}

void tst_JsonReader::linesOfMistakes()
{
    qint64 line = 0;
    QCOMPARE(letters("{\n\"a\": 1,\n\"b\": ,\n}", &line), QStringLiteral("{knk!"));
    QCOMPARE(line, 3);
    const QByteArray deep(200, '[');
    QVERIFY(letters(deep).endsWith(QLatin1Char('!')));
}

QTEST_GUILESS_MAIN(tst_JsonReader)

#include "tst_json_reader.moc"
