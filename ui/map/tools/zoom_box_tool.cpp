// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/zoom_box_tool.h"

namespace belvedere::ui {

QString ZoomBoxTool::hint() const
{
    return begun() ? tr("Set the opposite corner. Esc gives up.")
                   : tr("Drag a box, or set two corners, to zoom to it.");
}

void ZoomBoxTool::boxDrawn(const BoundingBox &box, const MapPointer &)
{
    Q_EMIT boxChosen(box);
    Q_EMIT left();
}

} // namespace belvedere::ui
