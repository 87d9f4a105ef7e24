// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/compare/compare_label.h"

#include "theme/theme.h"
#include "theme/tokens.h"

#include <QPainter>

namespace belvedere::ui {

namespace {

constexpr int kHeight = 28;
constexpr int kBadge = 20;
constexpr int kGap = space::kSmall;
constexpr int kEdge = space::kTiny;
constexpr int kRounding = 2; // a text is elided already where a part of a pixel is missing
constexpr double kCardOpacity = 0.95;

QFont labelFont(QFont font)
{
    font.setPixelSize(type::kDense);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

CompareLabel::CompareLabel(Side side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void CompareLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(
        m_side == Side::A ? tr("Map A shows %1").arg(text) : tr("Map B shows %1").arg(text));
    updateGeometry();
    update();
}

QSize CompareLabel::sizeHint() const
{
    const int text = QFontMetrics(labelFont(font())).horizontalAdvance(m_text);
    return {2 * kEdge + kBadge + (m_text.isEmpty() ? 0 : 2 * kGap + text + kRounding), kHeight};
}

void CompareLabel::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.controlBorder, 1.0));
    painter.setBrush(withOpacity(colors.panel, kCardOpacity));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 0.5 * kHeight, 0.5 * kHeight);

    const bool a = m_side == Side::A;
    const int top = (height() - kBadge) / 2;
    const QRect badge(a ? width() - kEdge - kBadge : kEdge, top, kBadge, kBadge);
    painter.setPen(QPen(colors.accent, 2.0));
    painter.setBrush(a ? colors.accent : colors.panel);
    painter.drawEllipse(QRectF(badge).adjusted(1.0, 1.0, -1.0, -1.0));
    QFont font = labelFont(this->font());
    font.setPixelSize(type::kCaption);
    painter.setFont(font);
    painter.setPen(a ? colors.textOnAccent : colors.textPrimary);
    painter.drawText(badge, Qt::AlignCenter, a ? QStringLiteral("A") : QStringLiteral("B"));

    painter.setFont(labelFont(this->font()));
    painter.setPen(colors.textPrimary);
    const QRect room = a ? QRect(kEdge + kGap, 0, badge.left() - 2 * kGap - kEdge, height())
                         : QRect(badge.right() + 1 + kGap, 0,
                             width() - badge.right() - 1 - 2 * kGap - kEdge, height());
    if (room.width() > 0) {
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(m_text, Qt::ElideRight, room.width()));
    }
}

} // namespace belvedere::ui
