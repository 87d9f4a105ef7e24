// SPDX-License-Identifier: GPL-3.0-or-later
// Zoom, cursor, legend and keys of ChartView.
#include "charts/chart_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kSmallestShare = 1e-5; // of the whole range
constexpr double kSmallestBandPx = 6.0;
constexpr double kPanShare = 0.1;

/// Moves and shrinks [low, low + length] into [fullLow, fullHigh].
void fitInto(double &low, double &length, double fullLow, double fullHigh)
{
    length = std::clamp(length, (fullHigh - fullLow) * kSmallestShare, fullHigh - fullLow);
    low = std::clamp(low, fullLow, std::max(fullLow, fullHigh - length));
}

} // namespace

void ChartView::setRanges(double xMin, double xMax, double yMin, double yMax)
{
    if (!(xMin < xMax) || !(yMin < yMax))
        return;
    m_full = QRectF(QPointF(xMin, yMin), QPointF(xMax, yMax));
    if (!m_zoomed)
        m_view = m_full;
    else if (!m_zoomAxes.testFlag(Qt::Vertical)) {
        m_view.setTop(yMin);
        m_view.setBottom(yMax);
    }
    double x = m_view.left();
    double y = m_view.top();
    double width = m_view.width();
    double height = m_view.height();
    fitInto(x, width, xMin, xMax);
    fitInto(y, height, yMin, yMax);
    m_view = QRectF(x, y, width, height);
    if (m_cursor && m_linkedTime)
        m_cursor->setX(double(*m_linkedTime));
    updateLayout();
}

void ChartView::setView(QRectF view)
{
    double x = view.left();
    double y = view.top();
    double width = view.width();
    double height = view.height();
    fitInto(x, width, m_full.left(), m_full.right());
    fitInto(y, height, m_full.top(), m_full.bottom());
    m_view = QRectF(x, y, width, height);
    m_zoomed = width < m_full.width() * (1.0 - 1e-9) || height < m_full.height() * (1.0 - 1e-9);
    updateLayout();
    updateSeries();
    Q_EMIT viewChanged(xMin(), xMax());
}

void ChartView::resetZoom()
{
    if (m_zoomed)
        setView(m_full);
}

void ChartView::zoomTo(double xMin, double xMax)
{
    if (xMin < xMax && m_zoomAxes.testFlag(Qt::Horizontal))
        setView(QRectF(xMin, m_view.top(), xMax - xMin, m_view.height()));
}

void ChartView::zoomAt(QPointF place, double factor)
{
    QRectF view = m_view;
    if (m_zoomAxes.testFlag(Qt::Horizontal)) {
        view.setLeft(place.x() - (place.x() - m_view.left()) / factor);
        view.setWidth(m_view.width() / factor);
    }
    if (m_zoomAxes.testFlag(Qt::Vertical)) {
        view.moveTop(place.y() - (place.y() - m_view.top()) / factor);
        view.setHeight(m_view.height() / factor);
    }
    setView(view);
}

void ChartView::panBy(QPointF pixels)
{
    QRectF view = m_view;
    if (m_zoomAxes.testFlag(Qt::Horizontal))
        view.translate(-pixels.x() / m_plot.width() * m_view.width(), 0.0);
    if (m_zoomAxes.testFlag(Qt::Vertical))
        view.translate(0.0, pixels.y() / m_plot.height() * m_view.height());
    setView(view);
}

void ChartView::hurry()
{
    m_hasty = true;
    m_calm.start();
}

void ChartView::setEntryVisible(const QString &id, bool visible)
{
    const bool changed = visible ? m_hidden.erase(id) > 0 : m_hidden.insert(id).second;
    if (!changed)
        return;
    updateSeries();
    updateLayout();
    describe();
}

const ChartView::LegendBox *ChartView::legendAt(QPointF pixel) const
{
    const auto found = std::find_if(m_legend.begin(), m_legend.end(),
        [pixel](const LegendBox &item) { return item.box.contains(pixel); });
    return found == m_legend.end() || isEmpty() ? nullptr : &*found;
}

// --- The cursor -----------------------------------------------------------------------------

std::optional<QPointF> ChartView::snapped(QPointF place) const
{
    return place;
}

QPointF ChartView::stepped(QPointF from, int dx, int dy) const
{
    const QPointF pixel(m_view.width() / m_plot.width(), m_view.height() / m_plot.height());
    return {std::clamp(from.x() + dx * pixel.x(), m_full.left(), m_full.right()),
        std::clamp(from.y() + dy * pixel.y(), m_full.top(), m_full.bottom())};
}

