// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "data/incident_table.h"

#include <vector>

namespace belvedere {

struct PrivacyOptions
{
    int k = 5; ///< least incidents that a published place stands for
    double cellM = 250.0; ///< edge of the smallest squares
};

/// A square that stands for at least k incidents.
struct PublicCell
{
    LonLat centre;
    double edgeM = 0.0; ///< 250, 500, 1000 … metres
    int count = 0;
};

struct PublicPlaces
{
    std::vector<PublicCell> cells;
    std::vector<int> cellOf; ///< [incidents], position in `cells`; -1 = no place is told
    int withheld = 0; ///< have a position that is not told: fewer than k in all
    int withoutPosition = 0;
};

/// Where incidents may be said to have happened so that nobody can be told from k - 1 others: in
/// the smallest square with k of them, where a square stands for those inside it that no smaller
/// one stands for. The counts of all cells, `withheld` and `withoutPosition` add up to the
/// incidents. The same incidents in another order give the same cells.
/// @return Errc::Usage unless k >= 1 and 10 <= cellM <= 10^5.
[[nodiscard]] Result<PublicPlaces> publicPlaces(
    const std::vector<Incident> &incidents, const PrivacyOptions &options = {});

/// The incidents as they may leave the store: at the centre of their cell, without description
/// and road link.
[[nodiscard]] std::vector<Incident> publicIncidents(
    const std::vector<Incident> &incidents, const PublicPlaces &places);

} // namespace belvedere
