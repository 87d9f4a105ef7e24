// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/map_scene.h"

#include "theme/theme.h"

#include <QLocale>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kSameCityM = 100000.0; // farther from the centre, a data set is another city's

std::shared_ptr<const LayerAttributes> oneStyle(FeatureStyle style)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = {style};
    return attributes;
}

std::vector<PointM> projected(const std::vector<LonLat> &line, const LocalProjection &projection)
{
    std::vector<PointM> points;
    points.reserve(line.size());
    for (const LonLat position : line)
        points.push_back(projection.toPlane(position));
    return points;
}

std::vector<PointM> projected(std::span<const FixedLonLat> ring, const LocalProjection &projection)
{
    std::vector<PointM> points;
    points.reserve(ring.size());
    for (const FixedLonLat position : ring)
        points.push_back(projection.toPlane(position.toLonLat()));
    return points;
}

// ---- what stands still ------------------------------------------------------------------------

void addAreas(MapScene &scene, const LocalProjection &projection)
{
    const struct
    {
        AreaKind kind;
        const char *id;
        QColor Tokens::*color;
    } kinds[] = {{AreaKind::BuiltUp, "built-up", &Tokens::mapBuiltUp},
        {AreaKind::Green, "green", &Tokens::mapGreen},
        {AreaKind::Water, "water", &Tokens::mapWater}};
    for (const auto &kind : kinds) {
        PolylineSet rings;
        std::vector<std::uint32_t> ringsOf;
        const AreaSet &areas = scene.city->backdrop->areas;
        for (std::size_t i = 0; i < areas.count(); ++i) {
            if (areas.kind(i) != kind.kind)
                continue;
            for (std::uint32_t r = areas.firstRing(i); r < areas.endRing(i); ++r)
                rings.append(projected(areas.rings().chain(r), projection));
            ringsOf.push_back(areas.endRing(i) - areas.firstRing(i));
        }
        if (ringsOf.empty())
            continue;
        MapLayer layer;
        layer.id = QLatin1String(kind.id);
        layer.order = LayerOrder::Areas;
        layer.geometry = AreaGeometry::make(std::move(rings), ringsOf);
        FeatureStyle style;
        style.color = MapColor::of(kind.color);
        layer.attributes = oneStyle(style);
        scene.layers.push_back(std::move(layer));
    }
}

/// Style of a road without a value; the width grows with the scale up to a limit.
FeatureStyle roadStyle(RoadClass roadClass)
{
    const struct
    {
        double widthM, minPx, maxPx, hiddenFrom;
        bool major;
    } looks[kRoadClassCount] = {{24, 2.4, 12, 1e9, true}, {18, 2.0, 10, 1e9, true},
        {14, 1.7, 9, 1e9, true}, {11, 1.2, 8, 60, false}, {9, 0.9, 7, 45, false},
        {7, 0.7, 6, 35, false}, {7, 0.7, 6, 30, false}, {6, 0.6, 5, 25, false}};
    const auto &look = looks[static_cast<std::size_t>(roadClass)];
    FeatureStyle style;
    style.color = MapColor::of(look.major ? &Tokens::mapRoadMajor : &Tokens::mapRoadMinor);
    style.casing = MapColor::of(&Tokens::mapRoadCasing);
    style.casingWidth = 0.8;
    style.widthM = look.widthM;
    style.minWidth = look.minPx;
    style.width = look.maxPx;
    style.maxMetersPerPixel = look.hiddenFrom;
    style.rank = kRoadClassCount - static_cast<int>(roadClass);
    return style;
}

void addRoads(MapScene &scene, const LocalProjection &projection)
{
    const std::vector<Link> &links = scene.city->network->links();
    PolylineSet lines;
    auto attributes = std::make_shared<LayerAttributes>();
    for (int i = 0; i < kRoadClassCount; ++i)
        attributes->styles.push_back(roadStyle(static_cast<RoadClass>(i)));
    for (const Link &link : links) {
        lines.append(projected(link.shape, projection));
        attributes->styleOf.push_back(static_cast<std::uint8_t>(link.roadClass));
    }
    const std::shared_ptr<const LineGeometry> geometry = LineGeometry::make(std::move(lines));
    MapLayer roads;
    roads.id = QStringLiteral("roads");
    roads.order = LayerOrder::Roads;
    roads.geometry = geometry;
    roads.attributes = attributes;
    scene.layers.push_back(roads);

    if (scene.estimator.linkCount() > 0) {
        MapLayer estimates;
        estimates.id = layer::kEstimates;
        estimates.order = LayerOrder::Values;
        estimates.geometry = geometry;
        estimates.attributes = std::make_shared<LayerAttributes>();
        estimates.side = LineSide::Right;
        scene.layers.push_back(estimates);
    }
}

