// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tile_cache.h"

#include "map/raster_backend.h"
#include "map/tile_images.h"
#include "synthetic_layers.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

#include <atomic>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

/// Counts what it is asked for and can be made slow.
class SlowBackend : public RasterBackend
{
public:
    QString name() const override { return QStringLiteral("slow"); }
    QImage paint(const std::vector<MapLayer> &layers, const Viewport &viewport, PicturePart part,
        const RenderOptions &options, const Cancelled &cancelled) const override
    {
        ++calls;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < delayMs) {
            if (cancelled()) {
                ++given;
                return {};
            }
        }
        return RasterBackend::paint(layers, viewport, part, options, cancelled);
    }

    mutable std::atomic<int> calls{0};
    mutable std::atomic<int> given{0}; ///< up
    int delayMs = 0;
};

class LateImages : public TileImages
{
public:
    int minZoom() const override { return 0; }
    int maxZoom() const override { return 18; }
    int tilePixels() const override { return 256; }
    QImage image(int, int, int) override
    {
        if (!there)
            return {};
        QImage red(256, 256, QImage::Format_RGB32);
        red.fill(Qt::red);
        return red;
    }
    void come()
    {
        there = true;
        notify();
    }

    std::atomic<bool> there{false};
};

std::vector<MapLayer> manyNames()
{
    Random random(3);
    std::vector<Label> labels;
    for (int i = 0; i < 4000; ++i) {
        const PointM p{random.uniform(-4000.0, 4000.0), random.uniform(-4000.0, 4000.0)};
        Label label{QStringLiteral("Name %1").arg(i), {p}, int(random.below(5))};
        if (i % 2 == 0)
            label.path.push_back({p.x + random.uniform(-200.0, 200.0), p.y + 120.0});
        labels.push_back(label);
    }
    FeatureStyle style;
    style.color = QColor(Qt::black);
    style.casing = QColor(Qt::white);
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = {style};
    MapLayer layer;
    layer.id = QStringLiteral("names");
    layer.order = LayerOrder::Labels;
    layer.geometry = LabelGeometry::make(labels);
    layer.attributes = attributes;
    return {layer};
}

} // namespace

class tst_TileCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gridCoversTheView_data();
    void gridCoversTheView();
    void isWhatRenderMapPaints_data();
    void isWhatRenderMapPaints();
    void panPaintsOnlyNewTiles();
    void namesStayWhereTheyAre();
    void newValuesComeAllAtOnce();
    void anotherScaleGivesUpTheFormer();
    void formerScaleIsShownMeanwhile();
    void memoryIsBounded();
    void backendIsChanged();
    void picturesOfOthersComeLater();
    void goesWhilePainting();

private:
    static Viewport viewAt(PointM centre, double metersPerPixel, double ratio = 1.0)
    {
        return {centre, metersPerPixel, QSize(700, 500), ratio};
    }
    static QImage pictureOf(const TileCache &cache, const Viewport &view)
    {
        QImage image(view.size * view.devicePixelRatio, QImage::Format_RGB32);
        image.setDevicePixelRatio(view.devicePixelRatio);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        cache.paint(painter, view);
        return image;
    }
    static bool isPainted(TileCache &cache, const Viewport &view)
    {
        cache.request(view);
        return QTest::qWaitFor([&] { return cache.isSharp(view) && cache.isIdle(); }, 20000);
    }

    QThreadPool m_pool;
};

void tst_TileCache::gridCoversTheView_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.1, 1.25, 1.5, 5.0 / 3.0, 2.0, 3.0})
        QTest::addRow("%g", ratio) << ratio;
}

