// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/wind_rose.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kFullCircle = 360.0;
constexpr double kRadians = std::numbers::pi / 180.0;

/// Two components of where the wind comes from; NaN where the direction is not known.
struct Components
{
    double east = 0.0;
    double north = 0.0;
};

/// How a data set keeps its wind.
struct WindChannels
{
    int speed = -1;
    int direction = -1;
    int east = -1;
    int north = -1;
};

Components directionAt(const Series &series, const WindChannels &channels, int step, SiteId site)
{
    if (channels.direction >= 0) {
        const double angle =
            static_cast<double>(series.value(step, site, channels.direction)) * kRadians;
        return {std::sin(angle), std::cos(angle)};
    }
    return {static_cast<double>(series.value(step, site, channels.east)),
        static_cast<double>(series.value(step, site, channels.north))};
}

double degreesOf(Components wind)
{
    const double length = std::hypot(wind.east, wind.north);
    if (std::isnan(length) || length < 1e-6)
        return kNan;
    const double degrees = std::atan2(wind.east, wind.north) / kRadians;
    return degrees < 0.0 ? degrees + kFullCircle : degrees;
}

/// Where and how strong the wind is over all sites: the mean of the wind vectors, and of the
/// speeds.
void meanWind(
    const Series &series, const WindChannels &channels, int step, float &direction, float &speed)
{
    Components sum;
    double speeds = 0.0;
    int count = 0;
    for (int i = 0; i < series.siteCount; ++i) {
        const SiteId site(i);
        const auto strength = static_cast<double>(series.value(step, site, channels.speed));
        if (std::isnan(strength))
            continue;
        speeds += strength;
        ++count;
        const Components unit = directionAt(series, channels, step, site);
        if (std::isnan(unit.east) || std::isnan(unit.north))
            continue;
        sum.east += strength * unit.east;
        sum.north += strength * unit.north;
    }
    direction = static_cast<float>(degreesOf(sum));
    speed = count > 0 ? static_cast<float>(speeds / count) : kMissing;
}

double percentileOf(std::vector<float> &values, double percent)
{
    if (values.empty())
        return kNan;
    std::sort(values.begin(), values.end());
    const double position = percent / 100.0 * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    const double share = position - static_cast<double>(below);
    return (1.0 - share) * static_cast<double>(values[below])
        + share * static_cast<double>(values[above]);
}

WindCell cellOf(std::vector<float> values, double percent, bool level)
{
    WindCell cell{static_cast<int>(values.size()), kNan, kNan};
    if (values.empty())
        return cell;
    double sum = 0.0;
    for (const float value : values)
        sum +=
            level ? std::pow(10.0, static_cast<double>(value) / 10.0) : static_cast<double>(value);
    const double mean = sum / static_cast<double>(values.size());
    cell.mean = level ? 10.0 * std::log10(mean) : mean;
    cell.percentile = percentileOf(values, percent);
    return cell;
}

Result<> checkBins(const WindBins &bins)
{
    const bool ascending =
        std::adjacent_find(bins.speedEdges.begin(), bins.speedEdges.end(), std::greater_equal<>())
        == bins.speedEdges.end();
    if (bins.sectors < 4 || bins.speedEdges.empty() || !ascending
        || bins.speedEdges.front() > bins.calmBelow || bins.calmBelow < 0.0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A wind rose needs 4 sectors or more, and speeds that ascend from the calm "
                "limit."));
    return {};
}

/// Sums and counts of values on a square raster.
struct Raster
{
    const std::vector<double> &sums;
    const std::vector<double> &counts;
    int cells;
};

/// Mean about a cell with a Gaussian kernel; NaN with fewer than `least` values in its reach.
double smoothed(const Raster &raster, int column, int row, int least)
{
    const double bandwidth = raster.cells / 24.0; // in cells: a twelfth of the radius
    const int reach = static_cast<int>(std::ceil(2.0 * bandwidth));
    double sum = 0.0;
    double weights = 0.0;
    double present = 0.0;
    const int last = raster.cells - 1;
    for (int y = std::max(0, row - reach); y <= std::min(last, row + reach); ++y) {
        for (int x = std::max(0, column - reach); x <= std::min(last, column + reach); ++x) {
            const auto at = static_cast<std::size_t>(y * raster.cells + x);
            const double distance = std::hypot(y - row, x - column) / bandwidth;
            if (raster.counts[at] == 0.0 || distance > 2.0)
                continue;
            const double weight = std::exp(-0.5 * distance * distance);
            sum += weight * raster.sums[at];
            weights += weight * raster.counts[at];
            present += raster.counts[at];
        }
    }
    return present >= least && weights > 0.0 ? sum / weights : kNan;
}

} // namespace

Result<WindValues> windValues(const Dataset &dataset, const Series &series, SiteId site)
{
    const auto find = [&series](
                          const char *key) { return series.channelIndex(QLatin1String(key)); };
    const WindChannels channels{
        find("wind"), find("wind_direction"), find("wind_from_east"), find("wind_from_north")};
    if (channels.speed < 0 || (channels.direction < 0 && (channels.east < 0 || channels.north < 0)))
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "%1 has no wind: a rose needs its speed and the direction that it comes from."),
            {dataset.name});
    WindValues wind;
    wind.speedUnit = series.channels[static_cast<std::size_t>(channels.speed)].unit;
    const auto steps = static_cast<std::size_t>(series.axis.count);
    wind.directionDeg.assign(steps, kMissing);
    wind.speed.assign(steps, kMissing);
    for (std::size_t i = 0; i < steps; ++i) {
        const int step = static_cast<int>(i);
        if (!site.valid()) {
            meanWind(series, channels, step, wind.directionDeg[i], wind.speed[i]);
            continue;
        }
        wind.speed[i] = series.value(step, site, channels.speed);
        wind.directionDeg[i] =
            static_cast<float>(degreesOf(directionAt(series, channels, step, site)));
    }
    return wind;
}

