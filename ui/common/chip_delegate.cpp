// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/chip_delegate.h"

#include "theme/contrast.h"
#include "theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kChipHeight = 20;
constexpr int kChipWidth = 48;
constexpr double kChipRadius = 4.0;

void paintChip(QPainter &painter, const QRect &cell, const QColor &fill, const QString &text)
{
    QRectF chip(0, 0, std::min(kChipWidth, cell.width() - space::kTiny), kChipHeight);
    chip.moveCenter(QRectF(cell).center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().controlBorder, 1.0));
    painter.setBrush(fill);
    painter.drawRoundedRect(chip, kChipRadius, kChipRadius);
    painter.setPen(inkOn(fill));
    painter.setFont(themeFont(type::kDense, QFont::DemiBold));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void paintLines(QPainter &painter, const QRect &cell, Qt::Alignment alignment, const QString &text,
    const QString &detail)
{
    const Qt::Alignment across = alignment & Qt::AlignHorizontal_Mask;
    const bool right = across.testFlag(Qt::AlignRight);
    const QRect room = cell.adjusted(right ? space::kTiny : space::kSmall, space::kTiny,
        right ? -space::kSmall : -space::kTiny, -space::kTiny);
    const auto line = [&](int size, const QColor &ink, int side, const QString &words) {
        painter.setFont(themeFont(size));
        painter.setPen(ink);
        painter.drawText(room, side | static_cast<int>(across),
            painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
    };
    line(type::kBody, tokens().textPrimary, Qt::AlignTop, text);
    line(type::kCaption, tokens().textSecondary, Qt::AlignBottom, detail);
}

} // namespace

void ChipDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant color = index.data(kChipRole);
    const QString detail = index.data(kDetailRole).toString();
    if (!color.isValid() && detail.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem plain(option);
    initStyleOption(&plain, index);
    const QString text = std::exchange(plain.text, QString());
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    painter->save();
    if (color.isValid())
        paintChip(*painter, option.rect, color.value<QColor>(), text);
    else
        paintLines(*painter, option.rect, plain.displayAlignment, text, detail);
    painter->restore();
}

} // namespace belvedere::ui
