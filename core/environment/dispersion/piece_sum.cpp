// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/piece_sum.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kFineStepM = 5.0;
/// Beside the road itself a plume begins within metres.
constexpr double kFinestStepM = 1.0;
constexpr double kFinestReachM = 50.0; // from the middle of a piece
/// Response at an offset from the middle of a piece, averaged over the piece.
template <class Kind>
double overPiece(const Kind &kind, double east, double north, PointM half, double fineM)
{
    const double r2 = east * east + north * north;
    if (r2 >= fineM * fineM)
        return 0.5
            * (kind.at(east - kGaussPoint * half.x, north - kGaussPoint * half.y)
                + kind.at(east + kGaussPoint * half.x, north + kGaussPoint * half.y));
    const double length = 2.0 * std::hypot(half.x, half.y);
    const double step = r2 < kFinestReachM * kFinestReachM ? kFinestStepM : kFineStepM;
    const int steps = std::max(1, static_cast<int>(std::ceil(length / step)));
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double along = (2.0 * i + 1.0) / steps - 1.0;
        sum += kind.at(east - along * half.x, north - along * half.y);
    }
    return sum / steps;
}

} // namespace

double nearWeight(const NearReach &reach, double distanceM)
{
    if (distanceM <= reach.fromM)
        return 1.0;
    if (distanceM >= reach.toM)
        return 0.0;
    const double t = (distanceM - reach.fromM) / (reach.toM - reach.fromM);
    return 1.0 - t * t * t * (10.0 - t * (15.0 - 6.0 * t));
}

template <class Kind>
void PieceSum::addCut(const Kind &kind, const NearReach &reach, std::size_t cut,
    std::vector<std::vector<double>> &values) const
{
    const ReceptorGrid &grid = m_city.m_grid;
    const auto &[middle, half, line] = m_city.m_cuts[cut];
    const double *strength = &m_strengths[cut * m_species];
    const double column0 = (middle.x - grid.southWest.x) / grid.cellM - 0.5;
    const double row0 = (middle.y - grid.southWest.y) / grid.cellM - 0.5;
    const double reachCells = reach.toM / grid.cellM;
    const int firstRow = std::max(0, static_cast<int>(std::ceil(row0 - reachCells)));
    const int lastRow = std::min(grid.rows - 1, static_cast<int>(std::floor(row0 + reachCells)));
    const double from2 = reach.fromM * reach.fromM;
    const double to2 = reach.toM * reach.toM;
    for (int row = firstRow; row <= lastRow; ++row) {
        const double north = (row - row0) * grid.cellM;
        const auto [west, east] = kind.rowRange(north, reach.toM);
        const int first = std::max(0, static_cast<int>(std::ceil(column0 + west / grid.cellM)));
        const int last =
            std::min(grid.columns - 1, static_cast<int>(std::floor(column0 + east / grid.cellM)));
        for (int column = first; column <= last; ++column) {
            const double dx = (column - column0) * grid.cellM;
            const double r2 = dx * dx + north * north;
            if (r2 >= to2)
                continue;
            double value = overPiece(kind, dx, north, half, reach.fineM);
            if (r2 > from2)
                value *= nearWeight(reach, std::sqrt(r2));
            const std::size_t cell =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns)
                + static_cast<std::size_t>(column);
            for (std::size_t s = 0; s < m_species; ++s)
                values[s][cell] += strength[s] * value;
        }
    }
}

void PieceSum::addToGrid(const UnitResponse &response, const NearReach &reach,
    std::vector<std::vector<double>> &values) const
{
    std::visit(
        [&](const auto &kind) {
            for (std::size_t cut = 0; cut < m_city.m_cuts.size(); ++cut) {
                const double *strength = &m_strengths[cut * m_species];
                if (std::any_of(strength, strength + m_species, [](double q) { return q > 0.0; }))
                    addCut(kind, reach, cut, values);
            }
        },
        response.kind());
}

void PieceSum::atPoint(const UnitResponse &response, const NearReach &reach, PointM point,
    std::vector<double> &values) const
{
    values.assign(m_species, 0.0);
    std::visit(
        [&](const auto &kind) {
            for (std::size_t cut = 0; cut < m_city.m_cuts.size(); ++cut) {
                const auto &[middle, half, line] = m_city.m_cuts[cut];
                const double east = point.x - middle.x;
                const double north = point.y - middle.y;
                const double value = overPiece(kind, east, north, half, reach.fineM);
                for (std::size_t s = 0; s < m_species; ++s)
                    values[s] += m_strengths[cut * m_species + s] * value;
            }
        },
        response.kind());
}

} // namespace belvedere
