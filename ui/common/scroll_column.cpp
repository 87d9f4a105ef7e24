// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/scroll_column.h"

#include <QEvent>
#include <QScrollBar>

namespace belvedere::ui {

ScrollColumn::ScrollColumn(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QSize ScrollColumn::minimumSizeHint() const
{
    const QWidget *content = widget();
    const int needed = content ? content->minimumSizeHint().width() : 0;
    return {
        needed + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

bool ScrollColumn::eventFilter(QObject *watched, QEvent *event)
{
    // Other texts, another language: the content may need another width.
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace belvedere::ui
