// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/length_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kSquareMetersPerAcre = 4046.8564224; // 66 ft by 660 ft
constexpr double kMetersPerDegree = 111194.9; // of a great circle on the mean sphere

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::LengthText)
};

/// Three digits, but all those before the point.
QString digits(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals);
}

QString whole(double value)
{
    return QLocale().toString(value, 'f', value < 9.95 ? 1 : 0);
}

} // namespace

QString lengthText(double meters, LengthUnits units)
{
    if (units == LengthUnits::Imperial) {
        const double feet = meters / kMetersPerFoot;
        return feet < 1000.0 ? Text::tr("%1 ft").arg(whole(feet))
                             : Text::tr("%1 mi").arg(digits(meters / kMetersPerMile));
    }
    return meters < 999.5 ? Text::tr("%1 m").arg(whole(meters))
                          : Text::tr("%1 km").arg(digits(meters / 1000.0));
}

QString areaText(double squareMeters, LengthUnits units)
{
    if (units == LengthUnits::Imperial) {
        const double acres = squareMeters / kSquareMetersPerAcre;
        if (acres < 0.1)
            return Text::tr("%1 ft²").arg(whole(squareMeters / (kMetersPerFoot * kMetersPerFoot)));
        return acres < 640.0
            ? Text::tr("%1 acres").arg(digits(acres))
            : Text::tr("%1 mi²").arg(digits(squareMeters / (kMetersPerMile * kMetersPerMile)));
    }
    if (squareMeters < 9999.5)
        return Text::tr("%1 m²").arg(whole(squareMeters));
    return squareMeters < 999500.0 ? Text::tr("%1 ha").arg(digits(squareMeters / 1e4))
                                   : Text::tr("%1 km²").arg(digits(squareMeters / 1e6));
}

QString positionText(double lon, double lat, double metersPerPixel)
{
    const int decimals =
        std::clamp(int(std::ceil(std::log10(kMetersPerDegree / metersPerPixel))), 2, 6);
    const QLocale locale;
    const auto degrees = [&](double value) {
        return locale.toString(std::abs(value), 'f', decimals);
    };
    //: Geographic latitude; %1 is in degrees
    const QString south = lat < 0.0 ? Text::tr("%1° S") : Text::tr("%1° N");
    //: Geographic longitude; %1 is in degrees
    const QString west = lon < 0.0 ? Text::tr("%1° W") : Text::tr("%1° E");
    //: Latitude and longitude side by side
    return Text::tr("%1  %2").arg(south.arg(degrees(lat)), west.arg(degrees(lon)));
}

} // namespace belvedere::ui
