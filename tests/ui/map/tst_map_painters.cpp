// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_renderer.h"
#include "map/painters/tile_painter.h"
#include "map/surface_values.h"
#include "map/tile_images.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

/// Each tile in a colour that tells which one it is.
class NumberedImages : public TileImages
{
public:
    int minZoom() const override { return 4; }
    int maxZoom() const override { return 16; }
    int tilePixels() const override { return 256; }
    QImage image(int zoom, int x, int y) override
    {
        if (zoom > finest)
            return {};
        QImage picture(256, 256, QImage::Format_RGB32);
        picture.fill(colorOfTile(zoom, x, y));
        return picture;
    }
    static QColor colorOfTile(int zoom, int x, int y)
    {
        return {zoom * 10, 40 + (x % 8) * 25, 40 + (y % 8) * 25};
    }

    int finest = 99;
};

MapLayer layerOf(LayerOrder order, MapGeometry geometry, LayerAttributes attributes)
{
    MapLayer layer;
    layer.id = QStringLiteral("layer");
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes = std::make_shared<const LayerAttributes>(std::move(attributes));
    return layer;
}

LayerAttributes oneStyle(const FeatureStyle &style)
{
    LayerAttributes attributes;
    attributes.styles = {style};
    return attributes;
}

bool contains(const QImage &picture, const QColor &color)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class tst_MapPainters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsSeen_data();
    void everyStateIsSeen();
    void scenarioHasAVioletEdge_data();
    void scenarioHasAVioletEdge();
    void doubtIsPalerAndDenser();
    void doubtIsClassified();
    void cellsHaveTheirColor();
    void smoothValuesLieBetween();
    void whatIsUnknownStaysEmpty();
    void uncertainSurfaceIsPaler();
    void arrowsPointWhereTheyShould_data();
    void arrowsPointWhereTheyShould();
    void picturesOfOthersLieRight();
    void aCoarserPictureHelpsOut();
    void wrongSizesAreHarmless();

private:
    static QImage paint(const MapLayer &layer, ThemeMode theme = ThemeMode::Light)
    {
        RenderOptions options;
        options.theme = theme;
        return renderMap({layer}, {{0.0, 0.0}, 1.0, QSize(120, 120), 1.0}, options);
    }
    static MapGeometry shape(const QString &kind)
    {
        PolylineSet set;
        if (kind == QLatin1String("lines")) {
            set.append(std::vector<PointM>{{-40, -20}, {0, 20}, {40, -10}});
            return LineGeometry::make(std::move(set));
        }
        if (kind == QLatin1String("areas")) {
            set.append(std::vector<PointM>{{-40, -40}, {40, -40}, {40, 40}, {-40, 40}});
            return AreaGeometry::make(std::move(set), {1});
        }
        return PointGeometry::make({{0, 0}});
    }
    static SurfaceValues surface(std::vector<float> values)
    {
        SurfaceValues result;
        result.values = std::move(values);
        result.scale.breaks = {10.0, 20.0};
        result.scale.bands = {
            {QColor(Qt::red), 1.0}, {QColor(0, 128, 0), 1.0}, {QColor(Qt::blue), 1.0}};
        result.smooth = false;
        result.opacity = 1.0;
        return result;
    }
    static MapLayer surfaceLayer(const SurfaceValues &values, int columns, int rows)
    {
        MapLayer layer;
        layer.order = LayerOrder::Surface;
        layer.geometry = SurfaceGeometry::make({-50, -50, 50, 50}, columns, rows);
        layer.attributes = surfaceAttributes(values);
        return layer;
    }
};

void tst_MapPainters::everyStateIsSeen_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("dark");
    for (const char *kind : {"lines", "areas", "points", "arrows"}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", kind, dark ? "dark" : "light")
                << QString::fromUtf8(kind) << dark;
    }
}

