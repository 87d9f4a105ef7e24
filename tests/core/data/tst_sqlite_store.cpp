// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "data/store/sqlite_store.h"
#include "support/series_text.h"
#include "support/verify_ok.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;

Q_DECLARE_METATYPE(belvedere::Errc)
Q_DECLARE_METATYPE(belvedere::Dataset)
Q_DECLARE_METATYPE(belvedere::Series)

class tst_SqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_dir = std::make_unique<QTemporaryDir>();
        m_city = m_dir->filePath(QStringLiteral("a.city"));
        CityInfo info;
        info.name = QStringLiteral("Testville");
        auto store = SqliteStore::openOrCreate(m_city, info);
        VERIFY_OK(store);
        m_store = *store;
    }

    void merge_data()
    {
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QStringList>("second");
        QTest::addColumn<int>("shift"); // steps
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("replaced");
        using L = QStringList;
        const auto s = [](const char *t) { return QString::fromLatin1(t); };
        QTest::newRow("same again") << L{s("1 2"), s("3 _")} << L{s("1 2"), s("3 _")} << 0
                                    << L{s("1 2"), s("3 _")} << 0 << 0;
        QTest::newRow("present replaces")
            << L{s("1 2")} << L{s("5 2")} << 0 << L{s("5 2")} << 0 << 1;
        QTest::newRow("missing never replaces")
            << L{s("1 2")} << L{s("_ _")} << 0 << L{s("1 2")} << 0 << 0;
        QTest::newRow("fills a hole") << L{s("1 _")} << L{s("_ 2")} << 0 << L{s("1 2")} << 1 << 0;
        QTest::newRow("grows forward")
            << L{s("1 2")} << L{s("3 4")} << 2 << L{s("1 2"), s("_ _"), s("3 4")} << 2 << 0;
        QTest::newRow("grows backward")
            << L{s("1 2")} << L{s("3 4")} << -1 << L{s("3 4"), s("1 2")} << 2 << 0;
        QTest::newRow("zero is a value")
            << L{s("0 1")} << L{s("1 0")} << 0 << L{s("1 0")} << 0 << 2;
    }
    void merge()
    {
        QFETCH(const QStringList, first);
        QFETCH(const QStringList, second);
        QFETCH(const int, shift);
        const Dataset dataset = datasetOf({QStringLiteral("a"), QStringLiteral("b")});
        VERIFY_OK(m_store->writeSeries(dataset, seriesOf(first)));
        const auto written =
            m_store->writeSeries(dataset, seriesOf(second, kStart + shift * 5 * kMsPerMinute));
        VERIFY_OK(written);
        QTEST(int(written->added), "added");
        QTEST(int(written->replaced), "replaced");
        const auto series = m_store->series(dataset.name);
        VERIFY_OK(series);
        QTEST(textOf(**series), "expected");
        const auto stored = m_store->dataset(dataset.name);
        VERIFY_OK(stored);
        QVERIFY(stored->axis == (*series)->axis);
        qsizetype missing = textOf(**series).join(QLatin1Char(' ')).count(QLatin1Char('_'));
        QCOMPARE(stored->missingShare, double(missing) / double((*series)->size()));
    }

    void cityInfoRoundTrip();
    void groundRoundTrip();
    void datasetRoundTrip();
    void appendsSitesAndChannels();
    void mergesSiteDescriptionsAndTies();
    void randomMergesMatchMemory();
    void refusesMismatch_data();
    void refusesMismatch();
    void ranges_data();
    void ranges();
    void removesDataset();
    void incidentsRoundTrip();
    void documentsRoundTrip();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_city;
    std::shared_ptr<Store> m_store;
};

void tst_SqliteStore::cityInfoRoundTrip()
{
    const auto made = m_store->cityInfo();
    VERIFY_OK(made);
    QCOMPARE(made->name, QStringLiteral("Testville"));
    QVERIFY(!made->centre);
    CityInfo info;
    info.name = QStringLiteral("Århus \"Ø\" 市");
    info.zone = QTimeZone("Europe/Copenhagen");
    info.centre = LonLat{10.203921, 56.162939};
    info.simulated = true;
    info.seed = 0xfedcba9876543210ULL;
    VERIFY_OK(m_store->setCityInfo(info));
    const auto back = m_store->cityInfo();
    VERIFY_OK(back);
    QCOMPARE(back->name, info.name);
    QCOMPARE(back->zone.id(), info.zone.id());
    QVERIFY(back->centre == info.centre);
    QCOMPARE(back->simulated, true);
    QCOMPARE(back->seed, info.seed);
    info.centre.reset();
    VERIFY_OK(m_store->setCityInfo(info));
    QVERIFY(!m_store->cityInfo()->centre);
}

