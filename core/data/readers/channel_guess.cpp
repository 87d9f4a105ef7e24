// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/csv_values.h"
#include "data/readers/series_part.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace belvedere {

namespace {

struct KnownChannel
{
    const char *word; ///< as a part of a name
    const char *key;
    const char *unit; ///< the usual one, in UTF-8; empty if there are several
    const char *domain;
    bool perStep;
};

constexpr std::array<KnownChannel, 52> kChannels = {{
    {"speed", "speed", "", "traffic", false},
    {"velocity", "speed", "", "traffic", false},
    {"flow", "flow", "", "traffic", true},
    {"volume", "flow", "", "traffic", true},
    {"count", "count", "", "traffic", true},
    {"counts", "count", "", "traffic", true},
    {"vehiclecount", "count", "", "traffic", true},
    {"occupancy", "occupancy", "%", "traffic", false},
    {"occ", "occupancy", "%", "traffic", false},
    {"density", "density", "veh/km", "traffic", false},
    {"traveltime", "travel_time", "s", "traffic", false},
    {"parking", "parking", "veh", "traffic", false},
    {"pm25", "pm2.5", "µg/m³", "environment", false},
    {"pm10", "pm10", "µg/m³", "environment", false},
    {"no2", "no2", "µg/m³", "environment", false},
    {"so2", "so2", "µg/m³", "environment", false},
    {"o3", "o3", "µg/m³", "environment", false},
    {"ozone", "o3", "µg/m³", "environment", false},
    {"co", "co", "", "environment", false},
    {"aqi", "aqi", "", "environment", false},
    {"noise", "noise", "dB(A)", "environment", false},
    {"laeq", "noise", "dB(A)", "environment", false},
    {"temp", "temperature", "°C", "weather", false},
    {"tempm", "temperature", "°C", "weather", false},
    {"temperature", "temperature", "°C", "weather", false},
    {"wetb", "wet_bulb", "°C", "weather", false},
    {"dewp", "dew_point", "°C", "weather", false},
    {"dewpt", "dew_point", "°C", "weather", false},
    {"dewpoint", "dew_point", "°C", "weather", false},
    {"humidity", "humidity", "%", "weather", false},
    {"hum", "humidity", "%", "weather", false},
    {"rhum", "humidity", "%", "weather", false},
    {"rain", "rain", "mm", "weather", false},
    {"precipitation", "rain", "mm", "weather", false},
    {"snow", "snow", "mm", "weather", false},
    {"winddirection", "wind_direction", "°", "weather", false},
    {"wd", "wind_direction", "°", "weather", false},
    {"wddir", "wind_direction", "°", "weather", false},
    {"wdird", "wind_direction", "°", "weather", false},
    {"wind", "wind", "m/s", "weather", false},
    {"windspeed", "wind", "m/s", "weather", false},
    {"wspm", "wind", "m/s", "weather", false},
    {"wspdm", "wind", "km/h", "weather", false},
    {"wdsp", "wind", "kn", "weather", false},
    {"pressure", "pressure", "hPa", "weather", false},
    {"pres", "pressure", "hPa", "weather", false},
    {"msl", "pressure", "hPa", "weather", false},
    {"vappr", "vapour_pressure", "hPa", "weather", false},
    {"clouds", "clouds", "%", "weather", false},
    {"clamt", "clouds", "okta", "weather", false},
    {"sun", "sunshine", "h", "weather", false},
    {"vis", "visibility", "m", "weather", false},
}};

struct KnownUnit
{
    const char *word;
    const char *unit;
};

constexpr std::array<KnownUnit, 8> kUnits = {{{"mph", "mph"}, {"kmh", "km/h"}, {"kph", "km/h"},
    {"vehh", "veh/h"}, {"vph", "veh/h"}, {"ugm3", "µg/m³"}, {"percent", "%"}, {"db", "dB(A)"}}};

constexpr std::array<const char *, 24> kGenericWords = {"avg", "average", "mean", "vehicle",
    "vehicles", "veh", "traffic", "data", "series", "sensors", "sensor", "locations", "location",
    "stations", "sites", "links", "adjacency", "adj", "distances", "distance", "graph", "value",
    "values", "incidents"};

QStringList wordsOf(const QString &name)
{
    // Writings that a split at '_' would tear apart.
    QString text = headerKey(name);
    text.replace(QLatin1String("pm2_5"), QLatin1String("pm25"));
    text.replace(QLatin1String("km_h"), QLatin1String("kmh"));
    text.replace(QLatin1String("veh_h"), QLatin1String("vehh"));
    text.replace(QLatin1String("ug_m3"), QLatin1String("ugm3"));
    text.replace(QLatin1String("travel_time"), QLatin1String("traveltime"));
    text.replace(QLatin1String("dew_point"), QLatin1String("dewpoint"));
    text.replace(QLatin1String("wind_speed"), QLatin1String("windspeed"));
    text.replace(QLatin1String("wind_direction"), QLatin1String("winddirection"));
    text.replace(QLatin1String("wind_dir"), QLatin1String("winddirection"));
    return text.split(QLatin1Char('_'), Qt::SkipEmptyParts);
}

const KnownChannel *knownChannel(const QString &word)
{
    for (const KnownChannel &known : kChannels) {
        if (word == QLatin1String(known.word))
            return &known;
    }
    return nullptr;
}

const KnownUnit *knownUnit(const QString &word)
{
    for (const KnownUnit &known : kUnits) {
        if (word == QLatin1String(known.word))
            return &known;
    }
    return nullptr;
}

UtcMs stepOfWord(const QString &word)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,4})(s|sec|m|min|minutes|h|hour|hours)$"));
    const auto match = pattern.match(word);
    if (!match.hasMatch())
        return word == QLatin1String("hourly") ? kMsPerHour : 0;
    const UtcMs number = match.captured(1).toInt();
    const QChar unit = match.captured(2).at(0);
    return number
        * (unit == QLatin1Char('s')        ? kMsPerSecond
                : unit == QLatin1Char('m') ? kMsPerMinute
                                           : kMsPerHour);
}

} // namespace

