// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tools/measure_tool.h"

#include "map/tools/tool_paint.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLineF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kClosePx = 10.0;
constexpr double kTextRoomPx = 72.0; // a shorter segment carries no text
constexpr double kTotalOffsetPx = 22.0;

} // namespace

void MeasureTool::setProjection(const std::optional<LocalProjection> &projection)
{
    m_projection = projection;
    Q_EMIT changed();
}

void MeasureTool::setUnits(LengthUnits units)
{
    m_units = units;
    Q_EMIT changed();
}

double MeasureTool::lengthM() const
{
    std::vector<PointM> line = m_points;
    if (m_closed)
        line.push_back(line.front());
    return pathLengthM(line, m_projection);
}

double MeasureTool::areaM2() const
{
    return m_closed ? ringAreaM2(m_points, m_projection) : 0.0;
}

QString MeasureTool::hint() const
{
    if (m_points.empty())
        return tr("Click points to measure a distance.");
    const QString length = lengthText(lengthM(), m_units);
    if (m_closed)
        return tr("Around %1, area %2. Esc leaves.").arg(length, areaText(areaM2(), m_units));
    if (m_finished)
        return tr("Length %1. Click to measure anew, Esc leaves.").arg(length);
    return tr("%1 so far. Double click or Enter ends, Backspace takes a point back.").arg(length);
}

void MeasureTool::click(const MapPointer &pointer)
{
    if (m_finished)
        reset();
    const auto pixelsTo = [&](PointM p) {
        return QLineF(pointer.viewport.toScreen(p), pointer.position).length();
    };
    if (m_points.size() >= 3 && pixelsTo(m_points.front()) <= kClosePx) {
        m_closed = true;
        finish();
        return;
    }
    m_points.push_back(pointer.world);
    m_pointer = pointer.world;
    Q_EMIT changed();
}

void MeasureTool::doubleClick(const MapPointer &)
{
    // The first of the two clicks has set the last point, unless it closed the line.
    finish();
}

void MeasureTool::hover(const MapPointer &pointer)
{
    if (m_points.empty() || m_finished)
        return;
    m_pointer = pointer.world;
    Q_EMIT changed();
}

bool MeasureTool::key(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        reset();
        Q_EMIT left();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish();
        return true;
    case Qt::Key_Backspace:
        if (m_points.empty())
            return false;
        // What was ended goes on; what was closed opens before it loses a point.
        if (!std::exchange(m_closed, false))
            m_points.pop_back();
        m_finished = false;
        m_pointer.reset();
        Q_EMIT changed();
        return true;
    default:
        return false;
    }
}

void MeasureTool::reset()
{
    m_points.clear();
    m_pointer.reset();
    m_closed = m_finished = false;
    Q_EMIT changed();
}

void MeasureTool::finish()
{
    if (m_points.empty() || m_finished)
        return;
    m_pointer.reset();
    m_finished = true;
    if (m_points.size() < 2) {
        reset();
        return;
    }
    Q_EMIT changed();
    Q_EMIT measured(lengthM(), areaM2());
}

std::vector<PointM> MeasureTool::drawn() const
{
    std::vector<PointM> line = m_points;
    if (m_closed)
        line.push_back(m_points.front());
    else if (m_pointer)
        line.push_back(*m_pointer);
    return line;
}

void MeasureTool::paint(const MapToolCanvas &canvas) const
{
    if (m_points.empty())
        return;
    const std::vector<PointM> line = drawn();
    if (m_closed)
        paintToolArea(canvas, m_points);
    paintToolLine(canvas, std::span(line).first(m_closed ? line.size() : m_points.size()));
    if (!m_closed && line.size() > m_points.size())
        paintToolLine(canvas, std::span(line).last(2), true);
    for (const PointM &point : m_points)
        paintToolPoint(canvas, point);
    paintSegmentTexts(canvas, line);
    paintTotal(canvas, line);
}

void MeasureTool::paintSegmentTexts(
    const MapToolCanvas &canvas, const std::vector<PointM> &line) const
{
    if (line.size() < 3)
        return; // the only segment is the total
    for (std::size_t i = 1; i < line.size(); ++i) {
        const QLineF segment(
            canvas.viewport.toScreen(line[i - 1]), canvas.viewport.toScreen(line[i]));
        if (segment.length() < kTextRoomPx)
            continue;
        const double meters = pathLengthM(std::span(line).subspan(i - 1, 2), m_projection);
        paintToolText(canvas, segment.center(), lengthText(meters, m_units));
    }
}

void MeasureTool::paintTotal(const MapToolCanvas &canvas, const std::vector<PointM> &line) const
{
    if (m_closed) {
        QPolygonF ring;
        for (const PointM &p : m_points)
            ring.push_back(canvas.viewport.toScreen(p));
        paintToolText(canvas, ring.boundingRect().center(), areaText(areaM2(), m_units), true);
        return;
    }
    if (line.size() < 2)
        return;
    const QString text = lengthText(pathLengthM(line, m_projection), m_units);
    QFont font = canvas.font;
    font.setPixelSize(type::kDense);
    const double half = 0.5 * QFontMetricsF(font).horizontalAdvance(text) + 2.0 * space::kSmall;
    QPointF centre = canvas.viewport.toScreen(line.back()) + QPointF(0.0, -kTotalOffsetPx);
    // It stays on the map where the line ends at an edge.
    const QSize size = canvas.viewport.size;
    if (centre.y() < kTotalOffsetPx)
        centre.ry() += 2.0 * kTotalOffsetPx;
    if (size.width() > 2.0 * half)
        centre.setX(std::clamp(centre.x(), half, size.width() - half));
    paintToolText(canvas, centre, text, true);
}

} // namespace belvedere::ui
