// SPDX-License-Identifier: GPL-3.0-or-later
// On the offscreen platform there is a context where DISPLAY names an X server (Xvfb is enough).
// Without one, what needs a context is skipped.
#include "base/task_pools.h"
#include "map/opengl/backend_choice.h"
#include "map/opengl/picture_difference.h"
#include "map/opengl/sample_scene.h"
#include "opengl_scenes.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace belvedere;
using namespace belvedere::ui;
using namespace belvedere::ui::scenes;

namespace {

const Cancelled kNever = [] { return false; };

/// As the tiles do it, away from the GUI thread.
QImage painted(const MapBackend &backend, const std::vector<MapLayer> &layers, const Viewport &view,
    PicturePart part, const RenderOptions &options = {}, const Cancelled &cancelled = kNever)
{
    QImage picture;
    std::thread([&] { picture = backend.paint(layers, view, part, options, cancelled); }).join();
    return picture;
}

/// Pictures for the eye: raster, OpenGL and eight times their difference, side by side.
void keep(const QImage &raster, const QImage &openGl)
{
    const QString folder = qEnvironmentVariable("BELVEDERE_PICTURES");
    if (folder.isEmpty())
        return;
    QImage sheet(3 * raster.width(), raster.height(), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    for (int y = 0; y < raster.height(); ++y) {
        for (int x = 0; x < raster.width(); ++x) {
            const QColor a = raster.pixelColor(x, y);
            const QColor b = openGl.pixelColor(x, y);
            const auto over = [](const QColor &c, int channel) {
                return (channel * c.alpha() + 255 * (255 - c.alpha())) / 255;
            };
            const auto far = [](int p, int q) { return std::min(255, 8 * std::abs(p - q)); };
            sheet.setPixel(x, y, qRgb(over(a, a.red()), over(a, a.green()), over(a, a.blue())));
            sheet.setPixel(raster.width() + x, y,
                qRgb(over(b, b.red()), over(b, b.green()), over(b, b.blue())));
            sheet.setPixel(2 * raster.width() + x, y,
                qRgb(far(a.red(), b.red()), far(a.green(), b.green()), far(a.blue(), b.blue())));
        }
    }
    sheet.save(QDir(folder).filePath(
        QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png")));
}

std::vector<FeatureStyle> allFills(double width, QColor casing = {})
{
    std::vector<FeatureStyle> styles;
    for (const Fill fill :
        {Fill::Solid, Fill::Hollow, Fill::Hatched, Fill::Dashed, Fill::Forecast, Fill::Scenario}) {
        styles.push_back(styleOf(QColor::fromHsv(int(styles.size()) * 55, 200, 170), width, fill));
        styles.back().casing = casing;
    }
    return styles;
}

} // namespace

class tst_OpenGlBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void trapezoidsCoverTheRings_data();
    void trapezoidsCoverTheRings();
    void cardDoesTheBulk_data();
    void cardDoesTheBulk();
    void sameAsRaster_data();
    void sameAsRaster();
    void sampleIsTheSame();
    void differenceIsSeen();
    void tilesJoin();
    void newValuesNewPicture();
    void geometryThatHasGoneIsForgotten();
    void severalThreadsAtOnce();
    void cancelledIsNull();
    void tooLargeIsRaster();
    void stopsWhileOthersWait();
    void lostGoesOnInRaster();
    void wordsArePreferences_data();
    void wordsArePreferences();
    void rasterNeedsNoContext();
    void softwareIsNotChosenByItself();
    void choiceComesWithoutADisplay();

private:
    void add(const char *name, std::vector<MapLayer> layers, double metersPerPixel = 5.0,
        double ratio = 1.0)
    {
        Viewport view{{13.0, -7.0}, metersPerPixel, QSize(400, 300), ratio};
        QTest::newRow(name) << layers << view;
    }
    [[nodiscard]] std::shared_ptr<const OpenGlBackend> fresh() const
    {
        auto thread = std::make_shared<GlThread>();
        const Result<GlInfo> info = thread->ready();
        return info ? std::make_shared<const OpenGlBackend>(thread, *info, nullptr) : nullptr;
    }

    std::shared_ptr<const OpenGlBackend> m_openGl;
    const RasterBackend m_raster;
};

Q_DECLARE_METATYPE(std::vector<belvedere::ui::MapLayer>)
Q_DECLARE_METATYPE(belvedere::ui::Viewport)

#define NEED_CONTEXT()                                                                             \
    if (!m_openGl)                                                                                 \
    QSKIP("no OpenGL 3.3 on this platform; set DISPLAY to an X server")

void tst_OpenGlBackend::initTestCase()
{
    m_openGl = fresh();
    if (m_openGl)
        qInfo() << "renderer" << m_openGl->info().renderer;
}

void tst_OpenGlBackend::cleanupTestCase()
{
    m_openGl.reset();
}

void tst_OpenGlBackend::trapezoidsCoverTheRings_data()
{
    using Rings = std::vector<std::vector<std::int32_t>>;
    QTest::addColumn<std::vector<std::vector<std::int32_t>>>("rings");
    QTest::addColumn<double>("area");
    const std::vector<std::int32_t> square{0, 0, 100, 0, 100, 100, 0, 100};
    QTest::newRow("nothing") << Rings{} << 0.0;
    QTest::newRow("flat") << Rings{{0, 0, 50, 0, 100, 0}} << 0.0;
    QTest::newRow("square") << Rings{square} << 10000.0;
    QTest::newRow("clockwise") << Rings{{0, 100, 100, 100, 100, 0, 0, 0}} << 10000.0;
    QTest::newRow("triangle") << Rings{{0, 0, 100, 0, 50, 80}} << 4000.0;
    QTest::newRow("hole") << Rings{square, {20, 20, 60, 20, 60, 70, 20, 70}} << 8000.0;
    QTest::newRow("islandInHole") << Rings{square, {20, 20, 80, 20, 80, 80, 20, 80},
        {40, 40, 60, 40, 60, 60, 40, 60}}
                                  << 6800.0;
    QTest::newRow("apart") << Rings{square, {200, 0, 300, 0, 300, 10, 200, 10}} << 11000.0;
    QTest::newRow("twice") << Rings{square, square} << 0.0;
    QTest::newRow("comb") << Rings{{0, 0, 100, 0, 100, 100, 80, 100, 80, 20, 60, 20, 60, 100, 40,
        100, 40, 20, 20, 20, 20, 100, 0, 100}}
                          << 6800.0;
}

void tst_OpenGlBackend::trapezoidsCoverTheRings()
{
    QFETCH(std::vector<std::vector<std::int32_t>>, rings);
    QFETCH(double, area);
    std::vector<AreaMesh::Trapezoid> trapezoids;
    appendTrapezoids(rings, trapezoids);
    double sum = 0.0;
    for (const AreaMesh::Trapezoid &t : trapezoids) {
        QVERIFY(t.y[0] < t.y[1]);
        QVERIFY(t.below[0] <= t.below[1] && t.above[0] <= t.above[1]);
        sum += 0.5 * (t.y[1] - t.y[0]) * (t.below[1] - t.below[0] + t.above[1] - t.above[0]);
    }
    QCOMPARE(sum, area);
}

void tst_OpenGlBackend::cardDoesTheBulk_data()
{
    QTest::addColumn<std::vector<MapLayer>>("layers"); // one
    QTest::addColumn<bool>("byCard");
    const auto row = [](const char *name, const MapLayer &layer, bool byCard) {
        QTest::newRow(name) << std::vector<MapLayer>{layer} << byCard;
    };
    const auto areas = [](Fill fill) {
        return layerOf("a", LayerOrder::Areas, stars(3, 100.0), {styleOf(Qt::red, 1.0, fill)});
    };
    row("lines",
        layerOf("l", LayerOrder::Roads, wanderers(3, 3, 50.0, 1.0), allFills(3.0, Qt::white)),
        true);
    row("areas", areas(Fill::Solid), true);
    row("scenarioAreas", areas(Fill::Scenario), true);
    row("hatchedAreas", areas(Fill::Hatched), false);
    row("dashedAreas", areas(Fill::Dashed), false);
    const MapLayer points = layerOf("p", LayerOrder::Points, sites(3), allFills(9.0));
    row("points", points, true);
    MapLayer told = points;
    auto texts = std::make_shared<LayerAttributes>(*points.attributes);
    texts->texts.assign(3, QStringLiteral("7"));
    told.attributes = texts;
    row("texts", told, false);
    FeatureStyle arrow;
    arrow.color = QColor(Qt::red);
    arrow.symbol = Symbol::Arrow;
    row("arrows", layerOf("w", LayerOrder::Points, sites(3), {arrow}), false);
    row("surface", surface(true, true), true);
    row("labels", labels(LayerOrder::Labels), false);
}

void tst_OpenGlBackend::cardDoesTheBulk()
{
    QFETCH(std::vector<MapLayer>, layers);
    AreaMeshes meshes;
    const GlLimits limits{4096, 65536};
    const Viewport view{{0, 0}, 5.0, QSize(400, 300), 1.0};
    const RenderOptions options;
    const GlSteps steps(meshes, limits, view, options, kNever);
    QTEST(steps.of(layers.front()).has_value(), "byCard");
    const GlLimits none{4096, 2}; // no geometry has room
    const GlSteps small(meshes, none, view, options, kNever);
    if (!std::holds_alternative<std::shared_ptr<const PointGeometry>>(layers.front().geometry))
        QVERIFY(!small.of(layers.front()).has_value());
}

void tst_OpenGlBackend::sameAsRaster_data()
{
    QTest::addColumn<std::vector<MapLayer>>("layers");
    QTest::addColumn<Viewport>("view");
    const QColor grey(0x60, 0x68, 0x70);
    const auto straight = wanderers(300, 2, 150.0, 0.0);
    const auto bent = wanderers(120, 12, 60.0, 0.9);
    const auto fine = wanderers(60, 300, 3.0, 0.3);
    const auto lines = [&](const auto &geometry, std::vector<FeatureStyle> styles,
                           LineSide side = LineSide::Centre) {
        MapLayer layer = layerOf("lines", LayerOrder::Values, geometry, styles,
            inTurn(geometry->count(), styles.size()));
        layer.side = side;
        return layer;
    };
    add("nothing", {});
    add("thinSegments", {lines(straight, {styleOf(grey, 1.0)})});
    add("hairSegments", {lines(straight, {styleOf(grey, 0.4)})});
    add("wideSegments", {lines(straight, {styleOf(grey, 6.0)})});
    add("thinBends", {lines(bent, {styleOf(grey, 1.5)})});
    add("wideBends", {lines(bent, {styleOf(grey, 7.0)})});
    add("manyPoints", {lines(fine, {styleOf(grey, 2.0)})}, 2.0);
    add("manyPointsWide", {lines(fine, {styleOf(grey, 6.0)})}, 2.0);
    add("farOut", {lines(fine, {styleOf(grey, 1.0)})}, 20.0);
    add("closeUp", {lines(bent, {styleOf(grey, 4.0)})}, 0.2);
    add("translucentBends", {lines(bent, {styleOf(QColor(200, 30, 30, 120), 5.0)})});
    add("sharpBends", {lines(wanderers(100, 8, 80.0, 3.0), {styleOf(grey, 4.0)})});
    add("sharpBendsThin", {lines(wanderers(100, 8, 80.0, 3.0), {styleOf(grey, 2.0)})});
    add("rightSide", {lines(bent, {styleOf(grey, 3.0)}, LineSide::Right)});
    add("leftSide", {lines(bent, {styleOf(grey, 2.0)}, LineSide::Left)});
    add("fills", {lines(bent, allFills(4.0))});
    add("fillsDoubleRatio", {lines(bent, allFills(4.0))}, 5.0, 2.0);
    add("fillsOddRatio", {lines(straight, allFills(3.0))}, 5.0, 1.25);
    std::vector<FeatureStyle> unsure = allFills(4.0);
    for (std::size_t i = 0; i < unsure.size(); ++i)
        unsure[i].uncertainty = 0.2 * double(i);
    add("uncertain", {lines(bent, unsure)});
    std::vector<FeatureStyle> ranked{styleOf(Qt::red, 5.0), styleOf(Qt::blue, 3.0)};
    ranked[0].casing = QColor(Qt::black);
    ranked[0].rank = 2;
    ranked[1].casing = QColor(Qt::white);
    MapLayer roads = lines(bent, ranked);
    roads.order = LayerOrder::Roads;
    add("casings", {roads});
    add("dense", {lines(wanderers(20000, 2, 40.0, 0.0), allFills(1.0))});

    const auto areas = [&](int count, double radius, std::vector<FeatureStyle> styles) {
        return layerOf("areas", LayerOrder::Areas, stars(count, radius), styles,
            inTurn(std::size_t(count), styles.size()));
    };
    FeatureStyle edged = styleOf(QColor(0xE4, 0xDC, 0xD2), 1.0);
    edged.casing = grey;
    edged.casingWidth = 2.0;
    add("areas", {areas(40, 200.0, {styleOf(QColor(0xCF, 0xE0, 0xEA), 1.0)})});
    add("smallAreas", {areas(2000, 15.0, {styleOf(QColor(0x90, 0x80, 0x70), 1.0)})});
    add("translucentAreas", {areas(40, 200.0, {styleOf(QColor(20, 120, 60, 100), 1.0)})});
    add("edgedAreas", {areas(60, 200.0, {edged, styleOf(Qt::yellow, 1.0)})});
    add("scenarioAreas", {areas(30, 200.0, {styleOf(Qt::yellow, 1.0, Fill::Scenario)})});
    add("hollowAreas", {areas(30, 200.0, {styleOf(Qt::red, 1.0, Fill::Hollow)})});
    add("areasOfAllFills", {areas(30, 200.0, allFills(1.0))});
    add("areasCloseUp", {areas(60, 200.0, {edged})}, 0.3);

    const auto points = [&](std::vector<FeatureStyle> styles) {
        return layerOf(
            "points", LayerOrder::Points, sites(400), styles, inTurn(400, styles.size()));
    };
    std::vector<FeatureStyle> symbols = allFills(14.0, QColor(Qt::white));
    for (std::size_t i = 0; i < symbols.size(); ++i)
        symbols[i].symbol = Symbol(i % 5);
    add("points", {points(symbols)});
    add("pointsDoubleRatio", {points(symbols)}, 5.0, 2.0);
    FeatureStyle arrow = styleOf(Qt::red, 3.0);
    arrow.symbol = Symbol::Arrow;
    add("arrows", {points({arrow, styleOf(Qt::blue, 9.0)})});
    MapLayer told = points({styleOf(Qt::blue, 9.0)});
    auto texts = std::make_shared<LayerAttributes>(*told.attributes);
    texts->texts.assign(400, QStringLiteral("12.5"));
    told.attributes = texts;
    add("texts", {told});
    add("surface", {surface(true, false)});
    add("cells", {surface(false, false)});
    add("gradualSurface", {surface(true, true)});
    add("forecastSurface", {surface(true, true, ValueState::Forecast)});
    add("doubtfulSurface", {surface(true, false, ValueState::Good, true)});
    add("doubtfulForecast", {surface(true, true, ValueState::Forecast, true)}, 5.0, 2.0);
    add("doubtfulCells", {surface(false, false, ValueState::Good, true)});
    add("names", {labels(LayerOrder::Labels)});
    add("together",
        {areas(40, 200.0, {edged}), roads, surface(true, false), lines(bent, allFills(3.0)),
            points(symbols), labels(LayerOrder::Labels)});
    add("namesBelow",
        {labels(LayerOrder::Areas), roads, areas(10, 300.0, {styleOf(Qt::green, 1.0)})});
}

void tst_OpenGlBackend::sameAsRaster()
{
    NEED_CONTEXT();
    QFETCH(std::vector<MapLayer>, layers);
    QFETCH(Viewport, view);
    for (const PicturePart part : {PicturePart::Base, PicturePart::Values, PicturePart::Labels}) {
        if (!hasPart(layers, part) && part != PicturePart::Base)
            continue;
        for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
            RenderOptions options;
            options.theme = theme;
            const QImage expected = painted(m_raster, layers, view, part, options);
            const QImage picture = painted(*m_openGl, layers, view, part, options);
            QCOMPARE(picture.format(), expected.format());
            QCOMPARE(picture.devicePixelRatio(), expected.devicePixelRatio());
            const PictureDifference difference = differenceOf(expected, picture);
            if (theme == ThemeMode::Light) {
                keep(expected, picture);
                qInfo("%s: mean %.3f, far %.4f, largest %d", QTest::currentDataTag(),
                    difference.mean, difference.farShare, difference.largest);
            }
            QVERIFY(difference.isNothing());
        }
    }
    QVERIFY(m_openGl->name() == QLatin1String("opengl"));
}

void tst_OpenGlBackend::sampleIsTheSame()
{
    NEED_CONTEXT();
    const SampleScene scene;
    const Viewport view{{0, 0}, 4.0, QSize(1024, 1024), 1.0};
    const QImage expected = painted(m_raster, scene.layers, view, PicturePart::Base);
    const QImage picture = painted(*m_openGl, scene.layers, view, PicturePart::Base);
    QVERIFY(differenceOf(expected, picture).isNothing());
}

void tst_OpenGlBackend::differenceIsSeen()
{
    QImage a(100, 100, QImage::Format_RGB32);
    a.fill(Qt::white);
    QImage b = a;
    QVERIFY(differenceOf(a, b).isNothing());
    QCOMPARE(differenceOf(a, b).largest, 0);
    for (int i = 0; i < 300; ++i)
        b.setPixel(i % 100, i / 100, qRgb(255, 255, 200));
    QVERIFY(!differenceOf(a, b).isNothing()); // little on average, but in one place
    QCOMPARE(differenceOf(a, b).largest, 55);
    QCOMPARE(differenceOf(a, b).farShare, 0.03);
    b.fill(QColor(245, 245, 245));
    QVERIFY(!differenceOf(a, b).isNothing()); // little, but everywhere
    QVERIFY(!differenceOf(a, QImage()).isNothing());
    QVERIFY(!differenceOf(a, a.copy(0, 0, 50, 50)).isNothing());
}

void tst_OpenGlBackend::tilesJoin()
{
    NEED_CONTEXT();
    FeatureStyle edged = styleOf(QColor(0xE4, 0xDC, 0xD2), 1.0);
    edged.casing = QColor(Qt::black);
    MapLayer roads = layerOf("lines", LayerOrder::Roads, wanderers(200, 6, 60.0, 0.9),
        allFills(4.0, QColor(Qt::darkGray)), inTurn(200, 6));
    roads.side = LineSide::Right;
    const std::vector<MapLayer> layers{
        layerOf("areas", LayerOrder::Areas, stars(40, 150.0), {edged}), roads};
    const Viewport whole{{0.0, 0.0}, 3.0, QSize(512, 256), 1.0};
    const QImage picture = painted(*m_openGl, layers, whole, PicturePart::Base);
    for (const int side : {0, 1}) {
        const Viewport half{{side == 0 ? -384.0 : 384.0, 0.0}, 3.0, QSize(256, 256), 1.0};
        const QImage tile = painted(*m_openGl, layers, half, PicturePart::Base);
        const PictureDifference difference =
            differenceOf(picture.copy(256 * side, 0, 256, 256), tile);
        QVERIFY2(difference.mean < 0.01 && difference.farShare < 0.0005,
            qPrintable(QString::number(difference.mean)));
    }
}

void tst_OpenGlBackend::newValuesNewPicture()
{
    NEED_CONTEXT();
    MapLayer layer = layerOf("lines", LayerOrder::Values, wanderers(200, 5, 60.0, 0.5),
        {styleOf(Qt::red, 3.0), styleOf(Qt::blue, 3.0)}, inTurn(200, 1));
    const Viewport view{{0, 0}, 5.0, QSize(300, 300), 1.0};
    const QImage red = painted(*m_openGl, {layer}, view, PicturePart::Values);
    auto values = std::make_shared<LayerAttributes>(*layer.attributes);
    values->styleOf.assign(200, 1);
    layer.attributes = values;
    const QImage blue = painted(*m_openGl, {layer}, view, PicturePart::Values);
    QVERIFY(!differenceOf(red, blue).isNothing());
    QVERIFY(differenceOf(painted(m_raster, {layer}, view, PicturePart::Values), blue).isNothing());
}

void tst_OpenGlBackend::geometryThatHasGoneIsForgotten()
{
    NEED_CONTEXT();
    const Viewport view{{0, 0}, 5.0, QSize(300, 300), 1.0};
    // New ones come to lie where old ones were.
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const std::vector<MapLayer> layers{layerOf("lines", LayerOrder::Values,
            wanderers(100, 4, 100.0, 0.5, seed), {styleOf(Qt::black, 2.0, Fill::Dashed)})};
        const QImage expected = painted(m_raster, layers, view, PicturePart::Values);
        const QImage picture = painted(*m_openGl, layers, view, PicturePart::Values);
        QVERIFY(differenceOf(expected, picture).isNothing());
    }
}

