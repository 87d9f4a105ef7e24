// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/series_part.h"

#include <algorithm>
#include <array>
#include <limits>

namespace belvedere {

namespace {

constexpr float kOpen = std::numeric_limits<float>::max();

/// What can be measured on Earth; values beside it are kept, but flagged.
struct PlausibleRange
{
    const char *key;
    const char *unit; ///< in UTF-8; empty = any
    float low;
    float high;
};

constexpr std::array<PlausibleRange, 29> kRanges = {{
    // Records of the World Meteorological Organization, with some air.
    {"temperature", "°C", -95.0F, 60.0F},
    {"temperature", "K", 178.0F, 333.0F},
    {"wet_bulb", "°C", -95.0F, 60.0F},
    {"dew_point", "°C", -100.0F, 40.0F},
    {"humidity", "%", 0.0F, 100.0F},
    {"pressure", "hPa", 500.0F, 1090.0F},
    {"pressure", "Pa", 50000.0F, 109000.0F},
    {"wind", "m/s", 0.0F, 115.0F},
    {"wind", "km/h", 0.0F, 415.0F},
    {"wind", "kn", 0.0F, 225.0F},
    {"wind_direction", "°", 0.0F, 360.0F},
    {"snow", "mm", 0.0F, 2000.0F},
    {"clouds", "%", 0.0F, 100.0F},
    {"speed", "km/h", 0.0F, 300.0F},
    {"speed", "mph", 0.0F, 190.0F},
    {"flow", "", 0.0F, kOpen},
    {"count", "", 0.0F, kOpen},
    {"parking", "", 0.0F, kOpen},
    {"occupancy", "%", 0.0F, 120.0F},
    {"density", "", 0.0F, kOpen},
    {"noise", "", 0.0F, 160.0F},
    {"pm2.5", "", 0.0F, 20000.0F},
    {"pm10", "", 0.0F, 20000.0F},
    {"no2", "", 0.0F, kOpen},
    {"so2", "", 0.0F, kOpen},
    {"o3", "", 0.0F, kOpen},
    {"co", "", 0.0F, kOpen},
    {"aqi", "", 0.0F, kOpen},
    {"sunshine", "", 0.0F, 24.0F},
}};

PlausibleRange plausibleRange(const Channel &channel, UtcMs step)
{
    // 305 mm fell within 42 minutes in Holt, 1 825 mm within a day in Foc-Foc.
    if (channel.key == QLatin1String("rain"))
        return {"rain", "mm", 0.0F, step <= kMsPerHour ? 305.0F : 1825.0F};
    for (const PlausibleRange &range : kRanges) {
        const QLatin1String unit(range.unit);
        if (channel.key == QLatin1String(range.key)
            && (unit.isEmpty() || channel.unit == QString::fromUtf8(range.unit)))
            return range;
    }
    return {"", "", -kOpen, kOpen};
}

QString perStepUnit(UtcMs step)
{
    if (step == kMsPerHour)
        return QStringLiteral("veh/h");
    if (step % kMsPerHour == 0)
        return QStringLiteral("veh/%1 h").arg(step / kMsPerHour);
    if (step % kMsPerMinute == 0)
        return QStringLiteral("veh/%1 min").arg(step / kMsPerMinute);
    return QStringLiteral("veh/%1 s").arg(double(step) / double(kMsPerSecond));
}

/// Units that only the values tell: no city has a median of 150 °C, of 20 mg/m³ of carbon
/// monoxide, or of 20 000 hPa.
QString unitByValues(const Channel &channel, float median)
{
    struct Hint
    {
        const char *key;
        float above;
        const char *unit;
    };
    constexpr std::array<Hint, 5> kHints = {
        {{"temperature", 150.0F, "K"}, {"wet_bulb", 150.0F, "K"}, {"dew_point", 150.0F, "K"},
            {"co", 20.0F, "µg/m³"}, {"pressure", 20000.0F, "Pa"}}};
    for (const Hint &hint : kHints) {
        if (channel.key == QLatin1String(hint.key) && median > hint.above)
            return QString::fromUtf8(hint.unit);
    }
    return channel.unit;
}

bool tellsByValues(const QString &key)
{
    constexpr float kHuge = 1e9F;
    return unitByValues({key, QStringLiteral("?")}, kHuge) != QLatin1String("?");
}

float medianOf(const Series &series, std::size_t channel)
{
    std::vector<float> present;
    for (std::size_t i = channel; i < series.values.size(); i += series.channels.size()) {
        if (series.quality[i] != Quality::Missing)
            present.push_back(series.values[i]);
    }
    if (present.empty())
        return 0.0F;
    const auto middle = present.begin() + static_cast<std::ptrdiff_t>(present.size() / 2);
    std::nth_element(present.begin(), middle, present.end());
    return *middle;
}

} // namespace

void finishPart(SeriesPart &part, const std::vector<ChannelGuess> &guesses, FileReading &reading)
{
    Series &series = part.series;
    const std::size_t channels = guesses.size();
    const bool unitGiven = !reading.options.unit.isEmpty() && channels == 1;
    for (std::size_t c = 0; c < channels; ++c) {
        Channel &channel = series.channels[c];
        if (guesses[c].perStep)
            channel.unit = perStepUnit(series.axis.stepMs);
        else if (!unitGiven && tellsByValues(channel.key))
            channel.unit = unitByValues(channel, medianOf(series, c));
        const Zeros zeros = reading.options.zeros;
        const bool zeroIsMissing = zeros == Zeros::AreMissing
            || (zeros == Zeros::Auto && channel.key == QLatin1String("speed"));
        const PlausibleRange range = plausibleRange(channel, series.axis.stepMs);
        for (std::size_t i = c; i < series.values.size(); i += channels) {
            if (zeroIsMissing && series.values[i] == 0.0F) {
                series.values[i] = kMissing;
                series.quality[i] = Quality::Missing;
                ++reading.data.zerosAsMissing;
            } else if (series.values[i] < range.low || series.values[i] > range.high) {
                series.quality[i] = Quality::Suspect;
                ++reading.data.suspectValues;
            }
        }
    }
}

} // namespace belvedere
