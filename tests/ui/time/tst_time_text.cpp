// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_text.h"

#include "common/format.h"
#include "time/speed_text.h"

#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

/// Now is Thursday 2016-03-10 14:30 in Copenhagen; the day shown is Tuesday 2016-03-08.
TimeContext thursday()
{
    TimeContext context;
    context.zone = QTimeZone("Europe/Copenhagen");
    context.now = *parseTime(u"2016-03-10 14:30", context.zone);
    context.current = *parseTime(u"2016-03-08 06:05", context.zone);
    return context;
}

} // namespace

class tst_TimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void clockChanges();
    void whatTheProgramWritesCanBeTyped();
    void speeds_data();
    void speeds();
    void speedsRefused_data();
    void speedsRefused();
};

void tst_TimeText::reads_data()
{
    QTest::addColumn<QString>("expected"); // local in Copenhagen
    const auto row = [](const char *typed, const char *expected) {
        QTest::newRow(typed) << QString::fromUtf8(expected);
    };
    row("now", "2016-03-10 14:30");
    row("NOW", "2016-03-10 14:30");
    row("现在", "2016-03-10 14:30");
    row("-2h", "2016-03-10 12:30");
    row("- 2 h", "2016-03-10 12:30");
    row("−90 min", "2016-03-10 13:00");
    row("now-1d 6h", "2016-03-09 08:30");
    row("+15m", "2016-03-10 14:45");
    row("+1.5 hours", "2016-03-10 16:00");
    row("2 hours ago", "2016-03-10 12:30");
    row("an hour ago", "2016-03-10 13:30");
    row("half an hour ago", "2016-03-10 14:00");
    row("in 10 min", "2016-03-10 14:40");
    row("2小时前", "2016-03-10 12:30");
    row("两小时前", "2016-03-10 12:30");
    row("半小时后", "2016-03-10 15:00");
    row("1天2小时前", "2016-03-09 12:30");
    row("-1 month", "2016-02-10 14:30");
    row("1年前", "2015-03-10 14:30");
    row("08:15", "2016-03-08 08:15");
    row("8:15", "2016-03-08 08:15");
    row("8：15", "2016-03-08 08:15");
    row("08:15:30", "2016-03-08 08:15:30");
    row("0815", "2016-03-08 08:15");
    row("8 pm", "2016-03-08 20:00");
    row("12 am", "2016-03-08 00:00");
    row("12:10 pm", "2016-03-08 12:10");
    row("8点", "2016-03-08 08:00");
    row("8点15分", "2016-03-08 08:15");
    row("下午3点半", "2016-03-08 15:30");
    row("晚上 8:20", "2016-03-08 20:20");
    row("noon", "2016-03-08 12:00");
    row("yesterday 17:00", "2016-03-09 17:00");
    row("17:00 yesterday", "2016-03-09 17:00");
    row("yesterday at 5 pm", "2016-03-09 17:00");
    row("yesterday noon", "2016-03-09 12:00");
    row("yesterday", "2016-03-09 00:00");
    row("Today 8:00", "2016-03-10 08:00");
    row("tomorrow 6:30", "2016-03-11 06:30");
    row("昨天 8:00", "2016-03-09 08:00");
    row("昨天8:00", "2016-03-09 08:00");
    row("前天下午2点", "2016-03-08 14:00");
    row("3 days ago 8:00", "2016-03-07 08:00");
    row("三天前 8:00", "2016-03-07 08:00");
    row("Mon 8:00", "2016-03-07 08:00");
    row("monday 8:00", "2016-03-07 08:00");
    row("周一 8:00", "2016-03-07 08:00");
    row("周一8点", "2016-03-07 08:00");
    row("星期日 23:59", "2016-03-06 23:59");
    row("Thu 16:00", "2016-03-10 16:00"); // today, ahead of now
    row("last Thu 16:00", "2016-03-03 16:00");
    row("Fri", "2016-03-04 00:00");
    row("上周一 8:00", "2016-02-29 08:00");
    row("本周五 8:00", "2016-03-11 08:00");
    row("2016-03-04 08:00", "2016-03-04 08:00");
    row("2016-3-4", "2016-03-04 00:00");
    row("2016/03/04 8:00", "2016-03-04 08:00");
    row("2016-03-04T08:00:05", "2016-03-04 08:00:05");
    row("2016-03-04T08:00Z", "2016-03-04 09:00");
    row("2016-03-04 08:00+08:00", "2016-03-04 01:00");
    row("4 Mar 2016 08:00", "2016-03-04 08:00");
    row("4 March", "2016-03-04 00:00");
    row("Mar 4, 2016 8:00 am", "2016-03-04 08:00");
    row("4th of July 2015 9:30", "2015-07-04 09:30");
    row("4.3.2016 8:00", "2016-03-04 08:00");
    row("Fri 4 Mar 2016 08:00", "2016-03-04 08:00");
    row("Feb 2016", "2016-02-01 00:00");
    row("2016年3月4日 8点", "2016-03-04 08:00");
    row("2016年3月4日8:00", "2016-03-04 08:00");
    row("3月4日 周五 8:00", "2016-03-04 08:00");
    row("3月4号", "2016-03-04 00:00");
}

