// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/legend_parts.h"

#include "map/painters/hatch.h"

#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <array>

namespace belvedere::ui {

namespace {

constexpr int kBarHeight = 12;
constexpr int kTick = 3;
constexpr int kTextGap = 6;
constexpr int kCellWidth = 40;
constexpr int kCellHeight = 18;
constexpr int kCellGap = 2;
constexpr int kValues = 3;
constexpr int kGradientStops = 24;

} // namespace

int ColorBar::height() const
{
    return kBarHeight + kTick + QFontMetrics(font).height() + 2;
}

void ColorBar::paint(QPainter &painter, ThemeMode theme) const
{
    const Tokens &colors = tokensOf(theme);
    const std::size_t bands = scale.bands.size();
    if (bands == 0)
        return;
    const double step = double(kWidth) / double(bands);
    painter.setPen(Qt::NoPen);
    if (gradual && scale.breaks.size() >= 2) {
        // The bar has equal steps a band; the colours between are those of the map.
        QLinearGradient gradient(0, 0, kWidth, 0);
        for (int i = 0; i <= kGradientStops; ++i) {
            const double place = double(i) / kGradientStops * double(bands);
            const std::size_t band = std::min(std::size_t(place), bands - 1);
            const auto edge = [&](std::size_t k) {
                const std::vector<double> &at = scale.breaks;
                if (k == 0)
                    return at[0] - (at[1] - at[0]);
                if (k > at.size())
                    return at.back() + (at.back() - at[at.size() - 2]);
                return at[k - 1];
            };
            const double value = edge(band) + (place - double(band)) * (edge(band + 1) - edge(band));
            gradient.setColorAt(double(i) / kGradientStops, colorOf(scale, value, true, theme));
        }
        painter.fillRect(QRectF(0, 0, kWidth, kBarHeight), gradient);
    } else {
        for (std::size_t i = 0; i < bands; ++i)
            painter.fillRect(
                QRectF(double(i) * step, 0, step, kBarHeight), scale.bands[i].color.in(theme));
    }
    painter.setPen(QPen(colors.controlBorder, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(0.5, 0.5, kWidth - 1.0, kBarHeight - 1.0));

    painter.setFont(font);
    const QFontMetrics metrics(font);
    int free = -kTextGap;
    for (qsizetype i = 0; i < breaks.size() && std::size_t(i) + 1 < bands; ++i) {
        const double x = double(i + 1) * step;
        painter.setPen(QPen(colors.textSecondary, 1.0));
        painter.drawLine(QPointF(x, kBarHeight), QPointF(x, kBarHeight + kTick));
        const int width = metrics.horizontalAdvance(breaks[i]);
        const int left = std::clamp(int(x) - width / 2, 0, std::max(0, kWidth - width));
        if (left < free + kTextGap)
            continue;
        painter.setPen(colors.textPrimary);
        painter.drawText(left, kBarHeight + kTick + metrics.ascent(), breaks[i]);
        free = left + width;
    }
}

QSize DoubtGrid::size() const
{
    const QFontMetrics metrics(font);
    const int texts =
        metrics.horizontalAdvance(certain) + metrics.horizontalAdvance(uncertain) + 2 * kTextGap;
    return {std::max(texts, kUncertaintySteps * (kCellWidth + kCellGap) - kCellGap),
        metrics.height() + 2 + kValues * (kCellHeight + kCellGap)};
}

void DoubtGrid::paint(QPainter &painter, const RenderOptions &options) const
{
    if (scale.bands.empty())
        return;
    const Tokens &colors = tokensOf(options.theme);
    const QFontMetrics metrics(font);
    const int width = size().width();
    painter.setFont(font);
    painter.setPen(colors.textSecondary);
    painter.drawText(0, metrics.ascent(), certain);
    painter.drawText(width - metrics.horizontalAdvance(uncertain), metrics.ascent(), uncertain);
    const double cell = double(width + kCellGap) / kUncertaintySteps - kCellGap;
    const double ratio = painter.device()->devicePixelRatioF();
    const std::array<std::size_t, kValues> bands{0, scale.bands.size() / 2, scale.bands.size() - 1};
    for (int row = 0; row < kValues; ++row) {
        const QColor color = scale.bands[bands[std::size_t(row)]].color.in(options.theme);
        for (int step = 0; step < kUncertaintySteps; ++step) {
            const double doubt = double(step) / (kUncertaintySteps - 1);
            const QRectF box(step * (cell + kCellGap),
                metrics.height() + 2 + row * (kCellHeight + kCellGap), cell, kCellHeight);
            painter.fillRect(box, paler(color, doubt));
            const double spacing = hatchSpacing(doubt);
            if (spacing > 0.0)
                painter.fillRect(
                    box, hatchBrush(withOpacity(colors.textSecondary, 0.5), spacing, 1.0, ratio));
        }
    }
}

} // namespace belvedere::ui
