// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <algorithm>

namespace belvedere::ui {

/// Where the rows of the axis lie, for a widget of a size.
struct TrackGeometry
{
    static constexpr double kEdgePx = 8.0;
    static constexpr double kHeaderPx = 20.0;
    static constexpr double kStripPx = 3.0;
    static constexpr double kLabelsPx = 18.0;
    static constexpr double kTickGapPx = 58.0; ///< between two labels

    explicit TrackGeometry(const QSizeF &size)
        : header(kEdgePx, 0, std::max(1.0, size.width() - 2 * kEdgePx), kHeaderPx - 2)
        , track(kEdgePx, kHeaderPx, header.width(),
              std::max(8.0, size.height() - kHeaderPx - kStripPx - 1 - kLabelsPx))
        , strip(kEdgePx, track.bottom() + 1, header.width(), kStripPx)
        , labels(kEdgePx, size.height() - kLabelsPx + 3, header.width(), kLabelsPx - 3)
    {
    }

    [[nodiscard]] int tickCount() const
    {
        return std::max(2, static_cast<int>(track.width() / kTickGapPx));
    }

    QRectF header; ///< the handle's label
    QRectF track;
    QRectF strip; ///< where data are
    QRectF labels;
};

} // namespace belvedere::ui