void tst_OpenGlBackend::severalThreadsAtOnce()
{
    NEED_CONTEXT();
    const std::vector<MapLayer> layers{
        layerOf("areas", LayerOrder::Areas, stars(30, 200.0), {styleOf(Qt::green, 1.0)}),
        layerOf("lines", LayerOrder::Roads, wanderers(200, 5, 60.0, 0.5), {styleOf(Qt::red, 3.0)})};
    std::vector<QImage> pictures(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        threads.emplace_back([&, i] {
            const Viewport view{{100.0 * double(i), 0.0}, 5.0, QSize(200 + 16 * int(i), 200), 1.0};
            pictures[i] = m_openGl->paint(layers, view, PicturePart::Base, {}, kNever);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const Viewport view{{100.0 * double(i), 0.0}, 5.0, QSize(200 + 16 * int(i), 200), 1.0};
        const QImage expected = painted(m_raster, layers, view, PicturePart::Base);
        QVERIFY(differenceOf(expected, pictures[i]).isNothing());
    }
}

void tst_OpenGlBackend::cancelledIsNull()
{
    NEED_CONTEXT();
    const std::vector<MapLayer> layers{layerOf(
        "lines", LayerOrder::Values, wanderers(200, 5, 60.0, 0.5), {styleOf(Qt::red, 3.0)})};
    const Viewport view{{0, 0}, 5.0, QSize(300, 300), 1.0};
    QVERIFY(
        painted(*m_openGl, layers, view, PicturePart::Values, {}, [] { return true; }).isNull());
    QVERIFY(!painted(*m_openGl, layers, view, PicturePart::Values).isNull());
}

void tst_OpenGlBackend::tooLargeIsRaster()
{
    NEED_CONTEXT();
    const std::vector<MapLayer> layers{
        layerOf("lines", LayerOrder::Values, wanderers(20, 5, 60.0, 0.5), {styleOf(Qt::red, 3.0)})};
    const Viewport wide{{0, 0}, 5.0, QSize(4200, 40), 1.0};
    const Viewport small{{0, 0}, 5.0, QSize(3, 3), 1.0};
    for (const Viewport &view : {wide, small})
        QCOMPARE(painted(*m_openGl, layers, view, PicturePart::Values),
            painted(m_raster, layers, view, PicturePart::Values));
}

void tst_OpenGlBackend::stopsWhileOthersWait()
{
    NEED_CONTEXT();
    auto gl = std::make_shared<GlThread>();
    const Result<GlInfo> info = gl->ready();
    QVERIFY(info.has_value());
    const OpenGlBackend backend(gl, *info, nullptr);
    const std::vector<MapLayer> layers{layerOf(
        "lines", LayerOrder::Values, wanderers(5000, 5, 60.0, 0.5), {styleOf(Qt::red, 3.0)})};
    const Viewport view{{0, 0}, 5.0, QSize(400, 400), 1.0};
    std::vector<std::thread> threads;
    std::atomic_int pictures = 0;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 4; ++k)
                pictures +=
                    backend.paint(layers, view, PicturePart::Values, {}, kNever).isNull() ? 0 : 1;
        });
    }
    QTest::qWait(20);
    gl->stop();
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(pictures.load(), 24);
}

