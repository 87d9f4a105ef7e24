// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utc_time.h"
#include "support/verify_ok.h"

#include <QTest>

using namespace belvedere;

class tst_UtcTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void formats_data();
    void formats();
    void minutesOfTheWeek_data();
    void minutesOfTheWeek();
    void zones_data();
    void zones();
};

void tst_UtcTime::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *zone,
                         const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(zone)
                            << QString::fromLatin1(expected);
    };
    row("blank", "2012-03-01 00:05:00", "UTC", "2012-03-01T00:05:00Z");
    row("T and Z", "2012-03-01T00:05:00Z", "Asia/Shanghai", "2012-03-01T00:05:00Z");
    row("date alone", "2012-03-01", "UTC", "2012-03-01T00:00:00Z");
    row("no seconds", "2012-03-01 7:05", "UTC", "2012-03-01T07:05:00Z");
    row("slashes, short", "2012/3/1 7:05", "UTC", "2012-03-01T07:05:00Z");
    row("compact", "20120301", "UTC", "2012-03-01T00:00:00Z");
    row("fraction", "2012-03-01 00:05:00.25", "UTC", "2012-03-01T00:05:00.250Z");
    row("microseconds", "2012-03-01 00:05:00.123456", "UTC", "2012-03-01T00:05:00.123Z");
    row("offset", "2012-03-01T00:05:00+01:00", "UTC", "2012-02-29T23:05:00Z");
    row("offset without colon", "2012-03-01T00:05:00-0730", "UTC", "2012-03-01T07:35:00Z");
    row("leap day", "2000-02-29 12:00", "UTC", "2000-02-29T12:00:00Z");
    row("before 1970", "1969-12-31 23:59:59", "UTC", "1969-12-31T23:59:59Z");
    row("blanks around", "  2012-03-01  ", "UTC", "2012-03-01T00:00:00Z");
    row("fixed offset zone", "2012-03-01 00:00", "UTC-08:00", "2012-03-01T08:00:00Z");
    // tz database: Los Angeles went to -7 on 2012-03-11 at 02:00, back to -8 on 2012-11-04 at
    // 02:00.
    row("last before spring", "2012-03-11 01:59:59", "America/Los_Angeles", "2012-03-11T09:59:59Z");
    row("first of summer", "2012-03-11 03:00:00", "America/Los_Angeles", "2012-03-11T10:00:00Z");
    row("twice in autumn", "2012-11-04 01:30:00", "America/Los_Angeles", "2012-11-04T08:30:00Z");
    row("after autumn", "2012-11-04 02:00:00", "America/Los_Angeles", "2012-11-04T10:00:00Z");
    // Copenhagen went to +2 on 2014-03-30 at 02:00 and back on 2014-10-26 at 03:00.
    row("Danish summer", "2014-08-01 00:00", "Europe/Copenhagen", "2014-07-31T22:00:00Z");
    row("Danish autumn, twice", "2014-10-26 02:30", "Europe/Copenhagen", "2014-10-26T00:30:00Z");
    // Lord Howe Island moves by half an hour: +10:30 to +11 on 2012-10-07 at 02:00.
    row("half an hour", "2012-10-07 02:30", "Australia/Lord_Howe", "2012-10-06T15:30:00Z");
    row("no summer time", "2012-07-01 08:00", "Asia/Shanghai", "2012-07-01T00:00:00Z");
}

void tst_UtcTime::parses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, zone);
    const auto time = parseTime(text, QTimeZone(zone.toUtf8()));
    VERIFY_OK(time);
    QTEST(formatUtc(*time), "expected");
}

