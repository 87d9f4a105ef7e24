// SPDX-License-Identifier: GPL-3.0-or-later
#include "tiles/decoded_tiles.h"

#include <QBuffer>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <map>
#include <mutex>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

QByteArray encoded(const QColor &color, const char *format = "png", int side = 8)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// Tiles that a test lays down.
class ScriptedTiles : public TileSource
{
public:
    [[nodiscard]] TileSourceInfo info() const override
    {
        return {QStringLiteral("scripted"), QString::fromUtf8("© Somebody"), 3, 7, 8};
    }
    [[nodiscard]] QByteArray tile(TileKey key) override
    {
        const std::lock_guard lock(m_mutex);
        ++asked;
        const auto it = m_tiles.find(key);
        return it == m_tiles.end() ? QByteArray() : it->second;
    }
    void setChanged(Changed changed) override
    {
        const std::lock_guard lock(m_mutex);
        m_changed = std::move(changed);
    }
    [[nodiscard]] bool pending(TileKey) const override { return false; }

    void put(TileKey key, const QByteArray &bytes)
    {
        Changed changed;
        {
            const std::lock_guard lock(m_mutex);
            m_tiles[key] = bytes;
            changed = m_changed;
        }
        if (changed)
            changed(key);
    }
    [[nodiscard]] bool watched() const { return static_cast<bool>(m_changed); }

    std::atomic_int asked = 0;

private:
    mutable std::mutex m_mutex;
    std::map<TileKey, QByteArray> m_tiles;
    Changed m_changed;
};

} // namespace

class tst_DecodedTiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatTheSourceSays();
    void decodesOnce();
    void notAPicture_data();
    void notAPicture();
    void invalidKeysAreNotAsked_data();
    void invalidKeysAreNotAsked();
    void newerTileReplacesTheOlder();
    void listenersAreToldUntilRemoved();
    void forgetsTheSourceAtItsEnd();
    void manyThreads();

private:
    std::shared_ptr<ScriptedTiles> m_source;
};

void tst_DecodedTiles::init()
{
    m_source = std::make_shared<ScriptedTiles>();
}

void tst_DecodedTiles::tellsWhatTheSourceSays()
{
    const DecodedTiles tiles(m_source);
    QCOMPARE(tiles.minZoom(), 3);
    QCOMPARE(tiles.maxZoom(), 7);
    QCOMPARE(tiles.tilePixels(), 8);
    QCOMPARE(tiles.attribution(), QString::fromUtf8("© Somebody"));
}

void tst_DecodedTiles::decodesOnce()
{
    m_source->put({3, 1, 2}, encoded(Qt::red));
    m_source->put({3, 2, 1}, encoded(Qt::green, "jpg"));
    DecodedTiles tiles(m_source);
    const QImage red = tiles.image(3, 1, 2);
    QCOMPARE(red.size(), QSize(8, 8));
    QCOMPARE(red.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(red.pixelColor(4, 4), QColor(Qt::red));
    QVERIFY(tiles.image(3, 2, 1).pixelColor(4, 4).green() > 200); // x and y are not mixed up
    const int asked = m_source->asked;
    QCOMPARE(tiles.image(3, 1, 2), red);
    QCOMPARE(int(m_source->asked), asked);
}

void tst_DecodedTiles::notAPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("text") << QByteArray("<html>404</html>");
    QTest::newRow("cut off") << encoded(Qt::red).left(40);
    QTest::newRow("too large") << encoded(Qt::red, "png", 2049);
}

void tst_DecodedTiles::notAPicture()
{
    QFETCH(QByteArray, bytes);
    m_source->put({3, 0, 0}, bytes);
    DecodedTiles tiles(m_source);
    QVERIFY(tiles.image(3, 0, 0).isNull());
    m_source->put({3, 0, 0}, encoded(Qt::blue)); // nothing bad is kept
    QCOMPARE(tiles.image(3, 0, 0).pixelColor(0, 0), QColor(Qt::blue));
}

void tst_DecodedTiles::invalidKeysAreNotAsked_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::newRow("below") << -1 << 0 << 0;
    QTest::newRow("east of the world") << 2 << 4 << 0;
    QTest::newRow("north of the world") << 2 << 0 << -1;
}

void tst_DecodedTiles::invalidKeysAreNotAsked()
{
    QFETCH(int, zoom);
    QFETCH(int, x);
    QFETCH(int, y);
    DecodedTiles tiles(m_source);
    QVERIFY(tiles.image(zoom, x, y).isNull());
    QCOMPARE(int(m_source->asked), 0);
}

void tst_DecodedTiles::newerTileReplacesTheOlder()
{
    m_source->put({3, 0, 0}, encoded(Qt::red));
    DecodedTiles tiles(m_source);
    QCOMPARE(tiles.image(3, 0, 0).pixelColor(0, 0), QColor(Qt::red));
    m_source->put({3, 0, 0}, encoded(Qt::blue));
    QCOMPARE(tiles.image(3, 0, 0).pixelColor(0, 0), QColor(Qt::blue));
}

void tst_DecodedTiles::listenersAreToldUntilRemoved()
{
    DecodedTiles tiles(m_source);
    int first = 0;
    int second = 0;
    const int id = tiles.addListener([&first] { ++first; });
    tiles.addListener([&second] { ++second; });
    m_source->put({3, 0, 0}, encoded(Qt::red));
    QCOMPARE(first, 1);
    QCOMPARE(second, 1);
    tiles.removeListener(id);
    m_source->put({3, 0, 1}, encoded(Qt::red));
    QCOMPARE(first, 1);
    QCOMPARE(second, 2);
}

void tst_DecodedTiles::forgetsTheSourceAtItsEnd()
{
    {
        const DecodedTiles tiles(m_source);
        QVERIFY(m_source->watched());
    }
    QVERIFY(!m_source->watched());
    m_source->put({3, 0, 0}, encoded(Qt::red)); // calls nobody
}

void tst_DecodedTiles::manyThreads()
{
    for (int x = 0; x < 8; ++x)
        m_source->put({3, x, 0}, encoded(QColor(30 * x, 0, 0)));
    DecodedTiles tiles(m_source);
    std::atomic_int wrong = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    for (int thread = 0; thread < 3; ++thread) {
        pool.start([&tiles, &wrong] {
            for (int i = 0; i < 400; ++i)
                wrong += tiles.image(3, i % 8, 0).pixelColor(0, 0) != QColor(30 * (i % 8), 0, 0);
        });
    }
    pool.start([this] {
        for (int i = 0; i < 100; ++i)
            m_source->put({3, i % 8, 0}, encoded(QColor(30 * (i % 8), 0, 0)));
    });
    QVERIFY(pool.waitForDone(30000));
    QCOMPARE(int(wrong), 0);
}

QTEST_GUILESS_MAIN(tst_DecodedTiles)

#include "tst_decoded_tiles.moc"
