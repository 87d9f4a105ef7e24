// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette_delegate.h"

#include "shell/palette_model.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QPainter>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kIconSide = 18;
constexpr int kKeyPadding = 5;

/// The text in `area`, elided, with the letters at `positions` emphasised. @return its width.
int drawTitle(QPainter &painter, const QRect &area, const QString &text,
    const std::vector<int> &positions, const QColor &color)
{
    const QFont font = themeFont(type::kBody);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> ranges;
    const int kept = int(shown == text ? text.size() : shown.size() - 1);
    for (const int at : positions) {
        if (at >= kept)
            break;
        if (!ranges.isEmpty() && ranges.back().start + ranges.back().length == at) {
            ++ranges.back().length;
            continue;
        }
        QTextLayout::FormatRange range;
        range.start = at;
        range.length = 1;
        range.format.setForeground(tokens().accent);
        range.format.setFontWeight(QFont::DemiBold);
        ranges += range;
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    painter.setPen(color);
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2.0));
    return qCeil(line.naturalTextWidth());
}

/// The keys of a shortcut at the trailing end of `area`. @return the room they take.
int drawShortcut(QPainter &painter, const QRect &area, const QString &shortcut)
{
    if (shortcut.isEmpty())
        return 0;
    const QFont font = themeFont(type::kCaption);
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(shortcut) + 2 * kKeyPadding;
    const int height = metrics.height() + 4;
    const QRectF key(
        area.right() - width + 0.5, area.center().y() - height / 2 + 0.5, width - 1, height - 1);
    painter.setPen(tokens().controlBorder);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(key, 4, 4);
    painter.setFont(font);
    painter.setPen(tokens().textSecondary);
    painter.drawText(key, Qt::AlignCenter, shortcut);
    return width + space::kSmall;
}

} // namespace

int PaletteDelegate::rowHeight()
{
    return std::max(36, QFontMetrics(themeFont(type::kBody)).height() + 2 * space::kSmall);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, rowHeight()};
}

void PaletteDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const PaletteModel *>(index.model());
    const PaletteRow &row = model->row(index.row());
    const Tokens &t = tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect frame = option.rect.adjusted(space::kTiny, 1, -space::kTiny, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? t.selection : t.hover);
        painter->drawRoundedRect(frame, 4, 4);
    }
    const QColor ink = row.enabled ? t.textPrimary : t.textDisabled;
    QRect area = frame.adjusted(space::kSmall, 0, -space::kSmall, 0);
    const QString iconName = row.checked ? QStringLiteral("check") : row.iconName;
    if (!iconName.isEmpty())
        painter->drawPixmap(area.left(), area.center().y() - kIconSide / 2,
            iconPixmap(iconName, kIconSide, row.enabled ? t.textSecondary : t.textDisabled,
                painter->device()->devicePixelRatioF()));
    area.setLeft(area.left() + kIconSide + space::kSmall);
    area.setRight(area.right() - drawShortcut(*painter, area, row.shortcut));

    const QFont small = themeFont(type::kCaption);
    const QFontMetrics smallMetrics(small);
    const int categoryWidth =
        std::min(smallMetrics.horizontalAdvance(row.category) + space::kMedium, area.width() / 3);
    painter->setFont(small);
    painter->setPen(row.enabled ? t.textSecondary : t.textDisabled);
    QRect category = area;
    category.setLeft(area.right() - categoryWidth + space::kMedium);
    painter->drawText(category, Qt::AlignVCenter | Qt::AlignRight,
        smallMetrics.elidedText(row.category, Qt::ElideRight, category.width()));
    area.setRight(area.right() - categoryWidth);

    const int used = drawTitle(*painter, area, row.title, row.positions, ink);
    const QRect rest = area.adjusted(used + space::kMedium, 0, 0, 0);
    if (!row.detail.isEmpty() && rest.width() > space::kHuge) {
        painter->setFont(small);
        painter->setPen(row.isError ? t.p2 : t.textSecondary);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
            smallMetrics.elidedText(row.detail, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

} // namespace belvedere::ui
