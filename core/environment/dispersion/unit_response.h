// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "environment/dispersion/hour_plume.h"
#include "environment/dispersion/year_rose.h"

#include <variant>

namespace belvedere {

/// What one µg/s at the origin adds to the air elsewhere, µg/m³: of one hour, or the mean of a
/// year. Made in some hundredths of a second; used for any number of maps.
class UnitResponse
{
public:
    using Kind = std::variant<HourPlume, YearRose>;

    /// A Gaussian plume with reflection by the ground: straight, in a wind of at least
    /// kSlowestWindMs.
    /// @return Errc::Usage for a height outside 0 … 50 m, an initial spread outside 0.5 … 50 m, or
    /// a cut-off outside 500 m … 50 km.
    [[nodiscard]] static Result<UnitResponse> ofHour(
        const WeatherHour &hour, const PlumeModel &model = {});
    /// Mean over all classes. The directions of a class are spread evenly over its 10°.
    [[nodiscard]] static Result<UnitResponse> ofYear(
        const WindClimate &climate, const PlumeModel &model = {});

    /// s/m³. @param east, north  from the source to the receptor, m.
    [[nodiscard]] double at(double east, double north) const;
    [[nodiscard]] double cutOffM() const { return m_model.cutOffM; }
    /// The highest response at a distance.
    [[nodiscard]] double highestAt(double distanceM) const;
    [[nodiscard]] NearReach nearReach(double cellM) const;
    [[nodiscard]] const PlumeModel &model() const { return m_model; }
    [[nodiscard]] const Kind &kind() const { return m_kind; }

private:
    PlumeModel m_model;
    Kind m_kind;
};

} // namespace belvedere
