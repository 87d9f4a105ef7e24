// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "map/picker.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

std::shared_ptr<const LayerAttributes> oneStyle(double width)
{
    auto attributes = std::make_shared<LayerAttributes>();
    FeatureStyle style;
    style.color = QColor(Qt::red);
    style.width = width;
    attributes->styles = {style};
    return attributes;
}

MapLayer layerOf(MapGeometry geometry, LayerOrder order, double width)
{
    MapLayer layer;
    layer.id = QStringLiteral("layer%1").arg(int(order));
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes = oneStyle(width);
    layer.pickable = true;
    return layer;
}

PolylineSet oneLine(std::vector<PointM> line)
{
    PolylineSet set;
    set.append(line);
    return set;
}

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double squared = QPointF::dotProduct(d, d);
    const double t =
        squared > 0.0 ? std::clamp(QPointF::dotProduct(p - a, d) / squared, 0.0, 1.0) : 0.0;
    const QPointF e = a + t * d - p;
    return std::hypot(e.x(), e.y());
}

} // namespace

class tst_Picker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAgreeWithBruteForce();
    void pointsAgreeWithBruteForce();
    void areasKnowTheirHoles();
    void topmostLayerWins();
    void sidesOfARoadAreTold();
    void hiddenIsNotPicked();
    void outlines();

private:
    const Viewport m_view{{0.0, 0.0}, 1.0, QSize(1000, 1000), 1.0};
};

void tst_Picker::linesAgreeWithBruteForce()
{
    Random random(21);
    PolylineSet set;
    for (int i = 0; i < 200; ++i) {
        std::vector<PointM> line{{random.uniform(-500.0, 500.0), random.uniform(-500.0, 500.0)}};
        for (int k = 0; k < 3; ++k)
            line.push_back({line.back().x + random.uniform(-80.0, 80.0),
                line.back().y + random.uniform(-80.0, 80.0)});
        set.append(line);
    }
    const auto geometry = LineGeometry::make(set);
    const std::vector<MapLayer> layers{layerOf(geometry, LayerOrder::Values, 2.0)};
    constexpr double kTolerance = 6.0;
    int hits = 0;
    for (int i = 0; i < 500; ++i) {
        const QPointF at(random.uniform(0.0, 1000.0), random.uniform(0.0, 1000.0));
        double nearest = 1e300;
        std::int32_t expected = -1;
        for (std::size_t k = 0; k < set.count(); ++k) {
            const auto line = set.line(k);
            for (std::size_t s = 1; s < line.size(); ++s) {
                const double d =
                    distanceToSegment(at, m_view.toScreen(line[s - 1]), m_view.toScreen(line[s]));
                if (d < nearest) {
                    nearest = d;
                    expected = std::int32_t(k);
                }
            }
        }
        const auto found = pick(layers, m_view, at, kTolerance);
        if (std::abs(nearest - 1.0 - kTolerance) < 1e-6)
            continue;
        QCOMPARE(found.has_value(), nearest - 1.0 <= kTolerance);
        // Under several lines at once the one painted last is meant.
        if (found && nearest > 1.0)
            QCOMPARE(found->feature, expected);
        hits += found ? 1 : 0;
    }
    QVERIFY(hits > 50);
}

void tst_Picker::pointsAgreeWithBruteForce()
{
    Random random(22);
    std::vector<PointM> points;
    for (int i = 0; i < 400; ++i)
        points.push_back({random.uniform(-500.0, 500.0), random.uniform(-500.0, 500.0)});
    const std::vector<MapLayer> layers{
        layerOf(PointGeometry::make(points), LayerOrder::Points, 8.0)};
    for (int i = 0; i < 500; ++i) {
        const QPointF at(random.uniform(0.0, 1000.0), random.uniform(0.0, 1000.0));
        std::vector<double> distances;
        for (const PointM p : points) {
            const QPointF d = m_view.toScreen(p) - at;
            distances.push_back(std::hypot(d.x(), d.y()));
        }
        const auto nearest = std::min_element(distances.begin(), distances.end());
        const auto found = pick(layers, m_view, at, 5.0);
        QCOMPARE(found.has_value(), *nearest <= 4.0 + 5.0);
        if (found && *nearest > 4.0)
            QCOMPARE(found->feature, std::int32_t(nearest - distances.begin()));
    }
}