void tst_SqliteStore::groundRoundTrip()
{
    Link link;
    link.from = NodeId(0);
    link.to = NodeId(1);
    link.roadClass = RoadClass::Secondary;
    link.lanes = 2;
    link.lengthM = 123.456;
    link.freeSpeedKmh = 70.0;
    link.capacityVehH = 1800.0;
    link.shape = {{1.0, 2.0}, {1.5, 2.5}, {3.0, 4.0}};
    Link back = link;
    std::swap(back.from, back.to);
    back.name = QStringLiteral("Ringgaden");
    auto network = RoadNetwork::make({{1.0, 2.0}, {3.0, 4.0}}, {link, back});
    VERIFY_OK(network);
    Backdrop backdrop;
    backdrop.areas.add(
        AreaKind::Water, std::vector<FixedLonLat>{{0, 0}, {10000000, 0}, {10000000, 10000000}});
    backdrop.areas.add(AreaKind::Green, {});
    backdrop.places = {{QStringLiteral("Midtbyen"), {10.2, 56.1}, 1, PlaceKind::Quarter, 0}};
    for (int twice = 0; twice < 2; ++twice)
        VERIFY_OK(m_store->setGround(*network, backdrop));
    const auto stored = m_store->roadNetwork();
    VERIFY_OK(stored);
    QVERIFY((*stored)->nodes() == network->nodes());
    QCOMPARE((*stored)->links().size(), std::size_t(2));
    const Link &first = (*stored)->links()[0];
    QVERIFY(first.from == link.from && first.to == link.to && first.roadClass == link.roadClass);
    QVERIFY(first.shape == link.shape);
    QCOMPARE(first.lanes, 2);
    QCOMPARE(first.lengthM, 123.456);
    QCOMPARE(first.freeSpeedKmh, 70.0);
    QCOMPARE(first.capacityVehH, 1800.0);
    QCOMPARE((*stored)->links()[1].name, back.name);
    const auto ground = m_store->backdrop();
    VERIFY_OK(ground);
    QVERIFY((*ground)->areas == backdrop.areas);
    QCOMPARE((*ground)->places[0].name, QStringLiteral("Midtbyen"));
    QCOMPARE((*ground)->places[0].rank, 1);
}

void tst_SqliteStore::datasetRoundTrip()
{
    Dataset dataset = datasetOf({QStringLiteral("a"), QStringLiteral("b")});
    dataset.zone = QTimeZone("UTC-08:00");
    dataset.simulated = true;
    dataset.sites[0].name = QStringLiteral("North");
    dataset.sites[0].position = LonLat{-118.25, 34.05};
    dataset.sites[0].path = {{-118.25, 34.05}, {-118.26, 34.06}};
    dataset.sites[1].link = LinkId(7);
    dataset.ties = {{SiteId(0), SiteId(1), 0.25F}};
    Series series({kStart, kMsPerHour, 3}, 2, {kSpeed, kFlow});
    series.set(0, SiteId(0), 0, 1.5F);
    series.set(1, SiteId(1), 1, -0.0F, Quality::Imputed);
    series.set(2, SiteId(1), 0, 1e-30F, Quality::Stale);
    series.set(2, SiteId(0), 1, 3e38F, Quality::Suspect);
    const auto written = m_store->writeSeries(dataset, series);
    VERIFY_OK(written);
    QCOMPARE(written->added, 4);
    const auto back = m_store->series(dataset.name);
    VERIFY_OK(back);
    QVERIFY((*back)->axis == series.axis);
    QVERIFY((*back)->channels == series.channels);
    QVERIFY((*back)->quality == series.quality);
    for (std::size_t i = 0; i < series.size(); ++i) {
        const float is = (*back)->values[i];
        QVERIFY(std::isnan(series.values[i]) ? std::isnan(is) : is == series.values[i]);
    }
    const auto all = m_store->datasets();
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(1));
    const Dataset &stored = all->front();
    QCOMPARE(stored.domain, dataset.domain);
    QCOMPARE(stored.source, dataset.source);
    QCOMPARE(stored.simulated, true);
    QCOMPARE(stored.zone.id(), QByteArray("UTC-08:00"));
    QVERIFY(stored.sites[0].position == dataset.sites[0].position);
    QVERIFY(stored.sites[0].path == dataset.sites[0].path);
    QCOMPARE(stored.sites[0].name, QStringLiteral("North"));
    QVERIFY(!stored.sites[1].position);
    QCOMPARE(stored.sites[1].link.value, 7);
    QVERIFY(!stored.sites[0].link.valid());
    QCOMPARE(stored.ties.size(), std::size_t(1));
    QCOMPARE(stored.ties[0].weight, 0.25F);
    QCOMPARE(stored.missingShare, 8.0 / 12.0);
}

