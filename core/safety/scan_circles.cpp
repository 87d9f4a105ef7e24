// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/scan_statistic.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

/// Locations by the squares of a grid whose edge is the largest radius, so that a circle reaches
/// no farther than the squares around its own.
class Squares
{
public:
    Squares(const std::vector<PointM> &locations, double edgeM)
        : m_edgeM(edgeM)
        , m_order(locations.size())
    {
        for (const PointM &p : locations) {
            m_west = std::min(m_west, p.x);
            m_south = std::min(m_south, p.y);
            m_east = std::max(m_east, p.x);
            m_north = std::max(m_north, p.y);
        }
        m_width = static_cast<int>((m_east - m_west) / m_edgeM) + 1;
        m_height = static_cast<int>((m_north - m_south) / m_edgeM) + 1;
        std::iota(m_order.begin(), m_order.end(), 0);
        std::vector<std::size_t> squareOf;
        squareOf.reserve(locations.size());
        for (const PointM &p : locations)
            squareOf.push_back(indexOf(column(p.x), row(p.y)));
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            return squareOf[static_cast<std::size_t>(a)] < squareOf[static_cast<std::size_t>(b)];
        });
        m_first.assign(
            static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height) + 1, 0);
        for (const std::size_t square : squareOf)
            ++m_first[square + 1];
        std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    }

    template <class F> void around(PointM p, F visit) const
    {
        const int c = column(p.x);
        const int r = row(p.y);
        for (int y = std::max(0, r - 1); y <= std::min(m_height - 1, r + 1); ++y) {
            for (int x = std::max(0, c - 1); x <= std::min(m_width - 1, c + 1); ++x) {
                const std::size_t square = indexOf(x, y);
                for (std::size_t i = m_first[square]; i < m_first[square + 1]; ++i)
                    visit(m_order[i]);
            }
        }
    }

private:
    [[nodiscard]] int column(double x) const { return static_cast<int>((x - m_west) / m_edgeM); }
    [[nodiscard]] int row(double y) const { return static_cast<int>((y - m_south) / m_edgeM); }
    [[nodiscard]] std::size_t indexOf(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width)
            + static_cast<std::size_t>(x);
    }

    double m_edgeM;
    double m_west = std::numeric_limits<double>::infinity();
    double m_south = std::numeric_limits<double>::infinity();
    double m_east = -std::numeric_limits<double>::infinity();
    double m_north = -std::numeric_limits<double>::infinity();
    int m_width = 0;
    int m_height = 0;
    std::vector<int> m_order;
    std::vector<std::size_t> m_first;
};

} // namespace

Result<ScanCircles> ScanCircles::about(const std::vector<PointM> &locations, double largestRadiusM,
    int mostCentres, const TaskContext &context)
{
    constexpr double kMostSquares = 1e7;
    if (!(largestRadiusM > 0.0) || mostCentres < 1)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Circles of up to %1 m about %2 places make no sense. Both must be above 0."),
            {QString::number(largestRadiusM), QString::number(mostCentres)});
    ScanCircles circles;
    circles.m_locations = static_cast<int>(locations.size());
    circles.m_first.push_back(0);
    if (locations.empty()) {
        circles.notePlaces();
        return circles;
    }
    const auto [west, east] = std::minmax_element(locations.begin(), locations.end(),
        [](const PointM &a, const PointM &b) { return a.x < b.x; });
    const auto [south, north] = std::minmax_element(locations.begin(), locations.end(),
        [](const PointM &a, const PointM &b) { return a.y < b.y; });
    const double area = (east->x - west->x) * (north->y - south->y);
    if (!(area / (largestRadiusM * largestRadiusM) < kMostSquares))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The places lie %1 km apart: too far for circles of %2 m. Leave out those that lie "
                "far outside."),
            {QString::number(std::max(east->x - west->x, north->y - south->y) / 1000.0, 'f', 0),
                QString::number(largestRadiusM)});
    const Squares squares(locations, largestRadiusM);
    const int count = std::min(mostCentres, circles.m_locations);
    for (int i = 0; i < count; ++i) {
        if (context.cancelled())
            return cancelledFailure();
        const auto centre =
            static_cast<int>(static_cast<std::int64_t>(i) * circles.m_locations / count);
        const PointM middle = locations[static_cast<std::size_t>(centre)];
        squares.around(middle, [&](int location) {
            const PointM p = locations[static_cast<std::size_t>(location)];
            const double distance = std::hypot(p.x - middle.x, p.y - middle.y);
            if (distance <= largestRadiusM)
                circles.m_neighbours.push_back({location, static_cast<float>(distance)});
        });
        const auto first =
            circles.m_neighbours.begin() + static_cast<std::ptrdiff_t>(circles.m_first.back());
        std::sort(first, circles.m_neighbours.end(), [](const Neighbour &a, const Neighbour &b) {
            return a.distanceM < b.distanceM
                || (a.distanceM == b.distanceM && a.location < b.location);
        });
        circles.m_centres.push_back(centre);
        circles.m_first.push_back(circles.m_neighbours.size());
    }
    circles.notePlaces();
    return circles;
}

void ScanCircles::notePlaces()
{
    m_firstPlace.assign(static_cast<std::size_t>(m_locations) + 1, 0);
    for (const Neighbour &neighbour : m_neighbours)
        ++m_firstPlace[static_cast<std::size_t>(neighbour.location) + 1];
    std::partial_sum(m_firstPlace.begin(), m_firstPlace.end(), m_firstPlace.begin());
    m_places.resize(m_neighbours.size());
    std::vector<std::size_t> next(m_firstPlace.begin(), m_firstPlace.end() - 1);
    for (int c = 0; c < centreCount(); ++c) {
        for (const Neighbour *neighbour = begin(c); neighbour != end(c); ++neighbour)
            m_places[next[static_cast<std::size_t>(neighbour->location)]++] = {
                c, static_cast<int>(neighbour - begin(c))};
    }
}

} // namespace belvedere
