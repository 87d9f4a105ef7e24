// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/city_dispersion.h"

#include "environment/dispersion/grid_convolution.h"
#include "environment/dispersion/piece_sum.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace belvedere {

namespace {

constexpr double kLongestCutM = 50.0;
/// Farther off, a bend is kept: less than the initial width of a plume.
constexpr double kStraightM = 2.0;
constexpr int kMostCells = 1000; // in each direction
constexpr int kRim = 3; // cells that spreading needs around the grid
constexpr double kMicrogramPerSPerGPerH = 1e6 / 3600.0;

double lengthOf(const RoadPiece &piece)
{
    return std::hypot(piece.to.x - piece.from.x, piece.to.y - piece.from.y);
}

PointM middleOfCut(PointM from, PointM to, int cut, int cuts)
{
    const double along = (2.0 * cut + 1.0) / (2.0 * cuts);
    return {from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)};
}

/// Its two ends, to the decimetre, in either order: both directions of a street are one line.
using LineKey = std::array<std::int64_t, 4>;

LineKey lineKey(PointM from, PointM to)
{
    const auto decimetres = [](PointM p) {
        return std::array<std::int64_t, 2>{std::llround(10.0 * p.x), std::llround(10.0 * p.y)};
    };
    const auto a = decimetres(from);
    const auto b = decimetres(to);
    const auto &[first, second] = std::minmax(a, b);
    return {first[0], first[1], second[0], second[1]};
}

/// What stands for one piece, or for short ones that together are nearly straight.
struct Chord
{
    PointM from;
    PointM to;
    std::uint32_t road = 0;
    double lengthM = 0.0; // along the pieces
};

double offChord(PointM point, PointM from, PointM to)
{
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    if (length <= 0.0)
        return std::hypot(point.x - from.x, point.y - from.y);
    return std::abs((point.x - from.x) * dy - (point.y - from.y) * dx) / length;
}

/// The pieces of one road from begin to end, each beginning where the one before ends.
void addChords(const std::vector<PointM> &points, std::uint32_t road, std::vector<Chord> &chords)
{
    for (std::size_t start = 0; start + 1 < points.size();) {
        std::size_t end = start;
        double length = 0.0;
        while (end + 1 < points.size()) {
            const PointM next = points[end + 1];
            const double step = std::hypot(next.x - points[end].x, next.y - points[end].y);
            const bool straight = std::all_of(points.begin() + static_cast<std::ptrdiff_t>(start),
                points.begin() + static_cast<std::ptrdiff_t>(end + 1),
                [&](PointM p) { return offChord(p, points[start], next) <= kStraightM; });
            if (end > start && (length + step > kLongestCutM || !straight))
                break;
            length += step;
            ++end;
        }
        if (length > 0.0)
            chords.push_back({points[start], points[end], road, length});
        start = end;
    }
}

/// Short pieces cost as much as long ones: a map's time goes by their number.
std::vector<Chord> chordsOf(const std::vector<RoadPiece> &pieces)
{
    std::vector<Chord> chords;
    for (std::size_t i = 0; i < pieces.size();) {
        std::vector<PointM> points = {pieces[i].from};
        const std::uint32_t road = pieces[i].road;
        do {
            points.push_back(pieces[i].to);
            ++i;
        } while (i < pieces.size() && pieces[i].road == road && pieces[i].from == points.back());
        // The other direction of the street must come to the same chords.
        const PointM first = points.front(), last = points.back();
        if (last.x < first.x || (last.x == first.x && last.y < first.y))
            std::reverse(points.begin(), points.end());
        addChords(points, road, chords);
    }
    return chords;
}

double outsideShareOf(const Chord &chord, int cuts, const BoundingBox &box)
{
    int outside = 0;
    for (int c = 0; c < cuts; ++c)
        outside += box.contains(middleOfCut(chord.from, chord.to, c, cuts)) ? 0 : 1;
    return static_cast<double>(outside) / cuts;
}

/// Lagrange's weights for cells -1, 0, 1, 2: spread so, a source keeps its moments up to the third.
std::array<double, 4> spreadWeights(double f)
{
    return {-f * (f - 1.0) * (f - 2.0) / 6.0, (f + 1.0) * (f - 1.0) * (f - 2.0) / 2.0,
        -(f + 1.0) * f * (f - 2.0) / 2.0, (f + 1.0) * f * (f - 1.0) / 6.0};
}

