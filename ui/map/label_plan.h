// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/painters/label_painter.h"
#include "map/tile_grid.h"

#include <map>
#include <unordered_set>

namespace belvedere::ui {

/// Where the texts of one scale stand on the plane. What was placed stays while the plan grows
/// with the view, so that no text jumps or is cut between two tiles.
class LabelPlan
{
public:
    explicit LabelPlan(const TileGrid &grid)
        : m_grid(grid)
    {
    }

    /// Places the texts whose middle lies in one of the cells, where there is room; cells that are
    /// known already stay as they are.
    /// @return false if cancelled; the plan is of no use then.
    bool extend(const std::vector<MapLayer> &layers, PicturePart part, const RenderOptions &options,
        const std::vector<TileId> &cells, const Cancelled &cancelled);

    /// Of a layer, in logical pixels from the plane's origin, y downwards.
    [[nodiscard]] const std::vector<PlacedLabel> &of(const QString &layerId) const;
    /// Some text reaches into the view.
    [[nodiscard]] bool touches(const Viewport &viewport) const;

private:
    TileGrid m_grid;
    std::unordered_set<std::uint64_t> m_cells;
    LabelSpace m_space;
    std::map<QString, std::vector<PlacedLabel>> m_placed;
};

} // namespace belvedere::ui