void tst_TileCache::gridCoversTheView()
{
    QFETCH(double, ratio);
    Random random(9);
    for (int i = 0; i < 50; ++i) {
        const Viewport view = viewAt({random.uniform(-1e5, 1e5), random.uniform(-1e5, 1e5)},
            random.uniform(0.1, 50.0), ratio);
        const TileGrid grid(view);
        QVERIFY(std::abs(grid.side() * ratio - grid.devicePixels()) < 1e-3);
        BoundingBox covered;
        for (const TileId id : grid.covering(view))
            covered.add(grid.viewportOf(id).box());
        const BoundingBox seen = grid.snapped(view).box();
        const double slack = 1e-6 * view.metersPerPixel;
        QVERIFY(covered.minX <= seen.minX + slack && covered.maxX >= seen.maxX - slack);
        QVERIFY(covered.minY <= seen.minY + slack && covered.maxY >= seen.maxY - slack);
        const double moved = std::hypot(grid.snapped(view).centre.x - view.centre.x,
            grid.snapped(view).centre.y - view.centre.y);
        QVERIFY(moved <= 0.7072 / grid.scale());
    }
}

void tst_TileCache::isWhatRenderMapPaints_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("metersPerPixel");
    QTest::newRow("plain") << 1.0 << 3.0;
    QTest::newRow("far") << 1.0 << 17.3;
    QTest::newRow("near") << 1.0 << 0.41;
    QTest::newRow("oneAndAHalf") << 1.5 << 2.0;
    QTest::newRow("double") << 2.0 << 2.0;
}

void tst_TileCache::isWhatRenderMapPaints()
{
    QFETCH(double, ratio);
    QFETCH(double, metersPerPixel);
    TileCache cache(m_pool);
    cache.setLayers(SyntheticLayers(20).layers);
    const Viewport view = viewAt({1013.7, 987.1}, metersPerPixel, ratio);
    QVERIFY(isPainted(cache, view));
    const QImage expected =
        renderMap(cache.layers(), TileGrid(view).snapped(view), cache.options());
    QImage shown = pictureOf(cache, view);
    QCOMPARE(shown, expected);
}

void tst_TileCache::panPaintsOnlyNewTiles()
{
    TileCache cache(m_pool);
    cache.setLayers(SyntheticLayers(20).layers);
    const Viewport view = viewAt({1000.0, 1000.0}, 2.0);
    const TileGrid grid(view);
    QVERIFY(isPainted(cache, view));
    const int first = cache.paintCounts()[0];
    const Viewport moved = view.panned({-double(grid.side()), 0.0});
    QVERIFY(isPainted(cache, moved));
    const int rows = int(grid.covering(view.grown(160)).size());
    QVERIFY(cache.paintCounts()[0] > first);
    QVERIFY(cache.paintCounts()[0] - first < rows); // not all again
    const int second = cache.paintCounts()[0];
    QVERIFY(isPainted(cache, view));
    QCOMPARE(cache.paintCounts()[0], second); // nothing
}

void tst_TileCache::namesStayWhereTheyAre()
{
    TileCache cache(m_pool);
    cache.setLayers(manyNames());
    Viewport view = viewAt({-1500.0, -900.0}, 1.0);
    QVERIFY(isPainted(cache, view));
    for (int step = 0; step < 12; ++step) {
        const QImage before = pictureOf(cache, view);
        const Viewport next = view.panned({-130.0, 70.0});
        QVERIFY(isPainted(cache, next));
        const QImage after = pictureOf(cache, next);
        // What was seen is still there, moved; nothing appeared or went away in it.
        QCOMPARE(after.copy(0, 70, 570, 430), before.copy(130, 0, 570, 430));
        view = next;
    }
}

void tst_TileCache::newValuesComeAllAtOnce()
{
    const SyntheticLayers city(20);
    TileCache cache(m_pool);
    cache.setLayers(city.layers);
    const Viewport view = viewAt({1000.0, 1000.0}, 2.0);
    QVERIFY(isPainted(cache, view));
    const QImage before = pictureOf(cache, view);
    const std::array<int, 3> counts = cache.paintCounts();
    QList<QImage> seen;
    connect(&cache, &TileCache::changed, this, [&] { seen += pictureOf(cache, view); });
    QVERIFY(cache.setAttributes(QStringLiteral("values"), city.valuesAt(5)));
    QVERIFY(!cache.isSharp(view));
    QVERIFY(isPainted(cache, view));
    const QImage after = pictureOf(cache, view);
    QVERIFY(before != after);
    QVERIFY(!seen.isEmpty());
    for (const QImage &picture : std::as_const(seen))
        QVERIFY(picture == before || picture == after);
    QCOMPARE(cache.paintCounts()[0], counts[0]);
    QCOMPARE(cache.paintCounts()[2], counts[2]);
    QVERIFY(!cache.setAttributes(QStringLiteral("unknown"), city.valuesAt(5)));
}

