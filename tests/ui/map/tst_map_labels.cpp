// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "map/painters/label_painter.h"

#include <QGuiApplication>
#include <QPolygonF>
#include <QTest>

#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

class tst_MapLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoTextsMeet_data();
    void noTwoTextsMeet();
    void importantFirst();
    void streetNameFollowsItsStreet_data();
    void streetNameFollowsItsStreet();
    void shortStreetHasNoName();
    void bendBreaksAStreet();
    void sameNameNotTwiceNearby();
    void hiddenFarOut();

private:
    std::vector<PlacedLabel> place(const std::vector<Label> &labels, double maxMpp = 1e9) const
    {
        FeatureStyle style;
        style.fontPx = 12;
        style.maxMetersPerPixel = maxMpp;
        LayerAttributes attributes;
        attributes.styles = {style};
        LabelSpace space;
        return placeLabels(*LabelGeometry::make(labels), attributes, {m_view, m_view.box(), {}},
            RenderOptions(), space, [] { return false; });
    }

    const Viewport m_view{{0.0, 0.0}, 1.0, QSize(1000, 800), 1.0};
};

void tst_MapLabels::noTwoTextsMeet_data()
{
    QTest::addColumn<bool>("streets");
    QTest::newRow("places") << false;
    QTest::newRow("streets") << true;
}

void tst_MapLabels::noTwoTextsMeet()
{
    QFETCH(bool, streets);
    Random random(31);
    std::vector<Label> labels;
    for (int i = 0; i < 500; ++i) {
        Label label;
        label.text = QStringLiteral("Name %1").arg(i);
        label.priority = int(random.below(4));
        const PointM p{random.uniform(-480.0, 480.0), random.uniform(-380.0, 380.0)};
        label.path = {p};
        if (streets) {
            const double angle = random.uniform(0.0, 6.28);
            const double length = random.uniform(40.0, 200.0);
            label.path.push_back({p.x + length * std::cos(angle), p.y + length * std::sin(angle)});
        }
        labels.push_back(label);
    }
    const std::vector<PlacedLabel> placed = place(labels);
    QVERIFY(placed.size() > 30);
    QVERIFY(placed.size() < labels.size());
    for (std::size_t a = 0; a < placed.size(); ++a) {
        QVERIFY(std::abs(placed[a].degrees) <= 90.0);
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY(!placed[a].polygon().intersects(placed[b].polygon()));
    }
}

void tst_MapLabels::importantFirst()
{
    const auto placed = place({{QStringLiteral("Quarter"), {{0, 0}}, 2},
        {QStringLiteral("City"), {{0, 0}}, 0}, {QStringLiteral("Far off"), {{300, 0}}, 5}});
    QCOMPARE(placed.size(), std::size_t(2));
    QCOMPARE(placed[0].feature, 1);
    QCOMPARE(placed[1].feature, 2);
}

void tst_MapLabels::streetNameFollowsItsStreet_data()
{
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::addColumn<double>("degrees"); // clockwise on the screen
    QTest::newRow("east") << 300.0 << 0.0 << 0.0;
    QTest::newRow("westIsReadEastwards") << -300.0 << 0.0 << 0.0;
    QTest::newRow("northEast") << 200.0 << 200.0 << -45.0;
    QTest::newRow("southWest") << -200.0 << -200.0 << -45.0;
    QTest::newRow("southEast") << 200.0 << -200.0 << 45.0;
    QTest::newRow("south") << 0.0 << -300.0 << 90.0;
}

void tst_MapLabels::streetNameFollowsItsStreet()
{
    QFETCH(double, dx);
    QFETCH(double, dy);
    QFETCH(double, degrees);
    const auto placed = place({{QStringLiteral("Mill Lane"), {{0, 0}, {dx, dy}}, 0}});
    QCOMPARE(placed.size(), std::size_t(1));
    QVERIFY(std::abs(placed[0].degrees - degrees) < 1e-6);
    const QPointF middle = m_view.toScreen({dx / 2, dy / 2});
    QVERIFY((placed[0].centre - middle).manhattanLength() < 1e-6);
}

void tst_MapLabels::shortStreetHasNoName()
{
    QVERIFY(place({{QStringLiteral("A rather long name"), {{0, 0}, {40, 0}}, 0}}).empty());
}

void tst_MapLabels::bendBreaksAStreet()
{
    // 60 px west to east, then 200 px to the north: the name stands on the second part.
    const auto placed = place({{QStringLiteral("Mill Lane"), {{0, 0}, {60, 0}, {60, 200}}, 0}});
    QCOMPARE(placed.size(), std::size_t(1));
    QVERIFY(std::abs(std::abs(placed[0].degrees) - 90.0) < 1e-6);
    QCOMPARE(placed[0].centre, m_view.toScreen({60, 100}));
}

void tst_MapLabels::sameNameNotTwiceNearby()
{
    const auto placed = place({{QStringLiteral("Mill Lane"), {{-400, 0}, {-250, 0}}, 0},
        {QStringLiteral("Mill Lane"), {{-240, 0}, {-90, 0}}, 0},
        {QStringLiteral("Mill Lane"), {{300, 0}, {450, 0}}, 0}});
    QCOMPARE(placed.size(), std::size_t(2));
}

void tst_MapLabels::hiddenFarOut()
{
    QCOMPARE(place({{QStringLiteral("Quarter"), {{0, 0}}, 0}}, 0.5).size(), std::size_t(0));
    QCOMPARE(place({{QStringLiteral("Quarter"), {{0, 0}}, 0}}, 1.0).size(), std::size_t(1));
    QCOMPARE(place({{QStringLiteral("Elsewhere"), {{9000, 0}}, 0}}).size(), std::size_t(0));
}

QTEST_MAIN(tst_MapLabels)
#include "tst_map_labels.moc"
