// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/quantity_names.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <span>

namespace belvedere::ui {

namespace {

struct Name
{
    const char *key;
    const char *title;
};

constexpr Name kChannels[] = {
    {"speed", QT_TRANSLATE_NOOP("Names", "Speed")},
    {"flow", QT_TRANSLATE_NOOP("Names", "Flow")},
    {"count", QT_TRANSLATE_NOOP("Names", "Count")},
    {"occupancy", QT_TRANSLATE_NOOP("Names", "Occupancy")},
    {"density", QT_TRANSLATE_NOOP("Names", "Density")},
    {"travel_time", QT_TRANSLATE_NOOP("Names", "Travel time")},
    {"parking", QT_TRANSLATE_NOOP("Names", "Parked vehicles")},
    {"temperature", QT_TRANSLATE_NOOP("Names", "Temperature")},
    {"wet_bulb", QT_TRANSLATE_NOOP("Names", "Wet-bulb temperature")},
    {"dew_point", QT_TRANSLATE_NOOP("Names", "Dew point")},
    {"humidity", QT_TRANSLATE_NOOP("Names", "Humidity")},
    {"pressure", QT_TRANSLATE_NOOP("Names", "Air pressure")},
    {"vapour_pressure", QT_TRANSLATE_NOOP("Names", "Vapour pressure")},
    {"wind", QT_TRANSLATE_NOOP("Names", "Wind")},
    {"wind_from_east", QT_TRANSLATE_NOOP("Names", "Wind from the east")},
    {"wind_from_north", QT_TRANSLATE_NOOP("Names", "Wind from the north")},
    {"rain", QT_TRANSLATE_NOOP("Names", "Rain")},
    {"snow", QT_TRANSLATE_NOOP("Names", "Snow")},
    {"clouds", QT_TRANSLATE_NOOP("Names", "Clouds")},
    {"sunshine", QT_TRANSLATE_NOOP("Names", "Sunshine")},
    {"visibility", QT_TRANSLATE_NOOP("Names", "Visibility")},
    {"noise", QT_TRANSLATE_NOOP("Names", "Noise")},
    {"pm2.5", QT_TRANSLATE_NOOP("Names", "PM2.5")},
    {"pm10", QT_TRANSLATE_NOOP("Names", "PM10")},
    {"no2", QT_TRANSLATE_NOOP("Names", "NO₂")},
    {"o3", QT_TRANSLATE_NOOP("Names", "Ozone")},
    {"so2", QT_TRANSLATE_NOOP("Names", "SO₂")},
    {"co", QT_TRANSLATE_NOOP("Names", "CO")},
    {"value", QT_TRANSLATE_NOOP("Names", "Value")},
};

constexpr Name kDomains[] = {
    {"traffic", QT_TRANSLATE_NOOP("Names", "Traffic")},
    {"environment", QT_TRANSLATE_NOOP("Names", "Environment")},
    {"safety", QT_TRANSLATE_NOOP("Names", "Public safety")},
    {"weather", QT_TRANSLATE_NOOP("Names", "Weather")},
};

constexpr Name kIncidents[] = {
    {"crash", QT_TRANSLATE_NOOP("Names", "Crash")},
    {"works", QT_TRANSLATE_NOOP("Names", "Road works")},
    {"closure", QT_TRANSLATE_NOOP("Names", "Closure")},
    {"breakdown", QT_TRANSLATE_NOOP("Names", "Breakdown")},
    {"ems", QT_TRANSLATE_NOOP("Names", "Medical emergency")},
    {"fire", QT_TRANSLATE_NOOP("Names", "Fire")},
    {"police", QT_TRANSLATE_NOOP("Names", "Police")},
};

QString titleOf(std::span<const Name> names, const QString &key)
{
    for (const Name &name : names) {
        if (key.compare(QLatin1String(name.key), Qt::CaseInsensitive) == 0)
            return QCoreApplication::translate("Names", name.title);
    }
    return key;
}

} // namespace

QString channelTitle(const QString &key)
{
    return titleOf(kChannels, key);
}

QString domainTitle(const QString &domain)
{
    return titleOf(kDomains, domain);
}

QString incidentTitle(const QString &category)
{
    return titleOf(kIncidents, category);
}

QString demoText(const QString &text)
{
    return QCoreApplication::translate("Demo", text.toUtf8().constData());
}

QString sourceText(const QString &source)
{
    constexpr int kNamed = 2;
    static const QRegularExpression kBetween(QStringLiteral("[;,] "));
    const QStringList names = source.split(kBetween, Qt::SkipEmptyParts);
    const auto isFile = [](const QString &name) {
        return name.contains(QLatin1Char('.')) && !name.contains(QLatin1Char(' '));
    };
    if (names.size() <= kNamed + 1 || !std::all_of(names.cbegin(), names.cend(), isFile))
        return demoText(source); // a sentence may have commas too
    //: a list of sources: %1 the first two of them, %Ln how many more
    return QCoreApplication::translate(
        "Sources", "%1 and %Ln more", nullptr, int(names.size()) - kNamed)
        .arg(names.mid(0, kNamed).join(QStringLiteral(", ")));
}

} // namespace belvedere::ui
