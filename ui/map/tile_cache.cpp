// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tile_cache.h"

#include "map/label_plan.h"
#include "map/raster_backend.h"
#include "map/tile_images.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace belvedere::ui {

namespace {

constexpr int kMarginPx = 160; // painted beyond the view once the view is done
constexpr int kRestMs = 60;
constexpr int kImagesMs = 120;
constexpr qint64 kMaxBytes = qint64(320) << 20;
constexpr std::array kParts{PicturePart::Base, PicturePart::Values, PicturePart::Labels};

quint64 keyOf(TileId id)
{
    return (quint64(quint32(id.x)) << 32) | quint32(id.y);
}

qint64 bytesOf(const MapTile &tile)
{
    qint64 bytes = tile.combined.sizeInBytes() + tile.labels.sizeInBytes();
    if (tile.base.cacheKey() != tile.combined.cacheKey())
        bytes += tile.base.sizeInBytes();
    return bytes;
}

/// The tiles and those around them, whose labels may reach into them.
std::vector<TileId> withNeighbours(const std::vector<MapTile> &tiles)
{
    std::vector<TileId> ids;
    for (const MapTile &tile : tiles) {
        for (std::int32_t dy = -1; dy <= 1; ++dy) {
            for (std::int32_t dx = -1; dx <= 1; ++dx)
                ids.push_back({tile.id.x + dx, tile.id.y + dy});
        }
    }
    return ids;
}

struct PaintJob
{
    std::shared_ptr<const MapBackend> backend;
    std::vector<MapLayer> layers;
    RenderOptions options;
    std::array<quint64, 3> revisions;
    TileGrid grid;
    std::array<std::shared_ptr<const LabelPlan>, 3> plans; ///< null: from the beginning

    /// Texts of the new tiles; false if cancelled.
    bool plan(const std::vector<MapTile> &tiles, const Cancelled &cancelled)
    {
        const std::vector<TileId> cells = withNeighbours(tiles);
        for (const PicturePart part : {PicturePart::Values, PicturePart::Labels}) {
            auto &known = plans[std::size_t(part)];
            auto extended = std::make_shared<LabelPlan>(known ? *known : LabelPlan(grid));
            if (!extended->extend(layers, part, options, cells, cancelled))
                return false;
            known = std::move(extended);
        }
        return true;
    }

    /// Paints what is outdated; false if cancelled.
    bool paint(MapTile &tile, const Cancelled &cancelled) const
    {
        const Viewport viewport = grid.viewportOf(tile.id);
        RenderOptions withTexts = options;
        tile.painted = {};
        for (const PicturePart part : {PicturePart::Base, PicturePart::Labels}) {
            const auto i = std::size_t(part);
            QImage &picture = part == PicturePart::Base ? tile.base : tile.labels;
            if (tile.revisions[i] == revisions[i])
                continue;
            picture = {};
            withTexts.plan = plans[i];
            if (part == PicturePart::Base || hasTexts(i, viewport)) {
                picture = backend->paint(layers, viewport, part, withTexts, cancelled);
                if (picture.isNull())
                    return false;
                picture.setDevicePixelRatio(1.0);
            }
            tile.painted[i] = true;
        }
        tile.combined = tile.base;
        if (hasPart(layers, PicturePart::Values)) {
            withTexts.plan = plans[std::size_t(PicturePart::Values)];
            tile.combined.setDevicePixelRatio(grid.devicePixelRatio);
            if (!backend->paintOver(
                    tile.combined, layers, viewport, PicturePart::Values, withTexts, cancelled))
                return false;
        }
        tile.combined.setDevicePixelRatio(1.0); // put together pixel by pixel
        if (!tile.labels.isNull())
            compose(tile.combined, tile.labels);
        tile.painted[std::size_t(PicturePart::Values)] = true;
        tile.thinned = isThinned(layers, viewport);
        tile.revisions = revisions;
        return true;
    }

    [[nodiscard]] bool hasTexts(std::size_t part, const Viewport &viewport) const
    {
        return !plans[part] || plans[part]->touches(viewport);
    }
};

/// Whether the part looks the same with the one layers as with the other.
bool samePart(const std::vector<MapLayer> &a, const std::vector<MapLayer> &b, PicturePart part)
{
    const std::vector<const MapLayer *> mine = shownLayers(a, part);
    const std::vector<const MapLayer *> other = shownLayers(b, part);
    return std::equal(mine.begin(), mine.end(), other.begin(), other.end(),
        [](const MapLayer *x, const MapLayer *y) {
            return x->id == y->id && x->order == y->order && x->geometry == y->geometry
                && x->attributes == y->attributes && x->side == y->side;
        });
}

} // namespace

TileCache::TileCache(QThreadPool &pool, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_backend(std::make_shared<RasterBackend>())
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &TileCache::startRest);
    m_imagesCame.setSingleShot(true);
    m_imagesCame.setInterval(kImagesMs);
    connect(&m_imagesCame, &QTimer::timeout, this, &TileCache::takeImages);
    connect(&m_watcher, &QFutureWatcherBase::resultReadyAt, this, &TileCache::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TileCache::finish);
}

TileCache::~TileCache()
{
    stopListening();
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
    std::vector<PicturePart> others;
    for (const PicturePart part : kParts) {
        if (!samePart(m_layers, layers, part))
            others.push_back(part);
    }
    m_layers = std::move(layers);
    listen();
    for (const PicturePart part : others)
        touch(part);
}

