// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/corner_tool.h"

#include "map/tools/tool_paint.h"

#include <QKeyEvent>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr double kSmallestPx = 4.0; // less is a slip of the hand

BoundingBox boxOf(PointM a, PointM b)
{
    BoundingBox box;
    box.add(a);
    box.add(b);
    return box;
}

} // namespace

std::vector<PointM> cornersOf(const BoundingBox &box)
{
    return {{box.minX, box.minY}, {box.maxX, box.minY}, {box.maxX, box.maxY}, {box.minX, box.maxY}};
}

void CornerTool::beginDrag(const MapPointer &pointer)
{
    m_from = m_to = pointer.world;
    Q_EMIT changed();
}

void CornerTool::drag(const MapPointer &pointer)
{
    m_to = pointer.world;
    Q_EMIT changed();
}

void CornerTool::drop(const MapPointer &pointer)
{
    if (m_from)
        finish(pointer);
}

void CornerTool::click(const MapPointer &pointer)
{
    if (m_from)
        finish(pointer);
    else
        beginDrag(pointer);
}

void CornerTool::hover(const MapPointer &pointer)
{
    if (m_from)
        drag(pointer);
}

bool CornerTool::key(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Escape)
        return false;
    if (m_from)
        reset();
    else
        Q_EMIT left();
    return true;
}

void CornerTool::reset()
{
    m_from.reset();
    Q_EMIT changed();
}

void CornerTool::finish(const MapPointer &pointer)
{
    const BoundingBox box = boxOf(*m_from, pointer.world);
    reset();
    const double smallest = kSmallestPx * pointer.viewport.metersPerPixel;
    if (std::min(box.width(), box.height()) >= smallest)
        boxDrawn(box, pointer);
}

void CornerTool::paint(const MapToolCanvas &canvas) const
{
    if (m_from)
        paintToolArea(canvas, cornersOf(boxOf(*m_from, m_to)));
}

} // namespace belvedere::ui
