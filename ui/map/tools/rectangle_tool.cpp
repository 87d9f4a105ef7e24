// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/rectangle_tool.h"

namespace belvedere::ui {

QString RectangleTool::hint() const
{
    return begun() ? tr("Set the opposite corner. Esc gives up.")
                   : tr("Drag a rectangle to select. Shift adds, Ctrl removes.");
}

void RectangleTool::boxDrawn(const BoundingBox &box, const MapPointer &pointer)
{
    Q_EMIT regionDrawn(cornersOf(box), pointer.modifiers);
}

} // namespace belvedere::ui