void tst_OpenGlBackend::lostGoesOnInRaster()
{
    NEED_CONTEXT();
    auto gl = std::make_shared<GlThread>();
    const Result<GlInfo> info = gl->ready();
    QVERIFY(info.has_value());
    std::atomic_int said = 0;
    const OpenGlBackend backend(gl, *info, [&said](const Error &) { ++said; });
    const std::vector<MapLayer> layers{
        layerOf("lines", LayerOrder::Values, wanderers(20, 5, 60.0, 0.5), {styleOf(Qt::red, 3.0)})};
    const Viewport view{{0, 0}, 5.0, QSize(300, 300), 1.0};
    QVERIFY(!painted(backend, layers, view, PicturePart::Values).isNull());
    QCOMPARE(backend.name(), QStringLiteral("opengl"));
    QCOMPARE(said.load(), 0);
    gl->stop();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(painted(backend, layers, view, PicturePart::Values),
            painted(m_raster, layers, view, PicturePart::Values));
    QCOMPARE(backend.name(), QStringLiteral("raster"));
    QCOMPARE(said.load(), 1);
}

void tst_OpenGlBackend::wordsArePreferences_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("preference"); // -1 = none
    QTest::newRow("auto") << QStringLiteral("auto") << int(BackendPreference::Automatic);
    QTest::newRow("raster") << QStringLiteral("raster") << int(BackendPreference::Raster);
    QTest::newRow("opengl") << QStringLiteral("opengl") << int(BackendPreference::OpenGl);
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("unknown") << QStringLiteral("vulkan") << -1;
}

