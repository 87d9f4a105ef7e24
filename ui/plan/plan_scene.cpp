// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_scene.h"

#include "basemap/base_map.h"
#include "basemap/graticule.h"

namespace belvedere::ui {

namespace {

constexpr double kSameCityM = 100000.0; // farther off, a network is another city's

/// Whether the map of the city shows the ground of the base case.
bool isGroundOf(const BaseCase &base, const RoadNetwork *city)
{
    return city != nullptr && !city->empty()
        && distanceM(city->nodes().front(), base.plane().centre()) < kSameCityM;
}

PolylineSet linesOf(const BaseCase &base)
{
    PolylineSet lines;
    std::vector<PointM> points;
    const BaseCaseData &data = base.data();
    for (std::size_t link = 0; link < data.network.links().size(); ++link) {
        points.clear();
        // The way from a zone to the roads is none that anybody drives on.
        if (!data.roads[link].connector) {
            for (const LonLat position : linkShape(data.network, data.roads, data.nodes, link))
                points.push_back(base.plane().toPlane(position));
        }
        lines.append(points);
    }
    return lines;
}

} // namespace

PointM PlanScene::middleOf(std::size_t link) const
{
    if (!links || link >= links->count())
        return {};
    const auto line = links->lines.finest().line(link);
    if (line.empty())
        return {};
    if (line.size() > 2)
        return line[line.size() / 2];
    return {0.5 * (line.front().x + line.back().x), 0.5 * (line.front().y + line.back().y)};
}

std::shared_ptr<const PlanScene> buildPlanScene(
    const std::shared_ptr<const BaseCase> &base, const RoadNetwork *city, const Backdrop *backdrop)
{
    auto scene = std::make_shared<PlanScene>();
    scene->base = base;
    scene->roads = std::make_shared<const RoadIndex>(*base);
    scene->projection = base->plane();
    if (!base->hasMap())
        return scene;
    scene->links = LineGeometry::make(linesOf(*base));
    scene->focus = scene->links->where.all;
    std::vector<PointM> zones;
    for (const AssignmentZone &zone : base->network().zones())
        zones.push_back(
            base->plane().toPlane(base->data().nodes[static_cast<std::size_t>(zone.node)]));
    scene->zones = PointGeometry::make(std::move(zones));
    if (isGroundOf(*base, city) && backdrop != nullptr) {
        BaseMap ground = makeBaseMap(*city, *backdrop, scene->projection);
        scene->ground = std::move(ground.ground);
        scene->names = std::move(ground.names);
        scene->attribution = backdrop->attribution;
    } else {
        scene->ground = graticule(scene->focus, scene->projection);
    }
    return scene;
}

} // namespace belvedere::ui
