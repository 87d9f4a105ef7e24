// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/getis_ord.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kFarthest = 100.0; // cells

std::vector<GridCell> offsetsWithin(double distanceCells)
{
    std::vector<GridCell> offsets;
    const int reach = static_cast<int>(std::floor(distanceCells));
    for (int north = -reach; north <= reach; ++north) {
        for (int east = -reach; east <= reach; ++east) {
            if (std::hypot(north, east) <= distanceCells)
                offsets.push_back({north, east});
        }
    }
    return offsets;
}

Result<> checkInput(
    const StudyArea &area, const std::vector<double> &values, const GiStarSpec &spec)
{
    if (area.size() < 2 || values.size() != static_cast<std::size_t>(area.size()))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Gi* compares cells with one another: %1 values for %2 cells do not serve."),
            {QString::number(values.size()), QString::number(area.size())});
    if (!(spec.distanceCells >= 1.0 && spec.distanceCells <= kFarthest))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A distance of %1 cells is not between 1 and 100."),
            {QString::number(spec.distanceCells)});
    if (!(spec.falseDiscoveryRate > 0.0 && spec.falseDiscoveryRate < 1.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A false discovery rate of %1 is not between 0 and 1."),
            {QString::number(spec.falseDiscoveryRate)});
    const auto bad = std::find_if_not(
        values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    if (bad != values.end())
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "The value of cell %1 is no number."),
            {QString::number(bad - values.begin())});
    return {};
}

} // namespace

Result<std::vector<GiStar>> getisOrd(
    const StudyArea &area, const std::vector<double> &values, const GiStarSpec &spec)
{
    BV_TRY_VOID(checkInput(area, values, spec));
    const double n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / n);
    const std::vector<GridCell> offsets = offsetsWithin(spec.distanceCells);

    std::vector<GiStar> result(values.size());
    std::vector<double> p(values.size(), 1.0);
    for (int i = 0; i < area.size(); ++i) {
        const GridCell cell = area.cell(i);
        double sum = 0.0;
        double weights = 0.0; // also the sum of their squares, being 0 or 1
        for (const GridCell offset : offsets) {
            const int j = area.indexOf({cell.north + offset.north, cell.east + offset.east});
            if (j < 0)
                continue;
            sum += values[static_cast<std::size_t>(j)] - mean;
            weights += 1.0;
        }
        const double scale = deviation * std::sqrt((n * weights - weights * weights) / (n - 1.0));
        GiStar &star = result[static_cast<std::size_t>(i)];
        star.z = scale > 0.0 ? sum / scale : 0.0;
        star.p = std::erfc(std::abs(star.z) / std::numbers::sqrt2);
        p[static_cast<std::size_t>(i)] = star.p;
    }
    const std::vector<bool> flags = falseDiscoveryFlags(p, spec.falseDiscoveryRate);
    for (std::size_t i = 0; i < result.size(); ++i) {
        if (flags[i])
            result[i].flag = result[i].z > 0.0 ? HotSpot::Hot : HotSpot::Cold;
    }
    return result;
}

std::vector<bool> falseDiscoveryFlags(const std::vector<double> &p, double rate)
{
    std::vector<double> sorted;
    std::copy_if(p.begin(), p.end(), std::back_inserter(sorted),
        [](double value) { return !std::isnan(value); });
    std::sort(sorted.begin(), sorted.end());
    double limit = -1.0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted[i] <= rate * static_cast<double>(i + 1) / static_cast<double>(sorted.size()))
            limit = sorted[i];
    }
    std::vector<bool> flags(p.size());
    std::transform(
        p.begin(), p.end(), flags.begin(), [limit](double value) { return value <= limit; });
    return flags;
}

} // namespace belvedere
