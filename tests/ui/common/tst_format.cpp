// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/format.h"

#include "common/error_text.h"
#include "common/quantity_names.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>
#include <QTranslator>

#include <limits>

using namespace belvedere;
using namespace belvedere::ui;

class tst_Format : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void durations_data();
    void durations();
    void ages_data();
    void ages();
    void values_data();
    void values();
    void changes_data();
    void changes();
    void sources_data();
    void sources();
    void chances();
    void timesAreThoseOfTheZone();
    void errorsAreTranslatedAndFilledIn();
    void numbersFollowTheLocale();
};

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Turns the "%1: %2" of errors and one error sentence into another language.
class ErrorTranslator : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "Error") == 0 && qstrcmp(text, "%1 is no number.") == 0)
            return QString::fromUtf8("%1 不是数字。");
        return {};
    }
    bool isEmpty() const override { return false; }
};

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
}

} // namespace

void tst_Format::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, double seconds, const char *text) {
        QTest::newRow(name) << seconds << QString::fromUtf8(text);
    };
    row("unknown", kNaN, "–");
    row("negative", -1.0, "–");
    row("zero", 0.0, "0 ms");
    row("milliseconds", 0.0421, "42 ms");
    row("nearly a second", 0.9996, "1 s");
    row("seconds", 42.4, "42 s");
    row("rounds up to a minute", 59.7, "1 min");
    row("minutes and seconds", 80.0, "1 min 20 s");
    row("whole minutes", 120.0, "2 min");
    row("hours", 7500.0, "2 h 5 min");
    row("a day", 86400.0, "1 d");
    row("days and hours", 86400.0 * 3 + 4 * 3600.0 + 59.0, "3 d 4 h");
}

void tst_Format::durations()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(formatDuration(seconds), text);
}

void tst_Format::ages_data()
{
    QTest::addColumn<qint64>("ageMs");
    QTest::addColumn<QString>("text");
    QTest::newRow("future") << qint64(-5000) << QStringLiteral("just now");
    QTest::newRow("now") << qint64(9999) << QStringLiteral("just now");
    QTest::newRow("seconds") << qint64(42'900) << QStringLiteral("42 s ago");
    QTest::newRow("minutes") << qint64(4 * 60'000 + 59'000) << QStringLiteral("4 min ago");
    QTest::newRow("hours") << qint64(3 * kMsPerHour + 1) << QStringLiteral("3 h ago");
    QTest::newRow("days") << qint64(9 * kMsPerDay) << QStringLiteral("9 d ago");
}

void tst_Format::ages()
{
    QFETCH(qint64, ageMs);
    QFETCH(QString, text);
    QCOMPARE(formatAge(ageMs), text);
}

void tst_Format::values_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("missing") << kNaN << -1 << QString::fromUtf8("–");
    QTest::newRow("infinite") << qInf() << 1 << QString::fromUtf8("–");
    QTest::newRow("zero") << 0.0 << -1 << QStringLiteral("0 km/h");
    QTest::newRow("no minus zero") << -0.01 << 1 << QStringLiteral("0.0 km/h");
    QTest::newRow("small") << 0.1234 << -1 << QStringLiteral("0.123 km/h");
    QTest::newRow("ten") << 61.44 << -1 << QStringLiteral("61.4 km/h");
    QTest::newRow("large") << 12345.6 << -1 << QStringLiteral("12,346 km/h");
    QTest::newRow("decimals") << 2.0 << 2 << QStringLiteral("2.00 km/h");
}

void tst_Format::values()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(plain(formatValue(value, QStringLiteral("km/h"), decimals)), text);
}

void tst_Format::changes_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("up") << 2.4 << 1 << QStringLiteral("+2.4");
    QTest::newRow("down") << -0.34 << 1 << QString::fromUtf8("−0.3");
    QTest::newRow("none") << 0.0 << -1 << QString::fromUtf8("±0");
    QTest::newRow("rounds to none") << -0.04 << 1 << QString::fromUtf8("±0.0");
    QTest::newRow("unknown") << kNaN << 1 << QString::fromUtf8("–");
}

void tst_Format::changes()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, text);
    QCOMPARE(formatSigned(value, {}, decimals), text);
}

void tst_Format::sources_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("one file") << "a.csv"
                              << "a.csv";
    QTest::newRow("three files") << "a.csv, b.csv, c.csv"
                                 << "a.csv, b.csv, c.csv";
    QTest::newRow("many files") << "a.csv, b.csv, c.csv; d.csv"
                                << "a.csv, b.csv and 2 more";
    QTest::newRow("a sentence") << "City of A, by way of B, CC BY 4.0, unchanged"
                                << "City of A, by way of B, CC BY 4.0, unchanged";
    QTest::newRow("nothing") << ""
                             << "";
}

void tst_Format::sources()
{
    QFETCH(QString, source);
    QTEST(sourceText(source), "shown");
}

void tst_Format::chances()
{
    QCOMPARE(formatP(0.0), QStringLiteral("p < 0.001"));
    QCOMPARE(formatP(0.0312), QStringLiteral("p = 0.031"));
    QCOMPARE(formatP(0.5), QStringLiteral("p = 0.50"));
}

void tst_Format::timesAreThoseOfTheZone()
{
    const UtcMs time = 1'330'588'800'000; // 2012-03-01T08:00Z, a Thursday
    QCOMPARE(formatTime(time, QTimeZone::utc()), QStringLiteral("08:00"));
    const QTimeZone zone(8 * 3600);
    QCOMPARE(formatTime(time, zone), QStringLiteral("16:00"));
    QCOMPARE(formatDayAndTime(time, zone), QStringLiteral("Thu 1 Mar 16:00"));
    QCOMPARE(formatDateTime(time + 10 * kMsPerHour, zone), QStringLiteral("Fri 2 Mar 2012 02:00"));
}

void tst_Format::errorsAreTranslatedAndFilledIn()
{
    Error error{
        Errc::Parse, "%1 is no number.", {QStringLiteral("50%2")}, QStringLiteral("a.csv:12"), {}};
    QCOMPARE(errorText(error), QStringLiteral("a.csv:12: 50%2 is no number."));
    ErrorTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(errorText(error), QString::fromUtf8("a.csv:12: 50%2 不是数字。"));
    error.where.clear();
    QCOMPARE(errorText(error), QString::fromUtf8("50%2 不是数字。"));
    QCoreApplication::removeTranslator(&translator);
}

void tst_Format::numbersFollowTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(formatNumber(1234.5, 1), QStringLiteral("1.234,5"));
    QCOMPARE(plain(formatPercent(0.625, 1)), QStringLiteral("62,5 %"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(formatCount(325), QStringLiteral("325"));
    QCOMPARE(plain(formatBytes(1'400'000)), QStringLiteral("1.4 MB"));
}

QTEST_GUILESS_MAIN(tst_Format)
#include "tst_format.moc"
