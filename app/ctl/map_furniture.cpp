// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_furniture.h"

#include "map/scale_bar.h"
#include "report/report_style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace belvedere::ctl {

namespace {

using namespace ui;

constexpr double kEdge = space::kMedium;
constexpr double kLongestBar = 160.0;
constexpr double kCaptionOpacity = 0.85;

/// @return its height.
double paintCaption(QPainter &painter, QSizeF size, const MapFurniture &furniture)
{
    const QString text = furniture.caption.join(QStringLiteral(" · "));
    if (text.isEmpty())
        return 0.0;
    const Tokens &colors = tokensOf(furniture.theme);
    QFont font = furniture.font;
    font.setPixelSize(type::kCaption);
    const QFontMetricsF metrics(font);
    const double padding = space::kTiny;
    // A licence must be read whole: it takes more lines where the picture is narrow.
    const QRectF room(padding, 0, size.width() - 2 * padding, size.height());
    constexpr int kFlags = Qt::AlignRight | Qt::TextWordWrap;
    QRectF lines = metrics.boundingRect(room, kFlags, text);
    lines.moveBottom(size.height() - padding / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withOpacity(colors.panel, kCaptionOpacity));
    const QRectF plate = lines.adjusted(-padding, -padding / 2, padding, padding / 2);
    painter.drawRect(plate);
    painter.setFont(font);
    painter.setPen(colors.textSecondary);
    painter.drawText(lines, kFlags, text);
    return plate.height();
}

/// In the lower left corner; smaller where the picture has no room for it.
void paintLegend(QPainter &painter, QSizeF size, double bottom, const MapFurniture &furniture)
{
    if (furniture.legend.attribute.isEmpty())
        return;
    MapLegend card;
    card.setAttribute(Qt::WA_DontShowOnScreen); // it shows itself when it has something to say
    card.setTheme(furniture.theme);
    card.setContent(furniture.legend);
    const QSizeF wanted = card.cardSize();
    const double scale = std::min(
        {1.0, (size.width() - 2 * kEdge) / wanted.width(), (bottom - 2 * kEdge) / wanted.height()});
    if (scale <= 0.0)
        return;
    painter.save();
    painter.translate(kEdge, bottom - kEdge - wanted.height() * scale);
    painter.scale(scale, scale);
    card.paintCard(painter);
    painter.restore();
}

} // namespace

void paintFurniture(QImage &picture, const Viewport &viewport, const MapFurniture &furniture)
{
    const QSizeF size = viewport.size;
    QPainter painter(&picture); // in logical pixels, as the picture knows its ratio
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double caption = paintCaption(painter, size, furniture);
    const double bottom = size.height() - caption;
    paintLegend(painter, size, bottom, furniture);
    if (furniture.scaleBar) {
        const double longest = std::min(kLongestBar, 0.3 * size.width());
        paintScaleBar(painter, {size.width() - kEdge, bottom - kEdge},
            scaleBarFor(viewport.metersPerPixel, longest), tokensOf(furniture.theme),
            furniture.font);
    }
    if (furniture.simulated)
        paintSimulatedMark(painter, {size.width() - kEdge, kEdge}, furniture.font, furniture.theme);
}

} // namespace belvedere::ctl
