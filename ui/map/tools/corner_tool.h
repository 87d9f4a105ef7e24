// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_tool.h"

#include <optional>
#include <vector>

namespace belvedere::ui {

/// A rectangle along the axes, dragged from corner to corner or set by two clicks.
class CornerTool : public MapTool
{
    Q_OBJECT

public:
    using MapTool::MapTool;

    [[nodiscard]] bool takesDrags() const override { return true; }
    void beginDrag(const MapPointer &pointer) override;
    void drag(const MapPointer &pointer) override;
    void drop(const MapPointer &pointer) override;
    void click(const MapPointer &pointer) override;
    void hover(const MapPointer &pointer) override;
    bool key(const QKeyEvent &event) override;
    void reset() override;
    void paint(const MapToolCanvas &canvas) const override;

protected:
    [[nodiscard]] bool begun() const { return m_from.has_value(); }
    /// Both corners are set, at least a few pixels apart.
    virtual void boxDrawn(const BoundingBox &box, const MapPointer &pointer) = 0;

private:
    void finish(const MapPointer &pointer);

    std::optional<PointM> m_from;
    PointM m_to;
};

/// The corners of a box, counter-clockwise.
[[nodiscard]] std::vector<PointM> cornersOf(const BoundingBox &box);

} // namespace belvedere::ui
