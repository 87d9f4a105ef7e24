// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the map.
#include "map/map_tool.h"
#include "map/map_view.h"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace belvedere::ui {

namespace {

constexpr double kPickTolerancePx = 6.0;
constexpr double kWheelFactor = 1.25; // of one notch, 120 units
constexpr double kKeyFactor = 1.5;
constexpr double kKeyPanPx = 96.0;
constexpr double kSmallKeyPanPx = 8.0; // with Shift, to aim
constexpr double kSmallestBandPx = 8.0;
constexpr qint64 kTrailMs = 100;
constexpr qint64 kHeldMs = 60; // the pointer rested before it was let go: no throw
constexpr double kSlowestThrow = 0.2; // pixels a millisecond
constexpr int kGlideMs = 600;
constexpr Qt::Key kPointKey = Qt::Key_P;

} // namespace

void MapView::setTool(MapTool *tool)
{
    if (m_tool)
        m_tool->disconnect(this);
    m_tool = tool;
    if (m_drag == Drag::Tool)
        m_drag = Drag::None;
    if (tool)
        connect(tool, &MapTool::changed, this, qOverload<>(&QWidget::update));
    updateCursor();
    update();
}

MapTool *MapView::tool() const
{
    return m_tool;
}

void MapView::setHighlighted(std::vector<PickedFeature> features)
{
    m_highlighted = std::move(features);
    update();
}

MapPointer MapView::pointerAt(QPointF position, Qt::KeyboardModifiers modifiers) const
{
    return {position, m_view.toWorld(position), m_view, modifiers};
}

void MapView::setPointer(const std::optional<QPointF> &position)
{
    std::optional<PointM> place;
    if (position)
        place = m_view.toWorld(*position);
    if (place == m_pointer)
        return;
    m_pointer = place;
    Q_EMIT pointerMoved();
}

void MapView::setHovered(const std::optional<PickedFeature> &feature)
{
    if (feature == m_hovered)
        return;
    m_hovered = feature;
    m_tipCard->hide();
    updateCursor();
    update();
    if (m_hovered)
        Q_EMIT hovered(m_hovered->layer, m_hovered->feature);
    else
        Q_EMIT hovered(QString(), -1);
}

void MapView::showTip(QPointF position)
{
    const auto found = pick(layers(), m_view, position, kPickTolerancePx);
    m_tipCard->showTip(found && m_tipText ? m_tipText(found->layer, found->feature) : MapTip(),
        position.toPoint());
}

