// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/place_values.h"

namespace belvedere {

/// Wind of a place, as the importer keeps it: a direction in degrees, or the two components of
/// where it comes from.
struct WindValues
{
    std::vector<float> directionDeg; ///< [T] where it comes from, clockwise from north; NaN = none
    std::vector<float> speed; ///< [T], NaN = missing
    QString speedUnit;
};

/// From the channels "wind" and "wind_direction" or "wind_from_east" and "wind_from_north".
/// @param site  not valid = the vector mean over all sites.
/// @return Errc::NotFound if the data set has no wind.
[[nodiscard]] Result<WindValues> windValues(
    const Dataset &dataset, const Series &series, SiteId site = {});

struct WindBins
{
    int sectors = 16; ///< the first is centred on north
    std::vector<double> speedEdges = {0.5, 1.0, 2.0, 3.0, 4.0, 6.0}; ///< ascending; the last open
    double calmBelow = 0.5; ///< slower winds have no direction; unit of the speed
};

struct WindCell
{
    int count = 0;
    double mean = 0.0; ///< of the quantity; NaN without values
    double percentile = 0.0; ///< the asked-for one
};

/// A quantity by where the wind came from and how strong it was: a pollution rose is its counts, a
/// polar plot its means.
struct WindRose
{
    WindBins bins;
    std::vector<WindCell> cells; ///< [sectors, speed bins]; bin b is from edge b to edge b + 1
    std::vector<WindCell> sectors; ///< [sectors], all speeds
    WindCell calm;
    double calmShare = 0.0; ///< of all with a known wind, 0 … 1
    int total = 0; ///< with wind and value
    int withoutWind = 0; ///< values whose wind is not known

    [[nodiscard]] int speedBins() const { return static_cast<int>(bins.speedEdges.size()); }
    [[nodiscard]] const WindCell &cell(int sector, int speedBin) const
    {
        return cells[static_cast<std::size_t>(sector * speedBins() + speedBin)];
    }
};

/// @param percentile  0 … 100
/// @return Errc::Shape if wind and values are of different lengths; Errc::Usage for fewer than 4
/// sectors or edges that do not ascend from the calm limit.
[[nodiscard]] Result<WindRose> windRose(const PlaceValues &values, const WindValues &wind,
    const WindBins &bins = {}, double percentile = 95.0);

/// The polar plot as a smooth field on a square raster of `cells` x `cells`, x to the east and y
/// to the north, from -maximum to +maximum speed. Local means with a Gaussian kernel in the two
/// wind components; NaN where fewer than `least` values lie within two bandwidths.
struct PolarField
{
    double maximumSpeed = 0.0;
    int cells = 0;
    std::vector<float> values; ///< [cells, cells], from south to north
};
[[nodiscard]] PolarField polarField(
    const PlaceValues &values, const WindValues &wind, int cells = 61, int least = 10);

} // namespace belvedere
