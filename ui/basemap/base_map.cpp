// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/base_map.h"

#include "basemap/base_map_names.h"
#include "basemap/base_map_style.h"

#include <algorithm>
#include <array>

namespace belvedere::ui {

namespace {

void project(std::span<const FixedLonLat> chain, const LocalProjection &projection,
    std::vector<PointM> &points)
{
    points.clear();
    for (const FixedLonLat p : chain)
        points.push_back(projection.toPlane(p.toLonLat()));
}

/// One layer a kind: they are painted in the order of AreaKind.
void addAreas(BaseMap &map, const AreaSet &areas, const LocalProjection &projection)
{
    std::array<PolylineSet, kAreaKindCount> rings;
    std::array<std::vector<std::uint32_t>, kAreaKindCount> ringsOf;
    std::vector<PointM> points;
    for (std::size_t a = 0; a < areas.count(); ++a) {
        const auto kind = static_cast<std::size_t>(areas.kind(a));
        for (std::uint32_t r = areas.firstRing(a); r < areas.endRing(a); ++r) {
            project(areas.rings().chain(r), projection, points);
            rings[kind].append(points);
        }
        ringsOf[kind].push_back(areas.endRing(a) - areas.firstRing(a));
    }
    for (std::size_t kind = 0; kind < rings.size(); ++kind) {
        if (ringsOf[kind].empty())
            continue;
        MapLayer layer;
        layer.id = layerIdOf(static_cast<AreaKind>(kind));
        layer.order = LayerOrder::Areas;
        layer.geometry = AreaGeometry::make(std::move(rings[kind]), ringsOf[kind]);
        layer.attributes = oneStyle(styleOf(static_cast<AreaKind>(kind)));
        map.ground.push_back(std::move(layer));
    }
}

void addLines(BaseMap &map, const LineSet &lines, const LocalProjection &projection)
{
    struct Group
    {
        PolylineSet lines;
        std::shared_ptr<LayerAttributes> attributes = std::make_shared<LayerAttributes>();
    };
    std::array<Group, kLineGroupCount> groups;
    std::vector<FeatureStyle> styles;
    for (int kind = 0; kind < kLineKindCount; ++kind) {
        styles.push_back(styleOf(static_cast<LineKind>(kind), false));
        styles.push_back(styleOf(static_cast<LineKind>(kind), true));
    }
    const BoundingBox near = map.box.grown(std::max(map.box.width(), map.box.height()) / 2.0);
    std::vector<PointM> points;
    for (std::size_t i = 0; i < lines.count(); ++i) {
        Group &group = groups[static_cast<std::size_t>(groupOf(lines.kind(i)))];
        project(lines.line(i), projection, points);
        // A ferry or a border may lead to the other end of the country.
        if (groupOf(lines.kind(i)) == LineGroup::Boundaries && !map.box.empty())
            std::erase_if(points, [&](PointM p) { return !near.contains(p); });
        group.lines.append(points);
        const int tunnel = lines.flag(i) == LineSet::Tunnel ? 1 : 0;
        group.attributes->styleOf.push_back(
            static_cast<std::uint8_t>(2 * static_cast<int>(lines.kind(i)) + tunnel));
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].lines.count() == 0)
            continue;
        const auto group = static_cast<LineGroup>(g);
        groups[g].attributes->styles = styles;
        MapLayer layer;
        layer.id = layerIdOf(group);
        layer.order = group == LineGroup::Ways || group == LineGroup::Rails ? LayerOrder::Roads
                                                                            : LayerOrder::Areas;
        layer.geometry = LineGeometry::make(std::move(groups[g].lines));
        layer.attributes = groups[g].attributes;
        map.ground.push_back(std::move(layer));
    }
}

std::shared_ptr<const LineGeometry> linkLines(
    const RoadNetwork &network, const LocalProjection &projection)
{
    PolylineSet lines;
    std::vector<PointM> points;
    for (const Link &link : network.links()) {
        points.clear();
        for (const LonLat position : link.shape)
            points.push_back(projection.toPlane(position));
        lines.append(points);
    }
    return LineGeometry::make(std::move(lines));
}

void addRoads(BaseMap &map, const RoadNetwork &network)
{
    if (!map.links)
        return;
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = roadStyles();
    for (std::size_t i = 0; i < network.links().size(); ++i) {
        // Both directions of a street lie on one line: the second one is not drawn.
        const LinkId reverse = network.reverseOf(LinkId(static_cast<std::int32_t>(i)));
        const bool second = reverse.valid() && reverse.index() < i;
        attributes->styleOf.push_back(
            second ? LayerAttributes::kHidden : roadStyleOf(network.links()[i]));
    }
    MapLayer roads;
    roads.id = basemap::kRoads;
    roads.order = LayerOrder::Roads;
    roads.geometry = map.links;
    roads.attributes = attributes;
    map.ground.push_back(std::move(roads));
}

} // namespace

BaseMap makeBaseMap(
    const RoadNetwork &network, const Backdrop &backdrop, const LocalProjection &projection)
{
    BaseMap map;
    if (const auto links = linkLines(network, projection); links->count() > 0) {
        map.links = links;
        map.box = links->where.all;
    }
    addAreas(map, backdrop.areas, projection);
    addLines(map, backdrop.lines, projection);
    addRoads(map, network);
    map.names = nameLayers(network, backdrop, projection);
    if (map.box.empty()) {
        for (const MapLayer &layer : map.ground) {
            // The sea reaches to the edge of the extract and says nothing of the city.
            if (layer.id != layerIdOf(AreaKind::Sea))
                map.box.add(boundsOf(layer.geometry));
        }
    }
    return map;
}

} // namespace belvedere::ui
