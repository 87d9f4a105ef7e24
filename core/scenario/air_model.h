// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/coupled_run.h"

#include <memory>

namespace belvedere {

/// Grid, roads and weather of a base case, made ready for the emissions of any scenario.
class AirModel
{
public:
    /// The base case must know places.
    [[nodiscard]] static Result<std::shared_ptr<const AirModel>> make(
        const BaseCase &base, const ScenarioSettings &settings);

    /// @param noxGPerH, pm25GPerH  [links of `applied`]
    /// @param scale  on concentrations by traffic: the doubt about the wind; 1 = as computed.
    [[nodiscard]] Result<AirRun> run(const AppliedCase &applied,
        const std::vector<double> &noxGPerH, const std::vector<double> &pm25GPerH,
        double scale = 1.0) const;

private:
    AirModel(CityDispersion dispersion, UnitResponse response)
        : m_dispersion(std::move(dispersion))
        , m_response(std::move(response))
    {
    }

    CityDispersion m_dispersion;
    UnitResponse m_response;
    Population m_population;
    bool m_assumedWeather = false;
    double m_calmShare = 0.0;
};

} // namespace belvedere
