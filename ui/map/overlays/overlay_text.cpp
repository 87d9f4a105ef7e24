// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/overlays/overlay_text.h"

#include "theme/theme.h"
#include "theme/tokens.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kAcross = space::kSmall;
constexpr int kAlong = space::kTiny;
constexpr double kCardOpacity = 0.94;
constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;

} // namespace

OverlayText::OverlayText(Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void OverlayText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    // Whoever places it is asked anew; there is no layout that would hear updateGeometry().
    QEvent request(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(this, &request);
    update();
}

QFont OverlayText::shownFont() const
{
    QFont result = font();
    result.setPixelSize(m_tone == Tone::Hint ? type::kDense : type::kCaption);
    return result;
}

QSize OverlayText::sizeHint() const
{
    const QFontMetrics metrics(shownFont());
    return {metrics.horizontalAdvance(m_text) + 2 * kAcross + 1, metrics.height() + 2 * kAlong};
}

int OverlayText::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - 2 * kAcross), 9999);
    return QFontMetrics(shownFont()).boundingRect(room, kFlags, m_text).height() + 2 * kAlong;
}

void OverlayText::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_tone == Tone::Hint ? QPen(colors.border, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(withOpacity(colors.panel, kCardOpacity));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
    painter.setFont(shownFont());
    painter.setPen(m_tone == Tone::Hint ? colors.textPrimary : colors.textSecondary);
    painter.drawText(rect().adjusted(kAcross, kAlong, -kAcross, -kAlong), kFlags, m_text);
}

} // namespace belvedere::ui