Result<> checkGrid(const ReceptorGrid &grid)
{
    if (!(grid.cellM >= 20.0 && grid.cellM <= 1000.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A grid has cells of 20 to 1000 m, not of %1 m."),
            {QString::number(grid.cellM)});
    if (grid.columns < 1 || grid.rows < 1 || grid.columns > kMostCells || grid.rows > kMostCells)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A grid of %1 x %2 cells cannot be computed: take 1 to %3 in each direction, "
                "larger cells for a larger city."),
            {QString::number(grid.columns), QString::number(grid.rows),
                QString::number(kMostCells)});
    return {};
}

} // namespace

Result<CityDispersion> CityDispersion::make(
    const ReceptorGrid &grid, const std::vector<RoadPiece> &pieces)
{
    BV_TRY_VOID(checkGrid(grid));
    CityDispersion city;
    city.m_grid = grid;
    std::vector<double> roadLength;
    double whole = 0.0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const double length = lengthOf(pieces[i]);
        if (!std::isfinite(length) || !std::isfinite(pieces[i].from.x + pieces[i].from.y))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "Piece %1 of road %2 has no proper ends."),
                {QString::number(i), QString::number(pieces[i].road)});
        roadLength.resize(std::max<std::size_t>(roadLength.size(), pieces[i].road + 1U), 0.0);
        roadLength[pieces[i].road] += length;
        whole += length;
    }
    std::map<LineKey, std::uint32_t> lines;
    for (const Chord &chord : chordsOf(pieces)) {
        const int cuts = std::max(1, static_cast<int>(std::ceil(chord.lengthM / kLongestCutM)));
        const auto [line, added] = lines.try_emplace(
            lineKey(chord.from, chord.to), static_cast<std::uint32_t>(lines.size()));
        if (added)
            city.addCuts(chord.from, chord.to, cuts, line->second);
        city.m_parts.push_back(
            {line->second, chord.road, chord.lengthM / cuts / roadLength[chord.road]});
        city.m_outsideShare += chord.lengthM * outsideShareOf(chord, cuts, grid.box()) / whole;
    }
    city.m_lines = lines.size();
    city.m_roads = roadLength.size();
    // Neighbours in memory for neighbours in the city: the near field walks the grid by rows.
    std::stable_sort(city.m_cuts.begin(), city.m_cuts.end(), [&](const Cut &a, const Cut &b) {
        return std::floor(a.middle.y / grid.cellM) < std::floor(b.middle.y / grid.cellM);
    });
    return city;
}

void CityDispersion::addCuts(PointM from, PointM to, int cuts, std::uint32_t line)
{
    const BoundingBox box = m_grid.box();
    for (int c = 0; c < cuts; ++c) {
        const PointM middle = middleOfCut(from, to, c, cuts);
        if (box.contains(middle))
            m_cuts.push_back(
                {middle, {(to.x - from.x) / (2.0 * cuts), (to.y - from.y) / (2.0 * cuts)}, line});
    }
}

Result<std::vector<double>> CityDispersion::strengths(
    const std::vector<std::span<const double>> &gPerH) const
{
    for (const std::span<const double> &species : gPerH) {
        if (species.size() < m_roads)
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error", "There are emissions of %1 roads, but %2 roads."),
                {QString::number(species.size()), QString::number(m_roads)});
        for (std::size_t road = 0; road < species.size(); ++road) {
            if (!(std::isfinite(species[road]) && species[road] >= 0.0))
                return failure(Errc::Numeric,
                    QT_TRANSLATE_NOOP("Error", "Road %1 has an emission of %2 g/h."),
                    {QString::number(road), QString::number(species[road])});
        }
    }
    const std::size_t species = gPerH.size();
    std::vector<double> byLine(m_lines * species, 0.0);
    for (const Part &part : m_parts) {
        for (std::size_t s = 0; s < species; ++s)
            byLine[part.line * species + s] +=
                gPerH[s][part.road] * part.share * kMicrogramPerSPerGPerH;
    }
    std::vector<double> all(m_cuts.size() * species);
    for (std::size_t cut = 0; cut < m_cuts.size(); ++cut)
        std::copy_n(&byLine[m_cuts[cut].line * species], species, &all[cut * species]);
    return all;
}

