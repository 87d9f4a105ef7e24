// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/base_map_style.h"

#include "basemap/base_map.h"

#include <limits>

namespace belvedere::ui {

namespace {

constexpr double kAlways = std::numeric_limits<double>::infinity();

struct AreaLook
{
    const char *id;
    QColor Tokens::*color;
    QColor Tokens::*edge; ///< null = none
    double hiddenFrom; ///< metres per pixel
};

/// By AreaKind.
constexpr AreaLook kAreaLooks[kAreaKindCount] = {
    {"land-sea", &Tokens::mapWater, nullptr, kAlways},
    {"land-built-up", &Tokens::mapBuiltUp, nullptr, kAlways},
    {"land-industrial", &Tokens::mapIndustrial, nullptr, kAlways},
    {"land-institution", &Tokens::mapIndustrial, nullptr, 60},
    {"land-farmland", &Tokens::mapFarmland, nullptr, kAlways},
    {"land-green", &Tokens::mapGreen, nullptr, kAlways},
    {"land-wood", &Tokens::mapWood, nullptr, kAlways},
    {"land-park", &Tokens::mapGreen, nullptr, kAlways},
    {"land-sport", &Tokens::mapWood, nullptr, 20},
    {"land-sand", &Tokens::mapSand, nullptr, kAlways},
    {"land-rock", &Tokens::mapSand, nullptr, kAlways},
    {"land-glacier", &Tokens::mapBuiltUp, nullptr, kAlways},
    {"land-wetland", &Tokens::mapWetland, nullptr, kAlways},
    {"land-water", &Tokens::mapWater, nullptr, kAlways},
    {"land-parking", &Tokens::mapPaved, nullptr, 8},
    {"land-plaza", &Tokens::mapPaved, nullptr, 20},
    {"land-pier", &Tokens::mapGround, nullptr, 20},
    {"land-building", &Tokens::mapBuilding, &Tokens::mapBuildingEdge, 6},
};

struct LineLook
{
    QColor Tokens::*color;
    double widthM, minPx, maxPx, hiddenFrom;
    bool casing;
    Fill fill;
    int rank;
};

/// By LineKind.
constexpr LineLook kLineLooks[kLineKindCount] = {
    {&Tokens::mapBoundary, 0, 1.2, 1.2, kAlways, false, Fill::Dashed, 0},
    {&Tokens::mapWater, 3, 0.7, 5, 20, false, Fill::Solid, 1},
    {&Tokens::mapWater, 12, 1.2, 24, 200, false, Fill::Solid, 2},
    {&Tokens::mapPath, 2, 0.7, 2, 8, false, Fill::Dashed, -6},
    {&Tokens::mapPath, 1.5, 0.7, 1.5, 4, false, Fill::Dashed, -7},
    {&Tokens::mapPath, 1.5, 0.8, 2, 5, false, Fill::Solid, -6},
    {&Tokens::mapPaved, 6, 0.8, 6, 8, false, Fill::Solid, -5},
    {&Tokens::mapRoadMinor, 4, 0.6, 5, 9, true, Fill::Solid, -4},
    {&Tokens::mapPath, 4, 1.0, 4, 10, false, Fill::Solid, 0},
    {&Tokens::mapWaterEdge, 0, 1.0, 1.0, 60, false, Fill::Dashed, 0},
    {&Tokens::mapPaved, 40, 1.0, 40, 60, false, Fill::Solid, -8},
    {&Tokens::mapRail, 0, 1.0, 1.0, 20, false, Fill::Solid, 20},
    {&Tokens::mapRail, 0, 1.0, 1.2, 20, false, Fill::Dashed, 10},
    {&Tokens::mapRail, 0, 1.0, 1.0, 10, false, Fill::Solid, 11},
    {&Tokens::mapRail, 3, 1.0, 2.2, 120, false, Fill::Solid, 12},
};

struct RoadLook
{
    double widthM, minPx, maxPx, hiddenFrom;
    bool major;
};

/// By RoadClass.
constexpr RoadLook kRoadLooks[] = {
    {24, 2.4, 14, kAlways, true},
    {18, 2.0, 12, kAlways, true},
    {14, 1.7, 11, kAlways, true},
    {11, 1.2, 10, 80, false},
    {9, 0.9, 9, 50, false},
    {7, 0.7, 8, 35, false},
    {7, 0.7, 8, 25, false},
    {5, 0.6, 6, 15, false},
};
static_assert(std::size(kRoadLooks) == kRoadClassCount);

/// Of what lies below ground.
MapColor faint(const MapColor &color)
{
    constexpr double kOpacity = 0.35;
    return {withOpacity(color.light, kOpacity), withOpacity(color.dark, kOpacity)};
}

FeatureStyle roadStyle(int roadClass, bool ramp, bool tunnel)
{
    constexpr double kRampWidth = 0.6; // of the road it leads to
    const RoadLook &look = kRoadLooks[roadClass];
    const double width = ramp ? kRampWidth : 1.0;
    FeatureStyle style;
    style.color = MapColor::of(look.major ? &Tokens::mapRoadMajor : &Tokens::mapRoadMinor);
    style.casing = MapColor::of(&Tokens::mapRoadCasing);
    if (tunnel) {
        style.color = faint(style.color);
        style.casing = faint(style.casing);
    }
    style.casingWidth = 0.8;
    style.widthM = width * look.widthM;
    style.minWidth = width * look.minPx;
    style.width = width * look.maxPx;
    style.maxMetersPerPixel = look.hiddenFrom;
    style.rank = 2 * (kRoadClassCount - roadClass) - (ramp ? 1 : 0);
    return style;
}

} // namespace

LineGroup groupOf(LineKind kind)
{
    switch (kind) {
    case LineKind::Boundary:
    case LineKind::Ferry:
        return LineGroup::Boundaries;
    case LineKind::Stream:
    case LineKind::River:
        return LineGroup::Waterways;
    case LineKind::Rail:
    case LineKind::Tram:
    case LineKind::Subway:
    case LineKind::Cableway:
        return LineGroup::Rails;
    default:
        return LineGroup::Ways;
    }
}

QString layerIdOf(LineGroup group)
{
    switch (group) {
    case LineGroup::Boundaries:
        return QStringLiteral("boundaries");
    case LineGroup::Waterways:
        return QStringLiteral("waterways");
    case LineGroup::Rails:
        return basemap::kRails;
    case LineGroup::Ways:
        break;
    }
    return basemap::kWays;
}

QString layerIdOf(AreaKind kind)
{
    return QLatin1String(kAreaLooks[static_cast<std::size_t>(kind)].id);
}

FeatureStyle styleOf(AreaKind kind)
{
    const AreaLook &look = kAreaLooks[static_cast<std::size_t>(kind)];
    FeatureStyle style;
    style.color = MapColor::of(look.color);
    if (look.edge) {
        style.casing = MapColor::of(look.edge);
        style.casingWidth = 0.7;
    }
    style.maxMetersPerPixel = look.hiddenFrom;
    return style;
}

FeatureStyle styleOf(LineKind kind, bool tunnel)
{
    const LineLook &look = kLineLooks[static_cast<std::size_t>(kind)];
    FeatureStyle style;
    style.color = MapColor::of(look.color);
    if (tunnel)
        style.color = faint(style.color);
    if (look.casing && !tunnel) {
        style.casing = MapColor::of(&Tokens::mapRoadCasing);
        style.casingWidth = 0.6;
    }
    style.widthM = look.widthM;
    style.minWidth = look.minPx;
    style.width = look.maxPx;
    style.maxMetersPerPixel = look.hiddenFrom;
    style.fill = look.fill;
    style.rank = look.rank;
    return style;
}

std::vector<FeatureStyle> roadStyles()
{
    std::vector<FeatureStyle> styles;
    for (int cls = 0; cls < kRoadClassCount; ++cls) {
        for (const bool ramp : {false, true}) {
            for (const bool tunnel : {false, true})
                styles.push_back(roadStyle(cls, ramp, tunnel));
        }
    }
    return styles;
}

std::uint8_t roadStyleOf(const Link &link)
{
    return static_cast<std::uint8_t>(
        4 * static_cast<int>(link.roadClass) + (link.ramp ? 2 : 0) + (link.tunnel ? 1 : 0));
}

std::shared_ptr<const LayerAttributes> oneStyle(FeatureStyle style)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = {style};
    return attributes;
}

} // namespace belvedere::ui
