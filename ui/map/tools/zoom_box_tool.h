// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/tools/corner_tool.h"

namespace belvedere::ui {

/// The rectangle that is drawn then fills the window.
class ZoomBoxTool : public CornerTool
{
    Q_OBJECT

public:
    using CornerTool::CornerTool;

    [[nodiscard]] QString hint() const override;

Q_SIGNALS:
    void boxChosen(const belvedere::BoundingBox &box);

protected:
    void boxDrawn(const BoundingBox &box, const MapPointer &pointer) override;
};

} // namespace belvedere::ui
