// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/od_matrix.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

Result<> check(const OdPair &pair, std::size_t zones)
{
    for (const std::int32_t zone : {pair.origin, pair.destination}) {
        if (zone < 0 || static_cast<std::size_t>(zone) >= zones)
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "Trips name the zone at position %1, but there are %2 zones. Check the matrix "
                    "against the network."),
                {QString::number(zone + 1), QString::number(zones)});
    }
    if (!(pair.trips >= 0.0) || !std::isfinite(pair.trips))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP(
                "Error", "The trips from zone %1 to zone %2 are %3. Trips must be 0 or more."),
            {QString::number(pair.origin + 1), QString::number(pair.destination + 1),
                QString::number(pair.trips)});
    return {};
}

} // namespace

Result<OdMatrix> OdMatrix::make(std::size_t zones, std::vector<OdPair> pairs)
{
    for (const OdPair &pair : pairs)
        BV_TRY_VOID(check(pair, zones));
    // Stable, so that equal pairs add up in their order.
    std::stable_sort(pairs.begin(), pairs.end(), [](const OdPair &a, const OdPair &b) {
        return a.origin != b.origin ? a.origin < b.origin : a.destination < b.destination;
    });
    OdMatrix matrix;
    matrix.m_first.assign(zones + 1, 0);
    std::int32_t last = -1;
    for (const OdPair &pair : pairs) {
        if (pair.trips == 0.0)
            continue;
        if (pair.origin == last && matrix.m_cells.back().destination == pair.destination) {
            matrix.m_cells.back().trips += pair.trips;
            continue;
        }
        matrix.m_cells.push_back({pair.destination, pair.trips});
        ++matrix.m_first[static_cast<std::size_t>(pair.origin) + 1];
        last = pair.origin;
    }
    for (std::size_t zone = 0; zone < zones; ++zone)
        matrix.m_first[zone + 1] += matrix.m_first[zone];
    return matrix;
}

Result<OdMatrix> OdMatrix::fromDense(std::size_t zones, const std::vector<double> &trips)
{
    if (trips.size() != zones * zones)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The matrix has %1 values, but %2 zones need %3. Check the matrix against the "
                "network."),
            {QString::number(trips.size()), QString::number(zones),
                QString::number(zones * zones)});
    std::vector<OdPair> pairs;
    for (std::size_t k = 0; k < trips.size(); ++k) {
        if (trips[k] != 0.0)
            pairs.push_back({static_cast<std::int32_t>(k / zones),
                static_cast<std::int32_t>(k % zones), trips[k]});
    }
    return make(zones, std::move(pairs));
}

std::span<const OdMatrix::Cell> OdMatrix::row(std::size_t origin) const
{
    return {m_cells.data() + m_first[origin], m_first[origin + 1] - m_first[origin]};
}

double OdMatrix::at(std::size_t origin, std::size_t destination) const
{
    const auto cells = row(origin);
    const auto wanted = static_cast<std::int32_t>(destination);
    const auto found = std::lower_bound(cells.begin(), cells.end(), wanted,
        [](const Cell &cell, std::int32_t zone) { return cell.destination < zone; });
    return found != cells.end() && found->destination == wanted ? found->trips : 0.0;
}

std::vector<OdPair> OdMatrix::pairs() const
{
    std::vector<OdPair> result;
    result.reserve(m_cells.size());
    for (std::size_t origin = 0; origin < zoneCount(); ++origin)
        for (const Cell &cell : row(origin))
            result.push_back({static_cast<std::int32_t>(origin), cell.destination, cell.trips});
    return result;
}

double OdMatrix::total() const
{
    double sum = 0.0;
    for (const Cell &cell : m_cells)
        sum += cell.trips;
    return sum;
}

double OdMatrix::intrazonal() const
{
    double sum = 0.0;
    for (std::size_t origin = 0; origin < zoneCount(); ++origin)
        sum += at(origin, origin);
    return sum;
}

} // namespace belvedere
