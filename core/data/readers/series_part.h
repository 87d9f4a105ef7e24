// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/readers/file_reading.h"
#include "data/readers/time_grid.h"

namespace belvedere {

/// The series of one file.
struct SeriesPart
{
    QString file;
    std::vector<QString> codes; ///< of the sites
    Series series;
    qint64 firstLine = 0; ///< of the data, to point at
};

/// What a file says about its channel, from its name or a column's name.
struct ChannelGuess
{
    Channel channel; ///< key "value" if nothing is recognised
    bool known = false;
    bool perStep = false; ///< counted in each step, so that the unit is known once the step is
};

/// "avg_speed_kmh_5min" → speed in km/h; "vehicle_count_5min" → count in each step.
[[nodiscard]] ChannelGuess guessChannel(const QString &name);
/// The guess for `name`, overruled by what the options say.
[[nodiscard]] ChannelGuess channelFor(const QString &name, const ImportOptions &options);
/// Completes the unit of a count, "veh/5 min", and units that the values tell (kelvin); applies
/// Zeros; flags values that cannot be as Quality::Suspect.
void finishPart(SeriesPart &part, const std::vector<ChannelGuess> &guesses, FileReading &reading);
/// "speed_mph_5min" → 5 minutes; 0 if the name does not say.
[[nodiscard]] UtcMs stepInName(const QString &name);
/// Whether the name says no more than what is measured: "speed_mph_5min", "sensors".
[[nodiscard]] bool isGenericName(const QString &name);
[[nodiscard]] QString domainOf(const QString &channelKey);

/// A time column, then one column a site. A column without any number is left out and reported.
[[nodiscard]] Result<SeriesPart> readWideSeries(CsvTable &table, FileReading &reading);
/// Rows of time, site, value; several value columns become channels named after them. Without a
/// site column the file is one site, named like it. Wind directions, in degrees or as points of
/// the compass, become the two components of a unit vector that points to where the wind comes
/// from; a count beside a capacity becomes occupied places and their share. Where the times lie
/// on no grid, the last reading of each step counts.
[[nodiscard]] Result<SeriesPart> readLongSeries(CsvTable &table, FileReading &reading);

} // namespace belvedere
