// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/link_emissions.h"

#include "environment/emission/wear_factors.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kGPerMg = 1e-3;
constexpr double kKmPerM = 1e-3;

bool isAmount(double value)
{
    return std::isfinite(value) && value >= 0.0;
}

tl::unexpected<Error> badLink(std::size_t link, const char *text, double value)
{
    return failure(Errc::Numeric, text, {QString::number(link), QString::number(value)}, QString());
}

Result<> checkLink(std::size_t link, double lengthM, double flow, double speed)
{
    if (!isAmount(lengthM))
        return badLink(link, QT_TRANSLATE_NOOP("Error", "Link %1 has a length of %2 m."), lengthM);
    if (!isAmount(flow))
        return badLink(
            link, QT_TRANSLATE_NOOP("Error", "Link %1 has a flow of %2 vehicles/h."), flow);
    if (flow > 0.0 && !(std::isfinite(speed) && speed > 0.0))
        return badLink(link,
            QT_TRANSLATE_NOOP("Error", "Link %1 carries traffic at a speed of %2 km/h."), speed);
    return {};
}

} // namespace

Result<FleetFactors> FleetFactors::make(const Fleet &fleet)
{
    BV_TRY_VOID(checkFleet(fleet));
    FleetFactors factors;
    factors.m_maximumKmh = std::numeric_limits<double>::infinity();
    for (const FleetShare &share : fleet.shares) {
        if (share.share <= 0.0)
            continue;
        BV_TRY(const int index, vehicleTypeIndex(share.vehicle));
        const VehicleType &type = vehicleTypes()[static_cast<std::size_t>(index)];
        factors.m_categories[static_cast<std::size_t>(type.category)] += share.share;
        for (const FactorCurve *curve : {&type.nox, &type.exhaustPm, &type.fuelUse}) {
            if (curve->form == CurveForm::Zero)
                continue;
            factors.m_minimumKmh = std::max(factors.m_minimumKmh, curve->minimumKmh);
            factors.m_maximumKmh = std::min(factors.m_maximumKmh, curve->maximumKmh);
        }
        factors.m_parts.push_back({type, share.share});
    }
    return factors;
}

std::array<double, kEmittedCount> FleetFactors::at(double speedKmh, std::uint8_t *flags) const
{
    double nox = 0.0, exhaustPm = 0.0, co2 = 0.0;
    for (const Part &part : m_parts) {
        nox += part.share * part.type.nox.at(speedKmh, flags);
        exhaustPm += part.share * part.type.exhaustPm.at(speedKmh, flags);
        co2 += part.share * co2PerFuel(part.type.fuel) * part.type.fuelUse.at(speedKmh, flags);
    }
    double wear25 = 0.0, wear10 = 0.0;
    for (std::size_t c = 0; c < m_categories.size(); ++c) {
        if (m_categories[c] <= 0.0)
            continue;
        const auto category = static_cast<VehicleCategory>(c);
        wear25 += m_categories[c] * wearFactor(category, ParticleSize::Pm25, speedKmh).total();
        wear10 += m_categories[c] * wearFactor(category, ParticleSize::Pm10, speedKmh).total();
    }
    return {nox, exhaustPm + kGPerMg * wear25, exhaustPm + kGPerMg * wear10, co2};
}

double LinkEmissions::total(Emitted pollutant) const
{
    const std::vector<double> &values = of(pollutant);
    return std::accumulate(values.begin(), values.end(), 0.0);
}

int LinkEmissions::flaggedLinks() const
{
    return static_cast<int>(std::count_if(
        flags.begin(), flags.end(), [](std::uint8_t flag) { return flag != InRange; }));
}

void LinkEmissions::add(const LinkEmissions &other)
{
    for (std::size_t p = 0; p < gPerH.size(); ++p) {
        const std::size_t links = std::min(gPerH[p].size(), other.gPerH[p].size());
        for (std::size_t i = 0; i < links; ++i)
            gPerH[p][i] += other.gPerH[p][i];
    }
    for (std::size_t i = 0; i < std::min(flags.size(), other.flags.size()); ++i)
        flags[i] = static_cast<std::uint8_t>(flags[i] | other.flags[i]);
}

Result<LinkEmissions> linkEmissions(const std::vector<FleetFactors> &fleets,
    const std::vector<double> &lengthM, const ClassTraffic &traffic)
{
    const std::size_t links = lengthM.size();
    if (traffic.flowVehH.size() != links || traffic.speedKmh.size() != links
        || (!traffic.fleetOfLink.empty() && traffic.fleetOfLink.size() != links))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Emissions need one length, flow, speed and fleet for each link: there are %1, "
                "%2, %3, %4."),
            {QString::number(links), QString::number(traffic.flowVehH.size()),
                QString::number(traffic.speedKmh.size()),
                QString::number(traffic.fleetOfLink.size())});
    LinkEmissions emissions;
    for (std::vector<double> &values : emissions.gPerH)
        values.assign(links, 0.0);
    emissions.flags.assign(links, InRange);
    for (std::size_t i = 0; i < links; ++i) {
        const double flow = traffic.flowVehH[i];
        BV_TRY_VOID(checkLink(i, lengthM[i], flow, traffic.speedKmh[i]));
        const std::size_t fleet = traffic.fleetOfLink.empty() ? 0 : traffic.fleetOfLink[i];
        if (fleet >= fleets.size())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Link %1 has fleet %2; there are %3."),
                {QString::number(i), QString::number(fleet), QString::number(fleets.size())});
        if (flow <= 0.0)
            continue;
        const auto factors = fleets[fleet].at(traffic.speedKmh[i], &emissions.flags[i]);
        for (std::size_t p = 0; p < factors.size(); ++p)
            emissions.gPerH[p][i] = flow * lengthM[i] * kKmPerM * factors[p];
    }
    return emissions;
}

} // namespace belvedere
