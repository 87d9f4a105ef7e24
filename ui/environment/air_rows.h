// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "environment/air_picture.h"

#include <QColor>

namespace belvedere::ui {

/// A station in the list.
struct StationRow
{
    int site = -1; ///< position in the data set
    QString title;
    QString index; ///< "126"
    double order = 0.0; ///< the index; NaN without one
    QColor color; ///< of the class; invalid without an index
    QString detail; ///< "Hazardous, PM2.5"; what is missing, or why there is no index
    QString hint;
};

struct StationColumns
{
    enum Column { Station, Index };
    static constexpr int count = 2;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const StationRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using StationModel = TableModel<StationRow, StationColumns>;

/// The highest index first, then what has none.
[[nodiscard]] std::vector<StationRow> stationRows(const AirPicture &air);

/// A pollutant of one station.
struct PollutantRow
{
    QString pollutant;
    QString measured; ///< "112 µg/m³", of the hour
    QString counts; ///< "counts as 104 µg/m³, NowCast"; else why there is no index
    QString index; ///< of the pollutant
    QColor color;
    QString hint;
};

struct PollutantColumns
{
    enum Column { Pollutant, Measured, Index };
    static constexpr int count = 3;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const PollutantRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using PollutantModel = TableModel<PollutantRow, PollutantColumns>;

/// In the order of the data set.
[[nodiscard]] std::vector<PollutantRow> pollutantRows(const AirPicture &air, int site);

/// "PM2.5 above 75 µg/m³ in 24 h: 34 %", a line each.
[[nodiscard]] QStringList exceedanceLines(const StationAir &station);

} // namespace belvedere::ui
