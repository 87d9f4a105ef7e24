// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/map_scene.h"

#include "basemap/base_map.h"
#include "basemap/graticule.h"
#include "basemap/overlay_layers.h"

#include <iterator>

namespace belvedere::ui {

namespace {

constexpr double kSameCityM = 100000.0; // farther from the centre, a data set is another city's

std::vector<PointM> projected(const std::vector<LonLat> &line, const LocalProjection &projection)
{
    std::vector<PointM> points;
    points.reserve(line.size());
    for (const LonLat position : line)
        points.push_back(projection.toPlane(position));
    return points;
}

/// A layer whose attributes come with each step of time.
void addValueLayer(MapScene &scene, const QString &id, LayerOrder order, MapGeometry geometry,
    LineSide side = LineSide::Centre)
{
    MapLayer layer;
    layer.id = id;
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes = std::make_shared<LayerAttributes>();
    layer.side = side;
    layer.pickable = true;
    scene.layers.push_back(std::move(layer));
}

void addSites(MapScene &scene, const LocalProjection &projection)
{
    const std::vector<Site> &sites = scene.bundle->main->dataset.sites;
    const std::vector<Link> &links = scene.city->network->links();
    PolylineSet lines;
    std::vector<PointM> points;
    for (const Site &site : sites) {
        std::vector<LonLat> line = site.path;
        if (line.empty() && site.link.valid() && site.link.index() < links.size())
            line = links[site.link.index()].shape;
        const std::vector<PointM> plane = projected(line, projection);
        lines.append(plane);
        scene.onLine.push_back(plane.size() >= 2);
        const PointM point = site.position ? projection.toPlane(*site.position) : PointM{};
        points.push_back(point);
        if (site.position) {
            ++scene.placedSites;
            scene.focus.add(point);
        }
    }
    if (scene.placedSites == 0)
        return;
    addValueLayer(scene, layer::kSiteLines, LayerOrder::Values,
        LineGeometry::make(std::move(lines)), LineSide::Right);
    addValueLayer(
        scene, layer::kSitePoints, LayerOrder::Points, PointGeometry::make(std::move(points)));
}

void addCompanions(MapScene &scene, const LocalProjection &projection)
{
    std::vector<PointM> points;
    for (std::size_t c = 0; c < scene.bundle->companions.size(); ++c) {
        const Dataset &dataset = scene.bundle->companions[c]->dataset;
        for (std::size_t s = 0; s < dataset.sites.size(); ++s) {
            // One station's weather holds for the whole city and has no place on the map.
            if (!dataset.sites[s].position || dataset.sites.size() == 1)
                continue;
            points.push_back(projection.toPlane(*dataset.sites[s].position));
            scene.companionSites.push_back({c, SiteId(static_cast<std::int32_t>(s))});
        }
    }
    if (points.empty())
        return;
    addValueLayer(
        scene, layer::kCompanions, LayerOrder::Points, PointGeometry::make(std::move(points)));
}

void addIncidents(MapScene &scene, const LocalProjection &projection)
{
    std::vector<PointM> points;
    const std::vector<Incident> &all = scene.bundle->incidents;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].position)
            continue;
        points.push_back(projection.toPlane(*all[i].position));
        scene.incidents.push_back(i);
    }
    if (points.empty())
        return;
    if (!scene.bundle->main) {
        for (const PointM point : points)
            scene.focus.add(point);
    }
    addValueLayer(
        scene, layer::kIncidents, LayerOrder::Overlay, PointGeometry::make(std::move(points)));
}

/// Roads without a sensor, coloured by what the sensors around them say.
void addEstimates(MapScene &scene, const BaseMap &ground)
{
    if (scene.estimator.linkCount() == 0)
        return;
    MapLayer estimates;
    estimates.id = layer::kEstimates;
    estimates.order = LayerOrder::Values;
    estimates.geometry = ground.links;
    estimates.attributes = std::make_shared<LayerAttributes>();
    estimates.side = LineSide::Right;
    scene.layers.push_back(estimates);
}

/// Pictures of the earth, below everything.
MapLayer tileLayer(const MapScene &scene)
{
    MapLayer layer;
    layer.id = QStringLiteral("tiles");
    layer.order = LayerOrder::Tiles;
    layer.geometry = TileGeometry::make(scene.city->tiles, scene.projection, {});
    layer.attributes = std::make_shared<LayerAttributes>();
    return layer;
}

void append(std::vector<MapLayer> &layers, std::vector<MapLayer> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(layers));
}

LonLat middleOf(const std::vector<LonLat> &positions)
{
    double lon = 0.0;
    double lat = 0.0;
    for (const LonLat p : positions) {
        lon += p.lon;
        lat += p.lat;
    }
    const auto count = static_cast<double>(positions.size());
    return {lon / count, lat / count};
}

/// The middle of the sites' positions; where there are none the city's own, that of its base map,
/// that of what happened.
LonLat centreOf(const CityView &city, const QuantityBundle &bundle)
{
    std::vector<LonLat> positions;
    if (bundle.main) {
        for (const Site &site : bundle.main->dataset.sites) {
            if (site.position)
                positions.push_back(*site.position);
        }
    }
    if (!positions.empty())
        return middleOf(positions);
    if (city.info.centre)
        return *city.info.centre;
    if (!city.backdrop->box.empty())
        return city.backdrop->box.centre();
    for (const Incident &incident : bundle.incidents) {
        if (incident.position)
            positions.push_back(*incident.position);
    }
    return positions.empty() ? LonLat{} : middleOf(positions);
}

} // namespace

std::shared_ptr<const MapScene> buildScene(
    std::shared_ptr<const CityView> city, std::shared_ptr<const QuantityBundle> bundle)
{
    auto scene = std::make_shared<MapScene>();
    scene->city = std::move(city);
    scene->bundle = std::move(bundle);
    const QuantityView *view = scene->bundle->main.get();
    const LonLat centre = centreOf(*scene->city, *scene->bundle);
    scene->projection = LocalProjection(centre);
    const LocalProjection &projection = scene->projection;
    const bool inCity =
        !scene->city->info.centre || distanceM(*scene->city->info.centre, centre) < kSameCityM;
    if (scene->city->tiles)
        scene->layers.push_back(tileLayer(*scene));
    BaseMap ground;
    if (inCity) {
        if (view && view->scale.relativeToFreeFlow)
            scene->estimator = LinkEstimator(*scene->city->network, view->dataset.sites);
        ground = makeBaseMap(*scene->city->network, *scene->city->backdrop, projection);
        append(scene->layers, std::move(ground.ground));
        addEstimates(*scene, ground);
        for (std::size_t i = 0; i < scene->city->overlays.size(); ++i)
            append(scene->layers, overlayLayers(scene->city->overlays[i], i, projection));
    }
    if (view)
        addSites(*scene, projection);
    if (inCity) {
        addCompanions(*scene, projection);
        addIncidents(*scene, projection);
        append(scene->layers, std::move(ground.names));
    }
    if (scene->focus.empty())
        scene->focus = ground.box;
    if (ground.box.empty())
        append(scene->layers, graticule(scene->focus, projection));
    return scene;
}

} // namespace belvedere::ui
