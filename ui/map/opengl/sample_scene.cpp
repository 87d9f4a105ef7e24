// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/sample_scene.h"

#include "base/random.h"

#include <cmath>
#include <numbers>

namespace belvedere::ui {

namespace {

constexpr int kAreas = 400;
constexpr int kRoads = 20000;

} // namespace

SampleScene::SampleScene()
{
    addAreas();
    addRoads();
}

void SampleScene::add(MapGeometry geometry, LayerOrder order, std::vector<FeatureStyle> styles,
    std::vector<std::uint8_t> styleOf)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = std::move(styles);
    attributes->styleOf = std::move(styleOf);
    MapLayer layer;
    layer.id = QString::number(layers.size());
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes = std::move(attributes);
    layers.push_back(std::move(layer));
}

/// Stars with a hole, some of them edged.
void SampleScene::addAreas()
{
    Random random(11);
    PolylineSet rings;
    const auto star = [&](PointM middle, double radius) {
        std::vector<PointM> ring;
        constexpr int kCorners = 14;
        for (int i = 0; i < kCorners; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / kCorners;
            const double r = i % 2 == 0 ? radius : 0.7 * radius;
            ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
        }
        rings.append(ring);
    };
    std::vector<std::uint8_t> styleOf;
    for (int i = 0; i < kAreas; ++i) {
        const double half = 0.5 * kExtentM;
        const PointM middle{random.uniform(-half, half), random.uniform(-half, half)};
        const double radius = random.uniform(20.0, 180.0);
        star(middle, radius);
        star(middle, 0.4 * radius);
        styleOf.push_back(std::uint8_t(i % 3));
    }
    std::vector<FeatureStyle> styles(3);
    styles[0].color = QColor(0xCF, 0xE0, 0xEA);
    styles[1].color = QColor(0xD4, 0xE4, 0xCB, 160);
    styles[2].color = QColor(0xE4, 0xDC, 0xD2);
    styles[2].casing = QColor(0x9A, 0x8F, 0x80);
    add(AreaGeometry::make(std::move(rings), std::vector<std::uint32_t>(kAreas, 2)),
        LayerOrder::Areas, std::move(styles), std::move(styleOf));
}

/// Bent lines of several widths, with and without a casing, whole and dashed.
void SampleScene::addRoads()
{
    Random random(12);
    PolylineSet lines;
    std::vector<std::uint8_t> styleOf;
    for (int i = 0; i < kRoads; ++i) {
        const double half = 0.5 * kExtentM;
        PointM at{random.uniform(-half, half), random.uniform(-half, half)};
        double angle = random.uniform(0.0, 2.0 * std::numbers::pi);
        std::vector<PointM> line{at};
        for (int k = 0; k < 1 + i % 4; ++k) {
            const double length = random.uniform(10.0, 40.0);
            at = {at.x + length * std::cos(angle), at.y + length * std::sin(angle)};
            line.push_back(at);
            angle += random.uniform(-0.8, 0.8);
        }
        lines.append(line);
        styleOf.push_back(std::uint8_t(i % 40 == 0 ? 1 : (i % 41 == 0 ? 2 : 0)));
    }
    std::vector<FeatureStyle> styles(3);
    styles[0].color = QColor(0x8A, 0x93, 0x9C);
    styles[1].color = QColor(Qt::white);
    styles[1].casing = QColor(0x60, 0x68, 0x70);
    styles[1].width = 5.0;
    styles[1].rank = 1;
    styles[2].color = QColor(0xD5, 0x2F, 0x3C);
    styles[2].width = 2.0;
    styles[2].fill = Fill::Dashed;
    add(LineGeometry::make(std::move(lines)), LayerOrder::Roads, std::move(styles),
        std::move(styleOf));
}

} // namespace belvedere::ui
