// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/channel_history.h"

#include <QDateTime>

namespace belvedere {

namespace {

/// Local calendar of every step. QTimeZone costs about a microsecond a call and its offset only
/// changes on the hour or (Lord Howe Island) on the half hour, so it is asked that often.
std::vector<int> calendarOf(const TimeAxis &axis, const QTimeZone &zone)
{
    std::vector<int> minutes(static_cast<std::size_t>(axis.count));
    constexpr UtcMs kHalfHour = kMsPerHour / 2;
    UtcMs asked = std::numeric_limits<UtcMs>::min();
    int minuteAsked = 0;
    for (int i = 0; i < axis.count; ++i) {
        const UtcMs time = axis.at(i);
        const UtcMs floor = time - ((time % kHalfHour) + kHalfHour) % kHalfHour;
        if (floor != asked) {
            asked = floor;
            minuteAsked = belvedere::minuteOfWeek(asked, zone);
        }
        minutes[static_cast<std::size_t>(i)]
            = (minuteAsked + static_cast<int>((time - asked) / kMsPerMinute)) % kMinutesPerWeek;
    }
    return minutes;
}

} // namespace

int ChannelHistory::minuteOfWeekAt(int step) const
{
    if (axis.has(step))
        return minuteOfWeek[static_cast<std::size_t>(step)];
    return belvedere::minuteOfWeek(axis.at(step), zone);
}

Result<std::shared_ptr<const ChannelHistory>> channelHistory(const Dataset &dataset,
    const Series &series, const QString &channelKey, const std::vector<QString> &sites)
{
    if (series.siteCount != static_cast<int>(dataset.sites.size()))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The series of %1 has %2 sites, its description %3."),
            {dataset.name, QString::number(series.siteCount),
                QString::number(dataset.sites.size())});
    const int channel = series.channelIndex(channelKey);
    if (channel < 0) {
        QStringList known;
        for (const Channel &c : series.channels)
            known += c.key;
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "Data set %1 has no channel \"%2\". It has: %3."),
            {dataset.name, channelKey, known.join(QStringLiteral(", "))});
    }

    auto history = std::make_shared<ChannelHistory>();
    history->dataset = dataset.name;
    history->channel = series.channels[static_cast<std::size_t>(channel)];
    history->axis = series.axis;
    history->zone = dataset.zone;
    history->minuteOfWeek = calendarOf(series.axis, dataset.zone);
    std::vector<SiteId> order;
    if (sites.empty()) {
        for (std::size_t i = 0; i < dataset.sites.size(); ++i) {
            order.emplace_back(static_cast<std::int32_t>(i));
            history->siteCodes.push_back(dataset.sites[i].code);
        }
    }
    for (const QString &code : sites) {
        const SiteId id = dataset.siteByCode(code);
        if (!id.valid())
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "Data set %1 has no site \"%2\"."),
                {dataset.name, code});
        order.push_back(id);
        history->siteCodes.push_back(code);
    }
    history->values.resize(static_cast<std::size_t>(series.axis.count) * order.size());
    float *out = history->values.data();
    for (int step = 0; step < series.axis.count; ++step) {
        for (const SiteId site : order)
            *out++ = series.value(step, site, channel);
    }
    return history;
}

} // namespace belvedere
