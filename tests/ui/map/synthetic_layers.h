// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "map/value_scale.h"

namespace belvedere::ui {

/// A jittered grid of roads with both directions of each link, a lake, sites and names.
struct SyntheticLayers
{
    static constexpr double kStepM = 100.0;

    std::vector<MapLayer> layers;
    ValueScale scale;
    std::size_t linkCount = 0;

    /// `cells` by `cells` blocks: 4 * cells * (cells + 1) links.
    explicit SyntheticLayers(int cells)
    {
        scale.breaks = {0.25, 0.45, 0.65, 0.85};
        scale.bands = {{QColor(0xD5, 0x2F, 0x3C), 5.0}, {QColor(0xE0, 0x80, 0x24), 4.0},
            {QColor(0xF2, 0xE2, 0x77), 3.0}, {QColor(0x8F, 0xBE, 0xC1), 2.0},
            {QColor(0x57, 0x64, 0x71), 1.5}};
        scale.missing = {QColor(0x7C, 0x86, 0x92), 1.5};
        scale.lowestOnTop = true;
        addLake();
        addRoads(cells);
        addSites(cells);
        addNames();
    }

    [[nodiscard]] std::shared_ptr<const LayerAttributes> valuesAt(std::uint64_t step) const
    {
        Random random(step + 100);
        std::vector<float> values(linkCount);
        for (float &value : values)
            value = float(random.uniform(0.0, 1.1));
        return classified(values, {}, scale, FeatureStyle());
    }

private:
    static std::shared_ptr<const LayerAttributes> oneStyle(const FeatureStyle &style)
    {
        auto attributes = std::make_shared<LayerAttributes>();
        attributes->styles = {style};
        return attributes;
    }

    void add(const char *id, LayerOrder order, MapGeometry geometry,
        std::shared_ptr<const LayerAttributes> attributes)
    {
        MapLayer layer;
        layer.id = QLatin1String(id);
        layer.order = order;
        layer.geometry = std::move(geometry);
        layer.attributes = std::move(attributes);
        layers.push_back(std::move(layer));
    }

    void addLake()
    {
        PolylineSet rings;
        rings.append(std::vector<PointM>{{50, 50}, {450, 80}, {400, 420}, {80, 380}});
        FeatureStyle style;
        style.color = QColor(0xCF, 0xE0, 0xEA);
        add("lake", LayerOrder::Areas, AreaGeometry::make(std::move(rings), {1}), oneStyle(style));
    }

    void addRoads(int cells)
    {
        Random random(7);
        const int side = cells + 1;
        std::vector<PointM> nodes;
        for (int i = 0; i < side * side; ++i)
            nodes.push_back({kStepM * (i % side) + random.uniform(-25.0, 25.0),
                kStepM * (i / side) + random.uniform(-25.0, 25.0)});
        PolylineSet roads;
        PolylineSet links;
        const auto join = [&](int a, int b) {
            const PointM p = nodes[std::size_t(a)];
            const PointM q = nodes[std::size_t(b)];
            roads.append(std::vector<PointM>{p, q});
            links.append(std::vector<PointM>{p, q});
            links.append(std::vector<PointM>{q, p});
        };
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                if (x + 1 < side)
                    join(y * side + x, y * side + x + 1);
                if (y + 1 < side)
                    join(y * side + x, (y + 1) * side + x);
            }
        }
        linkCount = links.count();
        FeatureStyle road;
        road.color = QColor(Qt::white);
        road.casing = QColor(0xCB, 0xD1, 0xD6);
        road.widthM = 12.0;
        road.width = 8.0;
        add("roads", LayerOrder::Roads, LineGeometry::make(std::move(roads)), oneStyle(road));
        add("values", LayerOrder::Values, LineGeometry::make(std::move(links)), valuesAt(0));
        layers.back().side = LineSide::Right;
        layers.back().pickable = true;
    }

    void addSites(int cells)
    {
        FeatureStyle site;
        site.color = QColor(0x5C, 0xC8, 0xFF);
        site.casing = QColor(Qt::white);
        site.width = 12.0;
        const double middle = 0.5 * kStepM * cells;
        add("sites", LayerOrder::Points,
            PointGeometry::make({{middle, middle}, {middle + 37.0, middle - 61.0}}),
            oneStyle(site));
        layers.back().pickable = true;
    }

    void addNames()
    {
        FeatureStyle name;
        name.color = QColor(0x4C, 0x56, 0x61);
        name.casing = QColor(Qt::white);
        add("names", LayerOrder::Labels,
            LabelGeometry::make({{QStringLiteral("Lake"), {{250, 250}}, 0},
                {QStringLiteral("Shore Road"), {{50, 50}, {450, 80}}, 1}}),
            oneStyle(name));
    }
};

} // namespace belvedere::ui
