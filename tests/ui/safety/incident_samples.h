// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "data/incident_table.h"

namespace belvedere::test {

inline constexpr UtcMs kFirstIncident = 1'450'000'000'000 / kMsPerDay * kMsPerDay; // a Sunday 2015
inline constexpr LonLat kIncidentCentre{-75.3, 40.1};

/// `days` with about `perDay` incidents of two types: half of them within 500 m of a hot place,
/// the others over some 10 km.
[[nodiscard]] inline IncidentTable sampleIncidents(int days, int perDay, std::uint64_t seed = 1)
{
    IncidentTable table;
    table.name = QStringLiteral("calls");
    table.source = QStringLiteral("Sample");
    Random random(seed);
    for (int i = 0; i < days * perDay; ++i) {
        Incident incident;
        incident.from = kFirstIncident + i * (kMsPerDay / perDay);
        incident.category =
            i % 3 == 0 ? QStringLiteral("Fire: ALARM") : QStringLiteral("EMS: FALL");
        const double spread = i % 2 == 0 ? 0.003 : 0.06;
        incident.position = LonLat{kIncidentCentre.lon + random.uniform(-spread, spread),
            kIncidentCentre.lat + random.uniform(-spread, spread)};
        table.incidents.push_back(std::move(incident));
    }
    return table;
}

} // namespace belvedere::test
