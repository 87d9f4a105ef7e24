// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/concentration.h"

#include <QDate>
#include <QStringList>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace belvedere {

/// A class of an index with its official colour. Names are English and marked for translation in
/// the context "AirQuality".
struct IndexCategory
{
    QString name; ///< "Unhealthy for sensitive groups"
    QString colour; ///< "#FF7E00"
    int upTo = 0; ///< highest index in it; the last category is open
};

/// How a concentration becomes one that the table knows.
enum class Rounding { Truncate, HalfUp, HalfEven, Up };

/// What happens above the last row of a table.
enum class AboveTable {
    Continue, ///< along the last line
    Cap, ///< the last index, marked as beyond the scale
    Refer ///< this average has no index there, another average of the pollutant has
};

/// One line of a table: low … high maps to indexLow … indexHigh, ends included.
struct IndexSegment
{
    std::int64_t low = 0; ///< in units of 10^-decimals
    std::int64_t high = 0;
    int indexLow = 0;
    int indexHigh = 0;
};

/// The table of one pollutant and average.
struct IndexTable
{
    QString pollutant;
    int averageMinutes = 60; ///< 15, 60, 480 or 1440
    bool usual = false; ///< the average that is meant where none is named
    ConcentrationUnit unit = ConcentrationUnit::MicrogramPerM3;
    int decimals = 0; ///< of the concentration that the table is entered with
    Rounding rounding = Rounding::HalfUp;
    AboveTable above = AboveTable::Continue;
    std::vector<IndexSegment> segments; ///< ascending; below the first one there is no index
    bool classes = false; ///< a segment is one class, its index that of the class; no line in it
};

/// How a table is entered from hourly values.
struct IndexIngredient
{
    enum class Statistic {
        Mean, ///< over the window: trailing for the moment, the local day for the day
        DailyMaximum, ///< of running means of `windowMinutes`
        NowCast ///< of particles, of the last 12 h; for the moment only
    };
    QString pollutant;
    int tableMinutes = 60; ///< which IndexTable
    Statistic statistic = Statistic::Mean;
    int windowMinutes = 60;
    /// Of a daily maximum: local hours at which its windows end, 24 = midnight after the day.
    int firstEndHour = 1;
    int lastEndHour = 24;
};

/// An official index as it stood for some time.
struct AirQualityStandard
{
    QString id; ///< "us-epa-2024"
    QString family; ///< "us-epa": revisions of one index
    QString title; ///< "US EPA AQI (2024)"; a proper name
    QString source; ///< the document
    QString note; ///< what to know about it; may be empty
    QDate validFrom;
    QDate validTo; ///< last day; null = still valid
    ReferenceState state; ///< that its mass concentrations refer to
    Rounding indexRounding = Rounding::HalfUp;
    int primaryAbove = 0; ///< a primary pollutant is named for indices above this
    std::vector<IndexCategory> categories;
    std::vector<IndexTable> tables;
    std::vector<IndexIngredient> moment;
    std::vector<IndexIngredient> day;
    /// Pollutants without which an index is incomplete; "pm2.5|pm10" = one of the two.
    QStringList required;
    /// Of a running mean or a daily mean, hours that must be there.
    int hoursNeededOf8 = 6;
    int hoursNeededOf24 = 18;

    /// Or nullptr. @param averageMinutes  0 = the usual one
    [[nodiscard]] const IndexTable *table(const QString &pollutant, int averageMinutes = 0) const;
    [[nodiscard]] const IndexCategory &categoryOf(int index) const;
    /// Position of categoryOf().
    [[nodiscard]] int categoryIndex(int index) const;
    [[nodiscard]] bool isValidOn(QDate date) const;
};

/// All standards, checked, families together and revisions from old to new.
[[nodiscard]] const std::vector<AirQualityStandard> &airQualityStandards();
/// @return Errc::NotFound listing the ids.
[[nodiscard]] Result<const AirQualityStandard *> airQualityStandard(const QString &id);
/// The revision of a family that was valid on a day; before the first one the first, after the
/// last one the last. @param family  also the id of any revision.
[[nodiscard]] Result<const AirQualityStandard *> airQualityStandardOn(
    const QString &family, QDate date);
/// The family that is official where clocks go by this zone; that of the US EPA where none of
/// these is.
[[nodiscard]] QString airQualityFamilyOf(const QTimeZone &zone);

/// @param bytes  a file of resources/air_quality. @param name  for messages.
/// @return Errc::Schema naming the field that is absent or makes no sense: tables that do not
/// ascend or leave holes, categories that do not cover the index, unknown pollutants.
[[nodiscard]] Result<AirQualityStandard> parseAirQualityStandard(
    const QByteArray &bytes, const QString &name);

/// "15min", "1h", "8h", "24h".
[[nodiscard]] QString averageText(int minutes);
[[nodiscard]] Result<int> parseAverage(const QString &text);

} // namespace belvedere
