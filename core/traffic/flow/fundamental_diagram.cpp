// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/flow/fundamental_diagram.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace belvedere {

Result<FundamentalDiagram> FundamentalDiagram::make(
    double freeSpeedKmh, double waveSpeedKmh, double jamDensityVehKm)
{
    for (const double value : {freeSpeedKmh, waveSpeedKmh, jamDensityVehKm}) {
        if (!(std::isfinite(value) && value > 0.0))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "A fundamental diagram needs free speed, wave speed and jam density above 0; "
                    "these are %1, %2, %3."),
                {QString::number(freeSpeedKmh), QString::number(waveSpeedKmh),
                    QString::number(jamDensityVehKm)});
    }
    FundamentalDiagram diagram;
    diagram.m_freeSpeed = freeSpeedKmh;
    diagram.m_waveSpeed = waveSpeedKmh;
    diagram.m_jamDensity = jamDensityVehKm;
    return diagram;
}

double FundamentalDiagram::criticalDensityVehKm() const
{
    return m_waveSpeed * m_jamDensity / (m_freeSpeed + m_waveSpeed);
}

double FundamentalDiagram::capacityVehH() const
{
    return m_freeSpeed * criticalDensityVehKm();
}

double FundamentalDiagram::flowVehH(double densityVehKm) const
{
    return std::max(
        0.0, std::min(m_freeSpeed * densityVehKm, m_waveSpeed * (m_jamDensity - densityVehKm)));
}

double FundamentalDiagram::freeDensity(double flowVehH) const
{
    return std::clamp(flowVehH, 0.0, capacityVehH()) / m_freeSpeed;
}

double FundamentalDiagram::queuedDensity(double flowVehH) const
{
    return m_jamDensity - std::clamp(flowVehH, 0.0, capacityVehH()) / m_waveSpeed;
}

double shockSpeedKmh(const FundamentalDiagram &diagram, double densityBefore, double densityAfter)
{
    if (densityBefore == densityAfter)
        return 0.0;
    return (diagram.flowVehH(densityAfter) - diagram.flowVehH(densityBefore))
        / (densityAfter - densityBefore);
}

} // namespace belvedere
