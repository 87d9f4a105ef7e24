// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/ground_import.h"
#include "data/readers/import_files.h"
#include "data/store/sqlite_ground.h"
#include "data/store/sqlite_schema.h"
#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

namespace {

/// A street of 0.02 degrees to the east from (10, 56), in both directions.
OsmImport street(double lon = 10.0)
{
    Link there;
    there.from = NodeId(0);
    there.to = NodeId(1);
    there.shape = {{lon, 56.0}, {lon + 0.02, 56.0}};
    there.lengthM = distanceM(there.shape[0], there.shape[1]);
    Link back = there;
    std::swap(back.from, back.to);
    std::reverse(back.shape.begin(), back.shape.end());
    OsmImport import;
    import.network = std::make_shared<const RoadNetwork>(
        *RoadNetwork::make({there.shape[0], there.shape[1]}, {there, back}));
    auto backdrop = std::make_shared<Backdrop>();
    backdrop->sourceFile = QStringLiteral("my_town.osm.pbf");
    import.backdrop = backdrop;
    return import;
}

Dataset datasetAt(const QString &name, const QString &domain, const std::vector<LonLat> &positions)
{
    Dataset dataset;
    dataset.name = name;
    dataset.domain = domain;
    for (const LonLat position : positions) {
        Site site;
        site.code = QString::number(dataset.sites.size());
        site.position = position;
        dataset.sites.push_back(std::move(site));
    }
    return dataset;
}

} // namespace

class tst_GroundImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void placesAnUnplacedCity();
    void keepsCentreAndName();
    void matchesTrafficSites();
    void replacesTheGroundOnly();
    void matchesSitesThatComeLater();
    void siteLinksAreChecked();
    void convertsCitiesOfVersion1();

private:
    Result<> write(const Dataset &dataset)
    {
        Series series({0, kMsPerHour, 1}, static_cast<int>(dataset.sites.size()),
            {{QStringLiteral("speed"), QStringLiteral("km/h")}});
        for (int i = 0; i < series.siteCount; ++i)
            series.set(0, SiteId(i), 0, 50.0F);
        BV_TRY(const SeriesWritten written, m_store->writeSeries(dataset, series));
        Q_UNUSED(written);
        return {};
    }
    LinkId linkOf(const QString &dataset, std::size_t site)
    {
        const auto stored = m_store->dataset(dataset);
        return stored ? stored->sites[site].link : LinkId(-99);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_city;
    std::shared_ptr<Store> m_store;
};

void tst_GroundImport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_city = m_dir->filePath(QStringLiteral("a.city"));
    const auto store = SqliteStore::openOrCreate(m_city, {});
    VERIFY_OK(store);
    m_store = *store;
}

void tst_GroundImport::placesAnUnplacedCity()
{
    const auto stored = storeGround(*m_store, street());
    VERIFY_OK(stored);
    QVERIFY(stored->placed);
    const auto info = m_store->cityInfo();
    VERIFY_OK(info);
    QVERIFY(info->centre.has_value());
    QVERIFY(distanceM(*info->centre, {10.01, 56.0}) < 1.0);
    QCOMPARE(info->name, QStringLiteral("My town"));
}

void tst_GroundImport::keepsCentreAndName()
{
    CityInfo info;
    info.name = QStringLiteral("Ours");
    info.centre = LonLat{10.005, 56.0};
    VERIFY_OK(m_store->setCityInfo(info));
    QVERIFY(!storeGround(*m_store, street())->placed);
    QVERIFY(m_store->cityInfo()->centre == info.centre);
    // A centre outside of the new ground is that of another place.
    QVERIFY(storeGround(*m_store, street(20.0))->placed);
    QVERIFY(distanceM(*m_store->cityInfo()->centre, {20.01, 56.0}) < 1.0);
    QCOMPARE(m_store->cityInfo()->name, QStringLiteral("Ours"));
}

void tst_GroundImport::matchesTrafficSites()
{
    const QString loops = QStringLiteral("loops");
    const QString air = QStringLiteral("air");
    const std::vector<LonLat> positions{{10.01, 55.9999}, {10.01, 56.0001}, {10.01, 56.1}};
    VERIFY_OK(write(datasetAt(loops, QStringLiteral("traffic"), positions)));
    VERIFY_OK(write(datasetAt(air, QStringLiteral("environment"), positions)));
    const auto stored = storeGround(*m_store, street());
    VERIFY_OK(stored);
    QCOMPARE(stored->matchedSites, 2);
    QCOMPARE(stored->lostSites, 1);
    QCOMPARE(linkOf(loops, 0), LinkId(0)); // right of the road to the east
    QCOMPARE(linkOf(loops, 1), LinkId(1));
    QVERIFY(!linkOf(loops, 2).valid());
    QVERIFY(!linkOf(air, 0).valid());
}

