// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/elided_label.h"

#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace belvedere::ui {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : ElidedLabel(parent)
{
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    updateElision();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    updateElision();
}

void ElidedLabel::setSecondary(bool secondary)
{
    m_secondary = secondary;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_text) + 1 + m.left() + m.right(),
        fontMetrics().height() + m.top() + m.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().horizontalAdvance(QStringLiteral("mmm\u2026"));
    const QSize whole = sizeHint();
    return {qMin(few, whole.width()), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.setPen(!isEnabled() ? t.textDisabled : m_secondary ? t.textSecondary : t.textPrimary);
    painter.drawText(
        contentsRect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_shown);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateElision();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateElision();
}

void ElidedLabel::updateElision()
{
    m_shown = fontMetrics().elidedText(m_text, m_mode, contentsRect().width());
    setToolTip(m_shown == m_text ? QString() : m_text);
    update();
}

} // namespace belvedere::ui
