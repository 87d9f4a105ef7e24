// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/channel_history.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

class tst_ChannelHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axis_data();
    void axis();
    void takesOneChannel();
    void chosenSitesInTheirOrder();
    void calendarFollowsTheZone_data();
    void calendarFollowsTheZone();
    void refuses_data();
    void refuses();

private:
    static Dataset dataset()
    {
        Dataset d;
        d.name = QStringLiteral("d");
        d.sites.resize(2);
        d.sites[0].code = QStringLiteral("a");
        d.sites[1].code = QStringLiteral("b");
        return d;
    }
    static Series series()
    {
        Series s({0, kMsPerHour, 2}, 2,
            {{QStringLiteral("speed"), QStringLiteral("km/h")}, {QStringLiteral("flow"), {}}});
        s.set(0, SiteId(0), 1, 10.0F);
        s.set(0, SiteId(1), 1, 11.0F);
        s.set(1, SiteId(1), 1, 21.0F);
        s.set(1, SiteId(1), 0, 99.0F);
        return s;
    }
};

void tst_ChannelHistory::axis_data()
{
    QTest::addColumn<UtcMs>("time");
    QTest::addColumn<int>("index");
    QTest::newRow("first") << UtcMs(1000) << 0;
    QTest::newRow("within") << UtcMs(1099) << 0;
    QTest::newRow("next") << UtcMs(1100) << 1;
    QTest::newRow("just before") << UtcMs(999) << -1;
    QTest::newRow("a step before") << UtcMs(900) << -1;
    QTest::newRow("more before") << UtcMs(899) << -2;
}

void tst_ChannelHistory::axis()
{
    QFETCH(const UtcMs, time);
    const TimeAxis axis{1000, 100, 3};
    QTEST(axis.indexOf(time), "index");
    QCOMPARE(axis.last(), UtcMs(1200));
    QVERIFY(axis.has(2) && !axis.has(3) && !axis.has(-1));
    QCOMPARE((TimeAxis{1000, 100, 0}).last(), UtcMs(1000));
}

void tst_ChannelHistory::takesOneChannel()
{
    const auto history = channelHistory(dataset(), series(), QStringLiteral("flow"));
    VERIFY_OK(history);
    const ChannelHistory &h = **history;
    QCOMPARE(h.siteCount(), 2);
    QCOMPARE(h.row(0)[0], 10.0F);
    QCOMPARE(h.row(0)[1], 11.0F);
    QVERIFY(std::isnan(h.row(1)[0]));
    QCOMPARE(h.row(1)[1], 21.0F);
    QCOMPARE(h.channel.key, QStringLiteral("flow"));
}

void tst_ChannelHistory::chosenSitesInTheirOrder()
{
    const auto history = channelHistory(
        dataset(), series(), QStringLiteral("flow"), {QStringLiteral("b"), QStringLiteral("a")});
    VERIFY_OK(history);
    QCOMPARE((*history)->row(0)[0], 11.0F);
    QCOMPARE((*history)->siteCodes[1], QStringLiteral("a"));
}

void tst_ChannelHistory::calendarFollowsTheZone_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<UtcMs>("start");
    QTest::addColumn<UtcMs>("step");
    const auto row = [](const char *zone, UtcMs start, UtcMs step) {
        QTest::addRow("%s %lld", zone, static_cast<long long>(step))
            << QString::fromLatin1(zone) << start << step;
    };
    constexpr UtcMs kSpring2012 = 1331424000000; // 2012-03-11T00:00Z
    row("UTC", kSpring2012, 5 * kMsPerMinute);
    row("America/Los_Angeles", kSpring2012, 5 * kMsPerMinute);
    row("Asia/Kolkata", kSpring2012, 15 * kMsPerMinute); // half an hour beside the others
    row("Australia/Lord_Howe", 1349481600000, 10 * kMsPerMinute); // its change is half an hour
    row("America/Los_Angeles", -86400000 * 400LL, kMsPerHour); // before 1970
    row("UTC", kSpring2012, kMsPerDay);
}

/// The quick way against asking the zone for each step.
void tst_ChannelHistory::calendarFollowsTheZone()
{
    QFETCH(const QString, zone);
    QFETCH(const UtcMs, start);
    QFETCH(const UtcMs, step);
    Dataset d = dataset();
    d.zone = QTimeZone(zone.toUtf8());
    const Series s({start, step, 700}, 2, {{QStringLiteral("speed"), {}}});
    const auto history = channelHistory(d, s, QStringLiteral("speed"));
    VERIFY_OK(history);
    for (int i = 0; i < s.axis.count; ++i)
        QCOMPARE((*history)->minuteOfWeek[std::size_t(i)], minuteOfWeek(s.axis.at(i), d.zone));
    QCOMPARE((*history)->minuteOfWeekAt(5000), minuteOfWeek(s.axis.at(5000), d.zone));
}

void tst_ChannelHistory::refuses_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("site");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<int>("code");
    QTest::newRow("channel") << QStringLiteral("noise") << QString() << false
                             << int(Errc::NotFound);
    QTest::newRow("site") << QStringLiteral("flow") << QStringLiteral("z") << false
                          << int(Errc::NotFound);
    QTest::newRow("shape") << QStringLiteral("flow") << QString() << true << int(Errc::Shape);
}

void tst_ChannelHistory::refuses()
{
    QFETCH(const QString, channel);
    QFETCH(const QString, site);
    QFETCH(const bool, wide);
    Dataset d = dataset();
    if (wide)
        d.sites.emplace_back();
    const std::vector<QString> sites =
        site.isEmpty() ? std::vector<QString>() : std::vector<QString>{site};
    const auto history = channelHistory(d, series(), channel, sites);
    QVERIFY(!history.has_value());
    QTEST(int(history.error().code), "code");
}

QTEST_GUILESS_MAIN(tst_ChannelHistory)
#include "tst_channel_history.moc"
