// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/tiles/xyz_source.h"

#include "city/tiles/disk_cache.h"
#include "core/city/tiles/tile_server.h"
#include "support/verify_ok.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace belvedere;
using belvedere::test::TileRequest;
using belvedere::test::TileServer;

namespace {

const QByteArray kPicture = QByteArray("\x89PNG\r\n\x1a\n") + "first";
const QByteArray kOther = QByteArray("\x89PNG\r\n\x1a\n") + "second";
constexpr TileKey kTile{3, 4, 2};

} // namespace

class tst_XyzSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongTemplates_data();
    void wrongTemplates();
    void loadsOnceAndSaysSo();
    void templateIsFilledIn();
    void cacheServesWithoutTheServer();
    void expiredIsShownAndRenewed();
    void notModifiedKeepsTheTile();
    void whatIsNoTileGivesNothing_data();
    void whatIsNoTileGivesNothing();
    void failuresAreTriedAgain();
    void slowServerBlocksNobody();
    void networkAbsent();
    void requestsAreLimited();
    void endsWhileLoading();
    void diskStaysWithinItsLimit();
    void damagedCacheIsNone();

private:
    [[nodiscard]] XyzOptions options(const TileServer &server) const
    {
        XyzOptions o;
        o.urlTemplate = server.urlTemplate();
        o.userAgent = QStringLiteral("Belvedere/test");
        o.cacheFolder = m_folder->filePath(QStringLiteral("cache"));
        o.timeoutMs = 300;
        o.backOffMs = 10;
        return o;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_XyzSource::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_XyzSource::wrongTemplates_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"", "file:///etc/{z}/{x}/{y}", "ftp://a/{z}/{x}/{y}",
             "https://a/{z}/{x}.png", "https://a/{x}/{y}.png", "a/{z}/{x}/{y}.png"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void tst_XyzSource::wrongTemplates()
{
    QFETCH(QString, url);
    XyzOptions o;
    o.urlTemplate = url;
    const auto source = openXyz(o);
    QVERIFY(!source);
    QCOMPARE(source.error().code, Errc::Usage);
}

void tst_XyzSource::loadsOnceAndSaysSo()
{
    QByteArray agent;
    TileServer server([&](const TileRequest &request) {
        agent = request.headers.value("user-agent");
        return TileServer::ok(kPicture);
    });
    const auto source = openXyz(options(server));
    VERIFY_OK(source);
    std::atomic<int> told = 0;
    (*source)->setChanged([&told](TileKey key) { told += key == kTile ? 1 : 100; });
    QCOMPARE((*source)->tile(kTile), QByteArray());
    QVERIFY((*source)->pending(kTile));
    QTRY_COMPARE(told.load(), 1);
    QVERIFY(!(*source)->pending(kTile));
    QCOMPARE((*source)->tile(kTile), kPicture);
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(agent, QByteArray("Belvedere/test"));
    // Outside the zoom limits and the pyramid nothing is asked for.
    for (const TileKey key : {TileKey{20, 0, 0}, TileKey{3, 8, 0}, TileKey{-1, 0, 0}})
        QCOMPARE((*source)->tile(key), QByteArray());
    QCOMPARE(server.requestCount(), 1);
}

void tst_XyzSource::templateIsFilledIn()
{
    QByteArray path;
    TileServer server([&](const TileRequest &request) {
        path = request.path;
        return TileServer::ok(kPicture);
    });
    XyzOptions o = options(server);
    o.urlTemplate =
        QStringLiteral("http://127.0.0.1:%1/t/{z}-{x}-{-y}?k=1").arg(server.serverPort());
    const auto source = openXyz(o);
    VERIFY_OK(source);
    QVERIFY((*source)->tile(kTile).isEmpty());
    QTRY_COMPARE(path, QByteArray("/t/3-4-5?k=1")); // 2^3 - 1 - 2
}

void tst_XyzSource::cacheServesWithoutTheServer()
{
    XyzOptions o;
    {
        TileServer server([](const TileRequest &) { return TileServer::ok(kPicture); });
        o = options(server);
        const auto source = openXyz(o);
        VERIFY_OK(source);
        QTRY_COMPARE((*source)->tile(kTile), kPicture);
    }
    const auto source = openXyz(o); // a new start of the program; the server is gone
    VERIFY_OK(source);
    QCOMPARE((*source)->tile(kTile), kPicture);
    QCOMPARE(xyzCounts(**source).requests, 0);
}

void tst_XyzSource::expiredIsShownAndRenewed()
{
    QByteArray body = kPicture;
    TileServer server(
        [&](const TileRequest &) { return TileServer::ok(body, "Cache-Control: max-age=0\r\n"); });
    XyzOptions o = options(server);
    o.retryMs = 0;
    const auto source = openXyz(o);
    VERIFY_OK(source);
    QTRY_COMPARE((*source)->tile(kTile), kPicture);
    body = kOther;
    QCOMPARE((*source)->tile(kTile), kPicture); // the old one until the new one is there
    QTRY_COMPARE((*source)->tile(kTile), kOther);
    server.close();
}

void tst_XyzSource::notModifiedKeepsTheTile()
{
    QByteArray asked;
    TileServer server([&](const TileRequest &request) {
        asked = request.headers.value("if-none-match");
        return asked.isEmpty()
            ? TileServer::ok(kPicture, "ETag: \"v1\"\r\nCache-Control: max-age=0\r\n")
            : TileServer::status("304 Not Modified\r\nCache-Control: max-age=1000");
    });
    XyzOptions o = options(server);
    o.retryMs = 0;
    const auto source = openXyz(o);
    VERIFY_OK(source);
    QTRY_COMPARE((*source)->tile(kTile), kPicture);
    QTRY_VERIFY(!(*source)->tile(kTile).isEmpty() && asked == "\"v1\"");
    QTRY_VERIFY(!(*source)->pending(kTile));
    const int before = server.requestCount();
    QCOMPARE((*source)->tile(kTile), kPicture);
    QTest::qWait(50);
    QCOMPARE(server.requestCount(), before); // good for 1000 s more
}

void tst_XyzSource::whatIsNoTileGivesNothing_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("notFound") << TileServer::status("404 Not Found");
    QTest::newRow("forbidden") << TileServer::status("403 Forbidden");
    QTest::newRow("noContent") << TileServer::status("204 No Content");
    QTest::newRow("loginPage") << TileServer::ok("<html>log in</html>");
    QTest::newRow("empty") << TileServer::ok("");
    QTest::newRow("notHttp") << QByteArray("hello\r\n\r\n");
    QTest::newRow("cutOff") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n")
            + kPicture;
    QTest::newRow("tooLarge") << TileServer::ok(kPicture + QByteArray(300000, 'x'));
}

