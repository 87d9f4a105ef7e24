// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tile_cache.h"

#include "map/raster_backend.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace belvedere::ui {

namespace {

constexpr int kLargestSide = 512;
constexpr int kSmallestSide = 384;
constexpr int kMarginPx = 160; // painted beyond the view once the view is done
constexpr qint64 kMaxBytes = qint64(320) << 20;
constexpr std::array kParts{PicturePart::Base, PicturePart::Values, PicturePart::Labels};

quint64 keyOf(TileId id)
{
    return (quint64(quint32(id.x)) << 32) | quint32(id.y);
}

/// Device pixels from the plane's origin to the view's upper left corner.
QPointF cornerOf(const Viewport &view, double scale)
{
    const double ratio = view.devicePixelRatio;
    return {view.centre.x * scale - 0.5 * view.size.width() * ratio,
        -view.centre.y * scale - 0.5 * view.size.height() * ratio};
}

qint64 bytesOf(const MapTile &tile)
{
    qint64 bytes = tile.combined.sizeInBytes();
    for (const QImage &part : tile.parts) {
        if (part.cacheKey() != tile.combined.cacheKey())
            bytes += part.sizeInBytes();
    }
    return bytes;
}

struct PaintJob
{
    std::shared_ptr<const MapBackend> backend;
    std::vector<MapLayer> layers;
    RenderOptions options;
    std::array<quint64, 3> revisions;
    TileGrid grid;

    /// Paints what is outdated; false if cancelled.
    bool paint(MapTile &tile, const Cancelled &cancelled) const
    {
        const Viewport viewport = grid.viewportOf(tile.id);
        for (const PicturePart part : kParts) {
            const auto i = std::size_t(part);
            if (tile.revisions[i] == revisions[i])
                continue;
            tile.parts[i] = {};
            if (part == PicturePart::Base || hasPart(layers, part)) {
                tile.parts[i] = backend->paint(layers, viewport, part, options, cancelled);
                if (tile.parts[i].isNull())
                    return false;
                tile.parts[i].setDevicePixelRatio(1.0);
            }
            tile.revisions[i] = revisions[i];
        }
        tile.combined = tile.parts[0];
        for (std::size_t i = 1; i < kParts.size(); ++i) {
            if (!tile.parts[i].isNull())
                compose(tile.combined, tile.parts[i]);
        }
        return true;
    }
};

} // namespace

TileGrid::TileGrid(const Viewport &view)
    : metersPerPixel(view.metersPerPixel)
    , devicePixelRatio(view.devicePixelRatio)
{
}

int TileGrid::side() const
{
    for (int candidate = kLargestSide; candidate >= kSmallestSide; --candidate) {
        const double pixels = candidate * devicePixelRatio;
        if (std::abs(pixels - std::round(pixels)) < 1e-6 * pixels)
            return candidate;
    }
    return kLargestSide;
}

int TileGrid::devicePixels() const
{
    return int(std::lround(side() * devicePixelRatio));
}

Viewport TileGrid::viewportOf(TileId id) const
{
    Viewport result;
    result.metersPerPixel = metersPerPixel;
    result.devicePixelRatio = devicePixelRatio;
    result.size = QSize(side(), side());
    const double meters = devicePixels() / scale();
    result.centre = {(id.x + 0.5) * meters, -(id.y + 0.5) * meters};
    return result;
}

std::vector<TileId> TileGrid::covering(const Viewport &view) const
{
    const double factor = scale() * view.metersPerPixel; // device pixels here per logical one there
    const double pixels = devicePixels();
    const double left = view.centre.x * scale() - 0.5 * view.size.width() * factor;
    const double top = -view.centre.y * scale() - 0.5 * view.size.height() * factor;
    const auto cell = [pixels](double at) { return std::int32_t(std::floor(at / pixels)); };
    const TileId first{cell(left), cell(top)};
    const TileId last{
        cell(left + view.size.width() * factor), cell(top + view.size.height() * factor)};
    std::vector<TileId> ids;
    for (std::int32_t y = first.y; y <= last.y; ++y) {
        for (std::int32_t x = first.x; x <= last.x; ++x)
            ids.push_back({x, y});
    }
    const double midX = view.centre.x * scale() / pixels - 0.5;
    const double midY = -view.centre.y * scale() / pixels - 0.5;
    const auto distance = [&](TileId id) { return std::hypot(id.x - midX, id.y - midY); };
    std::stable_sort(
        ids.begin(), ids.end(), [&](TileId a, TileId b) { return distance(a) < distance(b); });
    return ids;
}

