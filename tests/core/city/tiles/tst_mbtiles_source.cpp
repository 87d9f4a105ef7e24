// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/tiles/mbtiles_source.h"

#include "support/verify_ok.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <cmath>

using namespace belvedere;

namespace {

using Rows = std::vector<std::pair<QString, QString>>;

/// @param tiles  zoom, column, row as the file counts.
void makeFile(const QString &file, const Rows &metadata, const std::vector<TileKey> &tiles)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), file);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("CREATE TABLE metadata (name TEXT, value TEXT)")));
        QVERIFY(
            query.exec(QStringLiteral("CREATE TABLE tiles (zoom_level INTEGER, "
                                      "tile_column INTEGER, tile_row INTEGER, tile_data BLOB)")));
        for (const auto &[name, value] : metadata) {
            query.prepare(QStringLiteral("INSERT INTO metadata VALUES (?, ?)"));
            query.addBindValue(name);
            query.addBindValue(value);
            QVERIFY(query.exec());
        }
        for (const TileKey &tile : tiles) {
            query.prepare(QStringLiteral("INSERT INTO tiles VALUES (?, ?, ?, ?)"));
            query.addBindValue(tile.z);
            query.addBindValue(tile.x);
            query.addBindValue(tile.y);
            query.addBindValue(QByteArray("tile ") + QByteArray::number(tile.z) + '/'
                + QByteArray::number(tile.x) + '/' + QByteArray::number(tile.y));
            QVERIFY(query.exec());
        }
    }
    QSqlDatabase::removeDatabase(file);
}

} // namespace

class tst_MbTilesSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTiles();
    void refused_data();
    void refused();
    void manyThreads();
    void pyramid_data();
    void pyramid();

private:
    QTemporaryDir m_folder;
};

void tst_MbTilesSource::readsTiles()
{
    const QString file = m_folder.filePath(QStringLiteral("a.mbtiles"));
    makeFile(file,
        {{QStringLiteral("name"), QStringLiteral("Town")},
            {QStringLiteral("format"), QStringLiteral("png")},
            {QStringLiteral("maxzoom"), QStringLiteral("18")},
            {QStringLiteral("attribution"),
                QStringLiteral("<a href=\"https://x\">&copy; Somebody</a>")}},
        {{2, 1, 0}, {2, 1, 3}, {3, 7, 7}});
    const auto source = openMbTiles(file);
    VERIFY_OK(source);
    const TileSourceInfo info = (*source)->info();
    QCOMPARE(info.name, QStringLiteral("Town"));
    QCOMPARE(info.attribution, QString::fromUtf8("© Somebody"));
    QCOMPARE(info.minZoom, 2);
    QCOMPARE(info.maxZoom, 3); // what is there, not what is promised
    // Rows are counted from the south in the file, from the north by us.
    QCOMPARE((*source)->tile({2, 1, 3}), QByteArray("tile 2/1/0"));
    QCOMPARE((*source)->tile({2, 1, 0}), QByteArray("tile 2/1/3"));
    QCOMPARE((*source)->tile({3, 7, 0}), QByteArray("tile 3/7/7"));
    for (const TileKey missing :
        {TileKey{2, 0, 0}, TileKey{4, 1, 1}, TileKey{2, 4, 0}, TileKey{2, -1, 0}})
        QCOMPARE((*source)->tile(missing), QByteArray());
    QVERIFY(!(*source)->pending({2, 0, 0}));
}

void tst_MbTilesSource::refused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << QStringLiteral("missing") << int(Errc::NotFound);
    QTest::newRow("text") << QStringLiteral("text") << int(Errc::Schema);
    QTest::newRow("empty") << QStringLiteral("empty") << int(Errc::Schema);
    QTest::newRow("vector") << QStringLiteral("vector") << int(Errc::Schema);
    QTest::newRow("noTiles") << QStringLiteral("noTiles") << int(Errc::Schema);
}

void tst_MbTilesSource::refused()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    const QString path = m_folder.filePath(kind + QStringLiteral(".mbtiles"));
    QFile file(path);
    if (kind == QLatin1String("text"))
        QVERIFY(file.open(QIODevice::WriteOnly)
            && file.write("not a database at all, but long "
                          "enough to be looked at as one")
                > 0);
    else if (kind == QLatin1String("empty"))
        QVERIFY(file.open(QIODevice::WriteOnly));
    else if (kind == QLatin1String("vector"))
        makeFile(path, {{QStringLiteral("format"), QStringLiteral("pbf")}}, {{0, 0, 0}});
    else if (kind == QLatin1String("noTiles"))
        makeFile(path, {}, {});
    file.close();
    const auto source = openMbTiles(path);
    QVERIFY(!source);
    QCOMPARE(int(source.error().code), code);
    QVERIFY(source.error().message().contains(kind));
}

void tst_MbTilesSource::manyThreads()
{
    const QString file = m_folder.filePath(QStringLiteral("many.mbtiles"));
    makeFile(file, {}, {{1, 0, 0}, {1, 1, 0}, {1, 0, 1}, {1, 1, 1}});
    const auto source = openMbTiles(file);
    VERIFY_OK(source);
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    QList<QFuture<int>> futures;
    for (int thread = 0; thread < 4; ++thread) {
        futures += QtConcurrent::run(&pool, [tiles = *source] {
            int right = 0;
            for (int i = 0; i < 100; ++i)
                right += tiles->tile({1, i % 2, (i / 2) % 2}).startsWith("tile 1/") ? 1 : 0;
            return right;
        });
    }
    for (QFuture<int> &future : futures)
        QCOMPARE(future.result(), 100);
}

// The edge of the pyramid is atan(sinh(pi)): 85.0511287798066 degrees.
void tst_MbTilesSource::pyramid_data()
{
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::newRow("world") << 9.5 << 47.1 << 0 << 0 << 0;
    QTest::newRow("northEast") << 9.5 << 47.1 << 1 << 1 << 0;
    QTest::newRow("southWest") << -9.5 << -47.1 << 1 << 0 << 1;
    QTest::newRow("pole") << 0.0 << 90.0 << 4 << 8 << 0;
    QTest::newRow("southPole") << 180.0 << -90.0 << 4 << 15 << 15;
    QTest::newRow("equator") << 0.0 << -0.0001 << 2 << 2 << 2;
}

void tst_MbTilesSource::pyramid()
{
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(int, zoom);
    QFETCH(int, x);
    QFETCH(int, y);
    const TileKey key = tileAt({lon, lat}, zoom);
    QCOMPARE(key.x, x);
    QCOMPARE(key.y, y);
    const LonLat north = cornerOf(key);
    const LonLat south = cornerOf({zoom, x + 1, y + 1});
    QVERIFY(north.lon <= lon && lon <= south.lon);
    QVERIFY(std::abs(lat) > 85.0 || (south.lat <= lat && lat <= north.lat));
    QVERIFY(std::abs(cornerOf({0, 0, 0}).lat - 85.0511287798066) < 1e-9);
}

QTEST_GUILESS_MAIN(tst_MbTilesSource)

#include "tst_mbtiles_source.moc"