void MapView::updateCursor()
{
    if (m_drag == Drag::Panning)
        setCursor(Qt::ClosedHandCursor);
    else if (m_drag == Drag::RubberBand)
        setCursor(Qt::CrossCursor);
    else if (m_tool)
        setCursor(m_tool->cursor());
    else if (m_hovered)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

bool MapView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        if (m_drag == Drag::None)
            showTip(QPointF(static_cast<QHelpEvent *>(event)->pos()));
        return true;
    case QEvent::ShortcutOverride:
        // Otherwise a shortcut of the window on Escape or a letter would take it from the tool.
        if (wantsKey(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::NativeGesture:
    case QEvent::Gesture:
        if (gesture(event))
            return true;
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

bool MapView::gesture(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *native = static_cast<QNativeGestureEvent *>(event);
        if (native->gestureType() == Qt::ZoomNativeGesture)
            zoomTo(native->position(), 1.0 + native->value(), false);
        else if (native->gestureType() == Qt::SmartZoomNativeGesture)
            zoomTo(native->position(), 2.0, true);
        else
            return false;
        return true;
    }
    const auto *pinch = static_cast<QPinchGesture *>(
        static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    const QPointF centre = mapFromGlobal(pinch->centerPoint());
    m_drag = Drag::None; // the first finger alone had begun to drag
    moveTo(m_view.panned(pinch->centerPoint() - pinch->lastCenterPoint()));
    zoomTo(centre, pinch->scaleFactor(), false);
    return true;
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    m_tipCard->hide();
    switch (event->button()) {
    case Qt::LeftButton:
        m_drag = Drag::Pressed;
        break;
    case Qt::MiddleButton:
        m_drag = Drag::Panning;
        break;
    case Qt::BackButton:
        goBack();
        return;
    case Qt::ForwardButton:
        goForward();
        return;
    default:
        event->ignore();
        return;
    }
    m_dragButton = event->button();
    m_pressedAt = m_lastPosition = event->position();
    m_dragTrail.clear();
    m_dragTime.start();
    if (m_movement.state() == QAbstractAnimation::Running)
        moveTo(m_view); // a map that glides is caught
    updateCursor();
}

void MapView::beginMoving(QMouseEvent *event)
{
    setHovered(std::nullopt);
    if (m_tool && m_tool->takesDrags()) {
        m_drag = Drag::Tool;
        m_tool->beginDrag(pointerAt(m_pressedAt, event->modifiers()));
    } else {
        const bool band = !m_tool && event->modifiers().testFlag(Qt::ShiftModifier);
        m_drag = band ? Drag::RubberBand : Drag::Panning;
    }
    updateCursor();
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    m_aiming = false;
    if (m_drag == Drag::None) {
        setHovered(pick(layers(), m_view, position, kPickTolerancePx));
        if (m_tipCard->isVisible())
            showTip(position);
        if (m_tool)
            m_tool->hover(pointerAt(position, event->modifiers()));
    } else if (m_drag == Drag::Pressed
        && (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        beginMoving(event);
    }
    if (m_drag == Drag::Tool) {
        m_tool->drag(pointerAt(position, event->modifiers()));
    } else if (m_drag == Drag::Panning) {
        m_fitted = true;
        moveTo(m_view.panned(position - m_lastPosition));
        const qint64 now = m_dragTime.elapsed();
        std::erase_if(m_dragTrail, [now](const Moment &m) { return now - m.ms > kTrailMs; });
        m_dragTrail.push_back({now, position});
    } else if (m_drag == Drag::RubberBand) {
        update();
    }
    if (m_drag != Drag::Pressed)
        m_lastPosition = position;
    setPointer(position);
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != m_dragButton || m_dragButton == Qt::NoButton) {
        event->ignore();
        return;
    }
    m_dragButton = Qt::NoButton;
    const Drag drag = std::exchange(m_drag, Drag::None);
    updateCursor();
    if (drag == Drag::Pressed)
        clickAt(event->position(), event->modifiers());
    else if (drag == Drag::Tool && m_tool)
        m_tool->drop(pointerAt(event->position(), event->modifiers()));
    else if (drag == Drag::RubberBand)
        endBand(event->position());
    else if (drag == Drag::Panning && m_inertia)
        throwMap();
    update();
}

void MapView::clickAt(QPointF position, Qt::KeyboardModifiers modifiers)
{
    if (m_tool) {
        m_tool->click(pointerAt(position, modifiers));
        return;
    }
    if (const auto found = pick(layers(), m_view, position, kPickTolerancePx))
        Q_EMIT picked(found->layer, found->feature, modifiers);
    else
        Q_EMIT pickedNothing(modifiers);
}

void MapView::endBand(QPointF position)
{
    const QRectF band = QRectF(m_pressedAt, position).normalized();
    if (band.width() < kSmallestBandPx || band.height() < kSmallestBandPx)
        return;
    BoundingBox box;
    box.add(m_view.toWorld(band.topLeft()));
    box.add(m_view.toWorld(band.bottomRight()));
    m_fitted = true;
    moveTo(m_view.fitted(box, 0.0));
}

void MapView::throwMap()
{
    const qint64 now = m_dragTime.elapsed();
    if (m_dragTrail.size() < 2 || now - m_dragTrail.back().ms > kHeldMs)
        return;
    const Moment &first = m_dragTrail.front();
    const Moment &last = m_dragTrail.back();
    const double ms = std::max<double>(1.0, double(last.ms - first.ms));
    const QPointF speed = (last.position - first.position) / ms;
    if (std::hypot(speed.x(), speed.y()) < kSlowestThrow)
        return;
    // Of a cubic that comes to rest the first third of the time has the speed of the throw.
    const QPointF way = speed * (kGlideMs / 3.0);
    moveAlong(m_view.panned(way), kGlideMs,
        [start = m_view, way](double t) { return start.panned(way * t); });
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_tool && m_tool->takesPoints())
        m_tool->doubleClick(pointerAt(event->position(), event->modifiers()));
    else
        zoomTo(event->position(), 2.0, true);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const double units = event->angleDelta().y();
    if (units == 0.0) {
        event->ignore();
        return;
    }
    m_tipCard->hide();
    zoomTo(event->position(), std::pow(kWheelFactor, units / 120.0), true);
    event->accept();
}

bool MapView::wantsKey(const QKeyEvent &event) const
{
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_tool || m_drag == Drag::RubberBand || m_tipCard->isVisible();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_tool || m_aiming;
    case Qt::Key_Backspace:
        return m_tool;
    case kPointKey:
        return m_tool && m_tool->takesPoints() && event.modifiers() == Qt::NoModifier;
    default:
        return false;
    }
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_tipCard->isVisible()) {
        m_tipCard->hide();
    } else if (event->key() == Qt::Key_Escape && m_drag == Drag::RubberBand) {
        m_drag = Drag::None;
        updateCursor();
        update();
    } else if (m_tool && m_tool->key(*event)) {
        if (event->key() == Qt::Key_Escape && m_drag == Drag::Tool)
            m_drag = Drag::None;
    } else if (!pointKey(*event) && !moveKey(*event)) {
        event->ignore();
    }
}

