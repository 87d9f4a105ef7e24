// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/wear_factors.h"

#include "base/check.h"
#include "environment/emission/emission_data.h"

#include <QJsonArray>

namespace belvedere {

namespace {

using WearTable = std::array<std::array<WearFactor, 3>, kVehicleCategoryCount>;

WearTable readTable()
{
    constexpr std::array<const char *, kVehicleCategoryCount> kCategories = {
        "car", "van", "truck", "bus"};
    constexpr std::array<const char *, 3> kSizes = {"tsp", "pm10", "pm2.5"};
    WearTable table;
    const auto json = parseJsonObject(emissionData("wear.json"), QStringLiteral("wear.json"));
    BV_CHECK(json, return table);
    const QJsonObject masses = (*json)[QLatin1String("tsp")].toObject();
    const QJsonObject parts = (*json)[QLatin1String("parts")].toObject();
    for (std::size_t c = 0; c < kCategories.size(); ++c) {
        const QJsonArray mass = masses[QLatin1String(kCategories[c])].toArray();
        for (std::size_t s = 0; s < kSizes.size(); ++s) {
            const QJsonArray part = parts[QLatin1String(kSizes[s])].toArray();
            BV_CHECK(mass.size() == 3 && part.size() == 3, continue);
            table[c][s] = {mass[0].toDouble() * part[0].toDouble(),
                mass[1].toDouble() * part[1].toDouble(), mass[2].toDouble() * part[2].toDouble()};
        }
    }
    return table;
}

} // namespace

WearSpeedFactor wearSpeedFactor(double speedKmh)
{
    WearSpeedFactor factor;
    factor.tyre = speedKmh < 40.0 ? 1.39 : speedKmh < 90.0 ? 1.78 - 0.00974 * speedKmh : 0.902;
    factor.brake = speedKmh < 40.0 ? 1.67 : speedKmh < 95.0 ? 2.75 - 0.0270 * speedKmh : 0.185;
    return factor;
}

WearFactor wearFactor(VehicleCategory category, ParticleSize size, double speedKmh)
{
    static const WearTable table = readTable();
    const WearSpeedFactor speed = wearSpeedFactor(speedKmh);
    WearFactor factor = table[static_cast<std::size_t>(category)][static_cast<std::size_t>(size)];
    factor.tyre *= speed.tyre;
    factor.brake *= speed.brake;
    return factor;
}

} // namespace belvedere
