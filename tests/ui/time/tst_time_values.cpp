// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "time/axis_ticks.h"
#include "time/data_availability.h"
#include "time/event_timeline.h"
#include "time/time_presets.h"
#include "time/time_view.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

UtcMs at(const char *text, const QTimeZone &zone)
{
    return *parseTime(QString::fromLatin1(text), zone);
}

const QTimeZone &copenhagen()
{
    static const QTimeZone zone("Europe/Copenhagen");
    return zone;
}

} // namespace

class tst_TimeValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void histogramCountsEachEventOnce();
    void eventsAreFoundInOrder();
    void availabilityIsAMean();
    void overlapping_data();
    void overlapping();
    void windowsEndToEndCountEventsOnce();
    void presets_data();
    void presets();
    void ticksStandOnRoundLocalTimes_data();
    void ticksStandOnRoundLocalTimes();
    void ticksOnDaysOfClockChange();
    void viewKeepsTheAnchor();
    void viewRollsWithNow();
    void viewRevealsTheInstant();
};

void tst_TimeValues::histogramCountsEachEventOnce()
{
    Random random(11);
    std::vector<TimeEvent> events;
    for (int i = 0; i < 20'000; ++i)
        events.push_back({UtcMs(random.below(1'000'000)), int(random.below(7)) - 1});
    const EventTimeline timeline(events);
    std::vector<UtcMs> edges{100'000};
    while (edges.back() < 900'000)
        edges.push_back(edges.back() + UtcMs(random.below(5'000)));
    const auto bins = timeline.histogram(edges);
    QCOMPARE(bins.size(), edges.size() - 1);
    // By brute force, bin by bin.
    std::vector<EventTimeline::Counts> expected(bins.size(), EventTimeline::Counts{});
    for (const TimeEvent &event : events) {
        const auto it = std::upper_bound(edges.begin(), edges.end(), event.from);
        if (it == edges.begin() || it == edges.end())
            continue;
        const int rank = event.priority >= 1 && event.priority <= 4 ? event.priority : 0;
        ++expected[std::size_t(it - edges.begin() - 1)][std::size_t(rank)];
    }
    QVERIFY(bins == expected);
    int sum = 0;
    for (const auto &bin : bins)
        sum += total(bin);
    QCOMPARE(sum, total(timeline.count(edges.front(), edges.back())));
    QCOMPARE(total(timeline.count(0, 1'000'000)), 20'000);
    QCOMPARE(EventTimeline().histogram({1, 2, 3}).size(), std::size_t(2));
    QVERIFY(EventTimeline().histogram({}).empty());
}

void tst_TimeValues::eventsAreFoundInOrder()
{
    const EventTimeline timeline({{30}, {10}, {20}, {20}});
    QCOMPARE(timeline.next(0), std::optional<UtcMs>(10));
    QCOMPARE(timeline.next(10), std::optional<UtcMs>(20));
    QCOMPARE(timeline.next(20), std::optional<UtcMs>(30));
    QVERIFY(!timeline.next(30));
    QCOMPARE(timeline.previous(30), std::optional<UtcMs>(20));
    QVERIFY(!timeline.previous(10));
}

void tst_TimeValues::availabilityIsAMean()
{
    const DataAvailability data(1000, 100, {1.0F, 0.0F, 0.5F, 1.0F});
    QCOMPARE(data.range(), (TimeRange{1000, 1400}));
    QCOMPARE(data.share(1000, 1400), 0.625);
    QCOMPARE(data.share(1000, 1200), 0.5);
    QCOMPARE(data.share(1050, 1150), 0.5);
    QCOMPARE(data.share(1110, 1120), 0.0); // within a step the step tells
    QCOMPARE(data.share(1310, 1311), 1.0);
    QCOMPARE(data.share(800, 1200), 0.25); // half of it lies before the series
    QCOMPARE(data.share(0, 500), 0.0);
    QCOMPARE(data.share(1500, 1600), 0.0);
    QCOMPARE(DataAvailability().share(0, 100), 0.0);
}

void tst_TimeValues::overlapping_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<UtcMs>("from");
    QTest::addColumn<UtcMs>("to");
    QTest::addColumn<bool>("expected");
    // The instant is 1000, the step 100, the window (600, 1000].
    const int instant = int(TimeMode::Instant);
    const int window = int(TimeMode::Window);
    QTest::newRow("instant, running") << instant << UtcMs(900) << UtcMs(1100) << true;
    QTest::newRow("instant, begins now") << instant << UtcMs(1000) << UtcMs(1100) << true;
    QTest::newRow("instant, has just ended") << instant << UtcMs(900) << UtcMs(1000) << false;
    QTest::newRow("instant, begins later") << instant << UtcMs(1001) << UtcMs(1100) << false;
    QTest::newRow("instant, still going") << instant << UtcMs(-5) << kStillGoing << true;
    QTest::newRow("instant, moment now") << instant << UtcMs(1000) << UtcMs(1000) << true;
    QTest::newRow("instant, moment in step") << instant << UtcMs(901) << UtcMs(901) << true;
    QTest::newRow("instant, moment before") << instant << UtcMs(900) << UtcMs(900) << false;
    QTest::newRow("window, spans it") << window << UtcMs(0) << UtcMs(5000) << true;
    QTest::newRow("window, ends in it") << window << UtcMs(0) << UtcMs(601) << true;
    QTest::newRow("window, ends before") << window << UtcMs(0) << UtcMs(600) << false;
    QTest::newRow("window, begins at end") << window << UtcMs(1000) << UtcMs(1001) << true;
    QTest::newRow("window, begins after") << window << UtcMs(1001) << kStillGoing << false;
    QTest::newRow("window, moment at start") << window << UtcMs(600) << UtcMs(600) << false;
    QTest::newRow("window, moment at end") << window << UtcMs(1000) << UtcMs(1000) << true;
}

void tst_TimeValues::overlapping()
{
    QFETCH(int, mode);
    QFETCH(UtcMs, from);
    QFETCH(UtcMs, to);
    QFETCH(bool, expected);
    TimeContext context;
    context.mode = TimeMode(mode);
    context.current = context.to = 1000;
    context.from = context.mode == TimeMode::Window ? 600 : 1000;
    context.stepMs = 100;
    QCOMPARE(overlaps(context, from, to), expected);
}

void tst_TimeValues::windowsEndToEndCountEventsOnce()
{
    Random random(3);
    for (int i = 0; i < 500; ++i) {
        const auto moment = UtcMs(random.below(10'000));
        int seen = 0;
        for (UtcMs end = -400; end <= 11'000; end += 400) {
            TimeContext context;
            context.mode = TimeMode::Window;
            context.from = end - 400;
            context.current = context.to = end;
            seen += overlaps(context, moment, moment) ? 1 : 0;
        }
        QCOMPARE(seen, 1);
    }
}

void tst_TimeValues::presets_data()
{
    using Kind = TimePreset::Kind;
    using Unit = TimePreset::Unit;
    QTest::addColumn<TimePreset>("preset");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, TimePreset preset, const char *from, const char *to) {
        QTest::newRow(name) << preset << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    // Now is Sunday 2016-03-27 15:20 in Copenhagen; that day has 23 hours.
    row("last 12 h", {Kind::Last, Unit::Hour, 12}, "2016-03-27T01:20:00Z", "2016-03-27T13:20:00Z");
    row("last 7 days", {Kind::Last, Unit::Day, 7}, "2016-03-20T13:20:00Z", "2016-03-27T13:20:00Z");
    row("last month", {Kind::Last, Unit::Month, 1}, "2016-02-27T14:20:00Z", "2016-03-27T13:20:00Z");
    row("this hour", {Kind::This, Unit::Hour}, "2016-03-27T13:00:00Z", "2016-03-27T14:00:00Z");
    row("previous hour", {Kind::Previous, Unit::Hour}, "2016-03-27T12:00:00Z",
        "2016-03-27T13:00:00Z");
    row("today", {Kind::This, Unit::Day}, "2016-03-26T23:00:00Z", "2016-03-27T22:00:00Z");
    row("yesterday", {Kind::Previous, Unit::Day}, "2016-03-25T23:00:00Z", "2016-03-26T23:00:00Z");
    row("this week", {Kind::This, Unit::Week}, "2016-03-20T23:00:00Z", "2016-03-27T22:00:00Z");
    row("previous week", {Kind::Previous, Unit::Week}, "2016-03-13T23:00:00Z",
        "2016-03-20T23:00:00Z");
    row("this month", {Kind::This, Unit::Month}, "2016-02-29T23:00:00Z", "2016-03-31T22:00:00Z");
    row("previous month", {Kind::Previous, Unit::Month}, "2016-01-31T23:00:00Z",
        "2016-02-29T23:00:00Z");
    row("this year", {Kind::This, Unit::Year}, "2015-12-31T23:00:00Z", "2016-12-31T23:00:00Z");
    row("previous year", {Kind::Previous, Unit::Year}, "2014-12-31T23:00:00Z",
        "2015-12-31T23:00:00Z");
}

void tst_TimeValues::presets()
{
    QFETCH(TimePreset, preset);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const TimeRange range = rangeOf(preset, at("2016-03-27 15:20", copenhagen()), copenhagen());
    QCOMPARE(formatUtc(range.from), from);
    QCOMPARE(formatUtc(range.to), to);
    QVERIFY(!nameOf(preset).isEmpty());
}

void tst_TimeValues::ticksStandOnRoundLocalTimes_data()
{
    QTest::addColumn<QByteArray>("zoneId");
    for (const char *id : {"Europe/Copenhagen", "America/Los_Angeles", "Asia/Shanghai",
             "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"})
        QTest::newRow(id) << QByteArray(id);
}

void tst_TimeValues::ticksStandOnRoundLocalTimes()
{
    QFETCH(QByteArray, zoneId);
    const QTimeZone zone(zoneId);
    Random random(9);
    for (int i = 0; i < 400; ++i) {
        const auto from = UtcMs(1'300'000'000'000) + UtcMs(random.below(200'000'000)) * 1000;
        const auto length = UtcMs(std::exp(random.uniform(std::log(3.6e6), std::log(3e12))));
        const int most = 4 + int(random.below(30));
        const auto ticks = axisTicks({from, from + length}, zone, most);
        QVERIFY(int(ticks.size()) <= most + 4); // an hour that comes twice, short months
        for (std::size_t k = 0; k < ticks.size(); ++k) {
            QVERIFY(ticks[k].time >= from && ticks[k].time <= from + length);
            QVERIFY(k == 0 || ticks[k].time > ticks[k - 1].time);
            QVERIFY(!ticks[k].label.isEmpty());
            const QTime local = QDateTime::fromMSecsSinceEpoch(ticks[k].time, zone).time();
            QCOMPARE(local.second(), 0);
            if (length > 40 * kMsPerDay && zoneId != "Australia/Lord_Howe")
                QCOMPARE(local, QTime(0, 0));
        }
        if (most >= 10)
            QVERIFY(ticks.size() >= 2);
    }
}

void tst_TimeValues::ticksOnDaysOfClockChange()
{
    const auto hours = [](const char *day) {
        const UtcMs from = at(day, copenhagen());
        const UtcMs to = startOfDay(from + 30 * kMsPerHour, copenhagen());
        return axisTicks({from, to}, copenhagen(), 30).size();
    };
    QCOMPARE(hours("2016-03-27"), std::size_t(24)); // 23 hours and both midnights
    QCOMPARE(hours("2016-10-30"), std::size_t(26));
    QCOMPARE(hours("2016-06-01"), std::size_t(25));
    // Every three hours: the one that is skipped does not shift the others.
    const UtcMs from = at("2016-03-27", copenhagen());
    for (const AxisTick &tick : axisTicks({from, from + kMsPerDay}, copenhagen(), 9))
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(tick.time, copenhagen()).time().hour() % 3, 0);
}

void tst_TimeValues::viewKeepsTheAnchor()
{
    Random random(17);
    TimeView view;
    view.show({0, 12 * kMsPerHour}, kMsPerDay);
    for (int i = 0; i < 500; ++i) {
        const TimeRange before = view.range();
        const double share = random.uniform();
        const auto anchor = before.from + UtcMs(share * double(before.length()));
        view.zoom(std::exp(random.uniform(-1.5, 1.5)), anchor, kMsPerDay);
        QVERIFY(view.length() >= TimeView::kShortestMs && view.length() <= TimeView::kLongestMs);
        const double after = double(anchor - view.range().from) / double(view.length());
        QVERIFY(std::abs(after - double(anchor - before.from) / double(before.length())) < 1e-6);
        QCOMPARE(view.rolls(), view.range().contains(kMsPerDay));
    }
    const TimeRange before = view.range();
    for (const double bad : {0.0, -1.0, qQNaN(), qInf()})
        view.zoom(bad, 0, 0);
    QCOMPARE(view.range(), before);
}

void tst_TimeValues::viewRollsWithNow()
{
    TimeView view;
    view.show({0, 10 * kMsPerHour}, 8 * kMsPerHour);
    QVERIFY(view.rolls());
    view.roll(8 * kMsPerHour, 9 * kMsPerHour, 9 * kMsPerHour);
    QCOMPARE(view.range(), (TimeRange{kMsPerHour, 11 * kMsPerHour}));
    // An instant that would be pushed out holds the view back.
    view.roll(9 * kMsPerHour, 10 * kMsPerHour, kMsPerHour + 1);
    QCOMPARE(view.range(), (TimeRange{kMsPerHour, 11 * kMsPerHour}));
    view.pan(-20 * kMsPerHour, {-100 * kMsPerHour, 10 * kMsPerHour}, 10 * kMsPerHour);
    QVERIFY(!view.rolls());
    const TimeRange past = view.range();
    view.roll(10 * kMsPerHour, 11 * kMsPerHour, 0);
    QCOMPARE(view.range(), past);
    view.pan(-1000 * kMsPerHour, {-100 * kMsPerHour, 10 * kMsPerHour}, 0);
    QCOMPARE(view.range().from + view.length() / 2, -100 * kMsPerHour);
}

void tst_TimeValues::viewRevealsTheInstant()
{
    TimeView view;
    view.show({0, 10 * kMsPerHour}, 0);
    QVERIFY(!view.reveal(5 * kMsPerHour, 0.1, 0));
    QVERIFY(view.reveal(11 * kMsPerHour, 0.1, 0));
    QCOMPARE(view.range(), (TimeRange{2 * kMsPerHour, 12 * kMsPerHour}));
    QVERIFY(view.reveal(1000 * kMsPerHour, 0.1, 0));
    QCOMPARE(view.range(), (TimeRange{995 * kMsPerHour, 1005 * kMsPerHour}));
}

QTEST_GUILESS_MAIN(tst_TimeValues)
#include "tst_time_values.moc"
