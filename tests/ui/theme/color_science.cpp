// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/color_science.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

using Vec = std::array<double, 3>;
using Matrix = std::array<Vec, 3>;

constexpr Matrix kProtanopia = {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia = {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia = {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
    {0.004733, 0.691367, 0.303900}}};
// IEC 61966-2-1, sRGB to XYZ
constexpr Matrix kToXyz = {{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
    {0.0193339, 0.1191920, 0.9503041}}};

Vec times(const Matrix &m, const Vec &v)
{
    Vec out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

double linearOf(double c)
{
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double gammaOf(double c)
{
    const double clipped = std::clamp(c, 0.0, 1.0);
    return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * std::pow(clipped, 1.0 / 2.4) - 0.055;
}

Vec linearRgb(const QColor &color)
{
    return {linearOf(color.red() / 255.0), linearOf(color.green() / 255.0),
        linearOf(color.blue() / 255.0)};
}

double luminance(const QColor &color)
{
    return times(kToXyz, linearRgb(color))[1];
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

double hueDegrees(double b, double a)
{
    if (a == 0.0 && b == 0.0)
        return 0.0;
    const double h = std::atan2(b, a) * 180.0 / std::numbers::pi;
    return h < 0.0 ? h + 360.0 : h;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor simulated(const QColor &color, Vision vision)
{
    if (vision == Vision::Normal)
        return color;
    const Matrix &m = vision == Vision::Protanopia ? kProtanopia
        : vision == Vision::Deuteranopia           ? kDeuteranopia
                                                   : kTritanopia;
    const Vec seen = times(m, linearRgb(color));
    return QColor::fromRgbF(
        float(gammaOf(seen[0])), float(gammaOf(seen[1])), float(gammaOf(seen[2])));
}

std::array<double, 3> labOf(const QColor &color)
{
    const Vec xyz = times(kToXyz, linearRgb(color));
    const Vec white = {0.95047, 1.0, 1.08883};
    Vec f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        f[i] = t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    }
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

double cie76(const Vec &lab1, const Vec &lab2)
{
    return std::hypot(lab1[0] - lab2[0], lab1[1] - lab2[1], lab1[2] - lab2[2]);
}

double ciede2000(const Vec &lab1, const Vec &lab2)
{
    const double meanC = (std::hypot(lab1[1], lab1[2]) + std::hypot(lab2[1], lab2[2])) / 2.0;
    const double c7 = std::pow(meanC, 7.0);
    const double p257 = std::pow(25.0, 7.0);
    const double g = 0.5 * (1.0 - std::sqrt(c7 / (c7 + p257)));
    const double a1 = (1.0 + g) * lab1[1];
    const double a2 = (1.0 + g) * lab2[1];
    const double c1 = std::hypot(a1, lab1[2]);
    const double c2 = std::hypot(a2, lab2[2]);
    const double h1 = hueDegrees(lab1[2], a1);
    const double h2 = hueDegrees(lab2[2], a2);
    const double dL = lab2[0] - lab1[0];
    const double dC = c2 - c1;
    double dh = 0.0;
    double meanH = h1 + h2;
    if (c1 * c2 != 0.0) {
        dh = h2 - h1;
        if (std::abs(dh) > 180.0) {
            dh += dh > 0.0 ? -360.0 : 360.0;
            meanH += h1 + h2 < 360.0 ? 360.0 : -360.0;
        }
        meanH /= 2.0;
    }
    const double dH = 2.0 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2.0));
    const double meanL = (lab1[0] + lab2[0]) / 2.0;
    const double meanC2 = (c1 + c2) / 2.0;
    const double t = 1.0 - 0.17 * std::cos(radians(meanH - 30.0))
        + 0.24 * std::cos(radians(2.0 * meanH)) + 0.32 * std::cos(radians(3.0 * meanH + 6.0))
        - 0.20 * std::cos(radians(4.0 * meanH - 63.0));
    const double dTheta = 30.0 * std::exp(-std::pow((meanH - 275.0) / 25.0, 2.0));
    const double cm7 = std::pow(meanC2, 7.0);
    const double rc = 2.0 * std::sqrt(cm7 / (cm7 + p257));
    const double l50 = std::pow(meanL - 50.0, 2.0);
    const double sl = 1.0 + 0.015 * l50 / std::sqrt(20.0 + l50);
    const double sc = 1.0 + 0.045 * meanC2;
    const double sh = 1.0 + 0.015 * meanC2 * t;
    const double rt = -std::sin(radians(2.0 * dTheta)) * rc;
    return std::sqrt(std::pow(dL / sl, 2.0) + std::pow(dC / sc, 2.0) + std::pow(dH / sh, 2.0)
        + rt * (dC / sc) * (dH / sh));
}

} // namespace belvedere
