// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <QTest>

#include <memory>

using namespace belvedere;

class tst_Error : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsIn_data();
    void fillsIn();
    void message();
    void tryReturnsEarly();
};

void tst_Error::fillsIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const QStringList &args,
                         const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << args << QString::fromLatin1(expected);
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    row("none", "plain", {}, "plain");
    row("one", "<%1>", {a}, "<a>");
    row("turned round", "%2%1", {a, b}, "ba");
    row("twice", "%1%1", {a}, "aa");
    row("argument looks like a place", "%1 %2", {QStringLiteral("%2"), b}, "%2 b");
    row("too few arguments", "%1 %2", {a}, "a %2");
    row("per cent", "100 % of %1%", {a}, "100 % of a%");
    row("per cent at the end", "%", {a}, "%");
    row("no place 0", "%0", {a}, "%0");
}

void tst_Error::fillsIn()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, args);
    QTEST(fillIn(text, args), "expected");
}

void tst_Error::message()
{
    Error error{Errc::Parse, "Line %1 is bad.", {QStringLiteral("7")}, {}, {}};
    QCOMPARE(error.message(), QStringLiteral("Line 7 is bad."));
    error.where = QStringLiteral("a.csv:7");
    QCOMPARE(error.message(), QStringLiteral("a.csv:7: Line 7 is bad."));
}

void tst_Error::tryReturnsEarly()
{
    const auto source = [](int n) -> Result<std::unique_ptr<int>> {
        if (n < 0)
            return failure(Errc::Usage, "negative");
        return std::make_unique<int>(n);
    };
    const auto check = [](int n) -> Result<> {
        if (n > 9)
            return failure(Errc::Shape, "large");
        return {};
    };
    const auto twice = [&](int n) -> Result<int> {
        BV_TRY(const auto value, source(n)); // also for what can only be moved
        BV_TRY_VOID(check(n));
        return *value * 2;
    };
    QCOMPARE(*twice(4), 8);
    QCOMPARE(twice(-1).error().code, Errc::Usage);
    QCOMPARE(twice(10).error().code, Errc::Shape);
}

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
