// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/entry_delegate.h"

#include "analyse/entry_model.h"
#include "theme/theme.h"

#include <QPainter>

namespace belvedere::ui {

namespace {

constexpr int kTitleHeight = 20;
constexpr int kLineHeight = 18;
constexpr int kBadgeHeight = 18;

/// Paints the badge at the right end of `title` and returns what is left of it.
QRect paintBadge(QPainter *painter, const QRect &title, const QString &text)
{
    if (text.isEmpty())
        return title;
    const Tokens &t = tokens();
    const QFont font = themeFont(type::kCaption);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 2 * space::kSmall;
    const QRect badge(
        title.right() - width, title.center().y() - kBadgeHeight / 2, width, kBadgeHeight);
    painter->setPen(t.controlBorder);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(
        QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), kBadgeHeight / 2.0, kBadgeHeight / 2.0);
    painter->setPen(t.textSecondary);
    painter->setFont(font);
    painter->drawText(badge, Qt::AlignCenter, text);
    return title.adjusted(0, 0, -width - space::kSmall, 0);
}

} // namespace

void EntryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, t.hover);

    const QRect inner =
        option.rect.adjusted(space::kMedium, space::kSmall, -space::kMedium, -space::kSmall);
    QRect line(inner.left(), inner.top(), inner.width(), kTitleHeight);
    const QRect title = paintBadge(painter, line, index.data(EntryModel::BadgeRole).toString());
    const QFont titleFont = themeFont(type::kBody, QFont::DemiBold);
    painter->setFont(titleFont);
    painter->setPen(t.textPrimary);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(titleFont).elidedText(index.data().toString(), Qt::ElideRight, title.width()));

    const QFont lineFont = themeFont(type::kCaption);
    const QFontMetrics metrics(lineFont);
    painter->setFont(lineFont);
    painter->setPen(t.textSecondary);
    line =
        QRect(inner.left(), inner.top() + kTitleHeight + space::kHair, inner.width(), kLineHeight);
    const QStringList lines = index.data(EntryModel::LinesRole).toStringList();
    for (const QString &text : lines) {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, kLineHeight);
    }
    painter->restore();
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto lines = index.data(EntryModel::LinesRole).toStringList().size();
    return {
        0, 2 * space::kSmall + kTitleHeight + space::kHair + kLineHeight * static_cast<int>(lines)};
}

} // namespace belvedere::ui
