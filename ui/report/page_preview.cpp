// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page_preview.h"

#include "theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace belvedere::ui {

PagePreview::PagePreview(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(280, 240);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PagePreview::setPicture(const QImage &picture, int page, int pages)
{
    m_picture = picture;
    m_page = page;
    m_pages = pages;
    update();
}

void PagePreview::setNote(const QString &note)
{
    m_note = note;
    update();
}

QSize PagePreview::room() const
{
    const int edge = 2 * space::kMedium;
    return (QSizeF(std::max(1, width() - edge), std::max(1, height() - edge)) * devicePixelRatioF())
        .toSize();
}

QSize PagePreview::sizeHint() const
{
    return {560, 420};
}

void PagePreview::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(hasFocus() ? QPen(colors.focus, metric::kFocusRing) : QPen(colors.border, 1.0));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(1, 1, -1, -1), metric::kPanelRadius, metric::kPanelRadius);
    if (m_picture.isNull()) {
        painter.setPen(colors.textSecondary);
        painter.drawText(rect().adjusted(space::kLarge, 0, -space::kLarge, 0),
            Qt::AlignCenter | Qt::TextWordWrap, m_note);
        return;
    }
    const QRectF inside =
        QRectF(rect()).adjusted(space::kMedium, space::kMedium, -space::kMedium, -space::kMedium);
    const QSizeF shown = QSizeF(m_picture.size()).scaled(inside.size(), Qt::KeepAspectRatio);
    QRectF page(QPointF(), shown);
    page.moveCenter(inside.center());
    painter.drawImage(page, m_picture);
    painter.setPen(QPen(colors.controlBorder, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page);
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
        Q_EMIT turned(1);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_Left:
        Q_EMIT turned(-1);
        return;
    case Qt::Key_Home:
        Q_EMIT turned(-m_page);
        return;
    case Qt::Key_End:
        Q_EMIT turned(m_pages - 1 - m_page);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace belvedere::ui
