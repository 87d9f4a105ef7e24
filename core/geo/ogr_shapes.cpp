// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ogr_shapes.h"

namespace belvedere {

namespace {

OgrGeometry makeGeometry(OGRwkbGeometryType type)
{
    return OgrGeometry(OGR_G_CreateGeometry(type));
}

OgrGeometry pointOf(LonLat p)
{
    OgrGeometry point = makeGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point.get(), 0, p.lon, p.lat);
    return point;
}

OgrGeometry pathOf(const Path &path, OGRwkbGeometryType type)
{
    OgrGeometry line = makeGeometry(type);
    const bool ring = type == wkbLinearRing;
    const auto count = static_cast<int>(path.size());
    OGR_G_SetPointCount(line.get(), ring ? count + 1 : count);
    for (int i = 0; i < count; ++i) {
        const LonLat p = path[static_cast<std::size_t>(i)];
        OGR_G_SetPoint_2D(line.get(), i, p.lon, p.lat);
    }
    if (ring && count > 0)
        OGR_G_SetPoint_2D(line.get(), count, path.front().lon, path.front().lat);
    return line;
}

OgrGeometry polygonOf(const Polygon &polygon)
{
    OgrGeometry area = makeGeometry(wkbPolygon);
    OGR_G_AddGeometryDirectly(area.get(), pathOf(polygon.outer, wkbLinearRing).release());
    for (const Path &hole : polygon.holes)
        OGR_G_AddGeometryDirectly(area.get(), pathOf(hole, wkbLinearRing).release());
    return area;
}

template <class T, class F>
void addParts(
    std::vector<OgrGeometry> &parts, const std::vector<T> &items, OGRwkbGeometryType many, F partOf)
{
    if (items.empty())
        return;
    if (items.size() == 1) {
        parts.push_back(partOf(items.front()));
        return;
    }
    OgrGeometry multi = makeGeometry(many);
    for (const T &item : items)
        OGR_G_AddGeometryDirectly(multi.get(), partOf(item).release());
    parts.push_back(std::move(multi));
}

Path pathFrom(OGRGeometryH line, bool ring)
{
    Path path;
    const int count = OGR_G_GetPointCount(line);
    path.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        path.push_back({OGR_G_GetX(line, i), OGR_G_GetY(line, i)});
    if (ring && path.size() > 1 && path.front() == path.back())
        path.pop_back();
    return path;
}

void addPolygon(OGRGeometryH geometry, GeoShape &shape)
{
    Polygon polygon;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        Path ring = pathFrom(OGR_G_GetGeometryRef(geometry, i), true);
        if (i == 0)
            polygon.outer = std::move(ring);
        else
            polygon.holes.push_back(std::move(ring));
    }
    if (!polygon.outer.empty())
        shape.areas.push_back(std::move(polygon));
}

} // namespace

OgrGeometry toOgr(const GeoShape &shape)
{
    std::vector<OgrGeometry> parts;
    addParts(parts, shape.points, wkbMultiPoint, pointOf);
    addParts(parts, shape.lines, wkbMultiLineString,
        [](const Path &line) { return pathOf(line, wkbLineString); });
    addParts(parts, shape.areas, wkbMultiPolygon, polygonOf);
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return std::move(parts.front());
    OgrGeometry collection = makeGeometry(wkbGeometryCollection);
    for (OgrGeometry &part : parts)
        OGR_G_AddGeometryDirectly(collection.get(), part.release());
    return collection;
}

void addFromOgr(OGRGeometryH geometry, GeoShape &shape)
{
    if (!geometry || OGR_G_IsEmpty(geometry))
        return;
    if (OGR_G_HasCurveGeometry(geometry, true)) {
        const OgrGeometry linear(OGR_G_GetLinearGeometry(geometry, 0.0, nullptr));
        addFromOgr(linear.get(), shape);
        return;
    }
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        shape.points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
        break;
    case wkbLineString:
        shape.lines.push_back(pathFrom(geometry, false));
        break;
    case wkbPolygon:
    case wkbTriangle:
        addPolygon(geometry, shape);
        break;
    default:
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i)
            addFromOgr(OGR_G_GetGeometryRef(geometry, i), shape);
    }
}

} // namespace belvedere
