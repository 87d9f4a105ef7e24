// SPDX-License-Identifier: GPL-3.0-or-later
// What one picture is made of, ready to be drawn: made on any thread, drawn on the one that owns
// the context. Colours are premultiplied and lie in memory as those of a QImage.
#pragma once

#include "map/map_geometry.h"
#include "map/opengl/area_mesh.h"
#include "map/opengl/gl_surface.h"
#include "map/painters/line_strokes.h"

#include <QImage>

namespace belvedere::ui {

/// From whole coordinates of a geometry to device pixels of the picture.
struct GlPlacement
{
    std::int32_t cornerX = 0; ///< a coordinate near the picture's upper left corner
    std::int32_t cornerY = 0;
    float step = 1.0F; ///< device pixels of one step of a coordinate
    float x = 0.0F; ///< device pixels of the corner
    float y = 0.0F;
    float perMeter = 1.0F; ///< device pixels

    GlPlacement() = default;
    GlPlacement(PointM origin, double unit, const Viewport &viewport);
};

/// A segment as the program reads it: its first point, and how many points on the second one, back
/// the one before and beyond the one after lie; 0 = there is none.
struct GlSegment
{
    static constexpr std::size_t kFarthest = 1023;

    std::uint32_t point = 0;
    std::uint32_t gaps = 0;

    GlSegment() = default;
    GlSegment(std::size_t first, std::size_t forward, std::size_t back, std::size_t beyond)
        : point(std::uint32_t(first))
        , gaps(std::uint32_t(forward | (back << 10) | (beyond << 20)))
    {
    }
};

/// Segments that follow each other and are painted with one pen.
struct GlStroke
{
    LineStroke stroke;
    double offset = 0.0; ///< device pixels to the right
    bool hairline = false; ///< as QPainter draws pens of a pixel: measured along an axis
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct GlLines
{
    std::shared_ptr<const LineGeometry> geometry;
    const PackedLines *lines = nullptr; ///< of the geometry
    GlPlacement placement;
    std::vector<GlSegment> segments;
    std::vector<GlStroke> strokes; ///< from the bottom to the top
};

/// A trapezoid of an area and its colour.
struct GlPatch
{
    std::uint32_t trapezoid = 0;
    QRgb color = 0;
};

struct GlAreas
{
    struct Draw
    {
        std::size_t endPatch = 0; ///< patches up to here, from where the draw before ended,
        GlStroke edge; ///< then this; may be empty
    };

    std::shared_ptr<const AreaMesh> mesh;
    GlPlacement placement;
    std::vector<GlPatch> patches;
    std::vector<GlSegment> segments;
    std::vector<Draw> draws;
};

/// Where a rectangle of the atlas is copied to.
struct GlSprite
{
    std::int16_t x = 0; ///< in the picture
    std::int16_t y = 0;
    std::int16_t left = 0; ///< in the atlas
    std::int16_t top = 0;
    std::int16_t width = 0;
    std::int16_t height = 0;
};

struct GlSprites
{
    QImage atlas;
    std::vector<GlSprite> sprites;
};

/// Of the size of the frame; painted by others and laid over what is there.
struct GlPicture
{
    QImage image;
};

using GlStep = std::variant<GlLines, GlAreas, GlSprites, GlSurface, GlPicture>;

struct GlFrame
{
    QSize size; ///< device pixels
    QRgb ground = 0;
    std::vector<GlStep> steps; ///< from the bottom to the top
};

} // namespace belvedere::ui
