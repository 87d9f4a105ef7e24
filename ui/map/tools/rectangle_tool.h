// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/tools/corner_tool.h"

#include <vector>

namespace belvedere::ui {

/// Selects what touches a rectangle.
class RectangleTool : public CornerTool
{
    Q_OBJECT

public:
    using CornerTool::CornerTool;

    [[nodiscard]] QString hint() const override;

Q_SIGNALS:
    void regionDrawn(const std::vector<belvedere::PointM> &ring, Qt::KeyboardModifiers modifiers);

protected:
    void boxDrawn(const BoundingBox &box, const MapPointer &pointer) override;
};

} // namespace belvedere::ui
