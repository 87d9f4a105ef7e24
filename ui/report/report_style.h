// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_legend.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace belvedere::ui {

// Type and marks on paper. Lengths are points (1/72 inch), colours those of the light theme.

namespace paper {
inline constexpr double kMargin = 36.0;
inline constexpr double kGap = 12.0;
inline constexpr int kSmall = 8;
inline constexpr int kText = 9;
inline constexpr int kHeading = 12;
inline constexpr int kTitle = 18;
inline constexpr int kFigure = 16;
} // namespace paper

/// The family of `base` in a size of points on paper, whatever the resolution.
[[nodiscard]] QFont paperFont(const QFont &base, int points, bool bold = false);

[[nodiscard]] double lineHeight(const QFont &font);

/// One line, cut with an ellipsis where it is too long. @return its height.
double paintLine(QPainter &painter, const QRectF &area, const QString &text, const QFont &font,
    const QColor &color, Qt::Alignment alignment = Qt::AlignLeft);

/// What the colours mean in one row, for the strip below a picture. @return its width.
double paintLegendRow(QPainter &painter, const QRectF &area, const LegendContent &legend,
    const QFont &base, ThemeMode theme);

/// "Simulated data" in a frame, its right edge at `topRight`. @return its size.
QSizeF paintSimulatedMark(
    QPainter &painter, QPointF topRight, const QFont &base, ThemeMode theme = ThemeMode::Light);

} // namespace belvedere::ui
