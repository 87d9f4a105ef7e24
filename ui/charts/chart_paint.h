// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QLineF>
#include <QList>
#include <QString>

#include <span>

class QPainter;
class QRectF;

namespace belvedere::ui {

/// The colour at `share` (0 … 1, clipped) of the way along the ramp, blended between its stops.
[[nodiscard]] QColor rampColor(std::span<const QColor> ramp, double share);

/// Decimal places that give the largest of some amounts three digits, for all of them.
[[nodiscard]] int decimalsFor(double largest);

/// The program's sign for "missing": hatched, without a fill.
void paintMissing(QPainter &painter, const QRectF &rect, const Tokens &colors);

/// Pixels joined by lines, broken where a coordinate is NaN. A point between two breaks becomes
/// a line of one pixel. QPainter draws separate lines ten times faster than one polyline.
[[nodiscard]] QList<QLineF> brokenLines(const QList<QPointF> &pixels);

/// The same, cut into dashes.
[[nodiscard]] QList<QLineF> dashedLines(const QList<QPointF> &pixels, double on, double off);

/// A horizontal scale "low ▒▒▒▒ high" inside rect: colours, ends, and the sign for missing.
void paintColorScale(QPainter &painter, const QRectF &rect, std::span<const QColor> ramp,
    const QString &low, const QString &high, const QString &missing, const Tokens &colors);
/// The width that paintColorScale needs.
[[nodiscard]] int colorScaleWidth(const QString &low, const QString &high, const QString &missing);

} // namespace belvedere::ui