Viewport TileGrid::snapped(const Viewport &view) const
{
    const QPointF corner = cornerOf(view, scale());
    Viewport result = view;
    result.centre.x += (std::round(corner.x()) - corner.x()) / scale();
    result.centre.y -= (std::round(corner.y()) - corner.y()) / scale();
    return result;
}

TileCache::TileCache(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_backend(std::make_shared<RasterBackend>())
{
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &TileCache::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TileCache::finish);
}

TileCache::~TileCache()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void TileCache::setBackend(std::shared_ptr<const MapBackend> backend)
{
    m_backend = std::move(backend);
    for (const PicturePart part : kParts)
        touch(part);
}

void TileCache::setLayers(std::vector<MapLayer> layers)
{
    m_layers = std::move(layers);
    for (const PicturePart part : kParts)
        touch(part);
}

bool TileCache::setAttributes(
    const QString &layerId, std::shared_ptr<const LayerAttributes> attributes)
{
    const auto layer = std::find_if(m_layers.begin(), m_layers.end(),
        [&](const MapLayer &candidate) { return candidate.id == layerId; });
    if (layer == m_layers.end())
        return false;
    layer->attributes = std::move(attributes);
    touch(partOf(layer->order));
    return true;
}

bool TileCache::setLayerVisible(const QString &layerId, bool visible)
{
    bool found = false;
    for (MapLayer &layer : m_layers) {
        if (layer.id == layerId && layer.visible != visible) {
            layer.visible = visible;
            touch(partOf(layer.order));
            found = true;
        }
    }
    return found;
}

void TileCache::setOptions(const RenderOptions &options)
{
    const bool sameTheme = options.theme == m_options.theme;
    if (sameTheme && options.font == m_options.font)
        return;
    m_options = options;
    for (const PicturePart part : kParts)
        touch(part);
    if (!sameTheme)
        m_scales.clear();
}

void TileCache::touch(PicturePart part)
{
    ++m_revisions[std::size_t(part)];
}

const TileCache::Scale *TileCache::find(const TileGrid &grid) const
{
    const auto it = std::find_if(m_scales.begin(), m_scales.end(),
        [&](const Scale &candidate) { return candidate.grid == grid; });
    return it == m_scales.end() ? nullptr : &*it;
}

TileCache::Scale &TileCache::scaleFor(const TileGrid &grid)
{
    if (const Scale *found = find(grid))
        return m_scales[std::size_t(found - m_scales.data())];
    m_scales.push_back({grid, {}, 0});
    return m_scales.back();
}

bool TileCache::isSharp(const Viewport &view) const
{
    const TileGrid grid(view);
    const Scale *scale = find(grid);
    if (!scale)
        return false;
    const std::vector<TileId> ids = grid.covering(view);
    return std::all_of(ids.begin(), ids.end(), [&](TileId id) {
        const auto tile = scale->tiles.find(keyOf(id));
        return tile != scale->tiles.end() && !tile->second.shown.combined.isNull()
            && tile->second.shown.revisions == m_revisions;
    });
}

std::vector<MapTile> TileCache::missing(Scale &scale, const Viewport &view) const
{
    std::vector<MapTile> result;
    for (const TileId id : scale.grid.covering(view)) {
        const auto it = scale.tiles.find(keyOf(id));
        if (it == scale.tiles.end()) {
            MapTile tile;
            tile.id = id;
            result.push_back(std::move(tile));
        } else if (it->second.shown.revisions != m_revisions) {
            const MapTile &newest =
                it->second.next.combined.isNull() ? it->second.shown : it->second.next;
            result.push_back(newest);
            result.back().id = id;
        }
    }
    return result;
}

void TileCache::request(const Viewport &target)
{
    m_target = target;
    m_wanted = true;
    if (!m_watcher.isRunning()) {
        start();
        return;
    }
    // New values do not stop the picture of the former ones: played fast, none would ever come.
    const bool hopeless = !(m_painting == TileGrid(target))
        || m_paintingRevisions[0] != m_revisions[0] || m_paintingRevisions[2] != m_revisions[2];
    if (hopeless && !m_cancelled) {
        m_cancelled = true;
        m_watcher.cancel();
    }
}

void TileCache::start()
{
    Scale &scale = scaleFor(TileGrid(m_target));
    scale.lastUsed = ++m_clock;
    std::vector<MapTile> tiles = missing(scale, m_target);
    if (tiles.empty())
        tiles = missing(scale, m_target.grown(kMarginPx));
    if (tiles.empty()) {
        m_wanted = false;
        return;
    }
    m_painting = scale.grid;
    m_paintingRevisions = m_revisions;
    m_cancelled = false;
    m_watcher.setFuture(runStream<MapTile>(m_pool,
        [job = PaintJob{m_backend, m_layers, m_options, m_revisions, scale.grid},
            tiles = std::move(tiles)](TaskContext &context, const auto &emitTile) mutable {
            for (MapTile &tile : tiles) {
                if (context.cancelled() || !job.paint(tile, context.cancelled))
                    return;
                emitTile(std::move(tile));
            }
        }));
}