void CityDispersion::addFarField(const UnitResponse &response, const NearReach &reach,
    const std::vector<double> &strengths, std::vector<std::vector<double>> &values) const
{
    if (reach.fromM >= response.cutOffM())
        return;
    const int columns = m_grid.columns + 2 * kRim;
    const int rows = m_grid.rows + 2 * kRim;
    const int most = static_cast<int>(std::ceil(response.cutOffM() / m_grid.cellM));
    const GridConvolution convolution(columns, rows, std::min(most, columns - 1),
        std::min(most, rows - 1), [&](int column, int row) {
            const double east = column * m_grid.cellM;
            const double north = row * m_grid.cellM;
            const double far = 1.0 - nearWeight(reach, std::hypot(east, north));
            return far > 0.0 ? far * response.at(east, north) : 0.0;
        });
    const std::size_t species = values.size();
    std::vector<std::vector<double>> sources(
        species, std::vector<double>(static_cast<std::size_t>(columns * rows), 0.0));
    const auto spread = [&](double x, double y, const double *strength) {
        const double u = (x - m_grid.southWest.x) / m_grid.cellM - 0.5;
        const double v = (y - m_grid.southWest.y) / m_grid.cellM - 0.5;
        const auto wu = spreadWeights(u - std::floor(u));
        const auto wv = spreadWeights(v - std::floor(v));
        const int column = static_cast<int>(std::floor(u)) - 1 + kRim;
        const int row = static_cast<int>(std::floor(v)) - 1 + kRim;
        for (std::size_t j = 0; j < wv.size(); ++j) {
            for (std::size_t i = 0; i < wu.size(); ++i) {
                const std::size_t cell = static_cast<std::size_t>(row * columns + column)
                    + j * static_cast<std::size_t>(columns) + i;
                for (std::size_t s = 0; s < species; ++s)
                    sources[s][cell] += 0.5 * wu[i] * wv[j] * strength[s];
            }
        }
    };
    for (std::size_t cut = 0; cut < m_cuts.size(); ++cut) {
        const auto &[middle, half, line] = m_cuts[cut];
        for (const double side : {-kGaussPoint, kGaussPoint})
            spread(middle.x + side * half.x, middle.y + side * half.y, &strengths[cut * species]);
    }
    convolution.apply(sources);
    for (std::size_t s = 0; s < species; ++s) {
        for (int row = 0; row < m_grid.rows; ++row) {
            for (int column = 0; column < m_grid.columns; ++column)
                values[s][static_cast<std::size_t>(row * m_grid.columns + column)] +=
                    sources[s][static_cast<std::size_t>((row + kRim) * columns + column + kRim)];
        }
    }
}

Result<DispersionMap> CityDispersion::map(
    const UnitResponse &response, const std::vector<std::span<const double>> &gPerH) const
{
    BV_TRY(const std::vector<double> all, strengths(gPerH));
    const NearReach reach = response.nearReach(m_grid.cellM);
    std::vector<std::vector<double>> values(gPerH.size(), std::vector<double>(m_grid.size(), 0.0));
    PieceSum(*this, all, gPerH.size()).addToGrid(response, reach, values);
    addFarField(response, reach, all, values);

    DispersionMap map;
    const double diagonal = m_grid.cellM * std::hypot(m_grid.columns, m_grid.rows);
    const double bound =
        diagonal > response.cutOffM() ? response.highestAt(response.cutOffM()) : 0.0;
    for (std::size_t s = 0; s < gPerH.size(); ++s) {
        double sum = 0.0;
        for (std::size_t cut = 0; cut < m_cuts.size(); ++cut)
            sum += all[cut * gPerH.size() + s];
        map.cutOffBound.push_back(sum * bound);
        // Third moments are kept by weights of both signs: the rim of a plume can fall below 0.
        std::vector<float> cells(values[s].size());
        std::transform(values[s].begin(), values[s].end(), cells.begin(),
            [](double value) { return static_cast<float>(std::max(0.0, value)); });
        map.values.push_back(std::move(cells));
    }
    return map;
}

Result<std::vector<std::vector<double>>> CityDispersion::at(const UnitResponse &response,
    const std::vector<std::span<const double>> &gPerH, const std::vector<PointM> &points) const
{
    BV_TRY(const std::vector<double> all, strengths(gPerH));
    const NearReach reach = response.nearReach(m_grid.cellM);
    const PieceSum sum(*this, all, gPerH.size());
    std::vector<std::vector<double>> values(gPerH.size(), std::vector<double>(points.size(), 0.0));
    std::vector<double> here;
    for (std::size_t p = 0; p < points.size(); ++p) {
        sum.atPoint(response, reach, points[p], here);
        for (std::size_t s = 0; s < here.size(); ++s)
            values[s][p] = here[s];
    }
    return values;
}

} // namespace belvedere