ChannelGuess guessChannel(const QString &name)
{
    ChannelGuess guess;
    guess.channel.key = QStringLiteral("value");
    QString unit;
    for (const QString &word : wordsOf(name)) {
        if (const KnownChannel *const known = knownChannel(word); known && !guess.known) {
            guess.known = true;
            guess.channel = {QString::fromUtf8(known->key), QString::fromUtf8(known->unit)};
            guess.perStep = known->perStep;
        } else if (const KnownUnit *const written = knownUnit(word)) {
            unit = QString::fromUtf8(written->unit);
        }
    }
    if (!unit.isEmpty()) {
        guess.channel.unit = unit;
        guess.perStep = false;
    }
    return guess;
}

ChannelGuess channelFor(const QString &name, const ImportOptions &options)
{
    ChannelGuess guess = guessChannel(options.channel.isEmpty() ? name : options.channel);
    if (!options.channel.isEmpty()) {
        const ChannelGuess named = guessChannel(name);
        if (guess.channel.unit.isEmpty() && guess.channel.key == named.channel.key)
            guess = named; // its unit
        guess.channel.key = options.channel;
    }
    if (!options.unit.isEmpty()) {
        guess.channel.unit = options.unit;
        guess.perStep = false;
    }
    return guess;
}

UtcMs stepInName(const QString &name)
{
    for (const QString &word : wordsOf(name)) {
        if (const UtcMs step = stepOfWord(word); step > 0)
            return step;
    }
    return 0;
}

bool isGenericName(const QString &name)
{
    for (const QString &word : wordsOf(name)) {
        const bool generic = std::any_of(kGenericWords.begin(), kGenericWords.end(),
            [&](const char *known) { return word == QLatin1String(known); });
        if (!generic && !knownChannel(word) && !knownUnit(word) && stepOfWord(word) == 0)
            return false;
    }
    return true;
}

QString domainOf(const QString &channelKey)
{
    for (const KnownChannel &known : kChannels) {
        if (channelKey == QLatin1String(known.key))
            return QString::fromLatin1(known.domain);
    }
    return QStringLiteral("traffic");
}

} // namespace belvedere
