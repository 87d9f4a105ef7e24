// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "city/spatial_index.h"

#include <QTest>

using namespace belvedere;

class tst_SpatialIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyFindsNothing();
    void matchesBruteForce_data();
    void matchesBruteForce();
    void touchesCount();
    void moves();
};

void tst_SpatialIndex::emptyFindsNothing()
{
    QVERIFY(SpatialIndex().touching({0, 0, 1, 1}).empty());
    QVERIFY(SpatialIndex(std::vector<BoundingBox>()).touching({0, 0, 1, 1}).empty());
    QVERIFY(SpatialIndex({BoundingBox()}).touching({-1e9, -1e9, 1e9, 1e9}).empty());
    QVERIFY(SpatialIndex({{0, 0, 1, 1}}).touching(BoundingBox()).empty());
}

void tst_SpatialIndex::matchesBruteForce_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("size");
    QTest::newRow("one") << 1 << 10.0;
    QTest::newRow("points") << 500 << 0.0;
    QTest::newRow("links") << 3000 << 5.0;
    QTest::newRow("large, overlapping") << 300 << 400.0;
}

void tst_SpatialIndex::matchesBruteForce()
{
    QFETCH(const int, count);
    QFETCH(const double, size);
    Random random(11);
    const auto any = [&](double largest) {
        const double x = random.uniform(-500, 500);
        const double y = random.uniform(-500, 500);
        return BoundingBox{x, y, x + random.uniform() * largest, y + random.uniform() * largest};
    };
    std::vector<BoundingBox> boxes;
    for (int i = 0; i < count; ++i)
        boxes.push_back(i % 17 == 5 ? BoundingBox() : any(size)); // some have no place
    const SpatialIndex index(boxes);
    std::size_t found = 0;
    for (int query = 0; query < 300; ++query) {
        const BoundingBox area = any(200.0);
        std::vector<std::int32_t> expected;
        for (int i = 0; i < count; ++i) {
            const BoundingBox &box = boxes[static_cast<std::size_t>(i)];
            if (!box.empty() && box.intersects(area))
                expected.push_back(i);
        }
        QVERIFY(index.touching(area) == expected);
        found += expected.size();
    }
    QVERIFY(found > 0);
}

void tst_SpatialIndex::touchesCount()
{
    const SpatialIndex index({{0, 0, 1, 1}, {1, 1, 2, 2}, {2.5, 2.5, 3, 3}});
    QVERIFY(index.touching({1, 1, 1, 1}) == (std::vector<std::int32_t>{0, 1}));
    QVERIFY(index.touching({2, 2, 2.4, 2.4}) == std::vector<std::int32_t>{1});
}

void tst_SpatialIndex::moves()
{
    SpatialIndex index({{0, 0, 1, 1}});
    SpatialIndex other;
    other = std::move(index);
    QCOMPARE(other.touching({0, 0, 1, 1}).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_SpatialIndex)
#include "tst_spatial_index.moc"