QString ChartView::keyAt(QPointF) const
{
    return {};
}

std::optional<QPointF> ChartView::placeOfKey(const QString &) const
{
    return std::nullopt;
}

void ChartView::clicked(QPointF place)
{
    const QString key = keyAt(snapped(place).value_or(place));
    if (!key.isEmpty())
        Q_EMIT keyActivated(key);
}

void ChartView::moveCursor(std::optional<QPointF> place, bool own)
{
    if (place == m_cursor && own == m_ownCursor)
        return;
    const bool had = m_cursor && m_ownCursor;
    m_cursor = place;
    m_ownCursor = own && place;
    const QString key = place ? keyAt(*place) : QString();
    const bool otherKey = key != m_key;
    m_key = key;
    update();
    describe();
    if (!own)
        return;
    m_linkedTime.reset();
    if (place && m_timeAxis)
        Q_EMIT cursorMoved(static_cast<UtcMs>(std::llround(place->x())));
    if (otherKey)
        Q_EMIT cursorKeyChanged(key);
    if (!place && had)
        Q_EMIT cursorCleared();
}

void ChartView::setCursorTime(UtcMs time)
{
    if (!m_timeAxis)
        return;
    m_linkedTime = time;
    moveCursor(QPointF(double(time), (yMin() + yMax()) / 2.0), false);
}

void ChartView::setCursorKey(const QString &key)
{
    moveCursor(key.isEmpty() ? std::nullopt : placeOfKey(key), false);
}

void ChartView::clearCursor()
{
    m_linkedTime.reset();
    moveCursor(std::nullopt, false);
}

QString ChartView::readOutText() const
{
    if (!m_cursor || isEmpty())
        return {};
    const ReadOut content = readOut(*m_cursor);
    QStringList parts;
    for (const ReadOutLine &line : content.lines) {
        //: one line of a read-out, spoken: %1 name, %2 value
        parts.append(line.name.isEmpty() ? line.value : tr("%1 %2").arg(line.name, line.value));
    }
    //: a read-out, spoken: %1 place or time, %2 list of values
    return parts.isEmpty() ? content.title
                           : tr("%1: %2").arg(content.title, parts.join(QStringLiteral(", ")));
}

void ChartView::reveal(QPointF place)
{
    QRectF view = m_view;
    if (place.x() < view.left() || place.x() > view.right())
        view.moveLeft(place.x() - view.width() / 2.0);
    if (place.y() < view.top() || place.y() > view.bottom())
        view.moveTop(place.y() - view.height() / 2.0);
    if (view != m_view)
        setView(view);
}

void ChartView::moveByKey(int dx, int dy)
{
    const bool fromStart = dx > 0 || (dx == 0 && dy < 0);
    std::optional<QPointF> next;
    if (m_cursor && std::abs(dx) != kToEnd)
        next = stepped(*m_cursor, dx, dy);
    else if (std::abs(dx) == kToEnd)
        next = stepped(m_cursor.value_or(m_view.center()), dx, dy);
    else
        next = snapped(fromStart ? QPointF(xMin(), yMax()) : QPointF(xMax(), yMin()));
    if (!next)
        return;
    reveal(*next);
    moveCursor(next, true);
}

// --- Events ---------------------------------------------------------------------------------

bool ChartView::takesKey(const QKeyEvent &event) const
{
    if (event.matches(QKeySequence::Copy))
        return true;
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return plain;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_0:
        return plain && wantsZoom();
    case Qt::Key_Escape:
        return plain && ((m_cursor && m_ownCursor) || m_zoomed);
    default:
        return false;
    }
}