void tst_Picker::areasKnowTheirHoles()
{
    PolylineSet rings;
    rings.append(std::vector<PointM>{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}});
    rings.append(std::vector<PointM>{{-50, -50}, {50, -50}, {50, 50}, {-50, 50}});
    const std::vector<MapLayer> layers{
        layerOf(AreaGeometry::make(std::move(rings), {2}), LayerOrder::Areas, 1.0)};
    QVERIFY(pick(layers, m_view, m_view.toScreen({75, 0}), 3.0));
    QVERIFY(!pick(layers, m_view, m_view.toScreen({0, 0}), 3.0));
    QVERIFY(!pick(layers, m_view, m_view.toScreen({150, 0}), 3.0));
}

void tst_Picker::topmostLayerWins()
{
    const auto line = LineGeometry::make(oneLine({{-100, 0}, {100, 0}}));
    const auto point = PointGeometry::make({{0, 4}});
    std::vector<MapLayer> layers{
        layerOf(point, LayerOrder::Points, 4.0), layerOf(line, LayerOrder::Values, 4.0)};
    const QPointF onLine = m_view.toScreen({0, 0});
    auto found = pick(layers, m_view, onLine, 6.0);
    QVERIFY(found);
    QCOMPARE(found->layer, layers[0].id);
    layers[0].pickable = false;
    found = pick(layers, m_view, onLine, 6.0);
    QVERIFY(found);
    QCOMPARE(found->layer, layers[1].id);
}

void tst_Picker::sidesOfARoadAreTold()
{
    PolylineSet set;
    set.append(std::vector<PointM>{{-100, 0}, {100, 0}}); // eastwards: its right is south
    set.append(std::vector<PointM>{{100, 0}, {-100, 0}});
    std::vector<MapLayer> layers{
        layerOf(LineGeometry::make(std::move(set)), LayerOrder::Values, 4.0)};
    layers[0].side = LineSide::Right;
    const QPointF middle = m_view.toScreen({0, 0});
    QCOMPARE(pick(layers, m_view, middle + QPointF(0.0, 3.0), 6.0)->feature, 0);
    QCOMPARE(pick(layers, m_view, middle - QPointF(0.0, 3.0), 6.0)->feature, 1);
    layers[0].side = LineSide::Left;
    QCOMPARE(pick(layers, m_view, middle + QPointF(0.0, 3.0), 6.0)->feature, 1);
}

void tst_Picker::hiddenIsNotPicked()
{
    std::vector<MapLayer> layers{layerOf(PointGeometry::make({{0, 0}}), LayerOrder::Points, 4.0)};
    const QPointF middle = m_view.toScreen({0, 0});
    QVERIFY(pick(layers, m_view, middle, 3.0));
    layers[0].visible = false;
    QVERIFY(!pick(layers, m_view, middle, 3.0));
    layers[0].visible = true;
    auto attributes = std::make_shared<LayerAttributes>(*layers[0].attributes);
    attributes->styleOf = {LayerAttributes::kHidden};
    layers[0].attributes = attributes;
    QVERIFY(!pick(layers, m_view, middle, 3.0));
    QVERIFY(!pick({}, m_view, middle, 3.0));
}

void tst_Picker::outlines()
{
    const MapLayer line =
        layerOf(LineGeometry::make(oneLine({{-100, 0}, {100, 0}})), LayerOrder::Values, 4.0);
    QCOMPARE(outlineOf(line, 0, m_view).boundingRect(), QRectF(400.0, 500.0, 200.0, 0.0));
    QVERIFY(outlineOf(line, 1, m_view).isEmpty());
    QVERIFY(outlineOf(line, -1, m_view).isEmpty());
    QVERIFY(outlineOf(MapLayer(), 0, m_view).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Picker)
#include "tst_picker.moc"