void tst_SqliteStore::appendsSitesAndChannels()
{
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const auto row = [](const char *text) { return QStringList{QString::fromLatin1(text)}; };
    VERIFY_OK(m_store->writeSeries(datasetOf({a}), seriesOf(row("1"))));
    VERIFY_OK(m_store->writeSeries(datasetOf({b, a}), seriesOf(row("2 _"))));
    VERIFY_OK(m_store->writeSeries(datasetOf({b}), seriesOf(row("7"), kStart, kFlow)));
    const auto series = m_store->series(QStringLiteral("speeds"));
    VERIFY_OK(series);
    QCOMPARE(textOf(**series), row("1/_ 2/7"));
    // A block that was written before the channel existed and is not touched by it.
    VERIFY_OK(
        m_store->writeSeries(datasetOf({b}), seriesOf(row("9"), kStart + 100 * kMsPerDay, kFlow)));
    const auto far = m_store->series(QStringLiteral("speeds"), {kStart, kStart + 1});
    VERIFY_OK(far);
    QCOMPARE(textOf(**far), row("1/_ 2/7"));
}

void tst_SqliteStore::mergesSiteDescriptionsAndTies()
{
    Dataset first = datasetOf({QStringLiteral("a"), QStringLiteral("b")});
    first.sites[0].position = LonLat{1.0, 2.0};
    first.sites[0].name = QStringLiteral("old");
    first.ties = {{SiteId(0), SiteId(1), 1.0F}, {SiteId(1), SiteId(0), 2.0F}};
    VERIFY_OK(m_store->writeSeries(first, seriesOf({QStringLiteral("1 2")})));
    Dataset second = datasetOf({QStringLiteral("b"), QStringLiteral("a")});
    second.source = QStringLiteral("another file");
    second.sites[1].name = QStringLiteral("new");
    second.ties = {{SiteId(1), SiteId(0), 5.0F}}; // a to b
    VERIFY_OK(m_store->writeSeries(second, {})); // no series: a sensor list
    const auto stored = m_store->dataset(first.name);
    VERIFY_OK(stored);
    QCOMPARE(stored->sites[0].name, QStringLiteral("new"));
    QVERIFY(stored->sites[0].position == first.sites[0].position);
    QCOMPARE(stored->ties.size(), std::size_t(2));
    QCOMPARE(stored->ties[0].weight, 5.0F);
    QCOMPARE(stored->ties[1].weight, 2.0F);
    QCOMPARE(stored->source, QStringLiteral("a test; another file"));
    QCOMPARE(stored->axis.count, 1);
}

