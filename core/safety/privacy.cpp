// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/privacy.h"

#include "city/projection.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace belvedere {

namespace {

/// A square of one size: how many edges it lies east and north of the origin.
struct Square
{
    std::int64_t east = 0;
    std::int64_t north = 0;

    friend bool operator<(const Square &a, const Square &b)
    {
        return std::tie(a.north, a.east) < std::tie(b.north, b.east);
    }
    /// Of twice the edge, around this one.
    [[nodiscard]] Square around() const { return {east >> 1, north >> 1}; }
};

struct Group
{
    std::vector<std::size_t> incidents;
};

using Groups = std::map<Square, Group>;

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Round, so that tables of one city get the same squares.
LonLat originOf(const std::vector<Incident> &incidents)
{
    std::vector<double> lons;
    std::vector<double> lats;
    for (const Incident &incident : incidents) {
        if (!incident.position)
            continue;
        lons.push_back(incident.position->lon);
        lats.push_back(incident.position->lat);
    }
    if (lons.empty())
        return {};
    const auto tenths = [](double degrees) { return std::round(degrees * 10.0) / 10.0; };
    return {tenths(medianOf(std::move(lons))), tenths(medianOf(std::move(lats)))};
}

class Publishing
{
public:
    Publishing(
        const PrivacyOptions &options, const LocalProjection &projection, PublicPlaces &places)
        : m_options(options)
        , m_projection(projection)
        , m_places(places)
    {
    }

    void publish(const Square &square, const Group &group, double edgeM)
    {
        const auto cell = static_cast<int>(m_places.cells.size());
        m_places.cells.push_back(
            {m_projection.toSphere({(static_cast<double>(square.east) + 0.5) * edgeM,
                 (static_cast<double>(square.north) + 0.5) * edgeM}),
                edgeM, static_cast<int>(group.incidents.size())});
        for (const std::size_t i : group.incidents)
            m_places.cellOf[i] = cell;
    }

    /// Publishes the groups that are large enough; the others go into squares of twice the edge.
    Groups rise(Groups groups, double edgeM)
    {
        Groups above;
        for (auto &[square, group] : groups) {
            if (group.incidents.size() >= static_cast<std::size_t>(m_options.k)) {
                publish(square, group, edgeM);
                continue;
            }
            auto &into = above[square.around()].incidents;
            into.insert(into.end(), group.incidents.begin(), group.incidents.end());
        }
        return above;
    }

private:
    const PrivacyOptions &m_options;
    const LocalProjection &m_projection;
    PublicPlaces &m_places;
};

constexpr double kLargestCellM = 1e5;

} // namespace

Result<PublicPlaces> publicPlaces(
    const std::vector<Incident> &incidents, const PrivacyOptions &options)
{
    constexpr double kSmallestCellM = 10.0;
    if (options.k < 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A place cannot stand for fewer than 1 incident, but k is %1. Choose 1 or more."),
            {QString::number(options.k)});
    if (!(options.cellM >= kSmallestCellM && options.cellM <= kLargestCellM))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "A cell of %1 m is not between 10 m and 100 km. Choose another size."),
            {QString::number(options.cellM)});
    PublicPlaces places;
    places.cellOf.assign(incidents.size(), -1);
    const LocalProjection projection(originOf(incidents));
    Groups groups;
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        if (!incidents[i].position) {
            ++places.withoutPosition;
            continue;
        }
        const PointM p = projection.toPlane(*incidents[i].position);
        groups[{static_cast<std::int64_t>(std::floor(p.x / options.cellM)),
                   static_cast<std::int64_t>(std::floor(p.y / options.cellM))}]
            .incidents.push_back(i);
    }
    Publishing publishing(options, projection, places);
    // Above 100 km a square says nothing of a city: what lies so far out is not told.
    for (double edge = options.cellM; edge <= kLargestCellM && !groups.empty(); edge *= 2.0)
        groups = publishing.rise(std::move(groups), edge);
    for (const auto &[square, group] : groups)
        places.withheld += static_cast<int>(group.incidents.size());
    return places;
}

std::vector<Incident> publicIncidents(
    const std::vector<Incident> &incidents, const PublicPlaces &places)
{
    std::vector<Incident> told = incidents;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const int cell = places.cellOf[i];
        told[i].position = cell < 0
            ? std::nullopt
            : std::optional(places.cells[static_cast<std::size_t>(cell)].centre);
        told[i].description.clear();
        told[i].link = {};
    }
    return told;
}

} // namespace belvedere