void tst_UtcTime::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    const auto row = [](const char *name, const char *text, const char *zone = "UTC") {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(zone);
    };
    row("empty", "");
    row("word", "yesterday");
    row("number", "12");
    row("day first", "01-03-2012");
    row("month 13", "2012-13-01");
    row("30 February", "2012-02-30");
    row("no leap year", "1900-02-29");
    row("hour 24", "2012-03-01 24:00");
    row("minute 60", "2012-03-01 00:60");
    row("leap second", "2012-06-30 23:59:60");
    row("rest", "2012-03-01 00:05:00 or so");
    row("half a time", "2012-03-01 00");
    row("offset too large", "2012-03-01 00:00+15:00");
    row("sign alone", "2012-03-01 00:00+");
    row("other digits", "２０１２-03-01");
    row("gap of Los Angeles", "2012-03-11 02:30", "America/Los_Angeles");
    row("begin of the gap", "2012-03-11 02:00:00", "America/Los_Angeles");
    row("gap of Copenhagen", "2014-03-30 02:59:59", "Europe/Copenhagen");
    row("gap of Lord Howe", "2012-10-07 02:15", "Australia/Lord_Howe");
    row("day that Samoa left out", "2011-12-30 12:00", "Pacific/Apia");
}

void tst_UtcTime::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, zone);
    const auto time = parseTime(text, QTimeZone(zone.toUtf8()));
    QVERIFY2(!time.has_value(), qPrintable(time ? formatUtc(*time) : QString()));
    QCOMPARE(time.error().code, Errc::Parse);
    QVERIFY(time.error().message().contains(text));
    QCOMPARE(time.error().message().contains(zone), zone != QLatin1String("UTC"));
}

void tst_UtcTime::formats_data()
{
    QTest::addColumn<UtcMs>("time");
    QTest::addColumn<QString>("expected");
    QTest::newRow("origin") << UtcMs(0) << QStringLiteral("1970-01-01T00:00:00Z");
    QTest::newRow("milliseconds") << UtcMs(7) << QStringLiteral("1970-01-01T00:00:00.007Z");
    QTest::newRow("before") << UtcMs(-1) << QStringLiteral("1969-12-31T23:59:59.999Z");
    // `date -u -d @1330588800`
    QTest::newRow("METR-LA") << UtcMs(1330588800000) << QStringLiteral("2012-03-01T08:00:00Z");
}

void tst_UtcTime::formats()
{
    QFETCH(const UtcMs, time);
    QTEST(formatUtc(time), "expected");
    const auto back = parseTime(formatUtc(time), QTimeZone::utc());
    VERIFY_OK(back);
    QCOMPARE(*back, time);
}

void tst_UtcTime::minutesOfTheWeek_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, const char *utc, const char *zone, int expected) {
        QTest::newRow(name) << QString::fromLatin1(utc) << QString::fromLatin1(zone) << expected;
    };
    row("origin is a Thursday", "1970-01-01", "UTC", 3 * 1440);
    row("Monday begins", "2012-03-05", "UTC", 0);
    row("Sunday ends", "2012-03-04 23:59:59", "UTC", 7 * 1440 - 1);
    row("already Monday in Shanghai", "2012-03-04 16:00", "Asia/Shanghai", 0);
    row("before the change", "2012-03-11 09:59", "America/Los_Angeles", 6 * 1440 + 119);
    row("after the change", "2012-03-11 10:00", "America/Los_Angeles", 6 * 1440 + 180);
}

void tst_UtcTime::minutesOfTheWeek()
{
    QFETCH(const QString, utc);
    QFETCH(const QString, zone);
    const auto time = parseTime(utc, QTimeZone::utc());
    VERIFY_OK(time);
    QTEST(minuteOfWeek(*time, QTimeZone(zone.toUtf8())), "expected");
}

void tst_UtcTime::zones_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("known");
    QTest::newRow("UTC") << QStringLiteral("UTC") << true;
    QTest::newRow("city") << QStringLiteral("Asia/Shanghai") << true;
    QTest::newRow("offset") << QStringLiteral("UTC-08:00") << true;
    QTest::newRow("no such city") << QStringLiteral("Asia/Atlantis") << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_UtcTime::zones()
{
    QFETCH(const QString, name);
    const auto zone = parseZone(name);
    QTEST(zone.has_value(), "known");
    if (zone)
        QCOMPARE(QString::fromUtf8(zone->id()), name);
    else
        QVERIFY(zone.error().message().contains(QLatin1Char('"') + name + QLatin1Char('"')));
}

QTEST_GUILESS_MAIN(tst_UtcTime)
#include "tst_utc_time.moc"
