// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/emission/vehicle_types.h"

namespace belvedere {

struct FleetShare
{
    QString vehicle; ///< VehicleType::id
    double share = 0.0; ///< of vehicle-km
};

/// Who drives: shares of vehicle-km by vehicle type. A value to be edited.
struct Fleet
{
    QString id; ///< "eu-mixed-2025"
    QString title;
    QString note; ///< where the shares come from and what they are not
    std::vector<FleetShare> shares; ///< add up to 1

    /// Of a category, 0 … 1.
    [[nodiscard]] double categoryShare(VehicleCategory category) const;
};

/// From resources/emissions/fleets.json. They are documented assumptions, not registrations.
[[nodiscard]] const std::vector<Fleet> &fleets();
/// @return Errc::NotFound listing the ids.
[[nodiscard]] Result<Fleet> fleet(const QString &id);

/// Shares that add up to 1 within 1e-6, none negative, every vehicle known and named once.
/// @return Errc::Usage naming the fleet and what is wrong.
[[nodiscard]] Result<> checkFleet(const Fleet &fleet);

/// The fleet with all vehicles of `from` replaced by `to`: a low-emission zone, a bus renewal.
/// @return Errc::NotFound for an unknown vehicle.
[[nodiscard]] Result<Fleet> withReplaced(
    const Fleet &fleet, const QStringList &from, const QString &to);
/// Only one category, its shares scaled up to 1: the fleet of a class that is assigned by itself.
/// @return Errc::Usage if the fleet has none of it.
[[nodiscard]] Result<Fleet> onlyCategory(const Fleet &fleet, VehicleCategory category);
/// Everything but the heavy trucks and buses keeps its proportions, these get `heavyShare`.
/// @param heavyShare  0 … 1
[[nodiscard]] Result<Fleet> withHeavyShare(const Fleet &fleet, double heavyShare);

[[nodiscard]] Result<std::vector<Fleet>> parseFleets(const QByteArray &bytes, const QString &name);

} // namespace belvedere