bool MapView::pointKey(const QKeyEvent &event)
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    const bool sets = m_tool && m_tool->takesPoints() && event.key() == kPointKey;
    const bool picks = !m_tool && enter && m_aiming;
    if (!sets && !picks)
        return false;
    aim();
    clickAt(m_view.toScreen(m_view.centre), event.modifiers());
    return true;
}

bool MapView::moveKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::AltModifier && event.key() == Qt::Key_Left) {
        goBack();
        return true;
    }
    if (modifiers == Qt::AltModifier && event.key() == Qt::Key_Right) {
        goForward();
        return true;
    }
    if (modifiers.testFlag(Qt::AltModifier) || modifiers.testFlag(Qt::ControlModifier))
        return false;
    const double step = modifiers.testFlag(Qt::ShiftModifier) ? kSmallKeyPanPx : kKeyPanPx;
    const auto pan = [&](double x, double y) {
        m_fitted = true;
        moveTo(m_target.panned({x * step, y * step}));
        aim();
    };
    switch (event.key()) {
    case Qt::Key_Left:
        pan(1.0, 0.0);
        return true;
    case Qt::Key_Right:
        pan(-1.0, 0.0);
        return true;
    case Qt::Key_Up:
        pan(0.0, 1.0);
        return true;
    case Qt::Key_Down:
        pan(0.0, -1.0);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kKeyFactor);
        return true;
    case Qt::Key_Minus:
        zoomBy(1.0 / kKeyFactor);
        return true;
    case Qt::Key_Home:
        fitAll();
        return true;
    default:
        return false;
    }
}

void MapView::aim()
{
    m_aiming = true;
    const QPointF centre = m_view.toScreen(m_view.centre);
    setPointer(centre);
    if (m_tool) {
        m_tool->hover(pointerAt(centre, Qt::NoModifier));
    } else {
        setHovered(pick(layers(), m_view, centre, kPickTolerancePx));
        if (m_hovered)
            showTip(centre);
    }
    update();
}

void MapView::leaveEvent(QEvent *event)
{
    setHovered(std::nullopt);
    setPointer(std::nullopt);
    QWidget::leaveEvent(event);
}

} // namespace belvedere::ui