void addLabels(MapScene &scene, const LocalProjection &projection)
{
    std::vector<Label> places;
    auto placeLooks = std::make_shared<LayerAttributes>();
    const struct
    {
        int fontPx;
        bool bold;
        double hiddenFrom;
    } ranks[] = {{18, true, 1e9}, {13, true, 60}, {12, false, 20}};
    for (const auto &rank : ranks) {
        FeatureStyle style;
        style.color = MapColor::of(&Tokens::mapLabel);
        style.casing = MapColor::of(&Tokens::mapLabelHalo);
        style.casingWidth = 2.0;
        style.fontPx = rank.fontPx;
        style.bold = rank.bold;
        style.maxMetersPerPixel = rank.hiddenFrom;
        placeLooks->styles.push_back(style);
    }
    for (const Place &place : scene.city->backdrop->places) {
        const int rank = std::clamp(place.rank, 0, 2);
        places.push_back({place.name, {projection.toPlane(place.position)}, rank});
        placeLooks->styleOf.push_back(static_cast<std::uint8_t>(rank));
    }
    if (!places.empty()) {
        MapLayer layer;
        layer.id = QStringLiteral("places");
        layer.order = LayerOrder::Labels;
        layer.geometry = LabelGeometry::make(std::move(places));
        layer.attributes = placeLooks;
        scene.layers.push_back(std::move(layer));
    }

    // A street's name once, along its longest link.
    QHash<QString, std::size_t> longest;
    const std::vector<Link> &links = scene.city->network->links();
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].name.isEmpty())
            continue;
        const auto known = longest.find(links[i].name);
        if (known == longest.end())
            longest.insert(links[i].name, i);
        else if (links[*known].lengthM < links[i].lengthM)
            *known = i;
    }
    std::vector<Label> streets;
    for (const std::size_t i : std::as_const(longest))
        streets.push_back({links[i].name, projected(links[i].shape, projection),
            10 + static_cast<int>(links[i].roadClass)});
    if (streets.empty())
        return;
    FeatureStyle style;
    style.color = MapColor::of(&Tokens::mapLabel);
    style.casing = MapColor::of(&Tokens::mapLabelHalo);
    style.casingWidth = 1.5;
    style.fontPx = 11;
    style.maxMetersPerPixel = 7.0;
    MapLayer layer;
    layer.id = QStringLiteral("streets");
    layer.order = LayerOrder::Labels;
    layer.geometry = LabelGeometry::make(std::move(streets));
    layer.attributes = oneStyle(style);
    scene.layers.push_back(std::move(layer));
}

// ---- what is measured -------------------------------------------------------------------------

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
    addValueLayer(
        scene, layer::kIncidents, LayerOrder::Overlay, PointGeometry::make(std::move(points)));
}

/// Lines of longitude and latitude, for a place without a map: about eight across.
void addGraticule(MapScene &scene)
{
    if (scene.focus.empty())
        return;
    const double margin = std::max(2000.0, std::max(scene.focus.width(), scene.focus.height()));
    const BoundingBox box = scene.focus.grown(margin);
    const LonLat low = scene.projection.toSphere({box.minX, box.minY});
    const LonLat high = scene.projection.toSphere({box.maxX, box.maxY});
    double step = 0.001;
    for (const double factor : {2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0}) {
        if ((high.lat - low.lat) / step > 16.0)
            step *= factor;
    }
    PolylineSet lines;
    std::vector<Label> labels;
    const auto add = [&](LonLat a, LonLat b, double degrees, const QString &side) {
        const std::vector<PointM> line = {scene.projection.toPlane(a), scene.projection.toPlane(b)};
        lines.append(line);
        labels.push_back(
            {QLocale().toString(std::abs(degrees), 'f', 2) + QStringLiteral("° ") + side, line, 5});
    };
    for (double lon = std::ceil(low.lon / step) * step; lon <= high.lon; lon += step)
        add({lon, low.lat}, {lon, high.lat}, lon, QLatin1String(lon < 0 ? "W" : "E"));
    for (double lat = std::ceil(low.lat / step) * step; lat <= high.lat; lat += step)
        add({low.lon, lat}, {high.lon, lat}, lat, QLatin1String(lat < 0 ? "S" : "N"));
    FeatureStyle line;
    line.color = MapColor::of(&Tokens::border);
    line.width = 1.0;
    MapLayer grid;
    grid.id = QStringLiteral("graticule");
    grid.order = LayerOrder::Areas;
    grid.geometry = LineGeometry::make(std::move(lines));
    grid.attributes = oneStyle(line);
    scene.layers.push_back(std::move(grid));
    FeatureStyle text;
    text.color = MapColor::of(&Tokens::textTertiary);
    text.casing = MapColor::of(&Tokens::mapLabelHalo);
    text.fontPx = 11;
    MapLayer names;
    names.id = QStringLiteral("graticule-labels");
    names.order = LayerOrder::Labels;
    names.geometry = LabelGeometry::make(std::move(labels));
    names.attributes = oneStyle(text);
    scene.layers.push_back(std::move(names));
}

/// The middle of the sites' positions; the city's own if there are none.
LonLat centreOf(const CityView &city, const Dataset &dataset)
{
    double lon = 0.0;
    double lat = 0.0;
    int count = 0;
    for (const Site &site : dataset.sites) {
        if (site.position) {
            lon += site.position->lon;
            lat += site.position->lat;
            ++count;
        }
    }
    if (count > 0)
        return {lon / count, lat / count};
    return city.info.centre.value_or(LonLat{});
}

} // namespace

std::shared_ptr<const MapScene> buildScene(
    std::shared_ptr<const CityView> city, std::shared_ptr<const QuantityBundle> bundle)
{
    auto scene = std::make_shared<MapScene>();
    scene->city = std::move(city);
    scene->bundle = std::move(bundle);
    const Dataset &dataset = scene->bundle->main->dataset;
    const LonLat centre = centreOf(*scene->city, dataset);
    scene->projection = LocalProjection(centre);
    const LocalProjection &projection = scene->projection;
    const bool inCity =
        !scene->city->info.centre || distanceM(*scene->city->info.centre, centre) < kSameCityM;
    if (inCity) {
        if (scene->bundle->main->scale.relativeToFreeFlow)
            scene->estimator = LinkEstimator(*scene->city->network, dataset.sites);
        addAreas(*scene, projection);
        addRoads(*scene, projection);
    }
    addSites(*scene, projection);
    if (inCity) {
        addCompanions(*scene, projection);
        addIncidents(*scene, projection);
        addLabels(*scene, projection);
    }
    if (!inCity || scene->city->network->empty())
        addGraticule(*scene);
    return scene;
}

} // namespace belvedere::ui