void tst_MapPainters::everyStateIsSeen()
{
    QFETCH(QString, kind);
    QFETCH(bool, dark);
    const ThemeMode theme = dark ? ThemeMode::Dark : ThemeMode::Light;
    std::vector<QImage> pictures{paint(layerOf(LayerOrder::Values, shape(kind), {}), theme)};
    for (const Fill fill :
        {Fill::Solid, Fill::Hollow, Fill::Hatched, Fill::Dashed, Fill::Forecast, Fill::Scenario}) {
        for (const double doubt : {0.0, 0.67}) {
            // What is stale, missing or guessed looks the same however uncertain it is.
            if (doubt > 0.0 && fill != Fill::Solid && fill != Fill::Scenario)
                continue;
            FeatureStyle style;
            style.color = MapColor::of(&Tokens::accent);
            style.width = kind == QLatin1String("arrows") ? 3.0 : 12.0;
            style.fill = fill;
            style.uncertainty = doubt;
            if (kind == QLatin1String("arrows"))
                style.symbol = Symbol::Arrow;
            pictures.push_back(
                paint(layerOf(LayerOrder::Values, shape(kind), oneStyle(style)), theme));
        }
    }
    for (std::size_t a = 0; a < pictures.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const bool alike = kind == QLatin1String("arrows") && a >= 3 && b >= 3;
            QVERIFY2(alike || pictures[a] != pictures[b],
                qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }
}

void tst_MapPainters::scenarioHasAVioletEdge_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"lines", "areas", "points"})
        QTest::addRow("%s", kind) << QString::fromUtf8(kind);
}

void tst_MapPainters::scenarioHasAVioletEdge()
{
    QFETCH(QString, kind);
    FeatureStyle style;
    style.color = QColor(Qt::yellow);
    style.width = 16.0;
    style.fill = Fill::Scenario;
    for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
        const QImage picture =
            paint(layerOf(LayerOrder::Values, shape(kind), oneStyle(style)), theme);
        QVERIFY(contains(picture, tokensOf(theme).scenario));
        QVERIFY(contains(picture, QColor(Qt::yellow)));
    }
}

void tst_MapPainters::doubtIsPalerAndDenser()
{
    const QColor color(200, 40, 40);
    QCOMPARE(paler(color, 0.0), color);
    QVERIFY(paler(color, 0.5).hslSaturationF() < 0.6F * color.hslSaturationF());
    QCOMPARE(paler(color, 1.0).red(), paler(color, 1.0).blue()); // grey
    QVERIFY(std::abs(paler(color, 0.7).lightness() - color.lightness()) <= 1);
    // The share of the area that is hatched grows.
    int last = -1;
    for (const double doubt : {0.0, 0.34, 0.67, 1.0}) {
        FeatureStyle style;
        style.color = color;
        style.uncertainty = doubt;
        const QImage picture =
            paint(layerOf(LayerOrder::Values, shape(QStringLiteral("areas")), oneStyle(style)));
        int hatched = 0;
        for (int y = 30; y < 90; ++y) {
            for (int x = 30; x < 90; ++x)
                hatched += picture.pixelColor(x, y) != paler(color, doubt) ? 1 : 0;
        }
        QVERIFY(hatched > last);
        last = hatched;
    }
}

void tst_MapPainters::doubtIsClassified()
{
    ValueScale scale;
    scale.breaks = {10.0};
    scale.bands = {{QColor(Qt::red), 1.0}, {QColor(Qt::blue), 2.0}};
    const float nothing = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> values{5, 15, 5, 15, nothing, 15};
    const std::vector<float> doubts{0.0F, 0.0F, 1.0F, 0.3F, 1.0F, nothing};
    const std::vector<ValueState> states{ValueState::Good, ValueState::Good, ValueState::Good,
        ValueState::Forecast, ValueState::Good, ValueState::Scenario};
    const auto attributes = classified(values, states, scale, {}, {}, doubts);
    const double expected[] = {0.0, 0.0, 1.0, 1.0 / 3.0, 0.0, 0.0};
    const Fill fills[] = {
        Fill::Solid, Fill::Solid, Fill::Solid, Fill::Forecast, Fill::Hatched, Fill::Scenario};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const FeatureStyle *style = attributes->style(i);
        QVERIFY(style);
        QCOMPARE(style->uncertainty, expected[i]);
        QCOMPARE(int(style->fill), int(fills[i]));
    }
    QCOMPARE(attributes->style(2)->color.light, QColor(Qt::red));
    QCOMPARE(attributes->style(3)->color.light, QColor(Qt::blue));
}