/// Many random pieces, some before 1970, laid over each other as a plain array would.
void tst_SqliteStore::randomMergesMatchMemory()
{
    constexpr int kSteps = 1500;
    constexpr int kSites = 3;
    const UtcMs origin = -700 * 5 * kMsPerMinute;
    const Dataset dataset =
        datasetOf({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    Series expected({origin, 5 * kMsPerMinute, kSteps}, kSites, {kSpeed});
    qint64 added = 0;
    Random random(42);
    for (int round = 0; round < 25; ++round) {
        const int start = round == 0 ? 0 : int(random.below(kSteps - 1));
        const int count =
            round == 0 ? kSteps : 1 + int(random.below(std::uint64_t(kSteps - start)));
        Series piece(
            {origin + start * 5 * kMsPerMinute, 5 * kMsPerMinute, count}, kSites, {kSpeed});
        for (int step = 0; step < count; ++step) {
            for (int site = 0; site < kSites; ++site) {
                if (random.uniform() < 0.7)
                    continue;
                const auto value = float(random.below(5));
                piece.set(step, SiteId(site), 0, value);
                expected.set(start + step, SiteId(site), 0, value);
            }
        }
        const auto written = m_store->writeSeries(dataset, piece);
        VERIFY_OK(written);
        added += written->added;
    }
    const auto stored = m_store->series(dataset.name);
    VERIFY_OK(stored);
    QCOMPARE(textOf(**stored), textOf(expected));
    QCOMPARE(added,
        qint64(expected.size())
            - std::count(expected.quality.begin(), expected.quality.end(), Quality::Missing));
}

void tst_SqliteStore::refusesMismatch_data()
{
    QTest::addColumn<Dataset>("dataset");
    QTest::addColumn<Series>("series");
    QTest::addColumn<Errc>("code");
    const QStringList row = {QStringLiteral("1")};
    const Dataset a = datasetOf({QStringLiteral("a")});
    QTest::newRow("other step") << a << seriesOf(row, kStart, kSpeed, kMsPerHour) << Errc::Shape;
    QTest::newRow("between the steps") << a << seriesOf(row, kStart + 1000) << Errc::Shape;
    QTest::newRow("other unit") << a
                                << seriesOf(row, kStart,
                                       {QStringLiteral("speed"), QStringLiteral("mph")})
                                << Errc::Usage;
    QTest::newRow("other width") << a << seriesOf({QStringLiteral("1 2")}) << Errc::Shape;
    QTest::newRow("site twice") << datasetOf({QStringLiteral("a"), QStringLiteral("a")})
                                << seriesOf({QStringLiteral("1 2")}) << Errc::Usage;
    QTest::newRow("a thousand years later")
        << a << seriesOf(row, kStart + 365250 * kMsPerDay) << Errc::Shape;
    Dataset nameless = a;
    nameless.name.clear();
    QTest::newRow("no name") << nameless << seriesOf(row) << Errc::Usage;
    Dataset tied = a;
    tied.ties = {{SiteId(0), SiteId(1), 1.0F}};
    QTest::newRow("tie to nowhere") << tied << seriesOf(row) << Errc::Shape;
}

void tst_SqliteStore::refusesMismatch()
{
    QFETCH(const Dataset, dataset);
    QFETCH(const Series, series);
    QFETCH(const Errc, code);
    VERIFY_OK(
        m_store->writeSeries(datasetOf({QStringLiteral("a")}), seriesOf({QStringLiteral("1")})));
    const auto written = m_store->writeSeries(dataset, series);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, code);
    const auto stored = m_store->series(QStringLiteral("speeds"));
    VERIFY_OK(stored);
    QCOMPARE(textOf(**stored), QStringList{QStringLiteral("1")});
}

void tst_SqliteStore::ranges_data()
{
    QTest::addColumn<UtcMs>("from");
    QTest::addColumn<UtcMs>("to");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    constexpr UtcMs kStep = 5 * kMsPerMinute;
    const TimeRange all;
    QTest::newRow("all") << all.from << all.to << 0 << 1000;
    QTest::newRow("one step") << kStart + 300 * kStep << kStart + 300 * kStep + 1 << 300 << 1;
    QTest::newRow("half open") << kStart << kStart + kStep << 0 << 1;
    QTest::newRow("between steps") << kStart + 1 << kStart + kStep << 1 << 0;
    QTest::newRow("across blocks")
        << kStart + 200 * kStep - 1 << kStart + 700 * kStep + 1 << 200 << 501;
    QTest::newRow("before") << all.from << kStart << 0 << 0;
    QTest::newRow("after") << kStart + 1000 * kStep << all.to << 0 << 0;
    QTest::newRow("last") << kStart + 999 * kStep << all.to << 999 << 1;
    QTest::newRow("turned round") << kStart + 10 * kStep << kStart << 0 << 0;
}

void tst_SqliteStore::ranges()
{
    QFETCH(const UtcMs, from);
    QFETCH(const UtcMs, to);
    QFETCH(const int, first);
    QFETCH(const int, count);
    QStringList rows;
    for (int step = 0; step < 1000; ++step)
        rows += QString::number(step);
    VERIFY_OK(m_store->writeSeries(datasetOf({QStringLiteral("a")}), seriesOf(rows)));
    const auto series = m_store->series(QStringLiteral("speeds"), {from, to});
    VERIFY_OK(series);
    QCOMPARE(textOf(**series), rows.mid(first, count));
    if (count > 0)
        QCOMPARE((*series)->axis.start, kStart + first * 5 * kMsPerMinute);
}

void tst_SqliteStore::removesDataset()
{
    VERIFY_OK(
        m_store->writeSeries(datasetOf({QStringLiteral("a")}), seriesOf({QStringLiteral("1")})));
    const auto unknown = m_store->dataset(QStringLiteral("nope"));
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().code, Errc::NotFound);
    QVERIFY(unknown.error().message().contains(QLatin1String("speeds")));
    VERIFY_OK(m_store->removeDataset(QStringLiteral("speeds")));
    QVERIFY(m_store->datasets()->empty());
    QCOMPARE(m_store->series(QStringLiteral("speeds")).error().code, Errc::NotFound);
    QCOMPARE(m_store->removeDataset(QStringLiteral("speeds")).error().code, Errc::NotFound);
    // Nothing of the old one shines through a new one of the same name.
    VERIFY_OK(
        m_store->writeSeries(datasetOf({QStringLiteral("b")}), seriesOf({QStringLiteral("_")})));
    QCOMPARE(textOf(**m_store->series(QStringLiteral("speeds"))), QStringList{QStringLiteral("_")});
}

