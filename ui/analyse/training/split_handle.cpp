// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/split_handle.h"

#include "analyse/split_bar.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace belvedere::ui {

namespace {

constexpr double kLineWidth = 2.0;
constexpr double kGripWidth = 8.0;
constexpr double kGripHeight = 18.0;

} // namespace

SplitHandle::SplitHandle(SplitBar &bar, int index)
    : QAbstractSlider(&bar)
    , m_bar(bar)
    , m_index(index)
{
    setRange(0, kScale);
    setSingleStep(kStep);
    setPageStep(kStep);
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
}

void SplitHandle::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(rect()).center();
    painter.fillRect(QRectF(middle.x() - kLineWidth / 2, 0.0, kLineWidth, height()), t.textPrimary);
    const QRectF grip(
        middle.x() - kGripWidth / 2, middle.y() - kGripHeight / 2, kGripWidth, kGripHeight);
    painter.setPen(QPen(hasFocus() ? t.focus : t.textPrimary, metric::kFocusRing));
    painter.setBrush(isSliderDown() ? t.pressed : underMouse() ? t.hover : t.panel);
    painter.drawRoundedRect(grip, kGripWidth / 2, kGripWidth / 2);
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(5.0, 1.0, -5.0, -1.0), metric::kRadius, metric::kRadius);
}

void SplitHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = event->pos().x() - width() / 2;
    setSliderDown(true);
    update();
}

void SplitHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (!isSliderDown())
        return;
    const QRectF bar = m_bar.barArea();
    const double x = mapTo(&m_bar, event->pos()).x() - m_grip - bar.left();
    m_bar.moveHandle(m_index, m_bar.snapped(x / bar.width()));
}

void SplitHandle::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
    update();
}

void SplitHandle::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_bar.moveHandle(m_index, share() - double(kStep) / kScale);
        break;
    case Qt::Key_Right:
        m_bar.moveHandle(m_index, share() + double(kStep) / kScale);
        break;
    case Qt::Key_PageDown:
        m_bar.moveHandle(m_index, m_bar.midnightFrom(share(), -1));
        break;
    case Qt::Key_PageUp:
        m_bar.moveHandle(m_index, m_bar.midnightFrom(share(), 1));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace belvedere::ui
