// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the map.
#include "map/map_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace belvedere::ui {

namespace {

constexpr double kPickTolerancePx = 6.0;
constexpr double kWheelFactor = 1.25; // of one notch, 120 units
constexpr double kKeyFactor = 1.5;
constexpr double kKeyPanPx = 96.0;
constexpr double kSmallestBandPx = 8.0;

} // namespace

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto found = pick(layers(), m_view, QPointF(help->pos()), kPickTolerancePx);
        const QString text =
            found && m_tooltipText ? m_tooltipText(found->layer, found->feature) : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomTo(gesture->position(), 1.0 + gesture->value(), false);
            return true;
        }
    }
    return QWidget::event(event);
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_drag = Drag::Pressed;
    m_pressedAt = m_lastPosition = event->position();
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_drag == Drag::None) {
        setHovered(pick(layers(), m_view, position, kPickTolerancePx));
        return;
    }
    if (m_drag == Drag::Pressed) {
        if ((position - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        setHovered(std::nullopt);
        const bool band = event->modifiers().testFlag(Qt::ShiftModifier);
        m_drag = band ? Drag::RubberBand : Drag::Panning;
        setCursor(band ? Qt::CrossCursor : Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::Panning) {
        m_fitted = true;
        moveTo(m_view.panned(position - m_lastPosition), false);
    }
    m_lastPosition = position;
    update();
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const Drag drag = std::exchange(m_drag, Drag::None);
    unsetCursor();
    if (drag == Drag::Pressed) {
        if (const auto found = pick(layers(), m_view, event->position(), kPickTolerancePx))
            Q_EMIT picked(found->layer, found->feature, event->modifiers());
        else
            Q_EMIT pickedNothing(event->modifiers());
    } else if (drag == Drag::RubberBand) {
        const QRectF band = QRectF(m_pressedAt, event->position()).normalized();
        if (band.width() >= kSmallestBandPx && band.height() >= kSmallestBandPx) {
            BoundingBox box;
            box.add(m_view.toWorld(band.topLeft()));
            box.add(m_view.toWorld(band.bottomRight()));
            m_fitted = true;
            moveTo(m_view.fitted(box, 0.0), false);
        }
        update();
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        zoomTo(event->position(), 2.0, true);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const double units = event->angleDelta().y();
    if (units == 0.0) {
        event->ignore();
        return;
    }
    zoomTo(event->position(), std::pow(kWheelFactor, units / 120.0), true);
    event->accept();
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const auto pan = [this](double x, double y) { moveTo(m_target.panned({x, y}), false); };
    switch (event->key()) {
    case Qt::Key_Left:
        pan(kKeyPanPx, 0.0);
        break;
    case Qt::Key_Right:
        pan(-kKeyPanPx, 0.0);
        break;
    case Qt::Key_Up:
        pan(0.0, kKeyPanPx);
        break;
    case Qt::Key_Down:
        pan(0.0, -kKeyPanPx);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kKeyFactor);
        break;
    case Qt::Key_Minus:
        zoomBy(1.0 / kKeyFactor);
        break;
    case Qt::Key_Home:
        fitAll();
        break;
    case Qt::Key_Escape:
        if (m_drag != Drag::RubberBand) {
            event->ignore();
            return;
        }
        m_drag = Drag::None;
        unsetCursor();
        update();
        break;
    default:
        event->ignore();
        return;
    }
}

void MapView::leaveEvent(QEvent *event)
{
    setHovered(std::nullopt);
    QWidget::leaveEvent(event);
}

} // namespace belvedere::ui
