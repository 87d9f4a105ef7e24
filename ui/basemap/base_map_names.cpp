// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/base_map_names.h"

#include "basemap/base_map.h"
#include "basemap/base_map_style.h"
#include "basemap/named_chains.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

/// Smaller is placed first. Within a group the number grows with what matters less.
constexpr int kStreetPriority = 20;
constexpr int kWaterPriority = 15;
constexpr int kPointPriority = 60;

struct NameLook
{
    QColor Tokens::*color;
    int fontPx;
    bool bold;
    double hiddenFrom; ///< metres per pixel
};

FeatureStyle styleOf(const NameLook &look)
{
    FeatureStyle style;
    style.color = MapColor::of(look.color);
    style.casing = MapColor::of(&Tokens::mapLabelHalo);
    style.casingWidth = look.fontPx >= type::kCaption ? 2.0 : 1.5;
    style.fontPx = look.fontPx;
    style.bold = look.bold;
    style.maxMetersPerPixel = look.hiddenFrom;
    return style;
}

std::vector<FeatureStyle> stylesOf(std::initializer_list<NameLook> looks)
{
    std::vector<FeatureStyle> styles;
    for (const NameLook &look : looks)
        styles.push_back(styleOf(look));
    return styles;
}

/// Names with the styles they are written in.
struct NameLayer
{
    std::vector<Label> labels;
    std::shared_ptr<LayerAttributes> attributes = std::make_shared<LayerAttributes>();

    void add(Label label, std::size_t style)
    {
        labels.push_back(std::move(label));
        attributes->styleOf.push_back(static_cast<std::uint8_t>(style));
    }
    void addTo(std::vector<MapLayer> &layers, const QString &id) &&
    {
        if (labels.empty())
            return;
        MapLayer layer;
        layer.id = id;
        layer.order = LayerOrder::Labels;
        layer.geometry = LabelGeometry::make(std::move(labels));
        layer.attributes = std::move(attributes);
        layers.push_back(std::move(layer));
    }
};

NameLayer placeNames(const std::vector<Place> &places, const LocalProjection &projection)
{
    NameLayer names;
    names.attributes->styles = stylesOf({{&Tokens::mapLabel, 18, true, 1e9},
        {&Tokens::mapLabel, 14, true, 90}, {&Tokens::mapLabel, 13, true, 45},
        {&Tokens::mapLabel, 12, false, 18}, {&Tokens::mapLabel, 11, false, 5}});
    const auto last = static_cast<int>(names.attributes->styles.size()) - 1;
    for (const Place &place : places) {
        const int rank = std::clamp(place.rank, 0, last);
        names.add(
            {place.name, {projection.toPlane(place.position)}, rank < last ? rank : kPointPriority},
            static_cast<std::size_t>(rank));
    }
    return names;
}

/// Metres per pixel from which on the names of a class of roads are not written.
double streetNameLimit(RoadClass roadClass)
{
    if (roadClass <= RoadClass::Trunk)
        return 25.0;
    if (roadClass <= RoadClass::Secondary)
        return 14.0;
    return roadClass == RoadClass::Tertiary ? 7.0 : 4.5;
}

NameLayer streetNames(const std::vector<Link> &links, const LocalProjection &projection)
{
    NameLayer names;
    for (int i = 0; i < kRoadClassCount; ++i) {
        const auto roadClass = static_cast<RoadClass>(i);
        names.attributes->styles.push_back(styleOf(NameLook{&Tokens::mapLabel,
            roadClass <= RoadClass::Secondary ? 12 : 11, false, streetNameLimit(roadClass)}));
    }
    std::vector<PointM> points; // of all named links
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    std::vector<std::int32_t> nameOf;
    QHash<QString, std::int32_t> known;
    std::vector<QString> texts;
    std::vector<RoadClass> best; // of the roads that carry the name
    for (const Link &link : links) {
        if (link.name.isEmpty() || link.shape.size() < 2)
            continue;
        const auto it = known.constFind(link.name);
        const std::int32_t name =
            it == known.constEnd() ? static_cast<std::int32_t>(texts.size()) : *it;
        if (it == known.constEnd()) {
            known.insert(link.name, name);
            texts.push_back(link.name);
            best.push_back(link.roadClass);
        }
        auto &cls = best[static_cast<std::size_t>(name)];
        cls = std::min(cls, link.roadClass);
        ranges.emplace_back(points.size(), link.shape.size());
        nameOf.push_back(name);
        for (const LonLat position : link.shape)
            points.push_back(projection.toPlane(position));
    }
    std::vector<NamedPiece> pieces;
    for (std::size_t i = 0; i < ranges.size(); ++i)
        pieces.push_back({nameOf[i], {points.data() + ranges[i].first, ranges[i].second}});
    for (NamedChain &chain : joinPieces(pieces)) {
        const auto roadClass = static_cast<int>(best[static_cast<std::size_t>(chain.name)]);
        names.add({texts[static_cast<std::size_t>(chain.name)], std::move(chain.line),
                      kStreetPriority + roadClass},
            static_cast<std::size_t>(roadClass));
    }
    return names;
}