void tst_TileCache::anotherScaleGivesUpTheFormer()
{
    auto backend = std::make_shared<SlowBackend>();
    backend->delayMs = 150;
    TileCache cache(m_pool);
    cache.setBackend(backend);
    cache.setLayers(SyntheticLayers(10).layers);
    cache.request(viewAt({500.0, 500.0}, 2.0));
    QTRY_VERIFY(backend->calls > 0);
    const Viewport wanted = viewAt({500.0, 500.0}, 1.0);
    cache.request(wanted);
    QTRY_VERIFY(backend->given > 0);
    backend->delayMs = 0;
    QVERIFY(isPainted(cache, wanted));
}

void tst_TileCache::formerScaleIsShownMeanwhile()
{
    TileCache cache(m_pool);
    cache.setLayers(SyntheticLayers(20).layers);
    const Viewport view = viewAt({1000.0, 1000.0}, 2.0);
    QVERIFY(isPainted(cache, view));
    const QImage picture = pictureOf(cache, view.zoomedAt({350.0, 250.0}, 1.3));
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            QVERIFY(picture.pixelColor(x, y) != QColor(Qt::magenta)); // no hole and no seam
    }
}

void tst_TileCache::memoryIsBounded()
{
    TileCache cache(m_pool);
    cache.setLayers(SyntheticLayers(4).layers);
    for (int i = 0; i < 40; ++i)
        QVERIFY(isPainted(cache, viewAt({200.0, 200.0}, 1.0 + 0.1 * i, 2.0)));
    QVERIFY2(cache.bytes() < (qint64(400) << 20), qPrintable(QString::number(cache.bytes())));
}

void tst_TileCache::backendIsChanged()
{
    TileCache cache(m_pool);
    cache.setLayers(SyntheticLayers(4).layers);
    QCOMPARE(cache.backend().name(), QStringLiteral("raster"));
    const Viewport view = viewAt({200.0, 200.0}, 1.0);
    QVERIFY(isPainted(cache, view));
    auto backend = std::make_shared<SlowBackend>();
    cache.setBackend(backend);
    QVERIFY(!cache.isSharp(view));
    QVERIFY(isPainted(cache, view));
    QVERIFY(backend->calls > 0);
}

void tst_TileCache::picturesOfOthersComeLater()
{
    auto images = std::make_shared<LateImages>();
    MapLayer layer;
    layer.id = QStringLiteral("photo");
    layer.order = LayerOrder::Tiles;
    layer.geometry = TileGeometry::make(images, LocalProjection({9.5, 47.1}), {});
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = {FeatureStyle()};
    layer.attributes = attributes;
    const Viewport view = viewAt({0.0, 0.0}, 5.0);
    {
        TileCache cache(m_pool);
        cache.setLayers({layer});
        QVERIFY(isPainted(cache, view));
        QVERIFY(pictureOf(cache, view).pixelColor(350, 250) != QColor(Qt::red));
        images->come();
        QTRY_COMPARE(pictureOf(cache, view).pixelColor(350, 250), QColor(Qt::red));
    }
    images->come(); // nobody listens any more
}

void tst_TileCache::goesWhilePainting()
{
    auto backend = std::make_shared<SlowBackend>();
    backend->delayMs = 5000;
    {
        TileCache cache(m_pool);
        cache.setBackend(backend);
        cache.setLayers(SyntheticLayers(4).layers);
        cache.request(viewAt({200.0, 200.0}, 1.0));
        QTRY_VERIFY(backend->calls > 0);
    }
    QVERIFY(m_pool.waitForDone(2000));
}

QTEST_MAIN(tst_TileCache)
#include "tst_tile_cache.moc"