void tst_TimeText::reads()
{
    QFETCH(QString, expected);
    const TimeContext context = thursday();
    const auto time = parseTimeText(QString::fromUtf8(QTest::currentDataTag()), context);
    QVERIFY2(time, time ? "" : qPrintable(time.error().message()));
    QCOMPARE(formatUtc(*time), formatUtc(*parseTime(expected, context.zone)));
}

void tst_TimeText::refuses_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "   ", "soon", "25:00", "8:60", "13 pm x", "15 am", "2016-02-30",
             "2016-13-01", "3/4/2016", "32 Mar", "Mon Tue 8:00", "-2", "- h", "2 parsecs ago",
             "8:15 nonsense", "周八 8:00", "1.5 months ago", "-0.5 month", "99999999999 h ago"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void tst_TimeText::refuses()
{
    QFETCH(QString, typed);
    const auto time = parseTimeText(typed, thursday());
    QVERIFY2(!time, time ? qPrintable(formatUtc(*time)) : "");
    QCOMPARE(time.error().code, Errc::Parse);
    QVERIFY(time.error().message().contains(QStringLiteral("2016-03-04 08:00"))); // what to write
}

void tst_TimeText::clockChanges()
{
    TimeContext context = thursday();
    const auto skipped = parseTimeText(QStringLiteral("2016-03-27 02:30"), context);
    QVERIFY(!skipped);
    QVERIFY(skipped.error().message().contains(QStringLiteral("2016-03-27 02:30")));
    // 02:30 comes at 00:30Z and again at 01:30Z; the first is meant.
    const auto twice = parseTimeText(QStringLiteral("2016-10-30 02:30"), context);
    QVERIFY(twice);
    QCOMPARE(formatUtc(*twice), QStringLiteral("2016-10-30T00:30:00Z"));
    context.zone = QTimeZone("America/Los_Angeles");
    QVERIFY(!parseTimeText(QStringLiteral("13 Mar 2016 2:15"), context));
    QCOMPARE(formatUtc(*parseTimeText(QStringLiteral("2016-11-06 1:30"), context)),
        QStringLiteral("2016-11-06T08:30:00Z"));
    // A day of 23 hours: yesterday at the same time is not 24 hours ago.
    context.now = *parseTime(u"2016-03-13 12:00", context.zone);
    QCOMPARE(
        context.now - *parseTimeText(QStringLiteral("yesterday 12:00"), context), 23 * kMsPerHour);
}

void tst_TimeText::whatTheProgramWritesCanBeTyped()
{
    const TimeContext context = thursday();
    for (UtcMs time = context.now; time > context.now - 400 * kMsPerDay;
         time -= 37 * kMsPerHour + 13 * kMsPerMinute) {
        const auto read = parseTimeText(formatDateTime(time, context.zone), context);
        QVERIFY2(read, qPrintable(formatDateTime(time, context.zone)));
        QCOMPARE(*read, time);
    }
}

void tst_TimeText::speeds_data()
{
    QTest::addColumn<double>("expected");
    const auto row = [](const char *typed, double expected) { QTest::newRow(typed) << expected; };
    row("60", 60.0);
    row("0.5x", 0.5);
    row("0,5 ×", 0.5);
    row("10 ms/s", 0.01);
    row("5 min/s", 300.0);
    row("5min", 300.0);
    row("1 h/s", 3600.0);
    row("2 hours per second", 7200.0);
    row("1 day/s", 86400.0);
    row("1 week/s", 604800.0);
    row("1 month/s", 365.25 * 7200.0);
    row("month/s", 365.25 * 7200.0);
    row("1 year/s", 365.25 * 86400.0);
    row("60 倍", 60.0);
    row("5 分钟/秒", 300.0);
    row("1 个月/秒", 365.25 * 7200.0);
}

void tst_TimeText::speeds()
{
    QFETCH(double, expected);
    const auto speed = parseSpeed(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(speed, speed ? "" : qPrintable(speed.error().message()));
    QVERIFY(std::abs(*speed - expected) < 1e-9 * expected);
    const auto again = parseSpeed(formatSpeed(expected));
    QVERIFY2(again, qPrintable(formatSpeed(expected)));
    QVERIFY(std::abs(*again - expected) < 1e-3 * expected);
}

void tst_TimeText::speedsRefused_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "fast", "-5", "0", "1e9 h", "10 years/s", "5 min/h", "1 2", "/s"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void tst_TimeText::speedsRefused()
{
    QFETCH(QString, typed);
    QVERIFY(!parseSpeed(typed));
}

QTEST_GUILESS_MAIN(tst_TimeText)
#include "tst_time_text.moc"