bool ChartView::event(QEvent *event)
{
    // The chart that has the focus comes before the window's shortcuts.
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(*event) || isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_keyboardFocus = true;
    const bool pan = event->modifiers().testFlag(Qt::ShiftModifier);
    const int step = event->isAutoRepeat() ? 2 : 1;
    const QPointF middle = m_cursor.value_or(m_view.center());
    if (event->matches(QKeySequence::Copy))
        return copyData();
    switch (event->key()) {
    case Qt::Key_Left:
        return pan ? panBy({m_plot.width() * kPanShare, 0}) : moveByKey(-step, 0);
    case Qt::Key_Right:
        return pan ? panBy({-m_plot.width() * kPanShare, 0}) : moveByKey(step, 0);
    case Qt::Key_Up:
        return pan ? panBy({0, m_plot.height() * kPanShare}) : moveByKey(0, step);
    case Qt::Key_Down:
        return pan ? panBy({0, -m_plot.height() * kPanShare}) : moveByKey(0, -step);
    case Qt::Key_Home:
        return moveByKey(-kToEnd, 0);
    case Qt::Key_End:
        return moveByKey(kToEnd, 0);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomAt(middle, kZoomStep * kZoomStep);
    case Qt::Key_Minus:
        return zoomAt(middle, 1.0 / (kZoomStep * kZoomStep));
    case Qt::Key_0:
        return resetZoom();
    case Qt::Key_Escape:
        return m_cursor && m_ownCursor ? moveCursor(std::nullopt, true) : resetZoom();
    default:
        if (m_cursor)
            clicked(*m_cursor);
    }
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    m_keyboardFocus = false;
    event->accept(); // else the widget below gets it too
    if (isEmpty())
        return;
    if (const LegendBox *item = legendAt(event->position());
        item && event->button() == Qt::LeftButton) {
        const QString id = item->entry.id; // the box goes with the old legend
        setEntryVisible(id, !isEntryVisible(id));
        return;
    }
    m_pressed = event->position();
    m_dragged = m_pressed;
    const bool pan = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (pan)
        m_drag = m_zoomed ? Drag::Pan : Drag::None;
    else if (event->button() == Qt::LeftButton)
        m_drag = Drag::Pressed;
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF pixel = event->position();
    if (m_drag == Drag::Pan) {
        hurry();
        panBy(pixel - m_dragged);
        m_dragged = pixel;
        return;
    }
    if (m_drag == Drag::Pressed && wantsZoom() && m_plot.contains(m_pressed)
        && (pixel - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_drag = Drag::Band;
    if (m_drag == Drag::Band) {
        m_dragged = pixel;
        update();
        return;
    }
    if (isEmpty())
        return;
    if (m_plot.contains(pixel) || m_strip.contains(pixel))
        moveCursor(snapped(placeAt(pixel)), true);
    else if (m_ownCursor)
        moveCursor(std::nullopt, true);
}

void ChartView::finishBand(QPointF end)
{
    QRectF view = m_view;
    const QPointF from = placeAt(m_pressed);
    const QPointF to = placeAt(end);
    const bool wide = std::abs(end.x() - m_pressed.x()) >= kSmallestBandPx;
    const bool high = std::abs(end.y() - m_pressed.y()) >= kSmallestBandPx;
    if (m_zoomAxes.testFlag(Qt::Horizontal) && wide) {
        view.setLeft(std::max(m_view.left(), std::min(from.x(), to.x())));
        view.setRight(std::min(m_view.right(), std::max(from.x(), to.x())));
    }
    if (m_zoomAxes.testFlag(Qt::Vertical) && high) {
        view.setTop(std::max(m_view.top(), std::min(from.y(), to.y())));
        view.setBottom(std::min(m_view.bottom(), std::max(from.y(), to.y())));
    }
    if (view != m_view)
        setView(view);
    update();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Band)
        finishBand(event->position());
    else if (drag == Drag::Pressed && !isEmpty()) {
        const QPointF inside(std::clamp(event->position().x(), m_plot.left(), m_plot.right()),
            std::clamp(event->position().y(), m_plot.top(), m_plot.bottom()));
        clicked(placeAt(inside));
    }
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (legendAt(event->position()))
        mousePressEvent(event);
    else
        resetZoom();
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    const bool wanted = event->modifiers().testFlag(Qt::ControlModifier) || hasFocus();
    const double turned = event->angleDelta().y() / 120.0;
    if (!wanted || !wantsZoom() || isEmpty() || turned == 0.0 || (turned < 0.0 && !m_zoomed)) {
        event->ignore(); // the page scrolls
        return;
    }
    hurry();
    zoomAt(placeAt(event->position()), std::pow(kZoomStep, turned));
    event->accept();
}

void ChartView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_ownCursor && !m_keyboardFocus)
        moveCursor(std::nullopt, true);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_keyboardFocus = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    update();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    if (m_ownCursor && m_keyboardFocus)
        moveCursor(std::nullopt, true);
    m_keyboardFocus = false;
    update();
}

} // namespace belvedere::ui
