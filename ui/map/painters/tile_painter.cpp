// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/tile_painter.h"

#include "map/tile_images.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere::ui {

namespace {

constexpr double kEquatorM = 40075016.68557849;
constexpr double kMostLatitude = 85.0511287798066;
constexpr int kCoarserTried = 5;
constexpr int kMostTiles = 2048; // of a view that is far beyond what the source was made for

double longitudeOf(double x, int zoom)
{
    return x / std::exp2(zoom) * 360.0 - 180.0;
}

double latitudeOf(double y, int zoom)
{
    return std::atan(std::sinh(std::numbers::pi * (1.0 - 2.0 * y / std::exp2(zoom)))) * 180.0
        / std::numbers::pi;
}

double columnOf(double longitude, int zoom)
{
    return (longitude + 180.0) / 360.0 * std::exp2(zoom);
}

double rowOf(double latitude, int zoom)
{
    const double phi =
        std::clamp(latitude, -kMostLatitude, kMostLatitude) * std::numbers::pi / 180.0;
    return (1.0 - std::asinh(std::tan(phi)) / std::numbers::pi) / 2.0 * std::exp2(zoom);
}

class TilePainter
{
public:
    TilePainter(QPainter &painter, const TileGeometry &geometry, const Viewport &viewport, int zoom)
        : m_painter(painter)
        , m_geometry(geometry)
        , m_viewport(viewport)
        , m_zoom(zoom)
        // The plane is straight in latitude, mercator is not: large tiles are cut into strips.
        , m_strips(zoom >= 11 ? 1 : 8)
    {
    }

    void paint(int x, int y)
    {
        QRectF part(0.0, 0.0, 1.0, 1.0); // of the picture
        for (int up = 0; up <= kCoarserTried && m_zoom - up >= m_geometry.images->minZoom(); ++up) {
            const int size = 1 << up;
            const QImage image = m_geometry.images->image(m_zoom - up, x / size, y / size);
            if (image.isNull())
                continue;
            part = QRectF(double(x % size) / size, double(y % size) / size, 1.0 / size, 1.0 / size);
            paintImage(image, part, x, y);
            return;
        }
    }

private:
    void paintImage(const QImage &image, const QRectF &part, int x, int y)
    {
        for (int strip = 0; strip < m_strips; ++strip) {
            const double from = double(strip) / m_strips;
            const double to = double(strip + 1) / m_strips;
            const QPointF topLeft = onScreen(x, y + from);
            const QPointF bottomRight = onScreen(x + 1, y + to);
            const QRectF source(part.left() * image.width(),
                (part.top() + from * part.height()) * image.height(), part.width() * image.width(),
                (to - from) * part.height() * image.height());
            m_painter.drawImage(QRectF(topLeft, bottomRight), image, source);
        }
    }
    /// Whole device pixels, so that neighbours meet without a seam.
    [[nodiscard]] QPointF onScreen(double x, double y) const
    {
        const PointM at =
            m_geometry.projection.toPlane({longitudeOf(x, m_zoom), latitudeOf(y, m_zoom)});
        const QPointF p = m_viewport.toScreen(at) * m_viewport.devicePixelRatio;
        return QPointF(std::round(p.x()), std::round(p.y())) / m_viewport.devicePixelRatio;
    }

    QPainter &m_painter;
    const TileGeometry &m_geometry;
    const Viewport &m_viewport;
    int m_zoom;
    int m_strips;
};

} // namespace

int zoomFor(const TileImages &images, double latitude, const Viewport &viewport)
{
    const double wanted = viewport.metersPerPixel / viewport.devicePixelRatio;
    const double whole = kEquatorM * std::cos(latitude * std::numbers::pi / 180.0)
        / std::max(1, images.tilePixels());
    const int zoom = int(std::lround(std::log2(std::max(whole / wanted, 1.0))));
    return std::clamp(zoom, images.minZoom(), std::max(images.minZoom(), images.maxZoom()));
}

bool paintTiles(QPainter &painter, const TileGeometry &geometry, const Viewport &viewport,
    const Cancelled &cancelled)
{
    if (!geometry.images)
        return true;
    const BoundingBox box = viewport.box();
    const LonLat northWest = geometry.projection.toSphere({box.minX, box.maxY});
    const LonLat southEast = geometry.projection.toSphere({box.maxX, box.minY});
    const int zoom = zoomFor(*geometry.images, geometry.projection.centre().lat, viewport);
    const int last = (1 << zoom) - 1;
    const auto cell = [last](double at) { return std::clamp(int(std::floor(at)), 0, last); };
    const int left = cell(columnOf(northWest.lon, zoom));
    const int right = cell(columnOf(southEast.lon, zoom));
    const int top = cell(rowOf(northWest.lat, zoom));
    const int bottom = cell(rowOf(southEast.lat, zoom));
    if (qint64(right - left + 1) * (bottom - top + 1) > kMostTiles)
        return true;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing, false);
    TilePainter tiles(painter, geometry, viewport, zoom);
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            if (cancelled())
                return false;
            tiles.paint(x, y);
        }
    }
    return true;
}

} // namespace belvedere::ui