void tst_XyzSource::whatIsNoTileGivesNothing()
{
    QFETCH(QByteArray, answer);
    TileServer server([&](const TileRequest &) { return answer; });
    XyzOptions o = options(server);
    o.attempts = 1;
    o.maxTileBytes = 200000;
    const auto source = openXyz(o);
    VERIFY_OK(source);
    std::atomic<int> told = 0;
    (*source)->setChanged([&told](TileKey) { ++told; });
    QCOMPARE((*source)->tile(kTile), QByteArray());
    QTRY_COMPARE(told.load(), 1);
    QCOMPARE((*source)->tile(kTile), QByteArray());
    QVERIFY(!(*source)->pending(kTile)); // not asked for again at once
    QCOMPARE(xyzCounts(**source).failed, 1);
    QVERIFY(QDir(o.cacheFolder).isEmpty());
}

void tst_XyzSource::failuresAreTriedAgain()
{
    int count = 0;
    TileServer server([&](const TileRequest &) {
        return ++count < 3 ? TileServer::status("503 Busy") : TileServer::ok(kPicture);
    });
    const auto source = openXyz(options(server));
    VERIFY_OK(source);
    QTRY_COMPARE((*source)->tile(kTile), kPicture);
    QCOMPARE(count, 3);
}

void tst_XyzSource::slowServerBlocksNobody()
{
    TileServer server([](const TileRequest &) { return QByteArray(); });
    XyzOptions o = options(server);
    o.attempts = 1;
    const auto source = openXyz(o);
    VERIFY_OK(source);
    QElapsedTimer clock;
    clock.start();
    for (int x = 0; x < 8; ++x)
        QCOMPARE((*source)->tile({3, x, 0}), QByteArray());
    QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    QTRY_COMPARE(xyzCounts(**source).failed, 8); // by the time-out
}

