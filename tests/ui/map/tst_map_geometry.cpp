// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "map/map_geometry.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

double distanceToLine(PointM p, std::span<const PointM> line)
{
    double nearest = 1e300;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double dx = line[i].x - line[i - 1].x;
        const double dy = line[i].y - line[i - 1].y;
        const double squared = dx * dx + dy * dy;
        const double t = squared > 0.0
            ? std::clamp(
                ((p.x - line[i - 1].x) * dx + (p.y - line[i - 1].y) * dy) / squared, 0.0, 1.0)
            : 0.0;
        nearest = std::min(
            nearest, std::hypot(line[i - 1].x + t * dx - p.x, line[i - 1].y + t * dy - p.y));
    }
    return nearest;
}

} // namespace

class tst_MapGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coarserLevelsStayWithinTheirTolerance();
    void levelIsChosenByHalfAPixel();
    void straightLinesHaveTwoPointsFarOut();
    void touchingFindsWhatBruteForceFinds();
    void holesBelongToTheirFeature();
    void labelsAreOrderedByPriority();
    void emptyGeometries();

private:
    static PolylineSet wigglyLines(int lines, int points)
    {
        Random random(11);
        PolylineSet set;
        for (int i = 0; i < lines; ++i) {
            std::vector<PointM> line;
            PointM p{random.uniform(-9000.0, 9000.0), random.uniform(-9000.0, 9000.0)};
            for (int k = 0; k < points; ++k) {
                line.push_back(p);
                p.x += random.uniform(0.0, 12.0);
                p.y += random.normal(0.0, 6.0);
            }
            set.append(line);
        }
        return set;
    }
};

void tst_MapGeometry::coarserLevelsStayWithinTheirTolerance()
{
    const auto geometry = LineGeometry::make(wigglyLines(40, 120));
    const PolylineSet &finest = geometry->lines.finest();
    QVERIFY(geometry->lines.levels.size() >= 3);
    std::size_t before = finest.points.size() + 1;
    for (const PolylineSet &level : geometry->lines.levels) {
        QVERIFY(level.points.size() < before);
        before = level.points.size();
        QCOMPARE(level.count(), finest.count());
        for (std::size_t i = 0; i < level.count(); ++i) {
            QVERIFY(level.line(i).front() == finest.line(i).front());
            QVERIFY(level.line(i).back() == finest.line(i).back());
            for (const PointM p : finest.line(i))
                QVERIFY(distanceToLine(p, level.line(i)) <= level.toleranceM + 1e-9);
        }
    }
}

void tst_MapGeometry::levelIsChosenByHalfAPixel()
{
    const auto geometry = LineGeometry::make(wigglyLines(10, 100));
    QCOMPARE(&geometry->lines.forScale(0.1), &geometry->lines.finest());
    for (const double scale : {0.1, 3.9, 4.0, 15.0, 70.0, 4000.0})
        QVERIFY(geometry->lines.forScale(scale).toleranceM <= 0.5 * scale);
    QCOMPARE(&geometry->lines.forScale(1e6), &geometry->lines.levels.back());
}

void tst_MapGeometry::straightLinesHaveTwoPointsFarOut()
{
    std::vector<PointM> line;
    for (int i = 0; i <= 100; ++i)
        line.push_back({10.0 * i, 0.0});
    PolylineSet set;
    set.append(line);
    const auto geometry = LineGeometry::make(std::move(set));
    QCOMPARE(geometry->lines.forScale(10.0).line(0).size(), std::size_t(2));
}

void tst_MapGeometry::touchingFindsWhatBruteForceFinds()
{
    const auto geometry = LineGeometry::make(wigglyLines(300, 20));
    Random random(5);
    for (int i = 0; i < 200; ++i) {
        BoundingBox box;
        box.add(PointM{random.uniform(-9000.0, 9000.0), random.uniform(-9000.0, 9000.0)});
        box = box.grown(random.uniform(0.0, i % 10 == 0 ? 40000.0 : 3000.0));
        std::vector<std::int32_t> expected;
        for (std::size_t k = 0; k < geometry->count(); ++k) {
            if (geometry->where.boxes[k].intersects(box))
                expected.push_back(std::int32_t(k));
        }
        QVERIFY(geometry->where.touching(box) == expected);
    }
}

void tst_MapGeometry::holesBelongToTheirFeature()
{
    PolylineSet rings;
    rings.append(std::vector<PointM>{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    rings.append(std::vector<PointM>{{2, 2}, {4, 2}, {4, 4}});
    rings.append(std::vector<PointM>{{100, 100}, {110, 100}, {110, 120}});
    const auto areas = AreaGeometry::make(std::move(rings), {2, 1});
    QCOMPARE(areas->count(), std::size_t(2));
    QCOMPARE(areas->firstRing[1], 2U);
    QCOMPARE(areas->where.boxes[0].maxX, 10.0);
    QCOMPARE(areas->where.boxes[1].minX, 100.0);
    QCOMPARE(boundsOf(areas).maxY, 120.0);
}

void tst_MapGeometry::labelsAreOrderedByPriority()
{
    const auto labels = LabelGeometry::make({{QStringLiteral("c"), {{0, 0}}, 3},
        {QStringLiteral("a"), {{0, 0}}, 1}, {QStringLiteral("b"), {{0, 0}}, 1}});
    QVERIFY((labels->byPriority == std::vector<std::int32_t>{1, 2, 0}));
}

void tst_MapGeometry::emptyGeometries()
{
    QVERIFY(boundsOf(LineGeometry::make({})).empty());
    QVERIFY(boundsOf(PointGeometry::make({})).empty());
    QVERIFY(boundsOf(AreaGeometry::make({}, {})).empty());
    QVERIFY(boundsOf(LabelGeometry::make({})).empty());
    QCOMPARE(featureCount(LineGeometry::make({})), std::size_t(0));
    QCOMPARE(featureCount(MapGeometry()), std::size_t(0));
    QVERIFY(boundsOf(MapGeometry()).empty());
}

QTEST_GUILESS_MAIN(tst_MapGeometry)
#include "tst_map_geometry.moc"
