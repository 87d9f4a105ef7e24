// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/dispersion/plume_spread.h"
#include "environment/dispersion/wind_climate.h"

#include <array>
#include <vector>

namespace belvedere {

/// The plume behind a point of road.
struct PlumeModel
{
    Terrain terrain = Terrain::Urban;
    double sourceHeightM = 0.5;
    double receptorHeightM = 1.5;
    /// σ at the source: half a road's width, and 1.8 m of the turbulence of traffic (CALINE3).
    PlumeSpread initial = {3.0, 1.8};
    double cutOffM = 10000.0; ///< responses end here; Briggs' curves do too
};

/// What one g/s at the origin adds to the air elsewhere, (µg/m³) / (µg/s) = s/m³: of one hour, or
/// the mean of a year.
class UnitResponse
{
public:
    /// A Gaussian plume with reflection by the ground: straight, in a wind of at least
    /// kSlowestWindMs.
    /// @return Errc::Usage for a height or spread outside 0 … 50 m, a cut-off outside 500 m …
    /// 50 km.
    [[nodiscard]] static Result<UnitResponse> ofHour(
        const WeatherHour &hour, const PlumeModel &model = {});
    /// Mean over all classes. Directions are spread evenly over their 10°.
    [[nodiscard]] static Result<UnitResponse> ofYear(
        const WindClimate &climate, const PlumeModel &model = {});

    /// @param east, north  from the source to the receptor, m.
    [[nodiscard]] double at(double east, double north) const;
    /// Up to here pieces are summed one by one.
    [[nodiscard]] double nearM() const { return m_nearM; }
    [[nodiscard]] double cutOffM() const { return m_model.cutOffM; }
    /// The highest response at the distance of the cut-off.
    [[nodiscard]] double atCutOff() const { return m_atCutOff; }
    [[nodiscard]] const PlumeModel &model() const { return m_model; }

private:
    friend class CityDispersion;

    PlumeModel m_model;
    double m_nearM = 0.0;
    double m_atCutOff = 0.0;
};

} // namespace belvedere
