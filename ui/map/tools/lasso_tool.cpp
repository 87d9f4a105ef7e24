// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/lasso_tool.h"

#include "map/tools/tool_paint.h"

#include <QKeyEvent>

#include <cmath>
#include <utility>

namespace belvedere::ui {

namespace {

constexpr double kStepPx = 3.0; // between points of a free-hand line
constexpr double kClosePx = 10.0;

double pixelsBetween(const Viewport &viewport, PointM a, PointM b)
{
    return std::hypot(a.x - b.x, a.y - b.y) / viewport.metersPerPixel;
}

} // namespace

QString LassoTool::hint() const
{
    if (m_ring.empty())
        return tr("Draw around what to select, or click corners. Shift adds, Ctrl removes.");
    return m_byClicks
        ? tr("Click corners. Double click or Enter selects, Backspace takes one back.")
        : tr("Release to select. Esc gives up.");
}

void LassoTool::beginDrag(const MapPointer &pointer)
{
    m_byClicks = false;
    m_ring = {pointer.world};
    m_pointer = pointer.world;
    Q_EMIT changed();
}

void LassoTool::drag(const MapPointer &pointer)
{
    m_pointer = pointer.world;
    if (!m_ring.empty() && pixelsBetween(pointer.viewport, m_ring.back(), m_pointer) >= kStepPx)
        m_ring.push_back(m_pointer);
    Q_EMIT changed();
}

void LassoTool::drop(const MapPointer &pointer)
{
    if (m_ring.empty())
        return;
    drag(pointer);
    finish(pointer.modifiers);
}

void LassoTool::click(const MapPointer &pointer)
{
    m_pointer = pointer.world;
    if (m_ring.size() >= 3
        && pixelsBetween(pointer.viewport, m_ring.front(), m_pointer) <= kClosePx) {
        finish(pointer.modifiers);
        return;
    }
    m_byClicks = true;
    m_ring.push_back(m_pointer);
    Q_EMIT changed();
}

void LassoTool::doubleClick(const MapPointer &pointer)
{
    // The first of the two clicks has set the last corner.
    finish(pointer.modifiers);
}

void LassoTool::hover(const MapPointer &pointer)
{
    if (m_ring.empty())
        return;
    m_pointer = pointer.world;
    Q_EMIT changed();
}

bool LassoTool::key(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        if (m_ring.empty())
            Q_EMIT left();
        else
            reset();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_ring.empty())
            return false;
        finish(event.modifiers());
        return true;
    case Qt::Key_Backspace:
        if (m_ring.empty())
            return false;
        m_ring.pop_back();
        Q_EMIT changed();
        return true;
    default:
        return false;
    }
}

void LassoTool::reset()
{
    m_ring.clear();
    m_byClicks = false;
    Q_EMIT changed();
}

void LassoTool::finish(Qt::KeyboardModifiers modifiers)
{
    const std::vector<PointM> ring = std::exchange(m_ring, {});
    reset();
    if (ring.size() >= 3)
        Q_EMIT regionDrawn(ring, modifiers);
}

void LassoTool::paint(const MapToolCanvas &canvas) const
{
    if (m_ring.empty())
        return;
    std::vector<PointM> ring = m_ring;
    ring.push_back(m_pointer);
    paintToolArea(canvas, ring);
    if (m_byClicks) {
        for (const PointM &corner : m_ring)
            paintToolPoint(canvas, corner);
    }
}

} // namespace belvedere::ui
