// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace belvedere {

namespace {

constexpr qsizetype kLongestShown = 40;

bool isMissing(std::string_view cell)
{
    constexpr std::array<std::string_view, 7> kWords = {
        "na", "n/a", "nan", "null", "none", "-", "?"};
    if (cell.empty())
        return true;
    if (cell.size() > 4)
        return false;
    std::array<char, 4> lower{};
    std::transform(cell.begin(), cell.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::string_view word(lower.data(), cell.size());
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

template <class T> CellKind readNumber(std::string_view cell, T &value)
{
    const std::string_view digits =
        cell.size() > 1 && cell[0] == '+' && cell[1] != '-' ? cell.substr(1) : cell;
    T number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    // from_chars also takes "nan" and "inf".
    if (error == std::errc() && end == digits.data() + digits.size() && std::isfinite(number)) {
        value = number;
        return CellKind::Number;
    }
    return isMissing(cell) ? CellKind::Missing : CellKind::Text;
}

QStringList keyList(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char(' '));
}

} // namespace

CellKind readFloat(std::string_view cell, float &value)
{
    return readNumber(cell, value);
}

CellKind readDouble(std::string_view cell, double &value)
{
    return readNumber(cell, value);
}

QString toQString(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

Error notANumber(std::string_view cell, const QString &column)
{
    const QString shown = toQString(cell).left(kLongestShown);
    const bool decimalComma =
        !cell.empty() && cell.find_first_not_of("0123456789,+-") == std::string_view::npos;
    if (decimalComma)
        return Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Column \"%2\" holds \"%1\", which is not a number. Write numbers with a decimal "
                "point."),
            {shown, column}, {}, {}};
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "Column \"%2\" holds \"%1\", which is not a number."),
        {shown, column}, {}, {}};
}

Error raggedRow(std::size_t cells, qsizetype columns)
{
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "The row has %1 cells, the header has %2 columns."),
        {QString::number(cells), QString::number(columns)}, {}, {}};
}

Error unterminatedQuote()
{
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "A quotation mark is opened in this row and never closed: the rest of the file could "
            "not be read."),
        {}, {}, {}};
}

QString headerKey(const QString &name)
{
    QString key;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
        else if (!key.isEmpty() && !key.endsWith(QLatin1Char('_')))
            key += QLatin1Char('_');
    }
    while (key.endsWith(QLatin1Char('_')))
        key.chop(1);
    return key;
}

int findColumn(const QStringList &header, const QStringList &keys)
{
    QStringList present;
    for (const QString &name : header)
        present += headerKey(name);
    for (const QString &key : keys) {
        if (const auto at = present.indexOf(key); at >= 0)
            return static_cast<int>(at);
    }
    return -1;
}

int findTimeColumn(const QStringList &header)
{
    return findColumn(header,
        keyList("timestamp time datetime date_time time_stamp utc date_utc time_utc start_time "
                "from_time from_date starttime updatetime observed_at measured_at created_at "
                "period date"));
}

int findSiteColumn(const QStringList &header)
{
    return findColumn(header,
        keyList("sensor_id site_id station_id detector_id site sensor station detector code "
                "report_id link_id sensorid siteid stationid detectorid device_id device "
                "location_id location segment_id segment garagecode garage parking_id node_id id "
                "name index"));
}

int findLatColumn(const QStringList &header)
{
    return findColumn(header, keyList("latitude lat y_lat lat_wgs84 gps_lat y_coord"));
}

int findLonColumn(const QStringList &header)
{
    return findColumn(header, keyList("longitude lon lng long x_lon lon_wgs84 gps_lon x_coord"));
}

EndColumns findEndColumns(const QStringList &header)
{
    EndColumns columns;
    struct Style
    {
        const char *first;
        const char *second;
    };
    // %1 is lat, lng, lon, long, street …
    constexpr std::array<Style, 5> kStyles = {{{"point_1_%1", "point_2_%1"}, {"from_%1", "to_%1"},
        {"start_%1", "end_%1"}, {"%11", "%12"}, {"%1_1", "%1_2"}}};
    const auto find = [&](const char *pattern, const char *names) {
        QStringList keys;
        for (const QString &name : keyList(names))
            keys += QString::fromLatin1(pattern).replace(QLatin1String("%1"), name);
        return findColumn(header, keys);
    };
    for (const Style &style : kStyles) {
        columns.lat1 = find(style.first, "lat latitude");
        columns.lon1 = find(style.first, "lng lon long longitude");
        columns.lat2 = find(style.second, "lat latitude");
        columns.lon2 = find(style.second, "lng lon long longitude");
        if (!columns.complete())
            continue;
        columns.street1 = find(style.first, "street name");
        columns.street2 = find(style.second, "street name");
        return columns;
    }
    return {};
}

Result<std::optional<LonLat>> readPosition(std::string_view latCell, std::string_view lonCell)
{
    double lat = 0.0;
    double lon = 0.0;
    const CellKind latKind = readDouble(latCell, lat);
    const CellKind lonKind = readDouble(lonCell, lon);
    if (latKind == CellKind::Missing && lonKind == CellKind::Missing)
        return std::optional<LonLat>();
    if (latKind != CellKind::Number || lonKind != CellKind::Number)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "\"%1\", \"%2\" is not a position: latitude and longitude in degrees are needed."),
            {toQString(latCell).left(kLongestShown), toQString(lonCell).left(kLongestShown)});
    if (std::abs(lat) <= 90.0 && std::abs(lon) <= 180.0)
        return std::optional(LonLat{lon, lat});
    const QStringList numbers = {toQString(latCell), toQString(lonCell)};
    if (std::abs(lat) <= 180.0 && std::abs(lon) <= 90.0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Latitude %1 is outside -90 … 90, longitude is %2: the two look swapped. "
                "Rename the columns."),
            numbers);
    if (std::abs(lat) > 1000.0 && std::abs(lon) > 1000.0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "Latitude %1, longitude %2 look like metres of a map projection. Convert them to "
                "degrees on WGS 84."),
            numbers);
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "Latitude %1, longitude %2 is no place on Earth: latitude must lie in -90 … 90, "
            "longitude in -180 … 180."),
        numbers);
}

} // namespace belvedere
