// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_paint.h"

#include "theme/theme.h"

#include <QFontMetrics>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kScaleWidth = 96;
constexpr int kScaleHeight = 8;
constexpr int kMissingWidth = 14;
constexpr double kHatchStep = 5.0;

bool isPoint(const QPointF &p)
{
    return std::isfinite(p.x()) && std::isfinite(p.y());
}

} // namespace

QColor rampColor(std::span<const QColor> ramp, double share)
{
    const double along = std::clamp(share, 0.0, 1.0) * double(ramp.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(along), ramp.size() - 1);
    const std::size_t above = std::min(below + 1, ramp.size() - 1);
    return blended(withOpacity(ramp[above], along - double(below)), ramp[below]);
}

int decimalsFor(double largest)
{
    if (!(largest > 0.0) || !std::isfinite(largest))
        return 0;
    return std::clamp(2 - int(std::floor(std::log10(largest))), 0, 6);
}

void paintMissing(QPainter &painter, const QRectF &rect, const Tokens &colors)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(withOpacity(colors.noData, 0.55), 1.0));
    QList<QLineF> lines;
    // Anchored at the origin, so that the hatching runs on over neighbouring cells.
    const double first = std::floor((rect.left() + rect.top()) / kHatchStep) * kHatchStep;
    for (double sum = first; sum < rect.right() + rect.bottom(); sum += kHatchStep)
        lines.append(QLineF(sum - rect.top(), rect.top(), sum - rect.bottom(), rect.bottom()));
    painter.drawLines(lines);
    painter.restore();
}

QList<QLineF> brokenLines(const QList<QPointF> &pixels)
{
    QList<QLineF> lines;
    lines.reserve(pixels.size());
    for (qsizetype i = 0; i < pixels.size(); ++i) {
        if (!isPoint(pixels[i]))
            continue;
        const bool joined = i > 0 && isPoint(pixels[i - 1]);
        if (joined)
            lines.append({pixels[i - 1], pixels[i]});
        else if (i + 1 == pixels.size() || !isPoint(pixels[i + 1]))
            lines.append({pixels[i] - QPointF(0.5, 0.0), pixels[i] + QPointF(0.5, 0.0)});
    }
    return lines;
}

QList<QLineF> dashedLines(const QList<QPointF> &pixels, double on, double off)
{
    QList<QLineF> dashes;
    double phase = 0.0; // along the pattern of on + off
    for (const QLineF &line : brokenLines(pixels)) {
        const double length = line.length();
        double from = 0.0;
        while (from < length) {
            const bool drawn = phase < on;
            const double to = std::min(length, from + (drawn ? on : on + off) - phase);
            if (drawn)
                dashes.append({line.pointAt(from / length), line.pointAt(to / length)});
            phase = std::fmod(phase + (to - from), on + off);
            from = to;
        }
    }
    return dashes;
}

int colorScaleWidth(const QString &low, const QString &high, const QString &missing)
{
    const QFontMetrics metrics(themeFont(type::kCaption));
    int width = metrics.horizontalAdvance(low) + metrics.horizontalAdvance(high) + kScaleWidth
        + 2 * space::kSmall;
    if (!missing.isEmpty())
        width += space::kMedium + kMissingWidth + space::kTiny + metrics.horizontalAdvance(missing);
    return width + 2;
}

void paintColorScale(QPainter &painter, const QRectF &rect, std::span<const QColor> ramp,
    const QString &low, const QString &high, const QString &missing, const Tokens &colors)
{
    painter.save();
    painter.setClipRect(rect.adjusted(-1.0, 0.0, 1.0, 0.0), Qt::IntersectClip);
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const double middle = rect.center().y();
    const auto text = [&](double left, const QString &words) {
        painter.setPen(colors.textSecondary);
        const int width = metrics.horizontalAdvance(words);
        painter.drawText(QRectF(left, rect.top(), width + 1, rect.height()),
            Qt::AlignLeft | Qt::AlignVCenter, words);
        return left + width;
    };
    double x = text(rect.left(), low) + space::kSmall;
    const QRectF bar(
        std::round(x), std::round(middle - kScaleHeight / 2.0), kScaleWidth, kScaleHeight);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (std::size_t i = 0; i < ramp.size(); ++i)
        gradient.setColorAt(double(i) / double(ramp.size() - 1), ramp[i]);
    painter.setPen(QPen(colors.border, 1.0));
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 2.0, 2.0);
    x = text(bar.right() + space::kSmall, high);
    if (missing.isEmpty() || colorScaleWidth(low, high, missing) > int(rect.width()) + 2) {
        painter.restore();
        return;
    }
    const QRectF sign(x + space::kMedium, bar.top() - 1, kMissingWidth, kScaleHeight + 2);
    paintMissing(painter, sign, colors);
    painter.setPen(QPen(colors.border, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(sign);
    text(sign.right() + space::kTiny, missing);
    painter.restore();
}

} // namespace belvedere::ui
