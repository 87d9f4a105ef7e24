// SPDX-License-Identifier: GPL-3.0-or-later
// What the GUI thread paints: the picture that the render pool made, and marks above it.
#include "map/map_view.h"
#include "map/scale_bar.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kEdgePx = 12.0;
constexpr double kScaleBarPx = 140.0;
constexpr int kCaptionFontPx = 12;
constexpr int kMessageFontPx = 14;
constexpr double kHaloPx = 10.0;

constexpr double kCardOpacity = 0.92;

QFont sized(QFont font, int pixels)
{
    font.setPixelSize(pixels);
    return font;
}

} // namespace

void MapView::paintEvent(QPaintEvent *)
{
    const Tokens &colors = tokensOf(m_theme);
    QPainter painter(this);
    painter.fillRect(rect(), colors.mapGround);
    m_tiles->paint(painter, m_view);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
    paintScaleBar(painter);
    paintTexts(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(
            colors.focus, double(metric::kFocusRing), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void MapView::paintMarks(QPainter &painter) const
{
    const Tokens &colors = tokensOf(m_theme);
    const auto mark = [&](const PickedFeature &feature, double width, int alpha) {
        const auto layer = std::find_if(layers().begin(), layers().end(),
            [&](const MapLayer &candidate) { return candidate.id == feature.layer; });
        if (layer == layers().end() || !layer->visible)
            return;
        const QPainterPath path = outlineOf(*layer, feature.feature, m_view);
        QColor color = colors.accent;
        color.setAlpha(alpha);
        painter.strokePath(path, QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    for (const PickedFeature &feature : m_selection) {
        mark(feature, kHaloPx, 110);
        mark(feature, 2.5, 255);
    }
    if (m_hovered)
        mark(*m_hovered, kHaloPx, 90);
    if (m_drag == Drag::RubberBand) {
        QColor fill = colors.accent;
        fill.setAlpha(40);
        painter.setPen(QPen(colors.accent, 1.0));
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_pressedAt, m_lastPosition).normalized());
    }
}

void MapView::paintScaleBar(QPainter &painter) const
{
    const Tokens &colors = tokensOf(m_theme);
    const ScaleBar bar = scaleBarFor(m_view.metersPerPixel, kScaleBarPx);
    const bool km = bar.meters >= 1000.0;
    const QString number = QLocale().toString(km ? bar.meters / 1000.0 : bar.meters, 'g', 6);
    const QString text = km ? tr("%1 km").arg(number) : tr("%1 m").arg(number);
    painter.setFont(sized(font(), kCaptionFontPx));
    const double right = width() - kEdgePx;
    const double bottom = height() - kEdgePx - (m_caption.isEmpty() ? 0.0 : 24.0);
    const double left = right - bar.pixels;
    QPainterPath ruler;
    ruler.moveTo(left, bottom - 5.0);
    ruler.lineTo(left, bottom);
    ruler.lineTo(right, bottom);
    ruler.lineTo(right, bottom - 5.0);
    painter.strokePath(ruler, QPen(colors.mapGround, 4.0, Qt::SolidLine, Qt::SquareCap));
    painter.strokePath(ruler, QPen(colors.textSecondary, 1.5, Qt::SolidLine, Qt::SquareCap));
    QPainterPath glyphs;
    const QFontMetricsF metrics(painter.font());
    glyphs.addText(left + 0.5 * (bar.pixels - metrics.horizontalAdvance(text)), bottom - 6.0,
        painter.font(), text);
    painter.strokePath(
        glyphs, QPen(colors.mapGround, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(glyphs, colors.textSecondary);
}

void MapView::paintTexts(QPainter &painter) const
{
    const Tokens &colors = tokensOf(m_theme);
    if (!m_caption.isEmpty()) {
        painter.setFont(sized(font(), kCaptionFontPx));
        const QFontMetricsF metrics(painter.font());
        const QSizeF size(metrics.horizontalAdvance(m_caption) + 12.0, metrics.height() + 4.0);
        const QRectF card(
            QPointF(width() - kEdgePx - size.width(), height() - 6.0 - size.height()), size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(withOpacity(colors.panel, kCardOpacity));
        painter.drawRoundedRect(card, 4.0, 4.0);
        painter.setPen(colors.textSecondary);
        painter.drawText(card, Qt::AlignCenter, m_caption);
    }
    if (!m_message.isEmpty()) {
        painter.setFont(sized(font(), kMessageFontPx));
        const QRectF room(0.15 * width(), 0.2 * height(), 0.7 * width(), 0.6 * height());
        const int flags = Qt::AlignCenter | Qt::TextWordWrap;
        const QRectF text = painter.boundingRect(room, flags, m_message);
        painter.setPen(QPen(colors.border, 1.0));
        painter.setBrush(withOpacity(colors.panel, kCardOpacity));
        painter.drawRoundedRect(text.adjusted(-16, -12, 16, 12), 6.0, 6.0);
        painter.setPen(colors.textPrimary);
        painter.drawText(text, flags, m_message);
    }
}

} // namespace belvedere::ui
