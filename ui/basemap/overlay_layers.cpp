// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/overlay_layers.h"

#include "basemap/base_map_style.h"

namespace belvedere::ui {

namespace {

constexpr double kFillOpacity = 0.10; // what is measured must be seen through it
constexpr double kEdgePx = 1.5;
constexpr double kNameFrom = 40.0; // metres per pixel

MapColor categoryColor(std::size_t index, double opacity)
{
    const auto in = [&](ThemeMode mode) {
        const auto &colors = tokensOf(mode).categories;
        return withOpacity(colors[index % colors.size()], opacity);
    };
    return {in(ThemeMode::Light), in(ThemeMode::Dark)};
}

void append(PolylineSet &set, const Path &path, const LocalProjection &projection)
{
    std::vector<PointM> points;
    points.reserve(path.size());
    for (const LonLat p : path)
        points.push_back(projection.toPlane(p));
    set.append(points);
}

MapLayer layerOf(const QString &id, LayerOrder order, MapGeometry geometry, FeatureStyle style)
{
    MapLayer layer;
    layer.id = id;
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes = oneStyle(style);
    return layer;
}

/// Empty if it has none.
QString titleOf(const Overlay &overlay, std::size_t feature)
{
    if (overlay.titleColumn < 0)
        return {};
    const FeatureColumn &titles =
        overlay.features.columns[static_cast<std::size_t>(overlay.titleColumn)];
    return titles.type == ColumnType::Text ? titles.texts[feature] : QString();
}

/// Names of areas in the middle of what they cover, those of lines along them.
std::vector<Label> namesOf(const Overlay &overlay, const LocalProjection &projection)
{
    std::vector<Label> names;
    for (std::size_t i = 0; i < overlay.features.rows(); ++i) {
        const GeoShape &shape = overlay.features.shapes[i];
        const QString title = titleOf(overlay, i);
        if (title.isEmpty())
            continue;
        BoundingBox box;
        for (const Polygon &area : shape.areas) {
            for (const LonLat p : area.outer)
                box.add(projection.toPlane(p));
        }
        if (!box.empty())
            names.push_back({title, {box.centre()}, 5});
        for (const Path &line : shape.lines) {
            Label label{title, {}, 6};
            for (const LonLat p : line)
                label.path.push_back(projection.toPlane(p));
            names.push_back(std::move(label));
        }
    }
    return names;
}

} // namespace

std::vector<MapLayer> overlayLayers(
    const Overlay &overlay, std::size_t index, const LocalProjection &projection)
{
    PolylineSet rings;
    std::vector<std::uint32_t> ringsOf;
    PolylineSet lines;
    std::vector<PointM> points;
    std::vector<QString> pointNames;
    for (std::size_t i = 0; i < overlay.features.rows(); ++i) {
        const GeoShape &shape = overlay.features.shapes[i];
        for (const Polygon &area : shape.areas) {
            append(rings, area.outer, projection);
            for (const Path &hole : area.holes)
                append(rings, hole, projection);
            ringsOf.push_back(static_cast<std::uint32_t>(1 + area.holes.size()));
        }
        for (const Path &line : shape.lines)
            append(lines, line, projection);
        for (const LonLat p : shape.points)
            points.push_back(projection.toPlane(p));
        pointNames.resize(points.size(), titleOf(overlay, i));
    }
    const QString id = kOverlayPrefix + overlay.name;
    std::vector<MapLayer> layers;
    FeatureStyle style;
    style.color = categoryColor(index, kFillOpacity);
    style.casing = categoryColor(index, 1.0);
    style.casingWidth = kEdgePx;
    if (!ringsOf.empty())
        layers.push_back(layerOf(id + QStringLiteral("-areas"), LayerOrder::Surface,
            AreaGeometry::make(std::move(rings), ringsOf), style));
    style.color = categoryColor(index, 1.0);
    style.casing = {};
    style.width = kEdgePx + 0.5;
    if (lines.count() > 0)
        layers.push_back(layerOf(id + QStringLiteral("-lines"), LayerOrder::Values,
            LineGeometry::make(std::move(lines)), style));
    style.casing = MapColor::of(&Tokens::mapLabelHalo);
    style.width = 9.0;
    style.symbol = Symbol::Diamond;
    if (!points.empty()) {
        MapLayer layer = layerOf(id + QStringLiteral("-points"), LayerOrder::Points,
            PointGeometry::make(std::move(points)), style);
        auto attributes = std::make_shared<LayerAttributes>(*layer.attributes);
        attributes->texts = std::move(pointNames); // beside the symbol, not over it
        layer.attributes = std::move(attributes);
        layers.push_back(std::move(layer));
    }
    FeatureStyle text;
    text.color = MapColor::of(&Tokens::mapLabel);
    text.casing = MapColor::of(&Tokens::mapLabelHalo);
    text.casingWidth = 2.0;
    text.maxMetersPerPixel = kNameFrom;
    std::vector<Label> names = namesOf(overlay, projection);
    if (!names.empty())
        layers.push_back(layerOf(id + QStringLiteral("-names"), LayerOrder::Labels,
            LabelGeometry::make(std::move(names)), text));
    return layers;
}

} // namespace belvedere::ui
