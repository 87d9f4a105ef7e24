// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_tool.h"

#include <vector>

namespace belvedere::ui {

/// Selects what touches an area that is drawn free hand, or corner by corner with clicks.
class LassoTool : public MapTool
{
    Q_OBJECT

public:
    using MapTool::MapTool;

    [[nodiscard]] QString hint() const override;
    [[nodiscard]] bool takesDrags() const override { return true; }
    void beginDrag(const MapPointer &pointer) override;
    void drag(const MapPointer &pointer) override;
    void drop(const MapPointer &pointer) override;
    void click(const MapPointer &pointer) override;
    void doubleClick(const MapPointer &pointer) override;
    void hover(const MapPointer &pointer) override;
    bool key(const QKeyEvent &event) override;
    void reset() override;
    void paint(const MapToolCanvas &canvas) const override;

Q_SIGNALS:
    void regionDrawn(const std::vector<belvedere::PointM> &ring, Qt::KeyboardModifiers modifiers);

private:
    void finish(Qt::KeyboardModifiers modifiers);

    std::vector<PointM> m_ring;
    PointM m_pointer;
    bool m_byClicks = false;
};

} // namespace belvedere::ui
