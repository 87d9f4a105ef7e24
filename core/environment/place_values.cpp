// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/place_values.h"

#include "data/holidays.h"

#include <QDate>

#include <cmath>

namespace belvedere {

namespace {

float meanOfSites(const Series &series, int step, int channel, bool level)
{
    double sum = 0.0;
    int count = 0;
    for (int site = 0; site < series.siteCount; ++site) {
        const std::size_t at = series.offset(step, SiteId(site), channel);
        if (series.quality[at] == Quality::Missing || series.quality[at] == Quality::Suspect)
            continue;
        const auto value = static_cast<double>(series.values[at]);
        sum += level ? std::pow(10.0, value / 10.0) : value;
        ++count;
    }
    if (count == 0)
        return kMissing;
    return static_cast<float>(level ? 10.0 * std::log10(sum / count) : sum / count);
}

} // namespace

Result<PlaceValues> placeValues(
    const Dataset &dataset, const Series &series, const QString &channelKey, SiteId site)
{
    const int channel = series.channelIndex(channelKey);
    if (channel < 0) {
        QStringList known;
        for (const Channel &candidate : series.channels)
            known += candidate.key;
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "%1 has no channel \"%2\". It has: %3."),
            {dataset.name, channelKey, known.join(QStringLiteral(", "))});
    }
    PlaceValues place;
    place.channel = series.channels[static_cast<std::size_t>(channel)];
    place.axis = series.axis;
    place.zone = dataset.zone;
    place.values.assign(static_cast<std::size_t>(series.axis.count), kMissing);
    const bool level = isLevel(place.channel);
    for (int step = 0; step < series.axis.count; ++step) {
        float &value = place.values[static_cast<std::size_t>(step)];
        if (!site.valid())
            value = meanOfSites(series, step, channel, level);
        else if (series.quality[series.offset(step, site, channel)] != Quality::Suspect)
            value = series.value(step, site, channel);
    }
    return place;
}

std::vector<LocalTime> localTimes(const TimeAxis &axis, const QTimeZone &zone)
{
    std::vector<LocalTime> times;
    times.reserve(static_cast<std::size_t>(axis.count));
    QDate date;
    int dateDay = 0;
    for (int step = 0; step < axis.count; ++step) {
        const UtcMs at = axis.at(step);
        const int minute = minuteOfWeek(at, zone);
        LocalTime local;
        local.day = localDay(at, zone);
        local.hour = minute % kMinutesPerDay / 60;
        local.weekday = minute / kMinutesPerDay;
        if (date.isNull() || local.day != dateDay) {
            date = QDate(1970, 1, 1).addDays(local.day);
            dateDay = local.day;
        }
        local.year = date.year();
        local.month = date.month();
        times.push_back(local);
    }
    return times;
}

bool isLevel(const Channel &channel)
{
    return channel.unit.startsWith(QLatin1String("dB"));
}

} // namespace belvedere
