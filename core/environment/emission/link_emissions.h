// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/emission/fleet.h"

namespace belvedere {

/// Emission factors of a whole fleet, exhaust and wear, g per vehicle-km.
class FleetFactors
{
public:
    /// @return what checkFleet() says.
    [[nodiscard]] static Result<FleetFactors> make(const Fleet &fleet);

    /// [Emitted] g/km. @param flags  RangeFlag bits of all vehicles are added; may be null.
    [[nodiscard]] std::array<double, kEmittedCount> at(
        double speedKmh, std::uint8_t *flags = nullptr) const;
    /// Where no vehicle of the fleet leaves the range of its curves.
    [[nodiscard]] double minimumKmh() const { return m_minimumKmh; }
    [[nodiscard]] double maximumKmh() const { return m_maximumKmh; }

private:
    struct Part
    {
        VehicleType type;
        double share = 0.0;
    };
    std::vector<Part> m_parts;
    std::array<double, kVehicleCategoryCount> m_categories{};
    double m_minimumKmh = 0.0;
    double m_maximumKmh = 0.0;
};

/// Traffic of one class of vehicles on all links in one hour.
struct ClassTraffic
{
    std::vector<double> flowVehH; ///< [links], at least 0
    std::vector<double> speedKmh; ///< [links], above 0 where there is flow
    std::vector<std::uint16_t> fleetOfLink; ///< [links], position in the fleets; empty = all 0
};

/// Mass per hour of each link.
struct LinkEmissions
{
    std::array<std::vector<double>, kEmittedCount> gPerH; ///< [Emitted][links]
    std::vector<std::uint8_t> flags; ///< [links] RangeFlag bits

    [[nodiscard]] const std::vector<double> &of(Emitted pollutant) const
    {
        return gPerH[static_cast<std::size_t>(pollutant)];
    }
    /// Of all links, g/h.
    [[nodiscard]] double total(Emitted pollutant) const;
    /// Links with any RangeFlag and traffic.
    [[nodiscard]] int flaggedLinks() const;
    /// Adds another class of the same links.
    void add(const LinkEmissions &other);
};

/// Flow · factor(speed) · length. Hot engines on level road: no cold start, no gradient, no
/// evaporation, no stop-and-go beyond what the mean speed carries.
/// @return Errc::Shape for arrays of different lengths; Errc::Numeric naming the first link whose
/// length, flow or speed is negative or no number, or that has flow and no speed; Errc::Usage for
/// a link with an unknown fleet.
[[nodiscard]] Result<LinkEmissions> linkEmissions(const std::vector<FleetFactors> &fleets,
    const std::vector<double> &lengthM, const ClassTraffic &traffic);

} // namespace belvedere
