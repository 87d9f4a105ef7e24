// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_tool.h"

namespace belvedere::ui {

/// Drags move the map and clicks do nothing, so that a selection is safe.
class PanTool : public MapTool
{
    Q_OBJECT

public:
    using MapTool::MapTool;

    [[nodiscard]] QString hint() const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::OpenHandCursor; }
    [[nodiscard]] bool takesPoints() const override { return false; }
    bool key(const QKeyEvent &event) override;
};

} // namespace belvedere::ui