void tst_GroundImport::replacesTheGroundOnly()
{
    const QString loops = QStringLiteral("loops");
    VERIFY_OK(write(datasetAt(loops, QStringLiteral("traffic"), {{10.01, 55.9999}})));
    VERIFY_OK(storeGround(*m_store, street()));
    VERIFY_OK(storeGround(*m_store, street(20.0)));
    QVERIFY(!linkOf(loops, 0).valid()); // its road is gone
    QCOMPARE((*m_store->roadNetwork())->links().size(), std::size_t(2));
    QCOMPARE((*m_store->series(loops))->value(0, SiteId(0), 0), 50.0F);
    VERIFY_OK(storeGround(*m_store, street()));
    QCOMPARE(linkOf(loops, 0), LinkId(0));
}

void tst_GroundImport::matchesSitesThatComeLater()
{
    VERIFY_OK(storeGround(*m_store, street()));
    ImportedData data;
    data.dataset =
        datasetAt(QStringLiteral("loops"), QStringLiteral("traffic"), {{10.01, 56.0001}});
    data.series = Series({0, kMsPerHour, 1}, 1, {{QStringLiteral("speed"), QString()}});
    data.series.set(0, SiteId(0), 0, 50.0F);
    VERIFY_OK(storeImported(*m_store, data));
    QCOMPARE(linkOf(QStringLiteral("loops"), 0), LinkId(1));
}

void tst_GroundImport::siteLinksAreChecked()
{
    const QString loops = QStringLiteral("loops");
    QCOMPARE(m_store->setSiteLinks(loops, {}).error().code, Errc::NotFound);
    VERIFY_OK(write(datasetAt(loops, QStringLiteral("traffic"), {{10.01, 55.9999}})));
    QCOMPARE(m_store->setSiteLinks(loops, {}).error().code, Errc::Shape);
    VERIFY_OK(m_store->setSiteLinks(loops, {LinkId(3)}));
    QCOMPARE(linkOf(loops, 0), LinkId(3));
}

void tst_GroundImport::convertsCitiesOfVersion1()
{
    const QString city = m_dir->filePath(QStringLiteral("old.city"));
    QVERIFY(QDir().mkpath(city));
    {
        const auto old = SqliteConnection::open(
            city + QStringLiteral("/city.sqlite"), SqliteConnection::Mode::Create);
        VERIFY_OK(old);
        VERIFY_OK(migrate(*old, city, true, {cityMigrations().front()}));
        VERIFY_OK(old->execute("INSERT INTO node VALUES (0, 10.123456789, 56.0), (1, 10.2, 56.1)"));
        const QVariantList link{0, 0, 1, 5, 2, 123.456, 30.0, 900.0, QStringLiteral("Ringgaden"),
            pathToBytes({{10.123456789, 56.0}, {10.15, 56.05}, {10.2, 56.1}})};
        VERIFY_OK(old->execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", link));
        VERIFY_OK(old->execute("INSERT INTO area VALUES (1, 0, ?)",
            {pathToBytes({{10.0, 56.0}, {10.1, 56.0}, {10.1, 56.1}})}));
        VERIFY_OK(old->execute("INSERT INTO place VALUES (1, 'Midtbyen', 10.2, 56.1, 1)"));
        VERIFY_OK(old->execute(
            "INSERT INTO dataset VALUES (1, 'd', 'traffic', '', 0, 'UTC', 0, 1000, 0, 0, 1)"));
        VERIFY_OK(old->execute("INSERT INTO site VALUES (1, 0, 'a', '', NULL, NULL, x'', 0)"));
    }
    const auto store = SqliteStore::open(city);
    VERIFY_OK(store);
    const auto network = (*store)->roadNetwork();
    VERIFY_OK(network);
    QCOMPARE((*network)->links().size(), std::size_t(1));
    const Link &link = (*network)->links()[0];
    QVERIFY(link.roadClass == RoadClass::Residential);
    QCOMPARE(link.lanes, 2);
    QCOMPARE(link.lengthM, 123.456);
    QCOMPARE(link.freeSpeedKmh, 30.0);
    QCOMPARE(link.capacityVehH, 900.0);
    QCOMPARE(link.name, QStringLiteral("Ringgaden"));
    QCOMPARE(link.shape.size(), std::size_t(3));
    QVERIFY(link.shape[0] == (LonLat{10.123456789, 56.0})); // to the last digit
    QVERIFY((*network)->nodes()[1] == (LonLat{10.2, 56.1}));
    const auto backdrop = (*store)->backdrop();
    VERIFY_OK(backdrop);
    QCOMPARE((*backdrop)->areas.count(), std::size_t(1));
    QVERIFY((*backdrop)->areas.kind(0) == AreaKind::Water);
    QCOMPARE((*backdrop)->places.at(0).name, QStringLiteral("Midtbyen"));
    QCOMPARE((*backdrop)->places.at(0).rank, 1);
    QCOMPARE((*store)->dataset(QStringLiteral("d"))->sites[0].link, LinkId(0)); // still on it
    const auto now = SqliteConnection::open(city + QStringLiteral("/city.sqlite"));
    VERIFY_OK(now);
    QVERIFY(!now->execute("SELECT * FROM node").has_value());
}

QTEST_GUILESS_MAIN(tst_GroundImport)
#include "tst_ground_import.moc"
