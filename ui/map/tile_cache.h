// SPDX-License-Identifier: GPL-3.0-or-later
// Which tiles of the map are painted, which must be painted next, and how they come together.
#pragma once

#include "base/task.h"
#include "map/map_backend.h"
#include "map/tile_grid.h"

#include <QFutureWatcher>
#include <QTimer>

#include <array>
#include <unordered_map>

class QPainter;

namespace belvedere::ui {

class LabelPlan;

/// One square of the map as the render pool made it.
struct MapTile
{
    TileId id;
    QImage base;
    QImage labels; ///< null where there are none
    QImage combined; ///< all parts together; null = not painted yet
    std::array<quint64, 3> revisions{}; ///< of what was painted, by PicturePart
    std::array<bool, 3> painted{}; ///< by the last job
    bool thinned = false; ///< there is more than can be painted in time
};

/// What the pool hands over: plans first, then tile after tile.
struct PaintedTile
{
    MapTile tile;
    std::array<std::shared_ptr<const LabelPlan>, 3> plans; ///< only in the first; null: as before
};

/// Pictures of the layers for a view, painted on a pool; the GUI thread only puts them together.
class TileCache : public QObject
{
    Q_OBJECT

public:
    /// `pool` must outlive the cache.
    explicit TileCache(QThreadPool &pool, QObject *parent = nullptr);
    ~TileCache() override;

    /// Everything is painted again.
    void setBackend(std::shared_ptr<const MapBackend> backend);
    [[nodiscard]] const MapBackend &backend() const { return *m_backend; }

    // What changes is painted again at the next request(); until then the old stays to be seen.
    void setLayers(std::vector<MapLayer> layers);
    [[nodiscard]] const std::vector<MapLayer> &layers() const { return m_layers; }
    /// False if there is no such layer.
    bool setAttributes(const QString &layerId, std::shared_ptr<const LayerAttributes> attributes);
    bool setLayerVisible(const QString &layerId, bool visible);
    /// Pictures of another theme or font are forgotten.
    void setOptions(const RenderOptions &options);
    [[nodiscard]] const RenderOptions &options() const { return m_options; }

    /// Has painted what `target` needs and does not have, then what lies around it.
    void request(const Viewport &target);
    /// True when paint() shows the present layers, values and theme over the whole view.
    [[nodiscard]] bool isSharp(const Viewport &view) const;
    /// The best pictures there are; coarser ones of other scales where the sharp are missing.
    void paint(QPainter &painter, const Viewport &view) const;

    /// Features are left out in this view, because there are more than can be painted in time.
    [[nodiscard]] bool isThinned(const Viewport &view) const;
    /// Nothing is being painted or waits for it, not even beyond the view.
    [[nodiscard]] bool isIdle() const { return !m_wanted; }
    /// Tiles painted since the start, by PicturePart.
    [[nodiscard]] const std::array<int, 3> &paintCounts() const { return m_paintCounts; }
    /// Held by the pictures.
    [[nodiscard]] qint64 bytes() const;

Q_SIGNALS:
    /// paint() would show something else now.
    void changed();

private:
    struct Tile
    {
        MapTile shown;
        MapTile next; ///< shown together with its neighbours: new values do not come piecemeal
    };
    struct Scale
    {
        TileGrid grid;
        std::unordered_map<quint64, Tile> tiles;
        std::array<std::shared_ptr<const LabelPlan>, 3> plans; ///< by PicturePart
        std::array<quint64, 3> planRevisions{};
        quint64 lastUsed = 0;
    };

    struct Listening
    {
        std::shared_ptr<TileImages> images;
        int id = 0;
    };

    void touch(PicturePart part);
    void listen();
    void stopListening();
    void takeImages();
    [[nodiscard]] const Scale *find(const TileGrid &grid) const;
    Scale &scaleFor(const TileGrid &grid);
    [[nodiscard]] std::vector<MapTile> missing(Scale &scale, const Viewport &view) const;
    void start();
    void startRest();
    void startJob(Scale &scale, std::vector<MapTile> tiles);
    void take(int index);
    void finish();
    void evict();
    void paintScale(QPainter &painter, const Scale &scale, const Viewport &view) const;

    QThreadPool &m_pool;
    std::shared_ptr<const MapBackend> m_backend;
    std::vector<MapLayer> m_layers;
    RenderOptions m_options;
    std::array<quint64, 3> m_revisions{1, 1, 1};

    std::vector<Scale> m_scales;
    quint64 m_clock = 0;
    Viewport m_target;
    bool m_wanted = false;
    bool m_requested = false;

    QFutureWatcher<PaintedTile> m_watcher;
    TileGrid m_painting;
    std::array<quint64, 3> m_paintingRevisions{};
    bool m_cancelled = false;
    std::array<int, 3> m_paintCounts{};

    std::vector<Listening> m_listening;
    QTimer m_rest; ///< what lies around the view is painted when nothing else was asked for
    bool m_paintingRest = false;
    QTimer m_imagesCame; ///< so that pictures of others come in several at a time
};

} // namespace belvedere::ui
