// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_tip.h"

#include "theme/theme.h"
#include "theme/tokens.h"

#include <QPainter>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kPointerGap = 16; // clear of an arrow cursor's foot
constexpr int kMinWidth = 140;
constexpr int kMaxText = 320;
constexpr int kPadding = space::kMedium;

/// Between words, and within them only where one is wider than the room.
int wrapOf(const QFontMetrics &metrics, const QString &text, int width)
{
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (metrics.horizontalAdvance(word) > width)
            return Qt::TextWrapAnywhere;
    }
    return Qt::TextWordWrap;
}

QRect boxOf(const QFont &font, const QString &text, int width)
{
    const QFontMetrics metrics(font);
    return metrics.boundingRect(QRect(0, 0, width, 9999), wrapOf(metrics, text, width), text);
}

} // namespace

QString MapTip::text() const
{
    QStringList lines;
    if (!title.isEmpty())
        lines += title;
    if (!value.isEmpty())
        lines += unit.isEmpty() ? value : value + QLatin1Char(' ') + unit;
    for (const Row &row : rows)
        lines += row.label + QLatin1Char(' ') + row.value;
    if (!note.isEmpty())
        lines += note;
    return lines.join(QLatin1Char('\n'));
}

QPoint tipPlace(QSize size, QPoint pointer, QRect room)
{
    const int rightOf = pointer.x() + kPointerGap;
    const int leftOf = pointer.x() - kPointerGap - size.width();
    const int below = pointer.y() + kPointerGap;
    const int above = pointer.y() - kPointerGap - size.height();
    for (const QPoint &corner : {QPoint(rightOf, below), QPoint(rightOf, above),
             QPoint(leftOf, below), QPoint(leftOf, above)}) {
        if (room.contains(QRect(corner, size)))
            return corner;
    }
    const int lastX = std::max(room.left(), room.right() + 1 - size.width());
    const int lastY = std::max(room.top(), room.bottom() + 1 - size.height());
    const int x = std::clamp(rightOf, room.left(), lastX);
    const int y = std::clamp(below, room.top(), lastY);
    // Beside the pointer it may slide up and down, above and below it to the sides.
    if (rightOf <= lastX)
        return {rightOf, y};
    if (leftOf >= room.left())
        return {leftOf, y};
    if (below <= lastY)
        return {x, below};
    if (above >= room.top())
        return {x, above};
    const bool moreBelow = room.bottom() - pointer.y() >= pointer.y() - room.top();
    return {x, moreBelow ? below : above};
}

MapTipCard::MapTipCard(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void MapTipCard::showTip(const MapTip &tip, QPoint pointer)
{
    m_tip = tip;
    setAccessibleName(tip.text());
    if (tip.isEmpty()) {
        hide();
        return;
    }
    const QRect room =
        parentWidget()->rect().adjusted(space::kTiny, space::kTiny, -space::kTiny, -space::kTiny);
    resize(sizeHint());
    move(tipPlace(size(), pointer, room));
    show();
    raise();
    update();
}

QFont MapTipCard::sized(int pixels, QFont::Weight weight) const
{
    QFont result = font();
    result.setPixelSize(pixels);
    result.setWeight(weight);
    return result;
}

QList<MapTipCard::Block> MapTipCard::blocks(QSize *size) const
{
    QList<Block> result;
    const int room = std::clamp(parentWidget()->width() - 2 * space::kLarge, kMinWidth, kMaxText);
    int y = kPadding;
    int width = kMinWidth - 2 * kPadding;
    const auto add = [&](const QString &text, const QFont &font, bool secondary, int gap) {
        if (text.isEmpty())
            return;
        const QRect box = boxOf(font, text, room);
        result.push_back({QRect(kPadding, y, room, box.height()), text, font, secondary, false});
        width = std::max(width, box.width());
        y += box.height() + gap;
    };
    add(m_tip.title, sized(type::kDense, QFont::DemiBold), false, space::kTiny);
    if (!m_tip.value.isEmpty()) {
        const QFont large = sized(type::kTitle, QFont::DemiBold);
        const QFont small = sized(type::kDense);
        const QFontMetrics metrics(large);
        const int advance = metrics.horizontalAdvance(m_tip.value);
        const int unitWidth = QFontMetrics(small).horizontalAdvance(m_tip.unit);
        result.push_back(
            {QRect(kPadding, y, advance + 1, metrics.height()), m_tip.value, large, false, false});
        const int base = y + metrics.ascent() - QFontMetrics(small).ascent();
        result.push_back({QRect(kPadding + advance + space::kTiny, base, unitWidth + 1,
                              QFontMetrics(small).height()),
            m_tip.unit, small, true, false});
        width = std::max(width, advance + space::kTiny + unitWidth);
        y += metrics.height() + space::kTiny;
    }
    const QFont caption = sized(type::kCaption);
    const QFontMetrics metrics(caption);
    int labels = 0;
    int values = 0;
    for (const MapTip::Row &row : m_tip.rows) {
        labels = std::max(labels, metrics.horizontalAdvance(row.label));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    labels = std::min(labels, room / 2);
    values = std::min(values, room - labels - space::kMedium);
    if (!m_tip.rows.isEmpty())
        width = std::max(width, labels + space::kMedium + values);
    for (const MapTip::Row &row : m_tip.rows) {
        const int height = std::max(
            boxOf(caption, row.label, labels).height(), boxOf(caption, row.value, values).height());
        result.push_back({QRect(kPadding, y, labels, height), row.label, caption, true, false});
        result.push_back(
            {QRect(kPadding + width - values, y, values, height), row.value, caption, false, true});
        y += height + space::kHair;
    }
    if (!m_tip.note.isEmpty())
        y += space::kHair;
    add(m_tip.note, caption, true, 0);
    for (Block &block : result) {
        if (block.rect.width() == room)
            block.rect.setWidth(width);
        if (block.alignRight)
            block.rect.moveRight(kPadding + width - 1);
    }
    *size = QSize(width + 2 * kPadding, y + kPadding - space::kHair);
    return result;
}

QSize MapTipCard::sizeHint() const
{
    QSize size;
    (void)blocks(&size);
    return size;
}

void MapTipCard::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.controlBorder, 1.0));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::kRadius, metric::kRadius);
    QSize size;
    for (const Block &block : blocks(&size)) {
        painter.setFont(block.font);
        painter.setPen(block.secondary ? colors.textSecondary : colors.textPrimary);
        const int wrap = wrapOf(painter.fontMetrics(), block.text, block.rect.width());
        painter.drawText(
            block.rect, wrap | (block.alignRight ? Qt::AlignRight : Qt::AlignLeft), block.text);
    }
}

} // namespace belvedere::ui