void TileCache::listen()
{
    stopListening();
    for (const MapLayer &layer : m_layers) {
        const auto *tiles = std::get_if<std::shared_ptr<const TileGeometry>>(&layer.geometry);
        if (!tiles || !*tiles || !(*tiles)->images)
            continue;
        // Called on any thread; an event that waits for a cache that is gone is dropped by Qt.
        const int id = (*tiles)->images->addListener([this] {
            QMetaObject::invokeMethod(
                &m_imagesCame,
                [this] {
                    if (!m_imagesCame.isActive())
                        m_imagesCame.start();
                },
                Qt::QueuedConnection);
        });
        m_listening.push_back({(*tiles)->images, id});
    }
}

void TileCache::stopListening()
{
    for (const Listening &listening : m_listening)
        listening.images->removeListener(listening.id);
    m_listening.clear();
}

void TileCache::takeImages()
{
    if (m_watcher.isRunning()) {
        m_imagesCame.start(); // what is under way is not given up for a few pictures more
        return;
    }
    touch(PicturePart::Base);
    if (m_requested)
        request(m_target);
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
    m_requested = true;
    m_rest.stop();
    if (!m_watcher.isRunning()) {
        start();
        return;
    }
    // New values do not stop the picture of the former ones: played fast, none would ever come.
    const bool hopeless = m_paintingRest || !(m_painting == TileGrid(target))
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
    if (tiles.empty()) {
        m_rest.start();
        return;
    }
    m_paintingRest = false;
    startJob(scale, std::move(tiles));
}

void TileCache::startRest()
{
    if (m_watcher.isRunning())
        return;
    Scale &scale = scaleFor(TileGrid(m_target));
    std::vector<MapTile> tiles = missing(scale, m_target.grown(kMarginPx));
    if (tiles.empty()) {
        m_wanted = false;
        return;
    }
    m_paintingRest = true;
    startJob(scale, std::move(tiles));
}

void TileCache::startJob(Scale &scale, std::vector<MapTile> tiles)
{
    m_painting = scale.grid;
    m_paintingRevisions = m_revisions;
    m_cancelled = false;
    PaintJob job{m_backend, m_layers, m_options, m_revisions, scale.grid, scale.plans};
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        if (scale.planRevisions[i] != m_revisions[i])
            job.plans[i] = nullptr;
    }
    m_watcher.setFuture(runStream<PaintedTile>(m_pool,
        [job = std::move(job), tiles = std::move(tiles)](
            TaskContext &context, const auto &emitTile) mutable {
            if (!job.plan(tiles, context.cancelled))
                return;
            for (MapTile &tile : tiles) {
                if (context.cancelled() || !job.paint(tile, context.cancelled))
                    return;
                emitTile(PaintedTile{std::move(tile), job.plans});
            }
        }));
}

void TileCache::take(int index)
{
    const PaintedTile painted = m_watcher.resultAt(index);
    if (m_cancelled || !find(m_painting))
        return;
    Scale &scale = scaleFor(m_painting);
    if (index == 0) {
        scale.plans = painted.plans;
        scale.planRevisions = m_paintingRevisions;
    }
    Tile &tile = scale.tiles[keyOf(painted.tile.id)];
    for (std::size_t i = 0; i < kParts.size(); ++i)
        m_paintCounts[i] += painted.tile.painted[i] ? 1 : 0;
    if (tile.shown.combined.isNull()) {
        tile.shown = painted.tile;
        Q_EMIT changed();
    } else {
        tile.next = painted.tile;
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

bool TileCache::isThinned(const Viewport &view) const
{
    const TileGrid grid(view);
    const Scale *scale = find(grid);
    if (!scale)
        return false;
    const std::vector<TileId> ids = grid.covering(view);
    return std::any_of(ids.begin(), ids.end(), [&](TileId id) {
        const auto tile = scale->tiles.find(keyOf(id));
        return tile != scale->tiles.end() && tile->second.shown.thinned;
    });
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
    QPointF corner = TileGrid(view).cornerOf(view);
    const bool same = scale.grid == TileGrid(view);
    if (same)
        corner = {std::round(corner.x()), std::round(corner.y())};
    const double side = scale.grid.devicePixels() * (same ? 1.0 : shown / scale.grid.scale());
    // Both edges are rounded alike, so that neighbours meet without a seam.
    const auto edge = [side](std::int32_t at, double from) {
        return int(std::clamp(std::round(at * side - from), -1e9, 1e9));
    };
    const QRect seen(QPoint(0, 0), view.size * view.devicePixelRatio);
    for (const auto &[key, tile] : scale.tiles) {
        const QImage &picture = tile.shown.combined;
        if (picture.isNull())
            continue;
        const TileId id = tile.shown.id;
        const QPoint topLeft(edge(id.x, corner.x()), edge(id.y, corner.y()));
        const QPoint bottomRight(edge(id.x + 1, corner.x()), edge(id.y + 1, corner.y()));
        const QRect place(topLeft, bottomRight - QPoint(1, 1));
        if (!place.intersects(seen.adjusted(0, 0, 1, 1)))
            continue;
        if (same)
            painter.drawImage(topLeft, picture);
        else
            painter.drawImage(place, picture);
    }
}

} // namespace belvedere::ui
