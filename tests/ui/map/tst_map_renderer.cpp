// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_renderer.h"
#include "synthetic_layers.h"

#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

class tst_MapRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsGround_data();
    void nothingIsGround();
    void colorsAreWhereTheyBelong();
    void orderDoesNotDependOnTheList();
    void themeChoosesTheColor();
    void fillsDiffer_data();
    void fillsDiffer();
    void detailLevelsLookAlike();
    void cancelledIsNull();
    void tooLargeIsNull();
    void pixelRatioScalesThePicture();

private:
    const Viewport m_view{{0.0, 0.0}, 1.0, QSize(200, 200), 1.0};

    static MapLayer band(LayerOrder order, const FeatureStyle &style, double y)
    {
        PolylineSet set;
        set.append(std::vector<PointM>{{-200, y}, {200, y}});
        MapLayer layer;
        layer.id = QString::number(int(order));
        layer.order = order;
        layer.geometry = LineGeometry::make(std::move(set));
        auto attributes = std::make_shared<LayerAttributes>();
        attributes->styles = {style};
        layer.attributes = attributes;
        return layer;
    }
    static FeatureStyle wide(const MapColor &color)
    {
        FeatureStyle style;
        style.color = color;
        style.width = 20.0;
        return style;
    }
};

void tst_MapRenderer::nothingIsGround_data()
{
    QTest::addColumn<bool>("emptyLayers");
    QTest::newRow("noLayers") << false;
    QTest::newRow("emptyLayers") << true;
}

void tst_MapRenderer::nothingIsGround()
{
    QFETCH(bool, emptyLayers);
    std::vector<MapLayer> layers;
    if (emptyLayers) {
        const std::vector<MapGeometry> geometries{LineGeometry::make({}), PointGeometry::make({}),
            AreaGeometry::make({}, {}), LabelGeometry::make({}), MapGeometry()};
        for (const MapGeometry &geometry : geometries) {
            MapLayer layer = band(LayerOrder::Values, wide(QColor(Qt::red)), 0.0);
            layer.geometry = geometry;
            layers.push_back(layer);
        }
        layers.push_back(band(LayerOrder::Values, wide(QColor(Qt::red)), 0.0));
        layers.back().attributes = std::make_shared<LayerAttributes>(); // no styles
        layers.push_back(band(LayerOrder::Values, wide(QColor(Qt::red)), 0.0));
        layers.back().attributes = nullptr;
        layers.push_back(band(LayerOrder::Values, wide(QColor(Qt::red)), 0.0));
        layers.back().visible = false;
    }
    const RenderOptions options;
    const QImage picture = renderMap(layers, m_view, options);
    QImage ground(200, 200, QImage::Format_RGB32);
    ground.fill(options.ground.light);
    QCOMPARE(picture, ground);
}

void tst_MapRenderer::colorsAreWhereTheyBelong()
{
    FeatureStyle style = wide(QColor(Qt::red));
    style.casing = QColor(Qt::blue);
    style.casingWidth = 4.0;
    const QImage picture = renderMap(
        {band(LayerOrder::Roads, style, 50.0)}, m_view, RenderOptions()); // y = 50 on the screen
    QCOMPARE(picture.pixelColor(100, 50), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(100, 41), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(100, 38), QColor(Qt::blue));
    QCOMPARE(picture.pixelColor(100, 61), QColor(Qt::blue));
    QCOMPARE(picture.pixelColor(100, 70), RenderOptions().ground.light);
}

void tst_MapRenderer::orderDoesNotDependOnTheList()
{
    const MapLayer below = band(LayerOrder::Areas, wide(QColor(Qt::red)), 0.0);
    const MapLayer above = band(LayerOrder::Points, wide(QColor(Qt::green)), 0.0);
    QCOMPARE(renderMap({below, above}, m_view, {}), renderMap({above, below}, m_view, {}));
    QCOMPARE(renderMap({above, below}, m_view, {}).pixelColor(100, 100), QColor(Qt::green));
}

void tst_MapRenderer::themeChoosesTheColor()
{
    const MapLayer line =
        band(LayerOrder::Roads, wide(MapColor(QColor(Qt::red), QColor(Qt::green))), 0.0);
    RenderOptions options;
    options.theme = ThemeMode::Light;
    QCOMPARE(renderMap({line}, m_view, options).pixelColor(100, 100), QColor(Qt::red));
    options.theme = ThemeMode::Dark;
    const QImage dark = renderMap({line}, m_view, options);
    QCOMPARE(dark.pixelColor(100, 100), QColor(Qt::green));
    QCOMPARE(dark.pixelColor(100, 10), tokensOf(ThemeMode::Dark).mapGround);
}

void tst_MapRenderer::fillsDiffer_data()
{
    QTest::addColumn<bool>("points");
    QTest::newRow("lines") << false;
    QTest::newRow("points") << true;
}

void tst_MapRenderer::fillsDiffer()
{
    QFETCH(bool, points);
    std::vector<QImage> pictures;
    for (const Fill fill :
        {Fill::Solid, Fill::Hollow, Fill::Hatched, Fill::Dashed, Fill::Forecast}) {
        FeatureStyle style = wide(QColor(Qt::red));
        style.fill = fill;
        MapLayer layer = band(LayerOrder::Values, style, 0.0);
        if (points)
            layer.geometry = PointGeometry::make({{0, 0}});
        pictures.push_back(renderMap({layer}, m_view, {}));
    }
    for (std::size_t a = 0; a < pictures.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY(pictures[a] != pictures[b]);
    }
}

void tst_MapRenderer::detailLevelsLookAlike()
{
    // A finely drawn circle seen from afar: the coarse copy may differ by less than a pixel.
    std::vector<PointM> circle;
    for (int i = 0; i <= 2000; ++i)
        circle.push_back(
            {4000.0 * std::cos(i * 0.00314159265), 4000.0 * std::sin(i * 0.00314159265)});
    PolylineSet set;
    set.append(circle);
    const auto geometry = LineGeometry::make(set);
    QVERIFY(geometry->lines.forScale(50.0).points.size() < set.points.size() / 10);
    for (const PointM p : geometry->lines.forScale(50.0).points)
        QVERIFY(std::abs(std::hypot(p.x, p.y) - 4000.0) < 25.0);
}

void tst_MapRenderer::cancelledIsNull()
{
    const SyntheticLayers city(4);
    QVERIFY(renderMap(city.layers, m_view, {}, [] { return true; }).isNull());
}

void tst_MapRenderer::tooLargeIsNull()
{
    Viewport huge = m_view;
    huge.size = QSize(100000, 100000);
    QVERIFY(renderMap({}, huge, {}).isNull());
}

void tst_MapRenderer::pixelRatioScalesThePicture()
{
    const MapLayer line = band(LayerOrder::Roads, wide(QColor(Qt::red)), 50.0);
    Viewport sharp = m_view;
    sharp.devicePixelRatio = 2.0;
    const QImage picture = renderMap({line}, sharp, {});
    QCOMPARE(picture.size(), QSize(400, 400));
    QCOMPARE(picture.devicePixelRatio(), 2.0);
    QCOMPARE(picture.pixelColor(200, 82), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(200, 118), QColor(Qt::red));
    QVERIFY(picture.pixelColor(200, 122) != QColor(Qt::red));
}

QTEST_MAIN(tst_MapRenderer)
#include "tst_map_renderer.moc"
