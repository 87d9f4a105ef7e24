// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/graticule.h"

#include "basemap/base_map_style.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kMarginM = 2000.0;
constexpr double kMostLines = 16.0;

/// 0.001, 0.002, 0.005 … degrees.
double stepFor(double degrees)
{
    double step = 0.001;
    for (const double factor : {2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0}) {
        if (degrees / step > kMostLines)
            step *= factor;
    }
    return step;
}

QString degreesText(double degrees, QLatin1String positive, QLatin1String negative)
{
    return QLocale().toString(std::abs(degrees), 'f', 2) + QStringLiteral("° ")
        + (degrees < 0 ? negative : positive);
}

} // namespace

std::vector<MapLayer> graticule(const BoundingBox &focus, const LocalProjection &projection)
{
    if (focus.empty())
        return {};
    const double margin = std::max(kMarginM, std::max(focus.width(), focus.height()));
    const BoundingBox box = focus.grown(margin);
    const LonLat low = projection.toSphere({box.minX, box.minY});
    const LonLat high = projection.toSphere({box.maxX, box.maxY});
    const double step = stepFor(high.lat - low.lat);
    PolylineSet lines;
    std::vector<Label> labels;
    const auto add = [&](LonLat a, LonLat b, const QString &text) {
        const std::vector<PointM> line = {projection.toPlane(a), projection.toPlane(b)};
        lines.append(line);
        labels.push_back({text, line, 5});
    };
    for (double lon = std::ceil(low.lon / step) * step; lon <= high.lon; lon += step)
        add({lon, low.lat}, {lon, high.lat},
            degreesText(lon, QLatin1String("E"), QLatin1String("W")));
    for (double lat = std::ceil(low.lat / step) * step; lat <= high.lat; lat += step)
        add({low.lon, lat}, {high.lon, lat},
            degreesText(lat, QLatin1String("N"), QLatin1String("S")));
    FeatureStyle line;
    line.color = MapColor::of(&Tokens::border);
    line.width = 1.0;
    MapLayer grid;
    grid.id = QStringLiteral("graticule");
    grid.order = LayerOrder::Areas;
    grid.geometry = LineGeometry::make(std::move(lines));
    grid.attributes = oneStyle(line);
    FeatureStyle text;
    text.color = MapColor::of(&Tokens::textTertiary);
    text.casing = MapColor::of(&Tokens::mapLabelHalo);
    text.fontPx = 11;
    MapLayer names;
    names.id = QStringLiteral("graticule-labels");
    names.order = LayerOrder::Labels;
    names.geometry = LabelGeometry::make(std::move(labels));
    names.attributes = oneStyle(text);
    return {std::move(grid), std::move(names)};
}

} // namespace belvedere::ui
