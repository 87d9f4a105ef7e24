// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/scale_bar.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kTickPx = 5.0;
constexpr double kBarPen = 1.5;
constexpr double kHaloPen = 4.0;
constexpr double kArrowWidth = 9.0;
constexpr double kArrowHeight = 12.0;
constexpr double kArrowGap = 14.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::ScaleBar)
};

double roundBelow(double length)
{
    const double power = std::pow(10.0, std::floor(std::log10(length)));
    const double mantissa = length / power;
    return power * (mantissa >= 5.0 ? 5.0 : mantissa >= 2.0 ? 2.0 : 1.0);
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 6);
}

void paintWithHalo(QPainter &painter, const QPainterPath &path, const Tokens &colors)
{
    painter.strokePath(
        path, QPen(colors.mapLabelHalo, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, colors.textSecondary);
}

} // namespace

ScaleBar scaleBarFor(double metersPerPixel, double maxPixels, LengthUnits units)
{
    const double longest = metersPerPixel * maxPixels;
    double unit = 1.0;
    QString pattern = Text::tr("%1 m");
    if (units == LengthUnits::Imperial) {
        const bool miles = longest >= kMetersPerMile;
        unit = miles ? kMetersPerMile : kMetersPerFoot;
        pattern = miles ? Text::tr("%1 mi") : Text::tr("%1 ft");
    } else if (longest >= 1000.0) {
        unit = 1000.0;
        pattern = Text::tr("%1 km");
    }
    const double round = roundBelow(longest / unit);
    return {round * unit, round * unit / metersPerPixel, pattern.arg(number(round))};
}

QRectF paintScaleBar(QPainter &painter, QPointF bottomRight, const ScaleBar &bar,
    const Tokens &colors, const QFont &font)
{
    QFont small = font;
    small.setPixelSize(type::kCaption);
    const QFontMetricsF metrics(small);
    const double right = bottomRight.x();
    const double bottom = bottomRight.y();
    const double textWidth = metrics.horizontalAdvance(bar.text);
    const double left = right - std::max(bar.pixels, textWidth);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath ruler;
    ruler.moveTo(right - bar.pixels, bottom - kTickPx);
    ruler.lineTo(right - bar.pixels, bottom);
    ruler.lineTo(right, bottom);
    ruler.lineTo(right, bottom - kTickPx);
    painter.strokePath(ruler, QPen(colors.mapLabelHalo, kHaloPen, Qt::SolidLine, Qt::SquareCap));
    painter.strokePath(ruler, QPen(colors.textSecondary, kBarPen, Qt::SolidLine, Qt::SquareCap));

    QPainterPath glyphs;
    glyphs.addText(
        right - 0.5 * bar.pixels - 0.5 * textWidth, bottom - kTickPx - 1.0, small, bar.text);
    const QPointF foot(left - kArrowGap - 0.5 * kArrowWidth, bottom);
    QPainterPath arrow;
    arrow.moveTo(foot - QPointF(0.0, kArrowHeight));
    arrow.lineTo(foot + QPointF(0.5 * kArrowWidth, 0.0));
    arrow.lineTo(foot - QPointF(0.0, 0.28 * kArrowHeight));
    arrow.lineTo(foot - QPointF(0.5 * kArrowWidth, 0.0));
    arrow.closeSubpath();
    //: Letter of the north arrow
    const QString north = Text::tr("N", "compass");
    small.setWeight(QFont::DemiBold);
    glyphs.addText(
        foot - QPointF(0.5 * QFontMetricsF(small).horizontalAdvance(north), kArrowHeight + 2.0),
        small, north);
    paintWithHalo(painter, arrow, colors);
    paintWithHalo(painter, glyphs, colors);
    painter.restore();

    const double height = kArrowHeight + 2.0 + metrics.ascent();
    return QRectF(foot.x() - kArrowWidth, bottom - height, right - foot.x() + kArrowWidth, height);
}

} // namespace belvedere::ui
