// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/display_units.h"

namespace belvedere::ui {

namespace {

struct Pair
{
    const char *metric;
    const char *imperial;
    double factor; ///< imperial = metric * factor + offset
    double offset;
};

// Exact by definition: the international foot is 0.3048 m.
constexpr Pair kPairs[] = {{"km/h", "mph", 1.0 / 1.609344, 0.0}, {"°C", "°F", 1.8, 32.0},
    {"km", "mi", 1.0 / 1.609344, 0.0}, {"m", "ft", 1.0 / 0.3048, 0.0},
    {"mm", "in", 1.0 / 25.4, 0.0}, {"mm/h", "in/h", 1.0 / 25.4, 0.0}};

} // namespace

UnitChange unitChange(const QString &stored, UnitSystem preferred)
{
    for (const Pair &pair : kPairs) {
        const QString metric = QString::fromUtf8(pair.metric);
        const QString imperial = QString::fromUtf8(pair.imperial);
        if (preferred == UnitSystem::Imperial && stored == metric)
            return {pair.factor, pair.offset, imperial};
        if (preferred == UnitSystem::Metric && stored == imperial)
            return {1.0 / pair.factor, -pair.offset / pair.factor, metric};
    }
    return {1.0, 0.0, stored};
}

} // namespace belvedere::ui
