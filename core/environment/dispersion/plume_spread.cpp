// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/plume_spread.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

PlumeSpread urban(Stability stability, double x)
{
    const double bend = 1.0 / std::sqrt(1.0 + 0.0004 * x);
    switch (stability) {
    case Stability::A:
    case Stability::B:
        return {0.32 * x * bend, 0.24 * x * std::sqrt(1.0 + 0.001 * x)};
    case Stability::C:
        return {0.22 * x * bend, 0.20 * x};
    case Stability::D:
        return {0.16 * x * bend, 0.14 * x / std::sqrt(1.0 + 0.0003 * x)};
    case Stability::E:
    case Stability::F:
        return {0.11 * x * bend, 0.08 * x / std::sqrt(1.0 + 0.0015 * x)};
    }
    return {};
}

PlumeSpread rural(Stability stability, double x)
{
    const double bend = 1.0 / std::sqrt(1.0 + 0.0001 * x);
    switch (stability) {
    case Stability::A:
        return {0.22 * x * bend, 0.20 * x};
    case Stability::B:
        return {0.16 * x * bend, 0.12 * x};
    case Stability::C:
        return {0.11 * x * bend, 0.08 * x / std::sqrt(1.0 + 0.0002 * x)};
    case Stability::D:
        return {0.08 * x * bend, 0.06 * x / std::sqrt(1.0 + 0.0015 * x)};
    case Stability::E:
        return {0.06 * x * bend, 0.03 * x / (1.0 + 0.0003 * x)};
    case Stability::F:
        return {0.04 * x * bend, 0.016 * x / (1.0 + 0.0003 * x)};
    }
    return {};
}

} // namespace

PlumeSpread briggsSpread(Terrain terrain, Stability stability, double downwindM)
{
    const double x = std::max(0.0, downwindM);
    return terrain == Terrain::Urban ? urban(stability, x) : rural(stability, x);
}

PlumeSpread rlineSpread(const SurfaceLayer &layer, double downwindM)
{
    const double x = std::max(0.0, downwindM);
    const double ratio = layer.frictionVelocityMs / layer.effectiveWindMs;
    const double length = std::abs(layer.obukhovM);
    const double neutral = 0.57 * ratio * x;
    double vertical = neutral;
    if (layer.obukhovM > 0.0)
        vertical = neutral / (1.0 + 3.0 * ratio * std::pow(x / length, 2.0 / 3.0));
    else if (layer.obukhovM < 0.0)
        vertical = neutral * (1.0 + 1.5 * ratio * x / length);
    const double mixed = std::sqrt(2.0 / std::numbers::pi) * layer.mixingHeightM;
    vertical = std::min(std::hypot(vertical, layer.initialVerticalM), mixed);
    double lateral = 1.6 * layer.lateralTurbulenceMs / layer.frictionVelocityMs * vertical;
    if (layer.obukhovM > 0.0)
        lateral *= 1.0 + 2.5 * vertical / length;
    else if (layer.obukhovM < 0.0)
        lateral /= std::sqrt(1.0 + vertical / length);
    return {lateral, vertical};
}

} // namespace belvedere