Result<WindRose> windRose(
    const PlaceValues &values, const WindValues &wind, const WindBins &bins, double percentile)
{
    BV_TRY_VOID(checkBins(bins));
    const std::size_t steps = values.values.size();
    if (wind.speed.size() != steps || wind.directionDeg.size() != steps)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The wind has %1 steps and the values have %2."),
            {QString::number(wind.speed.size()), QString::number(steps)});
    WindRose rose;
    rose.bins = bins;
    const auto sectors = static_cast<std::size_t>(bins.sectors);
    const std::size_t speeds = bins.speedEdges.size();
    std::vector<std::vector<float>> cells(sectors * speeds);
    std::vector<float> calm;
    for (std::size_t i = 0; i < steps; ++i) {
        if (std::isnan(values.values[i]))
            continue;
        const auto speed = static_cast<double>(wind.speed[i]);
        const auto direction = static_cast<double>(wind.directionDeg[i]);
        if (speed < bins.calmBelow) {
            calm.push_back(values.values[i]);
            continue;
        }
        if (std::isnan(speed) || std::isnan(direction)) {
            ++rose.withoutWind;
            continue;
        }
        const double turns = direction / kFullCircle * bins.sectors + 0.5;
        const auto sector = static_cast<std::size_t>(turns) % sectors;
        const auto above = std::upper_bound(bins.speedEdges.begin(), bins.speedEdges.end(), speed);
        const auto bin = static_cast<std::size_t>(above - bins.speedEdges.begin() - 1);
        cells[sector * speeds + bin].push_back(values.values[i]);
        ++rose.total;
    }
    const bool level = isLevel(values.channel);
    for (std::size_t sector = 0; sector < sectors; ++sector) {
        std::vector<float> all;
        for (std::size_t bin = 0; bin < speeds; ++bin) {
            const std::vector<float> &cell = cells[sector * speeds + bin];
            all.insert(all.end(), cell.begin(), cell.end());
            rose.cells.push_back(cellOf(cell, percentile, level));
        }
        rose.sectors.push_back(cellOf(std::move(all), percentile, level));
    }
    rose.total += static_cast<int>(calm.size());
    rose.calmShare = rose.total > 0 ? static_cast<double>(calm.size()) / rose.total : 0.0;
    rose.calm = cellOf(std::move(calm), percentile, level);
    return rose;
}

PolarField polarField(const PlaceValues &values, const WindValues &wind, int cells, int least)
{
    struct Point
    {
        double east;
        double north;
        double value;
    };
    std::vector<Point> points;
    std::vector<float> speeds;
    const std::size_t steps =
        std::min({values.values.size(), wind.speed.size(), wind.directionDeg.size()});
    const bool level = isLevel(values.channel);
    for (std::size_t i = 0; i < steps; ++i) {
        const auto value = static_cast<double>(values.values[i]);
        const auto speed = static_cast<double>(wind.speed[i]);
        const double angle = static_cast<double>(wind.directionDeg[i]) * kRadians;
        if (std::isnan(value) || std::isnan(speed) || std::isnan(angle))
            continue;
        points.push_back({speed * std::sin(angle), speed * std::cos(angle),
            level ? std::pow(10.0, value / 10.0) : value});
        speeds.push_back(wind.speed[i]);
    }
    PolarField field;
    field.cells = cells;
    field.values.assign(static_cast<std::size_t>(cells * cells), kMissing);
    // The last hundredth is a handful of storms, which would leave most of the plot empty.
    field.maximumSpeed = points.empty() ? 0.0 : percentileOf(speeds, 99.0);
    if (field.maximumSpeed <= 0.0)
        return field;

    // Onto the raster first: the kernel then runs over cells, not over years of hours.
    const double width = 2.0 * field.maximumSpeed / cells;
    std::vector<double> sums(field.values.size(), 0.0);
    std::vector<double> counts(field.values.size(), 0.0);
    const auto cellAt = [&](double component) {
        return static_cast<int>(std::floor((component + field.maximumSpeed) / width));
    };
    for (const Point &point : points) {
        const int column = cellAt(point.east);
        const int row = cellAt(point.north);
        if (column < 0 || column >= cells || row < 0 || row >= cells)
            continue;
        const auto at = static_cast<std::size_t>(row * cells + column);
        sums[at] += point.value;
        counts[at] += 1.0;
    }
    for (int row = 0; row < cells; ++row) {
        for (int column = 0; column < cells; ++column) {
            const double centre = 0.5 * (cells - 1);
            if (std::hypot(row - centre, column - centre) > 0.5 * cells)
                continue;
            const double mean = smoothed({sums, counts, cells}, column, row, least);
            field.values[static_cast<std::size_t>(row * cells + column)] =
                static_cast<float>(level ? 10.0 * std::log10(mean) : mean);
        }
    }
    return field;
}

} // namespace belvedere
