// SPDX-License-Identifier: GPL-3.0-or-later
// core/city/tiles owns pictures of the earth that others made: MBTiles files and XYZ servers, as
// encoded bytes. It knows nothing of maps or screens. A missing tile is never an error.
#pragma once

#include "base/result.h"
#include "city/lon_lat.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace belvedere {

/// A square of web mercator (EPSG:3857): x to the east, y to the south, 2^z a side.
struct TileKey
{
    int z = 0;
    int x = 0;
    int y = 0;

    /// The tile exists in the pyramid.
    [[nodiscard]] bool valid() const
    {
        return z >= 0 && z <= 30 && x >= 0 && y >= 0 && x < (1 << z) && y < (1 << z);
    }
    friend bool operator==(TileKey a, TileKey b) { return a.z == b.z && a.x == b.x && a.y == b.y; }
    friend bool operator<(TileKey a, TileKey b)
    {
        return a.z != b.z ? a.z < b.z : a.x != b.x ? a.x < b.x : a.y < b.y;
    }
};

struct TileSourceInfo
{
    QString name;
    QString attribution; ///< plain text; must be shown wherever the tiles are
    int minZoom = 0;
    int maxZoom = 22;
    int tilePixels = 256;
};

/// All functions may be called from any thread and none of them waits for a network.
class TileSource
{
public:
    /// Which tile came, or could not be had for now; called on some thread.
    using Changed = std::function<void(TileKey)>;

    virtual ~TileSource() = default;

    [[nodiscard]] virtual TileSourceInfo info() const = 0;
    /// PNG, JPEG or WebP; empty if there is none, or none yet: then it is on its way, and
    /// `changed` says when it is there.
    [[nodiscard]] virtual QByteArray tile(TileKey key) = 0;
    /// Replaces the listener; after return the former one is not called any more.
    virtual void setChanged(Changed changed) = 0;
    /// True while tile(key) may still give something that it does not give now.
    [[nodiscard]] virtual bool pending(TileKey key) const = 0;
};

/// Which tiles a city shows below its own map; kept as a document of the city.
struct TilePreferences
{
    enum class Kind { None, MbTiles, Xyz };
    Kind kind = Kind::None;
    QString file; ///< of MBTiles
    QString urlTemplate; ///< of an XYZ server, with {z}, {x} and {y}
    QString attribution;
    int minZoom = 0;
    int maxZoom = 19;

    friend bool operator==(const TilePreferences &a, const TilePreferences &b)
    {
        return a.kind == b.kind && a.file == b.file && a.urlTemplate == b.urlTemplate
            && a.attribution == b.attribution && a.minZoom == b.minZoom && a.maxZoom == b.maxZoom;
    }
};

/// The tile that holds the position; latitudes beyond 85.0511 degrees go to the edge.
[[nodiscard]] TileKey tileAt(LonLat position, int zoom);
/// North-west corner of the tile.
[[nodiscard]] LonLat cornerOf(TileKey key);

} // namespace belvedere