NameLayer riverNames(const Backdrop &backdrop, const LocalProjection &projection)
{
    NameLayer names;
    names.attributes->styles =
        stylesOf({{&Tokens::mapLabelWater, 12, false, 30}, {&Tokens::mapLabelWater, 11, false, 6}});
    std::vector<std::vector<PointM>> lines;
    std::vector<NamedPiece> pieces;
    std::vector<bool> isRiver(backdrop.names.size(), false);
    const LineSet &set = backdrop.lines;
    for (std::size_t i = 0; i < set.count(); ++i) {
        const LineKind kind = set.kind(i);
        if ((kind != LineKind::River && kind != LineKind::Stream) || set.name(i) < 0
            || set.flag(i) == LineSet::Tunnel || set.line(i).size() < 2)
            continue;
        std::vector<PointM> line;
        for (const FixedLonLat p : set.line(i))
            line.push_back(projection.toPlane(p.toLonLat()));
        lines.push_back(std::move(line));
        pieces.push_back({set.name(i), {}});
        if (kind == LineKind::River)
            isRiver[static_cast<std::size_t>(set.name(i))] = true;
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        pieces[i].line = lines[i];
    for (NamedChain &chain : joinPieces(pieces)) {
        const std::size_t style = isRiver[static_cast<std::size_t>(chain.name)] ? 0 : 1;
        names.add({backdrop.name(chain.name), std::move(chain.line),
                      kWaterPriority + static_cast<int>(style)},
            style);
    }
    return names;
}

/// The scale down to which an area is large enough on the screen for its name.
std::size_t sizeClass(double areaM2)
{
    const double across = std::sqrt(areaM2);
    return across > 2000.0 ? 0 : (across > 600.0 ? 1 : (across > 150.0 ? 2 : 3));
}

/// Names of lakes, parks and woods in their middle.
NameLayer areaNames(const Backdrop &backdrop, const LocalProjection &projection)
{
    NameLayer names;
    for (QColor Tokens::*color : {&Tokens::mapLabelWater, &Tokens::mapLabel}) {
        for (const double limit : {40.0, 12.0, 4.0, 1.2})
            names.attributes->styles.push_back(styleOf(NameLook{color, 11, false, limit}));
    }
    const AreaSet &areas = backdrop.areas;
    for (std::size_t a = 0; a < areas.count(); ++a) {
        const AreaKind kind = areas.kind(a);
        const bool water = kind == AreaKind::Water;
        const bool named =
            water || kind == AreaKind::Park || kind == AreaKind::Wood || kind == AreaKind::Plaza;
        if (areas.name(a) < 0 || !named)
            continue;
        BoundingBox box;
        for (const FixedLonLat p : areas.outer(a))
            box.add(projection.toPlane(p.toLonLat()));
        const std::size_t size = sizeClass(box.width() * box.height());
        names.add({backdrop.name(areas.name(a)), {box.centre()},
                      kWaterPriority + 2 + static_cast<int>(size) * 10},
            size + (water ? 0 : 4));
    }
    return names;
}

} // namespace

std::vector<MapLayer> nameLayers(
    const RoadNetwork &network, const Backdrop &backdrop, const LocalProjection &projection)
{
    std::vector<MapLayer> layers;
    placeNames(backdrop.places, projection).addTo(layers, basemap::kPlaces);
    riverNames(backdrop, projection).addTo(layers, basemap::kWaters);
    streetNames(network.links(), projection).addTo(layers, basemap::kStreets);
    areaNames(backdrop, projection).addTo(layers, QStringLiteral("names-areas"));
    return layers;
}

} // namespace belvedere::ui
