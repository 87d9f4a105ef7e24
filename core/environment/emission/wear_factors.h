// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/emission/vehicle_types.h"

namespace belvedere {

enum class ParticleSize { Tsp, Pm10, Pm25 };

/// mg per vehicle-km.
struct WearFactor
{
    double tyre = 0.0;
    double brake = 0.0;
    double road = 0.0;

    [[nodiscard]] double total() const { return tyre + brake + road; }
};

/// EMEP/EEA 1.A.3.b.vi-vii, tier 2: a mass by category and size times a factor of the speed for
/// tyres and brakes (wearSpeedFactor). Buses are taken as heavy trucks. Dust that lies on the road
/// and is raised again is not in it. The masses are tier-1 means of fleets of combustion cars; a
/// heavier electric car wears tyres more and brakes less.
[[nodiscard]] WearFactor wearFactor(VehicleCategory category, ParticleSize size, double speedKmh);

struct WearSpeedFactor
{
    double tyre = 1.0;
    double brake = 1.0;
};

/// Tyre 1.39 below 40 km/h, 1.78 - 0.00974 V to 90, 0.902 above; brake 1.67 below 40 km/h,
/// 2.75 - 0.0270 V to 95, 0.185 above. Continuous to 0.2 %.
[[nodiscard]] WearSpeedFactor wearSpeedFactor(double speedKmh);

} // namespace belvedere
