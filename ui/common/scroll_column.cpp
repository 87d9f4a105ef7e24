// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/scroll_column.h"

#include <QFrame>
#include <QScrollArea>

namespace belvedere::ui {

QScrollArea *scrollColumn(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setMinimumWidth(content->minimumSizeHint().width());
    return scroll;
}

} // namespace belvedere::ui
