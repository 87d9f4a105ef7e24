// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/data_hash.h"

#include "support/scripted_forecaster.h"

#include <QTest>

#include <bit>
#include <functional>

using namespace belvedere;

using Change = std::function<void(ChannelHistory &)>;
Q_DECLARE_METATYPE(Change)

class tst_DataHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswer();
    void everythingCounts_data();
    void everythingCounts();
    void namesDoNotCount();
    void companionsCount();
    void allNansAreEqual();
};

static std::shared_ptr<ChannelHistory> sample()
{
    return test::historyOf(40, 3, [](int step, int site) { return step * 3 + site; });
}

// By another implementation of SHA-256 over the bytes that the header promises.
void tst_DataHash::knownAnswer()
{
    ChannelHistory history;
    history.channel = {QStringLiteral("speed"), QStringLiteral("mph")};
    history.axis = {1000, 300000, 2};
    history.siteCodes = {QStringLiteral("a")};
    history.values = {1.5F, kMissing};
    QCOMPARE(dataHash(history),
        QStringLiteral("287cdb4f85f24899dafcebf9a85df063ab72ec2e5276fed2d549763f42ccf909"));
}

void tst_DataHash::everythingCounts_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("start") << Change([](ChannelHistory &h) { h.axis.start += 1; });
    QTest::newRow("step") << Change([](ChannelHistory &h) { h.axis.stepMs *= 2; });
    QTest::newRow("zone") << Change([](ChannelHistory &h) { h.zone = QTimeZone(3600); });
    QTest::newRow("channel") << Change(
        [](ChannelHistory &h) { h.channel.key = QStringLiteral("flow"); });
    QTest::newRow("unit") << Change(
        [](ChannelHistory &h) { h.channel.unit = QStringLiteral("mph"); });
    QTest::newRow("siteOrder") << Change(
        [](ChannelHistory &h) { std::swap(h.siteCodes[0], h.siteCodes[1]); });
    QTest::newRow("siteBorders") << Change([](ChannelHistory &h) {
        h.siteCodes = {QStringLiteral("s0s"), QStringLiteral("1"), QStringLiteral("s2")};
    });
    QTest::newRow("oneBit") << Change(
        [](ChannelHistory &h) { h.values[50] = std::nextafter(h.values[50], 1e9F); });
    QTest::newRow("missing") << Change([](ChannelHistory &h) { h.values[0] = kMissing; });
    QTest::newRow("swappedValues")
        << Change([](ChannelHistory &h) { std::swap(h.values[7], h.values[8]); });
    QTest::newRow("position") << Change([](ChannelHistory &h) {
        h.sites.resize(3);
        h.sites[1].position = LonLat{0.0, 0.0};
    });
    QTest::newRow("path") << Change([](ChannelHistory &h) {
        h.sites.resize(3);
        h.sites[2].path = {{0.0, 0.0}, {0.0, 1.0}};
    });
    QTest::newRow("tie") << Change([](ChannelHistory &h) {
        h.ties = {{SiteId(0), SiteId(1), 0.0F}};
    });
    QTest::newRow("holiday") << Change([](ChannelHistory &h) { h.holidays = {0}; });
    QTest::newRow("companion") << Change(
        [](ChannelHistory &h) { h.companions = {std::make_shared<ChannelHistory>(h)}; });
}

/// What a model cannot learn from, or what is not there, changes nothing: runs that were made
/// before histories held more keep the hash of their data.
void tst_DataHash::namesDoNotCount()
{
    const auto history = sample();
    const QString before = dataHash(*history);
    history->sites.resize(3);
    history->sites[0].code = history->siteCodes[0];
    history->sites[0].name = QStringLiteral("Main street");
    history->sites[0].link = LinkId(7);
    QCOMPARE(dataHash(*history), before);
}

void tst_DataHash::companionsCount()
{
    const auto with = [](const char *key, const char *unit, float value) {
        const auto history = sample();
        auto companion = std::make_shared<ChannelHistory>(*history);
        companion->channel = {QString::fromLatin1(key), QString::fromLatin1(unit)};
        companion->values[3] = value;
        history->companions = {std::move(companion)};
        return dataHash(*history);
    };
    const QString before = with("rain", "mm", 1.0F);
    QCOMPARE(with("rain", "mm", 1.0F), before);
    QVERIFY(with("snow", "mm", 1.0F) != before);
    QVERIFY(with("rain", "in", 1.0F) != before);
    QVERIFY(with("rain", "mm", 2.0F) != before);
}

void tst_DataHash::everythingCounts()
{
    QFETCH(const Change, change);
    const auto history = sample();
    const QString before = dataHash(*history);
    QCOMPARE(before.size(), 64);
    QCOMPARE(dataHash(*sample()), before);
    change(*history);
    QVERIFY(dataHash(*history) != before);
}

void tst_DataHash::allNansAreEqual()
{
    const auto history = sample();
    history->values[4] = kMissing;
    const QString before = dataHash(*history);
    history->values[4] = std::bit_cast<float>(0xffc12345U);
    QVERIFY(std::isnan(history->values[4]));
    QCOMPARE(dataHash(*history), before);
}

QTEST_GUILESS_MAIN(tst_DataHash)
#include "tst_data_hash.moc"
