// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/length_text.h"
#include "map/map_tool.h"
#include "map/tools/measure.h"

#include <optional>
#include <vector>

namespace belvedere::ui {

/// Lengths along points that are clicked, and the area once the line is closed at its start.
class MeasureTool : public MapTool
{
    Q_OBJECT

public:
    using MapTool::MapTool;

    /// Without one, lengths are those in the plane.
    void setProjection(const std::optional<LocalProjection> &projection);
    void setUnits(LengthUnits units);

    [[nodiscard]] const std::vector<PointM> &points() const { return m_points; }
    /// Along the points that are set, and back to the first when closed.
    [[nodiscard]] double lengthM() const;
    /// Zero unless closed.
    [[nodiscard]] double areaM2() const;
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

    [[nodiscard]] QString hint() const override;
    void click(const MapPointer &pointer) override;
    void doubleClick(const MapPointer &pointer) override;
    void hover(const MapPointer &pointer) override;
    bool key(const QKeyEvent &event) override;
    void reset() override;
    void paint(const MapToolCanvas &canvas) const override;

Q_SIGNALS:
    /// The line is done; square metres are zero unless it is closed.
    void measured(double meters, double squareMeters);

private:
    [[nodiscard]] std::vector<PointM> drawn() const;
    void finish();
    void paintSegmentTexts(const MapToolCanvas &canvas, const std::vector<PointM> &line) const;
    void paintTotal(const MapToolCanvas &canvas, const std::vector<PointM> &line) const;

    std::optional<LocalProjection> m_projection;
    LengthUnits m_units = LengthUnits::Metric;
    std::vector<PointM> m_points;
    std::optional<PointM> m_pointer; ///< where the live segment ends
    bool m_closed = false;
    bool m_finished = false;
};

} // namespace belvedere::ui
