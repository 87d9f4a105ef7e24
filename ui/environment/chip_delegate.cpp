// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/chip_delegate.h"

#include "charts/chart_paint.h"
#include "environment/air_rows.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace belvedere::ui {

namespace {

constexpr int kChipHeight = 20;
constexpr int kChipWidth = 44;

} // namespace

void ChipDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant color = index.data(kChipRole);
    if (!color.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem plain(option);
    initStyleOption(&plain, index);
    plain.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    const QColor fill = color.value<QColor>();
    QRectF chip(0, 0, std::min(kChipWidth, option.rect.width() - space::kTiny), kChipHeight);
    chip.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens().controlBorder, 1.0));
    painter->setBrush(fill);
    painter->drawRoundedRect(chip, 4.0, 4.0);
    painter->setPen(inkOn(fill));
    painter->setFont(themeFont(type::kDense, QFont::DemiBold));
    painter->drawText(chip, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

} // namespace belvedere::ui