void TileCache::take(int index)
{
    const MapTile painted = m_watcher.resultAt(index);
    if (m_cancelled || !find(m_painting))
        return;
    Tile &tile = scaleFor(m_painting).tiles[keyOf(painted.id)];
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        const MapTile &before = tile.next.combined.isNull() ? tile.shown : tile.next;
        if (before.revisions[i] != painted.revisions[i])
            ++m_paintCounts[i];
    }
    if (tile.shown.combined.isNull()) {
        tile.shown = painted;
        Q_EMIT changed();
    } else {
        tile.next = painted;
    }
}

void TileCache::finish()
{
    bool swapped = false;
    for (Scale &scale : m_scales) {
        for (auto &[key, tile] : scale.tiles) {
            if (!m_cancelled && !tile.next.combined.isNull()) {
                tile.shown = std::exchange(tile.next, {});
                swapped = true;
            }
        }
    }
    evict();
    if (swapped)
        Q_EMIT changed();
    if (m_wanted && !m_watcher.isRunning())
        start();
}

qint64 TileCache::bytes() const
{
    qint64 sum = 0;
    for (const Scale &scale : m_scales) {
        for (const auto &[key, tile] : scale.tiles)
            sum += bytesOf(tile.shown) + bytesOf(tile.next);
    }
    return sum;
}

void TileCache::evict()
{
    qint64 held = bytes();
    // Other scales first, the longest unused one before the others; then what is far from the view.
    while (held > kMaxBytes && m_scales.size() > 1) {
        const auto oldest = std::min_element(m_scales.begin(), m_scales.end(),
            [](const Scale &a, const Scale &b) { return a.lastUsed < b.lastUsed; });
        m_scales.erase(oldest);
        held = bytes();
    }
    if (held <= kMaxBytes || m_scales.empty())
        return;
    Scale &scale = m_scales.front();
    const std::vector<TileId> kept = scale.grid.covering(m_target.grown(kMarginPx));
    std::erase_if(scale.tiles, [&](const auto &entry) {
        return std::none_of(
            kept.begin(), kept.end(), [&](TileId id) { return keyOf(id) == entry.first; });
    });
}

void TileCache::paint(QPainter &painter, const Viewport &view) const
{
    const TileGrid grid(view);
    std::vector<const Scale *> order;
    for (const Scale &scale : m_scales)
        order.push_back(&scale);
    std::sort(order.begin(), order.end(),
        [](const Scale *a, const Scale *b) { return a->lastUsed < b->lastUsed; });
    // The sharp one hides all others; else the two used last are enough.
    const std::size_t most = isSharp(view) ? 0 : 2;
    std::vector<const Scale *> shown;
    for (auto it = order.rbegin(); it != order.rend() && shown.size() < most; ++it) {
        if (!((*it)->grid == grid))
            shown.push_back(*it);
    }
    painter.save();
    painter.scale(1.0 / view.devicePixelRatio, 1.0 / view.devicePixelRatio);
    for (auto it = shown.rbegin(); it != shown.rend(); ++it)
        paintScale(painter, **it, view);
    if (const Scale *sharp = find(grid))
        paintScale(painter, *sharp, view);
    painter.restore();
}

void TileCache::paintScale(QPainter &painter, const Scale &scale, const Viewport &view) const
{
    const double shown = view.devicePixelRatio / view.metersPerPixel;
    QPointF corner = cornerOf(view, shown);
    const bool same = scale.grid == TileGrid(view);
    if (same)
        corner = {std::round(corner.x()), std::round(corner.y())};
    const double side = scale.grid.devicePixels() * (same ? 1.0 : shown / scale.grid.scale());
    // Both edges are rounded alike, so that neighbours meet without a seam.
    const auto edge = [side](std::int32_t at, double from) {
        return int(std::lround(at * side - from));
    };
    for (const TileId id : scale.grid.covering(view)) {
        const auto tile = scale.tiles.find(keyOf(id));
        if (tile == scale.tiles.end() || tile->second.shown.combined.isNull())
            continue;
        const QPoint topLeft(edge(id.x, corner.x()), edge(id.y, corner.y()));
        const QPoint bottomRight(edge(id.x + 1, corner.x()), edge(id.y + 1, corner.y()));
        if (same)
            painter.drawImage(topLeft, tile->second.shown.combined);
        else
            painter.drawImage(
                QRect(topLeft, bottomRight - QPoint(1, 1)), tile->second.shown.combined);
    }
}

} // namespace belvedere::ui
