// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/contrast.h"

#include "theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastOf(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor inkOn(const QColor &surface)
{
    constexpr double kReadable = 4.5;
    const auto better = [&](const QColor &a, const QColor &b) {
        return contrastOf(a, surface) >= contrastOf(b, surface) ? a : b;
    };
    const QColor ink =
        better(tokensOf(ThemeMode::Dark).textPrimary, tokensOf(ThemeMode::Light).textPrimary);
    return contrastOf(ink, surface) >= kReadable ? ink : better(Qt::black, Qt::white);
}

} // namespace belvedere::ui
