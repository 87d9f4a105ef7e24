// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/kernel_density.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kReach = 4.0; // bandwidths, beyond which 6e-5 of a kernel lie

/// Shares of a Gaussian in a cell and the ones to one side of it; both sides add up to 1.
/// [0] is the cell of the incident.
std::vector<double> halfKernel(double bandwidthCells, int most)
{
    const int radius =
        static_cast<int>(std::min(std::ceil(kReach * bandwidthCells), static_cast<double>(most)));
    std::vector<double> shares;
    const auto below = [&](double cells) {
        return 0.5 * std::erfc(-cells / (bandwidthCells * std::numbers::sqrt2));
    };
    for (int i = 0; i <= radius; ++i)
        shares.push_back(below(i + 0.5) - below(i - 0.5));
    // What lies beyond the edge of a small box is lost there; only the cut is made up for.
    const double kept = std::erf(
        (std::ceil(kReach * bandwidthCells) + 0.5) / (bandwidthCells * std::numbers::sqrt2));
    for (double &share : shares)
        share /= kept;
    return shares;
}

/// A rectangle of numbers, row by row.
struct Sheet
{
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<double> values;
};

/// Spreads each row over itself.
void spreadRows(Sheet &sheet, const std::vector<double> &kernel)
{
    const auto radius = static_cast<std::ptrdiff_t>(kernel.size()) - 1;
    const auto columns = static_cast<std::ptrdiff_t>(sheet.columns);
    std::vector<double> spread(sheet.columns);
    for (std::size_t row = 0; row < sheet.rows; ++row) {
        double *values = sheet.values.data() + row * sheet.columns;
        std::fill(spread.begin(), spread.end(), 0.0);
        for (std::ptrdiff_t from = 0; from < columns; ++from) {
            const double value = values[from];
            if (value == 0.0)
                continue;
            const std::ptrdiff_t last = std::min(columns - 1, from + radius);
            for (std::ptrdiff_t to = std::max<std::ptrdiff_t>(0, from - radius); to <= last; ++to)
                spread[static_cast<std::size_t>(to)] +=
                    value * kernel[static_cast<std::size_t>(std::abs(to - from))];
        }
        std::copy(spread.begin(), spread.end(), values);
    }
}

/// Spreads each column over itself; whole rows at a time, as they lie in memory.
void spreadColumns(Sheet &sheet, const std::vector<double> &kernel)
{
    const auto radius = static_cast<std::ptrdiff_t>(kernel.size()) - 1;
    const auto rows = static_cast<std::ptrdiff_t>(sheet.rows);
    std::vector<double> spread(sheet.values.size(), 0.0);
    for (std::ptrdiff_t to = 0; to < rows; ++to) {
        double *target = spread.data() + static_cast<std::size_t>(to) * sheet.columns;
        const std::ptrdiff_t last = std::min(rows - 1, to + radius);
        for (std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, to - radius); from <= last; ++from) {
            const double weight = kernel[static_cast<std::size_t>(std::abs(to - from))];
            const double *source =
                sheet.values.data() + static_cast<std::size_t>(from) * sheet.columns;
            for (std::size_t i = 0; i < sheet.columns; ++i)
                target[i] += weight * source[i];
        }
    }
    sheet.values.swap(spread);
}

/// What arrives in each cell of the area when all cells send out their weight.
std::vector<double> spread(
    const StudyArea &area, const std::vector<double> &weights, double bandwidthCells)
{
    Sheet sheet{
        static_cast<std::size_t>(area.columns()), static_cast<std::size_t>(area.rows()), {}};
    sheet.values.assign(sheet.columns * sheet.rows, 0.0);
    for (int i = 0; i < area.size(); ++i)
        sheet.values[area.boxIndex(i)] = weights[static_cast<std::size_t>(i)];
    spreadRows(sheet, halfKernel(bandwidthCells, area.columns()));
    spreadColumns(sheet, halfKernel(bandwidthCells, area.rows()));
    std::vector<double> arrived(weights.size());
    for (int i = 0; i < area.size(); ++i)
        arrived[static_cast<std::size_t>(i)] = sheet.values[area.boxIndex(i)];
    return arrived;
}

/// The count of each cell, an incident weighing 2^(-age / half-life).
std::vector<double> fadedMap(
    const CellIncidents &incidents, double halfLifeDays, TimeRange range, int type)
{
    const UtcMs now = std::min(range.to, incidents.span().to);
    std::vector<double> weights(static_cast<std::size_t>(incidents.area.size()), 0.0);
    for (const PlacedIncident &incident : incidents.placed) {
        if (incident.cell == kOutsideArea || !range.contains(incident.at)
            || (type != kAllTypes && incident.type != type))
            continue;
        const double days = static_cast<double>(now - incident.at) / kMsPerDay;
        weights[static_cast<std::size_t>(incident.cell)] += std::exp2(-days / halfLifeDays);
    }
    return weights;
}

} // namespace

Result<std::vector<double>> smoothed(
    const StudyArea &area, const std::vector<double> &weights, double bandwidthM, KernelEdge edge)
{
    if (!(bandwidthM > 0.0 && std::isfinite(bandwidthM)))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "A bandwidth of %1 m does not smooth. Choose one above zero."),
            {QString::number(bandwidthM)});
    if (weights.size() != static_cast<std::size_t>(area.size()))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "%1 values do not fit an area of %2 cells."),
            {QString::number(weights.size()), QString::number(area.size())});
    const double bandwidthCells = bandwidthM / area.grid().cellM();
    if (edge == KernelEdge::Lost)
        return spread(area, weights, bandwidthCells);
    const std::vector<double> inside =
        spread(area, std::vector<double>(weights.size(), 1.0), bandwidthCells);
    std::vector<double> raised(weights);
    for (std::size_t i = 0; i < raised.size(); ++i)
        raised[i] /= inside[i]; // at least the cell's own share of its kernel
    return spread(area, raised, bandwidthCells);
}

Result<std::vector<double>> kernelDensity(
    const CellIncidents &incidents, const KernelSpec &spec, TimeRange range, int type)
{
    if (!(spec.halfLifeDays >= 0.0 && std::isfinite(spec.halfLifeDays)))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A half-life of %1 days makes no sense. Choose one above zero, or zero for none."),
            {QString::number(spec.halfLifeDays)});
    const std::vector<double> weights = spec.halfLifeDays > 0.0
        ? fadedMap(incidents, spec.halfLifeDays, range, type)
        : countMap(incidents, range, type);
    return smoothed(incidents.area, weights, spec.bandwidthM, spec.edge);
}

double usualBandwidthM(const CellIncidents &incidents, TimeRange range, int type)
{
    const double cellM = incidents.area.grid().cellM();
    const std::vector<double> counts = countMap(incidents, range, type);
    const double n = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (n < 1.0)
        return cellM / 2.0;
    double sumX = 0.0;
    double sumY = 0.0;
    double squares = 0.0;
    for (int i = 0; i < incidents.area.size(); ++i) {
        const GridCell cell = incidents.area.cell(i);
        const double weight = counts[static_cast<std::size_t>(i)] / n;
        sumX += weight * cell.east;
        sumY += weight * cell.north;
        squares += weight * (double(cell.east) * cell.east + double(cell.north) * cell.north);
    }
    const double variance = std::max(0.0, (squares - sumX * sumX - sumY * sumY) / 2.0);
    return std::max(cellM / 2.0, std::pow(n, -1.0 / 6.0) * std::sqrt(variance) * cellM);
}

} // namespace belvedere