void tst_MapPainters::cellsHaveTheirColor()
{
    const QImage picture = paint(surfaceLayer(surface({5, 15, 25, 5}), 2, 2));
    QCOMPARE(picture.pixelColor(30, 30), QColor(Qt::red)); // north-west
    QCOMPARE(picture.pixelColor(90, 30), QColor(0, 128, 0));
    QCOMPARE(picture.pixelColor(30, 90), QColor(Qt::blue));
    QCOMPARE(picture.pixelColor(90, 90), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(5, 60), RenderOptions().ground.light); // beside it
    QCOMPARE(picture.pixelColor(59, 30), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(60, 30), QColor(0, 128, 0));
}

void tst_MapPainters::smoothValuesLieBetween()
{
    SurfaceValues values = surface({0, 30});
    values.smooth = true;
    const QImage picture = paint(surfaceLayer(values, 2, 1));
    QCOMPARE(picture.pixelColor(20, 60), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(60, 60), QColor(0, 128, 0)); // 15 in the middle
    QCOMPARE(picture.pixelColor(100, 60), QColor(Qt::blue));
    values.gradual = true;
    const QImage gradual = paint(surfaceLayer(values, 2, 1));
    const QColor quarter = gradual.pixelColor(52, 60); // 11: between 5 (red) and 15 (green)
    QVERIFY(quarter.red() > 60 && quarter.green() > 40 && quarter.blue() < 10);
}

void tst_MapPainters::whatIsUnknownStaysEmpty()
{
    for (const bool smooth : {false, true}) {
        SurfaceValues values = surface({5, std::numeric_limits<float>::quiet_NaN()});
        values.smooth = smooth;
        const QImage picture = paint(surfaceLayer(values, 2, 1));
        QCOMPARE(picture.pixelColor(30, 60), QColor(Qt::red));
        QCOMPARE(picture.pixelColor(90, 60), RenderOptions().ground.light);
    }
}

void tst_MapPainters::uncertainSurfaceIsPaler()
{
    SurfaceValues values = surface({5, 5});
    values.uncertainty = {0.0F, 1.0F};
    const QImage picture = paint(surfaceLayer(values, 2, 1));
    QCOMPARE(picture.pixelColor(30, 60), QColor(Qt::red));
    int grey = 0;
    for (int x = 62; x < 108; ++x)
        grey += picture.pixelColor(x, 60).hslSaturation() < 40 ? 1 : 0;
    QVERIFY(grey > 20);
}

void tst_MapPainters::arrowsPointWhereTheyShould_data()
{
    QTest::addColumn<float>("degrees");
    QTest::addColumn<QPoint>("tip");
    QTest::newRow("north") << 0.0F << QPoint(60, 42);
    QTest::newRow("east") << 90.0F << QPoint(78, 60);
    QTest::newRow("south") << 180.0F << QPoint(60, 78);
    QTest::newRow("west") << 270.0F << QPoint(42, 60);
}

void tst_MapPainters::arrowsPointWhereTheyShould()
{
    QFETCH(float, degrees);
    QFETCH(QPoint, tip);
    FeatureStyle style;
    style.color = QColor(Qt::red);
    style.symbol = Symbol::Arrow;
    style.width = 3.0;
    LayerAttributes attributes = oneStyle(style);
    attributes.directions = {degrees};
    attributes.lengths = {40.0F};
    const QImage picture = paint(layerOf(LayerOrder::Points, shape({}), attributes));
    // The head is wider than the shaft: beside the line there is paint near the tip only.
    const auto paintAcross = [&](QPoint at) {
        const bool flat = degrees == 90.0F || degrees == 270.0F;
        int count = 0;
        for (int d = -8; d <= 8; ++d) {
            const QPoint p = at + (flat ? QPoint(0, d) : QPoint(d, 0));
            count += picture.pixelColor(p) == QColor(Qt::red) ? 1 : 0;
        }
        return count;
    };
    const QPoint middle(60, 60);
    const QPoint headBase = middle + (tip - middle) * 13 / 18;
    QVERIFY(paintAcross(headBase) >= 4);
    QVERIFY(paintAcross(middle - (tip - middle)) <= 3);
    QVERIFY(paintAcross(middle - (tip - middle)) >= 1);
    attributes.lengths = {std::numeric_limits<float>::quiet_NaN()};
    QVERIFY(!contains(paint(layerOf(LayerOrder::Points, shape({}), attributes)), QColor(Qt::red)));
}

