// SPDX-License-Identifier: GPL-3.0-or-later
// What the GUI thread paints: the picture that the render pool made, and marks above it.
#include "map/map_tool.h"
#include "map/map_view.h"
#include "map/place_pulse.h"
#include "map/scale_bar.h"

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
constexpr double kCaptionRoomPx = 24.0;
constexpr double kHaloPx = 10.0;
constexpr double kRingPx = 12.0; // across what a highlighted feature is circled with
constexpr double kCrossHairPx = 11.0;

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
    m_pulse->paint(painter, m_view, colors);
    paintTool(painter);
    const double captionRoom = m_caption.isEmpty() ? 0.0 : kCaptionRoomPx;
    (void)paintScaleBar(painter, {width() - kEdgePx, height() - kEdgePx - captionRoom},
        scaleBarFor(m_view.metersPerPixel, kScaleBarPx, m_units), colors, font());
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
    const auto outline = [&](const PickedFeature &feature) {
        const auto layer = std::find_if(layers().begin(), layers().end(),
            [&](const MapLayer &candidate) { return candidate.id == feature.layer; });
        return layer == layers().end() || !layer->visible
            ? QPainterPath()
            : outlineOf(*layer, feature.feature, m_view);
    };
    const auto mark = [&](const PickedFeature &feature, double width, int alpha) {
        QColor color = colors.accent;
        color.setAlpha(alpha);
        painter.strokePath(
            outline(feature), QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    for (const PickedFeature &feature : m_selection) {
        mark(feature, kHaloPx, 110);
        mark(feature, 2.5, 255);
    }
    if (m_hovered)
        mark(*m_hovered, kHaloPx, 90);
    QPainterPathStroker stroker;
    stroker.setWidth(kRingPx);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    for (const PickedFeature &feature : m_highlighted) {
        const QPainterPath ring = stroker.createStroke(outline(feature)).simplified();
        painter.strokePath(ring, QPen(withOpacity(colors.mapLabelHalo, 0.85), 5.0));
        painter.strokePath(ring, QPen(colors.textPrimary, 2.0));
    }
}

void MapView::paintTool(QPainter &painter) const
{
    const Tokens &colors = tokensOf(m_theme);
    if (m_tool)
        m_tool->paint({painter, m_view, colors, font()});
    if (m_drag == Drag::RubberBand) {
        painter.setPen(QPen(colors.accent, 1.0));
        painter.setBrush(withOpacity(colors.accent, 0.16));
        painter.drawRect(QRectF(m_pressedAt, m_lastPosition).normalized());
    }
    if (m_aiming && hasFocus() && (!m_tool || m_tool->takesPoints())) {
        const QPointF centre = m_view.toScreen(m_view.centre);
        const QPointF along(kCrossHairPx, 0.0);
        const QPointF across(0.0, kCrossHairPx);
        for (const QPen &pen : {QPen(colors.mapLabelHalo, 5.0), QPen(colors.textPrimary, 2.0)}) {
            painter.setPen(pen);
            painter.drawLine(centre - along, centre - 0.3 * along);
            painter.drawLine(centre + along, centre + 0.3 * along);
            painter.drawLine(centre - across, centre - 0.3 * across);
            painter.drawLine(centre + across, centre + 0.3 * across);
        }
    }
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
    if (m_tiles->isThinned(m_view)) {
        const QString notice =
            tr("Too many features for this scale: only some are drawn. Zoom in to see all.");
        painter.setFont(sized(font(), kCaptionFontPx));
        const QFontMetricsF metrics(painter.font());
        const QRectF text(
            QPointF(kEdgePx, kEdgePx), QSizeF(width() - 2.0 * kEdgePx, metrics.height() + 8.0));
        const QString shown = metrics.elidedText(notice, Qt::ElideRight, text.width() - 16.0);
        QRectF card(0.0, text.top(), metrics.horizontalAdvance(shown) + 16.0, text.height());
        card.moveCenter(text.center());
        painter.setPen(QPen(colors.border, 1.0));
        painter.setBrush(withOpacity(colors.panel, kCardOpacity));
        painter.drawRoundedRect(card, 4.0, 4.0);
        painter.setPen(colors.textPrimary);
        painter.drawText(card, Qt::AlignCenter, shown);
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
