// SPDX-License-Identifier: GPL-3.0-or-later
// Colour measures for the tests of the tokens.
#pragma once

#include <QColor>

#include <array>

namespace belvedere {

/// WCAG 2.1 contrast ratio, 1 … 21.
double contrastRatio(const QColor &a, const QColor &b);

enum class Vision { Normal, Protanopia, Deuteranopia, Tritanopia };

/// How a person without one kind of cone sees the colour. Machado, Oliveira, Fernandes 2009, "A
/// physiologically-based model for simulation of color vision deficiency", table of matrices for
/// severity 1.0, applied to linear RGB.
QColor simulated(const QColor &color, Vision vision);

/// L*, a*, b* for D65.
std::array<double, 3> labOf(const QColor &color);

/// CIE 1976 difference: the distance in L*a*b*.
double cie76(const std::array<double, 3> &lab1, const std::array<double, 3> &lab2);

/// CIEDE2000 difference. Sharma, Wu, Dalal 2005, equations 2 to 22.
double ciede2000(const std::array<double, 3> &lab1, const std::array<double, 3> &lab2);

} // namespace belvedere
