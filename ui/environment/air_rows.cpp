// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_rows.h"

#include "common/chip_delegate.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "environment/environment_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::AirRows)
};

/// How the value that counts came about: "8 h", "NowCast".
QString howText(const AirPicture &air, const SubIndex &part)
{
    const auto &ingredients = air.what == AirTime::Day ? air.standard->day : air.standard->moment;
    for (const IndexIngredient &each : ingredients) {
        if (each.pollutant != part.pollutant || each.tableMinutes != part.averageMinutes)
            continue;
        switch (each.statistic) {
        case IndexIngredient::Statistic::NowCast:
            return Text::tr("NowCast");
        case IndexIngredient::Statistic::DailyMaximum:
            //: the highest mean over %1 of a day
            return Text::tr("highest %1").arg(averageTitle(each.windowMinutes));
        case IndexIngredient::Statistic::Mean:
            return averageTitle(each.windowMinutes);
        }
    }
    return averageTitle(part.averageMinutes);
}

} // namespace

QString StationColumns::header(int column)
{
    return column == Station ? Text::tr("Station") : Text::tr("Index");
}

QVariant StationColumns::data(const StationRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Station ? row.title : row.index;
    case Qt::ToolTipRole:
        return row.hint;
    case kDetailRole:
        return column == Station ? QVariant(row.detail) : QVariant();
    case kChipRole:
        return column == Index && row.color.isValid() ? QVariant(row.color) : QVariant();
    case kSortRole:
        return column == Index ? QVariant(row.order) : QVariant(row.title);
    default:
        return {};
    }
}

Qt::Alignment StationColumns::alignment(int column)
{
    return column == Index ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter;
}

std::vector<StationRow> stationRows(const AirPicture &air)
{
    std::vector<StationRow> rows;
    for (int site = 0; site < int(air.stations.size()); ++site) {
        const AirQualityIndex &index = air.stations[std::size_t(site)].index;
        StationRow row;
        row.site = site;
        row.title = air.set->dataset.sites[std::size_t(site)].title();
        row.index = indexText(index);
        row.order = index.index ? double(*index.index) : std::nan("");
        row.detail = noIndexText(air.what);
        if (const IndexCategory *category = categoryOf(*air.standard, index)) {
            row.color = categoryColor(*category);
            row.detail = categoryTitle(*category);
            if (!index.primary.isEmpty())
                //: %1 a class, %2 the pollutants that decide the index
                row.detail = Text::tr("%1, %2").arg(row.detail, pollutantList(index.primary));
            // The sign of the map: a diamond where pollutants are missing.
            if (!index.missing.isEmpty())
                row.detail = QStringLiteral("\u25C7 ") + row.detail;
        }
        //: tooltip: %1 station, %2 index, %3 class, %4 standard
        row.hint =
            Text::tr("%1: %2, %3 (%4)").arg(row.title, row.index, row.detail, air.standard->title);
        if (index.index && !index.missing.isEmpty())
            row.hint += QLatin1Char('\n') + completenessText(index);
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const StationRow &a, const StationRow &b) {
        return std::isnan(b.order) ? !std::isnan(a.order) : a.order > b.order;
    });
    return rows;
}

QString PollutantColumns::header(int column)
{
    switch (column) {
    case Pollutant:
        return Text::tr("Pollutant");
    case Measured:
        return Text::tr("Measured");
    default:
        return Text::tr("Index");
    }
}

QVariant PollutantColumns::data(const PollutantRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return column == Pollutant ? row.pollutant : column == Measured ? row.measured : row.index;
    case Qt::ToolTipRole:
        return row.hint;
    case kDetailRole:
        return column == Pollutant ? QVariant(row.counts) : QVariant();
    case kChipRole:
        return column == Index && row.color.isValid() ? QVariant(row.color) : QVariant();
    default:
        return {};
    }
}

Qt::Alignment PollutantColumns::alignment(int column)
{
    return column == Measured ? Qt::AlignRight | Qt::AlignVCenter
        : column == Index     ? Qt::AlignCenter
                              : Qt::AlignLeft | Qt::AlignVCenter;
}

std::vector<PollutantRow> pollutantRows(const AirPicture &air, int site)
{
    std::vector<PollutantRow> rows;
    if (site < 0 || site >= int(air.stations.size()))
        return rows;
    const AirQualityIndex &index = air.stations[std::size_t(site)].index;
    const int step = air.set->series->axis.indexOf(air.time);
    const QString none = QStringLiteral("\u2013");
    for (const QString &pollutant : air.set->pollutants) {
        PollutantRow row;
        row.pollutant = channelTitle(pollutant);
        row.measured = formatValue(double(air.set->valuesAt(pollutant, step)[std::size_t(site)]),
            air.set->unitOf(pollutant));
        row.index = none;
        const auto part = std::find_if(index.parts.begin(), index.parts.end(),
            [&](const SubIndex &each) { return each.pollutant == pollutant; });
        if (part != index.parts.end()) {
            //: %1 a concentration, %2 over which time it was averaged
            row.counts = Text::tr("counts as %1, %2")
                             .arg(formatValue(part->concentration, unitText(part->unit)),
                                 howText(air, *part));
            row.index = QLocale().toString(part->index);
            const IndexCategory &category = air.standard->categoryOf(part->index);
            row.color = categoryColor(category);
            //: tooltip: %1 pollutant, %2 what counts, %3 index, %4 class, %5 standard
            row.hint = Text::tr("%1 %2: %3, %4 (%5)")
                           .arg(row.pollutant, row.counts, row.index, categoryTitle(category),
                               air.standard->title);
        } else if (!air.standard->table(pollutant)) {
            row.counts = Text::tr("not part of this index");
            //: %1 standard, %2 pollutant
            row.hint = Text::tr("%1 has no table for %2.").arg(air.standard->title, row.pollutant);
        } else {
            row.counts = air.what == AirTime::Forecast ? Text::tr("not forecast")
                                                       : Text::tr("too few hours");
            //: %1 pollutant
            row.hint = Text::tr("Too few hours of %1 for an index.").arg(row.pollutant);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList exceedanceLines(const StationAir &station)
{
    QStringList lines;
    for (const Exceedance &each : station.exceedances)
        //: %1 pollutant, %2 limit with unit, %3 how far ahead, %4 a probability
        lines.append(
            Text::tr("%1 above %2 in %3: %4")
                .arg(channelTitle(each.pollutant), formatValue(each.limit, each.unit),
                    formatDuration(each.minutesAhead * 60.0), formatPercent(each.probability)));
    return lines;
}

} // namespace belvedere::ui
