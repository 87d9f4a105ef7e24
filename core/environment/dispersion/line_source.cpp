// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/line_source.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kRadPerDeg = std::numbers::pi / 180.0;
constexpr double kShallowestDeg = 15.0;
constexpr double kSlowestMs = 0.5;
constexpr int kFirstPieces = 64; // none of them misses a narrow plume
constexpr int kDeepest = 24;

/// Ground reflection at two heights, without 1 / (√(2π) σz).
double vertical(double z, double h, double sigma)
{
    const double below = (z - h) / sigma;
    const double above = (z + h) / sigma;
    return std::exp(-0.5 * below * below) + std::exp(-0.5 * above * above);
}

double lineAcross(const PlumeSetting &setting, double downwindM)
{
    const double sigma = briggsSpread(setting.terrain, setting.stability, downwindM).verticalM;
    const double wind = std::max(setting.windSpeedMs, kSlowestMs);
    return vertical(setting.receptorHeightM, setting.sourceHeightM, sigma)
        / (std::sqrt(2.0 * std::numbers::pi) * wind * sigma);
}

using Function = std::function<double(double)>;

/// Simpson's rule, halved until two levels agree.
double simpson(const Function &f, double a, double b, double fa, double fm, double fb, double whole,
    double tolerance, int depth)
{
    const double m = (a + b) / 2.0;
    const double fl = f((a + m) / 2.0);
    const double fr = f((m + b) / 2.0);
    const double left = (m - a) / 6.0 * (fa + 4.0 * fl + fm);
    const double right = (b - m) / 6.0 * (fm + 4.0 * fr + fb);
    const double change = left + right - whole;
    if (depth <= 0 || std::abs(change) <= 15.0 * tolerance)
        return left + right + change / 15.0;
    return simpson(f, a, m, fa, fl, fm, left, tolerance / 2.0, depth - 1)
        + simpson(f, m, b, fm, fr, fb, right, tolerance / 2.0, depth - 1);
}

double integral(const Function &f, double from, double to, double relativeError)
{
    const double step = (to - from) / kFirstPieces;
    double rough = 0.0;
    for (int i = 0; i < kFirstPieces; ++i)
        rough += f(from + (i + 0.5) * step) * step;
    const double tolerance = std::max(relativeError * rough, 1e-300) / kFirstPieces;
    double sum = 0.0;
    for (int i = 0; i < kFirstPieces; ++i) {
        const double a = from + i * step;
        const double b = a + step;
        const double fa = f(a), fm = f((a + b) / 2.0), fb = f(b);
        sum += simpson(f, a, b, fa, fm, fb, step / 6.0 * (fa + 4.0 * fm + fb), tolerance, kDeepest);
    }
    return sum;
}

} // namespace

double infiniteLine(const PlumeSetting &setting, double distanceM, double windRoadDeg)
{
    const double folded = std::abs(std::remainder(windRoadDeg, 180.0)); // 0 … 90
    const double sine = std::sin(std::max(folded, kShallowestDeg) * kRadPerDeg);
    return lineAcross(setting, distanceM / sine) / sine;
}

double finiteLine(const PlumeSetting &setting, double distanceM, double alongFromM, double alongToM)
{
    const double scale =
        std::sqrt(2.0) * briggsSpread(setting.terrain, setting.stability, distanceM).lateralM;
    return lineAcross(setting, distanceM) * 0.5
        * (std::erf(alongToM / scale) - std::erf(alongFromM / scale));
}

double lineByIntegration(const PlumeSetting &setting, const LineSource &line, PointM receptor,
    double windFromDeg, PlumeSpread initialSpread, double relativeError)
{
    // The wind blows to the opposite of where it comes from.
    const double east = -std::sin(windFromDeg * kRadPerDeg);
    const double north = -std::cos(windFromDeg * kRadPerDeg);
    const double dx = line.to.x - line.from.x;
    const double dy = line.to.y - line.from.y;
    const double length = std::hypot(dx, dy);
    if (length <= 0.0)
        return 0.0;
    const auto downwind = [&](double s) {
        return (receptor.x - line.from.x - s * dx / length) * east
            + (receptor.y - line.from.y - s * dy / length) * north;
    };
    const double wind = std::max(setting.windSpeedMs, kSlowestMs);
    const Function plume = [&](double s) {
        const double x = downwind(s);
        if (x <= 0.0)
            return 0.0;
        const double y = (receptor.x - line.from.x - s * dx / length) * north
            - (receptor.y - line.from.y - s * dy / length) * east;
        const PlumeSpread grown = briggsSpread(setting.terrain, setting.stability, x);
        const double sy = std::hypot(grown.lateralM, initialSpread.lateralM);
        const double sz = std::hypot(grown.verticalM, initialSpread.verticalM);
        return std::exp(-0.5 * (y / sy) * (y / sy))
            * vertical(setting.receptorHeightM, setting.sourceHeightM, sz)
            / (2.0 * std::numbers::pi * wind * sy * sz);
    };
    // Only the part upwind of the receptor counts; the border would spoil the rule.
    double from = 0.0;
    double to = length;
    const double first = downwind(0.0);
    const double last = downwind(length);
    if (first <= 0.0 && last <= 0.0)
        return 0.0;
    if (first * last < 0.0) {
        const double border = length * first / (first - last);
        (first < 0.0 ? from : to) = border;
    }
    return integral(plume, from, to, relativeError);
}

} // namespace belvedere