void tst_XyzSource::networkAbsent()
{
    XyzOptions o;
    {
        const TileServer gone([](const TileRequest &) { return QByteArray(); });
        o = options(gone);
    }
    o.attempts = 2;
    const auto source = openXyz(o);
    VERIFY_OK(source);
    QCOMPARE((*source)->tile(kTile), QByteArray());
    QTRY_COMPARE(xyzCounts(**source).failed, 1);
    QCOMPARE(xyzCounts(**source).requests, 2);
    QCOMPARE((*source)->tile(kTile), QByteArray());
}

void tst_XyzSource::requestsAreLimited()
{
    TileServer server([](const TileRequest &) { return TileServer::ok(kPicture); });
    XyzOptions o = options(server);
    o.concurrent = 2;
    const auto source = openXyz(o);
    VERIFY_OK(source);
    for (int x = 0; x < 16; ++x)
        QVERIFY((*source)->tile({4, x, 0}).isEmpty());
    QTRY_COMPARE(xyzCounts(**source).loaded, 16);
    QVERIFY(server.mostAtOnce() <= 2);
}

void tst_XyzSource::endsWhileLoading()
{
    TileServer server([](const TileRequest &) { return QByteArray(); });
    QElapsedTimer clock;
    clock.start();
    {
        const auto source = openXyz(options(server));
        VERIFY_OK(source);
        for (int x = 0; x < 8; ++x)
            QVERIFY((*source)->tile({3, x, 0}).isEmpty());
        QTest::qWait(20);
    }
    QVERIFY(clock.elapsed() < 250);
}

void tst_XyzSource::diskStaysWithinItsLimit()
{
    const QString folder = m_folder->filePath(QStringLiteral("small"));
    TileDiskCache cache(folder, 20000);
    const QByteArray bytes = kPicture + QByteArray(1000, 'x');
    for (int x = 0; x < 60; ++x)
        cache.write({8, x, 0}, {bytes, 0, {}});
    qint64 size = 0;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        size += file.size();
    QVERIFY(size > 10000 && size <= 20000);
    QVERIFY(cache.read({8, 59, 0}).has_value());
    QCOMPARE(TileDiskCache(folder, 20000).read({8, 59, 0})->bytes, bytes);
}

void tst_XyzSource::damagedCacheIsNone()
{
    const QString folder = m_folder->filePath(QStringLiteral("damaged"));
    TileDiskCache cache(folder, 20000);
    cache.write(kTile, {kPicture, 1, "e"});
    const QString file = QDir(folder).filePath(QDir(folder).entryList(QDir::Files).front());
    QVERIFY(QFile::resize(file, 10));
    QVERIFY(!cache.read(kTile));
    QVERIFY(!TileDiskCache({}, 1).read(kTile));
    TileDiskCache nowhere(file + QStringLiteral("/below"), 1000);
    nowhere.write(kTile, {kPicture, 1, {}});
    QVERIFY(!nowhere.read(kTile));
}

QTEST_GUILESS_MAIN(tst_XyzSource)

#include "tst_xyz_source.moc"
