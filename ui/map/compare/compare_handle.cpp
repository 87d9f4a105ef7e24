// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/compare/compare_handle.h"

#include "theme/theme.h"
#include "theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace belvedere::ui {

namespace {

constexpr double kStepPx = 16.0;
constexpr double kFarStepPx = 96.0;
constexpr double kGripHeight = 44.0;
constexpr double kArrow = 4.0;

} // namespace

CompareHandle::CompareHandle(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_NoMousePropagation);
    retranslate();
}

void CompareHandle::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = 0.5 * width();
    painter.fillRect(QRectF(x - 2.0, 0.0, 4.0, height()), withOpacity(colors.mapLabelHalo, 0.8));
    painter.fillRect(QRectF(x - 1.0, 0.0, 2.0, height()), colors.textPrimary);

    QRectF grip(0.0, 0.0, width() - 4.0, kGripHeight);
    grip.moveCenter({x, 0.5 * height()});
    const bool focused = hasFocus();
    painter.setPen(QPen(
        focused ? colors.focus : colors.controlBorder, focused ? double(metric::kFocusRing) : 1.0));
    painter.setBrush(m_held ? colors.pressed : underMouse() ? colors.hover : colors.panel);
    painter.drawRoundedRect(grip, 0.5 * grip.width(), 0.5 * grip.width());
    painter.setPen(QPen(colors.textPrimary, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const double side : {-1.0, 1.0}) {
        const QPointF tip = grip.center() + QPointF(side * 7.0, 0.0);
        QPainterPath arrow(tip + QPointF(-side * kArrow, -kArrow));
        arrow.lineTo(tip);
        arrow.lineTo(tip + QPointF(-side * kArrow, kArrow));
        painter.drawPath(arrow);
    }
}

void CompareHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_held = true;
    m_grip = event->position().x() - 0.5 * width();
    update();
}

void CompareHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held)
        Q_EMIT dragged(event->position().x() - 0.5 * width() - m_grip);
}

void CompareHandle::mouseReleaseEvent(QMouseEvent *)
{
    m_held = false;
    update();
}

void CompareHandle::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT sentTo(0.5);
}

void CompareHandle::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? kFarStepPx : kStepPx;
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT dragged(-step);
        break;
    case Qt::Key_Right:
        Q_EMIT dragged(step);
        break;
    case Qt::Key_Home:
        Q_EMIT sentTo(0.0);
        break;
    case Qt::Key_End:
        Q_EMIT sentTo(1.0);
        break;
    default:
        event->ignore();
    }
}

void CompareHandle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CompareHandle::enterEvent(QEnterEvent *event)
{
    update();
    QWidget::enterEvent(event);
}

void CompareHandle::leaveEvent(QEvent *event)
{
    update();
    QWidget::leaveEvent(event);
}

void CompareHandle::retranslate()
{
    setAccessibleName(tr("Divider between the maps"));
    setToolTip(tr("Drag, or move with Left and Right"));
}

} // namespace belvedere::ui
