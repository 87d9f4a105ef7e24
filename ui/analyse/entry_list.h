// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/entry_delegate.h"

#include <QListView>

namespace belvedere::ui {

/// A list without a frame whose rows are entries (see EntryModel).
[[nodiscard]] inline QListView *makeEntryList(const char *name, QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QLatin1String(name));
    list->setModel(model);
    list->setItemDelegate(new EntryDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    return list;
}

} // namespace belvedere::ui