void tst_SqliteStore::incidentsRoundTrip()
{
    IncidentTable table;
    table.name = QStringLiteral("crashes");
    table.source = QStringLiteral("police");
    table.incidents.resize(3);
    table.incidents[0].from = kStart;
    table.incidents[0].to = kStart + kMsPerHour;
    table.incidents[0].position = LonLat{10.0, 56.0};
    table.incidents[0].category = QStringLiteral("crash");
    table.incidents[0].severity = 3;
    table.incidents[0].link = LinkId(5);
    table.incidents[1].from = kStart + 2 * kMsPerHour;
    table.incidents[2].from = kStart + 4 * kMsPerHour;
    for (int twice = 0; twice < 2; ++twice)
        VERIFY_OK(m_store->writeIncidents(table));
    const auto all = m_store->incidents();
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(1));
    QCOMPARE(all->front().incidents.size(), std::size_t(3));
    const Incident &first = all->front().incidents[0];
    QVERIFY(first.to == table.incidents[0].to && first.position == table.incidents[0].position);
    QCOMPARE(first.category, QStringLiteral("crash"));
    QCOMPARE(first.severity, 3);
    QCOMPARE(first.link.value, 5);
    QVERIFY(!all->front().incidents[1].to && !all->front().incidents[1].position);
    // The first lasts into the range, the third begins at its open end.
    const auto some = m_store->incidents({kStart + kMsPerHour / 2, kStart + 4 * kMsPerHour});
    VERIFY_OK(some);
    QCOMPARE(some->front().incidents.size(), std::size_t(2));
}

void tst_SqliteStore::documentsRoundTrip()
{
    const QString runs = QStringLiteral("run");
    const auto doc = [](const char *id, int n) {
        return Document{QString::fromLatin1(id), {{QStringLiteral("n"), n}}};
    };
    VERIFY_OK(m_store->writeDocuments(runs, {doc("b", 1), doc("a", 2)}));
    VERIFY_OK(m_store->writeDocuments(QStringLiteral("model"), {doc("b", 9)}));
    VERIFY_OK(m_store->writeDocuments(runs, {doc("c", 3), doc("b", 4)}));
    const auto back = m_store->documents(runs);
    VERIFY_OK(back);
    QStringList seen;
    for (const Document &d : *back)
        seen += d.id + QString::number(d.body[QStringLiteral("n")].toInt());
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("b4 a2 c3"));
    QVERIFY(m_store->documents(QStringLiteral("none"))->empty());
}

QTEST_GUILESS_MAIN(tst_SqliteStore)
#include "tst_sqlite_store.moc"