void tst_MapPainters::picturesOfOthersLieRight()
{
    auto images = std::make_shared<NumberedImages>();
    const LocalProjection projection({9.5, 47.1});
    const MapLayer layer = layerOf(
        LayerOrder::Tiles, TileGeometry::make(images, projection, {}), oneStyle(FeatureStyle()));
    const Viewport view{{300.0, -200.0}, 10.0, QSize(600, 400), 1.0};
    const int zoom = zoomFor(*images, 47.1, view);
    QCOMPARE(zoom, 13); // 40075016 cos 47.1 / 256 / 2^13 = 13.0 m a pixel; 14: 6.5
    const QImage picture = renderMap({layer}, view, {});
    for (const QPointF at :
        {QPointF(20, 20), QPointF(300, 200), QPointF(580, 390), QPointF(111, 333)}) {
        const LonLat position = projection.toSphere(view.toWorld(at));
        // The formulas of the tile pyramid, as OpenStreetMap's wiki gives them.
        const double n = std::exp2(zoom);
        const double phi = position.lat * 3.14159265358979 / 180.0;
        const int x = int((position.lon + 180.0) / 360.0 * n);
        const int y =
            int((1.0 - std::log(std::tan(phi) + 1.0 / std::cos(phi)) / 3.14159265358979) / 2.0 * n);
        QCOMPARE(picture.pixelColor(at.toPoint()), NumberedImages::colorOfTile(zoom, x, y));
    }
}

void tst_MapPainters::aCoarserPictureHelpsOut()
{
    auto images = std::make_shared<NumberedImages>();
    images->finest = 11;
    const LocalProjection projection({9.5, 47.1});
    const MapLayer layer = layerOf(
        LayerOrder::Tiles, TileGeometry::make(images, projection, {}), oneStyle(FeatureStyle()));
    const Viewport view{{0.0, 0.0}, 10.0, QSize(200, 200), 1.0};
    QCOMPARE(renderMap({layer}, view, {}).pixelColor(100, 100).red(), 110);
    images->finest = 3; // none at all
    QCOMPARE(renderMap({layer}, view, {}).pixelColor(100, 100), RenderOptions().ground.light);
}

void tst_MapPainters::wrongSizesAreHarmless()
{
    SurfaceValues values = surface({1, 2, 3});
    QVERIFY(!contains(paint(surfaceLayer(values, 2, 2)), QColor(Qt::red)));
    values = surface({1, 2, 3, 4});
    values.uncertainty = {0.5F};
    QVERIFY(!contains(paint(surfaceLayer(values, 2, 2)), QColor(Qt::red)));
    values = surface({});
    QVERIFY(!paint(surfaceLayer(values, 0, 0)).isNull());
    FeatureStyle style;
    style.width = 4.0;
    style.symbol = Symbol::Arrow;
    style.color = QColor(Qt::red);
    QVERIFY(
        contains(paint(layerOf(LayerOrder::Points, shape({}), oneStyle(style))), QColor(Qt::red)));
    PolylineSet set;
    set.append(std::vector<PointM>{{std::nan(""), 0}, {10, 10}});
    set.append(std::vector<PointM>{{-40, 0}, {40, 0}});
    QVERIFY(contains(paint(layerOf(LayerOrder::Values, LineGeometry::make(set), oneStyle(style))),
        QColor(Qt::red)));
}

QTEST_MAIN(tst_MapPainters)
#include "tst_map_painters.moc"
