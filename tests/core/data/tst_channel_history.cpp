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
    void suspectIsMissing();
    void tiesFollowTheChosenSites();
    void companions();
    void holidays_data();
    void holidays();
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
    QCOMPARE((*history)->sites[1].code, QStringLiteral("a"));
}

/// No model should learn from 9 831 mm of rain within an hour.
void tst_ChannelHistory::suspectIsMissing()
{
    Series s = series();
    s.set(1, SiteId(1), 1, 9831.3F, Quality::Suspect);
    s.set(0, SiteId(1), 1, 12.0F, Quality::Imputed);
    const auto history = channelHistory(dataset(), s, QStringLiteral("flow"));
    VERIFY_OK(history);
    QVERIFY(std::isnan((*history)->row(1)[1]));
    QCOMPARE((*history)->row(0)[1], 12.0F);
}

void tst_ChannelHistory::tiesFollowTheChosenSites()
{
    Dataset d = dataset();
    d.sites.resize(3);
    d.sites[2].code = QStringLiteral("c");
    d.sites[2].position = LonLat{10.0, 56.0};
    d.ties = {{SiteId(0), SiteId(2), 1.0F}, {SiteId(2), SiteId(0), 2.0F},
        {SiteId(1), SiteId(2), 3.0F}, {SiteId(0), SiteId(0), 4.0F}};
    const Series s({0, kMsPerHour, 2}, 3, {{QStringLiteral("speed"), {}}});
    const QString c = QStringLiteral("c");
    const auto history = channelHistory(d, s, QStringLiteral("speed"), {c, QStringLiteral("a")});
    VERIFY_OK(history);
    const std::vector<SiteTie> &ties = (*history)->ties;
    QCOMPARE(ties.size(), std::size_t(3)); // b is left out, and its tie with it
    QVERIFY(ties[0].from == SiteId(1) && ties[0].to == SiteId(0) && ties[0].weight == 1.0F);
    QVERIFY(ties[1].from == SiteId(0) && ties[1].to == SiteId(1) && ties[1].weight == 2.0F);
    QVERIFY(ties[2].from == SiteId(1) && ties[2].to == SiteId(1) && ties[2].weight == 4.0F);
    QVERIFY((*history)->sites[0].position == (LonLat{10.0, 56.0}));
    QVERIFY(!(*history)->sites[1].position);

    const auto whole = channelHistory(d, s, QStringLiteral("speed"));
    VERIFY_OK(whole);
    QCOMPARE((*whole)->ties.size(), d.ties.size());
    QVERIFY((*whole)->ties[2].from == SiteId(1) && (*whole)->ties[2].to == SiteId(2));
}

void tst_ChannelHistory::companions()
{
    Series s({0, kMsPerHour, 2}, 2,
        {{QStringLiteral("no2"), {}}, {QStringLiteral("pm10"), {}},
            {QStringLiteral("wind"), QStringLiteral("m/s")}});
    for (std::size_t i = 0; i < s.values.size(); ++i)
        s.values[i] = static_cast<float>(i); // ((step * 2) + site) * 3 + channel
    const auto history = channelHistory(
        dataset(), s, QStringLiteral("pm10"), {QStringLiteral("b"), QStringLiteral("a")});
    VERIFY_OK(history);
    QCOMPARE((*history)->values, (std::vector<float>{4, 1, 10, 7}));
    const auto &companions = (*history)->companions;
    QCOMPARE(companions.size(), std::size_t(2));
    QCOMPARE(companions[0]->channel.key, QStringLiteral("no2"));
    QCOMPARE(companions[0]->values, (std::vector<float>{3, 0, 9, 6}));
    QCOMPARE(companions[1]->channel.unit, QStringLiteral("m/s"));
    QCOMPARE(companions[1]->values, (std::vector<float>{5, 2, 11, 8}));
    for (const auto &companion : companions) {
        QVERIFY(companion->axis == s.axis);
        QCOMPARE(companion->siteCodes, (*history)->siteCodes);
        QCOMPARE(companion->minuteOfWeek, (*history)->minuteOfWeek);
        QVERIFY(companion->companions.empty());
    }

    const Series single({0, kMsPerHour, 2}, 2, {{QStringLiteral("no2"), {}}});
    const auto alone = channelHistory(dataset(), single, QStringLiteral("no2"));
    VERIFY_OK(alone);
    QVERIFY((*alone)->companions.empty());
}

void tst_ChannelHistory::holidays_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("firstStep");
    QTest::addColumn<int>("steps");
    // Hours from 2016-03-12T00:00Z; the holiday is 13 March, the day on which the clocks of
    // Chicago go forward, so that its day there has 23 hours.
    QTest::newRow("UTC") << QStringLiteral("UTC") << 24 << 24;
    QTest::newRow("behind") << QStringLiteral("America/Chicago") << 30 << 23;
    QTest::newRow("ahead") << QStringLiteral("Pacific/Kiritimati") << 10 << 24;
    QTest::newRow("half an hour") << QStringLiteral("Asia/Kolkata") << 19 << 24;
}

void tst_ChannelHistory::holidays()
{
    QFETCH(const QString, zone);
    QFETCH(const int, firstStep);
    QFETCH(const int, steps);
    constexpr int kThirteenthMarch2016 = 16873;
    Dataset d = dataset();
    d.zone = QTimeZone(zone.toUtf8());
    const Series s({1457740800000, kMsPerHour, 60}, 2, {{QStringLiteral("flow"), {}}});
    const auto history = channelHistory(
        d, s, QStringLiteral("flow"), {}, {20000, kThirteenthMarch2016, 3, kThirteenthMarch2016});
    VERIFY_OK(history);
    QCOMPARE((*history)->holidays, (std::vector<int>{3, kThirteenthMarch2016, 20000}));
    for (int step = 0; step < s.axis.count; ++step)
        QCOMPARE((*history)->isHoliday(step), step >= firstStep && step < firstStep + steps);
    QVERIFY((*history)->isHoliday(
        firstStep + (20000 - kThirteenthMarch2016) * 24 + 12)); // where forecasts lie

    const auto plain = channelHistory(d, s, QStringLiteral("flow"));
    VERIFY_OK(plain);
    QVERIFY(!(*plain)->isHoliday(firstStep));
    QCOMPARE((*plain)->minuteOfWeek, (*history)->minuteOfWeek);
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