void tst_OpenGlBackend::wordsArePreferences()
{
    QFETCH(QString, word);
    const auto preference = backendPreference(word);
    QTEST(preference ? int(*preference) : -1, "preference");
}

namespace {

std::optional<BackendChoice> chosen(BackendPreference preference)
{
    QThreadPool pool;
    Task<BackendChoice> task = chooseBackend(preference, pool);
    // As at start: the GUI thread goes on.
    if (!QTest::qWaitFor([&task] { return task.isFinished(); }, 20000) || !task.result())
        return {};
    return *task.result();
}

} // namespace

void tst_OpenGlBackend::rasterNeedsNoContext()
{
    const auto choice = chosen(BackendPreference::Raster);
    QVERIFY(choice.has_value());
    QCOMPARE(choice->backend->name(), QStringLiteral("raster"));
    QVERIFY(!choice->declined);
}

void tst_OpenGlBackend::softwareIsNotChosenByItself()
{
    NEED_CONTEXT();
    if (!m_openGl->info().software)
        QSKIP("a graphics card does the work here");
    const auto automatic = chosen(BackendPreference::Automatic);
    QVERIFY(automatic.has_value());
    QCOMPARE(automatic->backend->name(), QStringLiteral("raster"));
    QVERIFY(automatic->declined);
    QVERIFY(automatic->declined->message().contains(m_openGl->info().renderer));
    const auto wished = chosen(BackendPreference::OpenGl);
    QVERIFY(wished.has_value());
    QCOMPARE(wished->backend->name(), QStringLiteral("opengl"));
    QVERIFY(!wished->declined);
}

void tst_OpenGlBackend::choiceComesWithoutADisplay()
{
    if (m_openGl)
        QSKIP("there is a context here");
    for (const auto preference : {BackendPreference::Automatic, BackendPreference::OpenGl}) {
        const auto choice = chosen(preference);
        QVERIFY(choice.has_value());
        QCOMPARE(choice->backend->name(), QStringLiteral("raster"));
        QVERIFY(choice->declined);
    }
}

QTEST_MAIN(tst_OpenGlBackend)
#include "tst_opengl_backend.moc"
