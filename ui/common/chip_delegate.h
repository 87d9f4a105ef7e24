// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace belvedere::ui {

/// Role of the colour of a class, painted as a framed chip behind the text.
inline constexpr int kChipRole = Qt::UserRole + 1;
/// Role of a second, quieter line.
inline constexpr int kDetailRole = Qt::UserRole + 2;

/// Cells with a colour as framed chips with readable ink, cells with a detail in two lines, all
/// others as usual.
class ChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

} // namespace belvedere::ui
