// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/pan_tool.h"

#include <QKeyEvent>

namespace belvedere::ui {

QString PanTool::hint() const
{
    return tr("Drag to move the map. Clicks select nothing.");
}

bool PanTool::key(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Escape)
        return false;
    Q_EMIT left();
    return true;
}

} // namespace belvedere::ui
